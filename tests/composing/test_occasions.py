"""What an advisory invites to: the same instant on pages, in other zones and in a calendar."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from presskit.composing.parts.calendars import calendar_of, calendars_of
from presskit.composing.parts.occasions import in_zones
from presskit.mailing.enclosing import _calendars
from presskit.model import Brand, Fact, Kit, Occasion, Section, Sheet
from presskit.writing.text import kit_text
from tests.conftest import Cli
from tests.support.kit_page import kit_page
from tests.support.writing import release, write_kit

PARIS = ZoneInfo("Europe/Paris")
ADVISORY = (
    "MEDIA ADVISORY\n\nThe lamp is lit again\n\nWHAT: A lamp\nWHEN: 14 May 2090, 10:00 to 11:30 a.m. EDT\n"
    "WHERE: Old Light, Port Hollow\nRSVP: press@tidewick.example\n"
)


def sheet(start: datetime, end: datetime | None = None, words: str = "soon", language: str = "en") -> Sheet:
    rows = (Fact("WHAT", "A lamp", "A lamp"), Fact("WHEN", words, words))
    occasion = Occasion(start, end, "Europe/Paris", "WHEN", "Phare, Ouistreham; quai 3")
    own = Section("facts", facts=rows)
    return Sheet(Path("a.txt"), "a", language, "A lamp", None, (own,), (), "advisory", None, occasion)


def kit(*sheets: Sheet, zones: Sequence[str] = ()) -> Kit:
    return Kit("Lamps", Brand("Tidewick"), "en", Path("kit"), sheets, zones=tuple(zones))


@pytest.mark.parametrize(
    "day",
    [
        *(datetime(2026, 3, day, 10, tzinfo=PARIS) for day in (28, 29)),
        datetime(2026, 3, 29, 1, 30, tzinfo=PARIS),  # an hour later the clocks skip one
        *(datetime(2026, 10, 25, 2, 30, fold=fold, tzinfo=PARIS) for fold in (0, 1)),  # which they show twice
    ],
)
def test_a_calendar_has_the_same_instants_across_a_change_of_the_clocks(day: datetime) -> None:
    entry = calendar_of(sheet(day, day.replace(hour=11)))
    assert entry is not None
    [event] = Calendar.from_ical(entry).walk("VEVENT")
    instants = (day.astimezone(UTC), day.replace(hour=11).astimezone(UTC))
    assert (event["dtstart"].dt, event["dtend"].dt) == instants
    written = re.search(rb"DTSTART:(\d{8}T\d{6})Z\r\n", entry)
    assert written is not None
    assert datetime.strptime(written[1].decode(), "%Y%m%dT%H%M%S").replace(tzinfo=UTC) == instants[0]
    assert str(event["location"]) == "Phare, Ouistreham; quai 3"


def test_what_has_no_end_is_given_none() -> None:
    """One that is the start is refused by calendars: RFC 5545 asks for a later one."""
    entry = calendar_of(sheet(datetime(2026, 5, 14, 10, tzinfo=PARIS)))
    assert entry is not None
    assert b"DTSTART:20260514T080000Z" in entry
    assert b"DTEND" not in entry


def test_a_calendar_depends_on_no_clock_and_is_made_for_what_has_a_moment() -> None:
    one = sheet(datetime(2026, 5, 14, 10, tzinfo=PARIS))
    assert calendar_of(one) == calendar_of(one)
    assert calendars_of(kit(Sheet(Path("b.txt"), "b", "en", kind="advisory"))) == {}


@pytest.mark.parametrize(
    ("language", "zone", "line"),
    [
        ("en", "America/New_York", "4:00 a.m.–5:30 a.m. (America/New York)"),
        ("fr", "Asia/Tokyo", "17 h 00–18 h 30 (Asia/Tokyo)"),
        ("de", "Pacific/Auckland", "20:00 Uhr–21:30 Uhr (Pacific/Auckland)"),
        ("en", "Pacific/Honolulu", "May 13, 2026, 10:00 p.m.–11:30 p.m. (Pacific/Honolulu)"),
    ],
)
def test_the_hours_of_other_zones_stand_below_the_texts_own(language: str, zone: str, line: str) -> None:
    start = datetime(2026, 5, 14, 10, tzinfo=PARIS)
    own = sheet(start, start.replace(hour=11, minute=30), language=language)
    [shown] = in_zones(kit(own, zones=("Europe/Paris", zone))).documents
    assert isinstance(shown, Sheet)
    assert [row.text for row in shown.sections[0].facts] == ["A lamp", f"soon\n{line}"]
    assert f"soon\n{line}" in kit_text(in_zones(kit(own, zones=(zone,))))


def test_the_web_page_holds_the_entry_and_a_mail_is_given_it() -> None:
    whole = kit(sheet(datetime(2026, 5, 14, 10, tzinfo=PARIS)))
    page = kit_page(whole, {}).decode()
    assert 'href="data:text/calendar;charset=utf-8;base64,' in page
    assert 'download="a.ics">Add to calendar</a>' in page
    assert [(file.name, file.data[:15]) for file in _calendars(whole)] == [("a.ics", b"BEGIN:VCALENDAR")]
    assert "text/calendar" in next(iter(_calendars(whole))).part.decode()


def test_a_zip_holds_it_with_the_documents_own_pages(cli: Cli, tmp_path: Path) -> None:
    files = {"releases/a.md": release(), "Media advisory.txt": ADVISORY}
    folder = write_kit(tmp_path / "kit", files | {"kit.toml": 'zones = ["Europe/Paris"]\n'})
    assert cli("build", folder, "-o", tmp_path / "kit.zip").code == 0
    with zipfile.ZipFile(tmp_path / "kit.zip") as packed:
        names = packed.namelist()
        [event] = Calendar.from_ical(packed.read("calendar/media-advisory.ics")).walk("VEVENT")
        text = packed.read("texts/media-advisory.txt").decode()
    assert {"documents/media-advisory.pdf", "texts/media-advisory.txt"} <= {*names}
    assert event["dtstart"].dt == datetime(2090, 5, 14, 14, tzinfo=UTC)
    assert "4:00 p.m.–5:30 p.m. (Europe/Paris)" in text
    done = cli("check", tmp_path / "kit.zip", "--against", folder)
    assert "is this kit, byte for byte" in done.out
