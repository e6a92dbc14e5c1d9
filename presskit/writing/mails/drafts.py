"""A folder of drafts: a file for each mail, a page that lists them, a table to fill in mails by; and their record.

Each run has a folder of its own, beside those of earlier runs: what was drafted once is never taken away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path, PurePath

from presskit import ending, gate, whole
from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.model import Kit
from presskit.reading.lists.people import Recipient
from presskit.reading.slugs import latin_words
from presskit.sorting.folders import FURNITURE, is_of_drafts
from presskit.sorting.made import is_made_here
from presskit.writing import files

INDEX, MERGE, MAILBOX = "index.html", "mail-merge.xlsx", "drafts.mbox"


def draft_name(person: Recipient) -> str:
    """Return "014-dupont-le-monde.eml" for the person in row 14: ASCII, and in the list's order when sorted."""
    return f"{person.row:03d}-{_words(person.last_name or person.first_name, person)}.eml"


def copy_name(kit: Kit, person: Recipient) -> str:
    """Return the name of a person's copy of a kit's PDF: the kit's own, then "-for-chloe-dupont-le-monde"."""
    return f"{PurePath(files.default_name(kit)).stem}-for-{_words(person.name, person)}.pdf"


def _words(name: str, person: Recipient) -> str:
    words = latin_words(f"{name} {person.outlet}") or latin_words(person.email)
    return "-".join(words)[:60].rstrip("-")


def require_folder(folder: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError m-008 if a folder holds what presskit did not write, b-004 where nothing can be written."""
    if folder.is_file():
        hint = "Name a folder with -o that is not there yet."
        raise OutputError(finding("b-004", path=folder, reason="it is a file, and drafts stand in a folder", hint=hint))
    files.require_place(folder / INDEX, sources)
    files.require_place(gate.real(folder).parent / INDEX, ())
    other = next(_of_others(folder), None)
    if other and not (is_of_drafts(folder) or is_made_here(other)):
        raise OutputError(finding("m-008", Where(), path=folder, name=other.name))


def _of_others(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from (path for path in sorted(folder.iterdir()) if not FURNITURE.match(path.name))


def write_folder(
    folder: Path, made: Iterable[tuple[str, bytes]], record: Path | None, recorded: Callable[[Path], bytes]
) -> Path:
    """Write files into a new folder, and say so in the record: both, or neither. Return where they are.

    folder: its place; where something stands there already, the first free one of name-2, name-3 …
    made: names and content; what comes under a name again is added to it. recorded: gives what the record holds then.
    """
    wanted = gate.real(folder)  # a link to a folder stays one
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        whole.sweep(wanted.parent)
        with whole.folder_in(wanted.parent) as beside:
            new = beside / "new"
            new.mkdir()
            for name, data in made:
                with (new / name).open("ab") as file:
                    file.write(data)
            whole.settle(new)
            with whole.held(record.parent if record else wanted.parent):
                place = _free(wanted)
                data = recorded(place) if record else b""
                with ending.put_off():
                    _put(new, place, record, data)
                    ending.wrote([place])
    except OSError as error:
        hint = "Make room, or name another folder with -o."
        raise OutputError(finding("b-004", path=folder, reason=whole.reason_of(error), hint=hint)) from error
    return folder.with_name(place.name) if place != wanted else folder


def _free(wanted: Path) -> Path:
    """Return the first place where nothing stands, not even an empty folder: somebody may be in it."""
    others = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return wanted if not wanted.exists() else next(place for place in others if not place.exists())


def _put(new: Path, place: Path, record: Path | None, data: bytes) -> None:
    """Let record and drafts take their places; where the drafts cannot, the record is as it was."""
    before = gate.bytes_of(record) if record and gate.is_there(record) else None
    if record:
        files.write(record, data)
    try:
        new.rename(place)
    except OSError:
        if record and before is not None:
            files.write(record, before)
        elif record:
            record.unlink()
        raise
