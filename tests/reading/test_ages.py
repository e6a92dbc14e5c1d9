from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from presskit.model import Block, Release
from presskit.reading.dates.ages import is_old, newest_of
from presskit.reading.documents.differences import differing, first_difference


def release(day: date | None, text: str = "") -> Release:
    about = (Block("paragraph", text, text, 11),) if text else ()
    return Release(Path("old.txt"), "old", "en", date=day, boilerplate=about)


@pytest.mark.parametrize(
    ("day", "is_background"),
    [(date(2030, 5, 11), True), (date(2030, 5, 12), False), (date(2031, 5, 12), False), (None, False)],
)
def test_a_release_is_old_when_it_is_more_than_a_year_older_than_the_newest(
    day: date | None, is_background: bool
) -> None:
    newest = newest_of([release(date(2031, 5, 12)), release(day)])
    assert is_old(release(day), newest) is is_background


def test_without_any_date_nothing_is_old() -> None:
    assert not is_old(release(None), newest_of([release(None)]))


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("It has 14 boats and a bell.", "It has 12 boats and a bell.", ("has 14 boats", "has 12 boats")),
        ("It keeps one ferry.", "It keeps one old ferry.", ("one ferry", "one old ferry")),
        ("It sails.", "It sails. It never sank.", ("sails", "sails. It never sank")),
        ("It sails, to Quay.", "It Sails to the Quay.", ("to Quay", "to the Quay")),
    ],
)
def test_the_first_difference_is_quoted_with_its_neighbours(one: str, other: str, words: tuple[str, str]) -> None:
    assert first_difference(one, other) == words


def test_of_an_old_release_another_text_about_the_organisation_is_only_good_to_know() -> None:
    printed = (Block("paragraph", "It has 12 boats.", "", 1),)
    newest = date(2031, 5, 12)
    found = [
        differing(release(day, "It has 14 boats."), "about.txt", printed, newest) for day in (newest, date(2029, 1, 1))
    ]
    assert [one.severity for one in found] == ["warning", "note"]
    assert all("“has 12 boats”" in one.message and "“has 14 boats”" in one.message for one in found)
