"""How a table is set: figures line up at the right, words begin at the left, the last row sums up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

from presskit.composing.tabular.table_widths import SHORTER, Fit, has_long_word, stays_whole, text_of
from presskit.reading.grids import Placed, columns_of, place_cells

SHORT = 10  # rows that are better not parted between two pages: a head, eight rows, and their sum
# "12", "$4.2 million", "–3.5 %", "1950/51", "(12)", and what stands for no figure at all.
FIGURE = re.compile(r"\W{0,3}\d[\d.,:'’\s\u202f\u00a0/–-]*\W{0,2}[^\W\d]{0,8}\.?\)?|[–—-]|n/?a\.?|", re.IGNORECASE)

# A number alone, and the digits behind its last point or comma.
NUMBER = re.compile(r"[+–−-]?\d[\d.,'’ \u202f\u00a0]*")
DECIMALS = re.compile(r"(?P<sign>[.,])(?P<digits>\d+)$")
THOUSAND, MOST_DECIMALS = 3, 4
CELLS, FEWEST_SUMMED, FEWEST_SUMS = ("td", "th"), 4, 2

TABLE_NAME = re.compile(r"(?:Tab(?:le|elle|leau|la|ella|\.)|الجدول|جدول)[ \xa0]*\d+", re.IGNORECASE)
MOST_NAMED = 300  # letters
# "Total", "Grand total", and so in the languages that pages speak.
TOTAL = re.compile(
    r"(?:(?:grand |sub-?)?totals?|sum|gesamt(?:summe|betrag)?|insgesamt|summe|ensemble|suma|المجموع|الإجمالي)\b",
    re.IGNORECASE,
)


def set_table(table_html: str, fit: Fit, longest: int = SHORTER) -> Markup:
    """Return a table of sanitised HTML with classes: of its fit, of cells, of a last row "total".

    longest: how many letters a cell has at most that stays on one line ("whole").

    Cells that name their row, and are not said to, are told to whoever reads the table aloud.
    """
    box = lxml_html.fragment_fromstring(table_html, create_parent="div")
    for table in box.iter("table"):
        placed = place_cells(table)
        columns = columns_of(placed)
        rows = [*table.iter("tr")]
        if names := " ".join(filter(None, (fit, "long" if len(rows) > SHORT else ""))):
            table.set("class", names)
        _tell_rows([one.cell for one in placed if one.column == 0], columns)
        for number in range(1, columns):
            _mark([one for one in placed if one.column == number])
            _align([one.cell for one in placed if one.column == number and one.cell.tag == "td" and one.columns == 1])
        for one in placed:
            if stays_whole(text_of(one.cell), longest):
                _add(one.cell, "whole")
            elif has_long_word(text_of(one.cell)):
                _add(one.cell, "parted")
        _sum_up(rows)
    # Every tag and attribute has been sanitised in reading, or is set above.
    return Markup("".join(lxml_html.tostring(child, encoding="unicode") for child in box))


def names_table(text: str) -> bool:
    """Tell whether a paragraph says what a table beside it shows: “Table 1: Growth by site”."""
    return len(text) <= MOST_NAMED and bool(TABLE_NAME.match(text))


def is_short(table_html: str) -> bool:
    """Tell whether a table has so few rows that it should stay on one page."""
    return sum(1 for _ in lxml_html.fragment_fromstring(table_html).iter("tr")) <= SHORT


def _tell_rows(first: Sequence[HtmlElement], columns: int) -> None:
    """State of the cells of the first column that they head their rows, where no two rows have the same in it.

    Figures name a row below a head alone: a column of years does, one of measured values stands by itself.
    """
    body = [cell for cell in first if cell.tag == "td"]
    names = [text_of(cell) for cell in body]
    is_headed = len(body) < len(first)
    if columns > 1 and all(names) and len(set(names)) == len(names):
        for cell, name in zip(body, names, strict=True):
            if is_headed or not FIGURE.fullmatch(name):
                cell.set("data-tag", "TH")


def _mark(column: Sequence[Placed]) -> None:
    """Mark what a column does not set as figures: all of one of words, and a heading that stands over several."""
    body = [one.cell for one in column if one.cell.tag == "td"]
    is_figures = all(FIGURE.fullmatch(cell.text_content().strip()) for cell in body)
    for one in column:
        is_over = one.columns > 1 and one.cell.tag == "th"
        # Below a cell of several rows another column's cell is a row's first, and is none that names it.
        classes = ["over"] if is_over else [] if is_figures else ["words"]
        classes += ["later"] if one.cell.getprevious() is None else []
        if classes:
            one.cell.set("class", " ".join(classes))


def _align(column: Sequence[HtmlElement]) -> None:
    """Set plain numbers of a column on their decimal point: each leaves room for the digits that it lacks.

    A sign that three digits follow in all of them parts thousands.
    """
    numbers = [text_of(cell) for cell in column if text_of(cell)]
    if not all(map(NUMBER.fullmatch, numbers)):
        return
    ends = [DECIMALS.search(number) for number in numbers]
    signs = {end["sign"] for end in ends if end and len(end["digits"]) != THOUSAND}
    if len(signs) != 1 or any(number.count(sign) > 1 for sign in signs for number in numbers):
        return
    digits = {cell: _decimals(text_of(cell), *signs) for cell in column}
    most = max(digits.values())
    for cell, own in digits.items():
        if own < most <= MOST_DECIMALS:
            _add(cell, f"lacks-{most - own}{'' if own else ' pointless'}")


def _decimals(number: str, sign: str) -> int:
    return len(number) - number.rindex(sign) - 1 if sign in number else 0


def _add(cell: HtmlElement, name: str) -> None:
    cell.set("class", f"{cell.get('class', '')} {name}".strip())


def _sum_up(rows: Sequence[HtmlElement]) -> None:
    """Mark the last row where its first cell says that it is the sum of those above, or its figures are."""
    if len(rows) > 2 and len(rows[-1]) and (TOTAL.match(text_of(rows[-1][0]).strip()) or _is_sum(rows)):
        rows[-1].set("class", "total")


def _is_sum(rows: Sequence[HtmlElement]) -> bool:
    """Tell whether two columns or more of a table sum up to its last row: one may by chance."""
    cells = [[text_of(cell).strip() for cell in row] for row in rows[1:] if all(cell.tag in CELLS for cell in row)]
    if len(cells) < FEWEST_SUMMED or any(len(row) != len(cells[-1]) for row in cells):
        return False
    columns = [[*map(_figure, column)] for column in zip(*cells, strict=True)][1:]
    known = [[one for one in column if one is not None] for column in columns]
    sums = [column for column in known if len(column) == len(cells) and column[-1] and sum(column[:-1]) == column[-1]]
    return len(sums) >= FEWEST_SUMS


def _figure(words: str) -> Decimal | None:
    """Return the number that a cell holds alone; three digits behind a mark are taken for thousands."""
    if not NUMBER.fullmatch(words):
        return None
    bare = re.sub(r"[’' \u202f\u00a0]", "", words).replace("–", "-").replace("−", "-")
    found = DECIMALS.search(bare)
    if found and len(found["digits"]) != THOUSAND:
        return Decimal(f"{re.sub('[.,]', '', bare[: found.start()])}.{found['digits']}")
    return Decimal(re.sub("[.,]", "", bare))
