"""The folder of drafts: a file for each mail, a page that lists them, and a table that says who has which file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from presskit import ending, gate, whole
from presskit.errors import OutputError, SourceError
from presskit.findings import Where, finding
from presskit.reading.lists.people import Recipient
from presskit.reading.lists.rows import read_table
from presskit.reading.slugs import latin_words
from presskit.sorting.folders import FURNITURE
from presskit.writing import files, spreadsheets

SENT_LIST, INDEX = "sent-list.csv", "index.html"
HEADINGS = (
    "draft", "name", "first name", "e-mail", "outlet", "language", "salutation", "embargo",
    "subject", "date of the kit", "file", "SHA-256 of the file",
)  # fmt: skip
OWN = re.compile(r"[^\s./\\:][^\s/\\:]{0,199}\.(?:eml|pdf)")  # in any script: some hold signs that are no letters


def draft_name(person: Recipient) -> str:
    """Return "014-dupont-le-monde.eml" for the person in row 14: ASCII, and in the list's order when sorted."""
    words = latin_words(f"{person.last_name or person.first_name} {person.outlet}") or latin_words(person.email)
    return f"{person.row:03d}-{'-'.join(words)[:60].rstrip('-')}.eml"


def sent_list(rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table of who has which file."""
    return spreadsheets.table([HEADINGS, *rows])


def earlier_rows(place: Path) -> list[list[str]]:
    """Return the rows of an earlier table, which say who has which file; none where it is another list."""
    table = place / SENT_LIST if gate.is_folder(place) else place
    if table.name != SENT_LIST:
        return []
    return [[row.get(heading, "") for heading in HEADINGS] for row in _rows_of(table)]


def holds_drafts(folder: Path) -> bool:
    """Tell a folder of drafts by the table that lies in it."""
    return (folder / SENT_LIST).is_file()


def draft_of_address(folder: Path) -> dict[str, str]:
    """Return the name of each draft in a folder by the address it is for, as its table says; of none, nothing."""
    rows = list(_rows_of(folder / SENT_LIST)) if gate.is_there(folder / SENT_LIST) else []
    return {row.get("e-mail", ""): row["draft"] for row in rows if OWN.fullmatch(row.get("draft", ""))}


def attached_pdf(folder: Path) -> str | None:
    """Return the name of the PDF that the drafts of a folder hold, as its table says."""
    named = (row.get("file", "") for row in _rows_of(folder / SENT_LIST))
    return next((name for name in named if OWN.fullmatch(name)), None)


def _rows_of(table: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of an earlier table by their headings, also where a spreadsheet has saved it in its own way."""
    try:
        rows = [cells for _, cells in read_table(table).rows]
    except SourceError:
        return
    if rows and "draft" in rows[0]:
        yield from (dict(zip(rows[0], cells, strict=False)) for cells in rows[1:])


def require_folder(folder: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError m-008 if a folder holds what presskit did not write, b-004 where nothing can be written."""
    if folder.is_file():
        hint = "Name a folder with -o that is not there yet."
        raise OutputError(finding("b-004", path=folder, reason="it is a file, and drafts stand in a folder", hint=hint))
    files.require_place(folder / INDEX, sources)
    files.require_place(gate.real(folder).parent / INDEX, ())
    if folder.is_dir() and folder.samefile(Path()):
        reason, hint = (
            "you are in it, and it is exchanged as a whole",
            "Go up a folder (cd ..) and say where it is with -o.",
        )
        raise OutputError(finding("b-004", path=gate.real(folder), reason=reason, hint=hint))
    if folder.is_dir():
        own = _own_files(folder)
        others = (path for path in sorted(folder.iterdir()) if path not in own and not FURNITURE.match(path.name))
        other = next(others, None)
        if other:
            raise OutputError(finding("m-008", Where(), path=folder, name=other.name))


def _own_files(folder: Path) -> set[Path]:
    """Return the files that an earlier run wrote, as its own table names them."""
    named = {row.get(column, "") for row in _rows_of(folder / SENT_LIST) for column in ("draft", "file")}
    # A name with a folder in it is none that presskit wrote.
    own = {folder / name for name in named if OWN.fullmatch(name)}
    return {path for path in {*own, folder / SENT_LIST, folder / INDEX} if path.is_file()}


def write_folder(folder: Path, made: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder of their own, which takes the place of an earlier run's as a whole.

    What others put there meanwhile moves along.
    """
    place = gate.real(folder)  # a link to a folder stays one
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        whole.sweep(place.parent)
        with whole.folder_in(place.parent) as beside:
            new = beside / "new"
            new.mkdir()
            for name, data in made:
                whole.write({new / name: data}, lasting=False)
            whole.settle(new)
            with ending.put_off():
                if place.is_dir():
                    shutil.copymode(place, new)
                    own = {path.name for path in _own_files(place)}
                    _keep_others(whole.exchange(new, place), place, own)
                else:
                    new.rename(place)
                ending.wrote([folder])
    except OSError as error:
        hint = "Close the drafts in other programs, make room, or name another folder with -o."
        raise OutputError(finding("b-004", path=folder, reason=whole.reason_of(error), hint=hint)) from error


def _keep_others(before: Path, place: Path, own: Set[str]) -> None:
    """Move along what anybody else put into the folder of an earlier run, whose own files go with it."""
    for path in tuple(before.iterdir()):
        if path.name not in own and not (place / path.name).exists():
            path.rename(place / path.name)
