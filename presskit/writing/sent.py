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
from presskit.limits import LIST_BYTES, ZIP_BYTES
from presskit.sorting.folders import OUT_FOLDER, OUTPUTS
from presskit.writing import files
from presskit.writing.spreadsheets import table

FOLDER, RECORD = "sent", "sent.csv"
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
    return tuple(path for path in gate.files_in(kit / OUT_FOLDER) if path.suffix.lower() in OUTPUTS)


def keep(kit: Path, sent: Sequence[Path], day: date) -> tuple[Sent, ...]:
    """Keep files that went out on a day; return what the record says of each, in their order.

    A file that was kept for that day already is not kept twice. Raises SourceError where one cannot be read,
    OutputError where nothing can be written, UsageError where the kit is no folder.
    """
    if not gate.is_folder(kit):
        raise usage_error(f"{kit} is no kit's folder", "Name the folder of the kit first: presskit sent my-kit kit.pdf")
    problems = [problem for path in sent if (problem := gate.refusal(path))]
    if problems:
        raise SourceError(*problems)
    known = list(read(kit))
    kept = []
    for path in sent:
        one = _kept(kit / FOLDER, path, day, known)
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
            yield Sent(date.fromisoformat(day), name.lstrip("'"), int(size), sha256)


def sent_as(kit: Path, data: bytes) -> Sent | None:
    """Return when these very bytes went out last, as a kit's record says; None where they did not."""
    digest = hashlib.sha256(data).hexdigest()
    return max((one for one in read(kit) if one.sha256 == digest), key=lambda one: one.day, default=None)


def _kept(folder: Path, path: Path, day: date, known: Sequence[Sent]) -> Sent:
    with gate.open_file(path, ZIP_BYTES) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    for one in known:
        if (one.day, one.sha256) == (day, digest) and gate.is_file(folder / one.name):
            return one
    place = folder / day.isoformat() / path.name
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
