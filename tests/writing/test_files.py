from __future__ import annotations

from pathlib import Path

import pytest

from presskit.errors import OutputError
from presskit.writing.files import require_writable, with_draft, write


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "kit.pdf"
    require_writable(path, [])
    write(path, b"pages")
    assert path.read_bytes() == b"pages"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kit.docx", "writes PDF files only"),
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
