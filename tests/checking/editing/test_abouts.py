from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.abouts import find_two_abouts
from presskit.model import Block, Brand, Kit

SOCIETY = "Old Harbour Ferries is a society of sixty neighbours. It keeps one ferry."
ROWERS = "Old Harbour Ferries (OHF) is where the county learns to row."


def told(*texts: str, languages: tuple[str, ...] = ("en", "en")) -> list[str]:
    abouts = tuple((Block("heading", "About us", "About us", 1), Block("paragraph", text, text, 3)) for text in texts)
    brand = Brand("Old Harbour Ferries")
    kit = Kit("Spring", brand, "en", Path("my-kit"), (), boilerplates=abouts, boilerplate_languages=languages)
    return [one.message for one in find_two_abouts(kit)]


def test_two_texts_about_one_organisation_are_quoted() -> None:
    [message] = told(SOCIETY, ROWERS)
    assert f"“{ROWERS}” here" in message
    assert "“Old Harbour Ferries is a society of sixty neighbours. It …” in my-kit" in message


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        ((SOCIETY,), ("en",)),
        ((SOCIETY, "The Harbour Museum is a house of nine rooms."), ("en", "en")),
        ((SOCIETY, "Old Harbour Ferries est une société de soixante voisins."), ("en", "fr")),
        ((SOCIETY, "Founded in 1911, it keeps one ferry."), ("en", "en")),
        ((SOCIETY, "Old Harbour Ferries Museum is a house of nine rooms."), ("en", "en")),
    ],
)
def test_texts_about_others_or_in_another_language_are_not(texts: tuple[str, ...], languages: tuple[str, ...]) -> None:
    assert told(*texts, languages=languages) == []
