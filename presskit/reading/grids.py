"""Where the cells of a table stand: by column and row, merged cells over all the places they cover.

Why: cells below or beside a merged one would slide under the wrong head if they were merely counted. A place that a
merged cell covers is none of its neighbour's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

MOST_SPANNED = 1000  # HTML standard, 4.9.11: a browser's own bound for columns


@dataclass(frozen=True)
class Placed:
    """A cell at the column and the row where it begins, counted from 0, and how many of each it covers."""

    cell: HtmlElement
    column: int
    row: int
    columns: int = 1
    rows: int = 1


Grid = Sequence[Sequence[Placed | None]]  # rows, and the cell at each place of them


def place_cells(table: HtmlElement) -> list[Placed]:
    """Return the cells of a table, row by row, each in its place.

    Spans that reach below the last row, or over columns in which no cell begins, are cut to what they cover.
    """
    rows = [list(row.iterchildren("th", "td")) for row in table.iter("tr")]
    reached: dict[int, int] = {}  # by column: the first row that no cell above reaches into
    placed = []
    for number, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while reached.get(column, 0) > number:
                column += 1
            end = column + 1
            while end < column + span(cell, "colspan") and reached.get(end, 0) <= number:
                end += 1
            down = min(span(cell, "rowspan") or len(rows), len(rows) - number)  # 0: to the end of the table
            placed.append(Placed(cell, column, number, end - column, down))
            reached |= dict.fromkeys(range(column, end), number + down) if down > 1 else {}
            column = end
    return with_columns(placed, {one.column for one in placed})


def span(cell: HtmlElement, name: str) -> int:
    """Return how many rows or columns a cell says that it covers; 1 where it says nothing that can be."""
    said = (cell.get(name) or "1").strip()
    return min(int(said), MOST_SPANNED) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def with_columns(placed: Sequence[Placed], kept: Collection[int]) -> list[Placed]:
    """Return the cells that begin in these columns, as a table of these alone."""
    number = {column: place for place, column in enumerate(sorted(kept))}
    return [
        replace(one, column=number[one.column], columns=counted(one.column, one.columns, number))
        for one in placed
        if one.column in number
    ]


def with_rows(placed: Sequence[Placed], kept: Collection[int]) -> list[Placed]:
    """Return the cells that begin in these rows, as a table of these alone."""
    number = {row: place for place, row in enumerate(sorted(kept))}
    return [
        replace(one, row=number[one.row], rows=counted(one.row, one.rows, number))
        for one in placed
        if one.row in number
    ]


def counted(first: int, length: int, kept: Collection[int]) -> int:
    """Return how many of the places from `first` on are kept."""
    return 1 if length == 1 else sum(each in kept for each in range(first, first + length))


def in_rows(placed: Sequence[Placed]) -> list[list[Placed | None]]:
    """Return the rows of a table, each as wide as the widest; a merged cell stands at every place that it covers."""
    width = columns_of(placed)
    grid: list[list[Placed | None]] = [[None] * width for _ in range(max((one.row + 1 for one in placed), default=0))]
    for one in placed:
        for row in grid[one.row : one.row + one.rows]:
            row[one.column : one.column + one.columns] = [one] * one.columns
    return grid


def begins(one: Placed, row: int, column: int) -> bool:
    """Tell whether a cell begins at a place, and does not only reach over it."""
    return (one.row, one.column) == (row, column)


def columns_of(placed: Sequence[Placed]) -> int:
    """Count the columns of a table."""
    return max((one.column + one.columns for one in placed), default=0)
