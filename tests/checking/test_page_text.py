from __future__ import annotations

from math import isnan

import pytest
from pikepdf import Array, Dictionary, Name

from presskit.checking.marks.page_fonts import read_to_unicode
from presskit.checking.marks.page_text import marked_texts
from tests.support.small_pdf import SmallPdf


def read(small: SmallPdf) -> dict[int, str]:
    return {number: one.text for number, one in marked_texts(small.read().pages[0]).items()}


def texts_of(content: bytes, to_unicode: bytes | None = None, *, is_composite: bool = False) -> dict[int, str]:
    small = SmallPdf()
    font = small.font()
    if to_unicode is not None:
        font.ToUnicode = small.pdf.make_stream(to_unicode)
    if is_composite:
        font.Subtype = Name.Type0
    small.add_page(content, font)
    return read(small)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"/P <</MCID 4>> BDC /F 9 Tf (Tide) Tj EMC", {4: "Tide"}, id="literal"),
        pytest.param(b"/P << /Lang (fr) /MCID 4 >> BDC /F 9 Tf <54 69 64 6> Tj EMC", {4: "Tid`"}, id="hexadecimal"),
        pytest.param(b"/P <</MCID 0>> BDC /F 9 Tf [(Ti) -20 () 3 (de)] TJ EMC", {0: "Tide"}, id="kerned"),
        pytest.param(b"/P <</MCID 0>> BDC /F 9 Tf (a) ' 1 2 (b) \" EMC", {0: "ab"}, id="line operators"),
        pytest.param(rb"/P <</MCID 0>> BDC /F 9 Tf (\(a\)\050\\\n\tb\53) Tj EMC", {0: "(a)(\\\n\tb+"}, id="escapes"),
        pytest.param(b"/P <</MCID 0>> BDC /F 9 Tf (a\\\nb) Tj EMC", {0: "ab"}, id="broken line"),
        pytest.param(
            b"/F 9 Tf /P <</MCID 0>> BDC (a) Tj EMC (b) Tj /P <</MCID 1>> BDC (c) Tj EMC", {0: "a", 1: "c"}, id="two"
        ),
        pytest.param(
            b"/F 9 Tf /P <</MCID 0>> BDC (a) Tj /Span <</E (x)>> BDC (b) Tj EMC (c) Tj EMC", {0: "abc"}, id="nested"
        ),
        pytest.param(
            b"/F 9 Tf /P <</MCID 0>> BDC (a) Tj /Span <</ActualText <feff00e9>>> BDC (b) Tj /X BMC (c) Tj EMC EMC EMC",
            {0: "aé"},
            id="said in other words",
        ),
        pytest.param(
            b"/F 9 Tf /P <</MCID 0 /ActualText (\\351t\\351)>> BDC (x) Tj EMC", {0: "été"}, id="all in other words"
        ),
        pytest.param(b"/F 9 Tf /P <</MCID 0>> BDC (a) Tj /X BMC (b) Tj EMC EMC", {0: "ab"}, id="nested, bare"),
        pytest.param(
            b"/F 9 Tf /Artifact <</Type /Pagination>> BDC (3) Tj EMC /Artifact BMC (4) Tj EMC", {}, id="artifact"
        ),
        pytest.param(
            b"/P <</MCID 0>> BDC BI /W 1 /H 1 ID (\x00BDC\xff EI /F 9 Tf (a) Tj EMC", {0: "a"}, id="inline picture"
        ),
        pytest.param(b"EMC /P <</MCID 0>> BDC /F 9 Tf (a) Tj", {0: "a"}, id="unbalanced"),
        pytest.param(b"/P <</MCID 0>> BDC /Lost 9 Tf (a) Tj EMC", {}, id="a font that is not there"),
        pytest.param(b"", {}, id="nothing"),
    ],
)
def test_text_is_found_by_its_number(content: bytes, expected: dict[int, str]) -> None:
    assert texts_of(content) == expected


def test_a_number_may_be_named_in_the_resources() -> None:
    small = SmallPdf()
    page = small.add_page(b"/F 9 Tf /P /Mark BDC (a) Tj EMC /P /Lost BDC (b) Tj EMC")
    page.obj.Resources.Properties = Dictionary(Mark=Dictionary(MCID=7))
    assert read(small) == {7: "a"}


def test_a_page_without_content_has_no_text() -> None:
    small = SmallPdf()
    page = small.add_page(b"")
    del page.obj.Contents
    assert read(small) == {}


def test_streams_of_a_page_are_one() -> None:
    small = SmallPdf()
    page = small.add_page(b"")
    page.obj.Contents = Array(
        [small.pdf.make_stream(b"/P <</MCID 0>> BDC /F 9 Tf (a) Tj"), small.pdf.make_stream(b"EMC")]
    )
    assert read(small) == {0: "a"}


def test_codes_of_two_bytes_become_text() -> None:
    cmap = b"1 beginbfchar\n<0102> <0041>\nendbfchar\n1 beginbfrange\n<0200> <0202> <0062>\nendbfrange"
    content = b"/P <</MCID 0>> BDC /F 9 Tf <010202010202ffff> Tj EMC"
    assert texts_of(content, cmap, is_composite=True) == {0: "Acd"}


def test_ligatures_and_letters_beyond_the_first_plane_are_read() -> None:
    cmap = (
        b"2 beginbfchar <01> <00660069> <02> <d835dc9c> endbfchar 1 beginbfrange <03> <05> [<0078> <0079>] endbfrange"
    )
    assert read_to_unicode(cmap) == {1: "fi", 2: "𝒜", 3: "x", 4: "y"}


def test_codespaces_are_no_text() -> None:
    assert read_to_unicode(b"1 begincodespacerange <0000> <ffff> endcodespacerange") == {}


@pytest.mark.parametrize(
    ("content", "heights"),
    [
        (b"1 0 0 1 5 700 Tm (a) Tj 1 0 0 1 5 688 Tm (b) Tj", (700, 688)),
        (b"1 0 0 1 5 700 Tm (a) Tj (b) Tj", (700, 700)),
        (b"1 0 0 1 5 700 Tm (a) Tj 0 -12 Td (b) Tj", (700, None)),  # moved, and nobody reckons where to
        (b"(a) Tj", (None, None)),
        (b"1 0 0 1 5 7.0.0 Tm (a) Tj", (None, None)),
    ],
)
def test_how_high_a_piece_stands_is_told_where_it_is_stated(content: bytes, heights: tuple[float | None, ...]) -> None:
    small = SmallPdf()
    small.add_page(b"/P <</MCID 0>> BDC /F 9 Tf " + content + b" EMC")
    one = marked_texts(small.read().pages[0])[0]
    assert tuple(None if isnan(height) else height for height in (one.start, one.end)) == heights
