from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.model import Block
from presskit.reading.formats.elements import read_elements
from presskit.reading.formats.markdown import read_markdown
from presskit.reading.markup import collapse, linkify, sanitise
from presskit.writing.markdown import written


def read(markdown: str) -> list[Block]:
    return [replace(block, line=None) for block in read_markdown(markdown).blocks]


def again(markdown: str) -> list[Block]:
    """Read Markdown, write it, read that."""
    return read(written(read(markdown)))


SAMPLES = [
    "# The ferry sails\n\nTonight **at nine**, with *Marigold*.",
    "See [the timetable](https://example.org/a_b) or write to <desk@example.org>.",
    "- two decks\n- one bell\n  - of 1911\n  - of brass\n- four lamps",
    "3. third\n4. fourth",
    "- one list\n- its end\n\n* another\n* its end\n\n- a third",
    "1. one list\n2. its end\n\n1) another\n2) its end",
    "| Deck | Seats |\n| --- | --- |\n| upper | 120 |\n| lower | 90 \\| 91 |",
    "|  |  |\n| --- | --- |\n| upper | 120 |",
    "<table><tr><th>a</th><th colspan=2>b</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>",
    "> We kept the bell.\n>\n> And the lamps.",
    "![A deck at night](deck.jpg)",
    "10<sup>6</sup> tonnes of H<sub>2</sub>O, and a bell",
    "One line\\\nand the next",
    "Not \\*bold\\* and not \\_italic\\_, 1\\. no list, \\# no heading, \\[no\\]\\(link\\)",
    "un**frei**willig",
    "a \\| b\n\n\\- 30 -\n\n\\###",
    "5 < 6 & 7 > 3, &amp;amp; stays",
]


@pytest.mark.parametrize("markdown", SAMPLES)
def test_what_is_written_is_read_as_the_same_blocks(markdown: str) -> None:
    assert again(markdown) == read(markdown)


WORDS = st.text(st.sampled_from([*"ab Z1é.,:;!?-–—*_#>[]()<&|~`\\+=\"'“”/@ \xa0عم"]), min_size=1, max_size=40)


@given(WORDS)
def test_any_words_stay_the_same(words: str) -> None:
    text = collapse(words)
    if not text.strip():
        return
    block = Block("paragraph", text, linkify(text))
    [back] = read(written([block])) or [block]
    assert back.kind == "paragraph"
    assert back.text == text


@given(st.lists(st.tuples(st.sampled_from(["strong", "em", "sup"]), WORDS, WORDS), min_size=1, max_size=3))
def test_any_marked_words_stay_the_same(parts: list[tuple[str, str, str]]) -> None:
    markup = "".join(f"{linkify(before)}<{tag}>{linkify(words)}</{tag}>" for tag, before, words in parts)
    blocks = read_elements(sanitise(f"<p>{markup}</p>", boxes=True), None)
    assert [block.text for block in read(written(blocks))] == [block.text for block in blocks]


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=2, max_size=4))
def test_any_table_keeps_its_cells(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    cells = "".join(
        f"<tr>{''.join(f'<td>{linkify(cell)}</td>' for cell in [*row, *['x'] * (width - len(row))])}</tr>"
        for row in rows
    )
    blocks = read_elements(f"<table>{cells}</table>", None)
    assert [block.text for block in read(written(blocks))] == [block.text for block in blocks]
