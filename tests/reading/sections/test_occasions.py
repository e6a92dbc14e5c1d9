"""The moment of an advisory: read as an embargo's is, and told where it is not certain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from presskit.findings import Finding
from presskit.model import Sheet
from presskit.reading.documents import sheets
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.moments import UnclearEmbargo, WrongWeekday
from presskit.reading.formats.opening import open_source
from presskit.reading.sections.occasions import find_times, with_clock
from tests.reading.conftest import Write

WHEN = "Thursday, 14 May 2026, 10:00 a.m. to 11:30 a.m. EDT"
LINES = (
    f"The lamp is lit again\n\nWHAT: A lamp\nWHO: Ada Thorn, keeper\nWHEN: {WHEN}\nWHERE: Old Light, Port Hollow\n"
    "RSVP: press@tidewick.example\n"
)
TABLE = (
    "# Le feu revient\n\n| | |\n|---|---|\n| Quoi | Un feu |\n| Quand | 14 mai 2026, 16 h – 17 h 30, heure de Paris |\n"
    "| Où | Phare |\n| Inscription | presse@tidewick.example |\n"
)
HEADS = (
    "# Das Feuer\n\n## Was?\n\nEin Feuer.\n\n## Wann?\n\n14. Mai 2026, 16 bis 17.30 Uhr MESZ\n\n## Wo?\n\nTurm\n\n"
    "Anmeldung: presse@tidewick.example\n"
)
SPANISH = (
    "Vuelve la luz\n\nQué: Una luz\nCuándo: 14 de mayo de 2026, de 16:00 a 17:30, hora de Madrid\nDónde: Faro\n"
    "Acreditación: prensa@tidewick.example\n"
)
ARABIC = (
    "عودة الضوء\n\nماذا: ضوء\nمتى: 14 مايو 2026، من الساعة 15:00 إلى 16:30 بتوقيت الرباط\nأين: المنارة\n"
    "التسجيل: press@tidewick.example\n"
)


def read(path: Path, language: str = "en") -> tuple[Sheet, list[Finding]]:
    opened = open_source(path)
    named = replace(opened, settings=replace(opened.settings, kind="advisory"))
    reading = sheets.read_opened(named, path, language)
    return reading.document, [item for item in reading.findings if item.code[:2] == "c-"]


@pytest.mark.parametrize(
    ("name", "text", "language", "where"),
    [
        ("a.txt", LINES, "en", "Old Light, Port Hollow"),
        ("a.md", TABLE, "fr", "Phare"),
        ("a.md", HEADS, "de", "Turm"),
        ("a.txt", SPANISH, "es", "Faro"),
        ("a.txt", ARABIC, "ar", "المنارة"),
    ],
)
def test_the_occasion_is_read_in_the_shapes_people_write(
    write: Write, name: str, text: str, language: str, where: str
) -> None:
    sheet, findings = read(write(name, text), language)
    assert findings == []
    assert sheet.occasion is not None
    assert sheet.occasion.start.astimezone(UTC) == datetime(2026, 5, 14, 14, tzinfo=UTC)
    assert sheet.occasion.end is not None
    assert sheet.occasion.end.astimezone(UTC) == datetime(2026, 5, 14, 15, 30, tzinfo=UTC)
    assert sheet.occasion.where == where


def test_day_and_hour_may_stand_in_rows_of_their_own(write: Write) -> None:
    sheet, _ = read(
        write("a.txt", "The lamp\n\nDATE: 14 May 2026\nTIME: 10 a.m. EDT\nWHERE: Here\nRSVP: a@b.example\n")
    )
    assert sheet.occasion is not None
    assert (sheet.occasion.start.astimezone(UTC).hour, sheet.occasion.end) == (14, None)


def test_what_stands_behind_a_semicolon_is_another_matter(write: Write) -> None:
    sheet, findings = read(write("a.txt", LINES.replace(WHEN, f"{WHEN}; photo call at 11 a.m.")))
    assert (findings, sheet.occasion is None) == ([], False)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("14 May 2026, 10–11:30 a.m. EDT", "10:00", "11:30"),
        ("14 May 2026, 7:00–9:00 p.m. EDT", "19:00", "21:00"),
        ("14 May 2026, from 10 a.m. until noon, London time", "10:00", "12:00"),
        ("May 14, 2026 – 10:00 a.m. EDT", "10:00", None),
        ("25 October 2026, 00:30–03:30, Europe/Paris", "00:30", "03:30"),
    ],
)
def test_begin_and_end_are_told_apart(words: str, start: str, end: str | None) -> None:
    begin, until, _ = find_times(words, Place())
    assert (f"{begin:%H:%M}", f"{until:%H:%M}" if until else None) == (start, end)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("14 May 2026, 10:00", "it names no time zone that presskit knows"),
        ("14 May, 10 a.m. EDT", "it names no year"),
        ("14 May 2026", "it names no hour"),
        ("25 October 2026, 02:30, Europe/Paris", "twice"),
    ],
)
def test_nothing_is_guessed_of_a_moment(words: str, problem: str) -> None:
    with pytest.raises(UnclearEmbargo, match=problem):
        find_times(words, Place())


@pytest.mark.parametrize(
    ("where", "country", "clock"),
    [
        ("Old Light, Port Hollow", "GB", "Europe/London"),  # one clock in all of the country
        ("Old Light, Port Hollow", "US", None),
        ("Old Light, Port Hollow", None, None),
        ("Old Light, Chicago", "US", "America/Chicago"),
        ("Pier 9, New York", None, "America/New_York"),
        ("Phare, Rabat", "FR", "Africa/Casablanca"),
        ("Old Light, Port Hollow, Ireland", "GB", "Europe/Dublin"),
    ],
)
def test_an_occasion_has_the_clock_of_its_place(where: str, country: str | None, clock: str | None) -> None:
    words = "14 May 2026, 10:00 a.m. to 11:30 a.m."
    assert with_clock(words, where, Place(country=country)) == (f"{words}, {clock}" if clock else words)
    assert with_clock(WHEN, where, Place(country=country)) == WHEN


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        (WHEN, "Thursday, 14 May 2026, at ten", "c-052"),
        (f"WHEN: {WHEN}\n", "", "c-052"),
        (WHEN, "14 May 2026, 8 p.m. to 2 a.m. EDT", "c-054"),
        ("RSVP: press@tidewick.example", "RSVP: by Tuesday", "c-053"),
    ],
)
def test_what_is_wrong_with_an_advisory_is_told(write: Write, wrong: str, right: str, code: str) -> None:
    sheet, findings = read(write("a.txt", LINES.replace(wrong, right)))
    assert [item.code for item in findings] == [code]
    assert (sheet.occasion is None) == (code != "c-053")


def test_a_wrong_day_of_the_week_is_left_to_the_editor_and_words_like_it_are_told(write: Write) -> None:
    sheet, findings = read(write("a.txt", LINES.replace("Thursday", "Friday")))
    assert (sheet.occasion, findings) == (None, [])
    with pytest.raises(WrongWeekday, match="is a Thursday and no Friday"):
        find_times("Friday, 14 May 2026, 10:00 EDT", Place())
    with pytest.raises(UnclearEmbargo) as caught:
        find_times("Thursday, 14 May 2026, and no hour", Place())
    assert not isinstance(caught.value, WrongWeekday)
