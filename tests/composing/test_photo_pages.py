"""Photos in pages of one, two or four: whole, large, and inside the page."""

from __future__ import annotations

from pathlib import Path

import pytest

from presskit.composing.measures import paper_of
from presskit.composing.pictures.photo_pages import Row, photo_pages
from presskit.composing.pictures.photo_rows import LEAST_CELL_PT, LEAST_OF_PHOTO, LEAST_PT2
from presskit.model import Photo
from presskit.settings.theme import read_theme

GALLERY = read_theme("gallery", None)
PAPER = paper_of("letter", GALLERY)
ROOMS_PT = (560.0, 640.0)
CAPTION_PT = 60.0
WIDE, TALL, BANNER, STRIP = (3000, 2000), (2000, 3000), (3000, 500), (500, 3000)


def photos(*sizes: tuple[int, int]) -> tuple[Photo, ...]:
    return tuple(Photo(Path(f"{number}.jpg"), width, height) for number, (width, height) in enumerate(sizes))


def pages_of(*sizes: tuple[int, int]) -> tuple[tuple[Row, ...], ...]:
    return photo_pages(photos(*sizes), PAPER, ROOMS_PT, lambda photo, width_pt: CAPTION_PT, GALLERY.photos)


@pytest.mark.parametrize(
    ("number", "counts"), [(1, [1]), (2, [2]), (3, [3]), (4, [4]), (5, [1, 4]), (7, [3, 4]), (8, [4, 4])]
)
def test_pages_hold_at_most_four(number: int, counts: list[int]) -> None:
    pages = pages_of(*[WIDE] * number)
    assert [sum(map(len, page)) for page in pages] == counts
    assert [cell.photo.name for page in pages for row in page for cell in row] == [f"{at}.jpg" for at in range(number)]


@pytest.mark.parametrize("sizes", [(WIDE,), (TALL,), (STRIP,), (WIDE, TALL), (TALL, TALL), (BANNER, STRIP)])
@pytest.mark.parametrize("more", [(), (WIDE, TALL), (BANNER, STRIP), (STRIP, STRIP)])
def test_every_page_fits(sizes: tuple[tuple[int, int], ...], more: tuple[tuple[int, int], ...]) -> None:
    for page, room_pt in zip(pages_of(*sizes, *more), (ROOMS_PT[0], *(ROOMS_PT[1],) * 9), strict=False):
        assert sum(row[0].height_pt + CAPTION_PT + GALLERY.photos.row_gap_pt for row in page) <= room_pt + 0.1
        for row in page:
            assert sum(cell.cell_pt for cell in row) + PAPER.gutter_pt * (len(row) - 1) <= PAPER.text_pt + 0.1


@pytest.mark.parametrize("sizes", [(WIDE, TALL), (TALL, TALL), (WIDE, WIDE, WIDE, WIDE), (TALL, WIDE, BANNER, TALL)])
def test_photos_keep_their_shape_but_for_a_seventh(sizes: tuple[tuple[int, int], ...]) -> None:
    for cell in (cell for page in pages_of(*sizes) for row in page for cell in row):
        kept = cell.height_pt / cell.width_pt * cell.photo.width_px / cell.photo.height_px
        assert LEAST_OF_PHOTO - 0.001 <= kept <= 1.001


def test_a_narrow_photo_has_room_for_its_caption() -> None:
    [page] = pages_of(BANNER, STRIP, WIDE, TALL)
    assert min(cell.cell_pt for row in page for cell in row) >= LEAST_CELL_PT


def test_no_photo_is_a_stamp_beside_a_banner() -> None:
    _, page = pages_of(WIDE, WIDE, WIDE, WIDE, (2600, 2600), (3000, 2616), (3200, 900), (900, 2135))
    assert min(cell.width_pt * cell.height_pt for row in page for cell in row) >= LEAST_PT2


def test_two_tall_photos_stand_side_by_side_and_two_wide_ones_above_each_other() -> None:
    assert [[len(row) for row in page] for page in pages_of(TALL, TALL)] == [[2]]
    assert [[len(row) for row in page] for page in pages_of(WIDE, WIDE)] == [[1, 1]]


def test_many_photos_are_a_sheet() -> None:
    pages = pages_of(*[WIDE, TALL] * 10)
    counts = [sum(map(len, page)) for page in pages]
    assert len(pages) <= 4
    assert max(counts) - min(counts) <= 1
