"""An embargo as the window says it: a day, an hour and a place become one sentence, in several cities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from zoneinfo import ZoneInfo

from presskit.composing.languages import language
from presskit.model import Embargo
from presskit.reading.embargoes.countries import zone_countries
from presskit.reading.embargoes.embargo import parse_embargo
from presskit.reading.embargoes.moments import UnclearEmbargo

ELSEWHERE = ("America/New_York", "Europe/London", "Europe/Paris", "Asia/Tokyo")


def in_words(embargo: Embargo, zones: Sequence[str] = ()) -> str:
    """Return the moment on the clocks of several cities: “Tuesday, May 12, 2026, 9:00 a.m. in New York; …”."""
    english, first = language("en"), embargo.until
    said = [f"{first:%A}, {english.when(first, first.time())} {_place(embargo.zone)}"]
    for zone in dict.fromkeys((*zones, *ELSEWHERE)):
        there = first.astimezone(ZoneInfo(zone))
        if zone == embargo.zone or there.utcoffset() == first.utcoffset():
            continue
        day = "" if there.date() == first.date() else f"{there:%A}, "
        said.append(f"{day}{english.hour(there.time())} {_place(zone)}")
    return "; ".join(said)


def sentence_of(day: str, hour: str, zone: str, zones: Sequence[str] = ()) -> tuple[str, str, str]:
    """Return what kit.toml would say, the sentence, and what is unclear: one of the last two is empty.

    An hour that the clocks of a place skip or repeat is unclear: nobody can know which moment is meant.
    """
    written = f"{day} {hour} {zone}"
    try:
        return written, in_words(parse_embargo(written), zones), ""
    except UnclearEmbargo as problem:
        return written, "", f"{str(problem)[:1].upper()}{str(problem)[1:]}."


@cache
def places() -> tuple[str, ...]:
    """Return the zones that a person can choose from, by their names."""
    return tuple(sorted({"UTC", *zone_countries()}))


def _place(zone: str) -> str:
    return f"in {zone.rpartition('/')[2].replace('_', ' ')}"
