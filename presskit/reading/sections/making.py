"""From pieces to sections: a heading, and the one kind of matter below it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from presskit.model import Block, Fact, Question, Section
from presskit.reading.sections.boxes import open_box
from presskit.reading.sections.cards import NAMED
from presskit.reading.sections.labels import is_dated, is_day, is_number
from presskit.reading.sections.pieces import FIGURES, Piece, kind_of_rows

ARTICLE = re.compile("^ال")
BEHIND_N = "n\uffff"  # ñ is a letter of its own in Spanish, behind n


def find_sections(pieces: Sequence[Piece], language: str) -> Iterator[Section]:
    """Yield the sections; a heading with more than one kind of matter below it stands over the first of them."""
    heading: Block | None = None
    level, place = 2, 0
    while place < len(pieces):
        piece = pieces[place]
        if piece.kind == "heading":
            if heading:
                yield Section("text", heading.text, level)
            level = 3 if heading and is_day(piece.block.text) else level if is_day(piece.block.text) else 2
            heading, place = piece.block, place + 1
            continue
        if piece.kind == "box":
            if heading:
                yield Section("text", heading.text, level)
            title, lines = open_box(piece.blocks)
            yield Section("box", title, level, blocks=lines)
            heading, place = None, place + 1
            continue
        end = _end_of_run(pieces, place)
        yield from _make(piece.kind, heading, level, pieces[place:end], language)
        heading, place = None, end
    if heading:
        yield Section("text", heading.text, level)


def _end_of_run(pieces: Sequence[Piece], start: int) -> int:
    """Return where matter of one kind ends; questions take what stands below them."""
    kind = pieces[start].kind
    kinds = {kind, "text", "rows", "quote"} if kind == "question" else {kind}
    return next((place for place in range(start, len(pieces)) if pieces[place].kind not in kinds), len(pieces))


def _make(kind: str, heading: Block | None, level: int, pieces: Sequence[Piece], language: str) -> Iterator[Section]:
    """Yield the section or sections that matter of one kind makes."""
    title = heading.text if heading else None
    rows = [row for piece in pieces for row in piece.rows]
    match kind:
        case "question":
            yield Section("questions", title, level, questions=tuple(_questions(pieces)))
        case "cards":
            yield Section(NAMED.get(pieces[0].topic, "cards"), title, level, facts=tuple(rows))
        case "quote":
            yield Section("quotes", title, level, facts=tuple(rows))
        case "rows":
            yield from _of_rows(title, level, rows, pieces[0].topic, language)
        case _:
            yield Section("text", title, level, blocks=tuple(block for piece in pieces for block in piece.blocks))


def _of_rows(title: str | None, level: int, rows: Sequence[Fact], topic: str, language: str) -> Iterator[Section]:
    """Yield figures and rows: below “Key figures” a row that begins with a number is a figure, but no row of dates."""
    numbers = [row for row in rows if topic == FIGURES and is_number(row.label)]
    figures = [] if all(is_dated(row.label) for row in numbers) else numbers
    others = [row for row in rows if row not in figures]
    if figures:
        yield Section("figures", title, level, facts=tuple(figures))
    if others:
        kind = "facts" if figures else kind_of_rows(others, topic)
        others = sorted(others, key=lambda row: sort_key(row.label, language)) if kind == "glossary" else others
        yield Section(kind, None if figures else title, level, facts=tuple(others))


def sort_key(words: str, language: str) -> str:
    """Return by what words are sorted as their language sorts: without accents and Arabic articles."""
    bare = ARTICLE.sub("", words)
    letters = bare.casefold().replace("ñ", BEHIND_N) if language.startswith("es") else bare.casefold()
    apart = unicodedata.normalize("NFKD", letters.replace("ß", "ss").replace("œ", "oe").replace("æ", "ae"))
    return "".join(letter for letter in apart if letter == "\uffff" or not unicodedata.combining(letter))


def _questions(pieces: Sequence[Piece]) -> Iterator[Question]:
    """Yield the questions, each with the blocks below it."""
    places = [place for place, piece in enumerate(pieces) if piece.kind == "question"]
    for place, end in zip(places, [*places[1:], len(pieces)], strict=True):
        below = (block for piece in pieces[place + 1 : end] for block in piece.blocks)
        yield Question(pieces[place].block.text, tuple(below))
