"""The record of who has which file, with rows added: nothing that stands in it is changed or taken away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from presskit.reading.lists.record import COLUMNS, Record, places_of
from presskit.writing import spreadsheets


def with_rows(record: Record, added: Iterable[Mapping[str, str]], delimiter: str = ",") -> bytes:
    """Return a record with rows behind its own, each by the columns of reading.lists.record.

    People move, add and take out columns; what a new row says of one that is gone stands in a column behind theirs.
    delimiter: of a new record.
    """
    head, *rows = record.table or (tuple(COLUMNS.values()),)
    places = places_of(head)
    gone = [column for column in COLUMNS if column not in places]
    places |= {column: len(head) + index for index, column in enumerate(gone)}
    head = (*head, *(COLUMNS[column] for column in gone))
    new = [_row(cells, places, len(head)) for cells in added]
    return spreadsheets.table(new, record.delimiter if record.table else delimiter, above=[head, *rows])


def _row(cells: Mapping[str, str], places: Mapping[str, int], width: int) -> list[str]:
    row = [""] * width
    for column, words in cells.items():
        row[places[column]] = words
    return row
