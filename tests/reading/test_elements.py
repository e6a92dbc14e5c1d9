from __future__ import annotations

import re

import pytest

from presskit.reading.formats.elements import read_elements


@pytest.mark.parametrize(
    ("markup", "html", "text"),
    [
        (
            "<ul><li><p>One</p></li><li><p>Two</p><p>more</p></li></ul>",
            "<ul><li>One</li><li>Two<br>more</li></ul>",
            "One\nTwo more",
        ),
        (
            "<ul><li>x<h3>Three</h3><div>y</div>z</li></ul>",
            "<ul><li>x<br><strong>Three</strong><br>y<br>z</li></ul>",
            "x Three y z",
        ),
        ("<ol><li><p>a</p><ul><li><p>b</p></li></ul></li></ol>", "<ol><li>a<ul><li>b</li></ul></li></ol>", "a\nb"),
        (
            "<table><tr><td><p>a</p><p>b</p></td><td><div>c</div></td></tr></table>",
            "<table><tbody><tr><td>a<br>b</td><td>c</td></tr></tbody></table>",
            "a b\tc",
        ),
    ],
)
def test_items_and_cells_hold_lines_and_no_blocks(markup: str, html: str, text: str) -> None:
    [block] = read_elements(markup, 1)
    assert (block.html, block.text) == (html, text)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        (  # two heads over four columns, a line of two rows, a note over all
            "<tr><th rowspan=2>Deck<th colspan=2>Summer<th colspan=2>Winter<tr><th>a<th>b<th>c<th>d"
            "<tr><td rowspan=2>Low<td>1<td>2<td>3<td>4<tr><td>5<td>6<td>7<td>8<tr><td colspan=5>closed on Mondays",
            "Deck\tSummer\t\tWinter\t\n\ta\tb\tc\td\nLow\t1\t2\t3\t4\n\t5\t6\t7\t8\nclosed on Mondays\t\t\t\t",
        ),
        ("<tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d", "a\tb\nc\t\nd\t"),
        ("<tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d", "a\tb\n\tc\n\td"),  # 0: to the end
        ("<tr><td rowspan=99>a<td>b<tr><td>c", "a\tb\n\tc"),
        ("<tr><td colspan=900>a<tr><td>b<td>c", "a\t\nb\tc"),  # no wider than the columns in which something begins
        ("<tr><td colspan=x rowspan=-2>a<td>b", "a\tb"),
        ("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d", "a\tb\t\nc\t\td"),  # one that would lie over another
        ("<tr><td rowspan=2>a<td>b<tr><td><tr><td>c<td>d", "a\tb\nc\td"),  # a row without words is none
    ],
)
def test_the_cells_of_a_table_stay_below_their_heads(rows: str, text: str) -> None:
    [block] = read_elements(f"<table>{rows}</table>", 1)
    assert block.text == text
    assert [block] == read_elements(block.html, 1)  # what is written is the same table


def test_the_rows_that_a_head_reaches_into_are_head() -> None:
    [block] = read_elements("<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3</table>", 1)
    head = (
        '<tr><th rowspan="2" scope="col">a</th><th colspan="2" scope="colgroup">b</th></tr>'
        '<tr><th scope="col">c</th><th scope="col">d</th></tr>'
    )
    assert block.html == (f"<table><thead>{head}</thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>")


NAMES, ESCHE = ("Model", "Load", "Price"), ("Ash 1", "120 kg", "$3,400")
LARGER = ("Ash 2", "180 kg", "$4,100")


def head_of(*rows: tuple[str, ...]) -> list[str]:
    """Return the words of a table's head, of rows without any mark of one."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    [block] = read_elements(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>", 1)
    return re.findall(r"<th[^>]*>(.*?)</th>", block.html)


@pytest.mark.parametrize(
    "rows",
    [
        (NAMES, ESCHE, LARGER),
        (("", "Load", "Price"), ESCHE, LARGER),
        (("Model", "Load (10 kg)", "Price [$1,000]"), ESCHE, LARGER),
        (tuple(f"<strong>{name}</strong>" for name in NAMES), ("Ash", "light", "cheap"), ("Oak", "heavy", "dear")),
        (("<b>Pier</b>", "<b>Hour</b>"), ("North", "nine")),
    ],
)
def test_a_first_row_that_names_the_columns_is_the_head(rows: tuple[tuple[str, ...], ...]) -> None:
    assert [re.sub("<[^>]*>", "", name) for name in head_of(*rows)] == [re.sub("<[^>]*>", "", cell) for cell in rows[0]]


@pytest.mark.parametrize(
    "rows",
    [
        (ESCHE, LARGER, ("Ash 3", "200 kg", "$5,000")),
        (("Builder", "Larkin"), ("Length", "42 m"), ("Width", "9 m")),  # facts
        (("Ash (1)", "120 kg", "$3,400"), LARGER, ESCHE),
        (NAMES, ESCHE),  # two rows tell nothing
        (NAMES, ("Ash", "light", "$3,400"), ("Oak", "heavy", "dear")),
        (("Noon", "Lunch", "Hall"), ("1 pm", "Talk", "Hall"), ("2 pm", "Tour", "Pier")),
        (("<b>Length</b>", "42 m"), ("<b>Width</b>", "9 m")),
        (("<b>a</b>", "<b>b</b>"), ("<b>c</b>", "<b>d</b>")),
    ],
)
def test_a_first_row_that_is_like_the_others_is_none(rows: tuple[tuple[str, ...], ...]) -> None:
    assert head_of(*rows) == []
