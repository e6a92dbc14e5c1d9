"""No letter lies outside of a page, behind the edge of a box that cuts, or on other letters."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Stream

from presskit.checking.faults.cut_text import is_cut
from presskit.checking.faults.overprint import overprinted
from presskit.checking.marks import drawn, placed_lines
from presskit.checking.marks.page_fonts import Fonts
from presskit.checking.marks.placed_lines import Line, lines_on
from presskit.errors import SourceError
from presskit.limits import Limit
from tests.conftest import Cli
from tests.support.looks import looks
from tests.support.small_pdf import SmallPdf

NAMES = b"1 beginbfrange <0041> <007a> <0041> endbfrange"
LINE = "<00410062006300640065>"  # five letters, half an em each: 25pt wide in 10pt
LONG = "Havenferrysocietyandneighbourhoodlandingstagepreservation"


def lines_of(content: str) -> list[Line]:
    """Return the lines of a page of 200 by 200 points, in a font of half an em for each letter."""
    small = SmallPdf()
    below = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, DW=1000, W=Array([65, 90, 500, 97, Array([500] * 26)])
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, DescendantFonts=Array([below]), ToUnicode=Stream(small.pdf, NAMES)
    )
    small.add_page(content.encode(), small.pdf.make_indirect(font))
    small.pdf.pages[0].obj.Resources.ExtGState = Dictionary(Faint=Dictionary(ca=0.14))
    return list(lines_on(small.read().pages[0], Fonts()))


def cut_on(content: str) -> list[str]:
    return [line.text for line in lines_of(content) if is_cut(line)]


@pytest.mark.parametrize(
    ("content", "is_found"),
    [
        (f"BT 1 0 0 1 100 100 Tm /F 10 Tf [{LINE}] TJ ET", False),
        (f"BT 1 0 0 1 174.6 100 Tm /F 10 Tf [{LINE}] TJ ET", False),  # up to the edge
        (f"BT 1 0 0 1 180 100 Tm /F 10 Tf [{LINE}] TJ ET", True),
        (f"BT 1 0 0 1 100 100 Tm /F 10 Tf [{LINE} -8000 {LINE}] TJ ET", True),  # white between letters
        ("BT 1 0 0 1 178 100 Tm /F 10 Tf [<00410062006300640020>] TJ ET", False),  # a space
        (f"BT 1 0 0 1 100 -3 Tm /F 10 Tf [{LINE}] TJ ET", True),
        (f"q 50 50 100 100 re W n BT 1 0 0 1 60 60 Tm /F 10 Tf [{LINE}] TJ ET Q", False),
        (f"q 50 50 30 100 re W n BT 1 0 0 1 60 60 Tm /F 10 Tf [{LINE}] TJ ET Q", True),
        (f"q 50 50 30 100 re W n Q BT 1 0 0 1 60 60 Tm /F 10 Tf [{LINE}] TJ ET", False),  # the box has ended
        (f"50 50 30 100 re f BT 1 0 0 1 60 60 Tm /F 10 Tf [{LINE}] TJ ET", False),  # a field does not cut
        (f"q 0.5 0 0 0.5 0 0 cm BT 1 0 0 1 340 100 Tm /F 10 Tf [{LINE}] TJ ET Q", False),
        (f"q 2 0 0 2 0 0 cm BT 1 0 0 1 80 50 Tm /F 10 Tf [{LINE}] TJ ET Q", True),
        (f"BT 0 1 -1 0 195 180 Tm /F 10 Tf [{LINE}] TJ ET", True),  # upright, over the upper edge
        (f"BT 1 0 0 1 160 100 Tm /F 10 Tf [{LINE}] TJ [{LINE}] TJ ET", True),  # the second goes on behind the first
        (f"/Figure <</MCID 1>> BDC BT 1 0 0 1 190 100 Tm /F 10 Tf [{LINE}] TJ ET EMC", False),
    ],
)
def test_a_letter_that_nobody_sees_whole_is_found(content: str, is_found: bool) -> None:
    assert bool(cut_on(content)) == is_found


def test_the_whole_line_is_told() -> None:
    assert cut_on(f"BT 1 0 0 1 190 100 Tm /F 10 Tf [{LINE}] TJ ET") == ["Abcde"]


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        (f"1 0 0 1 110 100 Tm [{LINE}] TJ", True),
        (f"1 0 0 1 110 102 Tm [{LINE}] TJ", True),
        (f"1 0 0 1 110 104 Tm [{LINE}] TJ", False),  # the next line, set close
        (f"1 0 0 1 125 100 Tm [{LINE}] TJ", False),  # the line goes on
        (f"1 0 0 1 124 103 Tm [{LINE}] TJ", False),  # raised behind it
        ("1 0 0 1 110 100 Tm [<0020>] TJ", False),  # nothing is seen of a space
        (f"[{LINE}] TJ", False),
        (f"/Faint gs 1 0 0 1 110 100 Tm [{LINE}] TJ", False),  # “DRAFT” across a page
        (f"0 1 -1 0 112 90 Tm [{LINE}] TJ", True),  # upright, across it
    ],
)
def test_lines_on_top_of_each_other_are_found(second: str, is_found: bool) -> None:
    lines = lines_of(f"BT 1 0 0 1 100 100 Tm /F 10 Tf [{LINE}] TJ {second} ET")
    assert [*overprinted(lines)] == ([("Abcde", "Abcde")] if is_found else [])


@pytest.mark.parametrize("second", ["1 0 0 1 125 100 Tm", "1 0 0 1 75 100 Tm"])
def test_the_whole_of_lines_on_top_of_each_other_is_told(second: str) -> None:
    """Words that are held together are painted apart from those before and after them, in either direction."""
    tied = f"BT /F 10 Tf 1 0 0 1 100 100 Tm [{LINE}] TJ {second} [{LINE}] TJ 1 0 0 1 102 102 Tm [{LINE}] TJ ET"
    assert dict.fromkeys(overprinted(lines_of(tied))) == {("Abcde", "AbcdeAbcde"): None}


def test_forms_that_draw_each_other_without_end_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each draws the next one eight times: twelve levels of that are more than anybody waits for."""
    monkeypatch.setattr(placed_lines, "PDF_STEPS", Limit("steps of painting", 20_000))
    monkeypatch.setattr(drawn, "PDF_STEPS", Limit("steps of painting", 20_000))
    small = SmallPdf()
    forms = [Stream(small.pdf, b"/X Do " * 8, Subtype=Name.Form, BBox=Array([0, 0, 99, 99])) for _ in range(12)]
    made = [small.pdf.make_indirect(form) for form in forms]
    for form, inner in pairwise(made):
        form.Resources = Dictionary(XObject=Dictionary(X=inner))
    made[-1].Resources = Dictionary(XObject=Dictionary(X=made[-1]))
    small.add_page(b"/X Do")
    small.pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(X=made[0]))
    page = small.read().pages[0]
    with pytest.raises(SourceError, match="steps of painting"):
        list(lines_on(page, Fonts()))
    with pytest.raises(SourceError, match="steps of painting"):
        drawn.pictures_of(page, drawn.Marks())


