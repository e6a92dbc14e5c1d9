"""What went out is kept: the very files, in the kit's folder “sent”, each in the folder of its day, with a record.

The day stands in the record and in the folder's name, in no file. What was sent is never changed: the copies can only
be read, and a second file of a name stands beside the first.
"""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import IO

from presskit import gate
from presskit.errors import SourceError, usage_error
from presskit.findings import Where, finding
from presskit.limits import FOLDER_FILES, LIST_BYTES, ZIP_BYTES
from presskit.sorting.folders import FURNITURE, OUT_FOLDER, OUTPUTS, SENT_FOLDER, SENT_RECORD
from presskit.writing import files
from presskit.writing.spreadsheets import table

FOLDER, RECORD = SENT_FOLDER, SENT_RECORD
HEAD = ("date", "file", "bytes", "SHA-256")
READ_ONLY = 0o444


@dataclass(frozen=True)
class Sent:
    """A file that went out. name: below the folder “sent”, with its day before it."""

    day: date
    name: str
    size_bytes: int
    sha256: str

    @property
    def row(self) -> tuple[str, ...]:
        """Its row in the record."""
        return (self.day.isoformat(), self.name, str(self.size_bytes), self.sha256)


def written_in(kit: Path) -> tuple[Path, ...]:
    """Return what presskit wrote into a kit's folder “out”: what can have gone out."""
    _require_kit(kit)
    return tuple(path for path in gate.files_in(kit / OUT_FOLDER) if path.suffix.lower() in OUTPUTS)


def _require_kit(kit: Path) -> None:
    if not gate.is_there(kit):
        raise SourceError(finding("s-001", Where(kit), name=str(kit)))
    if not gate.is_folder(kit):
        raise usage_error(f"{kit} is no kit's folder", "Name the folder of the kit first: presskit sent my-kit kit.pdf")


def keep(kit: Path, sent: Sequence[Path], day: date) -> tuple[Sent, ...]:
    """Keep files that went out on a day; return what the record says of each, in their order.

    sent: files, and folders such as one of drafts, of which every file is kept in a folder of that name.
    A file that was kept for that day already is not kept twice. Raises SourceError where one cannot be read,
    OutputError where nothing can be written, UsageError where the kit is no folder.
    """
    _require_kit(kit)
    wanted = {file: path.parent for path in sent for file in files_of(path)}
    problems = [problem for file in wanted if (problem := gate.refusal(file))]
    if problems:
        raise SourceError(*problems)
    known = list(read(kit))
    kept = []
    for file, above in wanted.items():
        one = _kept(kit / FOLDER, file, file.relative_to(above), day, known)
        kept.append(one)
        known += [] if one in known else [one]
    files.write(kit / FOLDER / RECORD, table([HEAD, *(one.row for one in known)]))
    return tuple(kept)


def read(kit: Path) -> Iterator[Sent]:
    """Yield what a kit's record says went out, in its order; rows that say something else are left out."""
    record = kit / FOLDER / RECORD
    if not gate.is_file(record):
        return
    text = gate.bytes_of(record, LIST_BYTES).decode("utf-8-sig", "replace")
    first, _, _ = text.partition("\n")
    for row in csv.reader(io.StringIO(text), delimiter=max(",;\t", key=first.count)):
        with suppress(ValueError):
            day, name, size, sha256 = row[: len(HEAD)]
            one = Sent(date.fromisoformat(day), name, int(size), sha256)
            if gate.is_named_inside(kit / FOLDER / one.name, kit / FOLDER):
                yield one


def days_of(kit: Path, path: Path) -> tuple[date, ...]:
    """Return the days on which a file, or each file of a folder, went out with these very bytes, by a kit's record.

    Nothing where that cannot be said of all of them.
    """
    known: dict[str, set[date]] = {}
    for one in read(kit):
        known.setdefault(one.sha256, set()).add(one.day)
    days = [known.get(digest_of(file)[0], set()) for file in files_of(path)] if known else []
    return tuple(sorted(set().union(*days))) if all(days) else ()


def files_of(path: Path) -> tuple[Path, ...]:
    """Return a file, or those of a folder and the folders in it, but for what computers leave there and our record."""
    if not gate.is_folder(path):
        return (path,)
    files = tuple(one for one in gate.walk(path) if one != path / RECORD and not FURNITURE.match(one.name))
    FOLDER_FILES.require(len(files), Where(path))
    return files


def digest_of(path: Path) -> tuple[str, int]:
    """Return a file's SHA-256 and its size in bytes. Raises SourceError where it cannot be read."""
    with gate.open_file(path, ZIP_BYTES) as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), file.tell()


def _kept(folder: Path, path: Path, name: Path, day: date, known: Sequence[Sent]) -> Sent:
    digest, size = digest_of(path)
    for one in known:
        if (one.day, one.sha256) == (day, digest) and gate.is_file(folder / one.name):
            return one
    place = folder / day.isoformat() / name
    names = (place.with_name(f"{place.stem}{number}{place.suffix}") for number in _numbers())
    place = next(name for name in names if not gate.is_there(name))
    files.write(place, partial(_copy, path))
    place.chmod(READ_ONLY)
    return Sent(day, place.relative_to(folder).as_posix(), size, digest)


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f"-{number}" for number in count(2))


def _copy(path: Path, target: IO[bytes]) -> None:
    with gate.open_file(path, ZIP_BYTES) as file:
        shutil.copyfileobj(file, target)
