"""Day, hour and zone make a moment; what is not certain is said and never guessed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from presskit.reading.embargoes.countries import country_of
from presskit.reading.embargoes.embargo import Line, find_embargo, parse_embargo
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.moments import UnclearEmbargo
from presskit.reading.embargoes.zones import abbreviations, zone_at

HERE = Place("en", "US")
ANYWHERE = Place()


@pytest.mark.parametrize(
    ("text", "moment", "zone"),
    [
        ("2026-05-12 09:00 America/New_York", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("2026-05-12 09:00 America/New York", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("Europe/London, 12 May 2026, 09:00", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("9 am Europe/Paris May 12, 2026", "2026-05-12T09:00:00+02:00", "Europe/Paris"),
        ("EMBARGOED UNTIL 9 am EST, 12 January 2026", "2026-01-12T09:00:00-05:00", "America/New_York"),
        ("Not before 00.01 hours, Tuesday, 12 May 2026 GMT", "2026-05-12T00:01:00+00:00", "Etc/UTC"),
        ("noon ET on May 12, 2026", "2026-05-12T12:00:00-04:00", "America/New_York"),
        ("May 12, 2026 at 9:00 a.m. London time", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("12 a.m. BST, 12 May 2026", "2026-05-12T00:00:00+01:00", "Europe/London"),
        ("9 am UK time on Tue 12 May 2026", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("9 am (London), 12 May 2026", "2026-05-12T09:00:00+01:00", "Europe/London"),
        ("2026-05-12T09:00+02:00", "2026-05-12T09:00:00+02:00", "+02:00"),
        ("2026-05-12T09:00:00-04:00", "2026-05-12T09:00:00-04:00", "-04:00"),
        ("2026-05-12T09:00Z", "2026-05-12T09:00:00+00:00", "Etc/UTC"),
        ("9:30 pm UTC+2, May 12, 2026", "2026-05-12T21:30:00+02:00", "UTC+2"),
        ("9am edt 12 May 2026", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("6:30 in the evening EDT, 12 May 2026", "2026-05-12T18:30:00-04:00", "America/New_York"),
        ("6 a.m. ET / 11:00 BST / 12 noon CEST, 12 May 2026", "2026-05-12T06:00:00-04:00", "America/New_York"),
        ("9:00 am ET (13:00 GMT) on May 12th, 2026", "2026-05-12T09:00:00-04:00", "America/New_York"),
        ("12 mai 2026 à 9h30, heure de Paris", "2026-05-12T09:30:00+02:00", "Europe/Paris"),
        ("12 mai 2026 à 14 h, heure de Rabat", "2026-05-12T14:00:00+01:00", "Africa/Casablanca"),
        ("le 1er juin 2026 à 9 heures 30 (heure de Bruxelles)", "2026-06-01T09:30:00+02:00", "Europe/Brussels"),
        ("12/05/2026 à 6h00, heure française", "2026-05-12T06:00:00+02:00", "Europe/Paris"),
        ("12 de mayo de 2026 a las 9 de la mañana, hora peninsular", "2026-05-12T09:00:00+02:00", "Europe/Madrid"),
        ("0900 CET 12 January 2026", "2026-01-12T09:00:00+01:00", "Europe/Brussels"),
        ("12.5.2026, 9 Uhr 30 MESZ, Sperrfrist", "2026-05-12T09:30:00+02:00", "Europe/Berlin"),
        ("12. Mai 2026, 9.30 Uhr Berliner Zeit", "2026-05-12T09:30:00+02:00", "Europe/Berlin"),
        ("5/12/2026 at 10 AM Eastern Time", "2026-05-12T10:00:00-04:00", "America/New_York"),
        ("9 am CST, January 12, 2026", "2026-01-12T09:00:00-06:00", "America/Chicago"),
        ("1:30 am EDT, November 1, 2026", "2026-11-01T01:30:00-04:00", "America/New_York"),
        ("1:30 am EST, November 1, 2026", "2026-11-01T01:30:00-05:00", "America/New_York"),
        ("12 مايو 2026، 09:00 بتوقيت القاهرة", "2026-05-12T09:00:00+03:00", "Africa/Cairo"),
        ("١٢ مايو ٢٠٢٦، الساعة التاسعة مساءً بتوقيت الرياض", "2026-05-12T21:00:00+03:00", "Asia/Riyadh"),
        ("9 AM EDT, 12 May 2026, AT THE MUSEUM", "2026-05-12T09:00:00-04:00", "America/New_York"),
    ],
)
def test_day_hour_and_zone_make_a_moment(text: str, moment: str, zone: str) -> None:
    embargo = parse_embargo(text, HERE)
    assert (embargo.until.isoformat(), embargo.zone) == (moment, zone)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("EMBARGOED", "no day"),
        ("Embargo: Tuesday, 9 am EST", "no day"),
        ("9 am EST, 12 May", "no year"),
        ("12 May 2026 EST", "no hour"),
        ("12 May 2026", "no hour"),
        ("9 EDT on 12 May 2026", "no hour"),
        ("9 o'clock London time, 12 May 2026", "no hour"),
        ("9 am, 12 May 2026", "no time zone"),
        ("9 am XYZ, 12 May 2026", "no time zone"),
        ("9 am local time, 12 May 2026", "no time zone"),
        ("12 MAI 2026 À 9H ET NON AVANT", "no time zone"),
        ("09:00 Europe/Atlantis 2026-05-12", "“Europe/Atlantis”"),
        ("25:00 GMT 12 May 2026", "“25:00” is no hour"),
        ("13 pm GMT 12 May 2026", "“13 pm” is no hour"),
        ("09:00 +99:00 2026-05-12", "time zone"),
        ("9 am GMT, 12 May 2026 or 13 May 2026", "more than one day"),
        ("9:00-10:00 EDT 12 May 2026", "no hour"),
        ("9 am or 10 am EDT 12 May 2026", "more than one hour"),
        ("9 am EDT / 3 pm BST, 12 May 2026", "more than one moment"),
        ("9:00 ET (14:00 GMT), 12 May 2026", "09:00 ET and 14:00 GMT are not the same moment"),
        ("2026-03-08 02:30 America/New_York", "forward"),
        ("2026-11-01 01:30 America/New_York", "twice"),
        ("9 am EST, July 15, 2026", "“EST” is not the time of New York on 15 July 2026: EDT is"),
        ("9:00 CEST, 15 January 2026", "“CEST” is not the time of Brussels on 15 January 2026: CET is"),
        ("Wednesday, 12 May 2026, 9 am EDT", "12 May 2026 is a Tuesday and no Wednesday"),
        ("mer. 12 mai 2026 à 9h, heure de Paris", "is a Tuesday and no Wednesday"),
        ("9 am EDT, June 31, 2026", "“June 31, 2026” is no day of the calendar"),
        ("05/06/2026 9am ET", "“05/06/2026” can be 5 June 2026 or 6 May 2026"),
        ("12.05.2026, 9 am EDT", "can be 12 May 2026 or 5 December 2026"),
        ("27-05-12, 9 am EDT", "names no year of four figures"),
        ("midnight EDT on May 12, 2026", "midnight can be the beginning of a day or its end"),
        ("12. Mai 2026, 24 Uhr MESZ", "midnight can be"),
        ("half past 9 am EDT, 12 May 2026", "“half” leaves the moment open"),
        ("12. Mai 2026, halb 10 Uhr MESZ", "“halb” leaves the moment open"),
        ("12 de mayo de 2026 a las 9 y media de la mañana, hora de Madrid", "“y media” leaves the moment open"),
        ("two days before 12 May 2026, 9 am EDT", "“days before” leaves the moment open"),
        ("9 am CST, 12 January 2026", "“CST” can be the clock of Chicago or Shanghai or Havana"),
        ("9 am BST, 12 May 2026", "“BST” can be the clock of London or Dhaka"),
        ("9 am IST, 12 May 2026", "“IST” can be the clock of Kolkata or Dublin or Jerusalem"),
    ],
)
def test_what_is_not_certain_is_said(text: str, problem: str) -> None:
    with pytest.raises(UnclearEmbargo, match=problem.replace("(", r"\(").replace(")", r"\)")):
        parse_embargo(text, ANYWHERE)


@pytest.mark.parametrize(
    ("country", "text", "moment"),
    [
        ("GB", "05/06/2026, 9 am BST", "2026-06-05T09:00:00+01:00"),
        ("US", "05/06/2026, 9 am EDT", "2026-05-06T09:00:00-04:00"),
        ("IN", "9 am IST, 12 May 2026", "2026-05-12T09:00:00+05:30"),
        ("IE", "9 am IST, 12 May 2026", "2026-05-12T09:00:00+01:00"),
        ("BD", "9 am BST, 12 May 2026", "2026-05-12T09:00:00+06:00"),
        ("CN", "9 am CST, 12 May 2026", "2026-05-12T09:00:00+08:00"),
    ],
)
def test_the_texts_place_settles_what_can_be_two(country: str, text: str, moment: str) -> None:
    assert parse_embargo(text, Place("en", country)).until.isoformat() == moment


def test_every_zone_of_the_table_exists_and_is_that_far_from_greenwich() -> None:
    assert len(abbreviations()) > 50
    for word, places in abbreviations().items():
        for name, hours in places:
            clock = zone_at(name, word).clock
            offsets = {datetime(2026, month, 15, tzinfo=UTC).astimezone(clock).utcoffset() for month in (1, 7)}
            ahead = {offset.total_seconds() / 3600 for offset in offsets if offset is not None}
            assert hours is None or hours in ahead, (word, name)


@pytest.mark.parametrize(
    "words",
    [
        "0900 UK time on 12 May 2026",
        "12 May 2026, 0900 UK",
        "9am (UK time) on Tuesday 12 May 2026",
        "12.05.2026 0900h UK time",
        "9 am Edinburgh time, 12 May 2026",
        "09:00hrs BST, Tues 12th May 2026",
    ],
)
def test_an_hour_as_britons_write_it(words: str) -> None:
    assert parse_embargo(words, Place("en", "GB")).until == datetime(2026, 5, 12, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("notice", "place", "example"),
    [
        ("Embargoed until 0900 on 12 May 2027", "LONDON", "2027-05-12 09:00 Europe/London"),
        ("Embargo: 0001 Wednesday 12 May", "LONDON", "2027-05-12 00:01 Europe/London"),
        ("Embargoed until 12 May 2027", "DUBLIN", "2027-05-12 09:00 Europe/Dublin"),
        ("Embargoed until 12 May at 9 am (London)", "CHICAGO", "2027-05-12 09:00 Europe/London"),
        ("Embargoed until 0900 on 12 May 2027", "CHICAGO", "2027-05-12 09:00 America/New_York"),
        ("Embargoed until 9 am on 29 February", "LONDON", "2028-02-29 09:00 Europe/London"),
    ],
)
def test_the_example_has_the_writers_own_day_and_clock(notice: str, place: str, example: str) -> None:
    lines = [Line(notice, 1), Line(f"{place}, 11 May 2027 – The ferry sails at dawn.", 3)]
    found = find_embargo(lines, None, Place("en", country_of(place)), Path("a.txt"))
    [item] = found.findings
    assert f"“embargo: {example}” with the right moment" in item.hint
