from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.vocabulary import vocabularies
from presskit.checking.editing.weekdays import misfits
from presskit.reading.dates.dates import MONTHS

NEAR = dt.date(2026, 5, 12)  # a Tuesday
# How each language writes a day, with the place of its month in the table of months (the first name it has there).
SHAPES = {
    "en": ("on {weekday}, {month} {day}, {year}, the ferry", ("January", "February", "March", "April", "May", "June")),
    "fr": ("le {weekday} {day} {month} {year}, le bac", ("janvier", "février", "mars", "avril", "mai", "juin")),
    "de": ("am {weekday}, dem {day}. {month} {year}, fährt", ("Januar", "Februar", "März", "April", "Mai", "Juni")),
    "es": ("el {weekday} {day} de {month} de {year}, el", ("enero", "febrero", "marzo", "abril", "mayo", "junio")),
    "ar": ("يوم {weekday} {day} {month} {year}، تبحر", ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو")),
    "pt": ("na {weekday}, {day} de {month} de {year}, o", ("janeiro", "fevereiro", "março", "abril", "maio", "junho")),
    "it": ("{weekday} {day} {month} {year}, la nave", ("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno")),
    "nl": ("op {weekday} {day} {month} {year} vaart", ("januari", "februari", "maart", "april", "mei", "juni")),
    "pl": ("w {weekday} {day} {month} {year} roku", ("stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca")),
    "sv": ("{weekday} den {day} {month} {year} seglar", ("januari", "februari", "mars", "april", "maj", "juni")),
}
LATER = {
    "en": ("July", "August", "September", "October", "November", "December"),
    "fr": ("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    "de": ("Juli", "August", "September", "Oktober", "November", "Dezember"),
    "es": ("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    "ar": ("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    "pt": ("julho", "agosto", "setembro", "outubro", "novembro", "dezembro"),
    "it": ("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    "nl": ("juli", "augustus", "september", "oktober", "november", "december"),
    "pl": ("lipca", "sierpnia", "września", "października", "listopada", "grudnia"),
    "sv": ("juli", "augusti", "september", "oktober", "november", "december"),
}


def told(text: str, language: str = "en", near: dt.date | None = NEAR) -> list[str]:
    """Return what is said of a text: the words quoted."""
    found = misfits(Passage(text, Path("release.txt"), 7, language), near)
    return [one.message.partition("”")[0].removeprefix("“") for one in found]


def weekdays_of(language: str) -> list[str]:
    names = [names.partition("|")[0] for names in vocabularies()[language].phrases("weekdays")]
    return [re.sub(r"\(\?:(.*)\)\?", r"\1", name) for name in names]


def days(step: int) -> Iterator[dt.date]:
    first, last = dt.date(2000, 1, 1), dt.date(2040, 12, 31)
    return (first + dt.timedelta(number) for number in range(0, (last - first).days + 1, step))


def breaches(language: str, step: int, *, all_wrong: bool) -> list[str]:
    """Return each date that is found beside its own day of the week, or not found beside another's.

    language: its pages are in it where presskit speaks it, and in English where not, as in a kit. all_wrong: whether
    each date is tried beside all other days of the week, or beside one, which goes round.
    """
    shape, months = SHAPES[language][0], (*SHAPES[language][1], *LATER[language])
    names, spoken = weekdays_of(language), language if language in ("en", "fr", "de", "es", "ar") else "en"
    wrong = []
    for day in days(step):
        parts = {"day": day.day, "month": months[day.month - 1], "year": day.year}
        others = [name for name in names if name != names[day.weekday()]]
        others = others if all_wrong else [others[day.toordinal() // 7 % 6]]
        text = ".\n".join(shape.format(weekday=name, **parts) for name in [names[day.weekday()], *others])
        found = told(text, spoken)
        if len(found) != len(others) or not all(map(str.startswith, found, others)):
            wrong.append(text)
    return wrong


@pytest.mark.parametrize("language", SHAPES)
def test_a_date_is_found_beside_every_other_day_of_the_week_and_never_beside_its_own(language: str) -> None:
    assert breaches(language, 211, all_wrong=True) == []  # a step that meets every month and day of the week


@pytest.mark.slow
@pytest.mark.parametrize("language", SHAPES)
def test_every_date_of_forty_years(language: str) -> None:
    assert breaches(language, 1, all_wrong=False) == []


@pytest.mark.parametrize("language", SHAPES)
def test_a_language_has_seven_days_and_months_that_are_read(language: str) -> None:
    assert len(vocabularies()[language].phrases("weekdays")) == 7
    assert {month.lower() for month in (*SHAPES[language][1], *LATER[language])} <= MONTHS.keys()


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("On Wednesday, May 12, the ferry sails.", "en", "Wednesday, May 12"),
        ("On Wed., May 12, the ferry sails.", "en", "Wed., May 12"),
        ("The ferry sails on 12 May 2026 (Monday).", "en", "12 May 2026 (Monday)"),
        ("The ferry sails on May 12, a Monday.", "en", "May 12, a Monday"),
        ("She sails on Monday night, May 12.", "en", "Monday night, May 12"),
        ("Sails Monday 2026-05-12 at nine.", "en", "Monday 2026-05-12"),
        ("On Friday, 12/05/2026, she sails.", "en", "Friday, 12/05/2026"),
        ("On Monday, May 11, and Friday, May 12, she sails.", "en", "Friday, May 12"),
        ("MONDAY, MAY 12, 2026", "en", "MONDAY, MAY 12, 2026"),
        ("Rendez-vous le mercredi 12 mai à midi.", "fr", "mercredi 12 mai"),
        ("Am Mi., 12. Mai 2026, fährt sie.", "de", "Mi., 12. Mai 2026"),
        ("El lun 12 de mayo de 2026 sale.", "es", "lun 12 de mayo de 2026"),
        ("الأربعاء الموافق 12 مايو 2026", "ar", "الأربعاء الموافق 12 مايو 2026"),
        ("الأربعاء ١٢ مايو ٢٠٢٦", "ar", "الأربعاء ١٢ مايو ٢٠٢٦"),
    ],
)
def test_a_wrong_day_of_the_week_is_quoted_as_it_stands(text: str, language: str, words: str) -> None:
    assert told(text, language) == [words]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Saturday and Sunday, July 4 and 5, she sails twice.", "en"),
        ("Saturday and Sunday, July 4 and 5", "en"),
        ("Monday to Sunday, May 12 to June 14", "en"),
        ("Open Tuesday–Sunday, May 12 on", "en"),
        ("Every Sunday, May 12 to June 28, she sails.", "en"),
        ("All the Sundays, May 3 to June 28.", "en"),
        ("On May 12, Friday’s passengers came back.", "en"),
        ("From May 12, Friday nights are free.", "en"),
        ("On May 12, Friday, May 15, and Monday, May 18, she sails.", "en"),
        ("In 2019, on Sunday, May 12, she sank.", "en"),
        ("Last year she sank on Sunday, May 11.", "en"),
        ("She was built on Friday, November 13.", "en"),  # of which year?
        ("They sat May 12 out, and on a Sunday 12 may come.", "en"),
        ("Published in The Sunday Star, May 12, 2026.", "en"),
        ("Ash Wednesday and Tuesday, 12/05/2026", "en"),
        ("Tous les dimanches 12 mai et 19 mai", "fr"),
        ("Le marché du samedi (12 mai compris)", "fr"),
        ("Jeden Sonntag, 12. Mai bis 28. Juni", "de"),
        ("In der Nacht von Montag auf Dienstag, 12. Mai, fährt sie.", "de"),
        ("Fr. Mai fährt am 12. Mai 2026 mit.", "de"),
        ("Los domingos 12 y 19 de mayo", "es"),
        ("الاثنين والثلاثاء 12 مايو 2026", "ar"),
    ],
)
def test_what_may_be_right_is_not_found(text: str, language: str) -> None:
    assert told(text, language) == []


def test_without_a_date_of_its_own_a_text_leaves_open_which_year_is_meant() -> None:
    assert told("On Wednesday, May 12, she sails.", near=None) == []
    assert told("On Wednesday, May 12, 2026, she sails.", near=None) == ["Wednesday, May 12, 2026"]


def test_a_day_that_only_leap_years_have() -> None:
    assert told("On Sunday, February 29, she sails.", near=dt.date(2028, 2, 1)) == ["Sunday, February 29"]
    assert told("On Tuesday, February 29, she sails.", near=dt.date(2028, 2, 1)) == []
    assert told("On Sunday, February 29, she sails.", near=dt.date(2026, 2, 1)) == []
