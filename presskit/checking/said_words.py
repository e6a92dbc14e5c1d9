"""Does a finished PDF say what its pages show? Letter for letter, for every document and every script.

Why it can differ: what is copied, searched or read aloud is not what is painted. Each glyph has a text of its own
beside it, and a page whose words are right can read wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

# Without an effect on what is read: how a letter is drawn, where a line may break, in which direction it runs.
UNSAID = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
SHOWN = 4  # words of a difference
MOST_PIECES = 50  # of a paragraph that notes or a table's head part on their page


class Difference(NamedTuple):
    """Words as a page shows them, and what the PDF says in their place."""

    shown: str
    said: str


class _Letters:
    """The letters of a text without all that setting it changes, each with where it stands in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [place for place, each in enumerate(text) for _ in _folded(each)]
        self.letters = "".join(map(_folded, text))


def find_difference(shown: Sequence[str], said: str) -> Difference | None:
    """Return the first words of a document's paragraphs that its text in the PDF does not hold in one piece each.

    shown: the paragraphs, in order. said: what is read aloud of the document.
    """
    heard = _Letters(unicodedata.normalize("NFKC", said))
    start = 0
    for block in shown:
        words = unicodedata.normalize("NFKC", block).split()
        letters = "".join(_folded(each) for word in words for each in word)
        place = heard.letters.find(letters, start)
        place = place if place >= 0 else heard.letters.find(letters)
        if place >= 0:
            start = place + len(letters)
        elif difference := _in_pieces(words, heard):
            return difference
    return None


def _in_pieces(words: Sequence[str], heard: _Letters) -> Difference | None:
    """Return where a paragraph that is not in one piece differs: it may go on behind a note, or on the next page."""
    place, first = 0, 0
    for _ in range(MOST_PIECES):
        length, found = _longest(words[first:], heard.letters, place)
        first, place = first + length, found
        if first == len(words):
            return None
        if not length:
            break
    return Difference(" ".join(words[first : first + SHOWN]), _heard_at(heard, place))


def _longest(words: Sequence[str], letters: str, start: int) -> tuple[int, int]:
    """Return how many words stand in one piece behind `start`, and where they end there."""
    low, high, end = 0, len(words), start
    while low < high:
        middle = (low + high + 1) // 2
        wanted = "".join(_folded(each) for word in words[:middle] for each in word)
        place = letters.find(wanted, start)
        low, high = (middle, high) if place >= 0 else (low, middle - 1)
        end = place + len(wanted) if place >= 0 else end
    return low, end


def _heard_at(heard: _Letters, place: int) -> str:
    """Return the words of the PDF that begin with a letter."""
    if place >= len(heard.places):
        return "nothing"
    return " ".join(heard.text[heard.places[place] :].split()[:SHOWN])


@cache
def _folded(character: str) -> str:
    """Return a character as it is compared: letters and the marks on them, small; nothing for all else.

    Why no digits and signs: in lines from right to left their order is one of painting.
    """
    is_said = unicodedata.category(character)[0] in "LM" and not UNSAID.fullmatch(character)
    return unicodedata.normalize("NFKC", character.casefold()) if is_said else ""
