from __future__ import annotations

import pytest

from presskit.checking.editing.vocabulary import vocabularies, vocabulary_of, weekday_names
from presskit.reading.folding import fold
from presskit.resources import language_codes


def test_every_language_of_the_pages_has_the_same_lists() -> None:
    lists = {code: set(vocabularies()[code].lists) for code in language_codes()}
    assert {code: own ^ lists["en"] for code, own in lists.items() if own != lists["en"]} == {}


@pytest.mark.parametrize("language", vocabularies())
def test_every_phrase_is_a_pattern_that_matches_something(language: str) -> None:
    own = vocabularies()[language]
    assert [key for key, words in own.lists.items() if isinstance(words, list) and own.find(key, "")] == []


def test_no_whole_name_of_a_day_of_the_week_is_another_days_anywhere() -> None:
    _, days = weekday_names("no language")
    for one in vocabularies().values():
        for number, names in enumerate(one.phrases("weekdays")):
            for name in names.replace("(?:ال)?", "ال").split("|"):
                assert [day for day, pattern in enumerate(days) if pattern.fullmatch(fold(name).lower)] == [number]


def test_a_language_without_a_file_has_no_words() -> None:
    assert (vocabulary_of("eo").phrases("today"), vocabulary_of("eo").find("today", "today")) == ([], None)
    assert vocabulary_of("fr-CA") is vocabulary_of("fr")
