from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from presskit.checking.editing.figures import find_differing_figures
from presskit.model import Block, Brand, Fact, Kit, Release, Section, Sheet

FACTSHEET = Sheet(
    Path("factsheet.md"),
    "factsheet",
    "en",
    sections=(
        Section(
            "figures",
            facts=(
                Fact("240", "gulls on the quay, counted twice", "gulls on the quay, counted twice", 5),
                Fact("11 ha", "of seagrass replanted", "of seagrass replanted", 6),
                Fact("92%", "of all crossings on time", "of all crossings on time", 7),
                Fact("$3.4 million", "for a keel of steel", "for a keel of steel", 8),
                Fact("96", "seats", "seats", 9),
                Fact("1,150", "crossings of the bay in 2030", "crossings of the bay in 2030", 10),
            ),
        ),
        Section("facts", facts=(Fact("Rowers", "58", "58"), Fact("Crew", "12 sailors, 138 volunteers", ""))),
    ),
)


def kit_of(text: str, language: str = "en") -> Kit:
    release = Release(Path("release.txt"), "release", language, body=(Block("paragraph", text, text, 7),))
    brand = Brand("Old Harbour Ferries")
    return Kit("Spring", brand, language, Path("nowhere"), (replace(release, date=date(2031, 5, 12)), FACTSHEET))


def told(kit: Kit) -> list[str]:
    return [one.message.partition("“")[2].partition("”")[0] for one in find_differing_figures(kit)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her captain counted 260 gulls on the quay.", "260 gulls on the quay"),
        ("There are 12 ha of seagrass replanted.", "12 ha of seagrass replanted"),
        ("With 93% of all crossings on time, she is quick.", "93% of all crossings on time"),
        ("They gave $3.5 million for a keel of steel.", "$3.5 million for a keel of steel"),
        ("The harbour has 59 rowers, and the school a piano.", "59 rowers"),
        ("She has a crew of 14 sailors and 138 volunteers.", "14 sailors"),
        ("She has 98 seats.", "98 seats"),
    ],
)
def test_a_number_that_the_factsheet_contradicts_is_quoted(text: str, words: str) -> None:
    assert told(kit_of(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Her captain counted 240 gulls on the quay.",
        "About 250 gulls on the quay, and more than 230 gulls on the quay in winter.",
        "Another 200 gulls on the quay slept; 260 new gulls on the quay sang.",
        "She counted 260 gulls on the quay of Marsh Bay.",  # another quay
        "She counted 260 gulls on the roof.",
        "She counted 12 gulls on the quay.",  # far off: some of them
        "In 2029 she counted 260 gulls on the quay.",  # of another year
        "She counted 260 gulls on the quay, and a week later 250 gulls on the quay.",  # which one?
        "“I counted 260 gulls on the quay,” said Ona Brill.",
        "They gave €3.5 million for a keel of steel, and 3.5 million for a keel of steel.",
        "Of the upper deck’s 98 seats by the window, none is free.",
        "She made 1,100 crossings of the bay.",
        "A crew of up to 14 sailors, and 100 volunteers from the school, painted her.",
        "Gulls numbered 2031 on the quay; the number 260-12 is a boat’s.",
    ],
)
def test_a_number_that_may_count_something_else_is_not(text: str) -> None:
    assert told(kit_of(text)) == []


def test_the_text_about_the_organisation_is_held_against_the_factsheet() -> None:
    text = "Old Harbour Ferries has 12 sailors, 139 volunteers, and no late boats."
    about = (Block("paragraph", text, text, 1),)
    kit = replace(kit_of("She sails."), boilerplates=(about,), boilerplate_languages=("en",))
    assert told(kit) == ["139 volunteers"]


def test_an_old_release_and_one_in_another_language_are_not() -> None:
    kit = kit_of("Her captain counted 260 gulls on the quay.")
    old = replace(kit.releases[0], date=date(2029, 5, 12))
    new = replace(old, date=date(2031, 5, 12), body=())
    assert told(replace(kit, documents=(old, new, FACTSHEET))) == []
    assert told(replace(kit, documents=(replace(kit.releases[0], language="de"), FACTSHEET))) == []
