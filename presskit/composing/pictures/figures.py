"""Pictures in a text: those that follow each other stand side by side, and logos on a wall where all weigh the same.

Lengths are in points.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lxml import html as lxml_html

from presskit.composing.pictures.addresses import named_picture
from presskit.composing.pictures.shapes import shape_of
from presskit.model import Biography, Block, Document, Release, Sheet

LEAST_CELL_PT = 110.0  # below this a caption has two words in a line
MOST_IN_A_ROW = 3
FEW = 2  # logos that stand free; of those with a ground of their own, one more, for charts are flat too
WALL_CELL_PT = 96.0  # the least width of a logo's place on a wall
OPAQUE = 128
# Of the width of its place: the square root of a logo's area, and the most that it may be wide or high.
WALL_SIDE, WALL_WIDTH, WALL_HEIGHT = 0.42, 0.84, 0.45


@dataclass(frozen=True)
class InText:
    """A picture of a text. caption: HTML that has been sanitised. address: where it leads. shape: width by height."""

    path: Path
    alt: str
    shape: float
    caption: str | None = None
    address: str | None = None


@dataclass(frozen=True)
class Pictures:
    """Pictures that follow each other in a text; is_wall: all are logos."""

    each: tuple[InText, ...]
    is_wall: bool = False
    kind: str = "pictures"


@dataclass(frozen=True)
class Cell:
    """A picture and its size; `cell_pt` is the width of its place and its caption."""

    picture: InText
    width_pt: float
    height_pt: float
    cell_pt: float


def blocks_in(document: Document) -> Iterator[Block]:
    """Yield all blocks of running text that a document holds."""
    match document:
        case Release():
            yield from (*document.body, *document.notes)
        case Biography():
            yield from document.body
        case Sheet():
            for section in document.sections:
                yield from section.blocks
                yield from (row.picture for row in section.facts if row.picture)
                for question in section.questions:
                    yield from question.answer


def gathered(blocks: Iterable[Block], source: Path | None) -> Iterator[Block | Pictures]:
    """Yield blocks with their pictures gathered; one whose file cannot be shown is left out (found by reading)."""
    run: list[InText] = []
    is_shown = False
    for block in blocks:
        if block.kind == "figure":
            named = named_picture(block, source)
            is_shown = named is not None
            run += [_in_text(*named, block)] if named else []
        elif block.kind == "caption" and is_shown:
            run.append(_with_caption(run.pop(), block))
            is_shown = False
        else:
            if run:
                yield _pictures(run)
            run = []
            yield block
    if run:
        yield _pictures(run)


def _in_text(path: Path, alt: str, block: Block) -> InText:
    link = lxml_html.fragment_fromstring(block.html, create_parent=True).find(".//a")
    return InText(path, alt, shape_of(path), address=None if link is None else link.get("href"))


def _with_caption(picture: InText, block: Block) -> InText:
    return InText(picture.path, picture.alt, picture.shape, block.html, picture.address)


def _pictures(run: Sequence[InText]) -> Pictures:
    is_wall = len(run) >= FEW and not any(each.caption for each in run) and _are_logos(run)
    return Pictures(tuple(run), is_wall)


def _are_logos(run: Sequence[InText]) -> bool:
    from presskit.sorting.looks import is_flat, looks_like_logo, pixels_of  # noqa: PLC0415  (few texts hold a row)

    if len(run) > FEW:
        return all(is_flat([pixel for pixel in pixels_of(each.path) if pixel[3] >= OPAQUE]) for each in run)
    return all(looks_like_logo(each.path) for each in run)


def picture_rows(pictures: Pictures, room_pt: float, tallest_pt: float, gap_pt: float) -> tuple[tuple[Cell, ...], ...]:
    """Set pictures in rows: on a wall of equal places, else as wide together as the room, all of a row equally high."""
    each = pictures.each
    if pictures.is_wall:
        columns = _columns(len(each), int((room_pt + gap_pt) / (WALL_CELL_PT + gap_pt)))
        place_pt = (room_pt - (columns - 1) * gap_pt) / columns
        return tuple(tuple(_on_wall(one, place_pt) for one in row) for row in _in_rows(each, columns))
    most = max(1, min(MOST_IN_A_ROW, int((room_pt + gap_pt) / (LEAST_CELL_PT + gap_pt))))
    return tuple(tuple(_row(row, room_pt, tallest_pt, gap_pt)) for row in _even(each, most))


def _columns(number: int, most: int) -> int:
    """Return how many logos stand in a row: as many as can, but for one that would stand alone below others."""
    columns = max(FEW, min(number, most))
    return columns - 1 if columns > FEW and number % columns == 1 != number % (columns - 1) else columns


def _in_rows(each: Sequence[InText], columns: int) -> Iterator[Sequence[InText]]:
    return (each[start : start + columns] for start in range(0, len(each), columns))


def _even(each: Sequence[InText], most: int) -> Iterator[Sequence[InText]]:
    """Yield rows of as even a number as can be: four are two and two, not three and one."""
    number = math.ceil(len(each) / most)
    ends = [round(len(each) * place / number) for place in range(number + 1)]
    return (each[start:end] for start, end in pairwise(ends))


def _on_wall(picture: InText, place_pt: float) -> Cell:
    width_pt = min(WALL_SIDE * math.sqrt(picture.shape), WALL_WIDTH, WALL_HEIGHT * picture.shape) * place_pt
    return Cell(picture, round(width_pt, 2), round(width_pt / picture.shape, 2), round(place_pt, 2))


def _row(row: Sequence[InText], room_pt: float, tallest_pt: float, gap_pt: float) -> Iterator[Cell]:
    height_pt = min(tallest_pt, (room_pt - (len(row) - 1) * gap_pt) / sum(picture.shape for picture in row))
    for picture in row:
        width_pt = round(height_pt * picture.shape, 2)
        cell_pt = room_pt if len(row) == 1 else max(width_pt, min(LEAST_CELL_PT, room_pt / len(row) - gap_pt))
        yield Cell(picture, width_pt, round(height_pt, 2), round(cell_pt, 2))
