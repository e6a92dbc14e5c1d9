"""Every language says all that presskit prints, and writes days as it is used to."""

from __future__ import annotations

import datetime as dt
import string
from zoneinfo import ZoneInfo

import pytest

from presskit.composing import languages
from presskit.composing.languages import language
from presskit.errors import SettingsError
from presskit.model import Embargo
from presskit.resources import language_codes

ENGLISH = language("en")
EMBARGO = Embargo(dt.datetime(2026, 5, 12, 14, 5, tzinfo=ZoneInfo("America/New_York")), "America/New_York")


def placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


@pytest.mark.parametrize("code", language_codes())
def test_it_has_every_word_with_the_same_places_to_fill(code: str) -> None:
    words = language(code).words
    assert list(words) == list(ENGLISH.words)
    for key, text in words.items():
        assert text.strip(), key
        assert placeholders(text) == placeholders(ENGLISH.words[key]), key


@pytest.mark.parametrize("code", language_codes())
def test_it_has_twelve_months_a_name_and_a_direction(code: str) -> None:
    words = language(code)
    assert len(set(words.months)) == 12
    assert words.name
    assert words.direction == ("rtl" if code == "ar" else "ltr")
    assert "2026" in words.day(dt.date(2026, 5, 12))


@pytest.mark.parametrize(
    ("code", "day", "first"),
    [
        ("en", "May 12, 2026", "August 1, 2026"),
        ("fr", "12 mai 2026", "1er août 2026"),
        ("ar", "12 مايو 2026", "1 أغسطس 2026"),
        ("es", "12 de mayo de 2026", "1 de agosto de 2026"),
        ("de", "12. Mai 2026", "1. August 2026"),
    ],
)
def test_days(code: str, day: str, first: str) -> None:
    assert language(code).day(dt.date(2026, 5, 12)) == day
    assert language(code).day(dt.date(2026, 8, 1)) == first


@pytest.mark.parametrize(
    ("code", "moment"),
    [
        ("en", "May 12, 2026, 2:05 p.m. (America/New York)"),
        ("fr", "12 mai 2026 à 14 h 05 (America/New York)"),
        ("ar", "12 مايو 2026، الساعة 14:05 (America/New York)"),
        ("es", "12 de mayo de 2026, 14:05 h (America/New York)"),
        ("de", "12. Mai 2026, 14:05 Uhr (America/New York)"),
    ],
)
def test_moments(code: str, moment: str) -> None:
    assert language(code).moment(EMBARGO) == moment


def test_a_region_has_the_words_of_its_language() -> None:
    assert language("fr-CA").word("contents") == "Sommaire"
    assert language("fr-CA").code == "fr-CA"


def test_a_language_without_a_file_is_an_error() -> None:
    with pytest.raises(SettingsError, match="does not speak “zz” yet"):
        language("zz")


def test_a_language_whose_kinds_have_no_label_is_an_error_that_says_where_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(languages, "labels_in", lambda code: {"release": "Press release"} if code == "en" else {})
    language.cache_clear()
    with pytest.raises(SettingsError) as caught:
        language("de")
    assert "assets/kinds.toml: release" in (caught.value.problems[0].hint or "")
    language.cache_clear()
