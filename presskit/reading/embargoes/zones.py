"""Time zones as press offices write them: by city, by abbreviation, by offset, by the zone's own name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from presskit.reading.folding import fold

# An abbreviation, the place whose clock is meant, and how many hours it is then ahead of Greenwich: EST is no time of
# New York's in July. Without hours the clock of the season counts. Several places: only the text's own country tells.
TABLE = """
ET America/New_York|EST America/New_York -5|EDT America/New_York -4|CT America/Chicago|CDT America/Chicago -5
CST America/Chicago -6,Asia/Shanghai 8,America/Havana -5|MT America/Denver|MST America/Denver -7
MDT America/Denver -6|PT America/Los_Angeles|PST America/Los_Angeles -8,Asia/Manila 8
PDT America/Los_Angeles -7|AKST America/Anchorage -9|AKDT America/Anchorage -8|HST Pacific/Honolulu -10
AT America/Halifax|ADT America/Halifax -3|AST America/Halifax -4,Asia/Riyadh 3|NST America/St_Johns -3.5
NDT America/St_Johns -2.5|BRT America/Sao_Paulo -3|ART America/Argentina/Buenos_Aires -3|COT America/Bogota -5
PET America/Lima -5|GMT Etc/UTC 0|UTC Etc/UTC 0|UT Etc/UTC 0|Z Etc/UTC 0|BST Europe/London 1,Asia/Dhaka 6
IST Asia/Kolkata 5.5,Europe/Dublin 1,Asia/Jerusalem 2|IDT Asia/Jerusalem 3|WET Europe/Lisbon 0
WEST Europe/Lisbon 1|CET Europe/Brussels 1|CEST Europe/Brussels 2|MEZ Europe/Berlin 1|MESZ Europe/Berlin 2
HNEC Europe/Paris 1|HAEC Europe/Paris 2|EET Europe/Athens 2|EEST Europe/Athens 3|MSK Europe/Moscow 3
TRT Europe/Istanbul 3|WAT Africa/Lagos 1|CAT Africa/Maputo 2|SAST Africa/Johannesburg 2|EAT Africa/Nairobi 3
GST Asia/Dubai 4|PKT Asia/Karachi 5|SGT Asia/Singapore 8|HKT Asia/Hong_Kong 8|JST Asia/Tokyo 9
KST Asia/Seoul 9|WIB Asia/Jakarta 7|AET Australia/Sydney|AEST Australia/Sydney 10|AEDT Australia/Sydney 11
ACST Australia/Adelaide 9.5|ACDT Australia/Adelaide 10.5|AWST Australia/Perth 8|NZST Pacific/Auckland 12
NZDT Pacific/Auckland 13
"""
# They are words of a sentence too, or parts of names: they count only right behind an hour.
WORDS_TOO = (
    "ET",
    "EST",
    "AT",
    "ART",
    "CAT",
    "EAT",
    "PET",
    "WAT",
    "IST",
    "WEST",
    "PT",
    "CT",
    "MT",
    "COT",
    "UT",
    "Z",
    "WET",
)
COUNTRIES = {
    "America/Chicago": ("US", "CA", "MX"),
    "America/Los_Angeles": ("US", "CA"),
    "America/Halifax": ("US", "CA", "PR"),
    "America/Havana": ("CU",),
    "Asia/Shanghai": ("CN",),
    "Asia/Manila": ("PH",),
    "Asia/Riyadh": ("SA", "KW", "QA", "BH", "IQ", "YE"),
    "Europe/London": ("GB", "GG", "JE", "IM"),
    "Asia/Dhaka": ("BD",),
    "Asia/Kolkata": ("IN",),
    "Europe/Dublin": ("IE",),
    "Asia/Jerusalem": ("IL",),
}
# PST is written every day in North America, and hardly in Manila.
USUAL = {"PST": "America/Los_Angeles"}
REGIONS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
IANA = re.compile(rf"\b(?:{'|'.join((*REGIONS, 'Etc'))})/[A-Za-z_/+-]{{2,40}}\d{{0,2}}")
CAPITALISED = re.compile(r"(?: [A-Z][a-z]+){1,3}")
# Cities of other countries bear these names as well.
SHARED_NAMES = {
    "cordoba",
    "merida",
    "vincennes",
    "san juan",
    "san luis",
    "la rioja",
    "petersburg",
    "center",
    "easter",
    "troll",
}


class UnclearZone(ValueError):
    """A zone that there is not; its text says so, in words."""


@dataclass(frozen=True)
class Zone:
    """A clock. `name`: its IANA name or the offset as written. `words`: as it is named in the text.

    offset: how far ahead of Greenwich the words say it is, None for the season's own.
    """

    clock: dt.tzinfo
    name: str
    words: str
    offset: dt.timedelta | None = None


@cache
def abbreviations() -> dict[str, tuple[tuple[str, float | None], ...]]:
    """Return for each abbreviation the places and hours it can mean."""
    table: dict[str, tuple[tuple[str, float | None], ...]] = {}
    for entry in TABLE.replace("\n", "|").strip("|").split("|"):
        word, _, places = entry.partition(" ")
        pairs = [place.split() for place in places.split(",")]
        table[word] = tuple((pair[0], float(pair[1]) if len(pair) > 1 else None) for pair in pairs)
    return table


def zones_of(word: str, country: str | None) -> tuple[Zone, ...]:
    """Return the zones an abbreviation can mean; one where the text's country, or usage, tells."""
    every = tuple(zone_at(name, word, hours) for name, hours in abbreviations()[word])
    own = tuple(zone for zone in every if country in COUNTRIES.get(zone.name, ()))
    usual = tuple(zone for zone in every if zone.name == USUAL.get(word) or (word == "BST" and country and not own))
    return own[:1] or usual[:1] or every


def zone_at(name: str, words: str, hours: float | None = None) -> Zone:
    """Return the zone of a place by its IANA name. Raises UnclearZone where there is none of that name."""
    return Zone(load(name), name, words, None if hours is None else dt.timedelta(hours=hours))


def load(name: str) -> ZoneInfo:
    """Return a zone by its IANA name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UnclearZone(f"there is no time zone “{name}”") from None


def named(text: str, match: re.Match[str]) -> Zone:
    """Return the zone of an IANA name; “America/New York” is understood as well as “America/New_York”."""
    following = CAPITALISED.match(text, match.end())
    words = following[0].split() if following else []
    for end in range(len(words), 0, -1):
        name = "_".join((match[0], *words[:end]))
        if name in available_timezones():
            return zone_at(name, " ".join((match[0], *words[:end])))
    return zone_at(match[0], match[0])


def by_offset(words: str, sign: str, hours: int, minutes: int) -> Zone:
    """Return the zone of an offset such as “+01:00”. Raises UnclearZone where no clock is that far from Greenwich."""
    if hours > 14 or minutes > 59:
        raise UnclearZone(f"there is no time zone “{words}”")
    ahead = (1 if sign == "+" else -1) * dt.timedelta(hours=hours, minutes=minutes)
    return Zone(dt.timezone(ahead), words, words)


@cache
def cities() -> dict[str, str]:
    """Return the zone of each city that the zone list names, in folded small letters."""
    names = [name for name in sorted(available_timezones()) if name.partition("/")[0] in REGIONS]
    found = {fold(name.rpartition("/")[2].replace("_", " ")).lower: name for name in names}
    return {city: name for city, name in found.items() if city not in SHARED_NAMES}
