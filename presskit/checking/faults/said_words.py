"""Does a finished PDF say what its pages show? Letter for letter, for every document and every script.

Why it can differ: what is copied, searched or read aloud is not what is painted. Each glyph has a text of its own
beside it, and a page whose words are right can read wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

# Without an effect on what is read: how a letter is drawn, where a line may break, in which direction it runs.
UNSAID = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
RUN = re.compile("[\u0590-\u08ff\ufb1d-\ufeff]+|[^\\W\\d_\u0590-\u08ff\ufb1d-\ufeff]+")  # letters that run one way
ALIKE = 0.6  # of their characters
SHOWN = 4  # words of a difference
MOST_PIECES = 50  # of a paragraph that notes or a table's head part on their page


class Difference(NamedTuple):
    """Words as a page shows them, and what the PDF says in their place; empty where it says nothing like them."""

    shown: str
    said: str


def find_difference(shown: Sequence[str], said: str) -> Difference | None:
    """Return the first words of a document's paragraphs that its text in the PDF does not hold in one piece each.

    shown: the paragraphs, in order. said: what is read aloud of the document.
    """
    letters = _letters(said)
    start = 0
    for block in shown:
        wanted = _letters(block)
        place = letters.find(wanted, start)
        place = place if place >= 0 else letters.find(wanted)
        if place >= 0:
            start = place + len(wanted)
            continue
        words = block.split()
        if _runs_both_ways(wanted) and all(_letters(run) in letters for run in RUN.findall(block)):
            continue  # in which order its runs are read depends on where the reader takes the line to begin
        first = max(_in_pieces(words, letters, start), _in_pieces(words, letters, 0))
        if first < len(words):
            differing = " ".join(words[first : first + SHOWN])
            return Difference(differing, _nearest(differing, said.split()))
    return None


def _runs_both_ways(letters: str) -> bool:
    """Tell whether letters from right to left and from left to right stand in one paragraph."""
    ways = {unicodedata.bidirectional(letter) for letter in letters}
    return "L" in ways and bool(ways & {"R", "AL"})


def _in_pieces(words: Sequence[str], letters: str, start: int) -> int:
    """Return how many words of a paragraph are said, which may go on behind a note, or on the next page."""
    place, first = start, 0
    for _ in range(MOST_PIECES):
        length, place = _longest(words[first:], letters, place)
        first += length
        if not length or first == len(words):
            break
    return first


def _longest(words: Sequence[str], letters: str, start: int) -> tuple[int, int]:
    """Return how many words stand in one piece behind `start`, and where they end there."""
    low, high, end = 0, len(words), start
    while low < high:
        middle = (low + high + 1) // 2
        wanted = _letters(" ".join(words[:middle]))
        place = letters.find(wanted, start)
        low, high = (middle, high) if place >= 0 else (low, middle - 1)
        end = place + len(wanted) if place >= 0 else end
    return low, end


def _nearest(words: str, said: Sequence[str]) -> str:
    """Return the words of a text that are most like others; nothing where none are."""
    length = len(words.split())
    runs = dict.fromkeys(" ".join(said[place : place + length]) for place in range(len(said)))
    matcher = SequenceMatcher(None, b=words, autojunk=False)
    best, likeness = "", ALIKE
    for run in runs:
        matcher.set_seq1(run)
        if matcher.quick_ratio() > likeness and matcher.ratio() > likeness:
            best, likeness = run, matcher.ratio()
    return best


def _letters(text: str) -> str:
    """Return the letters of a text without all that setting it changes."""
    return "".join(map(_folded, unicodedata.normalize("NFKC", text)))


@cache
def _folded(character: str) -> str:
    """Return a character as it is compared: letters and the marks on them, small; nothing for all else.

    Why no digits and signs: in lines from right to left their order is one of painting.
    """
    is_said = unicodedata.category(character)[0] in "LM" and not UNSAID.fullmatch(character)
    return unicodedata.normalize("NFKC", character.casefold()) if is_said else ""
