"""What is measured before a page is laid out: paper and grid, sizes that fit, rows of figures.

Lengths are in points (1/72 inch).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from presskit.fonts import Face, balanced, fit, width
from presskit.model import Fact, PaperSize
from presskit.settings.theme import (
    CoverSettings,
    FigureSettings,
    HeadlineSettings,
    ThemeSettings,
    TitleSettings,
    TypeSettings,
)

NONE_FITS_PT = 1.0
SLACK_PT = 2.0  # the page engine's words are a hair wider or narrower than measured
MOST_FIGURES = 4  # in a row
HARDLY_SMALLER = 0.7
UNIT_TRACKING_EM = -0.01  # of a key figure's unit


@dataclass(frozen=True)
class Paper:
    """A page and its grid: twelve columns between the side margins; the axis is where column 4 begins.

    measure_columns: those of running text. scale: by what the page is drawn smaller than these measures.
    bleed_pt: how far what reaches an edge is printed beyond it, to be cut off.
    """

    width_pt: float
    height_pt: float
    top_pt: float
    side_pt: float
    bottom_pt: float
    gutter_pt: float
    measure_columns: int
    scale: float = 1.0
    bleed_pt: float = 0.0

    @property
    def text_pt(self) -> float:
        """The width between the side margins."""
        return self.width_pt - 2 * self.side_pt

    @property
    def turned_text_pt(self) -> float:
        """The width between the side margins of a page on its side."""
        return self.height_pt - 2 * self.side_pt

    @property
    def axis_pt(self) -> float:
        """The way from the left margin to column 4."""
        return (self.text_pt + self.gutter_pt) / 4

    @property
    def column_pt(self) -> float:
        """The width of one column."""
        return (self.text_pt - 11 * self.gutter_pt) / 12

    @property
    def measure_pt(self) -> float:
        """The width of running text."""
        return self.columns_pt(self.measure_columns)

    def columns_pt(self, number: int) -> float:
        """Return the width of so many columns, with the gutters between them."""
        return number * self.column_pt + (number - 1) * self.gutter_pt


# Half a folded A4 sheet is 148.5 mm wide, which ISO 216 rounds to A5.
SHEETS_PT: Mapping[PaperSize, tuple[float, float]] = {
    "letter": (612.0, 792.0),
    "a4": (595.276, 841.89),
    "half-letter": (396.0, 612.0),
    "a5": (420.945, 595.276),
}


def paper_of(size: PaperSize, theme: ThemeSettings, bleed_pt: float = 0.0) -> Paper:
    """Return a sheet with a theme's margins and grid."""
    margins = {"letter": theme.letter, "a4": theme.a4, "half-letter": theme.half_letter, "a5": theme.a5}[size]
    width_pt, height_pt = (side_pt / margins.scale for side_pt in SHEETS_PT[size])
    edges = (margins.top_pt, margins.side_pt, margins.bottom_pt)
    columns = margins.measure_columns or theme.grid.measure_columns
    return Paper(width_pt, height_pt, *edges, theme.grid.gutter_pt, columns, margins.scale, bleed_pt)


def rhythm(length_pt: float, unit_pt: float) -> float:
    """Round a line height up to the next multiple of a theme's unit, so that all lines of a page meet again."""
    return math.ceil(length_pt / unit_pt - 1e-6) * unit_pt


def headline_size(headline: str, face: Face, room_pt: float, type_: HeadlineSettings) -> float:
    """Return the size of a release's headline: at most as high as the theme allows, where that can be."""
    return fit(headline, face, (room_pt, type_.height_pt), type_.sizes_pt, type_.leading, type_.tracking_em)


def title_size(title: str, face: Face, room_pt: float, type_: TitleSettings) -> float:
    """Return the size of a document's title: one line if it can be large so, else two."""
    for lines, sizes in ((1, type_.one_line_pt), (2, type_.two_lines_pt)):
        box = (room_pt, lines * type_.line_pt)
        size_pt = fit(title, face, box, (*sizes, NONE_FITS_PT), type_.leading, type_.tracking_em)
        if size_pt > NONE_FITS_PT:
            return size_pt
    return type_.two_lines_pt[-1]


