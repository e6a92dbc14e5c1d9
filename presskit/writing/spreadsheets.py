"""Tables for spreadsheets: CSV that Excel opens with every letter right, and with no cell that it would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # with which a cell begins that a spreadsheet would run


def table(rows: Iterable[Sequence[str]], delimiter: str = ",", above: Iterable[Sequence[str]] = ()) -> bytes:
    """Return rows as CSV: UTF-8 with the mark that Excel knows it by; an apostrophe stops what could be a formula.

    above: rows that a person wrote, which stand before the others as they are.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows(above)
    writer.writerows([_inert(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
