"""Photos in pages of one, two, three or four: as large as a page allows, and hardly cropped; many are a sheet.

Lengths are in points (1/72 inch).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from presskit.composing.measures import Paper
from presskit.composing.pictures.crops import may_crop
from presskit.composing.pictures.photo_rows import (
    COLUMN_PT,
    LEAST_OF_PHOTO,
    LEAST_PT2,
    LONG_CAPTION_PT,
    PhotoCell,
    photo_rows,
    roughly,
    side_by_side,
)
from presskit.model import Photo
from presskit.settings.theme import PhotoSettings

FULL = 4
FEW = 12  # on pages of four: who looks for one among more wants to see them beside each other
LEAST_CAPTION_PT = 220.0  # below a photo that has a row to itself
LEAST_HEIGHT_PT = 72.0
LEAST_SHARE = 0.6  # of the page's width: narrower, three or four photos are two pages
SMALLER = (100, *range(94, 30, -2))  # percent of the width of the page: no row misses its margin by a hair

Row = tuple[PhotoCell, ...]


def photo_pages(
    photos: Sequence[Photo],
    paper: Paper,
    rooms_pt: tuple[float, float],
    caption_pt: Callable[[Photo, float], float],
    type_: PhotoSettings,
) -> tuple[tuple[Row, ...], ...]:
    """Return pages of rows of photos.

    rooms_pt: the height for them on the first page, and on each other. caption_pt: the height of a photo's caption at
    a width.
    """
    pages: list[tuple[Row, ...]] = []
    if len(photos) > FEW:
        for row in photo_rows(photos, paper, rooms_pt, caption_pt, type_, may_crop):
            pages = [*pages, (row,)] if row[0].begins_page else [*pages[:-1], (*pages[-1], row)]
        return tuple(pages)
    measured = roughly(caption_pt)
    for each in _in_pages(photos):
        wall = _Wall(paper, rooms_pt[1 if pages else 0], measured, type_.row_gap_pt)
        rows = wall.hang(each)
        if len(each) > 2 and max(_width_of(row, paper) for row in rows) < LEAST_SHARE * paper.text_pt:
            pages += [wall.hang(each[:-2]), replace(wall, room_pt=rooms_pt[1]).hang(each[-2:])]
        else:
            pages.append(rows)
    return tuple(pages)


def _in_pages(photos: Sequence[Photo]) -> Iterator[Sequence[Photo]]:
    """Yield what is beyond fours first."""
    beyond = len(photos) % FULL
    ends = [*([beyond] if beyond else []), *range(beyond + FULL, len(photos) + 1, FULL)]
    yield from (photos[start:end] for start, end in pairwise([0, *ends]))


def _width_of(row: Row, paper: Paper) -> float:
    return sum(cell.width_pt for cell in row) + paper.gutter_pt * (len(row) - 1)


def _smallest(rows: Sequence[Row]) -> float:
    return min(cell.width_pt * cell.height_pt for row in rows for cell in row)


def _area(row: Row) -> float:
    return sum(cell.width_pt * cell.height_pt for cell in row)


@dataclass(frozen=True)
class _Wall:
    """The room that a page has for photos."""

    paper: Paper
    room_pt: float
    caption_pt: Callable[[Photo, float], float]
    gap_pt: float
    long_pt: float = COLUMN_PT

    def hang(self, photos: Sequence[Photo]) -> tuple[Row, ...]:
        """Return a page's rows. Captions too long for a narrow photo are given a wider place where more is shown so."""
        rows = self._hang(photos)
        if all(self.caption_pt(cell.photo, cell.cell_pt) <= LONG_CAPTION_PT for row in rows for cell in row):
            return rows
        return max(rows, replace(self, long_pt=LONG_CAPTION_PT)._hang(photos), key=lambda each: sum(map(_area, each)))

    def _hang(self, photos: Sequence[Photo]) -> tuple[Row, ...]:
        """Return a page's rows: four in twos, three one above two; fewer side by side or one above the other.

        A photo that would be a stamp beside another is given a row of its own.
        """
        if len(photos) > 2:
            rows = self._as_large([photos[:-2], photos[-2:]])
            is_stamp = _smallest(rows) < LEAST_PT2
            return max((rows, *self._in_three(photos)), key=_smallest) if is_stamp and len(photos) == FULL else rows
        ways = (self._as_large([photos]), self._stacked(photos))
        return max(ways, key=lambda rows: (self._holds(rows), sum(map(_area, rows))))

    def _in_three(self, photos: Sequence[Photo]) -> Iterator[tuple[Row, ...]]:
        """Yield four photos in three rows, two side by side at the head, in the middle or at the foot."""
        for first, second in ((2, 3), (1, 3), (1, 2)):
            yield self._as_large([photos[:first], photos[first:second], photos[second:]], self.room_pt / 3)

    def _holds(self, rows: tuple[Row, ...]) -> bool:
        captions_pt = sum(max(self.caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in rows)
        return captions_pt + sum(row[0].height_pt + self.gap_pt for row in rows) <= self.room_pt + 1

    def _stacked(self, photos: Sequence[Photo]) -> tuple[Row, ...]:
        """Return photos one above the other, of one height where the page is wide enough for it."""
        captions_pt = sum(self.caption_pt(photo, LEAST_CAPTION_PT) + self.gap_pt for photo in photos)
        height_pt = max(LEAST_HEIGHT_PT, (self.room_pt - captions_pt) / len(photos))
        return tuple(self._alone(photo, height_pt) for photo in photos)

    def _alone(self, photo: Photo, height_pt: float) -> Row:
        shape = photo.width_px / photo.height_px
        height_pt = min(height_pt, self.paper.text_pt / shape)
        width_pt = round(height_pt * shape, 2)
        return (PhotoCell(photo, width_pt, round(height_pt, 2), max(width_pt, LEAST_CAPTION_PT)),)

    def _as_large(self, rows: list[Sequence[Photo]], tallest_pt: float = math.inf) -> tuple[Row, ...]:
        """Return rows at the largest share of the page's width at which they and their captions stand in its room.

        Where that keeps them wider, photos are cropped by up to a seventh of their height, if their terms let them be.
        """
        least = LEAST_OF_PHOTO if all(may_crop(photo) for row in rows for photo in row) else 1.0
        for percent in SMALLER:
            cells = [self._row(row, percent / 100, tallest_pt) for row in rows]
            captions_pt = sum(max(self.caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in cells)
            share = (self.room_pt - captions_pt - self.gap_pt * len(cells)) / sum(row[0].height_pt for row in cells)
            if share >= least:
                break
        kept = min(max(share, least), 1)
        return tuple(tuple(replace(cell, height_pt=round(cell.height_pt * kept, 2)) for cell in row) for row in cells)

    def _row(self, photos: Sequence[Photo], share: float, tallest_pt: float) -> Row:
        room_pt = self.paper.text_pt * share - self.paper.gutter_pt * (len(photos) - 1)
        return side_by_side(
            photos, room_pt, tallest_pt, lambda photo, width_pt: self.caption_pt(photo, width_pt) <= self.long_pt
        )
