"""The moment that an embargo's words name: day, hour and zone, or why it is not certain. Nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from presskit.reading.embargoes.days import NO_YEAR, find_weekdays
from presskit.reading.embargoes.hours import DAY_MARK, ZONE_MARK, FoundHour
from presskit.reading.embargoes.moment_parts import Known, Parts, Place, days_of, mask
from presskit.reading.embargoes.zones import Zone, zones_of

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class UnclearEmbargo(ValueError):
    """An embargo whose moment is not certain; its text says why, in words. `known`: what is certain of it."""

    def __init__(self, problem: str, known: Known | None = None) -> None:
        super().__init__(problem)
        self.known = known or Known()


class WrongWeekday(UnclearEmbargo):
    """A moment whose day of the week is not the date's."""


@dataclass(frozen=True)
class Moment:
    """A day, and the hour and zone where words name them; `zone` as in Embargo."""

    day: dt.date
    time: dt.time | None
    zone: str | None


def moment_of(parts: Parts) -> tuple[dt.datetime, str]:
    """Return the one moment of all that was found, and its zone's name. Raises UnclearEmbargo, or WrongWeekday."""
    if problem := why_unclear(parts):
        raise (WrongWeekday if problem == wrong_weekday(parts) else UnclearEmbargo)(problem, parts.known)
    assert parts.day
    moments: list[tuple[dt.datetime, str, str]] = []
    unsettled: list[list[dt.datetime]] = []
    for hour, zones in clocks_of(parts):
        assert hour.time
        naive = dt.datetime.combine(parts.day, hour.time)
        if len(zones) > 1:
            unsettled.append([moment for zone in zones if (moment := meant(naive, zone))])
            continue
        moments.append((resolve(naive, zones[0], parts), zones[0].name, zones[0].words.strip()))
    require_one(moments, unsettled, parts)
    return moments[0][0], moments[0][1]


def require_one(moments: list[tuple[dt.datetime, str, str]], unsettled: list[list[dt.datetime]], parts: Parts) -> None:
    """Raise UnclearEmbargo where clocks disagree, or where a zone can be several and no other clock tells which."""
    if not moments:
        words = next(zones[0].words for _, _, zones in parts.zones if len(zones) > 1)
        cities = " or ".join(
            zone.name.rpartition("/")[2].replace("_", " ") for zone in zones_of(words.strip().upper(), None)
        )
        raise UnclearEmbargo(f"“{words.strip()}” can be the clock of {cities}", parts.known)
    first, _, one = moments[0]
    for other, _, name in moments:
        if other != first:
            clocks = f"{first:%H:%M} {one} and {other:%H:%M} {name}"
            raise UnclearEmbargo(f"{clocks} are not the same moment", parts.known)
    if any(first not in candidates for candidates in unsettled):
        raise UnclearEmbargo("it names more than one moment", parts.known)


def why_unclear(parts: Parts) -> str:
    """Return why the parts make no moment; nothing where they may."""
    if parts.problem:
        return parts.problem
    if not parts.days:
        return "it names no day"
    if problem := next((one.problem for one in parts.days if one.problem), ""):
        return problem
    if len({one.day for one in parts.days}) > 1:
        return "it names more than one day"
    if problem := wrong_weekday(parts):
        return problem
    if problem := next((one.problem for one in parts.hours if one.problem), ""):
        return problem
    if problem := doubtful(parts):
        return problem
    if not parts.hours:
        return "it names no hour"
    if not parts.zones:
        return "it names no time zone that presskit knows"
    return ""


def why_no_hour(parts: Parts) -> str:
    """Return why words name no day, or an hour that is not understood; an hour or a zone may be missing."""
    problem = why_unclear(parts)
    if parts.day and not parts.problem and not parts.hours:
        words = re.sub(r"\s+", " ", parts.rest.replace(DAY_MARK, " ").replace(ZONE_MARK, " ")).strip(" ,")
        return f"“{words}” is no hour" if words else ""
    return "" if problem.startswith("it names no time zone") else problem


def wrong_weekday(parts: Parts) -> str:
    """Return the problem of a day of the week that is not the date's, wherever the words name it."""
    stated = {one.weekday for one in parts.days if one.weekday is not None}
    return misfit(parts.day, stated | {number for number, _, _ in find_weekdays(parts.rest.lower())})


