"""The parts of a moment in an embargo's words: its days, its hours, its zones, and what is left of the line."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache

from presskit.reading.embargoes.days import IN_NUMBERS, NO_YEAR, FoundDay, find_days, find_weekdays
from presskit.reading.embargoes.hours import DAY_MARK, ZONE_MARK, FoundHour, find_hours
from presskit.reading.embargoes.words import (
    Vocabulary,
    anywhere,
    every,
    language_of,
    place_named,
    place_pattern,
    vocabularies,
    written,
    zone_phrases,
)
from presskit.reading.embargoes.zones import (
    IANA,
    WORDS_TOO,
    UnclearZone,
    Zone,
    abbreviations,
    by_offset,
    named,
    zone_at,
    zones_of,
)
from presskit.reading.folding import Folded, fold
from presskit.resources import primary

OFFSET = re.compile(r"\b(?:UTC|GMT)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?:[:.]?(?P<minutes>\d{2}))?(?![\d:])")
ISO_OFFSET = re.compile(
    rf"(?:(?<={DAY_MARK} \d\d:\d\d)|(?<={DAY_MARK} \d\d:\d\d:\d\d)|(?<=\d\d)\s?(?=\+)|(?<!\S)(?=\+))"
    r"(?P<sign>[+-])(?P<hours>\d{2})(?::?(?P<minutes>\d{2}))?(?![\d:])"
)
ABBREVIATION = re.compile(r"(?:(?<![\w+-])(?:[A-Z]{2,5}|(?:[A-Z]\.){2,5})|(?<=\d)\s?Z)(?!\w)")
# What an abbreviation stands right behind, where it can be a word of the sentence as well.
BEHIND_HOUR = re.compile(rf"(?:\d|[ap]\.? ?m\.?|\d ?h|uhr|hrs|hours|noon|{DAY_MARK})[\s,(/]*$", re.IGNORECASE)
SMALL = re.compile(r"(?<=[ap]m|m\.)\s?(?P<word>[a-z]{2,4})(?!\w)")
AT_END = re.compile(r"\s*(?:$|[,;:.)/(–—-])")


@dataclass(frozen=True)
class Known:
    """What words say of a moment, as far as it goes; for an example of what to write.

    has_year: whether they name the day's year. country: where the text comes from, whose clock may be meant.
    """

    day: dt.date | None = None
    time: dt.time | None = None
    zone: str | None = None
    has_year: bool = True
    country: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a text comes from. `language`: its code. `country`: ISO 3166's two letters, None where it is not known."""

    language: str = "en"
    country: str | None = None

    def day_first(self, vocabulary: Vocabulary) -> bool | None:
        """Tell whether 05/12/2027 is the fifth of December for words of a language; None where nobody can."""
        if vocabulary.day_first:
            return None if self.country in vocabulary.lists.get("both_orders_in", ()) else True
        return None if self.country in (None, "CA", "PH", "ZA", "KE") else self.country != "US"


