"""Words that a PDF says otherwise than its pages show are told; what setting changes is not."""

from __future__ import annotations

import pytest

from presskit.checking.faults.said_words import find_difference

LONG = "The ferry sails at dawn, and nobody counts the gulls on the quay."


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        pytest.param([LONG], LONG.upper(), id="capitals"),
        pytest.param([LONG], "The ferry sails at dawn, and no-\nbody counts the\ngulls on the quay.", id="lines"),
        pytest.param(["The fer\u00adry"], "The ferry", id="a place to part"),
        pytest.param(["One", "Two"], "1.\nOne\n2.\nTwo", id="numbers of a list"),
        pytest.param([LONG], LONG.replace(", and", ",\nHead of a table\nand"), id="goes on behind a table's head"),
        pytest.param(["Two", "One"], "One\nTwo", id="a note, which stands elsewhere"),
        pytest.param(["ولكن لكم"], "ولكن\nلكم", id="Arabic"),
        pytest.param(["شكرًا"], "شكر\u064bا", id="a mark by itself"),
        pytest.param(["خانه\u200cها"], "خانهها", id="a non-joiner"),
        pytest.param(["عام 12-10"], "عام 10-12", id="digits, whose order is one of painting"),
        pytest.param(["صورة الميناء.jpg, 60 px"], "px 60 ,jpg.صورة الميناء", id="both ways in one line"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_what_setting_changes_is_no_difference(shown: list[str], said: str) -> None:
    assert find_difference(shown, said) is None


@pytest.mark.parametrize(
    ("shown", "said", "words", "instead"),
    [
        (["قالت ولكن لكم"], "قالت وللكن لكم", "ولكن لكم", "وللكن لكم"),
        (["قالت ولكن لكم"], "قالت وكن لكم", "ولكن لكم", "وكن لكم"),
        ([LONG], LONG.replace("gulls", "gus"), "gulls on the quay.", "gus on the quay."),
        ([LONG, "Last."], LONG, "Last.", ""),
        ([LONG], "", "The ferry sails at", ""),
        (["صورة الميناء.jpg"], "jpg.صورة المينا", "الميناء.jpg", "المينا"),
        (["Ferry and quay"], "Quay and ferry", "and quay", ""),
    ],
)
def test_the_first_words_that_differ_are_told(shown: list[str], said: str, words: str, instead: str) -> None:
    assert find_difference(shown, said) == (words, instead)
