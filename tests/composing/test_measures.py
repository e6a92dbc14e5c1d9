from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.composing import measures
from presskit.fonts import find_face, shipped_faces, width, wrap
from presskit.model import KeyFigure, Photo
from presskit.settings.theme import read_theme, theme_names

EDITORIAL = read_theme("editorial", None)
LETTER, A4 = measures.paper_of("letter", EDITORIAL), measures.paper_of("a4", EDITORIAL)
PAPERS = [measures.paper_of(size, read_theme(name, None)) for name in theme_names() for size in ("letter", "a4")]
BOLD = find_face(shipped_faces(), "Pk-Sans", 700)
SEMIBOLD = find_face(shipped_faces(), "Pk-Sans", 600)


def photo(shape: float) -> Photo:
    return Photo(Path("photo.jpg"), round(1000 * shape), 1000)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_grid_fills_the_width(paper: measures.Paper) -> None:
    assert paper.columns_pt(12) == pytest.approx(paper.text_pt)
    assert 3 * (paper.column_pt + paper.gutter_pt) == pytest.approx(paper.axis_pt)


@pytest.mark.parametrize(("paper", "lines"), [(LETTER, 44), (A4, 47)])
def test_the_type_area_is_a_whole_number_of_lines(paper: measures.Paper, lines: int) -> None:
    assert paper.height_pt - paper.top_pt - paper.bottom_pt == pytest.approx(lines * 15, abs=0.01)


@given(st.floats(1, 500))
def test_rhythm_is_the_next_quarter_line(length: float) -> None:
    up = measures.rhythm(length, 3.75)
    assert up % 3.75 == pytest.approx(0)
    assert length - 1e-3 <= up < length + 3.75


@given(st.integers(1, 20), st.integers(3, 4))
def test_key_figures_stand_in_their_order_and_never_alone_below_others(number: int, most: int) -> None:
    figures = tuple(KeyFigure(str(index), "of something") for index in range(number))
    type_ = EDITORIAL.figures.model_copy(update={"in_a_row": most})
    rows = measures.figure_rows(figures, SEMIBOLD, LETTER, type_)
    assert tuple(figure for row in rows for figure in row.figures) == figures
    counts = [len(row.figures) for row in rows]
    assert max(counts) <= most
    assert max(counts) - min(counts) <= 1
    assert number == 1 or 1 not in counts
    assert counts == sorted(counts)


@pytest.mark.parametrize("value", ["11 km", "$81.5 million", "1,240,000,000", "6×"])
def test_a_key_figure_fits_its_column(value: str) -> None:
    [row] = measures.figure_rows([KeyFigure(value, "of something")] * 3, SEMIBOLD, LETTER, EDITORIAL.figures)
    number, unit = measures.split_value(value)
    em = width(number, SEMIBOLD, -0.035) + 0.4 * width(unit, SEMIBOLD, -0.01)
    assert em * row.size_pt <= LETTER.columns_pt(4)


@pytest.mark.parametrize(("value", "counts"), [("1,240", [3]), ("1,240,000,000,000", [1, 2])])
def test_numbers_too_long_for_a_row_of_three_stand_in_fewer(value: str, counts: list[int]) -> None:
    type_ = EDITORIAL.figures.model_copy(update={"least_pt": 24})
    rows = measures.figure_rows([KeyFigure(value, "of something")] * 3, SEMIBOLD, LETTER, type_)
    assert [len(row.figures) for row in rows] == counts
    assert all(row.size_pt >= type_.least_pt for row in rows)


@given(st.lists(st.floats(0.4, 0.9), min_size=3, max_size=3))
def test_narrow_photos_stand_three_in_a_row(shapes: list[float]) -> None:
    [*rows] = measures.photo_rows(
        [photo(shape) for shape in shapes], LETTER, 545, lambda photo, width_pt: 45, EDITORIAL.photos
    )
    assert len(rows) == (1 if shapes[0] + shapes[1] < measures.LEAST_ROW else 2)


def test_rows_that_miss_a_page_by_far_are_set_smaller_and_hardly_cropped() -> None:
    photos = [photo(1.5), photo(0.75), photo(0.75), photo(1.5)]
    rows = measures.photo_rows(photos, LETTER, 500, lambda photo, width_pt: 90, EDITORIAL.photos)
    assert sum(row[0].height_pt + 90 for row in rows) + EDITORIAL.photos.row_gap_pt <= 500.1
    for cell in (cell for row in rows for cell in row):
        shape = cell.width_pt / cell.height_pt
        assert 1 <= shape * cell.photo.height_px / cell.photo.width_px <= 1 / measures.LEAST_OF_PHOTO + 0.01


