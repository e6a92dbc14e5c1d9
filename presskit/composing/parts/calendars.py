"""What a document invites to, as an entry for a calendar (RFC 5545)."""

from __future__ import annotations

import datetime as dt

from presskit.composing.parts.parts import title_of
from presskit.model import Kit, Sheet


def calendar_of(sheet: Sheet) -> bytes | None:
    """Return the entry for a calendar of what a document invites to, in UTC; None where it names no moment.

    Why UTC: no reader can take another instant for it, whatever it knows of a zone's clocks.
    """
    if not sheet.occasion:
        return None
    from icalendar import Calendar, Event  # noqa: PLC0415  few kits invite, and it takes 0.1 s to load

    when, event = sheet.occasion, Event()
    start = when.start.astimezone(dt.UTC)
    event.add("uid", f"{sheet.slug}-{start:%Y%m%dT%H%M%SZ}@presskit")
    event.add("dtstamp", start)  # a file depends on no clock
    event.add("dtstart", start)
    if when.end:  # RFC 5545, 3.8.2.2: it is later than the start, or there is none
        event.add("dtend", when.end.astimezone(dt.UTC))
    event.add("summary", title_of(sheet))
    if when.where:
        event.add("location", when.where)
    calendar = Calendar()
    calendar.add("prodid", "-//presskit//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def calendars_of(kit: Kit) -> dict[str, bytes]:
    """Return the entries for a calendar of a kit's documents, by their short names."""
    sheets = (one for one in kit.documents if isinstance(one, Sheet))
    return {sheet.slug: data for sheet in sheets if (data := calendar_of(sheet))}
