"""Signs that stand twice or lack their other half; what is meant so is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.passages import Passage
from presskit.checking.editing.signs import quotations_without_end, signs_in


def told(text: str) -> list[tuple[str, str]]:
    found = signs_in(Passage(text, Path("release.md"), 3, "en"))
    return [(item.code, item.message.partition("“")[2].partition("”")[0]) for item in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It sails,, always.", "sails,,"),
        ("It sails..", "sails.."),
        ("It sails , always.", "sails ,"),
        ("It sails .", "sails ."),
        ("It sails (from the kiosk.", "(from the kiosk."),
    ],
)
def test_a_sign_too_many_or_too_few_is_told(text: str, words: str) -> None:
    assert told(text) == [("c-075", words)]


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (["“It sails again, says Ada.", "It does."], "“It sails again, says Ada."),
        (["« Il repart, dit Ada.", "Il repart."], "« Il repart, dit Ada."),
        (["“It sails again,“ says Ada and laughs aloud."], "says Ada and laughs"),
        (["It sails.", "It sails again,” says Ada."], "It sails again,”"),
    ],
)
def test_a_quotation_without_an_end_is_told(texts: list[str], words: str) -> None:
    [found] = quotations_without_end([Passage(text, Path("release.md"), 3, "en") for text in texts])
    assert found.code == "c-075"
    assert words.strip("“« .") in found.message


@pytest.mark.parametrize(
    "texts",
    [
        ["“It sails again,” says Ada.", "“It does.”"],
        ["“It sails again.", "“And it has a piano,” says Ada."],
        ["„Sie fährt wieder“, sagt Ada.", "»Sie fährt«, sagt sie."],
        ['“It sails," says Ada, 6" tall.', "”It sails”, says Ada."],
        ["« Il repart », dit Ada."],
        ["It has a 12” pipe, and one of 3”."],
        ["”Den seglar igen”, säger Ada."],
    ],
)
def test_quotations_that_end_are_left_in_peace(texts: list[str]) -> None:
    assert [*quotations_without_end([Passage(text, Path("release.md"), 3, "en") for text in texts])] == []


@pytest.mark.parametrize(
    "text",
    [
        "It sails … and sails... (from the kiosk). See ../pier, and a) or b) :)",
        "Il part : vite ; très vite !",
    ],
)
def test_what_may_be_meant_is_left(text: str) -> None:
    assert told(text) == []
