"""What stands twice in a text is told once for each place; what may be meant is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.checking.editing.repetitions import repetitions_in
from presskit.model import Block, BlockKind, Photo, PhotoSheet, Release
from presskit.names import brief

BELL = "The bell of the old ferry rings at nine."


def told(*texts: str, kind: BlockKind = "paragraph", headline: str | None = None) -> list[tuple[int | None, str]]:
    body = tuple(Block(kind, text, text, line) for line, text in enumerate(texts, start=1))
    found = repetitions_in(Release(Path("release.md"), "release", "en", headline, body=body))
    return [(one.where.line, brief(one.message).partition("“")[2].partition("”")[0]) for one in found]


@pytest.mark.parametrize(
    "texts",
    [
        (BELL, BELL),
        (f"{BELL} It has a dent.", f"Nobody knows why. {BELL}"),
        (BELL, BELL.upper().rstrip(".")),
        ("“The bell of the old ferry rings at nine.”", BELL),
    ],
)
def test_a_sentence_that_stands_twice_is_told_where_it_stands_again(texts: tuple[str, str]) -> None:
    assert [line for line, _ in told(*texts)] == [2]


def test_a_sentence_twice_within_a_paragraph_is_told() -> None:
    assert told(f"{BELL} {BELL}") == [(1, "The bell of the old ferry rings at …")]


def test_a_paragraph_that_was_pasted_again_is_one_finding() -> None:
    assert (
        len(told(f"{BELL} It weighs ninety kilograms and a half.", f"{BELL} It weighs ninety kilograms and a half."))
        == 1
    )


def test_a_headline_that_stands_again_is_told_however_short() -> None:
    assert told("Ferry sails", headline="Ferry sails") == [(1, "Ferry sails …")]


@pytest.mark.parametrize("kind", ["table", "quote", "caption"])
def test_what_is_set_apart_may_say_it_again(kind: BlockKind) -> None:
    assert told(BELL, BELL, kind=kind) == []


def test_short_sentences_and_captions_may_be_said_twice() -> None:
    assert told("Admission is free. The hall is warm.", "Admission is free.") == []
    photos = tuple(Photo(Path(name), 600, 400, caption=BELL) for name in ("a.jpg", "b.jpg"))
    assert [*repetitions_in(PhotoSheet("photos", "en", photos))] == []