def misfit(day: dt.date | None, stated: set[int]) -> str:
    """Return the problem of a day of the week, counted from Monday 0, that is not the date's."""
    other = next((number for number in stated if day and number != day.weekday()), None)
    return "" if day is None or other is None else f"{day.day} {day:%B %Y} is a {day:%A} and no {WEEKDAYS[other]}"


def doubtful(parts: Parts) -> str:
    """Return the words around the moment that make it another one: “half past”, “days after”, a number left over."""
    spans = parts.spans
    lower, rest = parts.text.lower, parts.rest.lower()
    for one in parts.hours:
        rest = mask(rest, one.start, one.end, DAY_MARK)
    start, end = max(0, spans[0][0] - 30), spans[-1][1]
    for match in (one for doubt in parts.doubts for one in doubt.finditer(lower, start, min(end + 25, len(lower)))):
        if not any(one[0] <= match.start() < one[1] for one in spans):
            return f"“{match[0]}” leaves the moment open"
    around = rest[spans[0][0] : end] + rest[end : end + 4]
    if number := re.search(r"\d[\d:.,]*", around):
        return "it names no hour" if not parts.hours else f"“{number[0].strip('.,:')}” in it is not understood"
    if part := parts.vocabulary.patterns["parts"].search(rest, start, min(end + 20, len(rest))):
        return f"“{part[0]}” does not stand beside the hour"
    return ""


def clocks_of(parts: Parts) -> list[tuple[FoundHour, tuple[Zone, ...]]]:
    """Return each hour with each of its zones: those behind it, or before it where none is behind any hour."""
    clocks: list[tuple[FoundHour, tuple[Zone, ...]]] = []
    bare: list[FoundHour] = []
    hours = parts.hours
    first = hours[0].start
    for index, hour in enumerate(hours):
        until = hours[index + 1].start if index + 1 < len(hours) else len(parts.rest)
        own = [zones for start, _, zones in parts.zones if hour.start < start < until or (index == 0 and start < first)]
        clocks += [(hour, zones) for zones in own]
        if not own:
            bare.append(hour)
    known = {hour.time for hour, _ in clocks}
    if any(hour.time not in known for hour in bare):
        raise UnclearEmbargo("it names more than one hour", parts.known)
    return clocks


def meant(naive: dt.datetime, zone: Zone) -> dt.datetime | None:
    """Return the moment where the zone's clocks show that hour as its words say; None where they do not."""
    for fold_ in (0, 1):
        moment = naive.replace(tzinfo=zone.clock, fold=fold_)
        is_there = moment.astimezone(dt.UTC).astimezone(zone.clock).replace(tzinfo=None) == naive
        if is_there and zone.offset in (None, moment.utcoffset()):
            return moment
    return None


def resolve(naive: dt.datetime, zone: Zone, parts: Parts) -> dt.datetime:
    """Return the moment; raises UnclearEmbargo where clocks skip or repeat that hour, or show another season's time."""
    first, second = naive.replace(tzinfo=zone.clock), naive.replace(tzinfo=zone.clock, fold=1)
    clock = f"{naive:%H:%M} on {naive:%Y-%m-%d} in {zone.name}"
    if first.utcoffset() != second.utcoffset():
        if first.astimezone(dt.UTC).astimezone(zone.clock).replace(tzinfo=None) != naive:
            raise UnclearEmbargo(f"there is no {clock}: the clocks go forward over it", parts.known)
        if zone.offset is None:
            raise UnclearEmbargo(f"{clock} comes twice: the clocks go back over it", parts.known)
    moment = meant(naive, zone)
    if moment is None:
        city = zone.name.rpartition("/")[2].replace("_", " ")
        problem = f"“{zone.words.strip()}” is not the time of {city} on {naive.day} {naive:%B %Y}: {first.tzname()} is"
        raise UnclearEmbargo(problem, parts.known)
    return moment


def certain_day(text: str, place: Place) -> tuple[dt.date | None, str]:
    """Return the day a dateline or a line names, or why it is not certain; neither where none with a year is named."""
    first = next((one for one in days_of(text, place) if one.day or one.problem != NO_YEAR), None)
    if first is None:
        return None, ""
    return first.day, first.problem or misfit(first.day, set() if first.weekday is None else {first.weekday})