@dataclass
class Parts:
    """What was found of a moment in a folded text. `rest`: the text with marks where days and zones stand."""

    text: Folded
    vocabulary: Vocabulary
    days: list[FoundDay] = field(default_factory=list)
    hours: list[FoundHour] = field(default_factory=list)
    zones: list[tuple[int, int, tuple[Zone, ...]]] = field(default_factory=list)
    rest: str = ""
    problem: str = ""
    doubts: tuple[re.Pattern[str], ...] = ()
    country: str | None = None

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where something was found."""
        days = [(one.start, one.end) for one in self.days]
        hours = [(one.start, one.end) for one in self.hours]
        return sorted([*days, *hours, *((start, end) for start, end, _ in self.zones)])

    @property
    def day(self) -> dt.date | None:
        """The one day that is certain."""
        known = {one.day for one in self.days}
        return known.pop() if len(known) == 1 else None

    @property
    def known(self) -> Known:
        """What is certain, and of the day what was probably meant."""
        found = next((one for one in self.days if one.day or one.guess), None)
        day = (found.day or found.guess) if found else None
        time = next((one.time for one in self.hours if one.time), None)
        names = [zones[0].name for _, _, zones in self.zones if len(zones) == 1]
        has_year = not found or found.problem != NO_YEAR
        return Known(day, time, next(iter(names), None), has_year, self.country)


def parts_of(text: str, place: Place) -> Parts:
    """Find the days, the hours and the zones that words name."""
    folded = fold(text)
    lower = folded.lower
    vocabulary = language_of(lower, place.language)
    # Words of doubt count in each language that the line may be in.
    spoken = [one for one in vocabularies() if one is vocabulary or one.code in (primary(place.language), "en")]
    parts = Parts(folded, vocabulary, doubts=tuple(one.patterns["doubt"] for one in spoken), country=place.country)
    parts.days = find_days(lower, folded.text, place.day_first(vocabulary))
    shown = folded.text
    for day in parts.days:
        shown = mask(shown, day.start, day.end, DAY_MARK)
    # An ISO moment writes “T” between day and hour.
    shown = re.sub(rf"{DAY_MARK}T(?=\d)", f"{DAY_MARK} ", shown)
    try:
        parts.rest = find_zones(shown, parts, place.country)
        parts.hours = find_hours(parts.rest.lower(), vocabulary)
        parts.rest = find_bare_places(parts)
    except UnclearZone as problem:
        parts.problem = str(problem)
        parts.rest = shown
    return parts


def days_of(text: str, place: Place) -> list[FoundDay]:
    """Return the days that words name, where their hours and zones do not matter."""
    folded = fold(text)
    is_in_numbers = IN_NUMBERS.search(folded.lower)  # else nobody need know the language, whose order numbers have
    day_first = place.day_first(language_of(folded.lower, place.language)) if is_in_numbers else None
    return find_days(folded.lower, folded.text, day_first)


def mask(text: str, start: int, end: int, mark: str) -> str:
    """Return the text with a mark and spaces in the place of a passage, of the same length."""
    words = text[start:end]
    kept = len(words.rstrip(" ,،.("))
    return text[:start] + mark * kept + " " * (len(words) - kept) + text[end:]


def find_zones(shown: str, parts: Parts, country: str | None) -> str:
    """Note the zones that a text names, and return it with marks in their places."""

    def note(match: re.Match[str], *zones: Zone) -> None:
        nonlocal shown
        parts.zones.append((match.start(), match.end(), zones))
        shown = mask(shown, match.start(), match.end(), ZONE_MARK)

    while iana := IANA.search(shown):
        zone = named(shown, iana)
        note(re.compile(re.escape(zone.words)).match(shown, iana.start()) or iana, zone)
    for pattern, name in zone_phrases():
        for match in list(pattern.finditer(shown.lower())):
            place, _, hours = name.partition(" ")
            note(match, zone_at(place, shown[match.start() : match.end()], float(hours) if hours else None))
    for match in list(place_phrases().finditer(shown.lower())):
        city = next(words for words in match.groups() if words)
        note(match, place_named(city, shown[match.start() : match.end()]))
    for pattern in (OFFSET, ISO_OFFSET):
        for match in list(pattern.finditer(shown)):
            words = match[0].strip()
            note(match, by_offset(words, match["sign"], int(match["hours"]), int(match["minutes"] or 0)))
    for match in [match for match in ABBREVIATION.finditer(shown) if is_zone(match, shown, parts.vocabulary)]:
        note(match, *zones_of(match[0].strip().replace(".", ""), country))
    for match in list(SMALL.finditer(shown)):
        word = match["word"].upper()
        if word in abbreviations() and word != "AT":
            note(match, *zones_of(word, country))
    return shown


@cache
def place_phrases() -> re.Pattern[str]:
    """Return the pattern of “heure de Paris”, “London time”, “بتوقيت الرياض”."""
    before, after = ("|".join(map(written, every(f"zone_{side}"))) for side in ("before", "after"))
    city = place_pattern()
    return re.compile(rf"(?<!\w)(?:(?:{before})\s?\(?({city})\)?(?!\w)|({city})\s(?:{after})(?!\w))")


@cache
def bare_place() -> re.Pattern[str]:
    """Return the pattern of a place right behind an hour or a day: “9 am (London)”."""
    return re.compile(rf"[\s,]*(?:\(|in\s|a\s|en\s)?({place_pattern()})(?!\w)\)?")


def is_zone(match: re.Match[str], shown: str, vocabulary: Vocabulary) -> bool:
    """Tell whether capitals are a zone here, and no words of the sentence."""
    word = match[0].strip().replace(".", "")
    if word not in abbreviations() or word in vocabulary.lists.get("not_zones", ()):
        return False
    if word == "AT" and not AT_END.match(shown, match.end()):
        return False
    return word not in WORDS_TOO or bool(BEHIND_HOUR.search(shown[: match.start()]))


def find_bare_places(parts: Parts) -> str:
    """Note the places right behind hours, or behind the day where no zone is named at all; return the text, masked."""
    rest, hours = parts.rest, parts.hours
    ends = [hour.end for hour in hours if not any(start >= hour.end for start, _, _ in parts.zones)]
    ends += [day.end for day in parts.days if hours and not parts.zones]
    for end in ends:
        match = bare_place().match(rest.lower(), end)
        if match and not rest[match.start(1)].islower():
            start, stop = match.span(1)
            parts.zones.append((start, stop, (place_named(match[1], rest[start:stop]),)))
            rest = mask(rest, start, stop, ZONE_MARK)
    return rest


def has_moment(parts: Parts) -> bool:
    """Tell whether words name a day, an hour or a day of the week, whatever is unclear about it."""
    return bool(parts.days or parts.hours or any(True for _ in find_weekdays(parts.rest.lower())))


def words_besides(parts: Parts) -> list[str]:
    """Return the words of a text that are no part of a moment and say nothing of their own."""
    rest = parts.rest.lower()
    for one in parts.hours:
        rest = mask(rest, one.start, one.end, DAY_MARK)
    for _, start, end in list(find_weekdays(rest)):
        rest = mask(rest, start, end, DAY_MARK)
    for key in ("filler", "until", "units"):
        rest = anywhere(key).sub(" ", rest)
    return re.findall(r"[^\W\d_]+", rest.replace(DAY_MARK, " ").replace(ZONE_MARK, " "))
