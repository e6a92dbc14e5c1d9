"""What each block of a document is: a heading, a question, rows of labels and matter, a quotation, a box, or text."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from presskit.kinds import invites, named_kind
from presskit.model import Block, Fact
from presskit.reading.blocks import SourceText, is_emphasised, words_in
from presskit.reading.cues.captions import is_caption
from presskit.reading.sections.boxes import end_of_box
from presskit.reading.sections.cards import find_cards
from presskit.reading.sections.labels import (
    is_dated,
    is_day,
    is_hour,
    is_number,
    is_question_word,
    is_term,
    is_when,
)
from presskit.reading.sections.rows import (
    is_labelled_list,
    is_plain_row,
    row_below,
    row_of,
    rows_counted,
    rows_in,
    rows_of_list,
)
from presskit.reading.sections.said import find_said

HEADING_WORDS, QUESTION_WORDS = 8, 40
QUESTION_MARKS = ("?", "؟")
FEW_HEADS, FEW_ASKED = 3, 2
FEWEST = {"timeline": 3, "programme": 2, "quotes": 2}  # rows by which a section is known without being named
MOST_OTHERS = 0.2
FIGURES = "figures"  # the topic below a heading such as “Key figures”, which names a factsheet
# What a row below such a heading may begin with, besides a day or an hour.
LABELS: dict[str, Callable[[str], bool]] = {"glossary": is_term, FIGURES: is_number}
MATTER = ("paragraph", "list")  # that can stand in a row
PieceKind = Literal["heading", "question", "rows", "quote", "cards", "box", "text"]


@dataclass(frozen=True)
class Piece:
    """Blocks that are one thing, and the rows that they make.

    topic: what the heading above, or the document, names; of cards, what they are.
    """

    kind: PieceKind
    blocks: tuple[Block, ...]
    topic: str
    rows: tuple[Fact, ...] = ()

    @property
    def block(self) -> Block:
        """The first of its blocks."""
        return self.blocks[0]


def find_pieces(blocks: Sequence[Block], text: SourceText, kind: str, topic: str | None = None) -> list[Piece]:
    """Return what the blocks of a document of a kind are, in their order. topic: what its title names, if anything."""
    pieces = [*_pieces(blocks, text, kind, topic or kind)]
    runs = itertools.groupby(pieces, lambda piece: (piece.kind, piece.topic))
    return [piece for (named, topic), run in runs for piece in _settled(named, topic, [*run])]


def _pieces(blocks: Sequence[Block], text: SourceText, kind: str, topic: str) -> Iterator[Piece]:
    heads, has_marks = _heads(blocks, kind), any(block.kind == "heading" and not block.box for block in blocks)
    level, place = 0, 0
    while place < len(blocks):
        block = blocks[place]
        if (end := end_of_box(blocks, place)) > place:
            yield Piece("box", tuple(blocks[place:end]), topic)
            place = end
            continue
        if found := find_cards(blocks, place, topic, level):
            yield from [Piece("text", (found.legend,), topic)] if found.legend else []
            yield Piece("cards", tuple(blocks[place : found.end]), found.kind, found.cards)
            place = found.end
            continue
        if place in heads:
            end = heads[place]
            yield Piece("rows", tuple(blocks[place:end]), topic, (row_below(block, blocks[place + 1 : end]),))
            place = end
            continue
        if _is_question(block) or (not has_marks and _is_plain_question(blocks, place)):
            yield Piece("question", (block,), topic)
        elif said := find_said(blocks, place, is_topic=topic == "quotes"):
            yield Piece("quote", tuple(blocks[place : place + said[1]]), topic, (said[0],))
            place += said[1] - 1
        elif not _is_term(block, topic) and _is_heading(blocks, place, text, has_marks=has_marks):
            topic, level = topic if is_day(block.text) else named_topic(block) or kind, block.level
            yield Piece("heading", (block,), topic)
        else:
            is_picture = place > 0 and blocks[place - 1].kind == "figure" and is_caption(block)
            rows = [] if is_picture else _rows(block, topic)
            yield Piece("rows" if rows else "text", (block,), topic, tuple(rows))
        place += 1


def named_topic(heading: Block) -> str | None:
    """Return what a heading names: a kind of document or of section, or key figures; None where it names nothing."""
    kind = named_kind(heading.text)
    return FIGURES if kind == "factsheet" else kind


def _rows(block: Block, topic: str) -> list[Fact]:
    """Return the rows of a block; below a heading that names them also those that begin with a term or a figure."""
    is_label = LABELS.get(topic, is_dated)
    counted = rows_counted(block) if topic == FIGURES and block.kind in MATTER else []
    if counted:
        return counted
    if block.kind == "list":
        return rows_of_list(block, is_label)
    term = row_of(block, is_label) if _is_term(block, topic) else None
    return [term] if term else rows_in(block)


def _is_term(block: Block, topic: str) -> bool:
    """Tell whether a line explains a term of a glossary."""
    return topic == "glossary" and block.kind == "paragraph" and row_of(block, is_term) is not None


def _settled(kind: PieceKind, topic: str, run: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a run; what only looks like a row or a quotation, and stands alone, is text."""
    if kind == "quote" and topic != "quotes" and len(run) < FEWEST["quotes"]:
        yield from (Piece("text", (block,), topic) for piece in run for block in piece.blocks)
        return
    rows = [row for piece in run for row in piece.rows]
    is_lone = topic == FIGURES and len(rows) == 1  # “12 Quay Street”
    is_known = kind != "rows" or (kind_of_rows(rows, topic) != "facts" and not is_lone)
    for piece in run:
        is_loose = (piece.block.kind == "list" or len(piece.blocks) == 1) and not _is_firm(piece.block)
        yield replace(piece, kind="text", rows=()) if is_loose and not is_known else piece


