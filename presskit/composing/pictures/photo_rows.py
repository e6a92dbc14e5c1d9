"""The photo sheet: photos in rows over its pages, each page filled as well as can be.

Lengths are in points.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise

from presskit.composing.measures import Paper
from presskit.model import Photo
from presskit.settings.theme import PhotoSettings

LEAST_CELL_PT = 110.0  # below this a caption has two words in a line
LEAST_PT2 = 7_000.0  # of a photo that shares its row: below it a page has too many
LEAST_OF_PHOTO = 0.85  # what a crop leaves of a photo's height
MOST_IN_A_ROW = 3
MOST_ON_A_PAGE, FEW_ON_A_PAGE = 7, 3
FULL = 0.8  # of a page's room
TALLEST_ROW = 0.62  # of a page's room: a photo alone in its row leaves some for others
# By what photos alone in their row, and those beside others, are set smaller: first the ones, then all. Rows that fill
# the width of the page look best: the first of these in which a page fits is taken. A row that misses the margin by a
# hair looks like a mistake: the first step is a wide one.
STEPS = [1.0, *(1 - step * 0.02 for step in range(3, 31))]
LONE = 13  # steps
NEAT, FAIR, SMALL = (
    [*((share, 1.0) for share in STEPS[:LONE]), *((min(share, STEPS[LONE]), share) for share in STEPS[:most])]
    for most in (6, 12, len(STEPS))
)
LEAST_EVEN = 0.7  # of what a row's height would be with its captions no wider than its photos
Shares = Sequence[tuple[float, float]]

Caption = Callable[[Photo, float], float]


@dataclass(frozen=True)
class PhotoCell:
    """A photo and the size in which it is shown. `cell_pt` is the width of its caption: a narrow photo's is wider.

    begins_page: it is the first photo of a page, but the sheet's first.
    """

    photo: Photo
    width_pt: float
    height_pt: float
    cell_pt: float
    begins_page: bool = False


@dataclass(frozen=True)
class Sheet:
    """What rows are measured with. may_crop: whether a photo's terms let a sheet show less of it."""

    paper: Paper
    caption_pt: Caption
    row_gap_pt: float
    may_crop: Callable[[Photo], bool]


Row = tuple[PhotoCell, ...]
Part = tuple[Sequence[Photo], float]  # the photos of a page, and the height for their rows


def photo_rows(  # noqa: PLR0913
    photos: Sequence[Photo],
    paper: Paper,
    rooms_pt: tuple[float, float],
    caption_pt: Caption,
    type_: PhotoSettings,
    may_crop: Callable[[Photo], bool],
) -> tuple[Row, ...]:
    """Set photos in rows of equal height, in their order, so that every page has as many and is full of them.

    rooms_pt: the height for rows on the first page, and on each other one. caption_pt: that of a caption at a width.
    Rows that miss a page are lowered, which crops their photos by at most a seventh, and then set smaller.
    """
    sheet = Sheet(paper, cache(caption_pt), type_.row_gap_pt, may_crop)
    pages: list[tuple[Row, ...]] = []
    parts: list[Part] = []
    for number in range(math.ceil(len(photos) / MOST_ON_A_PAGE), math.ceil(len(photos) / FEW_ON_A_PAGE) + 1):
        rooms = (rooms_pt[0], *[rooms_pt[1]] * (number - 1))
        tried = [[*zip(each, rooms, strict=True)] for each in _ways(photos, number)]
        every = [(_pages(parts, sheet), parts) for parts in tried]
        pages, parts = max(every, key=lambda each: (_are_large(each[0]), _filled(each[0], each[1], sheet)))
        if _are_large(pages):
            break
    pages = [page or _page(part, room, sheet, SMALL) for page, (part, room) in zip(pages, parts, strict=True)]
    return tuple(row for page in pages for row in page)


def _pages(parts: Sequence[Part], sheet: Sheet) -> list[tuple[Row, ...]]:
    """Return the rows of each page, as wide as the page; those that would leave much of it empty are larger instead."""
    neat = [_page(part, room, sheet, NEAT) for part, room in parts]
    return [
        page if _height_pt(page, sheet) >= FULL * room else _page(part, room, sheet, FAIR)
        for page, (part, room) in zip(neat, parts, strict=True)
    ]


def _are_large(pages: Sequence[tuple[Row, ...]]) -> bool:
    return all(pages) and all(map(_is_large, (row for page in pages for row in page)))


def _filled(pages: Sequence[tuple[Row, ...]], parts: Sequence[Part], sheet: Sheet) -> float:
    """Return how much of their rooms pages fill, but for the last, which may end anywhere."""
    filled = (_height_pt(page, sheet) / room_pt for page, (_, room_pt) in zip(pages, parts, strict=True))
    return round(sum([*filled][:-1]), 1)


