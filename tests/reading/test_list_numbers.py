"""The numbers of lists are those that the writer sees: on pages, in texts, wherever another sentence points to one."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html

from presskit.reading.counting import label, numbered
from presskit.reading.formats.elements import read_elements
from presskit.reading.formats.opening import open_source
from presskit.writing.markdown import written
from presskit.writing.text import block_lines
from tests.support.word_files import W, add_xml, rewrite, word


def level(place: int, kind: str, text: str, more: str = "") -> str:
    counts = f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{place}">{counts}</w:lvl>'


def listed(path: Path, levels: str, items: str, nums: str = "") -> str:
    """Return what a text says of a Word file's list.

    items: words behind their level, “-” for a paragraph that is in no list, a “b” before the level for the second list.
    """

    def fill(document: object) -> None:
        for item in items.split("|"):
            place, _, words = item.partition(" ")
            key = "2" if place.startswith("b") else "1"
            numbers = f'<w:numPr><w:ilvl w:val="{place[-1]}"/><w:numId w:val="{key}"/></w:numPr>'
            add_xml(document, f"<w:pPr>{'' if place == '-' else numbers}</w:pPr><w:r><w:t>{words}</w:t></w:r>")

    own = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    own += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    own += f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{nums}</w:num>'
    path = word(path, "The night ferry sails again", fill=fill)
    rewrite(path, {"word/numbering.xml": lambda _: f'<w:numbering xmlns:w="{W}">{own}</w:numbering>'})
    return "\n".join(block_lines(open_source(path).text.blocks[1:]))


@pytest.mark.parametrize(
    ("levels", "items", "nums", "text"),
    [
        (level(0, "decimal", "%1."), "0 a|0 b|- pause|0 c", "", "1. a\n2. b\npause\n3. c"),
        (level(0, "upperLetter", "%1)"), "0 a|0 b", "", "A. a\nB. b"),
        (level(0, "lowerRoman", "(%1)"), "0 a|0 b|0 c|0 d", "", "i. a\nii. b\niii. c\niv. d"),
        (
            level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
            "0 a|1 b|1 c|0 d|1 e",
            "",
            "1. a\n  a. b\n  b. c\n2. d\n  a. e",
        ),
        (
            level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"),
            "0 a|1 b|1 c|0 d|1 e",
            "",
            "1. a\n1.1 b\n1.2 c\n2. d\n2.1 e",
        ),
        (
            level(0, "upperRoman", "Article %1.") + level(1, "decimal", "§ %1.%2", "<w:isLgl/>"),
            "0 a|1 b|0 c",
            "",
            "Article I. a\n§ 1.1 b\nArticle II. c",
        ),
        (level(0, "none", ""), "0 a|0 b", "", "a\nb"),
        (
            level(0, "decimal", "%1."),
            "0 a|0 b|- pause|b0 c|b0 d",
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>',
            "1. a\n2. b\npause\n7. c\n8. d",
        ),
        (level(0, "decimal", "%1."), "0 a|0 b|b0 c", "", "1. a\n2. b\n3. c"),
        (level(0, "bullet", "•"), "0 a|0 b", "", "- a\n- b"),
    ],
)
def test_word_counts(tmp_path: Path, levels: str, items: str, nums: str, text: str) -> None:
    assert listed(tmp_path / "a.docx", levels, items, nums) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ol start=5><li>a<li>b</ol>", "5. a\n6. b"),
        ("<ol type=A start=3><li>a<li>b</ol>", "C. a\nD. b"),
        ("<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c"),
        ("<ol><li>a<li value=7>b<li>c</ol>", "1. a\n7. b\n8. c"),
        ("<ol type=i><li>a<ol type=A><li>b</ol></ol>", "i. a\n  A. b"),
        ("<ol start=99999999999 type=x><li value=-x>a</ol>", "1. a"),
        ("<ol start=0><li>a<li>b</ol>", "0. a\n1. b"),
    ],
)
def test_a_web_pages_lists_count_as_in_a_browser(markup: str, text: str) -> None:
    blocks = read_elements(markup, 1)
    assert "\n".join(block_lines(blocks)) == text
    [again] = read_elements(written(blocks), 1) if "<" in written(blocks) else blocks
    assert again.html == blocks[0].html


def test_letters_and_roman_figures() -> None:
    assert [label(number, "a") for number in (1, 26, 27, 52, 703)] == ["a", "z", "aa", "az", "aaa"]
    assert [label(number, "I") for number in (4, 9, 1994, 0, 4000)] == ["IV", "IX", "MCMXCIV", "0", "4000"]


def test_items_keep_their_elements() -> None:
    holder = lxml_html.fragment_fromstring("<ol start=3><li>a</li><li>b</li></ol>")
    assert [(number, item.text) for number, item in numbered(holder)] == [(3, "a"), (4, "b")]