def cover_foot(paper: Paper, type_: CoverSettings) -> float:
    """Return the height of the cover's foot: the same on Letter and on anything lower, more on a taller page."""
    return max(paper.height_pt, SHEETS_PT["letter"][1]) - type_.foot_from_pt


def cover_size(  # noqa: PLR0913
    title: str, face: Face, paper: Paper, taken_pt: float, type_: CoverSettings, line: float = 1.0
) -> float:
    """Return the largest size at which the kit's title fits the cover above its foot.

    taken_pt: the height that other texts take of the room. line: by what lines are taller than the theme sets them.
    """
    foot_from_pt = paper.height_pt - cover_foot(paper, type_)
    room = (paper.text_pt, foot_from_pt - type_.title_from_pt - taken_pt)
    return fit(title, face, room, type_.sizes_pt, type_.leading * line, type_.tracking_em)


def even_width(text: str, face: Face, size_pt: float, room_pt: float, type_: TypeSettings) -> float:
    """Return the width that breaks large type into lines as even as can be, without a line more."""
    return min(room_pt, balanced(text, face, room_pt / size_pt, type_.tracking_em) * size_pt + SLACK_PT)


def split_value(value: str) -> tuple[str, str]:
    """Split a key figure into its number and its unit: "11 ha" into "11" and " ha", "6×" into "6×" and ""."""
    found = re.match(r"^([^\d]{0,3}[\d.,'’\s\u202f\u00a0/–-]*\d[×+]?)(.*)$", value, re.DOTALL)
    return (found[1], found[2]) if found else (value, "")


@dataclass(frozen=True)
class FigureRow:
    """Key figures side by side in columns that all rows share, and the one size in which the numbers of all fit."""

    figures: tuple[Fact, ...]
    columns: int
    size_pt: float


def figure_rows(figures: Sequence[Fact], face: Face, paper: Paper, type_: FigureSettings) -> tuple[FigureRow, ...]:
    """Set key figures in rows as even as can be, the longer ones first: never one alone below others.

    Numbers that would have to be small are set fewer in a row; one more stands in each where that makes fewer rows of
    rows that are uneven, and the numbers hardly smaller.
    """
    rows: tuple[FigureRow, ...] = ()
    for in_a_row in range(type_.in_a_row, 0, -1):
        rows = _figure_rows(figures, in_a_row, face, paper, type_)
        if _size_of(rows) >= type_.least_pt:
            break
    if len({len(row.figures) for row in rows}) > 1 and type_.in_a_row < MOST_FIGURES:
        fewer = _figure_rows(figures, type_.in_a_row + 1, face, paper, type_)
        if len(fewer) < len(rows) and _size_of(fewer) >= max(type_.least_pt, HARDLY_SMALLER * _size_of(rows)):
            rows = fewer
    return tuple(replace(row, size_pt=_size_of(rows)) for row in rows)


def _figure_rows(
    figures: Sequence[Fact], in_a_row: int, face: Face, paper: Paper, type_: FigureSettings
) -> tuple[FigureRow, ...]:
    rows = [*_even_rows(figures, in_a_row)]
    columns = max(map(len, rows), default=1)
    return tuple(FigureRow(row, columns, _figure_size(row, columns, face, paper, type_)) for row in rows)


def _size_of(rows: Sequence[FigureRow]) -> float:
    return min((row.size_pt for row in rows), default=math.inf)


def _even_rows(figures: Sequence[Fact], most: int) -> Iterator[tuple[Fact, ...]]:
    number = math.ceil(len(figures) / most)
    least, longer = divmod(len(figures), number)
    counts = [least + 1] * longer + [least] * (number - longer)
    return (tuple(figures[end - count : end]) for count, end in zip(counts, accumulate(counts), strict=True))


def _figure_size(row: Sequence[Fact], columns: int, face: Face, paper: Paper, type_: FigureSettings) -> float:
    room_pt = (paper.text_pt - (columns - 1) * paper.gutter_pt) / columns - type_.inset_pt
    widest = max(
        width(number, face, type_.tracking_em) + type_.unit * width(unit, face, UNIT_TRACKING_EM)
        for number, unit in (split_value(figure.label) for figure in row)
    )
    largest_pt = type_.alone_pt if columns == 1 else type_.size_pt
    return min(largest_pt, math.floor(room_pt / widest) if widest else largest_pt)
