"""Comparing two texts: every sentence is accounted for, and the one that changed is named."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.comparing.sentences import (
    ChangedSentence,
    SentenceChanges,
    compare_sentences,
    letters,
    mark,
    split_sentences,
)

WORDS = ["ferry", "pier", "bread", "nine", "8", "islands", "sails", "sailed", "Monday"]
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join).map(lambda words: f"{words}."),
    max_size=12,
)


@given(SENTENCES)
def test_a_text_and_itself_differ_in_nothing(text: list[str]) -> None:
    changes = compare_sentences(text, text)
    assert not changes
    assert changes.kept == len(text)


@given(SENTENCES, SENTENCES)
def test_every_sentence_is_accounted_for(old: list[str], new: list[str]) -> None:
    changes = compare_sentences(old, new)
    before = Counter([*changes.removed, *(pair.old for pair in changes.changed)])
    after = Counter([*changes.added, *(pair.new for pair in changes.changed)])
    assert before <= Counter(old)
    assert after <= Counter(new)
    assert Counter(old) - before == Counter(new) - after
    assert before.total() + changes.kept == len(old)
    assert after.total() + changes.kept == len(new)


@given(SENTENCES, SENTENCES)
def test_back_and_forth_are_the_same_way(old: list[str], new: list[str]) -> None:
    there, back = compare_sentences(old, new), compare_sentences(new, old)
    assert (len(there.removed), len(there.added)) == (len(back.added), len(back.removed))
    assert len(there.changed) == len(back.changed)


@given(st.text())
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    assert letters("".join(split_sentences(text))) == letters(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The ferry sails. It is late.", 2),
        ("“We know every pier.” Ada Thorn steers.", 2),
        ("Dr. Thorn met J. Marl at 9 a.m. Monday on St. Ives quay.", 1),
        ("It cost $4.2 million. Members gave $1.9 million!", 2),
        ("Why so early? Because of the tide.", 2),
        ("She said it twice . . . and left.", 1),
        ("عادت العبارة. هل تبحر اليوم؟ نعم.", 3),
        ("Key figures", 1),
        ("", 0),
    ],
)
def test_a_block_is_split_where_sentences_end(text: str, number: int) -> None:
    assert len(split_sentences(text)) == number


def test_the_sentence_that_changed_is_told_with_what_was_there() -> None:
    old = ["The ferry stops at eight islands.", "It carries bread.", "Nobody has counted the gulls."]
    new = ["The ferry stops at nine islands.", "It carries bread.", "The funnel is red."]
    changes = compare_sentences(old, new)
    assert changes == SentenceChanges(
        removed=("Nobody has counted the gulls.",),
        added=("The funnel is red.",),
        changed=(ChangedSentence(old[0], new[0]),),
        kept=1,
    )
    assert mark(changes.changed[0]) == ("The ferry stops at [eight] islands.", "The ferry stops at [nine] islands.")


def test_a_sentence_that_is_longer_now_has_its_new_words_marked() -> None:
    old, new = mark(ChangedSentence("The ferry sails.", "The ferry sails again on Monday."))
    assert (old, new) == ("The ferry [sails.]", "The ferry [sails again on Monday.]")


def test_white_space_capitals_and_order_are_no_change() -> None:
    assert not compare_sentences(
        ["PRESS RELEASE", "Nine\u00a0islands.", "It sails."], ["It  sails.", "Press release", "Nine islands."]
    )


def test_neighbours_that_became_one_block_are_no_change() -> None:
    old, new = ["The ferry", "at the pier", "It sails."], ["The ferry at the pier", "It sails.", "Nobody knows."]
    assert compare_sentences(old, new) == SentenceChanges(added=("Nobody knows.",), kept=1)


def test_a_sentence_said_twice_and_now_once_is_told() -> None:
    assert compare_sentences(["It sails.", "It sails."], ["It sails."]).removed == ("It sails.",)
