"""Looks that change what is said: struck through, raised, quoted. They are kept as characters, or told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE

from presskit.model import Release
from presskit.reading.result import Reading
from tests.support.office_files import odt
from tests.support.reading import read_release
from tests.support.word_files import add_xml, run, word

Fill = Callable[[Document], object]
HEAD = "The night ferry sails again"
STRUCK = "<style:style style:name='T1' style:family='text'><style:text-properties "
STRUCK += "style:text-line-through-style='solid'/></style:style>"


def by_style(name: str, *, strike: bool = False, raised: bool = False) -> Fill:
    """Add a paragraph of which a run is in a style of its own, based on one that says how it looks."""

    def fill(document: Document) -> None:
        base = document.styles.add_style("Base", WD_STYLE_TYPE.CHARACTER)
        base.font.strike, base.font.superscript = strike or None, raised or None
        document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).base_style = base
        paragraph = document.add_paragraph("The fare falls from 10")
        paragraph.add_run("6" if raised else " pence", style=name)
        paragraph.add_run(" to 5 pence.")

    return fill


def texts(reading: Reading[Release]) -> str:
    return "\n".join(block.text for block in reading.document.body)


def told(reading: Reading[Release]) -> list[str]:
    """Return the words struck through that are listed; there is a finding exactly where there are some."""
    gone = [one.text for one in reading.document.removed if one.why == "struck through in the file"]
    assert [one.code for one in reading.findings if one.code == "s-036"] == ["s-036"][: len(gone)]
    return gone


@pytest.mark.parametrize(
    "markup",
    [
        "from <s>ten</s> to five",
        "from <del>ten</del> to five",
        "from <strike><b>ten</b></strike> to five",
        "from <span style='color: red; text-decoration: Line-Through'>ten</span> to five",
        "from <s>t</s><s>en</s> to five",
    ],
)
def test_a_web_pages_struck_words_are_listed_and_not_printed(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<p>{HEAD}</p><p>The fare falls {markup} pence.</p>", encoding="utf-8")
    reading = read_release(path)
    assert texts(reading) == "The fare falls from to five pence."
    assert "".join(told(reading)) == "ten"


def test_struck_rows_and_paragraphs_leave_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<p>{HEAD}</p><p><s>Not this.</s></p><p>But this.</p>"
        "<table><tr style='text-decoration:line-through'><td>1<td>2<tr><td>3<td>4</table>",
        encoding="utf-8",
    )
    reading = read_release(path)
    assert texts(reading) == "But this.\n3\t4"
    assert told(reading) == ["Not this.", "1", "2"]


def test_markdowns_tildes_strike_words_through(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# {HEAD}\n\nFrom ~~10 pence~~ 5 pence, and ~40 boats.\n\n- ~~a~~ b\n", encoding="utf-8")
    reading = read_release(path)
    assert texts(reading) == "From 5 pence, and ~40 boats.\nb"
    assert told(reading) == ["10 pence", "a"]
    [finding] = [one for one in reading.findings if one.code == "s-036"]
    assert (finding.where.line, finding.severity) == (3, "error")


@pytest.mark.parametrize(
    "fill",
    [
        lambda document: add_xml(
            document, run("The fare falls from 10") + run(" pence", "<w:strike/>") + run(" to 5 pence.")
        ),
        lambda document: add_xml(
            document, run("The fare falls from 10") + run(" pence", "<w:dstrike/>") + run(" to 5 pence.")
        ),
        by_style("Gone", strike=True),
    ],
)
def test_words_struck_words_are_listed_and_not_printed(tmp_path: Path, fill: Fill) -> None:
    reading = read_release(word(tmp_path / "a.docx", HEAD, fill=fill))
    assert texts(reading) == "The fare falls from 10 to 5 pence."
    assert told(reading) == ["pence"]


def test_a_line_that_is_switched_off_strikes_nothing(tmp_path: Path) -> None:
    plain = lambda document: add_xml(document, run("All of this.", '<w:strike w:val="0"/><w:dstrike w:val="false"/>'))  # noqa: E731
    reading = read_release(word(tmp_path / "a.docx", HEAD, fill=plain))
    assert (texts(reading), told(reading)) == ("All of this.", [])


def test_what_a_style_raises_is_raised(tmp_path: Path) -> None:
    reading = read_release(word(tmp_path / "a.docx", HEAD, fill=by_style("Power", raised=True)))
    assert texts(reading) == "The fare falls from 10⁶ to 5 pence."


def test_struck_words_of_opendocument_and_rich_text_are_listed(tmp_path: Path) -> None:
    body = f"<text:p>{HEAD}</text:p><text:p>From <text:span text:style-name='T1'>ten</text:span> to five.</text:p>"
    rich = tmp_path / "a.rtf"
    rich.write_bytes(rb"{\rtf1\ansi " + HEAD.encode() + rb"\par From {\strike ten}{\deleted six} to five.\par}")
    for path in (odt(tmp_path / "a.odt", body, automatic=STRUCK), rich):
        reading = read_release(path)
        assert texts(reading) == "From to five."
        assert told(reading) == ["ten"]


def test_the_marks_that_a_browser_draws_are_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<p>{HEAD}</p><p>She said <q>we wait for <q>her</q> here</q>.</p>", encoding="utf-8")
    assert texts(read_release(path)) == "She said “we wait for ‘her’ here”."
