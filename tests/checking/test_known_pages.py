"""A page that was read is known again, unless anything that it is drawn of is another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from pikepdf import Array, Dictionary, Name, Stream
from pypdf import PageObject

from presskit.checking.faults.unreadable import unreadable
from presskit.checking.marks import known_pages
from presskit.checking.marks.known_pages import anew, file_read, once
from presskit.checking.marks.page_fonts import Fonts
from presskit.checking.marks.page_text import marked_texts
from tests.support.small_pdf import SmallPdf

TEXTS = b"1 beginbfrange <0041> <007a> <0041> endbfrange"
OVER = "/G gs [<00410063>] TJ 1 0 0 1 100 100 Tm [<0041>] TJ"  # on top of the line before
# What a page of 200 by 200 points is drawn of.
DRAWN: Mapping[str, object] = {
    "content": f"/P /M BDC BT 1 0 0 1 100 100 Tm /F 10 Tf [<00410062>] TJ {OVER} ET EMC /X Do",
    "texts": TEXTS,
    "widths": [500] * 26,
    "other": 1000,
    "edge": 200,
    "number": 7,
    "drawn": "BT 1 0 0 1 50 50 Tm /F 10 Tf [<00430064>] TJ ET",
    "place": [1, 0, 0, 1, 0, 0],
    "box": [0, 0, 90, 90],
    "alpha": 1,
    "name": "/X",
}
OTHERS: Mapping[str, object] = {
    "content": f"/P /M BDC BT 1 0 0 1 195 100 Tm /F 10 Tf [<00410062>] TJ {OVER} ET EMC /X Do",
    "texts": TEXTS.replace(b"<0041> endbf", b"<0051> endbf"),
    "widths": [5000] * 26,
    "other": 9000,
    "edge": 105,
    "number": 8,
    "drawn": "BT 1 0 0 1 88 50 Tm /F 10 Tf [<00430064>] TJ ET",
    "place": [1, 0, 0, 1, 190, 0],
    "box": [0, 0, 52, 90],
    "alpha": 0.14,
}


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known_pages, "_known", {})
    monkeypatch.setattr(known_pages, "_read", {})


def page_of(change: str = "") -> PageObject:
    """Return a page that is drawn of one thing other than the rest."""
    drawn = {**DRAWN, **({change: OTHERS[change]} if change else {})}
    small = SmallPdf()
    widths = Array([65, Array(drawn["widths"])])  # type: ignore[arg-type]
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, DW=drawn["other"], W=widths)
    texts = Stream(small.pdf, drawn["texts"])  # type: ignore[arg-type]
    font = small.pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type0, DescendantFonts=Array([below]), ToUnicode=texts)
    )
    form = Stream(small.pdf, str(drawn["drawn"]).encode(), Subtype=Name.Form, BBox=Array(drawn["box"]))  # type: ignore[arg-type]
    form.Matrix, form.Resources = Array(drawn["place"]), Dictionary(Font=Dictionary(F=font))  # type: ignore[arg-type]
    page = small.add_page(str(drawn["content"]).encode(), font)
    page.obj.Resources.XObject = Dictionary({str(drawn["name"]): small.pdf.make_indirect(form)})
    page.obj.Resources.ExtGState = Dictionary(G=Dictionary(ca=drawn["alpha"]))
    marked = small.pdf.make_indirect(Dictionary(MCID=small.pdf.make_indirect(drawn["number"])))
    page.obj.Resources.Properties = Dictionary(M=marked)
    page.obj.TrimBox = Array([0, 0, drawn["edge"], 200])
    return small.read().pages[0]


def read(page: PageObject, fonts: Fonts) -> object:
    """Return all that is read of a page."""
    return unreadable(page, fonts), marked_texts(page, fonts)


@pytest.mark.parametrize("change", OTHERS)
def test_a_page_of_which_anything_is_another_is_read_anew(change: str) -> None:
    before, after = once(read, page_of(), Fonts()), once(read, page_of(change), Fonts())
    assert len(known_pages._read[read]) == 2
    assert (before, after) == (anew(read, page_of(), Fonts()), anew(read, page_of(change), Fonts()))
    assert before != after


def test_a_page_that_is_the_same_is_known() -> None:
    calls: Iterator[int] = iter(range(1))

    def once_only(page: PageObject, fonts: Fonts) -> int:
        return next(calls)

    assert [once(once_only, page_of(), Fonts()) for _ in range(3)] == [0, 0, 0]
    file_read(once_only)
    assert once(once_only, page_of(), Fonts()) == 0


def test_other_questions_of_a_page_have_other_answers() -> None:
    page = page_of()
    assert once(marked_texts, page, Fonts()) != once(unreadable, page, Fonts())


def test_the_pages_of_one_file_are_held() -> None:
    for change in OTHERS:
        once(read, page_of(change), Fonts())
    file_read(read)
    once(read, page_of(), Fonts())
    file_read(read)
    assert len(known_pages._known[read]) == 1
    assert not known_pages._read
