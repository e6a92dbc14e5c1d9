"""Embargoes: the moment until which a release is not to be published, with its zone.

Why so strict: an embargo without day, hour or zone is how stories get out too early. What is not certain is
said, and nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from presskit.model import Embargo
from presskit.reading.dates import find_date, find_dates

# What press offices write for a zone, and the place whose clock is meant. “EST” in July means New York's clock.
ZONES = {
    "ET EST EDT Eastern": "America/New_York",
    "CT CST CDT Central": "America/Chicago",
    "MT MST MDT Mountain": "America/Denver",
    "PT PST PDT Pacific": "America/Los_Angeles",
    "AKST AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu",
    "AT AST ADT Atlantic": "America/Halifax",
    "GMT UTC Z UT": "Etc/UTC",
    "BST": "Europe/London",
    "WET WEST": "Europe/Lisbon",
    "CET CEST MEZ MESZ HNEC HAEC": "Europe/Brussels",
    "EET EEST": "Europe/Athens",
    "MSK": "Europe/Moscow",
    "WAT": "Africa/Lagos",
    "CAT": "Africa/Maputo",
    "SAST": "Africa/Johannesburg",
    "EAT": "Africa/Nairobi",
    "PKT": "Asia/Karachi",
    "SGT": "Asia/Singapore",
    "HKT": "Asia/Hong_Kong",
    "JST": "Asia/Tokyo",
    "KST": "Asia/Seoul",
    "AEST AEDT AET": "Australia/Sydney",
    "AWST": "Australia/Perth",
    "NZST NZDT": "Pacific/Auckland",
}
ABBREVIATIONS = {word.upper(): zone for words, zone in ZONES.items() for word in words.split()}
# “London time”, “heure de Paris”: cities whose zone bears another city's name stand beside those of the zone list.
CITIES = {
    "washington": "America/New_York",
    "boston": "America/New_York",
    "geneva": "Europe/Zurich",
    "genève": "Europe/Zurich",
    "rabat": "Africa/Casablanca",
    "londres": "Europe/London",
    "bruxelles": "Europe/Brussels",
    "alger": "Africa/Algiers",
    "caire": "Africa/Cairo",
    "le caire": "Africa/Cairo",
    "beyrouth": "Asia/Beirut",
    "moscou": "Europe/Moscow",
    "pékin": "Asia/Shanghai",
    "delhi": "Asia/Kolkata",
    "beijing": "Asia/Shanghai",
    "الرباط": "Africa/Casablanca",
    "القاهرة": "Africa/Cairo",
    "باريس": "Europe/Paris",
    "لندن": "Europe/London",
    "جنيف": "Europe/Zurich",
    "بروكسل": "Europe/Brussels",
    "برلين": "Europe/Berlin",
    "مدريد": "Europe/Madrid",
    "واشنطن": "America/New_York",
    "نيويورك": "America/New_York",
    "الدار البيضاء": "Africa/Casablanca",
    "تونس": "Africa/Tunis",
    "الجزائر": "Africa/Algiers",
    "بيروت": "Asia/Beirut",
    "بغداد": "Asia/Baghdad",
    "الرياض": "Asia/Riyadh",
    "مكة": "Asia/Riyadh",
    "مكة المكرمة": "Asia/Riyadh",
    "دبي": "Asia/Dubai",
    "أبوظبي": "Asia/Dubai",
    "الدوحة": "Asia/Qatar",
    "غرينتش": "Etc/UTC",
    "جرينتش": "Etc/UTC",
}
TIME = re.compile(
    r"(?<![\d:./-])(?P<hour>\d{1,2})(?:\s?(?:[:.]|h)\s?(?P<minute>\d{2}))?(?::\d{2})?(?!\d|[./-]\d)"
    r"\s?(?P<half>[ap]\.?\s?m\b\.?|صباح[ًا]*|مساء[ًا]*)?(?P<mark>\s?h\b|\s?(?:hrs|hours|heures|uhr)\b)?"
    r"|\b(?P<four>(?:[01]\d|2[0-3])[0-5]\d)\s?(?:(?:hrs|hours|h)\b|§)"
    r"|(?P<word>\b(?:noon|midday|midnight|midi|minuit)\b)",
    re.IGNORECASE,
)
IANA = re.compile(
    r"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Za-z_/+-]{2,40}\d{0,2}"
)
CAPITALISED = re.compile(r"(?: [A-Z][a-z]+){1,3}")
OFFSET = re.compile(
    r"(?:\b(?:UTC|GMT)\s?|(?<=:\d\d)|(?<![\d/:-]))(?P<sign>[+\u2212-])"
    r"(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?(?!\d|[/-])"
)
ABBREVIATION = re.compile(
    r"\b(?:[A-Z]{2,4}|Z)\b|\b(?:Eastern|Central|Mountain|Pacific|Atlantic)(?=(?:\s+(?:Standard|Daylight))?\s+[Tt]ime)"
)
CITY_TIME = re.compile(
    r"(?P<before>[^\W\d_]+(?:[ -][^\W\d_]+){0,2})\s+(?:local\s+)?time\b"
    r"|heure\s+(?:locale\s+)?(?:de|du|d['’])\s?(?P<fr>[^\W\d_]+(?:[ -][^\W\d_]+)?)"
    r"|بتوقيت\s+(?P<ar>[^\W\d_]+(?: [^\W\d_]+)?)",
    re.IGNORECASE,
)


class UnclearEmbargo(ValueError):
    """An embargo whose moment is not certain; its text says why, in words."""


@dataclass(frozen=True)
class Moment:
    """A day, and the hour and zone where words name them. `name`: as in Embargo; `words`: the zone as written.

    rest: what the words say besides, to know an hour that was not understood.
    """

    day: dt.date
    time: dt.time | None
    zone: dt.tzinfo | None
    name: str
    words: str
    rest: str


def parse_embargo(text: str, region: str = "US") -> Embargo:
    """Return the embargo that words such as “9 am EST, 12 May 2026” mean.

    Raises UnclearEmbargo when day, hour or zone is missing, when the clocks skip or repeat that hour, and when
    “9 am EDT / 3 pm BST” names two moments.
    """
    moment = find_moment(text, region)
    if moment.time is None:
        raise UnclearEmbargo("it names no hour")
    if moment.zone is None:
        raise UnclearEmbargo("it names no time zone that presskit knows")
    until = resolve(dt.datetime.combine(moment.day, moment.time), moment.zone, moment.name, moment.words)
    require_one(moment, until)
    return Embargo(until, moment.name)


def require_one(moment: Moment, until: dt.datetime) -> None:
    """Raise UnclearEmbargo where the words name another moment besides `until`: another hour, or another zone."""
    masked, zones = mask_zones(moment.rest)
    times = list(find_times(masked))
    for index, (start, time) in enumerate(times):
        following = times[index + 1][0] if index + 1 < len(times) else len(masked)
        own = [(zone, name, words) for place, zone, name, words in zones if start < place < following]
        if not own and time != until.time():
            raise UnclearEmbargo("it names more than one hour")
        for zone, name, words in own:
            other = resolve(dt.datetime.combine(moment.day, time), zone, name, words)
            if other != until:
                clocks = f"{until:%H:%M} {moment.words.strip()} and {other:%H:%M} {words.strip()}"
                raise UnclearEmbargo(f"{clocks} are not the same moment")


def mask_zones(text: str) -> tuple[str, list[tuple[int, dt.tzinfo, str, str]]]:
    """Return the text with “§” in the place of each zone, of the same length, and the zones with their places."""
    zones: list[tuple[int, dt.tzinfo, str, str]] = []
    while True:
        zone, name, words = find_zone(text)
        if zone is None:
            return text, zones
        place = text.index(words)
        text = text.replace(words, "§".ljust(len(words)), 1)
        if words != "AT":  # “AT THE MUSEUM”, and no clock
            zones.append((place, zone, name, words))


def may_mean(text: str, embargo: Embargo, region: str) -> bool:
    """Tell whether words that name no moment, such as “STRICTLY EMBARGOED”, can be about an embargo."""
    try:
        moment = find_moment(text, region)
    except UnclearEmbargo:
        return True
    return moment.day == embargo.until.date() and moment.time in (None, embargo.until.time())


def find_moment(text: str, region: str = "US") -> Moment:
    """Return the moment that words name. Raises UnclearEmbargo when they name no day, or several."""
    day = find_date(text, region)
    if day is None or day.date is None:
        raise UnclearEmbargo("it names no day" if day is None else "it names no year")
    if len({found.date for found in find_dates(text, region) if found.date}) > 1:
        raise UnclearEmbargo("it names more than one day")
    rest = f"{text[: day.start]} ~ {text[day.end :]}"
    # An ISO moment writes “T” between day and hour.
    rest = re.sub(r"~ T(?=\d)", "~ ", rest)
    zone, name, words = find_zone(rest)
    # “§” stands where the zone stood: “0900 GMT” is an hour, “2026” alone is none.
    time = find_time(rest.replace(words, "§") if words else rest)
    return Moment(day.date, time, zone, name, words, rest)


def find_time(text: str) -> dt.time | None:
    """Return the hour a text names; a bare number is none."""
    return next((time for _, time in find_times(text)), None)


def find_times(text: str) -> Iterator[tuple[int, dt.time]]:
    """Yield each hour a text names, with its place."""
    for match in TIME.finditer(text):
        if match["word"]:
            yield match.start(), dt.time(12 if match["word"].lower() in ("noon", "midday", "midi") else 0)
            continue
        if match["four"]:
            yield match.start(), dt.time(int(match["four"][:2]), int(match["four"][2:]))
            continue
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower().startswith(("p", "م")) else 0) if 1 <= hour <= 12 else 24
        elif not (match["minute"] or match["mark"]):
            continue
        if hour < 24 and minute < 60:
            yield match.start(), dt.time(hour, minute)


def find_zone(text: str) -> tuple[dt.tzinfo | None, str, str]:
    """Return the zone a text names, its IANA name or the offset as written, and the words that name it."""
    if match := IANA.search(text):
        return named_zone(text, match)
    for match in ABBREVIATION.finditer(text):
        name = ABBREVIATIONS.get(match[0].upper())
        offset = OFFSET.match(text, match.end()) if name == "Etc/UTC" else None
        if name and not offset:
            return load(name), name, match[0]
    if match := OFFSET.search(text):
        return read_offset(match), match[0].strip(), match[0]
    return find_city_zone(text)


def named_zone(text: str, match: re.Match[str]) -> tuple[dt.tzinfo, str, str]:
    """Return the zone of an IANA name; “America/New York” is understood as well as “America/New_York”."""
    following = CAPITALISED.match(text, match.end())
    words = following[0].split() if following else []
    for end in range(len(words), 0, -1):
        name = "_".join((match[0], *words[:end]))
        if name in available_timezones():
            return load(name), name, " ".join((match[0], *words[:end]))
    return load(match[0]), match[0], match[0]


def find_city_zone(text: str) -> tuple[dt.tzinfo | None, str, str]:
    """Return the zone of “London time”, “heure de Paris”, “بتوقيت القاهرة”."""
    for match in CITY_TIME.finditer(text):
        words = (match["before"] or match["fr"] or match["ar"]).split()
        for start in range(len(words)):
            city = " ".join(words[start:])
            if name := CITIES.get(city.lower()) or zone_of(city):
                return load(name), name, match[0]
    return None, "", ""


def zone_of(city: str) -> str | None:
    """Return the IANA name that ends in a city's name."""
    ending = "/" + city.replace(" ", "_").lower()
    return next((name for name in sorted(available_timezones()) if name.lower().endswith(ending)), None)


