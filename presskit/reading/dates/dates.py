"""Days as people write them.

May 12, 2026 · 12 May 2026 · 12-May-2026 · 2026年5月12日
le 12 mai 2026 · 12 de mayo de 2026 · ١٢ مايو ٢٠٢٦ · 5/12/2026 · 2026-05-12

Why a table of months and not a parser of all languages: what is read must be exactly what is printed, and a
general parser also finds dates in words that are none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.reading.dates.names import months, weekday_patterns
from presskit.reading.words import one_of

MONTHS = months()
YEAR = r"(?:19|20|١٩|٢٠)\d\d(?!\d)"
DAY = r"(?<!\d)\d{1,2}(?!\d)"
GAP = r"\s{1,9}"
BEFORE_YEAR = rf"(?:\s{{0,9}}[,،]\s{{0,9}}|{GAP})"
NOON = r"(?:noon|midday|midnight|midi|mittags?|mediodía|الظهر)\b"  # an hour in a word
WEEKDAYS = weekday_patterns()
WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)})\b[.]?[,،]?{GAP})?"
MONTH = rf"(?:{one_of(MONTHS)})(?!\w)\.?"
MONTH_FIRST = rf"(?P<m1>{MONTH})\s{{0,9}}(?P<d1>{DAY})(?:st|nd|rd|th)?(?:{BEFORE_YEAR}(?P<y1>{YEAR}))?"
DAY_FIRST = (
    rf"(?:le{GAP}|the{GAP})?(?P<d2>{DAY})(?:st|nd|rd|th|er|º|\.)?(?:{GAP}|-)(?:(?:of|de){GAP})?(?P<m2>{MONTH})"
    rf"(?:(?:{BEFORE_YEAR}|-)(?:del?{GAP})?(?P<y2>{YEAR}))?"
)
DATE = re.compile(
    rf"(?<!\d)(?P<cjk>{YEAR}[年년]\s?\d{{1,2}}[月월]\s?\d{{1,2}}[日일])"
    rf"|(?<!\w)(?:(?P<iso>{YEAR}[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d))"
    rf"|(?:le{GAP})?{WEEKDAY}(?:(?P<mdy>{MONTH_FIRST})|(?P<dmy>{DAY_FIRST}))"
    rf"|(?P<numbers>(?P<n1>\d{{1,2}})(?P<mark>[/.-])(?P<n2>\d{{1,2}})(?P=mark)(?P<y3>{YEAR})))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text, from `start` to `end`; `date` is None where the text gives no year."""

    start: int
    end: int
    date: dt.date | None


def find_dates(text: str, region: str = "US") -> Iterator[FoundDate]:
    """Yield the dates in a text, in order; days that no calendar has are passed over."""
    for match in DATE.finditer(text):
        try:
            day = read_match(match, region)
        except ValueError:
            continue
        yield FoundDate(match.start(), match.end(), day)


def impossible_dates(text: str) -> Iterator[str]:
    """Yield the words of each date whose day no calendar has, in whatever order its numbers are: “31 April”."""
    for match in DATE.finditer(text):
        numbers = (int(match["n1"]), int(match["n2"])) if match["numbers"] else ()
        if any(number > 31 for number in numbers) or (numbers and min(numbers) > 12):
            continue  # no date at all, such as a part's number
        if not any(_is_day(match, region) for region in ("US", "GB")):
            yield match[0].strip()


def _is_day(match: re.Match[str], region: str) -> bool:
    try:
        read_match(match, region)
    except ValueError:
        return False
    return True


def find_date(text: str, region: str = "US") -> FoundDate | None:
    """Return the first date in a text, one with a year before one without."""
    found = list(find_dates(text, region))
    return next((one for one in found if one.date), found[0] if found else None)


def is_month_first(first: int, second: int, day_first: bool | None) -> bool | None:
    """Tell which of two numbers is the month; None where both can be and nobody can tell.

    day_first: whether the text's language or country writes the day first; None where that is not known.
    """
    if first == second or first > 12:
        return False
    return True if second > 12 else None if day_first is None else not day_first


def read_match(match: re.Match[str], region: str) -> dt.date | None:
    """Return the day a match means. Raises ValueError for a day that no calendar has."""
    if written := match["iso"] or match["cjk"]:
        year, month, day = re.findall(r"\d+", written)
        return dt.date(int(year), int(month), int(day))
    if match["numbers"]:
        first, second = int(match["n1"]), int(match["n2"])
        month_first = second > 12 or (region == "US" and first <= 12 and match["mark"] != ".")
        return dt.date(int(match["y3"]), *((first, second) if month_first else (second, first)))
    name, number, year = (
        (match["m1"], match["d1"], match["y1"]) if match["mdy"] else (match["m2"], match["d2"], match["y2"])
    )
    month = MONTHS[name.lower().rstrip(".")]
    # 2000 had a 29 February: without a year every day that some year has is one.
    day_of = dt.date(int(year) if year else 2000, month, int(number))
    return day_of if year else None
