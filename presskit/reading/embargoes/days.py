"""The days that an embargo's words name, in folded small letters: with the order of numbers, or without any doubt."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from presskit.reading.dates.dates import MONTHS, is_month_first
from presskit.reading.embargoes.words import vocabularies, written
from presskit.reading.folding import fold

MONTH_NUMBERS = {fold(name).lower: number for name, number in MONTHS.items()}
NAMES = "|".join(sorted(map(re.escape, MONTH_NUMBERS), key=lambda name: (-len(name), name))).replace(r"\ ", r"\s+")
NAME = rf"(?:{NAMES})(?!\w)\.?"
YEAR = r"(?:19|20)\d\d(?!\d)"
DAY = r"(?<![\d:])\d{1,2}(?![\d:])"
PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\w)(?P<year>{YEAR})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)",
        rf"(?<!\w)(?P<name>{NAME})\s{{0,3}}(?P<day>{DAY})(?:st|nd|rd|th)?(?:\s{{0,3}}[,،]?\s{{1,3}}(?P<year>{YEAR})|,(?P<year2>{YEAR}))?",
        rf"(?<![\w:])(?P<day>{DAY})(?:st|nd|rd|th|er|re|o|a)?\.?[\s/-]{{0,3}}(?:(?:of|de|du|d'|من)\s{{1,3}})?"
        rf"(?P<name>{NAME})(?:\s?/\s?(?P<second>{NAME}))?(?:[\s,،/-]{{1,3}}(?:(?:del?|of|من|عام|سنه|لعام)\s{{1,3}})?(?P<year>{YEAR}))?",
        rf"(?<![\w:./-])(?P<first>\d{{1,2}})(?P<mark>[-/.])\s?(?P<other>\d{{1,2}})(?P=mark)\s?(?P<year>{YEAR}|\d\d(?![\d:]))(?![/-]\d)",
    )
)
*_, IN_NUMBERS = PATTERNS
NO_YEAR = "it names no year"
CLEAR_SHORT_YEARS = range(24, 100)  # 12-05-27 may begin with a year; 12-05-31 cannot


@dataclass(frozen=True)
class FoundDay:
    """A day in a text, from `start` to `end`. `day` is None where the words leave it open: `problem` says why.

    guess: a day to show in an example of what to write.
    """

    start: int
    end: int
    day: dt.date | None = None
    problem: str = ""
    guess: dt.date | None = None
    weekday: int | None = None


def find_days(text: str, shown: str, day_first: bool | None) -> list[FoundDay]:
    """Return the days in a folded text, in order. `shown`: the same, as it is quoted in problems.

    day_first: whether 05/12/2027 is the fifth of December; None where nobody can tell.
    """
    found = [match for pattern in PATTERNS for match in pattern.finditer(text)]
    found.sort(key=lambda match: (not year_of(match), match.start() - match.end()))
    chosen: list[re.Match[str]] = []
    for match in found:
        if all(match.end() <= one.start() or match.start() >= one.end() for one in chosen):
            chosen.append(match)
    days = [read_day(match, shown[match.start() : match.end()].strip(" ,،"), day_first) for match in chosen]
    return sorted((with_weekday(day, text) for day in days), key=lambda one: one.start)


def year_of(match: re.Match[str]) -> str | None:
    """Return the year a match names."""
    parts = match.groupdict()
    return parts["year"] or parts.get("year2")


def read_day(match: re.Match[str], words: str, day_first: bool | None) -> FoundDay:
    """Return the day a match means, or why that is open."""
    parts, year = match.groupdict(), year_of(match)
    start, end = match.span()
    if parts.get("first"):
        return read_numbers(match, words, day_first)
    if parts.get("second") and month_of(parts["second"]) != month_of(parts["name"]):
        return FoundDay(start, end, None, f"“{words}” names two months")
    month = month_of(parts["name"]) if parts.get("name") else int(parts["month"])
    try:
        day = dt.date(int(year or 2028), month, int(parts["day"]))  # 2028 has a 29 February
    except ValueError:
        return FoundDay(start, end, None, f"“{words}” is no day of the calendar")
    return FoundDay(start, end, day, "", day) if year else FoundDay(start, end, None, NO_YEAR, day)


def read_numbers(match: re.Match[str], words: str, day_first: bool | None) -> FoundDay:
    """Return the day of “05/12/2027”, where its order is known or makes no difference."""
    start, end = match.span()
    first, other, year = int(match["first"]), int(match["other"]), int(match["year"])
    if year < 100 and (year not in CLEAR_SHORT_YEARS or first > 23):
        return FoundDay(start, end, None, f"“{words}” names no year of four figures")
    year += 2000 if year < 100 else 0
    month_first = is_month_first(first, other, day_first)
    try:
        days = [dt.date(year, other, first), dt.date(year, first, other)] if month_first is None else []
        day = days[0] if days else dt.date(year, *((first, other) if month_first else (other, first)))
    except ValueError:
        return FoundDay(start, end, None, f"“{words}” is no day of the calendar")
    if days:
        both = " or ".join(f"{one.day} {one:%B %Y}" for one in days)
        return FoundDay(start, end, None, f"“{words}” can be {both}", day)
    return FoundDay(start, end, day, "", day)


def month_of(name: str) -> int:
    """Return the number of a month's name."""
    return MONTH_NUMBERS[re.sub(r"\s+", " ", name.rstrip("."))]


@cache
def weekday_patterns() -> tuple[re.Pattern[str], ...]:
    """Return for each day of the week the pattern of its names, whole and short, in all languages."""
    rows = [one.lists["weekdays"] for one in vocabularies()]
    return tuple(re.compile(rf"(?<!\w)(?:{'|'.join(written(row[day]) for row in rows)})(?!\w)") for day in range(7))


@cache
def whole_weekdays() -> re.Pattern[str]:
    """Return the pattern of the whole names of all days of the week."""
    names = [row.partition("|")[0] for one in vocabularies() for row in one.lists["weekdays"] if "(" not in row]
    names += [row for one in vocabularies() for row in one.lists["weekdays"] if "(" in row]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(written, names))})s?(?!\w)")


def find_weekdays(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the days of the week that a folded text names in full: number from Monday 0, start and end."""
    for match in whole_weekdays().finditer(text):
        number = next(
            (day for day, one in enumerate(weekday_patterns()) if one.match(match[0].removesuffix("s"))), None
        )
        number = next((day for day, one in enumerate(weekday_patterns()) if one.fullmatch(match[0])), number)
        if number is not None:
            yield number, match.start(), match.end()


def with_weekday(found: FoundDay, text: str) -> FoundDay:
    """Return a day with the short name of the day of the week beside it: “Tue 12 May”, “mar. 12 mai”."""
    before, after = text[: found.start], text[found.end :]
    for day, pattern in enumerate(weekday_patterns()):
        near = re.search(rf"{pattern.pattern}[.,،]?\s{{0,3}}(?:(?:the|le|el|den|dem|der|am|the)\s)?$", before)
        near = near or re.match(rf"\s?[,(]?\s?{pattern.pattern}", after)
        if near:
            return FoundDay(found.start, found.end, found.day, found.problem, found.guess, day)
    return found
