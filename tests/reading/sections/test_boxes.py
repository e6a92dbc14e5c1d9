"""What a source sets apart from its text is a fact box, with every word once."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx.document import Document

from presskit.reading.formats.opening import open_source
from presskit.reading.result import Reading
from presskit.writing.sources import source_of
from tests.reading.conftest import Write
from tests.reading.sections.test_sections import read
from tests.support.word_files import add_xml, run, word

NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
LENS = ("Did you know?", ["The lens weighs five tons.", "It turns."])
HEAD = {".md": "# T\n\nLead.\n\n## Long ago\n\nOil.\n\n", ".html": "<h1>T</h1><p>Lead.</p><h2>Long ago</h2><p>Oil.</p>"}
ASIDES = {
    "a.html": "<aside><h3>Did you know?</h3><p>The lens weighs five tons.</p><p>It turns.</p></aside>",
    "bold.html": "<aside><p><b>Did you know?</b></p><p>The lens weighs five tons.</p><p>It turns.</p></aside>",
    "divs.html": "<aside><div><h3>Did you know?</h3><div>The lens weighs five tons.</div></div>It turns.</aside>",
    "whole.md": "<aside><h3>Did you know?</h3><p>The lens weighs five tons.</p><p>It turns.</p></aside>\n",
    "parted.md": "<aside>\n\n**Did you know?**\n\nThe lens weighs five tons.\n\nIt turns.\n\n</aside>\n",
    "begun.md": "<aside><h3>Did you know?</h3>\n\nThe lens weighs five tons.\n\nIt turns.\n</aside>\n",
}


@pytest.mark.parametrize("name", ASIDES)
def test_an_aside_is_a_fact_box(write: Write, name: str) -> None:
    ending = Path(name).suffix
    after = "\n\nNow.\n" if ending == ".md" else "<p>Now.</p>"
    sections = read(write(name, HEAD[ending] + ASIDES[name] + after)).sections
    assert [(section.kind, section.heading) for section in sections] == [
        ("text", "Long ago"),
        ("box", LENS[0]),
        ("text", None),
    ]
    assert [block.text for block in sections[1].blocks] == LENS[1]


def test_two_boxes_stay_two_and_lists_stay_lists(write: Write) -> None:
    aside = "<aside><p>One of it.</p><ul><li>a</li><li>b</li></ul></aside>"
    sections = read(write("a.html", HEAD[".html"] + aside * 2)).sections
    assert [[block.kind for block in section.blocks] for section in sections[1:]] == [["paragraph", "list"]] * 2


def test_a_block_of_quotation_with_a_list_in_it_is_a_box_where_it_has_a_title(write: Write) -> None:
    text = f"{HEAD['.md']}> **In short**\n>\n> - one\n> - two\n\nNow.\n\n> [!NOTE]\n> - three\n"
    sections = read(write("a.md", text)).sections
    assert [(section.kind, section.heading) for section in sections[1:]] == [
        ("box", "In short"),
        ("text", None),
        ("box", None),
    ]


PARAGRAPH = (
    "The tower stood dark for two years, and no boat came near it after sunset, for nobody knew where the rocks began."
)
PAGE = f"""<html><head><title>The lamp</title></head><body><nav><a href="/">Home</a></nav><main><h1>The lamp</h1>
<p>{PARAGRAPH}</p><p>Then somebody climbed up, 211 steps, with oil and a match. {PARAGRAPH}</p>
{{}}<p>Now it burns again, and the boats come in at night. {PARAGRAPH}</p></main></body></html>"""


@pytest.mark.parametrize(
    ("aside", "is_kept"),
    [
        (ASIDES["a.html"], True),
        ('<aside><h3>Did you know?</h3><p>Read <a href="https://x.example/">this</a>.</p></aside>', False),
        ('<aside class="newsletter"><h3>Did you know?</h3><p>We write each month.</p></aside>', False),
        ("<aside><p>Did you know? Somebody might.</p></aside>", False),
    ],
)
def test_of_a_saved_page_the_box_within_the_text_is_kept(write: Write, aside: str, is_kept: bool) -> None:
    sections = read(write("a.html", PAGE.format(aside))).sections
    assert (LENS[0] in [section.heading for section in sections if section.kind == "box"]) == is_kept
    assert ("Did you know" in str(sections)) == is_kept


def in_box(*paragraphs: str, forms: str = "both") -> str:
    """Return a text box as Word writes it, in its new form, in its old one, or in both."""
    words = "".join(f"<w:p>{words}</w:p>" for words in paragraphs)
    content = f"<w:txbxContent>{words}</w:txbxContent>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>'
    old = f'<mc:Fallback><w:pict><v:shape id="B"><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>'
    bare = '<mc:Fallback><w:pict><v:shape id="B"/></w:pict></mc:Fallback>'
    inside = {"both": new + old, "new": new, "bare": new + bare, "old": old}[forms]
    return f"<w:r><mc:AlternateContent {NAMES}>{inside}</mc:AlternateContent></w:r>"


@pytest.mark.parametrize("forms", ["both", "new", "bare", "old"])
def test_a_text_box_of_word_is_a_box_and_every_word_stands_once(tmp_path: Path, forms: str) -> None:
    def fill(document: Document) -> None:
        document.add_heading("The lamp", 0)
        document.add_paragraph("Lead.")
        box = in_box(run(LENS[0], "<w:b/>"), *map(run, LENS[1]), forms=forms)
        add_xml(document, run("Oil.") + box + in_box(run("Second."), forms=forms))
        document.add_paragraph("Now.")

    path = word(tmp_path / "a.docx", fill=fill)
    assert not open_source(path).text.removed
    sections = read(path).sections
    assert [(section.kind, section.heading, [block.text for block in section.blocks]) for section in sections] == [
        ("text", None, ["Oil."]),
        ("box", *LENS),
        ("box", None, ["Second."]),
        ("text", None, ["Now."]),
    ]


def test_a_box_inside_a_box_stays_behind_the_words_it_hangs_on(tmp_path: Path) -> None:
    inner = run("Outside.") + in_box(run("Inside."))
    path = word(
        tmp_path / "a.docx", "T", "Lead.", fill=lambda document: add_xml(document, in_box(inner, run("Beyond.")))
    )
    words = [block.text for section in read(path).sections for block in section.blocks]
    assert sorted(words) == ["Beyond.", "Inside.", "Outside."]


def test_an_imported_box_is_the_same_box_again(write: Write) -> None:
    sheet = read(write("a.html", HEAD[".html"] + ASIDES["a.html"] + "<aside><ul><li>a</li></ul></aside>"))
    again = read(write("b.md", source_of(Reading(sheet, ()), "en")))
    told = [
        [(one.kind, one.heading, [each.text for each in one.blocks]) for one in by.sections] for by in (sheet, again)
    ]
    assert told[0] == told[1]
