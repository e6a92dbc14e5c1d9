from __future__ import annotations

from pathlib import Path

import pytest

from presskit.model import Fact, Sheet
from tests.reading.conftest import Write
from tests.support.reading import read_factsheet

SHEET = """\
# The reef in numbers

How it stood in May.

## Key figures

| | |
|---|---|
| 11 ha | of kelp replanted |
| €2.4 million | raised since 1998 |
| **40** | species counted |
| Few | urchins left |

## At a glance

| | |
|---|---|
| Founded | 1998, by [divers](https://kelp.example) |

## By year

| Year | Fronds |
|---|---|
| 2025 | 900 |

Counted by hand.

## Questions

### Why kelp?

It grows fast.

**Is it safe?**

Yes.

**May I dive?** Ask first.
"""


def sheet(write: Write, text: str, name: str = "factsheet.md") -> Sheet:
    return read_factsheet(write(name, text)).document


def test_a_factsheet_has_title_lead_and_sections(write: Write) -> None:
    found = sheet(write, SHEET)
    assert (found.title, found.lead, found.slug) == ("The reef in numbers", "How it stood in May.", "factsheet")
    assert [(section.kind, section.heading) for section in found.sections] == [
        ("figures", "Key figures"),
        ("facts", None),
        ("facts", "At a glance"),
        ("text", "By year"),
        ("questions", "Questions"),
    ]


def test_a_row_that_begins_with_a_number_is_a_key_figure(write: Write) -> None:
    figures, others = sheet(write, SHEET).sections[:2]
    assert [(figure.label, figure.text) for figure in figures.facts] == [
        ("11 ha", "of kelp replanted"),
        ("€2.4 million", "raised since 1998"),
        ("40", "species counted"),
    ]
    assert others.facts == (Fact("Few", "urchins left", "urchins left"),)


def test_facts_keep_their_links(write: Write) -> None:
    (fact,) = sheet(write, SHEET).sections[2].facts
    assert fact == Fact("Founded", "1998, by divers", '1998, by <a href="https://kelp.example">divers</a>')


def test_a_table_with_a_head_is_text(write: Write) -> None:
    assert [block.kind for block in sheet(write, SHEET).sections[3].blocks] == ["table", "paragraph"]


def test_questions_are_headings_or_bold_lines(write: Write) -> None:
    questions = sheet(write, SHEET).sections[4].questions
    assert [(question.text, question.answer[0].text) for question in questions] == [
        ("Why kelp?", "It grows fast."),
        ("Is it safe?", "Yes."),
        ("May I dive?", "Ask first."),
    ]


@pytest.mark.parametrize("heading", ["Key figures", "Chiffres clés", "أرقام رئيسية"])
def test_the_heading_of_key_figures_in_three_languages(write: Write, heading: str) -> None:
    found = sheet(write, f"# T\n\n## {heading}\n\n| | |\n|---|---|\n| ١١ | هكتار |\n")
    assert found.sections[0].facts == (Fact("١١", "هكتار", "هكتار"),)


def test_a_number_below_another_heading_is_a_fact(write: Write) -> None:
    assert sheet(write, "# T\n\n## Orchard\n\n| | |\n|---|---|\n| 11 ha | Planted |\n").sections[0].kind == "facts"


def test_a_plain_text_factsheet(write: Write) -> None:
    text = (
        "The reef in numbers\n\nHow it stood in May.\n\nKey figures\n\n11 ha: kelp replanted\n40: species\n\n"
        "At a glance\n\n"
        "Founded: 1998\nCategory: charity\nWeb: https://kelp.example\n\nWhy kelp?\nIt grows fast.\n"
    )
    found = sheet(write, text, "factsheet.txt")
    assert (found.title, found.lead, found.removed) == ("The reef in numbers", "How it stood in May.", ())
    assert [(section.kind, section.heading) for section in found.sections] == [
        ("figures", "Key figures"),
        ("facts", "At a glance"),
        ("questions", None),
    ]
    assert [fact.label for fact in found.sections[1].facts] == ["Founded", "Category", "Web"]
    assert found.sections[1].facts[2].html == '<a href="https://kelp.example">https://kelp.example</a>'


def test_settings_win(write: Write) -> None:
    found = sheet(write, "---\ntitle: Reef\nsubtitle: In May\nlang: fr\n---\n\nText.\n")
    assert (found.title, found.lead, found.language) == ("Reef", "In May", "fr")
    assert found.sections[0].blocks[0].text == "Text."


def test_words_to_fill_in_are_reported(write: Write, tmp_path: Path) -> None:
    reading = read_factsheet(write("factsheet.md", "# T\n\n[Say what it is.]\n"))
    assert [(item.code, item.where.line) for item in reading.findings] == [("c-007", 3)]


@pytest.mark.parametrize("mark", ["ENDS", "-ends-", "###", "-30-", "ENDE", "FIN", "انتهى"])
def test_an_end_mark_below_a_text_that_is_no_release_is_left_out_and_told(write: Write, mark: str) -> None:
    found = sheet(write, f"# The reef in numbers\n\n## By year\n\nCounted by hand.\n\n{mark}\n")
    assert [block.text for section in found.sections for block in section.blocks] == ["Counted by hand."]
    assert [one.text.strip("\\") for one in found.removed] == [mark]
