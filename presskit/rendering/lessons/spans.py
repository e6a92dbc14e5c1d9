"""Letters that need a span in a PDF's text: which they are, and the text object with them in their spans.

Text is painted from the left: of a letter that is written from right to left, the marks on it come before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from presskit.composing.wording.runs import RIGHT_TO_LEFT

SHOWN = re.compile(rb"\[(.*)\] TJ")
SHOWN_PIECE = re.compile(rb"<([0-9a-f]*)>|([^<>]+)")
DIGITS = 4  # of a glyph's number
RISE = b" Ts"
UNDRAWN = b"0.0"  # the step that WeasyPrint writes for a character without a glyph
NON_JOINER = "\u200c"  # is spelling in Persian and Urdu; all other such characters only say how a line is set
MOST_STEP = 90  # thousandths of an em; poppler and pdf.js see a space in 100
# That stand on a letter of a line from right to left.
MARKS = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff]+")


class Letter(NamedTuple):
    """A letter by its first and its last glyph. is_plain: it is one glyph, which stands for no other text."""

    first: int
    last: int
    text: str
    is_plain: bool


class Token(NamedTuple):
    """A piece of a text object: a glyph, a step of the pen, a rise above the line, or any other operator."""

    kind: Literal["glyph", "step", "non-joiner", "rise", "operator"]
    data: Any


class Span(NamedTuple):
    """A run of tokens, the last included, that is one letter; its text as it is read: the letter, then its marks."""

    start: int
    end: int
    text: str


def tokens_of(operators: Sequence[Any]) -> list[Token]:
    """Return the pieces of a text object as WeasyPrint writes it."""
    return [token for operator in operators for token in _tokens(operator)]


def _tokens(operator: Any) -> Iterator[Token]:
    shown = SHOWN.fullmatch(operator) if isinstance(operator, bytes) else None
    if not shown:
        yield Token("rise" if isinstance(operator, bytes) and operator.endswith(RISE) else "operator", operator)
        return
    for glyphs, step in SHOWN_PIECE.findall(shown[1]):
        if step:
            yield Token("step", step)
        for start in range(0, len(glyphs), DIGITS):
            yield Token("glyph", glyphs[start : start + DIGITS])


def with_undrawn(tokens: Sequence[Token], undrawn: str) -> Sequence[Token]:
    """Return tokens with the non-joiners among the characters that have no glyph; `undrawn`: in order of reading."""
    places = [place for place, token in enumerate(tokens) if token == ("step", UNDRAWN)]
    if NON_JOINER not in undrawn or len(places) != len(undrawn):
        return tokens
    found = {place for place, each in zip(reversed(places), undrawn, strict=True) if each == NON_JOINER}
    return [Token("non-joiner", token.data) if place in found else token for place, token in enumerate(tokens)]


def letters_of(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last glyph of each letter, from the left; only one of them has its text.

    It is the first where a letter is written from right to left, else the last.
    """
    first = 0
    for place, text in enumerate(texts):
        is_to_come = not text and not texts[first]
        goes_on = texts[place + 1 : place + 2] == [""] and RIGHT_TO_LEFT.search(texts[first])
        if place + 1 == len(texts) or not (is_to_come or goes_on):
            yield first, place
            first = place + 1


def spans_of(tokens: Sequence[Token], letters: Sequence[Letter]) -> Iterator[Span]:
    """Yield the letters that are not one glyph with a text of its own, at the place where the pen has come to."""
    places = [place for place, token in enumerate(tokens) if token.kind == "glyph"]
    if not letters or len(places) != letters[-1].last + 1:
        return  # set in a face of pictures, whose glyphs have shorter numbers
    end, marks, begin = -1, "", 0
    for letter in letters:
        begin = begin if marks else places[letter.first]
        way = tokens[_before(tokens, places[letter.first], -1) : places[letter.first]]
        marks = NON_JOINER * any(token.kind == "non-joiner" for token in way) + marks
        if MARKS.fullmatch(letter.text) and letter is not letters[-1]:
            marks = letter.text + marks
            continue
        is_rtl = bool(RIGHT_TO_LEFT.search(letter.text))
        start = _before(tokens, begin, end) if marks or (is_rtl and _is_far(way)) else begin
        if start < places[letter.last] or not letter.is_plain or (is_rtl and len(letter.text) > 1):
            end = places[letter.last]
            yield Span(start, end, letter.text + marks)
        marks = ""


def _before(tokens: Sequence[Token], place: int, end: int) -> int:
    """Return where the steps and rises begin that lead to a glyph; `end`: the last token that is spoken for."""
    start = place
    while start - 1 > end and tokens[start - 1].kind in ("step", "non-joiner", "rise"):
        start -= 1
    return start


def _is_far(way: Sequence[Token]) -> bool:
    """Tell whether steps go so far that a reader may see a space in them, or another line."""
    return any(abs(float(token.data)) > MOST_STEP for token in way if token.kind == "step")


def written(tokens: Sequence[Token], spans: Sequence[Span]) -> Iterator[Any]:
    """Yield the operators of a text object, its letters in their spans."""
    starts = {span.start: span for span in spans}
    ends = {span.end for span in spans}
    shown: list[bytes] = []
    for place, token in enumerate(tokens):
        if place in starts:
            yield from _shown(shown)
            yield b"/Span <</ActualText <feff%b>>> BDC" % starts[place].text.encode("utf-16-be").hex().encode()
        if token.kind in ("operator", "rise"):
            yield from _shown(shown)
            yield token.data
        else:
            shown.append(b"<%b>" % token.data if token.kind == "glyph" else token.data)
        if place in ends:
            yield from _shown(shown)
            yield b"EMC"
    yield from _shown(shown)


def _shown(pieces: list[bytes]) -> Iterator[bytes]:
    """Yield the operator that shows what has gathered, and begin anew."""
    if pieces:
        yield b"[%b] TJ" % b" ".join(pieces)
        pieces.clear()
