"""Comparing two kits: which documents are new, gone, renamed."""

from __future__ import annotations

from presskit.checking.blocks import TextDocument
from presskit.comparing import compare_documents
from presskit.comparing.sentences import ChangedSentence

FERRY = TextDocument("Ferry sails", "en", ("Ferry sails", "The ferry sails on Monday.", "It is red.", "It is late."))
PIANO = TextDocument("Piano found", "en", ("Piano found", "A piano drifted in. Nobody plays it."))
CONTENTS = TextDocument("Contents", "en", ("Contents", "Ferry sails 3"))


def test_equal_kits_differ_in_nothing() -> None:
    assert compare_documents([CONTENTS, FERRY, PIANO], [CONTENTS, FERRY, PIANO]) == ()


def test_documents_come_and_go() -> None:
    changes = compare_documents([FERRY], [PIANO])
    assert [(change.title, change.state) for change in changes] == [
        ("Piano found", "added"),
        ("Ferry sails", "removed"),
    ]


def test_another_order_and_other_page_numbers_are_no_change() -> None:
    contents = CONTENTS._replace(blocks=("Contents", "Ferry sails 4"))
    assert compare_documents([CONTENTS, FERRY, PIANO], [contents, PIANO, FERRY]) == ()


def test_a_document_under_another_title_is_the_same_one() -> None:
    renamed = FERRY._replace(title="Ferry sails again", blocks=("Ferry sails again", *FERRY.blocks[1:]))
    [change] = compare_documents([PIANO, FERRY], [renamed, PIANO])
    assert (change.state, change.title, change.old_title) == ("changed", "Ferry sails again", "Ferry sails")
    assert change.sentences.changed == (ChangedSentence("Ferry sails", "Ferry sails again"),)


def test_what_every_page_says_makes_no_two_documents_alike() -> None:
    said = ("Quillon Ferry", "4 Quay Street", "The company is invented.", "May 12, 2026")
    old, new = (
        [one._replace(blocks=(*said, *one.blocks)) for one in (FERRY, TextDocument(title, "en", (title, text)))]
        for title, text in (("Old news", "A seal slept."), ("New pier", "It is of slate."))
    )
    assert [(change.title, change.state) for change in compare_documents(old, new)] == [
        ("New pier", "added"),
        ("Old news", "removed"),
    ]


def test_labels_are_no_sentences_and_a_status_is_one() -> None:
    labelled = FERRY._replace(blocks=("PRESS RELEASE", "Corrected", *FERRY.blocks))
    [change] = compare_documents([FERRY], [labelled])
    assert change.sentences.added == ("Corrected",)


def test_a_language_without_words_of_ours_is_compared_all_the_same() -> None:
    dutch = FERRY._replace(language="nl")
    assert compare_documents([dutch], [dutch]) == ()


def test_two_documents_of_one_title_are_told_apart_by_their_order() -> None:
    second = FERRY._replace(blocks=("Ferry sails", "Another text altogether."))
    assert compare_documents([FERRY, second], [FERRY, second]) == ()
