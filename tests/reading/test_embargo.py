from __future__ import annotations

import pytest

from presskit.reading.embargo import ZONES, UnclearEmbargo, parse_embargo


@pytest.mark.parametrize(
    ("text", "moment", "zone"),
    [
        ("2026-05-12 09:00 America/New_York", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("2026-05-12 09:00 America/New York", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("Europe/London, 12 May 2026, 09:00", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("9 am Europe/Paris May 12, 2026", "2026-05-12T09:00:00+02:00", "Europe/Paris"),
        ("EMBARGOED UNTIL 9 am EST, 12 May 2026", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("Not before 00.01 hours, Tuesday, 12 May 2026 GMT", "2026-05-12T00:01:00+00:00", "Etc/UTC"),
        ("noon ET on May 12, 2026", "2026-05-12T12:00:00-04:00", "America/New_York"),
        ("May 12, 2026 at 9:00 a.m. London time", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("12 a.m. BST, 12 May 2026", "2026-05-12T00:00:00+01:00", "Europe/London"),
        ("2026-05-12T09:00+02:00", "2026-05-12T09:00:00+02:00", "+02:00"),
        ("9:30 pm UTC+2, May 12, 2026", "2026-05-12T21:30:00+02:00", "UTC+2"),
        ("12 mai 2026 à 9h30, heure de Paris", "2026-05-12T09:30:00+02:00", "Europe/Paris"),
        ("12 mai 2026 à 14 h, heure de Rabat", "2026-05-12T14:00:00+01:00", "Africa/Casablanca"),
        ("0900 CET 12 January 2026", "2026-01-12T09:00:00+01:00", "Europe/Brussels"),
        ("5/12/2026 at 10 AM Eastern Time", "2026-05-12T10:00:00-04:00", "America/New_York"),
        ("1:30 am EDT, November 1, 2026", "2026-11-01T01:30:00-04:00", "America/New_York"),
        ("1:30 am EST, November 1, 2026", "2026-11-01T01:30:00-05:00", "America/New_York"),
        ("12 مايو 2026، 09:00 بتوقيت القاهرة", "2026-05-12T09:00:00+03:00", "Africa/Cairo"),
    ],
)
def test_day_hour_and_zone_make_a_moment(text: str, moment: str, zone: str) -> None:
    embargo = parse_embargo(text)
    assert (embargo.until.isoformat(), embargo.zone) == (moment, zone)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("EMBARGOED", "no day"),
        ("Embargo: Tuesday, 9 am EST", "no day"),
        ("9 am EST, 12 May", "no year"),
        ("12 May 2026 EST", "no hour"),
        ("12 May 2026", "no hour"),
        ("9 am, 12 May 2026", "no time zone"),
        ("9 am XYZ, 12 May 2026", "no time zone"),
        ("09:00 Europe/Atlantis 2026-05-12", "“Europe/Atlantis”"),
        ("25:00 GMT 12 May 2026", "no hour"),
        ("13 pm GMT 12 May 2026", "no hour"),
        ("09:00 +99:00 2026-05-12", "time zone"),
        ("9 am GMT, 12 May 2026 or 13 May 2026", "more than one day"),
        ("2026-03-08 02:30 America/New_York", "forward"),
        ("2026-11-01 01:30 America/New_York", "twice"),
    ],
)
def test_what_is_not_certain_is_said(text: str, problem: str) -> None:
    with pytest.raises(UnclearEmbargo, match=problem):
        parse_embargo(text)


def test_every_zone_of_the_table_exists() -> None:
    names = [name for words in ZONES for name in words.split() if name.isupper()]
    assert len(names) > 30
    for name in names:
        assert parse_embargo(f"10:00 {name} 2026-06-15").until.tzinfo
