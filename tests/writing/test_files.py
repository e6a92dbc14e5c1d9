from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import ExitCode, OutputError
from presskit.model import Brand, Correction, Kit
from presskit.writing.files import ascii_stem, default_name, require_writable, with_draft, write


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "kit.pdf"
    require_writable(path, [])
    write(path, b"pages")
    assert path.read_bytes() == b"pages"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kit.docx", "does not write such files"),
        ("folder.pdf", "it is a folder"),
        ("file/kit.pdf", "the folder cannot be written to"),
        (f"{'k' * 300}.pdf", "file name too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_any_work(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(OutputError, match=words):
        require_writable(tmp_path / name, [])


def test_a_source_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    source = tmp_path / "survey.pdf"
    source.write_bytes(b"%PDF")
    (tmp_path / "link.pdf").symlink_to(source)
    with pytest.raises(OutputError, match="is one of the sources"):
        require_writable(tmp_path / "link.pdf", [source])


def test_a_draft_says_so_in_its_name() -> None:
    assert with_draft(Path("out/kit.pdf"), draft=True) == Path("out/kit-DRAFT.pdf")
    assert with_draft(Path("out/kit.pdf"), draft=False) == Path("out/kit.pdf")


@pytest.mark.parametrize(
    ("organisation", "title", "name", "ascii_name"),
    [
        ("Quillon Ferry", "Été", "quillon-ferry-press-kit-ete", "quillon-ferry-press-kit-ete"),
        ("مؤسسة مورو", "تسع منارات", "مؤسسة-مورو-press-kit-تسع-منارات", "press-kit"),
        ("Маяк", "Маяк", "маяк-press-kit", "press-kit"),
        ("مؤسسة مورو", "Nine lights", "مؤسسة-مورو-press-kit-nine-lights", "press-kit-nine-lights"),
        ("★", "★", "press-kit", "press-kit"),
    ],
)
def test_a_name_tells_whose_kit_it_is(organisation: str, title: str, name: str, ascii_name: str) -> None:
    kit = Kit(title, Brand(organisation), "ar", Path(), ())
    assert (default_name(kit), ascii_stem(kit)) == (f"{name}.pdf", ascii_name)


def test_a_name_fits_every_system_whatever_the_kit_is_called() -> None:
    kit = Kit("日本 " * 90, Brand("غ" * 300), "ar", Path(), (), correction=Correction("withdrawn", 12))
    assert len(f"{default_name(kit)}-DRAFT-print-shop".encode()) < 255


@pytest.fixture
def held_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse what Windows refuses: to give a file the name of one that another program has open."""

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.usefixtures("held_open")
def test_a_pdf_that_is_open_elsewhere_stays_and_is_to_be_closed(tmp_path: Path) -> None:
    (tmp_path / "kit.pdf").write_bytes(b"old")
    with pytest.raises(OutputError) as caught:
        write(tmp_path / "kit.pdf", b"new")
    [problem] = caught.value.problems
    assert problem.message == f"{tmp_path / 'kit.pdf'} cannot be written: another program holds it open."
    assert problem.hint == "Close kit.pdf there and build again."
    assert caught.value.exit_code is ExitCode.OUTPUT
    assert [path.name for path in tmp_path.iterdir()] == ["kit.pdf"]
    assert (tmp_path / "kit.pdf").read_bytes() == b"old"


@pytest.mark.usefixtures("held_open")
def test_a_folder_that_refuses_a_new_file_is_no_open_file(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught:
        write(tmp_path / "kit.pdf", b"new")
    assert "access is denied" in caught.value.problems[0].message
    assert list(tmp_path.iterdir()) == []


def test_sources_and_places_that_are_links_in_a_circle_stop_nothing(tmp_path: Path) -> None:
    for one, other in (("a.md", "b.md"), ("b.md", "a.md"), ("kit.pdf", "kit.pdf")):
        (tmp_path / one).symlink_to(other)
    require_writable(tmp_path / "kit.pdf", [tmp_path / "a.md"])
    with pytest.raises(OutputError, match="is one of the sources"):
        require_writable(tmp_path / "kit.pdf", [tmp_path / "kit.pdf"])
