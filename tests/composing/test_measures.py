from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.composing import measures
from presskit.fonts import find_face, shipped_faces, width, wrap
from presskit.model import Fact
from presskit.settings.theme import read_theme
from presskit.settings.themes import theme_names

EDITORIAL = read_theme("editorial", None)
LETTER, A4 = measures.paper_of("letter", EDITORIAL), measures.paper_of("a4", EDITORIAL)
PAPERS = [measures.paper_of(size, read_theme(name, None)) for name in theme_names() for size in ("letter", "a4")]
BOLD = find_face(shipped_faces(), "Pk-Sans", 700)
SEMIBOLD = find_face(shipped_faces(), "Pk-Sans", 600)


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
    figures = tuple(Fact(str(index), "of something", "") for index in range(number))
    type_ = EDITORIAL.figures.model_copy(update={"in_a_row": most})
    rows = measures.figure_rows(figures, SEMIBOLD, LETTER, type_)
    assert tuple(figure for row in rows for figure in row.figures) == figures
    counts = [len(row.figures) for row in rows]
    assert max(counts) <= min(most + 1, 4)
    assert max(counts) - min(counts) <= 1
    assert number == 1 or 1 not in counts
    assert counts == sorted(counts, reverse=True)
    assert {row.columns for row in rows} == {max(counts)}  # one under the other


@pytest.mark.parametrize("value", ["11 km", "$81.5 million", "1,240,000,000", "6×"])
def test_a_key_figure_fits_its_column(value: str) -> None:
    [row] = measures.figure_rows([Fact(value, "of something", "")] * 3, SEMIBOLD, LETTER, EDITORIAL.figures)
    number, unit = measures.split_value(value)
    em = width(number, SEMIBOLD, -0.035) + 0.4 * width(unit, SEMIBOLD, -0.01)
    assert em * row.size_pt <= LETTER.columns_pt(4)


def test_one_more_stands_in_a_row_where_rows_would_be_uneven_and_more() -> None:
    def counts(number: int, value: str = "12") -> list[int]:
        rows = measures.figure_rows([Fact(value, "of rope", "")] * number, SEMIBOLD, LETTER, EDITORIAL.figures)
        return [len(row.figures) for row in rows]

    assert [counts(number) for number in (4, 5, 6, 7, 8)] == [[2, 2], [3, 2], [3, 3], [4, 3], [4, 4]]
    assert counts(7, "1,240,500,000") == [3, 2, 2]  # much smaller in fours


def test_all_key_figures_have_one_size() -> None:
    figures = [Fact(value, "of rope", "") for value in ("4", "33", "62,000", "1999", "NOK 38 million")]
    rows = measures.figure_rows(figures, SEMIBOLD, LETTER, EDITORIAL.figures)
    assert len(rows) == 2
    assert len({row.size_pt for row in rows}) == 1


@pytest.mark.parametrize(("value", "counts"), [("1,240", [3]), ("1,240,000,000,000", [2, 1])])
def test_numbers_too_long_for_a_row_of_three_stand_in_fewer(value: str, counts: list[int]) -> None:
    type_ = EDITORIAL.figures.model_copy(update={"least_pt": 24})
    rows = measures.figure_rows([Fact(value, "of something", "")] * 3, SEMIBOLD, LETTER, type_)
    assert [len(row.figures) for row in rows] == counts
    assert all(row.size_pt >= type_.least_pt for row in rows)


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
