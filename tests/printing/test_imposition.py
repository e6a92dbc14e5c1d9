"""Sheets read back from the PDF, as poppler reads and draws them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Dictionary, Name

from presskit.composing.measures import SHEETS_PT
from presskit.printing.booklet import Sheet
from presskit.printing.imposition import PAGE_OF_SHEET, POINTS_PER_MM, impose
from tests.support import poppler
from tests.support.sheets import folded, halves

SHEETS_IN = {"letter": (11, 8.5), "tabloid": (17, 11), "a4": (297 / 25.4, 210 / 25.4), "a3": (420 / 25.4, 297 / 25.4)}


def pages(number: int, size: tuple[float, float], drawing: str = "") -> bytes:
    """Return a PDF with a number on each page."""
    file = BytesIO()
    with pikepdf.new() as pdf:
        helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for index in range(number):
            page = pdf.add_blank_page(page_size=size)
            page.obj.Resources = Dictionary(Font=Dictionary(F=helvetica))
            page.obj.Contents = pdf.make_stream(f"{drawing} BT /F 20 Tf 100 100 Td (p{index}) Tj ET".encode())
        pdf.Root.Lang = "en"
        pdf.docinfo["/Title"] = "Ferries"
        pdf.save(file)
    return file.getvalue()


def numbers(words: list[str]) -> int:
    [word] = words
    return int(word.removeprefix("p"))


@settings(max_examples=20, deadline=None)
@given(sheets=st.integers(1, 8), sheet=st.sampled_from(sorted(PAGE_OF_SHEET)), right_to_left=st.booleans())
def test_every_page_stands_once_and_in_order_after_folding(
    tmp_path_factory: pytest.TempPathFactory, sheets: int, sheet: str, right_to_left: bool
) -> None:
    path = tmp_path_factory.mktemp("booklet") / "booklet.pdf"
    booklet = impose(pages(4 * sheets, SHEETS_PT[PAGE_OF_SHEET[sheet]]), right_to_left=right_to_left)
    path.write_bytes(booklet.pdf)
    sides = [(numbers(left), numbers(right)) for left, right in halves(path)]
    read = [Sheet(front, back, index) for index, (front, back) in enumerate(zip(sides[::2], sides[1::2], strict=True))]
    assert len(read) == booklet.sheets == sheets
    assert folded(read, right_to_left=right_to_left) == list(range(4 * sheets))


@pytest.mark.parametrize("sheet", sorted(PAGE_OF_SHEET))
def test_sheets_are_as_large_as_the_paper(sheet: str) -> None:
    booklet = impose(pages(4, SHEETS_PT[PAGE_OF_SHEET[sheet]]))
    with pikepdf.open(BytesIO(booklet.pdf)) as pdf:
        width, height = (float(edge) / 72 for edge in pdf.pages[0].mediabox[2:])
    assert (width, height) == pytest.approx(SHEETS_IN[sheet], abs=0.001)


def left_edges(pdf: Path) -> list[list[float]]:
    """Return where the words of each side begin, from the left."""
    sides = poppler.run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]
    return [sorted(float(start) for start in re.findall(r'word xMin="(.+?)"', side)) for side in sides]


def test_pages_of_inner_sheets_move_towards_the_fold_by_the_paper(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(impose(pages(16, (396, 612)), paper_mm=0.2).pdf)
    for side, (left, right) in enumerate(left_edges(path)):
        moved_pt = (side // 2) * 0.2 * POINTS_PER_MM
        assert left == pytest.approx(100 + moved_pt, abs=0.01)
        assert right == pytest.approx(496 - moved_pt, abs=0.01)


def test_nothing_reaches_over_the_fold(tmp_path: Path) -> None:
    """Each page is black far beyond its edges, and moved towards the fold; where its half is white it is left out."""
    path = tmp_path / "booklet.pdf"
    black = impose(pages(8, (396, 612), "-200 -200 900 1100 re f")).pdf
    with pikepdf.open(BytesIO(black)) as pdf:
        for page in pdf.pages:
            page.obj.Contents = pdf.make_stream(page.obj.Contents.read_bytes().split(b"\n")[0])  # the left half alone
        pdf.save(path)
    for picture in poppler.pictures(path, tmp_path / "drawn", dpi=72):
        assert picture.getpixel((390, 300)) == 0
        assert picture.crop((397, 0, 792, 612)).getextrema() == (255, 255)


def test_the_printers_dialog_is_told_how() -> None:
    with pikepdf.open(BytesIO(impose(pages(4, (396, 612))).pdf)) as pdf:
        wishes = pdf.Root.ViewerPreferences
        assert (wishes.Duplex, wishes.PrintScaling) == (Name.DuplexFlipShortEdge, Name("/None"))
        assert (str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)) == ("Ferries", "en")


def test_equal_kits_give_equal_bytes() -> None:
    kit = pages(8, (396, 612))
    assert impose(kit) == impose(kit)
