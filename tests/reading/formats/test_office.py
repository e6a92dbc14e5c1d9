from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from presskit.errors import SourceError
from presskit.reading.formats.office import converted as office
from presskit.reading.formats.opening import open_source
from presskit.reading.pictures.images import size_of
from presskit.reading.pictures.in_texts import find_picture, names_in
from tests.support.office_files import odt
from tests.support.reading import read_release

RELEASE = """
<text:p text:style-name="Title">The night ferry sails again</text:p>
<text:p>SALTMARSH, June 4, 2026 – The night ferry <text:span text:style-name="T1">Marigold</text:span> sails again
tonight, nine years<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>Counted from the storm.</text:p></text:note-body></text:note> after the storm.</text:p>
<text:list><text:list-item><text:p>two decks</text:p></text:list-item>
<text:list-item><text:p>one bell</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Deck</text:p></table:table-cell>
<table:table-cell><text:p>Seats</text:p></table:table-cell></table:table-row></table:table>
<text:p>See <text:a xlink:href="https://example.org/ferry">the timetable</text:a>.</text:p>
"""
BOLD = "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"


def picture() -> bytes:
    data = BytesIO()
    Image.new("RGB", (300, 200), "#12355b").save(data, "PNG")
    return data.getvalue()


def test_opendocument_is_read_whole(tmp_path: Path) -> None:
    path = odt(tmp_path / "ferry.odt", RELEASE, automatic=BOLD)
    reading = read_release(path)
    release = reading.document
    assert release.headline == "The night ferry sails again"
    assert release.dateline
    assert release.dateline.place == "SALTMARSH"
    assert "<strong>Marigold</strong>" in release.body[0].html
    assert "nine years¹ after" in release.body[0].text
    assert [block.text for block in release.notes] == ["Counted from the storm."]
    assert {block.kind for block in release.body} >= {"paragraph", "list", "table"}
    assert any('href="https://example.org/ferry"' in block.html for block in release.body)
    assert not [item for item in reading.findings if item.severity == "error"]


def test_a_picture_in_opendocument_is_found_inside_it(tmp_path: Path) -> None:
    body = (
        "<text:p>The ferry sails.</text:p><text:p><draw:frame svg:width='8cm' svg:height='5cm'>"
        "<draw:image xlink:href='Pictures/deck.png'/></draw:frame></text:p>"
    )
    path = odt(tmp_path / "my ferry.odt", body, pictures={"deck.png": picture()})
    [figure] = [block for block in open_source(path).text.blocks if block.kind == "figure"]
    found = find_picture(names_in(figure)[0], path)
    assert found
    assert size_of(found) == (300, 200)


FIELDS = (
    *("date", "time", "user-defined", "author-name", "sender-company", "sender-phone-work", "variable-get"),
    *("user-field-get", "conditional-text", "drop-down", "text-input", "bookmark-ref", "sequence", "meta-field"),
)


def test_what_a_field_of_opendocument_shows_stays_in_its_place(tmp_path: Path) -> None:
    lines = "".join(f"<text:p>Before <text:{name}>the {name}</text:{name}>, behind.</text:p>" for name in FIELDS)
    blocks = open_source(odt(tmp_path / "a.odt", lines)).text.blocks
    assert [block.text for block in blocks] == [f"Before the {name}, behind." for name in FIELDS]


def test_a_field_that_waits_for_words_is_told_and_ruby_is_read(tmp_path: Path) -> None:
    ruby = "<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>minato</text:ruby-text></text:ruby>"
    hint = "<text:placeholder text:placeholder-type='text'>&lt;Name of the speaker&gt;</text:placeholder>"
    path = odt(tmp_path / "a.odt", f"<text:p>The {ruby} opens.</text:p><text:p>{hint} speaks.</text:p>")
    read = read_release(path)
    assert "The 港(minato) opens." in [block.text for block in open_source(path).text.blocks]
    assert "[Name of the speaker]" in "".join(item.message for item in read.findings if item.code == "c-007")


def test_what_opendocument_hides_is_told_and_never_printed(tmp_path: Path) -> None:
    automatic = (
        "<style:style style:name='T9' style:family='text'><style:text-properties text:display='none'/></style:style>"
    )
    body = (
        "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion><text:p>the old fare</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>The ferry sails.<office:annotation><dc:creator>A</dc:creator><text:p>is this so?</text:p>"
        "</office:annotation> <text:span text:style-name='T9'>the secret price</text:span></text:p>"
    )
    path = odt(tmp_path / "a.odt", body, automatic=automatic, head="EMBARGOED until May 12, 2027")
    opened = open_source(path)
    told = {item.code: item.message for item in opened.findings}
    assert "the old fare" in told["c-024"]
    assert "is this so?" in told["c-025"]
    assert "the secret price" in told["c-026"]
    printed = " ".join(block.text for block in opened.text.blocks)
    assert not any(words in printed for words in ("old fare", "is this so", "EMBARGOED"))
    assert [line.text for line in opened.text.removed] == ["EMBARGOED until May 12, 2027"]


RICH = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\header\pard Not before May 12, 2027\par}"
    rb"\pard{\b The night ferry sails again}\par SALTMARSH, June 4, 2026 \u8211? The caf\'e9 opens."
    rb" {\v the secret price}{\deleted the old fare}{\revised the new fare}"
    rb"{\*\annotation is this so?}{\footnote Counted twice.}\par}"
)