def _is_firm(block: Block) -> bool:
    return block.kind == "table" or is_plain_row(block) or is_labelled_list(block)


def kind_of_rows(rows: Sequence[Fact], topic: str) -> Literal["facts", "timeline", "programme", "glossary", "figures"]:
    """Return what rows are together: by their labels, else by what the heading above them names."""
    if _are(rows, is_hour, 1 if topic == "programme" else FEWEST["programme"]):
        return "programme"
    if _are(rows, is_when, 1 if topic == "timeline" else FEWEST["timeline"]):
        return "timeline"
    if topic == FIGURES and all(is_number(row.label) for row in rows):
        return "figures"
    return "glossary" if topic == "glossary" else "facts"


def _are(rows: Sequence[Fact], is_one: Callable[[str], bool], fewest: int) -> bool:
    known = sum(is_one(row.label) for row in rows)
    return known >= fewest and len(rows) - known <= MOST_OTHERS * len(rows)


def _heads(blocks: Sequence[Block], kind: str) -> dict[int, int]:
    """Return where lines stand that are labels by themselves, each with where the matter below it ends.

    So does an advisory ask its questions, so do some set years, and the terms of a glossary, as headings.
    """
    heads = [*_heads_of(blocks, kind)]
    ends = {place: _end_of_matter(blocks, place, heads) for place in heads}
    full = {place: end for place, end in ends.items() if end > place + 1}
    is_used = len(full) >= (FEW_ASKED if invites(kind) else FEW_HEADS) and len(full) == len(ends)
    return full if is_used else {}


def _heads_of(blocks: Sequence[Block], kind: str) -> Iterator[int]:
    """Yield the places of such lines; below a heading that names a glossary, those of its terms."""
    topic, level = kind, 0
    for place, block in enumerate(blocks):
        if _is_head(block, topic) and (topic == kind or block.level > level):
            yield place
        elif block.kind == "heading" and not block.box:
            topic, level = "glossary" if named_kind(block.text) == "glossary" else kind, block.level


def _is_head(block: Block, kind: str) -> bool:
    if block.box:
        return False
    if invites(kind):
        return block.kind in ("heading", "paragraph") and is_question_word(block.text)
    is_term_of = kind == "glossary" and is_term(block.text) and named_kind(block.text) != kind
    return block.kind == "heading" and (is_dated(block.text) or is_term_of)


def _end_of_matter(blocks: Sequence[Block], head: int, heads: Sequence[int]) -> int:
    end = head + 1
    while end < len(blocks) and _is_matter(blocks[end]) and end not in heads:
        end += 1
    return end


def _is_matter(block: Block) -> bool:
    return block.kind in MATTER and not block.box and not is_plain_row(block)


def _is_question(block: Block) -> bool:
    """Tell whether a bold line or a heading asks a question."""
    return _asks(block) and (block.kind == "heading" or is_emphasised(block))


def _asks(block: Block) -> bool:
    return block.text.endswith(QUESTION_MARKS) and words_in(block.text) <= QUESTION_WORDS


def _is_plain_question(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a line of a plain text is a question with its answer below."""
    block = blocks[place]
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    return block.kind == "paragraph" and _asks(block) and below is not None and below.kind != "heading"


def _is_heading(blocks: Sequence[Block], place: int, text: SourceText, *, has_marks: bool) -> bool:
    """Tell whether a block is a heading, by its mark or as a line; a day above hours always is."""
    is_marked = blocks[place].kind == "heading" or _is_day_of_hours(blocks, place)
    return is_marked or (not has_marks and is_line_heading(blocks, place, text))


def _is_day_of_hours(blocks: Sequence[Block], place: int) -> bool:
    if blocks[place].kind != "paragraph" or place + 1 == len(blocks) or not is_day(blocks[place].text):
        return False
    below = rows_in(blocks[place + 1])
    return bool(below) and is_hour(below[0].label)


def is_line_heading(blocks: Sequence[Block], place: int, text: SourceText) -> bool:
    """Tell whether a line without any mark is a heading: short, set apart, and something follows."""
    block = blocks[place]
    if block.kind != "paragraph" or place + 1 >= len(blocks) or row_of(block):
        return False
    words = block.text
    is_short = words_in(words) <= HEADING_WORDS and not words.endswith((".", "!", ",", ";", "”", "»", *QUESTION_MARKS))
    return is_short and text.stands_apart(block) and not is_number(words)


def is_asked_or_told(block: Block) -> bool:
    """Tell whether a block is a question or a row, and so no lead."""
    return _is_question(block) or is_plain_row(block)
