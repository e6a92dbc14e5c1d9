"""A table that no page has room for: each of its rows becomes a record, a small table that repeats the heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import takewhile

from lxml import html as lxml_html
from lxml.html import HtmlElement
from lxml.html.builder import CLASS, DIV, TABLE, TBODY, TH, THEAD, TR
from markupsafe import Markup

from presskit.composing.tabular.table_widths import text_of
from presskit.reading.grids import Grid, Placed, in_rows, place_cells

Row = Sequence[Placed | None]
BETWEEN = " · "  # heads that stand above each other


def set_records(table_html: str) -> Markup | None:
    """Return the rows of a table of sanitised HTML as records; None where no heads say what its cells are.

    The first column needs none: its cells name the rows, and go on naming them where a record is parted by a page.
    A cell over several rows stands in the record of each, one over several columns once, with all their heads. A row
    of one cell alone parts the records as it parted the rows.
    """
    table = lxml_html.fragment_fromstring(table_html)
    grid = in_rows(place_cells(table))
    heads = [*takewhile(_is_of_heads, grid)]
    named = [_name(heads, [column]) for column in range(1, len(grid[0]))]
    if not named or not all(named) or len(heads) == len(grid):
        return None
    records = [_record(row, heads) for row in grid[len(heads) :]]
    captions = [_made("p", caption, "soft") for caption in table.iter("caption")]
    # Every tag and attribute has been sanitised in reading, or is set here.
    return Markup(lxml_html.tostring(DIV(CLASS("records"), *records, *captions), encoding="unicode"))


def _is_of_heads(row: Row) -> bool:
    return all(one is None or one.cell.tag == "th" for one in row)


def _name(heads: Grid, columns: Iterable[int]) -> str:
    """Return what the heads above columns say, each once, from the top."""
    cells = dict.fromkeys(one.cell for column in columns for one in (row[column] for row in heads) if one)
    return BETWEEN.join(filter(None, map(text_of, cells)))


def _record(row: Row, heads: Grid) -> HtmlElement:
    cells = [one for one in dict.fromkeys(row) if one]
    if len(cells) == 1:
        return _made("p", cells[0].cell, "over")
    name, *lines = _lines(cells, heads)
    return TABLE(CLASS("record"), THEAD(name), TBODY(*lines))


def _lines(cells: Sequence[Placed], heads: Grid) -> Iterator[HtmlElement]:
    """Yield a line for each cell that says something: its column's head, and what it says."""
    for one in cells:
        name = _name(heads, range(one.column, one.column + one.columns))
        if text_of(one.cell) and name:
            yield TR(TH(name, scope="row"), _made("td", one.cell))
        elif text_of(one.cell):
            yield TR(_made("th", one.cell, colspan="2", scope="col"))


def _made(tag: str, cell: HtmlElement, class_: str = "", **attributes: str) -> HtmlElement:
    """Return an element of this kind that holds what a cell holds."""
    made = deepcopy(cell)
    made.tag, made.tail = tag, None
    made.attrib.clear()
    made.attrib.update({"class": class_} if class_ else attributes)
    return made
