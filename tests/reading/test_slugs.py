from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.names import portable
from presskit.reading.slugs import MAX_BYTES, MAX_CHARACTERS, file_words, first_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The Reef Returns", "the-reef-returns"),
        ("L’œuvre de Łódź, ½ heure", "loeuvre-de-lodz-12-heure"),
        ("Straße & Smørrebrød", "strasse-smorrebrod"),
        ("Fact Sheet (final).v2", "fact-sheet-final-v2"),
    ],
)
def test_letters_become_ascii(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_text_without_latin_letters_is_named_by_its_digest() -> None:
    assert re.fullmatch(r"text-[0-9a-f]{8}", slugify("عودة الشعاب"))
    assert slugify("عودة الشعاب") != slugify("عودة الغابة")


def test_a_long_headline_is_cut_between_words() -> None:
    assert slugify("word " * 30) == "word-word-word-word-word-word-word-word-word"


@given(st.text())
def test_a_slug_is_ascii_short_never_empty_and_stays_as_it_is(text: str) -> None:
    slug = slugify(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= MAX_CHARACTERS
    assert slugify(slug) == slug


def test_the_first_text_with_latin_letters_names_a_document() -> None:
    assert first_slug(None, "عودة الشعاب", "reef-2026") == "reef-2026"
    assert first_slug("Reef", "other") == "reef"
    assert first_slug(None, "عودة") == slugify("عودة")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("مؤسسة منارات مورو", "مؤسسة-منارات-مورو"),
        ("عبـــارة Morrow/2026", "عبارة-morrow-2026"),
        ("Маяк «Север»", "маяк-север"),
        ("日本赤十字社", "日本赤十字社"),
        ("मोरो प्रकाश", "मोरो-प्रकाश"),
        ("Société d’Été & Łódź", "societe-dete-lodz"),
        ("★", ""),
    ],
)
def test_a_files_name_keeps_the_script_of_its_words(text: str, name: str) -> None:
    assert file_words(text) == name


@given(st.text())
def test_words_of_a_files_name_are_short_and_hold_nothing_that_a_system_refuses(text: str) -> None:
    name = file_words(text)
    assert len(name.encode()) <= MAX_BYTES
    assert portable(f"kit-{name}") == unicodedata.normalize("NFC", f"kit-{name}")