def test_rich_text_is_read_and_what_it_hides_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(RICH)
    opened = open_source(path)
    printed = " ".join(block.text for block in opened.text.blocks)
    assert "SALTMARSH, June 4, 2026 – The café opens." in printed
    assert "the new fare" in printed
    assert not any(words in printed for words in ("secret price", "old fare", "is this so", "Not before"))
    told = {item.code: item.message for item in opened.findings}
    assert "the old fare" in told["c-024"]
    assert "is this so?" in told["c-025"]
    assert "the secret price" in told["c-026"]
    assert [line.text for line in opened.text.removed] == ["Not before May 12, 2027"]
    assert [block.text for block in opened.text.notes] == ["Counted twice."]


def test_rich_text_under_another_name_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes(RICH)
    assert read_release(path).document.headline == "The night ferry sails again"


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"no package at all"])
def test_a_damaged_file_is_refused_in_one_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        open_source(path)
    [problem] = caught.value.problems
    assert problem.code == "s-023"
    assert "OpenDocument" in problem.message


def test_without_the_converter_the_way_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypandoc", None)
    with pytest.raises(SourceError) as caught:
        open_source(odt(tmp_path / "a.odt", RELEASE))
    [problem] = caught.value.problems
    assert problem.code == "s-003"
    assert "pypandoc-binary" in problem.message
    assert "Word Document (.docx)" in problem.hint


def test_pandoc_opens_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(picture())
    picture_out = "<draw:frame><draw:image xlink:href='../secret.png'/></draw:frame>"
    body = f"<text:p>The ferry.</text:p><text:p>{picture_out}</text:p>"
    opened = open_source(odt(tmp_path / "a.odt", body))
    figures = [block for block in opened.text.blocks if block.kind == "figure"]
    assert not any(find_picture(names_in(figure)[0], tmp_path / "a.odt") for figure in figures)
    assert office.WALL_S < 60


def coded(words: str, encoding: str) -> bytes:
    return "".join(f"\\'{byte:02x}" for byte in words.encode(encoding)).encode()


@pytest.mark.parametrize(
    ("page", "encoding", "words"),
    [
        (b"\\ansi\\ansicpg1251", "cp1251", "Новости маяка"),
        (b"\\ansi\\ansicpg1250", "cp1250", "Łódź, żółw"),
        (b"\\ansi\\ansicpg1253", "cp1253", "Δελτίο Τύπου"),
        (b"\\ansi\\ansicpg1256", "cp1256", "بيان صحفي"),
        (b"\\ansi\\ansicpg932", "cp932", "新聞発表"),
        (b"\\mac", "mac_roman", "Communiqué à la une"),
        (b"\\ansi\\ansicpg1252", "cp1252", "Communiqué à la une"),
    ],
)
def test_rich_text_is_read_in_its_own_letters(tmp_path: Path, page: bytes, encoding: str, words: str) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(b"{\\rtf1" + page + b"\\pard " + coded(words, encoding) + b"\\par \\u1055\\'3f x\\par}")
    read = open_source(path).text
    assert ([block.text for block in read.blocks], read.removed) == ([words, "П x"], ())


def test_a_note_in_rich_text_leaves_no_line_as_lost(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi \pard Body{\super\chftn}{\footnote\pard{\super\chftn} A note} goes on\par}")
    read = open_source(path).text
    assert ([block.text for block in read.blocks], read.removed) == (["Body¹ goes on"], ())


def test_a_font_of_another_script_says_how_its_letters_are_read(tmp_path: Path) -> None:
    fonts = rb"{\fonttbl{\f0\fnil\fcharset204 Arial;}{\f1\fswiss\fprq2\fcharset0 Arial;}{\f2\fcharset161 Arial;}}"
    greek, russian, western = coded("Τύπου", "cp1253"), coded("Пресс", "cp1251"), coded("Qu\u00e9bec", "cp1252")
    path = tmp_path / "a.rtf"
    body = rb"\pard\f0 " + russian + rb"\f1  " + western + rb" {\f2 " + greek + rb"} " + western + rb"\par}"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252\deff0" + fonts + body)
    read = open_source(path).text
    assert ([block.text for block in read.blocks], read.removed) == (["Пресс Québec Τύπου Québec"], ())


RICH_SIGNS = {
    "a letter of a symbol font": (rb"5 {\f1 m}m of mud", "5 μm of mud"),
    "its code": (rb"5 {\f1\'6d}m of mud", "5 μm of mud"),
    "Word's code": (rb"5 {\f1\u-3987\'6d}m of mud", "5 μm of mud"),
    "a box that is ticked": (rb"{\f2\'fe} Two piers", "☑ Two piers"),
    "an entry of an index": (rb"Two piers{\xe piers} open", "Two piers open"),
    "capitals": (rb"{\caps two} piers", "TWO piers"),
}


@pytest.mark.parametrize(("body", "words"), RICH_SIGNS.values(), ids=RICH_SIGNS)
def test_rich_text_is_read_as_it_is_shown(tmp_path: Path, body: bytes, words: str) -> None:
    fonts = rb"{\fonttbl{\f0 Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}}"
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252" + fonts + rb"\pard\f0 " + body + rb"\par}")
    text = open_source(path).text
    assert [block.text for block in text.blocks] == [words]
    assert not text.removed


def test_a_new_page_begins_a_paragraph_in_rich_text(tmp_path: Path) -> None:
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi \pard Two piers\page Nine boats\par}")
    assert [block.text for block in open_source(path).text.blocks] == ["Two piers", "Nine boats"]
