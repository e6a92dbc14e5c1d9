"""Running text from lines of print."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.blocks import join_lines, read_documents
from presskit.errors import SourceError
from tests.support.small_pdf import SmallPart, small_pdf


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The ferry stops at", "nine islands."], "The ferry stops at nine islands."),
        (["a twenty-", "year plan"], "a twenty-year plan"),
        (["May 12, 2026 –", " The ferry"], "May 12, 2026 – The ferry"),
        (["Call ", "Ada Thorn", ", the captain"], "Call Ada Thorn, the captain"),
        (["she said (", "twice", ")"], "she said (twice)"),
        (["81", " %"], "81%"),
        ([], ""),
    ],
)
def test_lines_of_print_become_running_text(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_what_is_no_pdf_of_ours_is_told(tmp_path: Path) -> None:
    file = tmp_path / "kit.pdf"
    without_pages, by_another = small_pdf([]), small_pdf([])
    by_another.add_page(b"BT /F 9 Tf (Ferry sails) Tj ET")
    for content, code in (
        (None, "s-001"),
        (b"no PDF", "p-010"),
        (without_pages.bytes(), "p-010"),
        (by_another.bytes(), "p-028"),
    ):
        if content:
            file.write_bytes(content)
        with pytest.raises(SourceError) as caught:
            read_documents(file)
        assert [item.code for item in caught.value.problems] == [code]


def test_a_document_is_read_in_blocks(tmp_path: Path) -> None:
    file = tmp_path / "kit.pdf"
    file.write_bytes(small_pdf([SmallPart("Ferry", ["Ferry sails", "It is late."]), SmallPart("Piano")]).bytes())
    ferry, piano = read_documents(file)
    assert ferry == ("Ferry", "en", ("Ferry sails", "It is late."))
    assert piano == ("Piano", "en", ())
