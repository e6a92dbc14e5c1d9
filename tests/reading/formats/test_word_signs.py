"""What Word shows otherwise than its letters say: symbol fonts, glosses, drop capitals, fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document

from presskit.model import Release
from presskit.reading.result import Reading
from tests.support.reading import read_release
from tests.support.word_files import add_xml, run, word

HEAD = "The night ferry sails again"
LEDE = "PORT QUILLON, May 12, 2026 – The ferry of Port Quillon sails at night again, and a ticket costs nine crowns."
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def read(path: Path, *lines: str) -> Reading[Release]:
    def fill(document: Document) -> None:
        for line in lines:
            add_xml(document, line)

    return read_release(word(path / "a.docx", HEAD, LEDE, fill=fill))


def text(path: Path, *lines: str) -> str:
    reading = read(path, *lines)
    assert not reading.document.removed
    return reading.document.body[-1].text


FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
LIST = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="low"/>'
    '<w:listEntry w:val="high"/></w:ddList></w:ffData></w:fldChar></w:r>'
)
SHOWN = {
    "a letter of a symbol font": (run("5 ") + run("m", FONT.format("Symbol")) + run("m of mud"), "5 μm of mud"),
    "Word's own code for it": (run("5 ") + run("\uf06d", FONT.format("Symbol")) + run("m of mud"), "5 μm of mud"),
    "a sign by its number": (run("5 ") + '<w:r><w:sym w:font="Symbol" w:char="F06D"/></w:r>' + run("m"), "5 μm"),
    "a gloss": (
        run("The ")
        + f"<w:r><w:ruby><w:rt>{run('kei')}</w:rt><w:rubyBase>{run('quay')}</w:rubyBase></w:ruby></w:r>"
        + run(" opens"),
        "The quay opens",
    ),
    "a tab to the margin": (run("Pier") + '<w:r><w:ptab w:alignment="right"/></w:r>' + run("nine"), "Pier nine"),
    "a figure set higher": (run("10") + run("6", '<w:position w:val="10"/>') + run(" tonnes"), "10⁶ tonnes"),
    "a list to choose from": (run("The tide is ") + LIST + code("FORMDROPDOWN") + END, "The tide is high"),
    "a sign in a field": (run("For 5 ") + BEGIN + code(r"SYMBOL 8364 \u") + END + run(" each"), "For 5 € each"),
    "a field in the code of another": (
        BEGIN
        + code("IF ")
        + BEGIN
        + code("DATE")
        + SEPARATE
        + run("hidden")
        + END
        + code('= "a"')
        + SEPARATE
        + run("The pier opens")
        + END,
        "The pier opens",
    ),
    "a field that never ends": (run("Nine ") + BEGIN + run("piers open"), "Nine piers open"),
}


@pytest.mark.parametrize(("xml", "words"), SHOWN.values(), ids=SHOWN)
def test_what_word_shows_is_read(tmp_path: Path, xml: str, words: str) -> None:
    assert text(tmp_path, xml) == words


@pytest.mark.parametrize("place", ["drop", "margin"])
def test_a_drop_capital_begins_its_word(tmp_path: Path, place: str) -> None:
    frame = f'<w:pPr><w:framePr w:dropCap="{place}" w:lines="3"/></w:pPr>'
    assert text(tmp_path, frame + run("T", '<w:position w:val="-9"/>'), run("he ferry sails.")) == "The ferry sails."


def test_what_nobody_can_write_is_told(tmp_path: Path) -> None:
    chunk = '<w:altChunk xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/>'
    reading = read(tmp_path, run("Half: ") + BEGIN + code(r"EQ \f(1;2)") + END, chunk)
    said = [one.message for one in reading.findings if one.code == "c-028"]
    assert len(said) == 2
    assert r"The formula “EQ \f(1;2)” is not in the kit" in said[0]
    assert "A part of another file is not in the kit" in said[1]


def test_a_hint_to_click_on_is_still_to_be_filled_in(tmp_path: Path) -> None:
    field = BEGIN + code("MACROBUTTON NoMacro [Name of the pier]") + END
    assert "c-007" in {one.code for one in read(tmp_path, field + run(" opens")).findings}
