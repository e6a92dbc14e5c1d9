"""Markdown as people write it: what its standard does not know is understood all the same, or told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from presskit.reading.formats.markdown import read_markdown
from presskit.reading.formats.opening import open_source

Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("**The ferry **sails.", "<strong>The ferry</strong> sails."),
        ("It **sails **, says she.", "It <strong>sails</strong> , says she."),
        ("See [our page] (https://quay.example).", 'See <a href="https://quay.example">our page</a>.'),
        ("H~2~O and 10^6^ boats", "H₂O and 10⁶ boats"),
        ("a ==new== pier, ++two++ decks", "a new pier, two decks"),
        ("~5 to ~10 boats, 2 ** 3, a == b, C++ and D++", "~5 to ~10 boats, 2 ** 3, a == b, C++ and D++"),
        (r"2\^10\^, \==a==, \[^1]", "2^10^, ==a==, [^1]"),
        ("`10^6^`", "<code>10^6^</code>"),
    ],
)
def test_dialects_are_understood(typed: str, html: str) -> None:
    [block] = read_markdown(typed).blocks
    assert block.html == html


def test_headings_without_a_space_are_headings_and_tags_are_none() -> None:
    blocks = read_markdown("#The ferry sails again\n\n##More boats\n\n#sea #boats\n\n####").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "The ferry sails again"),
        ("heading", "More boats"),
        ("paragraph", "#sea #boats"),
        ("paragraph", "####"),
    ]


def test_pictures_with_spaces_in_their_names_and_settings_are_pictures() -> None:
    text = read_markdown("![A deck](my photo.jpg){width=50%}\n\nAt sea. {: .wide}")
    assert [block.kind for block in text.blocks] == ["figure", "paragraph"]
    assert 'src="my%20photo.jpg"' in text.blocks[0].html
    assert [one.text for one in text.removed] == ["{width=50%}", "{: .wide}"]


def test_boxes_to_tick_keep_their_marks() -> None:
    [block] = read_markdown("- [ ] to do\n- [x] done").blocks
    assert block.text == "☐ to do\n☑ done"


def test_footnotes_are_numbered_and_stand_at_the_end() -> None:
    typed = "One.[^a] Two.[^note]\n\n[^note]: The *second*,\n    which goes on.\n[^a]: The first.\n\nThree.[^a]"
    text = read_markdown(typed, 4)
    assert [block.text for block in text.blocks] == ["One.¹ Two.²", "Three.¹"]
    assert [(block.html, block.line) for block in text.notes] == [
        ("<ol><li>The first.</li><li>The <em>second</em>, which goes on.</li></ol>", 7)
    ]


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("A. Deck\nB. Hold\nC. Bridge", 3),
        ("a) deck\nb) hold", 2),
        ("i. deck\nii. hold\niii. bridge", 3),
        ("A. Thorn rows,\nB. Marsh steers.", 2),
        ("It sails at 9 a.m.\nb) is no item.", 1),
        ("a) deck\nc) hold", 1),
    ],
)
def test_items_by_letters_stay_on_their_lines(write: Write, typed: str, lines: int) -> None:
    block = open_source(write("a.md", f"# The ferry\n\n{typed}\n")).text.blocks[1]
    assert len(block.text.split("\n")) == lines


def test_code_stays_as_it_is() -> None:
    [block] = read_markdown("```\n#a b c d\n[^1]: ==x==\n```").blocks
    assert block.text == "#a b c d\n[^1]: ==x=="


DIALECTS = [
    "| Boat | Seats |\n| Ann | 9 |",
    "+------+-----+\n| Boat | 9 |",
    "::: note",
    "[TOC]",
    "*[PQ]: Port Quillon",
    "So $$x^2$$ says.",
    "Nine boats :ship:",
    "> [!NOTE] Nine boats",
    'import Boats from "boats"',
    '<Boats count="9">',
]


@pytest.mark.parametrize(
    "typed", ["Nobody wrote it.[^1]", "So **bold and no end.", "![A](quay.jpg", "[a](b c", *DIALECTS]
)
def test_what_is_left_is_told(write: Write, typed: str) -> None:
    opened = open_source(write("a.md", f"# The ferry\n\n{typed}\n"))
    found = [(one.code, one.where.line) for one in opened.findings]
    assert found == ([("s-037", 3)] if typed != "[a](b c" else [])


@pytest.mark.parametrize(
    "typed",
    [
        "It opens at 10:30:45 on Pier 9.",
        "The boat costs 5 $ or $6.",
        "Ratio 3:2, as a|b",
        "A <B> c",
        "See https://a.example/:f:/x/**y**/~~z.",
    ],
)
def test_what_only_looks_like_a_sign_is_not_told(write: Write, typed: str) -> None:
    opened = open_source(write("a.md", f"# The ferry\n\n{typed}\n"))
    assert "s-037" not in {one.code for one in opened.findings}