def load(name: str) -> ZoneInfo:
    """Return a zone by its IANA name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise UnclearEmbargo(f"there is no time zone “{name}”") from None


def read_offset(match: re.Match[str]) -> dt.tzinfo:
    """Return the zone of an offset such as “+01:00”."""
    sign = 1 if match["sign"] == "+" else -1
    hours, minutes = int(match["hours"]), int(match["minutes"] or 0)
    if hours > 14 or minutes > 59:
        raise UnclearEmbargo(f"there is no time zone “{match[0].strip()}”")
    return dt.timezone(sign * dt.timedelta(hours=hours, minutes=minutes))


def resolve(naive: dt.datetime, zone: dt.tzinfo, name: str, words: str) -> dt.datetime:
    """Return the moment; raises UnclearEmbargo where the clocks skip that hour, or repeat it."""
    first, second = naive.replace(tzinfo=zone), naive.replace(tzinfo=zone, fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    clock = f"{naive:%H:%M} on {naive:%Y-%m-%d} in {name}"
    if first.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) != naive:
        raise UnclearEmbargo(f"there is no {clock}: the clocks go forward over it")
    chosen = [moment for moment in (first, second) if moment.tzname() == words.upper()]
    if not chosen:
        raise UnclearEmbargo(f"{clock} comes twice: the clocks go back over it")
    return chosen[0]
