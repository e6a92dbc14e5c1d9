"""How a table is set: figures line up at the right, words begin at the left, many columns take the page's width."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

from presskit.reading.grids import columns_of, place_cells
from presskit.settings.theme import TableSettings

SHORT = 8  # rows that are better not parted between two pages
# "12", "$4.2 million", "–3.5 %", "1950/51", "(12)", and what stands for no figure at all.
FIGURE = re.compile(r"\W{0,3}\d[\d.,:'’\s\u202f\u00a0/–-]*\W{0,2}[^\W\d]{0,8}\.?\)?|[–—-]|n/?a\.?|", re.IGNORECASE)


def set_table(table_html: str, limits: TableSettings) -> Markup:
    """Return a table of sanitised HTML with classes: "wide" or "dense" by its columns, "words" on cells of words.

    Cells that name their row, and are not said to, are told to whoever reads the table aloud.
    """
    box = lxml_html.fragment_fromstring(table_html, create_parent="div")
    for table in box.iter("table"):
        placed = place_cells(table)
        columns = columns_of(placed)
        if columns >= limits.wide:
            table.set("class", "wide dense" if columns >= limits.dense else "wide")
        _tell_rows([one.cell for one in placed if one.column == 0], columns)
        for number in range(1, columns):
            _mark([one.cell for one in placed if one.column == number])
    # Every tag and attribute has been sanitised in reading, or is set above.
    return Markup("".join(lxml_html.tostring(child, encoding="unicode") for child in box))


def is_wide(table_html: str, limits: TableSettings) -> bool:
    """Tell whether a table has more columns than running text has room for."""
    return columns_of(place_cells(lxml_html.fragment_fromstring(table_html))) >= limits.wide


def is_short(table_html: str) -> bool:
    """Tell whether a table has so few rows that it should stay on one page."""
    return sum(1 for _ in lxml_html.fragment_fromstring(table_html).iter("tr")) <= SHORT


def _tell_rows(first: Sequence[HtmlElement], columns: int) -> None:
    """State of the cells of the first column that they head their rows, where no two rows have the same in it.

    Figures name a row below a head alone: a column of years does, one of measured values stands by itself.
    """
    body = [cell for cell in first if cell.tag == "td"]
    names = [" ".join(cell.text_content().split()) for cell in body]
    is_headed = len(body) < len(first)
    if columns > 1 and all(names) and len(set(names)) == len(names):
        for cell, name in zip(body, names, strict=True):
            if is_headed or not FIGURE.fullmatch(name):
                cell.set("data-tag", "TH")


def _mark(column: Sequence[HtmlElement]) -> None:
    body = [cell for cell in column if cell.tag == "td"]
    if all(FIGURE.fullmatch(cell.text_content().strip()) for cell in body):
        return
    for cell in column:
        cell.set("class", "words")
