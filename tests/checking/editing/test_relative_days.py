from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.relative_days import contradictions, find_undated_days
from presskit.model import Block, Brand, Kit, Release

TUESDAY = dt.date(2026, 5, 12)
WORDS = {
    "en": (("yesterday", "today", "tomorrow"), "She sails {word}, {date}, at nine."),
    "fr": (("hier", "aujourd’hui", "demain"), "Il part {word}, {date}, à neuf heures."),
    "de": (("gestern", "heute", "morgen"), "Sie fährt {word}, {date}, um neun."),
    "es": (("ayer", "hoy", "mañana"), "Sale {word}, {date}, a las nueve."),
    "ar": (("أمس", "غدا", "اليوم"), "تبحر {word}، {date}، صباحا."),
}
DATES = {"fr": "{0} mai", "de": "{0}. Mai", "es": "{0} de mayo", "ar": "{0} مايو", "en": "May {0}"}
OFFSETS = {"yesterday": -1, "hier": -1, "gestern": -1, "ayer": -1, "أمس": -1}
OFFSETS |= {"tomorrow": 1, "demain": 1, "morgen": 1, "mañana": 1, "غدا": 1}


def told(text: str, language: str = "en") -> list[str]:
    """Return what is said of a text of 12 May 2026: the words quoted."""
    found = contradictions(Passage(text, Path("release.txt"), 7, language), TUESDAY)
    return [one.message[1:].partition("” contradicts")[0] for one in found]


@pytest.mark.parametrize(("language", "word"), [(key, word) for key, row in WORDS.items() for word in row[0]])
def test_each_word_fits_one_day_and_contradicts_every_other(language: str, word: str) -> None:
    right = TUESDAY.day + OFFSETS.get(word, 0)
    fitting = [
        day
        for day in range(1, 31)
        if not told(WORDS[language][1].format(word=word, date=DATES[language].format(day)), language)
    ]
    assert fitting == [right]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("She sailed yesterday (Sunday) at nine.", "en", "yesterday (Sunday)"),
        ("She sails today, Monday, at nine.", "en", "today, Monday"),
        ("She sails tomorrow (May 14).", "en", "tomorrow (May 14)"),
        ("She sails tomorrow, Thursday, May 14, 2026.", "en", "tomorrow, Thursday, May 14, 2026"),
        ("Il part aujourd’hui mercredi à midi.", "fr", "aujourd’hui mercredi"),
        ("Sie fährt heute (Mittwoch) zweimal.", "de", "heute (Mittwoch)"),
        ("Ab heute, Mittwoch, soll sie die Insel dienstags anlaufen.", "de", "heute, Mittwoch"),
        ("Zarpa hoy miércoles.", "es", "hoy miércoles"),
        ("تبحر اليوم الأربعاء من الميناء.", "ar", "اليوم الأربعاء"),
    ],
)
def test_another_day_beside_the_word_is_quoted(text: str, language: str, words: str) -> None:
    assert told(text, language) == [words]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("She sailed yesterday (Monday), sails today, Tuesday, and tomorrow, May 13.", "en"),
        ("From today, Monday to Friday, she sails at nine.", "en"),
        ("She sails tomorrow, Saturday and Sunday.", "en"),
        ("She sails today, May 14 and May 16.", "en"),
        ("She sails today until May 20, and the vote of May 14 is near.", "en"),
        ("“I was afraid, and today, May 9, I am not,” she said.", "en"),
        ("Today’s May 14 timetable is new.", "en"),
        ("Il part hier et aujourd’hui, comme le 14 mai.", "fr"),
        ("Am Morgen, Mittwoch, fährt sie.", "de"),
        ("Sie fährt heute Morgen, Dienstag, um neun.", "de"),
        ("Por la mañana, lunes y martes, sale dos veces.", "es"),
        ("Hoy en día, lunes, nadie sale.", "es"),
        ("في اليوم العالمي، الأربعاء، تبحر.", "ar"),
    ],
)
def test_what_may_be_right_is_not_found(text: str, language: str) -> None:
    assert told(text, language) == []


def undated(text: str, language: str) -> list[str]:
    body = (Block("paragraph", text, text, 5),)
    release = Release(Path("release.txt"), "release", language, body=body)
    kit = Kit("Ferry", Brand("Old Harbour Ferries"), language, Path(), (release,))
    return [str(one.where) for one in find_undated_days(kit)]


@pytest.mark.parametrize(
    ("text", "language"),
    [("She sailed yesterday.", "en"), ("Sie fuhr gestern.", "de"), ("Zarpa mañana.", "es"), ("Il part ce jour.", "fr")],
)
def test_without_a_date_nobody_can_tell_which_day_is_meant(text: str, language: str) -> None:
    assert undated(text, language) == ["release.txt, line 5"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Hier fährt sie seit vier Wintern.", "de"), ("Zarpa por la mañana.", "es"), ("Hoy en día nadie sale.", "es")],
)
def test_words_that_are_no_day_are_none(text: str, language: str) -> None:
    assert undated(text, language) == []
