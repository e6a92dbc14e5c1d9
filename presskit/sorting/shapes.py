"""What a text is by the shape of its lines: questions, days, hours, cards, terms, words that people said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from presskit.model import Block
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.cues.quotes import MARK
from presskit.reading.sections.cards import NAMED
from presskit.reading.sections.labels import is_hour, is_when
from presskit.reading.sections.pieces import Piece, find_pieces
from presskit.reading.sections.rows import hours_below_head, open_rows

WHOLE, SOME = 6, 2  # signs of a text that is made of such lines, and of one that holds some
MANY, FEW, MOST = 4, 2, 0.6
LONG_WORDS = 40
FEWEST_HEADINGS = 2


def of_shapes(blocks: Sequence[Block], source: SourceText) -> dict[str, int]:
    """Count the signs of the kinds that their lines tell, each by its share of the text."""
    lines = [line for block in blocks for line in open_rows(block)]
    pieces = find_pieces(lines, source, "")
    matter = [piece for piece in pieces if piece.kind != "heading"][1:]  # without a lead
    rows = [row for piece in pieces for row in piece.rows if piece.kind == "rows"]
    cards = [piece for piece in pieces if piece.kind == "cards"]
    asked = sum(piece.kind == "question" for piece in pieces)
    held = {
        "timeline": sum(is_when(row.label) for row in rows),
        "programme": sum(is_hour(row.label) for row in rows) + sum(map(hours_below_head, lines)),
        "quotes": sum(piece.kind == "quote" for piece in pieces),
        "glossary": sum(piece.topic == "glossary" and piece.kind == "rows" for piece in pieces),
        **{name: sum(len(piece.rows) for piece in cards if piece.topic == name) for name in NAMED},
    }
    items = sum(len(piece.rows) or 1 for piece in matter)
    signs = {kind: signs_of(count, items) for kind, count in held.items()}
    if not signs["quotes"] and any(map(_may_be_said, lines)):
        said = sum(piece.kind == "quote" for piece in find_pieces(lines, source, "quotes"))
        signs["quotes"] = SOME * (said >= FEW)
    return signs | {"questions": signs_of(asked, asked + len(rows) + _headings(pieces))}


def signs_of(count: int, of: int) -> int:
    """Return how many signs so many lines are, of so many."""
    return WHOLE if count >= MANY and count >= MOST * of else SOME if count >= FEW else 0


def _may_be_said(block: Block) -> bool:
    return block.kind == "quote" or "<cite" in block.html or MARK.search(block.text) is not None


def _headings(pieces: Sequence[Piece]) -> int:
    return sum(piece.kind == "heading" for piece in pieces)


def agreeing(blocks: Sequence[Block], signs: Mapping[str, int]) -> dict[str, int]:
    """Return the signs of kinds that no shape tells, and that a name may say: whether the text can be one."""
    headings = sum(block.kind == "heading" for block in blocks)
    long = sum(words_in(block.text) >= LONG_WORDS for block in blocks if block.kind == "paragraph")
    is_told = headings >= FEWEST_HEADINGS and long >= FEWEST_HEADINGS
    return {"backgrounder": SOME * is_told, "statement": signs.get("release", 0)}
