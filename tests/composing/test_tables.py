from __future__ import annotations

import re

import pytest

from presskit.composing import tables
from presskit.settings.theme import read_theme

LIMITS = read_theme("editorial", None).tables


def set_table(table_html: str) -> str:
    return tables.set_table(table_html, LIMITS)


HEADS = ' data-tag="TH"'


def table(*rows: tuple[str, ...]) -> str:
    head, *body = rows
    lines = ["".join(f'<th scope="col">{cell}</th>' for cell in head)]
    lines += ["".join(f"<td>{cell}</td>" for cell in row) for row in body]
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


@pytest.mark.parametrize("value", ["12", "1,234", "$4.2 million", "–3.5 %", "1950/51", "6×", "81 %", "–", "", "n/a"])
def test_columns_of_figures_line_up_at_the_right(value: str) -> None:
    rows = table(("Year", "Boats"), ("1950", value), ("1951", "7"))
    assert set_table(rows).replace(HEADS, "") == rows


@pytest.mark.parametrize("value", ["fog", "7 boats that came back", "Pier 4", "2026 was the year of the long fog"])
def test_columns_of_words_begin_at_the_left(value: str) -> None:
    done = set_table(table(("Year", "Note"), ("1950", value), ("1951", "7")))
    assert '<th scope="col" class="words">Note</th>' in done
    assert '<td class="words">7</td>' in done
    assert '<th scope="col">Year</th>' in done


@pytest.mark.parametrize(("columns", "opening"), [(4, "<table>"), (5, '<table class="wide">'), (12, '"wide dense"')])
def test_many_columns_take_the_width_of_the_page(columns: int, opening: str) -> None:
    assert opening in set_table(table(("1",) * columns, ("1",) * columns))


def test_rows_of_unequal_length_keep_their_cells() -> None:
    rows = table(("Year",), ("1950", "3"), ())
    assert set_table(rows).replace(HEADS, "") == rows


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ((("Pier", "Boats"), ("North", "3"), ("South", "4")), ["North", "South"]),
        ((("Year", "Boats"), ("1950", "3"), ("1951", "4")), ["1950", "1951"]),
        (((), ("Founded", "1911"), ("Staff", "12")), ["Founded", "Staff"]),
        (((), ("41 km", "of rope"), ("12", "boats")), []),  # measured values, which no head says to be names
        ((("Boat", "Pier"), ("Larkin", "1"), ("Larkin", "2")), []),  # a name that two rows have tells none of them
        ((("Boat", "Pier"), ("Larkin", "1"), ("", "2")), []),
        ((("Boat",), ("Larkin",), ("Two Sisters",)), []),
    ],
)
def test_the_first_column_heads_the_rows_where_it_names_them(
    rows: tuple[tuple[str, ...], ...], heads: list[str]
) -> None:
    assert re.findall(f"<td{HEADS}>(.*?)</td>", set_table(table(*rows))) == heads


def test_a_table_knows_whether_it_is_wide_and_short() -> None:
    assert tables.is_wide(table(*[("1",) * 5] * 2), LIMITS)
    assert not tables.is_wide(table(*[("1",) * 4] * 2), LIMITS)
    assert tables.is_short(table(*[("1", "2")] * 8))
    assert not tables.is_short(table(*[("1", "2")] * 9))
