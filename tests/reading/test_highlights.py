"""Words that are highlighted, white or tiny in an office's file or on a web page are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document
from docx.shared import RGBColor

from presskit.names import brief
from presskit.reading.formats.office.converted import read_office
from presskit.reading.formats.office.highlights import highlighted
from presskit.reading.formats.web import read_page
from presskit.reading.packages import open_package
from tests.support.office_files import odt
from tests.support.word_files import add_xml, run, word

LIT = '<w:highlight w:val="yellow"/>'


def told(path: Path) -> list[str]:
    return [brief(one.message).partition(":")[0] for one in highlighted(open_package(path))]


def test_neighbours_are_one_passage_and_long_ones_are_cut(tmp_path: Path) -> None:
    runs = run("It sails ") + run("on 12 ", LIT) + run("May", f"<w:b/>{LIT}") + run(" at nine.")
    long = run("one two three four five six seven eight nine ten eleven twelve thirteen", LIT)
    path = word(tmp_path / "a.docx", fill=lambda document: (add_xml(document, runs), add_xml(document, long)))
    shown = "one two three four five six seven eight nine ten eleven twelve …"
    assert told(path) == ["“on 12 May” is highlighted", f"“{shown}” is highlighted"]


def test_of_many_passages_the_rest_is_counted(tmp_path: Path) -> None:
    path = word(
        tmp_path / "a.docx",
        fill=lambda document: [add_xml(document, run(f"day {number}", LIT)) for number in range(7)],
    )
    assert told(path)[-1] == "“day 4” is highlighted, and 2 more"
    assert len(told(path)) == 5


@pytest.mark.parametrize("properties", ["", '<w:highlight w:val="none"/>', '<w:color w:val="FF0000"/>'])
def test_what_is_not_highlighted_is_left_in_peace(tmp_path: Path, properties: str) -> None:
    assert told(word(tmp_path / "a.docx", fill=lambda document: add_xml(document, run("on 12 May", properties)))) == []


@pytest.mark.parametrize(
    ("properties", "is_told"),
    [
        ('<w:color w:val="FFFFFF"/>', True),
        ('<w:color w:val="ffffff"/>', True),
        ('<w:sz w:val="2"/>', True),
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="12355B"/>', False),
        ('<w:color w:val="FFFFFF" w:themeColor="background1"/>', False),
        ('<w:color w:val="FF0000"/><w:sz w:val="16"/>', False),
    ],
)
def test_what_nobody_sees_in_word_is_told(tmp_path: Path, properties: str, is_told: bool) -> None:
    path = word(tmp_path / "a.docx", fill=lambda document: add_xml(document, run("old fares", properties)))
    assert [one.code for one in highlighted(open_package(path))] == (["c-068"] if is_told else [])


def test_white_words_on_the_ground_of_a_table_are_left_in_peace(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        words = document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("Fares")
        words.font.color.rgb = RGBColor(255, 255, 255)

    assert told(word(tmp_path / "a.docx", fill=fill)) == []


@pytest.mark.parametrize(
    ("look", "codes"),
    [
        ('fo:background-color="#ffff00"', ["c-067"]),
        ('fo:background-color="transparent"', []),
        ('fo:color="#ffffff"', ["c-068"]),
        ('fo:color="#ffffff" fo:background-color="#12355b"', ["c-067"]),
        ('fo:color="#000000"', []),
        ('fo:font-size="2pt"', ["c-068"]),
        ('fo:font-size="10.5pt"', []),
    ],
)
def test_so_are_those_of_opendocument(tmp_path: Path, look: str, codes: list[str]) -> None:
    style = f'<style:style style:name="T9" style:family="text"><style:text-properties {look}/></style:style>'
    body = '<text:p>It sails <text:span text:style-name="T9">on 12 May</text:span> at nine.</text:p>'
    path = odt(tmp_path / "a.odt", body, automatic=style)
    found = read_office(path, path.read_bytes(), "odt")[1]
    assert [(one.code, "“on 12 May”" in one.message) for one in found] == [(code, True) for code in codes]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("<mark>on 12 May</mark>", ["c-067"]),
        ('<span style="background-color: #ffff00">on 12 May</span>', ["c-067"]),
        ('<span style="background:rgb(255, 255, 0)">on 12 May</span>', ["c-067"]),
        ('<span style="background-color: #12355b; color: white">on 12 May</span>', []),
        ('<span style="font-size: 1px">on 12 May</span>', ["c-068"]),
        ('<span style="font-size: .9em">on 12 May</span>', []),
        ('<span style="font-size: 0.1em;">on 12 May</span>', ["c-068"]),
        ("<mark></mark>on 12 May", []),
    ],
)
def test_so_are_those_of_a_web_page(tmp_path: Path, words: str, codes: list[str]) -> None:
    page = f"<html><body><article><h1>The ferry sails</h1><p>It sails {words} at nine.</p></article></body></html>"
    found = read_page(page, tmp_path / "a.html")[1]
    assert [(one.code, "“on 12 May”" in one.message) for one in found] == [(code, True) for code in codes]


@pytest.mark.parametrize(
    ("look", "codes"),
    [
        ("\\highlight3", ["c-067"]),
        ("\\highlight0", []),
        ("\\highlight2", []),
        ("\\cf2", ["c-068"]),
        ("\\cf1", []),
        ("\\cf2\\chcbpat1", []),
        ("\\fs4", ["c-068"]),
        ("\\fs21", []),
        ("\\cf2\\plain", []),
    ],
)
def test_so_are_those_of_rich_text(tmp_path: Path, look: str, codes: list[str]) -> None:
    colours = "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red255\\green255\\blue0;}"
    data = f"{{\\rtf1\\ansi{{\\fonttbl{{\\f0 Arial;}}}}{colours}\\pard It sails {{{look} on 12 May}} at nine.\\par}}"
    found = read_office(tmp_path / "a.rtf", data.encode(), "rtf")[1]
    assert [(one.code, "“on 12 May”" in one.message) for one in found] == [(code, True) for code in codes]
