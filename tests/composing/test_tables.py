from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.composing.look.setting import Setting
from presskit.composing.tabular import tables
from presskit.composing.tabular.table_widths import fit_table, letters_on_a_line
from presskit.model import Brand, Kit

BRAND = Brand(name="Old Harbour Ferries", brand="#12355b", accent="#12355b", ink="#000000")
SETTING = Setting(Kit("A kit", BRAND, "en", Path(), ()), "en")
WORD = "Neighbourhood"


def set_table(table_html: str) -> str:
    """Return a table as the theme “editorial” sets it on Letter; cells that stay on one line are not told apart."""
    done = tables.set_table(table_html, fit_table(table_html, SETTING))
    return re.sub(r' ?whole"', '"', done).replace(' class=""', "")


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


@pytest.mark.parametrize(
    ("row", "fit"),
    [
        ((WORD, WORD, "1", "12:00"), ""),
        ((WORD, WORD, WORD, WORD, "1", "1"), "wide"),
        ((f"{WORD}{WORD}", WORD, WORD, WORD), "wide"),  # four columns, and words that running text has no room for
        ((WORD,) * 7, "wide dense"),
        ((WORD,) * 9, "wide dense broken"),
        ((f"{WORD}-{WORD}-{WORD}", "1", "1"), ""),  # a line may end behind a hyphen
        (("1,240,500,000,000",) * 7, "wide dense"),
        (("Thu 11 June",) * 9, "wide dense"),
        (("Photos", f"https://quay.example/{'a1' * 90}"), ""),  # parted anywhere: no line is long enough for it
    ],
)
def test_a_table_takes_the_room_in_which_no_word_is_broken(row: tuple[str, ...], fit: str) -> None:
    assert fit_table(table(("",) * len(row), row), SETTING) == fit


@pytest.mark.parametrize(
    ("words", "fit"),
    [
        ((WORD,) * 7, "wide dense"),  # smaller type comes first
        ((f"{WORD}ss",) * 8, "wide turned"),
        ((WORD,) * 11, "wide dense turned"),
        ((WORD,) * 14, "wide dense broken"),
    ],
)
def test_a_page_is_turned_only_where_it_may_be_and_must(words: tuple[str, ...], fit: str) -> None:
    rows = table(("",) * len(words), words)
    assert fit_table(rows, SETTING, may_turn=True) == fit
    upright = fit if "turned" not in fit else "wide dense broken"
    for purpose in ("booklet", "shop"):
        setting = Setting(replace(SETTING.kit, purpose=purpose), "en")
        assert fit_table(rows, setting, may_turn=True) == upright
    assert fit_table(rows, SETTING) == upright


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [("12:00", True), ("Thu 11 June", True), ("FR/MA", True), ("Long Gallery", False), ("Thursday 11 June", False)],
)
def test_a_short_cell_that_tells_a_time_stays_on_one_line(text: str, is_whole: bool) -> None:
    done = tables.set_table(table(("a", "b"), ("x", text)), "")
    assert bool(re.search(rf'class="(?:[a-z ]+ )?whole">{re.escape(text)}</td>', done)) == is_whole


def test_a_cell_with_an_address_that_no_line_holds_parts_it_anywhere() -> None:
    long, short = "https://quay.example/" + "a1" * 90, "https://quay.example/photos"
    done = set_table(table(("What", "Where"), ("Photos", long), ("Film", short)))
    assert re.search(rf'class="[a-z ]*\bparted\b[a-z ]*">{long}</td>', done)
    assert done.count("parted") == 1


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Table 1: Growth by site", True),
        ("Tabelle 2. Wachstum", True),
        ("Tableau 3 – Croissance", True),
        ("Tabla 1: crecimiento", True),
        ("الجدول 1: النمو", True),
        ("Tables are set for nine.", False),
        ("Table 1 " + "x" * 300, False),
    ],
)
def test_a_line_names_the_table_beside_it(text: str, is_name: bool) -> None:
    assert tables.names_table(text) == is_name


def test_a_heading_over_two_columns_stands_over_both() -> None:
    head = '<tr><th rowspan="2">Pier</th><th colspan="2">Summer</th></tr><tr><th>Adults</th><th>Children</th></tr>'
    done = set_table(f"<table>{head}<tr><td>North</td><td>12</td><td>3</td></tr></table>")
    assert '<th colspan="2" class="over">Summer</th>' in done
    assert '<th class="later">Adults</th>' in done  # its row's first, and not of the column that names the rows


@pytest.mark.parametrize(
    ("last", "is_sum"),
    [("Total", True), ("Grand total", True), ("Gesamt", True), ("Total général", True), ("Totality", False)],
)
def test_a_last_row_that_sums_up_is_marked(last: str, is_sum: bool) -> None:
    done = set_table(table(("Pier", "Boats"), ("North", "3"), (last, "3")))
    assert ('<tr class="total">' in done) == is_sum


def test_a_table_knows_whether_it_is_short() -> None:
    assert tables.is_short(table(*[("1", "2")] * 10))  # its head, eight rows and their sum
    assert not tables.is_short(table(*[("1", "2")] * 11))
    assert '<table class="long">' in set_table(table(*[("1", "2")] * 11))


@pytest.mark.parametrize(
    ("words", "letters"), [("Harbour stage", 20), ("Harbour stage " * 8, 20), ("Neighbours’ stage", 12)]
)
def test_short_cells_of_words_stay_on_one_line_where_all_have_room(words: str, letters: int) -> None:
    rows = table(("Day",) * 4, ("Thu 11 June", words, words, words))
    assert letters_on_a_line(rows, "", SETTING) == letters
    assert (f'words whole">{words}</td>' in tables.set_table(rows, "", letters)) == (len(words) <= letters)


@pytest.mark.parametrize(
    ("column", "lacks"),
    [
        (("12", "3.5", "0.25"), ["lacks-2 pointless", "lacks-1", ""]),
        (("41,2", "7", "1 700,0"), ["", "lacks-1 pointless", ""]),
        (("1,240", "7", "12,500"), ["", "", ""]),  # thousands
        (("1,240.5", "7", "12"), ["", "lacks-1 pointless", "lacks-1 pointless"]),
        (("12.5 km", "7 km", "1 km"), ["", "", ""]),
        (("12.05.2026", "7.1", "1"), ["", "", ""]),
    ],
)
def test_numbers_stand_on_their_decimal_point(column: tuple[str, ...], lacks: list[str]) -> None:
    done = tables.set_table(table(("Pier", "Boats"), *[(str(n), each) for n, each in enumerate(column)]), "")
    cells = re.findall(r'<td(?: class="([^"]*)")?>(?!\d</td><td)', done)
    assert [" ".join(re.findall(r"lacks-\d|pointless", each)) for each in cells[-3:]] == lacks


@pytest.mark.parametrize(
    ("last", "is_sum"),
    [
        (("All spans", "2.5", "1,206"), True),
        (("All spans", "2.5", "–"), False),
        (("The fourth", "2.5", "1,207"), False),
        (("The fourth", "0.9", "400"), False),
    ],
)
def test_a_last_row_whose_figures_are_sums_is_one(last: tuple[str, ...], is_sum: bool) -> None:
    rows = [("Pier", "0.4", "401"), ("Quay", "0.9", "402"), ("Lock", "1.2", "403"), last]
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    head = "<thead><tr><th>To</th><th>km</th><th>m</th></tr></thead>"
    done = set_table(f"<table>{head}<tbody>{body}</tbody></table>")
    assert ('<tr class="total">' in done) == is_sum
