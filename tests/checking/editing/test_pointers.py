"""Words that point to a table, a picture or a note which a text has not; what is there is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.pointers import PICTURES, TABLES, in_document, to_a_thing, to_notes
from tests.support.reading import read_release


def passage(text: str, language: str = "en") -> Passage:
    return Passage(text, Path("release.md"), 3, language)


@pytest.mark.parametrize(
    ("language", "key", "text", "words"),
    [
        ("en", TABLES, "It sails, as the Table below shows, at nine.", "Table below"),
        ("en", TABLES, "See table 2 for the fares.", "See table 2"),
        ("en", PICTURES, "The boat (photo below) is red.", "photo below"),
        ("en", PICTURES, "The boat, pictured left, is red.", "pictured left"),
        ("de", TABLES, "Das zeigt die nachstehende Übersicht.", "nachstehende Übersicht"),
        ("de", PICTURES, "Das Foto rechts zeigt das Boot.", "Foto rechts"),
        ("fr", TABLES, "Le tableau ci-dessous donne les prix.", "tableau ci-dessous"),
        ("fr", PICTURES, "La carte ci-contre montre les îles.", "carte ci-contre"),
        ("es", TABLES, "La tabla siguiente da los precios.", "tabla siguiente"),
        ("es", PICTURES, "El siguiente mapa muestra las islas.", "siguiente mapa"),
        ("ar", TABLES, "كما يوضح الجدول أدناه.", "الجدول أدناه"),
        ("ar", PICTURES, "تظهر الصورة أدناه القارب.", "الصورة أدناه"),
    ],
)
def test_words_that_point_to_what_is_not_there_are_told(language: str, key: str, text: str, words: str) -> None:
    [found] = to_a_thing(passage(text, language), key)
    assert found.message.startswith(f"“{words}” points to {'a table' if key == TABLES else 'a picture'}")


@pytest.mark.parametrize(
    "text",
    [
        "The tables below the terrace are free, and the club is third in the table.",
        "The photo shows the boat; the map is on sale; a picture above the piano fell.",
    ],
)
def test_tables_and_pictures_of_the_world_are_left_in_peace(text: str) -> None:
    assert not [*to_a_thing(passage(text), TABLES), *to_a_thing(passage(text), PICTURES)]


@pytest.mark.parametrize("mark", ["[1]", " [12]", "¹", "*"])
def test_a_mark_whose_note_is_missing_is_told(mark: str) -> None:
    [found] = to_notes([passage(f"It sails to nine islands{mark}."), passage("Dogs sail as well.")])
    assert found.message.startswith(f"“nine islands{mark}” points to a note" if mark != " [12]" else "“islands [12]”")


@pytest.mark.parametrize(
    "texts",
    [
        ["It sails to nine islands[1].", "[1] By its own count."],
        ["It sails to nine islands¹.", "1) By its own count."],
        ["It sails to nine islands*.", "* By its own count."],
        ["It has 40 m² of sail, 12 km³ of sea, and born *1980 is Ada; Kapitän*innen fahren mit."],
    ],
)
def test_a_mark_that_has_its_note_is_left_in_peace(texts: list[str]) -> None:
    assert not [*to_notes([passage(text) for text in texts])]


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("| Pier | Hour |\n| --- | --- |\n| North | 9 |\n| South | 10 |", []),
        ("It sails at nine.", ["c-076"]),
    ],
)
def test_a_table_that_is_there_is_meant(tmp_path: Path, more: str, codes: list[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"# It sails\n\nPORT QUILLON, May 12, 2026 – It sails as in the table below.\n\n{more}\n", encoding="utf-8"
    )
    assert [one.code for one in in_document(read_release(path).document)] == codes
