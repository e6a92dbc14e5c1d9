"""What is measured before a page is laid out: paper and grid, sizes that fit, rows of figures and photos.

Lengths are in points (1/72 inch).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from presskit.fonts import Face, fit, width
from presskit.model import KeyFigure, Photo

QUARTER_LINE_PT = 3.75
GUTTER_PT = 12.0
TALLEST_PHOTO_PT = 255.0
LEAST_CELL_PT = 110.0  # below this a caption has two words in a line
LEAST_OF_PHOTO = 0.875  # what a crop leaves of a photo's height
WIDEST_ROW_OF_THREE = 3.4  # the sum of width by height: 141pt high on Letter
ROW_GAP_PT = 15.0


@dataclass(frozen=True)
class Paper:
    """A page and its grid: twelve columns between the side margins; the axis is where column 4 begins."""

    width_pt: float
    height_pt: float
    top_pt: float = 60.0
    side_pt: float = 54.0
    bottom_pt: float = 72.0

    @property
    def text_pt(self) -> float:
        """The width between the side margins."""
        return self.width_pt - 2 * self.side_pt

    @property
    def axis_pt(self) -> float:
        """The way from the left margin to column 4."""
        return (self.text_pt + GUTTER_PT) / 4

    @property
    def column_pt(self) -> float:
        """The width of one column."""
        return (self.text_pt - 11 * GUTTER_PT) / 12

    @property
    def measure_pt(self) -> float:
        """The width of running text: eight columns."""
        return 8 * self.column_pt + 7 * GUTTER_PT

    @property
    def cover_field_pt(self) -> float:
        """The height of the fields at the foot of the cover."""
        return self.height_pt - 492


# A4's lower margin makes the page a whole number of 15pt lines high: 47 on A4, 44 on Letter.
PAPERS = {"letter": Paper(612, 792), "a4": Paper(595.276, 841.89, bottom_pt=76.89)}


def rhythm(length_pt: float) -> float:
    """Round a line height up to the next quarter line, so that all lines of a page meet again."""
    return math.ceil(length_pt / QUARTER_LINE_PT - 1e-6) * QUARTER_LINE_PT


def headline_size(headline: str, face: Face, paper: Paper) -> float:
    """Return the size of a release's headline: at most four lines where that can be."""
    room = (paper.text_pt - paper.axis_pt, 4 * 33.75)
    return fit(headline, face, room, (30, 27, 24, 21, 19.5), 1.12, -0.02)


def title_size(title: str, face: Face, width_pt: float) -> float:
    """Return the size of a document's title: one line if it can be large so, else two."""
    one_line = fit(title, face, (width_pt, 48), (46, 43, 40, 37, 34, 1), 0.98, -0.025)
    return one_line if one_line > 1 else fit(title, face, (width_pt, 2 * 48), (46, 40, 34, 30, 26, 22.5), 0.98, -0.025)


def cover_size(title: str, face: Face, paper: Paper, taken_pt: float) -> float:
    """Return the largest size at which the kit's title fits the cover above its fields.

    taken_pt: the height that summary, embargo and disclosure take of the room.
    """
    room = (paper.text_pt, paper.height_pt - paper.cover_field_pt - paper.top_pt - 52.5 - 20 - taken_pt)
    return fit(title, face, room, tuple(range(118, 25, -2)), 0.96, -0.035)


def split_value(value: str) -> tuple[str, str]:
    """Split a key figure into its number and its unit: "11 ha" into "11" and " ha", "6×" into "6×" and ""."""
    found = re.match(r"^([^\d]{0,3}[\d.,'’\s\u202f\u00a0/–-]*\d[×+]?)(.*)$", value, re.DOTALL)
    return (found[1], found[2]) if found else (value, "")


@dataclass(frozen=True)
class FigureRow:
    """Key figures that stand side by side, and the one size in which all their numbers fit."""

    figures: tuple[KeyFigure, ...]
    size_pt: float


