"""A text is told to be in the language that it is written in, and in none where that is not beyond doubt."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from presskit import gate
from presskit.intake import read_sources, settings_of
from presskit.reading.spoken import nearest, spoken_in
from presskit.sorting.sources import find_sources
from tests.conftest import ROOT, Cli
from tests.support.in_process import InProcess
from tests.support.poppler import text as text_of
from tests.support.writing import release, write_kit

TEXTS = {
    "en": "The ferry of the nine islands sails again from Monday, and it has a piano on board that was tuned by the "
    "crew. Tickets are sold at the pier.",
    "de": "Die Fähre der neun Inseln fährt ab Montag wieder, und sie hat ein Klavier an Bord, das von der "
    "Mannschaft gestimmt wurde. Fahrkarten gibt es auf dem Steg.",
    "fr": "Le bac des neuf îles repart lundi, et il a un piano à bord, qui est accordé par les marins. Les billets "
    "sont vendus sur le quai, pour tous et avec le sourire.",
    "es": "El barco de las nueve islas sale desde el lunes, y lleva un piano a bordo, que fue afinado por los "
    "marineros. Los billetes se venden en el muelle.",
    "ar": "تبحر العبّارة بين الجزر التسع من يوم الاثنين، وعلى متنها بيانو كان البحّارة قد ضبطوا أوتاره. تباع "
    "التذاكر على الرصيف كل صباح، ولا يدفع أحد عن دراجته، كما تنقل الكتب والخبز إلى المدارس في كل الجزر.",
}
OTHERS = (
    "Het veer van de negen eilanden vaart weer vanaf maandag, en het heeft een piano aan boord die door de "
    "bemanning is gestemd. Kaartjes zijn er op de steiger, ook voor fietsen.",
    "Il traghetto delle nove isole riparte lunedì, e ha a bordo un pianoforte che è stato accordato dai marinai. I "
    "biglietti sono in vendita sul molo, anche per le biciclette.",
    "Ferry Quillon, Pier Street 9, Port Quillon. Ada Thorn, Nell Farrow, Teo Marlowe, Ona Brill, Bea Quill, Marisol "
    "Quennell, Jonah Pike, Lena Sparre, Ivo Marl, Kaja Lund, Ole Vang, Tom Sand.",
    "The ferry sails.",
    TEXTS["de"] + " " + TEXTS["en"],
)


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS)
def test_a_text_is_known_by_its_small_words(code: str, text: str) -> None:
    assert spoken_in([text]) == code
    assert spoken_in(text.split(". ")) == code


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_in_doubt_is_in_no_language(text: str) -> None:
    assert spoken_in([text]) is None


def test_no_small_word_is_of_two_languages() -> None:
    lists = tomllib.loads((ROOT / "assets/spoken.toml").read_text(encoding="utf-8"))
    counts = Counter(word for words in lists.values() for word in words)
    assert [word for word, count in counts.items() if count > 1] == []


def test_where_nobody_says_a_language_pages_are_in_that_of_the_text(cli: Cli, tmp_path: Path) -> None:
    text = f"Fähre fährt wieder\n\nPORT QUILLON, 12. Mai 2026 – {TEXTS['de']}\n"
    kit = write_kit(tmp_path / "kit", {"releases/a.txt": text})
    done = cli("build", kit, "-o", tmp_path / "kit.pdf")
    assert "c-073" not in done.out
    words = text_of(tmp_path / "kit.pdf")
    assert "PRESSEMITTEILUNG" in words.upper()
    assert "12. Mai 2026" in words


def test_a_language_that_somebody_says_holds_and_is_told(cli: Cli, tmp_path: Path) -> None:
    text = f"Fähre fährt wieder\n\nPORT QUILLON, 12. Mai 2026 – {TEXTS['de']}\n"
    kit = write_kit(tmp_path / "kit", {"releases/a.txt": text, "kit.toml": 'language = "en"\n'})
    assert "language: de (c-073)" in cli("build", kit, "-o", tmp_path / "kit.pdf").out
    assert "PRESS RELEASE" in text_of(tmp_path / "kit.pdf").upper()


SHORT = "---\nkind: programme\n---\n\n# Programm\n\n10.00 Uhr Begrüßung\n\n12.00 Uhr Gespräch\n"
DE = f"Fähre fährt\n\nPORT QUILLON, 12. Mai 2026 – {TEXTS['de']}\n"
FR = f"Le bac repart\n\nPORT QUILLON, le 12 mai 2026 – {TEXTS['fr']}\n"


@pytest.mark.parametrize(
    ("others", "settings", "language"),
    [
        ([DE], "", "de"),
        ([FR], "", "fr"),
        ([release("Ferry sails", 2)], "", "en"),
        ([DE, FR, FR], "", "fr"),
        ([], "", "en"),
        ([DE], 'language = "en"\n', "en"),
    ],
)
def test_a_text_too_short_to_tell_is_in_the_language_of_the_others(
    tmp_path: Path, others: list[str], settings: str, language: str
) -> None:
    texts = {f"releases/{number}.txt": f"{text}\n{number} piers.\n" for number, text in enumerate(others)}
    kit = write_kit(tmp_path / "kit", {"kit.toml": settings, "programme/a.md": SHORT, **texts})
    with gate.opened(kit):
        sources = find_sources([kit])
        said, brand = settings_of(InProcess(), sources)  # type: ignore[arg-type]
        read, _, _ = read_sources(InProcess(), sources, said, brand=brand)  # type: ignore[arg-type]
    assert [one.language for one in read.documents if one.source.name == "a.md"] == [language]


@pytest.mark.parametrize(
    ("text", "languages", "code"),
    [
        ("Begrüßung im Hof, Gespräch mit Ada", ("fr", "de"), "de"),
        ("Accueil dans la cour, avec Ada", ("de", "fr"), "fr"),
        ("Ada Thorn, 42 m", ("de", "fr"), None),
        ("Ada Thorn", ("de",), None),
    ],
)
def test_of_some_languages_the_nearest_is_told_by_the_few_words_there_are(
    text: str, languages: tuple[str, ...], code: str | None
) -> None:
    assert nearest([text], languages) == code


def test_each_text_of_a_kit_has_its_own(cli: Cli, tmp_path: Path) -> None:
    french = f"Le bac repart\n\nPORT QUILLON, le 12 mai 2026 – {TEXTS['fr']}\n"
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("Ferry sails", 2), "releases/b.txt": french})
    cli("build", kit, "-o", tmp_path / "kit.pdf")
    words = text_of(tmp_path / "kit.pdf").upper()
    assert "COMMUNIQUÉ DE PRESSE" in words
    assert "PRESS RELEASE" in words
    assert "CONTENTS" in words or "PRESS KIT" in words
