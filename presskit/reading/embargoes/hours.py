"""The hours that an embargo's words name: 9 a.m., 0900, 09h00, 9 Uhr, noon, 9 صباحا."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from presskit.reading.embargoes.words import Vocabulary, anywhere, every, written

DAY_MARK, ZONE_MARK = "¤", "§"  # they stand in the place of what was read before
# A group of figures beside another is part of a telephone number.
FOUR = re.compile(
    r"(?<![\d:.+-])(?<!\d/)(?<!\d[ )])(?P<at>\bat\s)?(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)"
    r"(?P<unit>\s?(?:hrs?|hours?|h|uhr|horas|heures)(?!\w))?(?!\d|[:/-]\d|\)? \d)"
)
# The hours of a part of the day, by the clock's figure; another figure beside it is none.
PARTS = {
    "morning": {hour: hour for hour in range(1, 12)},
    "afternoon": {12: 12, **{hour: hour + 12 for hour in range(1, 9)}},
    "evening": {hour: hour + 12 for hour in range(4, 12)},
    "night": {hour: hour + 12 for hour in range(8, 12)},
}


@dataclass(frozen=True)
class FoundHour:
    """An hour in a text, from `start` to `end`. `time` is None where the words leave it open: `problem` says why."""

    start: int
    end: int
    time: dt.time | None
    problem: str = ""


def find_hours(text: str, vocabulary: Vocabulary) -> list[FoundHour]:
    """Return the hours in folded small letters, in order. Days and zones are masked already."""
    found = [*named_hours(text), *counted_hours(text, vocabulary), *four_figures(text)]
    chosen: list[FoundHour] = []
    for hour in found:
        if all(hour.end <= one.start or hour.start >= one.end for one in chosen):
            chosen.append(hour)
    return sorted(chosen, key=lambda one: one.start)


def named_hours(text: str) -> Iterator[FoundHour]:
    """Yield noon, and midnight, of which nobody can tell whether it begins the day or ends it."""
    for match in anywhere("midnight").finditer(text):
        problem = "midnight can be the beginning of a day or its end; write 00:01 or 23:59"
        yield FoundHour(match.start(), match.end(), None, problem)
    for match in anywhere("noon").finditer(text):
        yield FoundHour(match.start(), match.end(), dt.time(12))


@cache
def hour_pattern(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Return the pattern of an hour in figures or in words, with all that can stand beside it."""

    def group(name: str, phrases: list[str]) -> str:
        ordered = sorted(map(written, phrases), key=lambda phrase: (-len(phrase), phrase))
        return rf"(?P<{name}>{'|'.join(ordered) or '(?!)'})(?!\w)"

    words = "|".join(sorted(vocabulary.hours, key=lambda words: (-len(words), words))) or "(?!)"
    parts = "|".join(rf"\s?,?\s?{group(part, vocabulary.lists[part])}" for part in PARTS)
    before, after = (group(name, every(f"{name}_noon")) for name in ("before", "after"))
    return re.compile(
        rf"(?:(?<![\d:.+-])(?<!\d/)(?P<hour>\d{{1,2}})(?:\s?(?P<sign>[:.h])\s?(?P<minute>\d{{2}})(?!\d)(?::(?P<second>\d{{2}})(?:\.\d+)?)?)?"
        rf"|(?<!\w)(?P<word>{words})(?!\w))(?:\s?(?:{before}|{after}))?"
        rf"(?:\s?{group('unit', every('units'))}(?:\s?(?P<late>\d{{2}})(?!\w))?)?"
        rf"(?:\s?{group('clock', every('clock'))})?"
        rf"(?:{parts})?(?![\d%]|[:/-]\d)"
    )


def counted_hours(text: str, vocabulary: Vocabulary) -> Iterator[FoundHour]:
    """Yield the hours in figures; a bare number is none."""
    for match in hour_pattern(vocabulary).finditer(text):
        parts = match.groupdict()
        part = next((name for name in PARTS if parts[name]), None)
        is_half = bool(parts["before"] or parts["after"])
        has_sign = bool(is_half or part or parts["unit"])
        is_clear = parts["sign"] in (":", "h") or has_sign or followed_by_zone(text, match.end(), parts["minute"])
        if not is_clear or (parts["word"] and not (is_half or part)):
            continue
        hour = (
            vocabulary.hours[next(name for name in vocabulary.hours if re.fullmatch(name, parts["word"]))]
            if parts["word"]
            else int(parts["hour"])
        )
        minute = int(parts["minute"] or parts["late"] or 0)
        found = read_hour(match, hour, minute, "after" if parts["after"] else "before" if is_half else part)
        second = int(parts["second"] or 0)
        yield replace(found, time=found.time.replace(second=second)) if found.time and second < 60 else found


def followed_by_zone(text: str, end: int, minute: str | None) -> bool:
    """Tell whether a zone stands right behind figures such as 9.30."""
    return bool(minute) and text[end : end + 3].lstrip(" (,").startswith(ZONE_MARK)


def read_hour(match: re.Match[str], hour: int, minute: int, part: str | None) -> FoundHour:
    """Return the hour of figures and a part of the day; open where they cannot go together."""
    start, end = match.span()
    words = match[0].strip()
    open_ = FoundHour(start, end, None, f"“{words}” is no hour")
    if minute > 59 or hour > 23:
        return open_
    if part in ("before", "after"):
        if not 0 <= hour <= 12 or (hour == 0 and part == "after"):
            return open_
        return FoundHour(start, end, dt.time(hour % 12 + (12 if part == "after" else 0), minute))
    if part is None:
        return FoundHour(start, end, dt.time(hour, minute))
    known = PARTS[part].get(hour, hour if hour in PARTS[part].values() else None)
    return open_ if known is None else FoundHour(start, end, dt.time(known, minute))


def four_figures(text: str) -> Iterator[FoundHour]:
    """Yield hours such as 0900; 2027 alone is none."""
    for match in FOUR.finditer(text):
        is_clear = match["unit"] or match["at"] or match["hour"][0] == "0" or followed_by_zone(text, match.end(), "00")
        if is_clear and int(match["hour"]) < 24:
            yield FoundHour(match.start(), match.end(), dt.time(int(match["hour"]), int(match["minute"])))