def settings(values: dict[str, str]) -> str:
    return "".join(f'{key} = "{value}"\n' for key, value in values.items())


@pytest.mark.parametrize(("theme", "paper"), looks())
def test_no_page_cuts_a_word_that_is_longer_than_its_place(tmp_path: Path, cli: Cli, theme: str, paper: str) -> None:
    """Built, the kit is read back: p-048 would stop it. Every place has a name or an address too long for it."""
    address = f"https://www.{LONG.lower()}.example"
    brand = {
        "name": f"{LONG} of Ferries",
        "address": f"{LONG} 4, Aldermere AL2 7QT",
        "web": address,
        "disclosure": f"{LONG} paid.",
    }
    person = {"name": f"Ona {LONG}", "role": LONG, "email": f"ona@{LONG.lower()}.example", "phone": "+1 202 555 0143"}
    kit = {"title": LONG, "event": LONG, "summary": address, "download": address}
    files = {
        "kit.toml": "date = 2031-05-12\n" + settings(kit),
        "brand/brand.toml": settings(brand) + "[[contacts]]\n" + settings(person),
        "releases/a.md": f"# {LONG} sails\n\nHAVEN, 12 May 2031 – {LONG} of {address} sails.\n\n> {LONG}\n\n###\n",
        "factsheet.md": f"# {LONG}\n\n| | |\n|---|---|\n| Owner | {LONG} |\n\n## {LONG}\n\nWhy {LONG}?\n\n{LONG}.\n",
        "bios/ona.md": f"# Ona {LONG}\n\n{LONG}\n\nOna sails.\n",
        "boilerplate.txt": f"{LONG} was founded in 1926.\n",
    }
    for name, text in files.items():
        path = tmp_path / "kit" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = cli("build", tmp_path / "kit", "--theme", theme, "--paper", paper, "-o", tmp_path / "kit.pdf")
    assert done.code == 0, done.out
    assert "cannot be seen whole" not in done.out
