"""The folder of drafts: a file for each mail, a page that lists them, and a table that says who has which file."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.reading.recipients import Recipient
from presskit.reading.rows import clean
from presskit.reading.slugs import latin_words
from presskit.reading.sources import FURNITURE
from presskit.writing import files, spreadsheets

SENT_LIST, INDEX = "sent-list.csv", "index.html"
HEADINGS = (
    "draft", "name", "first name", "e-mail", "outlet", "language", "salutation", "embargo",
    "subject", "date of the kit", "file", "SHA-256 of the file",
)  # fmt: skip
OWN = re.compile(r"[\w-]{1,120}\.eml")


def draft_name(person: Recipient) -> str:
    """Return "014-dupont-le-monde.eml" for the person in row 14: ASCII, and in the list's order when sorted."""
    words = latin_words(f"{person.last_name or person.first_name} {person.outlet}") or latin_words(person.email)
    return f"{person.row:03d}-{'-'.join(words)[:60].rstrip('-')}.eml"


def sent_list(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table of who has which file."""
    return spreadsheets.table([HEADINGS, *rows])


def earlier_rows(place: Path) -> list[list[str]]:
    """Return the rows of an earlier table, which say who has which file; none where it is another list."""
    table = place / SENT_LIST if place.is_dir() else place
    if table.name != SENT_LIST or not table.is_file():
        return []
    rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    return [[clean(cell) for cell in row] for row in rows[1:]] if rows[:1] == [list(HEADINGS)] else []


def require_folder(folder: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError m-008 if a folder holds what presskit did not write, b-004 where nothing can be written."""
    if folder.is_file():
        hint = "Name a folder with -o that is not there yet."
        raise OutputError(finding("b-004", path=folder, reason="it is a file, and drafts stand in a folder", hint=hint))
    files.require_place(folder / INDEX, sources)
    if folder.is_dir():
        own = _own_files(folder)
        others = (path for path in sorted(folder.iterdir()) if path not in own and not FURNITURE.match(path.name))
        other = next(others, None)
        if other:
            raise OutputError(finding("m-008", Where(), path=folder, name=other.name))


def _own_files(folder: Path) -> set[Path]:
    """Return the files that an earlier run wrote, as its own table names them."""
    table = folder / SENT_LIST
    if not table.is_file():
        return set()
    try:
        rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    except (OSError, UnicodeDecodeError, csv.Error):
        return set()
    drafts = {row.get("draft") or "" for row in rows}
    # A name with a folder in it is none that presskit wrote.
    named = {name for name in drafts if OWN.fullmatch(name)} | {Path(row.get("file") or "").name for row in rows}
    return {folder / name for name in {*named, SENT_LIST, INDEX} if name}


def write_folder(folder: Path, made: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, in place of those of an earlier run; nothing changes until all are written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".presskit-") as beside:
            names = []
            for name, data in made:
                (Path(beside) / name).write_bytes(data)
                names.append(name)
            for path in _own_files(folder):
                path.unlink(missing_ok=True)
            for name in names:
                shutil.move(Path(beside) / name, folder / name)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Close the drafts in other programs, make room, or name another folder with -o."
        raise OutputError(finding("b-004", path=folder, reason=reason, hint=hint)) from error
