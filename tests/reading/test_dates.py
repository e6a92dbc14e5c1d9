from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.reading.dates.dates import find_date, find_dates

DAY = date(2026, 5, 12)
MONTHS = [date(2026, month, 1).strftime("%B") for month in range(1, 13)]


@pytest.mark.parametrize(
    "text",
    [
        "May 12, 2026",
        "Tuesday, May 12th, 2026",
        "12 May 2026",
        "the 12th of May 2026",
        "MAY 12 2026",
        "May 12  2026",
        "2026-05-12",
        "5/12/2026",
        "le 12 mai 2026",
        "mardi 12 mai 2026",
        "12 de mayo de 2026",
        "12. Mai 2026",
        "12 مايو 2026",
        "12 ماي 2026",
        "١٢ مايو ٢٠٢٦",
        "الثلاثاء 12 أيار 2026",
    ],
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    found = find_date(f"({text})")
    assert found is not None
    assert found.date == DAY
    assert f"({text})"[found.start : found.end] == text


def test_the_first_of_a_month_in_french() -> None:
    found = find_date("Paris, le 1er mai 2026 –")
    assert found is not None
    assert found.date == date(2026, 5, 1)


def test_the_region_decides_what_stands_first() -> None:
    assert [find_date("4/5/2026", region).date for region in ("US", "GB")] == [date(2026, 4, 5), date(2026, 5, 4)]  # type: ignore[union-attr]
    assert find_date("4.5.2026").date == date(2026, 5, 4)  # type: ignore[union-attr]
    assert find_date("25/12/2026").date == date(2026, 12, 25)  # type: ignore[union-attr]


def test_a_date_without_a_year_is_found_and_means_no_day() -> None:
    found = find_date("MARSH BAY, May 12 /Wire/")
    assert found is not None
    assert found.date is None


def test_a_date_with_a_year_wins_over_one_without() -> None:
    assert find_date("On May 3 and May 12, 2026").date == DAY  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text", ["February 30, 2026", "32 May 2026", "may 2026", "room 2026", "marching 12", "202.587.0855", "1905-5555"]
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not [found for found in find_dates(text) if found.date]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["{m} {d}, {y}", "{d} {m} {y}", "{y}-{n:02}-{d:02}"]),
)
def test_a_day_written_out_is_read_back(day: date, style: str) -> None:
    text = style.format(m=MONTHS[day.month - 1], n=day.month, d=day.day, y=day.year)
    assert find_date(text).date == day  # type: ignore[union-attr]
