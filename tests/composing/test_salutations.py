"""How a mail begins."""

from __future__ import annotations

import pytest

from presskit.composing.languages import language
from presskit.composing.wording.salutations import language_of, salutation_of
from presskit.reading.lists.people import Recipient


def greeted(code: str = "en", first: str = "Ada", last: str = "Thorn", salutation: str = "") -> str:
    return salutation_of(Recipient(2, "ada@x.example", first, last, salutation=salutation), language(code)).words


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "Dear Ada Thorn,"),
        ("fr", "Bonjour Ada Thorn,"),
        ("ar", "تحية طيبة Ada Thorn،"),
        ("es", "Buenos días, Ada Thorn:"),
        ("de", "Guten Tag Ada Thorn,"),
    ],
)
def test_by_name_in_each_language(code: str, line: str) -> None:
    assert greeted(code) == line


@pytest.mark.parametrize("code", ["en", "fr", "ar", "es", "de"])
@pytest.mark.parametrize("salutation", ["", "Dear", "Dear ,", "Mr", "Mme", "Cher,", "  "])
def test_without_a_name_no_place_for_one_is_left(code: str, salutation: str) -> None:
    assert greeted(code, "", "", salutation) == language(code).word("greeting")


@pytest.mark.parametrize(
    ("salutation", "line"),
    [
        ("Ms", "Dear Ms Thorn,"),
        ("Dr.", "Dear Dr Thorn,"),
        ("Dear", "Dear Ada Thorn,"),
        ("Dear Ms Thorn", "Dear Ms Thorn,"),
        ("Hi Ada!", "Hi Ada!"),
        ("Cher Monsieur,", "Cher Monsieur,"),
    ],
)
def test_as_the_list_has_it(salutation: str, line: str) -> None:
    assert greeted(salutation=salutation) == line


@pytest.mark.parametrize(
    ("code", "salutation", "line", "spoken"),
    [
        ("ar", "Dear Ms Thorn", "Dear Ms Thorn,", "en"),
        ("ar", "Dear Ms Thorn،", "Dear Ms Thorn,", "en"),
        ("ar", "Dear", "Dear Ada Thorn,", "en"),
        ("ar", "Ms", "Dear Ms Thorn,", "en"),
        ("ar", "Mme", "Bonjour Mme Thorn,", "fr"),
        ("ar", "Beste Ada", "Beste Ada,", "en"),
        ("ar", "Hi Ada!", "Hi Ada!", "en"),
        ("ar", "عزيزتي آدا,", "عزيزتي آدا،", "ar"),
        ("ar", "الأستاذة", "تحية طيبة الأستاذة Thorn،", "ar"),
        ("en", "عزيزتي آدا", "عزيزتي آدا،", "ar"),
        ("en", "عزيزتي آدا,", "عزيزتي آدا،", "ar"),
        ("en", "الأستاذة", "تحية طيبة الأستاذة Thorn،", "ar"),
        ("fr", "جناب آدا", "جناب آدا،", "ar"),
        ("de", "Estimada Ada", "Estimada Ada:", "es"),
        ("es", "Sehr geehrte Frau Thorn", "Sehr geehrte Frau Thorn,", "de"),
        ("de", "Dr.", "Guten Tag Dr Thorn,", "de"),
        ("en", "", "Dear Ada Thorn,", "en"),
        ("nl", "Cher", "Cher Ada Thorn,", "fr"),
    ],
)
def test_it_is_completed_and_stopped_in_its_own_language(code: str, salutation: str, line: str, spoken: str) -> None:
    person = Recipient(2, "ada@x.example", "Ada", "Thorn", language=code, salutation=salutation)
    greeting = salutation_of(person, language_of(person, language("en")))
    assert (greeting.words, greeting.language.code) == (line, spoken)


def test_a_name_with_braces_is_a_name() -> None:
    assert greeted(first="{0}", last="{name}") == "Dear {0} {name},"


def test_a_language_presskit_does_not_speak_is_left_to_the_kits() -> None:
    zz, fr = (Recipient(2, "a@x.example", language=code) for code in ("zz", "fr"))
    assert (language_of(zz, language("de")).code, language_of(fr, language("de")).code) == ("de", "fr")


def test_a_draft_for_nobody_greets_nobody() -> None:
    assert salutation_of(None, language("en")).words == "Hello,"


def test_nobody_is_greeted_by_a_name_that_may_be_turned_round() -> None:
    assert greeted(first="", last="Ada Thorn, Harbour Globe") == "Hello,"
