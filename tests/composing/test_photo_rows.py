"""The photo sheet: every page full, no photo a stamp, none cropped whose terms forbid it."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presskit.composing.measures import paper_of
from presskit.composing.pictures.crops import may_crop
from presskit.composing.pictures.photo_rows import LEAST_CELL_PT, LEAST_OF_PHOTO, MOST_ON_A_PAGE, PhotoCell, photo_rows
from presskit.model import Photo
from presskit.settings.theme import read_theme

EDITORIAL = read_theme("editorial", None)
LETTER = paper_of("letter", EDITORIAL)
FIRST_PT, LATER_PT, CAPTION_PT = 540.0, 612.0, 60.0


def photo(shape: float) -> Photo:
    return Photo(Path("quay.jpg"), round(shape * 1000), 1000)


def pages_of(*shapes: float, terms: str | None = None) -> list[list[tuple[PhotoCell, ...]]]:
    """Return the rows of each page."""
    photos = [Photo(Path("quay.jpg"), round(shape * 1000), 1000, terms=terms) for shape in shapes]
    rooms = (FIRST_PT, LATER_PT)
    pages: list[list[tuple[PhotoCell, ...]]] = []
    for row in photo_rows(photos, LETTER, rooms, lambda photo, width_pt: CAPTION_PT, EDITORIAL.photos, may_crop):
        if row[0].begins_page:
            pages.append([])
        pages[-1].append(row)
    assert [cell.photo for page in pages for row in page for cell in row] == photos
    return pages


def test_one_photo_is_as_wide_as_the_page() -> None:
    [[[cell]]] = pages_of(1.5)
    assert cell.width_pt == pytest.approx(LETTER.text_pt)


def test_three_are_one_above_two() -> None:
    [page] = pages_of(1.5, 1.5, 0.75)
    assert [len(row) for row in page] == [1, 2]


@pytest.mark.parametrize("shapes", [(1.5, 0.75, 0.75, 1.5), (1.5, 1.27, 0.73), (1, 0.85, 1, 1.15, 3.55, 0.42, 1.27)])
def test_rows_end_on_one_line_and_none_misses_the_margin_by_a_hair(shapes: tuple[float, ...]) -> None:
    for page in pages_of(*shapes):
        ends = [sum(cell.cell_pt for cell in row) + (len(row) - 1) * LETTER.gutter_pt for row in page]
        beside = {round(end, 1) for end, row in zip(ends, page, strict=True) if len(row) > 1}
        assert len(beside) <= 1, ends
        assert all(end >= LETTER.text_pt - 0.1 or end <= 0.95 * LETTER.text_pt for end in ends), ends


def test_a_banner_stands_alone_and_shrinks_no_neighbour() -> None:
    [page] = pages_of(6.0, 1.5, 0.75)
    assert [len(row) for row in page] == [1, 2]


@pytest.mark.parametrize("caption_pt2", [4_000, 24_000])
def test_a_long_caption_takes_a_wider_place_than_its_narrow_photo(caption_pt2: float) -> None:
    strip, others = photo(0.33), [photo(1.5)] * 3
    rows = photo_rows([strip, *others], LETTER, (FIRST_PT, LATER_PT), _of(caption_pt2), EDITORIAL.photos, may_crop)
    [cell] = (cell for row in rows for cell in row if cell.photo == strip)
    assert cell.cell_pt > cell.width_pt
    assert (cell.cell_pt > 1.3 * LEAST_CELL_PT) == (caption_pt2 > 10_000)


def _of(area_pt2: float) -> Callable[[Photo, float], float]:
    """Return the height of a caption that takes this much room, below a narrow photo; others have none."""
    return lambda photo, width_pt: 13 + (area_pt2 / width_pt if photo.width_px < photo.height_px else 0)


def test_rows_that_would_leave_a_quarter_empty_are_cut_otherwise() -> None:
    photos, room_pt = [photo(shape) for shape in (0.66, 1.5, 1.5, 1.5, 1.5, 1.5)], 560.0
    rows = photo_rows(photos, LETTER, (room_pt, room_pt), lambda *_: CAPTION_PT, EDITORIAL.photos, may_crop)
    filled_pt = sum(row[0].height_pt + CAPTION_PT + EDITORIAL.photos.row_gap_pt for row in rows)
    assert filled_pt >= 0.8 * room_pt


@pytest.mark.parametrize("number", [8, 15, 20, 40])
def test_every_page_has_as_many_photos_and_the_last_is_as_large(number: int) -> None:
    pages = pages_of(*[1.5] * number)
    counts = [sum(map(len, page)) for page in pages]
    assert len(pages) == math.ceil(number / MOST_ON_A_PAGE) or len(pages) == math.ceil(number / (MOST_ON_A_PAGE - 1))
    assert max(counts) - min(counts) <= 1
    heights = [max(row[0].height_pt for row in page) for page in pages]
    assert heights[-1] >= 0.75 * max(heights)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0.4, 4.0), min_size=1, max_size=16))
def test_rows_fit_their_page_and_its_width_and_are_hardly_cropped(shapes: list[float]) -> None:
    for number, page in enumerate(pages_of(*shapes)):
        gaps_pt = (len(page) - 1) * EDITORIAL.photos.row_gap_pt
        height_pt = sum(row[0].height_pt + CAPTION_PT for row in page) + gaps_pt
        assert height_pt <= (LATER_PT if number else FIRST_PT) + 0.5
        for row in page:
            assert len({cell.height_pt for cell in row}) == 1
            assert sum(cell.cell_pt for cell in row) + (len(row) - 1) * LETTER.gutter_pt <= LETTER.text_pt + 0.1
            for cell in row:
                whole_pt = cell.width_pt * cell.photo.height_px / cell.photo.width_px
                assert LEAST_OF_PHOTO - 0.01 <= cell.height_pt / whole_pt <= 1.01
                assert cell.cell_pt >= max(cell.width_pt, LEAST_CELL_PT)


@pytest.mark.parametrize(
    ("terms", "may"),
    [
        ("Free for news. No cropping.", False),
        ("Must not be cropped", False),
        ("Do not crop.", False),
        ("Usage sans recadrage", False),
        ("Ne pas recadrer", False),
        ("Darf nicht beschnitten werden", False),
        ("Prohibido recortar", False),
        ("يمنع اقتصاص الصورة", False),
        ("Free for news about the crop of 2026", True),
        ("Ausschnitte sind frei, keine Werbung", True),
        (None, True),
    ],
)
def test_no_photo_is_cropped_whose_terms_forbid_it(terms: str | None, may: bool) -> None:
    assert may_crop(Photo(Path("quay.jpg"), 3, 2, terms=terms)) == may
    cells = [cell for page in pages_of(1.5, 0.75, 0.75, 1.5, 1.0, terms=terms) for row in page for cell in row]
    is_whole = all(
        cell.width_pt / cell.height_pt == pytest.approx(cell.photo.width_px / cell.photo.height_px, rel=0.01)
        for cell in cells
    )
    assert is_whole or may
