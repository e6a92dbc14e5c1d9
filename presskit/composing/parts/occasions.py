"""An occasion's hours in the time of other places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from presskit.composing.languages import Language, language
from presskit.model import Document, Fact, Kit, Occasion, Section, Sheet
from presskit.reading.markup import escape


def in_zones(kit: Kit) -> Kit:
    """Return a kit whose advisories say their hours in the kit's other zones too, below those of their text."""
    return replace(kit, documents=tuple(_in_zones(one, kit.zones) for one in kit.documents)) if kit.zones else kit


def _in_zones(document: Document, zones: Iterable[str]) -> Document:
    if not isinstance(document, Sheet) or not document.occasion:
        return document
    words, when = language(document.language), document.occasion
    lines = [_hours(when, zone, words) for zone in zones if zone != when.zone]
    sections = tuple(_with_lines(section, when.label, lines) for section in document.sections)
    return replace(document, sections=sections)


def _with_lines(section: Section, label: str, lines: list[str]) -> Section:
    """Return a section with more lines in the row that tells the hour."""

    def longer(row: Fact) -> Fact:
        html = "".join(f"<br>{escape(words)}" for words in lines)
        return replace(row, text="\n".join((row.text, *lines)), html=f"{row.html}{html}")

    return replace(section, facts=tuple(longer(row) if row.label == label else row for row in section.facts))


def _hours(when: Occasion, zone: str, words: Language) -> str:
    """Return begin and end on a clock, with the day where it is another there: “4:00 p.m.–5:30 p.m. (Asia/Tokyo)”."""
    start, end = (moment.astimezone(ZoneInfo(zone)) if moment else None for moment in (when.start, when.end))
    assert start
    is_other = start.date() != when.start.date()
    begin = words.when(start.date(), start.time()) if is_other else words.hour(start.time())
    until = f"–{words.hour(end.time())}" if end else ""
    return f"{begin}{until} ({zone.replace('_', ' ')})"
