from __future__ import annotations

import pytest

from presskit.reading.cues.people import is_name, surname


@pytest.mark.parametrize(
    "text",
    [
        "Ada Thorn",
        "Adela M. Finch",
        "Dr. Ada Thorn",
        "Ivo van der Marsh",
        "J. R. Otter",
        "Ivo Marsh Jr.",
        "ADA THORN",
        "Jean-Luc d’Arcy",
        "Nadia bint Salim al-Amrani",
        "آدا ثورن",
    ],
)
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada",
        "Press Officer",
        "Kelp Trust",
        "the reef",
        "Head of Research",
        "Room 12",
        "Ada Thorn 202",
        "Ada and Ivo were there",
        "",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_the_surname_stands_last() -> None:
    assert [surname(name) for name in ("Ada Thorn", "Ivo Marsh, Jr.", "Ada")] == ["Thorn", "Marsh", "Ada"]
