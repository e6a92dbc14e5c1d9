"""The occasion that an advisory invites to: when it begins and ends, in which zone, where, and whom to tell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from presskit.findings import Finding, Where, finding
from presskit.model import Fact, Occasion, Section, Sheet
from presskit.reading.embargoes.countries import clock_of_city, country_of, home_clock
from presskit.reading.embargoes.moment_parts import Place, parts_of
from presskit.reading.embargoes.moments import UnclearEmbargo, WrongWeekday, moment_of
from presskit.reading.sections.labels import HALF, JOIN, TO, plain_figures

WHEN = re.compile(
    r"\W*(?:when|date|day|time|date\s(?:and|&)\stime|quand|jour|heure|date\set\sheure|horaires?|wann|datum|uhrzeit|termin"
    r"|cuándo|fecha|hora|fecha\sy\shora|متى|التاريخ|الوقت|الموعد|الزمان|اليوم)\W*",
    re.IGNORECASE,
)
WHERE = re.compile(
    r"\W*(?:where|place|venue|location|où|lieu|adresse|wo|ort|dónde|lugar|أين|المكان|الموقع)\W*", re.IGNORECASE
)
ANSWER = re.compile(
    r"\W*(?:r\.?s\.?v\.?p\b|accreditation|registration|register|accréditation|inscription|réservation|akkreditierung"
    r"|anmeldung|acreditaci[oó]n|inscripción|confirmación|التسجيل|الاعتماد|للتأكيد)",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w+|https?://|\+?\d[\d\s().-]{6,}\d")
# An hour whose half of the day stands with the end alone: “10–11:30 a.m.”, “7:00–9:00 p.m.”.
BARE = re.compile(
    rf"(?<![\d:.])(?P<first>\d{{1,2}})(?P<minutes>[:.]\d\d)?(?P<to>{TO})(?=\d{{1,2}}(?:[:.h]\d\d)?\s?(?P<half>{HALF})?)",
    re.IGNORECASE,
)


def with_occasion(sheet: Sheet, place: Place) -> tuple[Sheet, tuple[Finding, ...]]:
    """Return a document with the occasion that its rows name, and what there is to say of it."""
    rows = [row for section in sheet.sections for row in section.facts]
    when = [row for row in rows if WHEN.fullmatch(row.label)]
    told = tuple(_unanswered(sheet, rows))
    if not when:
        return sheet, (finding("c-052", Where(sheet.source), problem="it names no day"), *told)
    line = Where(sheet.source, when[0].line)
    where = next((row.text for row in rows if WHERE.fullmatch(row.label)), None)
    try:
        moment = ", ".join(row.text.split(";")[0] for row in when)
        start, end, zone = find_times(with_clock(moment, where or "", place), place)
    except WrongWeekday:
        return sheet, told  # an editor tells it of every line
    except UnclearEmbargo as problem:
        return sheet, (finding("c-052", line, problem=str(problem)), *told)
    if end and end.astimezone(dt.UTC) <= start.astimezone(dt.UTC):
        words = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        return sheet, (finding("c-054", line, **words), *told)
    return replace(sheet, occasion=Occasion(start, end, zone, when[-1].label, where, when[-1].line)), told


def with_clock(words: str, where: str, place: Place) -> str:
    """Return the words of a moment with the clock of where it is, if they name none and there is one clock alone.

    Unlike an embargo, which holds everywhere, an occasion is in one place: in its city, or in a country with one zone.
    """
    if parts_of(words, place).zones:
        return words
    parts = [part.strip() for part in re.split("[,،]", where)]
    clock = next(filter(None, map(clock_of_city, parts)), None) or home_clock(country_of(where) or place.country)
    return f"{words}, {clock}" if clock else words


def find_times(words: str, place: Place) -> tuple[dt.datetime, dt.datetime | None, str]:
    """Return the begin, the end where words name one, and the zone. Raises UnclearEmbargo: nothing is guessed."""
    text = _in_full(plain_figures(words), place)
    parts = parts_of(text, place)
    hours = parts.hours
    if len(hours) != 2:
        start, zone = moment_of(parts)
        return start, None, zone
    times = [
        moment_of(parts_of(_without(text, parts.text.places, other.start, other.end), place)) for other in hours[::-1]
    ]
    return times[0][0], times[1][0], times[0][1]


def _without(text: str, places: tuple[int, ...], start: int, end: int) -> str:
    """Return a text without what stands between two places of its folded form, and without what joined it."""
    before, after = text[: places[start]], text[places[end] :]
    joined = re.sub(rf"(?:{TO})$", " ", before) if not re.match(JOIN, after) else before
    return f"{joined} {re.sub(rf'^(?:{TO})', ' ', after)}"


def _in_full(text: str, place: Place) -> str:
    """Return “10–11:30 a.m.” as “10:00 a.m.–11:30 a.m.”; a figure of a date is none of these."""
    parts = parts_of(text, place)
    dates = [range(parts.text.places[day.start], parts.text.places[day.end]) for day in parts.days]

    def full(found: re.Match[str]) -> str:
        if any(found.start() in date for date in dates) or (found["minutes"] and not found["half"]):
            return found[0]
        return f"{found['first']}{found['minutes'] or ':00'} {found['half'] or ''}".rstrip() + found["to"]

    return BARE.sub(full, text)


def _unanswered(sheet: Sheet, rows: Iterable[Fact]) -> Iterator[Finding]:
    """Yield c-053 where nobody can tell where to answer."""
    asked = [row for row in rows if ANSWER.match(row.label)]
    texts = [row.text for row in asked] or [*_every(sheet.sections)]
    if not any(ADDRESS.search(text) for text in texts):
        yield finding("c-053", Where(sheet.source, asked[0].line if asked else None))


def _every(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from (row.text for row in section.facts)
        yield from (block.text for block in section.blocks)
