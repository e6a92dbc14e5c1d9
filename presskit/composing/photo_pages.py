"""Photos in pages of one, two or four: as large as a page allows, with all of each to be seen.

Lengths are in points (1/72 inch).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from presskit.composing.measures import LEAST_CELL_PT, LEAST_OF_PHOTO, Paper, PhotoCell
from presskit.model import Photo

FULL = 4
LEAST_CAPTION_PT = 220.0  # below a photo that has a row to itself
SMALLER = range(100, 30, -2)  # percent of the width of the page

Row = tuple[PhotoCell, ...]
CaptionPt = Callable[[Photo, float], float]


def photo_pages(
    photos: Sequence[Photo], paper: Paper, rooms_pt: tuple[float, float], caption_pt: CaptionPt, row_gap_pt: float
) -> tuple[tuple[Row, ...], ...]:
    """Return pages of rows of photos. rooms_pt: the height for them on the first page, and on each other."""
    pages = list(_in_pages(photos))
    rooms = (rooms_pt[0], *(rooms_pt[1] for _ in pages[1:]))
    return tuple(
        _fitted(page, paper, room_pt, caption_pt, row_gap_pt) for page, room_pt in zip(pages, rooms, strict=True)
    )


def _in_pages(photos: Sequence[Photo]) -> Iterator[Sequence[Photo]]:
    """Yield what is beyond fours first: one alone, or two, or one and then two."""
    beyond = len(photos) % FULL
    ends = {0: [], 1: [1], 2: [2], 3: [1, 3]}[beyond]
    starts = [0, *ends, *range(beyond + FULL, len(photos) + 1, FULL)]
    yield from (photos[start:end] for start, end in pairwise(starts))


def _fitted(
    photos: Sequence[Photo], paper: Paper, room_pt: float, caption_pt: CaptionPt, gap_pt: float
) -> tuple[Row, ...]:
    """Return a page's rows: four in twos; fewer side by side or one above the other, as they are largest."""
    if len(photos) == FULL:
        return _as_large([photos[:2], photos[2:]], paper, room_pt, caption_pt, gap_pt)
    ways = (
        _as_large([photos], paper, room_pt, caption_pt, gap_pt),
        _stacked(photos, paper, room_pt, caption_pt, gap_pt),
    )
    return max(ways, key=lambda rows: sum(cell.width_pt * cell.height_pt for row in rows for cell in row))


def _stacked(
    photos: Sequence[Photo], paper: Paper, room_pt: float, caption_pt: CaptionPt, gap_pt: float
) -> tuple[Row, ...]:
    """Return photos one above the other, of one height where the page is wide enough for it."""
    captions_pt = sum(caption_pt(photo, LEAST_CAPTION_PT) + gap_pt for photo in photos)
    height_pt = (room_pt - captions_pt) / len(photos)
    return tuple(_alone(photo, height_pt, paper.text_pt) for photo in photos)


def _alone(photo: Photo, height_pt: float, most_pt: float) -> Row:
    shape = photo.width_px / photo.height_px
    height_pt = min(height_pt, most_pt / shape)
    width_pt = round(height_pt * shape, 2)
    return (PhotoCell(photo, width_pt, round(height_pt, 2), max(width_pt, LEAST_CAPTION_PT)),)


def _as_large(
    rows: list[Sequence[Photo]], paper: Paper, room_pt: float, caption_pt: CaptionPt, gap_pt: float
) -> tuple[Row, ...]:
    """Return rows at the largest share of the page's width at which they stand in its room with their captions.

    Where that keeps them wider, photos are cropped by up to an eighth of their height.
    """
    for percent in SMALLER:
        cells = [_row(row, paper.text_pt * percent / 100, paper.gutter_pt) for row in rows]
        captions_pt = sum(max(caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in cells)
        share = (room_pt - captions_pt - gap_pt * len(cells)) / sum(row[0].height_pt for row in cells)
        if share >= LEAST_OF_PHOTO:
            break
    kept = min(share, 1)
    return tuple(tuple(replace(cell, height_pt=round(cell.height_pt * kept, 2)) for cell in row) for row in cells)


def _row(photos: Sequence[Photo], width_pt: float, gutter_pt: float) -> Row:
    """Return photos side by side, of one height and together so wide; one too narrow for its caption stands in more."""
    shapes = [photo.width_px / photo.height_px for photo in photos]
    room_pt = width_pt - gutter_pt * (len(photos) - 1)
    height_pt = room_pt / sum(shapes)
    narrow = [shape for shape in shapes if shape * height_pt < LEAST_CELL_PT]
    if narrow and len(narrow) < len(shapes):
        height_pt = (room_pt - LEAST_CELL_PT * len(narrow)) / (sum(shapes) - sum(narrow))
    widths = [round(shape * height_pt, 2) for shape in shapes]
    return tuple(
        PhotoCell(photo, wide_pt, round(height_pt, 2), max(wide_pt, LEAST_CELL_PT))
        for photo, wide_pt in zip(photos, widths, strict=True)
    )