def test_large_type_is_broken_into_even_lines() -> None:
    title = "The library on a wire reaches its last village"
    even = measures.even_width(title, BOLD, 60, LETTER.text_pt, EDITORIAL.cover)
    before, after = (wrap(title, BOLD, room_pt / 60, -0.035) for room_pt in (LETTER.text_pt, even))
    assert len(before) == len(after)
    widths = [[width(line, BOLD, -0.035) for line in lines] for lines in (before, after)]
    assert max(widths[1]) - min(widths[1]) < max(widths[0]) - min(widths[0])


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("11 ha", ("11", " ha")),
        ("6×", ("6×", "")),
        ("1,860", ("1,860", "")),
        ("81 %", ("81", " %")),
        ("$4.2 million", ("$4.2", " million")),
        ("3 of 4", ("3", " of 4")),
        ("1998", ("1998", "")),
        ("1 200 km", ("1 200", " km")),
        ("none", ("none", "")),
    ],
)
def test_numbers_are_told_from_their_units(value: str, parts: tuple[str, str]) -> None:
    assert measures.split_value(value) == parts


@given(st.lists(st.floats(0.5, 2.5), min_size=1, max_size=11))
def test_photos_fill_rows_of_equal_height_in_their_order(shapes: list[float]) -> None:
    photos = [photo(shape) for shape in shapes]
    rows = measures.photo_rows(photos, LETTER, 545, lambda photo, width_pt: 45, EDITORIAL.photos)
    assert [cell.photo for row in rows for cell in row] == photos
    for row in rows:
        assert len({cell.height_pt for cell in row}) == 1
        assert sum(cell.width_pt for cell in row) + (len(row) - 1) * LETTER.gutter_pt <= LETTER.text_pt + 0.1
        for cell in row:
            whole = cell.width_pt * cell.photo.height_px / cell.photo.width_px
            assert measures.LEAST_OF_PHOTO - 0.01 <= cell.height_pt / whole <= 1.01


@pytest.mark.parametrize("shapes", [(0.5, 3.0), (3.0, 0.2), (0.1, 0.1), (0.05,), (1.0, 20.0), (1.5, 1.5)])
def test_no_caption_is_too_narrow_to_read(shapes: tuple[float, ...]) -> None:
    [row] = measures.photo_rows(
        [photo(shape) for shape in shapes], LETTER, 545, lambda photo, width_pt: 45, EDITORIAL.photos
    )
    assert min(cell.cell_pt for cell in row) >= measures.LEAST_CELL_PT
    assert all(cell.cell_pt >= cell.width_pt for cell in row)
    assert sum(cell.cell_pt for cell in row) + (len(row) - 1) * LETTER.gutter_pt <= LETTER.text_pt + 0.1


def test_two_mixed_rows_share_a_page() -> None:
    photos = [photo(1.5), photo(0.75), photo(0.75), photo(1.5)]
    rows = measures.photo_rows(photos, LETTER, 545, lambda photo, width_pt: 65, EDITORIAL.photos)
    assert sum(row[0].height_pt + 65 for row in rows) + EDITORIAL.photos.row_gap_pt <= 545


@pytest.mark.parametrize(
    ("headline", "size"),
    [
        ("Library opens", 30),
        (
            "Council, harbor office and eleven neighborhood associations agree on a twenty-year plan to move every "
            "book in the valley by cable, by boat and by bicycle",
            24,
        ),
    ],
)
def test_long_headlines_are_set_smaller(headline: str, size: float) -> None:
    assert measures.headline_size(headline, BOLD, LETTER.columns_pt(9), EDITORIAL.headline) == size


def test_a_title_is_as_large_as_its_longest_word_allows() -> None:
    short = measures.cover_size("Tide", BOLD, LETTER, 0, EDITORIAL.cover)
    long = measures.cover_size("Observatory of Northern Waterways", BOLD, LETTER, 0, EDITORIAL.cover)
    assert short == 118
    assert 60 < long < 118
    assert width("Observatory", BOLD, -0.035) * long <= LETTER.text_pt
