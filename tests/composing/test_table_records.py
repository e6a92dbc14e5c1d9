"""A table that no page has room for is set as records, which say all that it said."""

from __future__ import annotations

import re

import pytest

from presskit.composing.tabular.table_records import set_records

HEADS = "<tr><th>Boat</th><th>Pier</th><th>Hour</th></tr>"


def lines(html: str) -> list[list[str]]:
    """Return the lines of each record, and the words that part them."""
    done = set_records(html)
    assert done is not None
    done = re.sub("</?t(head|body)>", "", done)
    found = re.findall(r"<table class=\"record\">(.*?)</table>|<p class=\"(?:over|soft)\">(.*?)</p>", done)
    return [
        [": ".join(re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)) for line in record.split("</tr>") if line] or [words]
        for record, words in found
    ]


def test_each_row_repeats_the_heads_and_keeps_its_links() -> None:
    html = f'<table>{HEADS}<tr><td>Larkin</td><td><a href="#">North</a></td><td></td></tr></table>'
    assert lines(html) == [["Boat: Larkin", 'Pier: <a href="#">North</a>']]


def test_heads_above_each_other_are_said_together_and_merged_cells_once() -> None:
    head = '<tr><th rowspan="2">Pier</th><th colspan="2">Summer</th></tr><tr><th>Adults</th><th>Children</th></tr>'
    body = '<tr><td rowspan="2">North</td><td>1</td><td>2</td></tr><tr><td colspan="2">closed</td></tr>'
    assert lines(f"<table>{head}{body}</table>") == [
        ["Pier: North", "Summer · Adults: 1", "Summer · Children: 2"],
        ["Pier: North", "Summer · Adults · Children: closed"],
    ]


def test_a_row_of_one_cell_parts_the_records_and_a_caption_stands_below() -> None:
    rows = '<tr><td colspan="3">In summer</td></tr><tr><td>Larkin</td><td>North</td><td>9:00</td></tr>'
    assert lines(f"<table><caption>Times are local.</caption>{HEADS}{rows}</table>") == [
        ["In summer"],
        ["Boat: Larkin", "Pier: North", "Hour: 9:00"],
        ["Times are local."],
    ]


def test_a_first_column_without_a_head_names_the_record() -> None:
    rows = "<tr><th></th><th>Pier</th></tr><tr><td>Larkin</td><td>North</td></tr>"
    assert lines(f"<table>{rows}</table>") == [["Larkin", "Pier: North"]]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>Larkin</td><td>North</td></tr>",
        "<tr><th></th><th></th></tr><tr><td>Larkin</td><td>North</td></tr>",
        "<tr><th>Boat</th><th>Pier</th></tr>",
        "<tr><th>Boat</th></tr><tr><td>Larkin</td></tr>",
    ],
)
def test_without_heads_there_is_no_record(rows: str) -> None:
    assert set_records(f"<table>{rows}</table>") is None
