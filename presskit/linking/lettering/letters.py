"""Letters that are drawn with several glyphs, or beside their place, become one glyph each, with one text.

A part tells them by spans (`/Span <</ActualText …>> BDC … EMC`, made by rendering.lessons.letters). What reads a PDF
does not agree about spans inside of a word: pdf.js passes them over and mixes up what stands around them, MuPDF says
the letter twice. A glyph of a font with its text (/ToUnicode) is understood by all alike. So each such letter is made
of its glyphs as a compound glyph (OpenType, table glyf), numbered behind the face's own.

Lengths are in thousandths of an em unless a name says otherwise.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from presskit.linking.resources import drawers

EM = 1000  # what lengths are parts of
THIN = 50
SPAN = b"/ActualText"
SHOW, RISE, FONT, BEGIN, END = (Operator(name) for name in ("TJ", "Ts", "Tf", "BDC", "EMC"))
Instruction = ContentStreamInstruction | ContentStreamInlineImage


class Placed(NamedTuple):
    """A glyph of a letter, by its number in the face, and how far right of and above the pen it is drawn."""

    glyph: int
    right: int
    up: int


class Letter(NamedTuple):
    """A letter: its text as it is painted, how far the pen moves on, and what is drawn."""

    text: str
    width: int
    drawn: tuple[Placed, ...]


class Shown(NamedTuple):
    """Letters where they stand in a stream, in which face, and how far the pen moves on beyond their widths."""

    face: str
    letters: tuple[Letter, ...]
    rest: float


@dataclass(frozen=True)
class Draft:
    """A page or form and its stream, whose letters have no number yet."""

    drawer: Object
    content: Sequence[Instruction | Shown]


class Face(NamedTuple):
    """A face in which letters can be made, and how wide its glyphs are.

    others: glyphs that stand for another letter here than in other parts of the kit, and which.
    """

    name: str
    widths: Mapping[int, float]
    others: Mapping[int, str]


def read_letters(pdf: Pdf, faces: Mapping[tuple[int, int], Face]) -> list[Draft]:
    """Return the streams that hold letters. `faces`: those in which letters can be made, by the font object."""
    drafts = []
    for _, drawer in drawers(pdf):
        fonts = drawer.Resources.get(Name.Font, Dictionary())
        named = {key: faces[font.objgen] for key, font in fonts.items() if font.objgen in faces}
        if SPAN in drawer.get("/Contents", drawer).read_bytes() or any(face.others for face in named.values()):
            stream = parse_content_stream(Page(drawer) if "/Contents" in drawer else drawer)
            drafts.append(Draft(drawer, list(_read(stream, named))))
    return drafts


def letters_of(drafts: Sequence[Draft]) -> dict[str, list[Letter]]:
    """Return the letters of each face, in an order that does not depend on that of the pages."""
    found: dict[str, set[Letter]] = {}
    for draft in drafts:
        for each in draft.content:
            if isinstance(each, Shown):
                found.setdefault(each.face, set()).update(each.letters)
    return {face: sorted(letters) for face, letters in found.items()}


def write_letters(pdf: Pdf, drafts: Sequence[Draft], numbers: Mapping[str, Mapping[Letter, int]]) -> None:
    """Write the streams, each letter by its number in its face."""
    for draft in drafts:
        content = unparse_content_stream(
            [_show(each, numbers[each.face]) if isinstance(each, Shown) else each for each in draft.content]
        )
        if "/Contents" in draft.drawer:
            draft.drawer.Contents = pdf.make_stream(content)
        else:
            draft.drawer.write(content)


def _show(shown: Shown, numbers: Mapping[Letter, int]) -> ContentStreamInstruction:
    codes = b"".join(numbers[letter].to_bytes(2, "big") for letter in shown.letters)
    return ContentStreamInstruction([Array([String(codes), round(-shown.rest, 3)])], SHOW)


def _read(stream: Sequence[Instruction], faces: Mapping[str, Face]) -> Iterator[Instruction | Shown]:
    """Yield a stream with letters in place of their spans."""
    face: Face | None = None
    size = rise = 0.0
    waiting = iter(stream)
    for each in waiting:
        if each.operator == FONT:
            face, size = faces.get(str(each.operands[0])), float(each.operands[1])
        elif each.operator == RISE:
            rise = float(each.operands[0])
        if face and face.others and each.operator == SHOW:
            yield from _apart(each.operands[0], face)
            continue
        if not (face and each.operator == BEGIN and SPAN.decode() in each.operands[1]):
            yield each
            continue
        span = list(takewhile(lambda inner: inner.operator != END, waiting))
        drawn, pen = _drawn(span, face, rise, size)
        letters = _letters(_as_painted(str(each.operands[1].ActualText)), max(0, round(pen)), drawn)
        yield Shown(face.name, letters, pen - sum(letter.width for letter in letters))
        yield from [inner for inner in span if inner.operator == RISE][-1:]


def _apart(items: Object, face: Face) -> Iterator[Instruction | Shown]:
    """Yield what is shown, apart from it each glyph that stands for another letter in other parts."""
    shown = Array()
    for item in items:
        codes = bytes(item) if isinstance(item, String) else b""
        glyphs = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
        if face.others.keys().isdisjoint(glyphs):
            shown.append(item)
            continue
        for glyph in glyphs:
            if glyph not in face.others:
                shown.append(String(glyph.to_bytes(2, "big")))
                continue
            yield ContentStreamInstruction([shown], SHOW)
            shown = Array()
            width = round(face.widths[glyph])
            letter = Letter(face.others[glyph], width, (Placed(glyph, 0, 0),))
            yield Shown(face.name, (letter,), face.widths[glyph] - width)
    yield ContentStreamInstruction([shown], SHOW)


def _as_painted(text: str) -> str:
    """Return a letter with its marks from the left, as a line is painted; what reads a PDF turns it round."""
    return text[::-1] if unicodedata.bidirectional(text[0]) in ("R", "AL") else text


def _drawn(span: Sequence[Instruction], face: Face, rise: float, size: float) -> tuple[list[Placed], float]:
    """Return the glyphs that a span draws, and how far it moves the pen on."""
    pen = up = 0.0
    drawn: list[Placed] = []
    for each in span:
        if each.operator == RISE:
            up = (float(each.operands[0]) - rise) / size * EM
            continue
        for item in each.operands[0]:
            if not isinstance(item, String):
                pen -= float(item)
                continue
            codes = bytes(item)
            for glyph in (int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)):
                drawn.append(Placed(glyph, round(pen), round(up)))
                pen += face.widths[glyph]
    return drawn, pen


def _letters(text: str, width: int, drawn: Sequence[Placed]) -> tuple[Letter, ...]:
    """Return a letter for each character: the last one draws all, and those before it are thin and empty.

    Why not one with a long text: readers do not agree about its order on lines from right to left. Why not without any
    width: of two letters at one place, some readers take the one for a word of its own.
    """
    thin = min(THIN, width // len(text))
    before = thin * (len(text) - 1)
    moved = tuple(Placed(each.glyph, each.right - before, each.up) for each in drawn)
    return (*(Letter(each, thin, ()) for each in text[:-1]), Letter(text[-1], width - before, moved))
