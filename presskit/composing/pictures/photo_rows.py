"""The photo sheet: photos in rows over its pages, each page filled as well as can be.

Lengths are in points.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, compress, pairwise

from presskit.composing.measures import Paper
from presskit.model import Photo
from presskit.settings.theme import PhotoSettings

LEAST_CELL_PT = 110.0  # below this a caption has two words in a line
# For a narrow photo: the first that its caption fits; the last ones only a photo alone in its row has.
CELLS_PT = (LEAST_CELL_PT, 132.0, 154.0, 176.0, 198.0, 220.0, 275.0, 330.0)
LONG_CAPTION_PT = 85.0  # about seven lines: what is taller leaves a hole beside it
COLUMN_PT = 170.0  # what is taller is a column of its own, of three words in a line
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
WHOLE_PT = 2.0
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
    """What rows are measured with. may_crop: whether a photo's terms let a sheet show less of it.

    long_pt: the height from which a caption is given a wider place than its photo.
    """

    paper: Paper
    caption_pt: Caption
    row_gap_pt: float
    may_crop: Callable[[Photo], bool]
    long_pt: float = COLUMN_PT


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
    sheet = Sheet(paper, roughly(caption_pt), type_.row_gap_pt, may_crop)
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


def roughly(caption_pt: Caption) -> Caption:
    """Return the measure of captions at rounded widths, each asked once: many rows are tried that hardly differ.

    What is narrower is never lower: no caption is taller than measured.
    """
    measured = cache(caption_pt)
    return lambda photo, width_pt: measured(photo, math.floor(width_pt / WHOLE_PT) * WHOLE_PT)


def _pages(parts: Sequence[Part], sheet: Sheet) -> list[tuple[Row, ...]]:
    """Return the rows of each page, as wide as the page; those that would leave much of it empty are larger instead."""
    return [_full_page(part, room, sheet) for part, room in parts]


def _full_page(photos: Sequence[Photo], room_pt: float, sheet: Sheet) -> tuple[Row, ...]:
    """Return the neatest rows that fill a page; where none do, those that show most."""
    page: tuple[Row, ...] = ()
    for shares in (NEAT, FAIR, SMALL):
        page = _page(photos, room_pt, sheet, shares)
        if _height_pt(page, sheet) >= FULL * room_pt:
            break
    return page


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
    sheets = [sheet]
    if any(sheet.caption_pt(photo, LEAST_CELL_PT) > LONG_CAPTION_PT for photo in photos):
        sheets.append(replace(sheet, long_pt=LONG_CAPTION_PT))
    rows = [[photos[start:end] for start, end in cuts] for cuts in _cuts(len(photos))]
    every = (_fitted(each, room_pt, measured, shares) for measured in sheets for each in rows)
    first, *rest = max(filter(None, every), key=_shown, default=[()])
    if not first and shares is SMALL:  # captions as long as the page
        first = _row(photos, room_pt, sheet)
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
    whole = [_row(row, tallest_pt, sheet) for row in rows]
    for alone, beside in shares:
        smaller = [_smaller(row, tallest_pt, sheet, alone if len(row) == 1 else beside) for row in whole]
        captions_pt = sum(max(sheet.caption_pt(cell.photo, cell.cell_pt) for cell in row) for row in smaller)
        share = min(1.0, (room_pt - captions_pt) / sum(row[0].height_pt for row in smaller))
        if share >= least:
            return tuple(tuple(_lowered(cell, share) for cell in row) for row in smaller)
    return ()


def _smaller(whole: Row, tallest_pt: float, sheet: Sheet, share: float) -> Row:
    """Return a row at a share of its size: all end on one line, but for those whose photos captions would crush."""
    even = _row([cell.photo for cell in whole], tallest_pt * share, sheet, share)
    is_even = even[0].height_pt >= LEAST_EVEN * share * whole[0].height_pt
    return even if is_even else tuple(_scaled(cell, share) for cell in whole)


def _scaled(cell: PhotoCell, share: float) -> PhotoCell:
    """Return a photo at a share of its size: a place that is wider than its photo stays as wide."""
    width_pt = round(cell.width_pt * share, 2)
    least_pt = cell.cell_pt if cell.cell_pt > cell.width_pt else LEAST_CELL_PT
    return replace(cell, width_pt=width_pt, height_pt=cell.height_pt * share, cell_pt=max(width_pt, least_pt))


def _lowered(cell: PhotoCell, share: float) -> PhotoCell:
    return replace(cell, height_pt=round(cell.height_pt * share, 2))


def _row(row: Sequence[Photo], tallest_pt: float, sheet: Sheet, share: float = 1.0) -> Row:
    room_pt = sheet.paper.text_pt * share - (len(row) - 1) * sheet.paper.gutter_pt
    return side_by_side(
        row, room_pt, tallest_pt, lambda photo, width_pt: sheet.caption_pt(photo, width_pt) <= sheet.long_pt
    )


def side_by_side(
    photos: Sequence[Photo], room_pt: float, tallest_pt: float, suits: Callable[[Photo, float], bool]
) -> Row:
    """Return photos in one row, of one height; one too narrow for its caption has a wider place.

    room_pt: the width for them, without what is between them. suits: whether a width does for a photo's caption.
    """
    shapes = [photo.width_px / photo.height_px for photo in photos]
    leasts = [_least_cell_pt(photo, max(LEAST_CELL_PT, room_pt / len(photos)), suits) for photo in photos]
    height_pt, narrow = min(tallest_pt, room_pt / sum(shapes)), [False] * len(photos)
    while narrow != (found := [shape * height_pt < least for shape, least in zip(shapes, leasts, strict=True)]):
        narrow = found
        if all(narrow):
            break
        left_pt = room_pt - sum(compress(leasts, narrow))
        height_pt = min(tallest_pt, max(1.0, left_pt / sum(compress(shapes, (not each for each in narrow)))))
    return tuple(
        PhotoCell(photo, round(shape * height_pt, 2), round(height_pt, 2), round(max(shape * height_pt, least), 2))
        for photo, shape, least in zip(photos, shapes, leasts, strict=True)
    )


def _least_cell_pt(photo: Photo, most_pt: float, suits: Callable[[Photo, float], bool]) -> float:
    """Return the least width that does for a photo's caption, of those that its row has for it."""
    places = [min(place, most_pt) for place in CELLS_PT]
    return next((place for place in places if suits(photo, place)), places[-1])
