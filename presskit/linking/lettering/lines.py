"""One line of text, shaped: which glyphs of which faces stand where, from left to right. Lengths are in em."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from presskit.fonts import characters, font_of
from presskit.linking.lettering.visual import runs_of

ELLIPSIS = "…"
NAME = "{name}"  # in a sentence, where the name stands


class Glyph(NamedTuple):
    """A glyph, how far it moves the pen on, and where it stands from the pen."""

    number: int
    advance: float
    right: float
    up: float


class Cluster(NamedTuple):
    """A letter as it is painted, with its marks: the face, the text, as a line is painted, and the glyphs."""

    face: Path
    text: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True)
class Line:
    """A shaped line."""

    clusters: tuple[Cluster, ...]

    @property
    def width(self) -> float:
        """How far it reaches."""
        return sum(glyph.advance for cluster in self.clusters for glyph in cluster.glyphs)


@dataclass(frozen=True)
class Script:
    """How lines are set: their faces, the first that has a letter draws it, and their direction."""

    faces: tuple[Path, ...]
    is_right_to_left: bool = False

    def line(self, text: str) -> Line:
        """Return a text as one line."""
        runs = runs_of(text, right_to_left=self.is_right_to_left)
        return Line(tuple(cluster for run in runs for cluster in self._shaped(*run)))

    def _shaped(self, text: str, is_right_to_left: bool) -> Iterator[Cluster]:
        pieces = [*self._pieces(text)]
        for face, piece in reversed(pieces) if is_right_to_left else pieces:
            yield from _shape(piece, face, is_right_to_left=is_right_to_left)

    def _pieces(self, text: str) -> Iterator[tuple[Path, str]]:
        """Yield a run in pieces of one face; spaces and marks go with the letters before them."""
        known: Path | None = None
        start = 0
        for place, letter in enumerate(text):
            if known and unicodedata.category(letter)[0] in "ZCM":
                continue
            face = next((face for face in self.faces if ord(letter) in characters(face)), known or self.faces[0])
            if known and face != known:
                yield known, text[start:place]
                start = place
            known = face
        if known:
            yield known, text[start:]


def _shape(text: str, face: Path, *, is_right_to_left: bool) -> Iterator[Cluster]:
    font = font_of(face)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if is_right_to_left else "ltr"
    hb.shape(font, buffer)
    em = font.face.upem
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    texts = {first: text[first:end] for first, end in pairwise([*starts, len(text)])}
    found: dict[int, list[Glyph]] = {}
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyph = Glyph(info.codepoint, place.x_advance / em, place.x_offset / em, place.y_offset / em)
        found.setdefault(info.cluster, []).append(glyph)
    for start, glyphs in found.items():
        yield Cluster(face, texts[start][::-1] if is_right_to_left else texts[start], tuple(glyphs))


@dataclass(frozen=True)
class Fitted:
    """Lines as they fit their room, from the top, and their size in points."""

    size_pt: float
    lines: tuple[Line, ...]


def fitted(sentence: str, name: str, script: Script, room_pt: float, sizes_pt: Sequence[float]) -> Fitted:
    """Return a sentence with a name in it: on one line of the first size that fits, else on two of the last.

    A name that is too long for two lines ends with an ellipsis; nothing else of the sentence is ever cut.
    """
    whole = _fit(sentence.replace(NAME, name), script, room_pt, sizes_pt)
    if whole:
        return whole

    def cut(end: int) -> Fitted | None:
        return _fit(sentence.replace(NAME, f"{_letters(name, end)}{ELLIPSIS}"), script, room_pt, sizes_pt[-1:])

    longest = _last(cut, len(name))
    return cut(longest) or Fitted(sizes_pt[-1], (script.line(sentence.replace(NAME, ELLIPSIS)),))


def _last(fits: Callable[[int], object], most: int) -> int:
    """Return the largest number below `most` that fits, where all smaller ones do."""
    least = 0
    while least + 1 < most:
        middle = (least + most) // 2
        least, most = (middle, most) if fits(middle) else (least, middle)
    return least


def _letters(name: str, end: int) -> str:
    """Return the beginning of a name, which ends with a whole letter: no mark of it is left behind."""
    while end and unicodedata.category(name[end])[0] == "M":
        end -= 1
    return name[:end].rstrip(" ,")


def _fit(text: str, script: Script, room_pt: float, sizes_pt: Sequence[float]) -> Fitted | None:
    line = script.line(text)
    for size_pt in sizes_pt:
        if line.width * size_pt <= room_pt:
            return Fitted(size_pt, (line,))
    words = text.split(" ")
    breaks = [(" ".join(words[:place]), " ".join(words[place:])) for place in range(1, len(words))]
    if not breaks:
        return None
    halves = min(breaks, key=lambda two: abs(len(two[0]) - len(two[1])))
    lines = tuple(script.line(half) for half in halves)
    return Fitted(sizes_pt[-1], lines) if all(each.width * sizes_pt[-1] <= room_pt for each in lines) else None
