"""The rows of a table: a .csv file as any program saves it, or the sheets of an .xlsx workbook."""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.limits import COLUMNS, LIST_BYTES, PEOPLE
from presskit.reading.formats.kinds import READ_TABLES
from presskit.reading.formats.text import load
from presskit.reading.packages import LOCKED, MAX_PART_BYTES, OLD_OFFICE
from presskit.reading.zips import BROKEN_ZIP

DELIMITERS = (",", ";", "\t")
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# What comes along with addresses copied from a mail program, and turns the words around it: nobody sees it.
UNSEEN = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
LAST = "\ue000"  # a row put behind the table: where it is in a cell, a quotation mark was never closed
SHEET = re.compile(r"xl/worksheets/\w+\.xml")
HIDES = re.compile(rb"<row\b[^<>]{0,300}\bhidden=")
FORMULA = re.compile(r"'(?=[=+\-@])")
SAVE_AGAIN = "Open it in the program that made it and save it as CSV (UTF-8) or as an Excel workbook (.xlsx)."


@dataclass(frozen=True)
class Table:
    """The rows that are not empty, each with its number, counted from 1 as the program that shows it does.

    Cells are one line each, without control characters. encoding, doubt: as of a text whose encoding was guessed.
    delimiter, raw: of a .csv, what parts its cells, and every row as it stands there. sheet: of a workbook. hidden: how
    many rows of it the program does not show, because somebody filtered them out; they are not among the rows.
    """

    rows: tuple[tuple[int, list[str]], ...]
    encoding: str = ""
    doubt: str = ""
    delimiter: str = ","
    raw: tuple[list[str], ...] = ()
    sheet: str = ""
    hidden: int = 0


def read_table(path: Path) -> Table:
    """Read a table, of a workbook that of its first sheet. Raises SourceError as read_tables does."""
    return read_tables(path)[0]


def read_tables(path: Path) -> Sequence[Table]:
    """Read the tables of a file: one, or that of each sheet of a workbook which is shown.

    Raises SourceError s-001, s-002, s-004, s-011 for a file that
    cannot be read, m-005 for one that is no table.
    """
    suffix = path.suffix.lower()
    if suffix not in (*READ_TABLES, ".txt"):
        raise _no_table(path, f"presskit does not read {suffix or 'a file without an ending'}")
    if suffix == ".xlsx":
        return [*_of_workbook(path)]
    decoded = load(path, LIST_BYTES)
    delimiter, raw = _of_text(decoded.text, path)
    return [Table(tuple(_filled(raw, path)), decoded.encoding, decoded.doubt, delimiter, tuple(raw))]


def _filled(rows: Iterable[Sequence[object]], path: Path) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(rows, start=1):
        PEOPLE.require(number, Where(path))
        cells = [clean(cell) for cell in row]
        if any(cells):
            yield number, cells


def clean(cell: object) -> str:
    """Return a cell as one line; the apostrophe that keeps a formula from being one is taken away again."""
    if isinstance(cell, datetime):
        cell = cell.date()
    text = "" if cell is None else str(cell)
    return FORMULA.sub("", " ".join(CONTROLS.sub(" ", UNSEEN.sub("", text)).split()), count=1)


def _of_text(text: str, path: Path) -> tuple[str, list[list[str]]]:
    """Return what parts the cells of a text, and its rows."""
    text = text.lstrip("\ufeff")
    first = text.lstrip("\n").partition("\n")[0]
    is_named = first.lower().startswith("sep=")  # Excel's own word for it
    delimiter = first[4:5] or "," if is_named else max(DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(f"{text}\n{LAST}", newline=""), delimiter=delimiter))
    except csv.Error:
        raise _no_table(path, "a cell of it never ends") from None
    if rows.pop() != [LAST]:
        raise _no_table(path, "a quotation mark in it is never closed, and would swallow the rows behind it")
    return delimiter, [[] if row and row[0].lower().startswith("sep=") else row for row in rows]


def _of_workbook(path: Path) -> Iterator[Table]:
    """Yield the sheets that are shown, at least the first; formulas as the values last seen."""
    from openpyxl import load_workbook  # noqa: PLC0415  (0.2 s that only workbooks need)

    data = gate.bytes_of(path, LIST_BYTES)
    if data.startswith(OLD_OFFICE):
        locked = LOCKED in data
        raise _no_table(path, "it is locked with a password" if locked else "it is an old Excel file under a new name")
    try:
        with warnings.catch_warnings(action="ignore"):
            hides = _hides_rows(path, data)
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = workbook.worksheets
            for sheet in [one for one in sheets if one.sheet_state == "visible"] or sheets[:1]:
                rows = tuple(_filled(sheet.iter_rows(max_col=COLUMNS.most, values_only=True), path))
                hidden = _hidden_rows(data, sheet.title) if hides else frozenset()
                shown = tuple(row for row in rows if row[0] not in hidden)
                yield Table(shown, sheet=sheet.title, hidden=len(rows) - len(shown))
    except (*BROKEN_ZIP, AttributeError, LookupError, SyntaxError, TypeError, ValueError) as error:
        raise _no_table(path, "it is damaged, or no Excel workbook") from error


def _hides_rows(path: Path, data: bytes) -> bool:
    """Tell whether a sheet hides something. Raises SourceError m-005 for a workbook too large for a list."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if max((part.file_size for part in parts), default=0) > MAX_PART_BYTES:
            raise _no_table(path, "it unpacks to far more than a list holds")
        return any(HIDES.search(archive.read(part)) for part in parts if SHEET.fullmatch(part.filename))


def _hidden_rows(data: bytes, sheet: str) -> frozenset[int]:
    """Return the numbers of the rows that a sheet hides; openpyxl knows them only of a sheet that it reads whole."""
    from openpyxl import load_workbook  # noqa: PLC0415  (as above)

    rows = load_workbook(io.BytesIO(data))[sheet].row_dimensions
    return frozenset(number for number, row in rows.items() if row.hidden)


def _no_table(path: Path, reason: str) -> SourceError:
    return SourceError(finding("m-005", Where(path), name=path.name, reason=reason, hint=SAVE_AGAIN))
