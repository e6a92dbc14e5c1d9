from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.limits import Limit
from presskit.sorting.folders import Listed, list_folder
from tests.support.writing import write_kit


def listed(folder: Path, *names: str) -> Listed:
    return list_folder(write_kit(folder, dict.fromkeys(names, "x")))


def files(folder: Path, *names: str) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in listed(folder, *names).files}


def test_everything_is_listed_to_a_depth_of_three_and_deeper_folders_are_named(tmp_path: Path) -> None:
    found = listed(tmp_path, "a.md", "1/b.md", "1/2/3/c.md", "1/2/3/4/d.md", "1/2/3/4/5/e.md")
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == ["a.md", "1/b.md", "1/2/3/c.md"]
    assert found.deeper == (tmp_path / "1/2/3/4",)


def test_what_computers_leave_is_passed_over(tmp_path: Path) -> None:
    furniture = (".DS_Store", "Thumbs.db", "~$a.docx", ".~lock.a.odt#", "desktop.ini", "__MACOSX/a.md", ".git/config")
    assert files(tmp_path, "a.md", *furniture) == {"a.md"}


def test_what_presskit_wrote_is_passed_over_by_its_place(tmp_path: Path) -> None:
    own = ("out/kit.pdf", "out/kit.zip", "out/drafts/index.html", "out/drafts/mail-merge.xlsx", "out/drafts/a.eml",
           "sent/kit.pdf", "who-has-what.csv")  # fmt: skip
    assert files(tmp_path, "a.md", *own, "kit.pdf", "out/release.docx", "news/out/b.pdf") == {
        "a.md", "kit.pdf", "out/release.docx", "news/out/b.pdf",
    }  # fmt: skip


def test_drafts_are_known_by_what_they_hold(tmp_path: Path) -> None:
    drafts = ("mails/index.html", "mails/mail-merge.xlsx", "mails/vane.eml")
    assert files(tmp_path, "a.md", *drafts, "letters/index.html") == {"a.md", "letters/index.html"}


@pytest.mark.parametrize("name", ["page_files", "page-Dateien", "page_fichiers", "page_archivos"])
def test_the_folder_of_a_saved_page_is_no_place_of_sources(tmp_path: Path, name: str) -> None:
    assert files(tmp_path, "page.html", f"{name}/quay.jpg", "other_files/quay.jpg") == {
        "page.html",
        "other_files/quay.jpg",
    }


def test_a_folder_that_is_linked_twice_is_listed_once(tmp_path: Path) -> None:
    write_kit(tmp_path, {"a/b.md": "x"})
    (tmp_path / "c").symlink_to(tmp_path / "a", target_is_directory=True)
    (tmp_path / "a" / "round").symlink_to(tmp_path / "a", target_is_directory=True)
    assert [path.name for path in list_folder(tmp_path).files] == ["b.md"]


def test_a_link_in_a_circle_hides_nothing(tmp_path: Path) -> None:
    write_kit(tmp_path, {"releases/b.md": "x"})
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)  # comes first by its name
    found = list_folder(tmp_path)
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == ["releases/b.md"]
    assert found.deeper == ()


def test_a_whole_drive_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presskit.sorting.folders.FOLDER_FILES", Limit("files", 2))
    with pytest.raises(SourceError):
        listed(tmp_path, "a.md", "b/c.md", "b/d.md")
