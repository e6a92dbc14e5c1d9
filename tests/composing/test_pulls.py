from __future__ import annotations

import pytest

from presskit.composing.languages import language
from presskit.composing.wording.pulls import office_of, quoted
from presskit.model import Block, Quote


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "“We sail.”"), ("fr", "« We sail. »"), ("de", "„We sail.“"), ("es", "«We sail.»"), ("ar", "«We sail.»")],
)
def test_what_somebody_says_stands_in_the_marks_of_its_language(code: str, words: str) -> None:
    assert quoted(Quote("We sail.", "Ada Thorn"), language(code)) == words


@pytest.mark.parametrize("text", ["“We sail.”", "« We sail. »", "„We sail.“"])
def test_marks_that_are_there_stay_as_they_are(text: str) -> None:
    assert quoted(Quote(text, "Ada Thorn"), language("en")) == text


def test_a_sentence_that_nobody_says_has_no_marks() -> None:
    assert quoted(Quote("Nine boats sail."), language("en")) == "Nine boats sail."


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("“We sail,” said Ada Thorn, head of the harbour. “Soon.”", "head of the harbour"),
        ("Ada Thorn, the ferry’s captain, said so.", "the ferry’s captain"),
        (
            "“We sail,” said Ada Thorn, Chief Executive Officer of Quillon Ferry",
            "Chief Executive Officer of Quillon Ferry",
        ),
        ("Ada Thorn, who sails, said so.", None),
        ("Ada Thorn, and Ivo Marsh, said so.", None),
        ("“We sail,” said Ada Thorn.", None),
        ("“We sail,” said Ada Thorn, 41.", None),
    ],
)
def test_the_office_is_what_the_text_says_right_behind_the_name(text: str, office: str | None) -> None:
    blocks = [Block("paragraph", "Nine boats.", ""), Block("paragraph", text, "")]
    assert office_of(Quote("We sail", "Ada Thorn"), blocks) == office