def figure_rows(figures: Sequence[KeyFigure], face: Face, paper: Paper) -> tuple[FigureRow, ...]:
    """Set key figures in rows of three; one or two left over open the section, larger and alone in their row.

    Four stand two by two, for a lone first figure would look like a mistake.
    """
    counts = [3] * (len(figures) // 3)
    match len(figures) % 3, len(figures):
        case 1, 1:
            counts = [1]
        case 1, _:
            counts = [2, 2, *counts[1:]]
        case 2, _:
            counts = [2, *counts]
    rows, start = [], 0
    for count in counts:
        row = tuple(figures[start : start + count])
        rows.append(FigureRow(row, _figure_size(row, face, paper)))
        start += count
    return tuple(rows)


def _figure_size(row: Sequence[KeyFigure], face: Face, paper: Paper) -> float:
    room_pt = (paper.text_pt - (len(row) - 1) * GUTTER_PT) / len(row) - 15
    widest = max(
        width(number, face, -0.035) + 0.4 * width(unit, face, -0.01)
        for number, unit in (split_value(figure.value) for figure in row)
    )
    return min(96.0 if len(row) == 1 else 60.0, math.floor(room_pt / widest) if widest else 60.0)


@dataclass(frozen=True)
class PhotoCell:
    """A photo and the size in which it is shown. `cell_pt` is the width of its caption: a narrow photo's is wider."""

    photo: Photo
    width_pt: float
    height_pt: float
    cell_pt: float


def photo_rows(
    photos: Sequence[Photo], paper: Paper, room_pt: float, caption_pt: Callable[[Photo, float], float]
) -> tuple[tuple[PhotoCell, ...], ...]:
    """Set photos two in a row, of equal height, across the width of the page; a lone one at eight columns.

    room_pt: the height for rows on a page. caption_pt: the height of a photo's caption at a width.
    Two rows that miss a page by a little are lowered, which crops their photos by at most an eighth.
    """
    cells = [_photo_row(row, paper) for row in _in_rows(photos)]
    lowered: list[tuple[PhotoCell, ...]] = []
    for start in range(0, len(cells), 2):
        pair = cells[start : start + 2]
        captions = (
            sum(max(caption_pt(cell.photo, cell.cell_pt) for cell in row) + ROW_GAP_PT for row in pair) - ROW_GAP_PT
        )
        heights = sum(row[0].height_pt for row in pair)
        share = (room_pt - captions) / heights
        if len(pair) == 2 and LEAST_OF_PHOTO <= share < 1:
            pair = [tuple(replace(cell, height_pt=round(cell.height_pt * share, 2)) for cell in row) for row in pair]
        lowered += pair
    return tuple(lowered)


def _in_rows(photos: Sequence[Photo]) -> list[Sequence[Photo]]:
    """Set photos in twos; an odd last one joins the row before it where three stay large enough."""
    rows = [photos[index : index + 2] for index in range(0, len(photos), 2)]
    if len(photos) > 1 and len(photos) % 2 and sum(map(_shape, photos[-3:])) <= WIDEST_ROW_OF_THREE:
        rows[-2:] = [photos[-3:]]
    return rows


def _shape(photo: Photo) -> float:
    return photo.width_px / photo.height_px


def _photo_row(row: Sequence[Photo], paper: Paper) -> tuple[PhotoCell, ...]:
    shapes = [_shape(photo) for photo in row]
    room_pt = paper.text_pt - (len(row) - 1) * GUTTER_PT if len(row) > 1 else paper.measure_pt
    height_pt = min(TALLEST_PHOTO_PT, room_pt / sum(shapes))
    narrow = [shape for shape in shapes if shape * height_pt < LEAST_CELL_PT]
    if narrow and len(narrow) < len(shapes):
        others = sum(shapes) - sum(narrow)
        height_pt = min(TALLEST_PHOTO_PT, (room_pt - LEAST_CELL_PT * len(narrow)) / others)
    widths_pt = [round(shape * height_pt, 2) for shape in shapes]
    return tuple(
        PhotoCell(photo, width_pt, round(height_pt, 2), max(width_pt, LEAST_CELL_PT))
        for photo, width_pt in zip(row, widths_pt, strict=True)
    )