def _height_pt(rows: Sequence[Row], sheet: Sheet) -> float:
    captions_pt = (max(sheet.caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in rows)
    return sum(row[0].height_pt + sheet.row_gap_pt for row in rows) + sum(captions_pt)


def _is_large(row: Row) -> bool:
    return len(row) == 1 or min(cell.width_pt * cell.height_pt for cell in row) >= LEAST_PT2


def _ways(photos: Sequence[Photo], number: int) -> Iterator[list[Sequence[Photo]]]:
    """Yield the photos in so many parts, as even as can be: the smaller first, as the title takes room, or last."""
    ends = [len(photos) * place // number for place in range(number + 1)]
    sizes = [end - start for start, end in pairwise(ends)]
    for counts in dict.fromkeys((tuple(sizes), tuple(sorted(sizes, reverse=True)))):
        yield [photos[end - count : end] for count, end in zip(counts, accumulate(counts), strict=True)]


def _page(photos: Sequence[Photo], room_pt: float, sheet: Sheet, shares: Shares) -> tuple[Row, ...]:
    """Return the rows that show most of a page's photos; none where they do not fit so."""
    every = (_fitted([photos[start:end] for start, end in cuts], room_pt, sheet, shares) for cuts in _cuts(len(photos)))
    first, *rest = max(filter(None, every), key=_shown, default=[()])
    if not first and shares is SMALL:  # captions as long as the page
        first = _row(photos, room_pt, sheet.paper)
    if not first:
        return ()
    return (tuple(replace(cell, begins_page=not place) for place, cell in enumerate(first)), *rest)


def _cuts(number: int) -> Iterator[list[tuple[int, int]]]:
    """Yield each way of parting so many photos into rows."""
    if number == 0:
        yield []
    for last in range(min(number, MOST_IN_A_ROW), 0, -1):
        yield from ([*before, (number - last, number)] for before in _cuts(number - last))


def _shown(rows: Sequence[Row]) -> float:
    """Return how much of a page's photos is shown. A small one counts more than a large one: none is to be a stamp."""
    return round(sum(math.log(cell.width_pt * cell.height_pt) for row in rows for cell in row), 1)


def _fitted(rows: Sequence[Sequence[Photo]], room_pt: float, sheet: Sheet, shares: Shares) -> tuple[Row, ...]:
    """Return rows at the size, and cropped by as much, at which they stand in the room; none where they never do."""
    room_pt -= len(rows) * sheet.row_gap_pt
    tallest_pt = room_pt * TALLEST_ROW if len(rows) > 1 else room_pt
    least = LEAST_OF_PHOTO if all(sheet.may_crop(photo) for row in rows for photo in row) else 1.0
    for alone, beside in shares:
        smaller = [_smaller(row, tallest_pt, sheet.paper, alone if len(row) == 1 else beside) for row in rows]
        captions_pt = sum(max(sheet.caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in smaller)
        share = min(1.0, (room_pt - captions_pt) / sum(row[0].height_pt for row in smaller))
        if share >= least:
            return tuple(tuple(_lowered(cell, share) for cell in row) for row in smaller)
    return ()


def _smaller(row: Sequence[Photo], tallest_pt: float, paper: Paper, share: float) -> Row:
    """Return a row at a share of its size: all end on one line, but for those whose photos captions would crush."""
    whole = _row(row, tallest_pt, paper)
    even = _row(row, tallest_pt * share, paper, share)
    is_even = even[0].height_pt >= LEAST_EVEN * share * whole[0].height_pt
    return even if is_even else tuple(_scaled(cell, share) for cell in whole)


def _scaled(cell: PhotoCell, share: float) -> PhotoCell:
    width_pt = round(cell.width_pt * share, 2)
    return replace(cell, width_pt=width_pt, height_pt=cell.height_pt * share, cell_pt=max(width_pt, LEAST_CELL_PT))


def _lowered(cell: PhotoCell, share: float) -> PhotoCell:
    return replace(cell, height_pt=round(cell.height_pt * share, 2))


def _shape(photo: Photo) -> float:
    return photo.width_px / photo.height_px


def _row(row: Sequence[Photo], tallest_pt: float, paper: Paper, share: float = 1.0) -> Row:
    shapes = [_shape(photo) for photo in row]
    room_pt = paper.text_pt * share - (len(row) - 1) * paper.gutter_pt
    height_pt, narrow = min(tallest_pt, room_pt / sum(shapes)), -1
    while narrow < (number := sum(shape * height_pt < LEAST_CELL_PT for shape in shapes)) < len(shapes):
        # Captions of narrow photos are wider than these, and leave less for the others.
        narrow, others = number, sum(shape for shape in shapes if shape * height_pt >= LEAST_CELL_PT)
        height_pt = min(tallest_pt, (room_pt - LEAST_CELL_PT * narrow) / others)
    return tuple(
        PhotoCell(photo, shape * height_pt, height_pt, max(shape * height_pt, LEAST_CELL_PT))
        for photo, shape in zip(row, shapes, strict=True)
    )
