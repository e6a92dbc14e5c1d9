from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from presskit.checking.editing.names import are_one, find_differing_names
from presskit.model import Biography, Block, Brand, Contact, Kit, Photo, PhotoSheet, Release


def paragraph(text: str) -> tuple[Block, ...]:
    return (Block("paragraph", text, text, 7),)


def kit_of(text: str, biography: str = "Teo Marlowe tunes the piano.") -> Kit:
    release = Release(Path("release.txt"), "release", "en", date=date(2031, 5, 12), body=paragraph(text))
    bio = Biography(Path("bio.md"), "bio", "en", "Ona Quennell", body=paragraph(biography))
    return Kit("Spring", Brand("Old Harbour Ferries"), "en", Path("nowhere"), (release, bio))


def told(kit: Kit) -> list[tuple[str, str]]:
    return [(one.message.partition("“")[2].partition("”")[0], str(one.where)) for one in find_differing_names(kit)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("teo marlowe", "teo marlow"),
        ("ona quennell", "ona quennel"),
        ("ona quennell", "ona quenell"),
        ("peter larsen", "peter larson"),
        ("peter larsen", "peter lasren"),
        ("katharina marl", "katarina marl"),
        ("josé martín", "jose martín"),
        ("ona maria quennell", "ona maria quennelt"),
    ],
)
def test_one_slip_makes_two_spellings_of_a_name(one: str, other: str) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("anna marlowe", "anne marlowe"),
        ("maria marlowe", "mario marlowe"),
        ("helen marlowe", "helena marlowe"),
        ("john marlowe", "joan marlowe"),
        ("ona brill", "ona grill"),
        ("teo marlowe", "teo marlowes"),
        ("teo marlowe", "ona marlowe"),
        ("teo marlowe", "tea marlow"),
        ("teo marlowe", "teo harlower"),
        ("teo marlowe", "teo j. marlowe"),
        ("teo marlowe", "teo marlowe"),
    ],
)
def test_other_names_are_of_other_people(one: str, other: str) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


def test_a_name_that_two_files_spell_differently_is_quoted() -> None:
    assert told(kit_of("The piano was tuned by Teo Marlow.")) == [("Teo Marlow", "release.txt, line 7")]
    assert told(kit_of("Her captain is Ona Quenell.")) == [("Ona Quenell", "release.txt, line 7")]
    kit = replace(kit_of("She sails."), contacts=(Contact("Ona Quenell"),))
    assert told(kit) == [("Ona Quenell", "kit.toml")]


def test_a_caption_is_held_against_the_texts() -> None:
    photo = Photo(Path("quay.jpg"), 3000, 2000, caption="Teo Marlow at the piano on the quay.")
    kit = kit_of("She sails.")
    assert told(replace(kit, documents=(*kit.documents, PhotoSheet("photos", "en", (photo,))))) == [
        ("Teo Marlowe", "bio.md, line 7")
    ]


def test_two_people_whom_one_file_names_are_two() -> None:
    assert told(kit_of("Teo Marlow and his uncle, Teo Marlowe, tuned it.")) == []


def test_the_same_name_in_capitals_with_a_title_or_of_somebody_is_the_same() -> None:
    assert told(kit_of("TEO MARLOWE tuned it, Dr. Teo Marlowe, by Teo Marlowe’s fork. The Marlowes sang.")) == []


def test_an_old_release_is_not_held_against_a_new_one() -> None:
    kit = kit_of("Teo Marlow tuned it.")
    old = replace(kit.releases[0], date=date(2029, 1, 1))
    new = replace(kit.releases[0], body=(), source=Path("new.txt"))
    assert told(replace(kit, documents=(old, new, kit.documents[1]))) == []
