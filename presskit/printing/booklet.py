"""The order of a booklet's pages: sheets lie in each other, are folded once and stapled in the fold (saddle stitch)."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.errors import RenderingError
from presskit.findings import finding

LEAST_PAGES, MOST_PAGES = 4, 32  # a sheet; what staples hold together and lies flat

Pages = tuple[int, int]


@dataclass(frozen=True)
class Sheet:
    """One sheet, printed on both sides: the pages on its left and right halves, from 0.

    nested: how many sheets it lies in; the outermost lies in none.
    """

    front: Pages
    back: Pages
    nested: int


def padded(pages: int) -> int:
    """Return how many pages a booklet of so many has, blanks included: a multiple of four.

    Raises RenderingError f-005 where so many cannot be stapled.
    """
    total = max(LEAST_PAGES, -(-pages // 4) * 4)
    if total > MOST_PAGES:
        raise RenderingError(finding("f-005", pages=pages, most=MOST_PAGES))
    return total


def sheets_of(pages: int, *, right_to_left: bool = False) -> tuple[Sheet, ...]:
    """Lay pages in reading order out on sheets, the outermost first.

    pages: how many, a multiple of four.
    right_to_left: the booklet opens to the right, its fold is at the right of the cover.
    The back of a sheet is meant to be printed turned over at its short edge.
    """
    assert pages % 4 == 0
    sheets = []
    for nested in range(pages // 4):
        first, last = 2 * nested, pages - 1 - 2 * nested
        front, back = (last, first), (first + 1, last - 1)
        sheets.append(Sheet(front[::-1], back[::-1], nested) if right_to_left else Sheet(front, back, nested))
    return tuple(sheets)
