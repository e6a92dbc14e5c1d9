"""The year of its beginning that a factsheet states, against the one of the text about the organisation."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.founding import find_differing_founding, years_in
from presskit.checking.editing.passages import Passage
from presskit.model import Block, Brand, Fact, Kit, Section, Sheet


def kit_of(fact: Fact, about: str, language: str = "en") -> Kit:
    sheet = Sheet(Path("factsheet.md"), "factsheet", language, sections=(Section("facts", facts=(fact,)),))
    block = Block("paragraph", about, about, 3)
    return Kit(
        "Spring",
        Brand("Quillon Ferry"),
        language,
        Path("nowhere"),
        (sheet,),
        boilerplates=((block,),),
        boilerplate_languages=(language,),
    )


@pytest.mark.parametrize(
    ("label", "about", "language", "words"),
    [
        ("Founded", "Quillon Ferry was founded in 1911.", "en", "founded in 1911"),
        ("Established", "Founded on the island of Larkin in 1911, the company has nine boats.", "en", "Founded on"),
        ("Gegründet", "Die Reederei wurde 1911 gegründet.", "de", "1911 gegründet"),
        ("Création", "La compagnie, fondée en 1911, a neuf bateaux.", "fr", "fondée en 1911"),
        ("Fundación", "Fundada en 1911, la compañía tiene nueve barcos.", "es", "Fundada en 1911"),
        ("التأسيس", "تأسست الشركة في عام ١٩١١.", "ar", "تأسست"),
    ],
)
def test_two_years_of_beginning_are_told(label: str, about: str, language: str, words: str) -> None:
    [told] = find_differing_founding(kit_of(Fact(label, "1912", "1912"), about, language))
    assert told.code == "c-044"
    assert words in told.message
    assert [*find_differing_founding(kit_of(Fact(label, "1911", "1911"), about, language))] == []


@pytest.mark.parametrize(
    "text",
    [
        "It was founded in 1911 and moved in 1934.",
        "The company has nine boats, and in 1911 it had one.",
        "Founded by ferrymen who had rowed between the islands for a living, it bought a boat in 1911.",
        "Its 1,911 founders are honoured.",
    ],
)
def test_a_year_that_may_be_of_something_else_is_left_in_peace(text: str) -> None:
    assert [*years_in(Passage(text, Path("about.md"), 3, "en"))] == []
