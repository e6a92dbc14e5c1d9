"""What stands for a kit, and what is to be built of it."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.errors import SourceError, UsageError
from presskit.sorting.names import kind_by_name
from presskit.sorting.sources import find_sources
from tests.support.writing import photo, release, write_kit


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path / "kit", {"releases/a.md": release(), "kit.toml": 'title = "Nine piers"\n'})


def listed(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in find_sources([folder]).listed.files]


def test_a_kit_toml_stands_for_its_folder(kit: Path) -> None:
    assert find_sources([kit / "kit.toml"]) == find_sources([kit])


def test_files_are_found_in_folders_to_a_depth_of_three(kit: Path) -> None:
    photo(kit / "releases" / "pier.JPG")
    write_kit(kit, {"a/b/c/deep.md": "x", "a/b/c/d/deeper.md": "x", "top.md": "x"})
    assert listed(kit) == ["kit.toml", "top.md", "a/b/c/deep.md", "releases/a.md", "releases/pier.JPG"]
    assert [path.name for path in find_sources([kit]).listed.deeper] == ["d"]


def test_what_computers_and_presskit_leave_is_passed_over(kit: Path) -> None:
    left = ("Thumbs.db", ".DS_Store", "~$a.docx", "__MACOSX/a.md", "out/kit.pdf", "out/kit.zip", "who-has-what.csv")
    write_kit(kit, dict.fromkeys(left, "x"))
    write_kit(
        kit, {"drafts/index.html": "x", "drafts/mail-merge.xlsx": "x", "drafts/a.eml": "x", "sent/2026/kit.pdf": "x"}
    )
    write_kit(kit, {"page.html": "x", "page_files/style.css": "x", "brand/brand.toml": "", "brand/a.txt": "x"})
    assert listed(kit) == ["kit.toml", "page.html", "releases/a.md"]


def test_what_a_person_put_into_out_is_found(kit: Path) -> None:
    write_kit(kit, {"out/Press Release.docx": "x"})
    assert "out/Press Release.docx" in listed(kit)


def test_a_folder_beside_other_sources_is_refused(kit: Path) -> None:
    with pytest.raises(UsageError, match="a kit's folder is not built together with other texts"):
        find_sources([kit / "releases" / "a.md", kit])


def test_what_is_named_behind_a_kits_folder_is_no_source(kit: Path) -> None:
    target = kit / "releases" / "a.md"
    assert find_sources([kit, target]) == replace(find_sources([kit]), targets=(target,))


def test_a_folder_without_sources_holds_nothing_to_build(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nothing to build"):
        find_sources([tmp_path])


def test_a_folder_of_what_is_not_printed_says_what_lies_in_it(tmp_path: Path) -> None:
    write_kit(tmp_path, {"releases/Museum release": "x", "kit.toml": ""})
    with pytest.raises(SourceError) as raised:
        find_sources([tmp_path])
    [said] = raised.value.problems
    assert (said.code, "Museum release. Save" in (said.hint or "")) == ("s-006", True)
    assert "kit.toml" not in (said.hint or "")


def test_whatever_stands_in_the_kits_folders_is_kept(kit: Path) -> None:
    write_kit(kit, {"documents/survey.pdf": "%PDF", "photos/proofs.pdf": "%PDF", "out/kit.pdf": "%PDF"})
    write_kit(kit, {"brand/brand.toml": ""})
    kept = {path.name for path in find_sources([kit]).kept}
    assert kept == {"kit.toml", "a.md", "survey.pdf", "proofs.pdf", "brand.toml"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Fact Sheet.docx", "factsheet"),
        ("factsheet.md.txt", "factsheet"),
        ("fact-sheet_2026.html", "factsheet"),
        ("fiche.docx", "factsheet"),
        ("Fiche technique.docx", "factsheet"),
        ("boilerplate.docx", "boilerplate"),
        ("Boilerplate v2.txt", "boilerplate"),
        ("About us.docx", "boilerplate"),
        ("À propos.docx", "boilerplate"),
        (unicodedata.normalize("NFD", "À propos.docx"), "boilerplate"),
        ("a propos de nous.html", "boilerplate"),
        ("Press Release Nov 16.docx", "release"),
        ("2026-05-12 Communiqué.docx", "release"),
        ("Pressemitteilung_final.docx", "release"),
        ("Lebenslauf Ada Thorn.docx", "biography"),
        ("FAQ.docx", "questions"),
        ("Media Advisory v3.docx", "advisory"),
    ],
)
def test_names_say_surely_what_a_file_is(name: str, kind: str) -> None:
    assert kind_by_name(Path(name)).kind == kind


@pytest.mark.parametrize("name", ["About turn at the pier.docx", "Fiche de poste.docx", "The facts of the matter.docx"])
def test_other_names_say_nothing_surely(name: str) -> None:
    assert not kind_by_name(Path(name)).is_sure
