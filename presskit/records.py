"""The record of a command that was done: where nothing has changed since, it names the answer, and no work begins.

What goes into an answer, in this one place:

- the words of the command, and the folder it was given in (`_key`);
- presskit itself, what it stands on, and what it reads of the environment (knowing.program);
- every file in all places that could be read: its name and its content, and where each link leads (`_contents`). What
  presskit itself puts there is none of them: “out”, “sent”, who-has-what.csv, a file that is being written;
- the files that were written, which must still be there, byte for byte (`Record.written`), and what stands beside them
  under the same name, to which a web page links;
- the clock, where an embargo was held against it: the record is good until the first one ends (`Record.until`).

A record says nothing of files that changed while the command was at work, nor of places too large to look through at
once; then there is none. It lies among the finished work (presskit.rendering.cache), which notices a changed byte.
"""

from __future__ import annotations

import glob
import hashlib
import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from presskit import gate
from presskit.errors import PresskitError
from presskit.knowing.program import identity
from presskit.knowing.states import changed_at
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.sorting.folders import ingredients_in

WINDOW = "the window of preview"  # whose last state is kept as if a command had said it
COMMANDS = ("build", "check", WINDOW)
# What is to be opened, made anew, read itself, watched or reported on: none is answered.
UNANSWERED = {"-h", "--help", "--open", "--no-cache", "--against", "--watch", "--html"}
MOST_FILES, MOST_BYTES = 5_000, 2_000_000_000  # two seconds' reading


@dataclass(frozen=True)
class Record:
    """What a command said and left. places: what could be read. contents: the digest of it. written: digests by path.

    until: when the answer may be another, in seconds since 1970; None where no clock was read.
    """

    said: str
    exit_code: int
    places: tuple[str, ...]
    contents: str
    written: dict[str, str]
    until: float | None


@dataclass(frozen=True)
class Done:
    """What a command did: what it said, its exit code, what it could read and what it wrote; until when that is so."""

    said: str
    exit_code: int
    places: Sequence[Path]
    written: Sequence[Path] = ()
    until: datetime | None = None


class Unrecordable(Exception):
    """What could be read is too much to look through, cannot be read, or is being changed."""


def answer(words: Sequence[str]) -> Record | None:
    """Return the record of a command that would do the same again; None where something has changed."""
    if not _is_answered(words):
        return None
    kept = Cache(default_cache_folder()).find(_key(words))
    if kept is None:
        return None
    with suppress(PresskitError, OSError, ValueError, TypeError, Unrecordable):
        record = Record(**json.loads(kept.read()))
        is_in_time = record.until is None or time.time() < record.until
        if is_in_time and _is_written(record) and _contents(record.places, record.written) == record.contents:
            return record
    return None


@dataclass(frozen=True)
class Begun:
    """A command that begins. moment: in seconds since 1970. places: what it can read, and which names stand there."""

    words: tuple[str, ...]
    moment: float
    places: tuple[Path, ...]
    names: frozenset[str]


def begin(words: Sequence[str], places: Sequence[Path]) -> Begun | None:
    """Note what stands in the places that are named, before a command reads them; None where nothing will be kept."""
    if not _is_answered(words):
        return None
    with suppress(OSError, Unrecordable):
        return Begun(tuple(words), time.time(), tuple(places), _names(places))
    return None


def keep(begun: Begun | None, done: Done) -> None:
    """Keep what a command said and wrote, if nothing that it could read changed meanwhile."""
    if begun is None:
        return
    real = tuple(sorted({os.path.realpath(place) for place in done.places if os.path.lexists(place)}))
    until = done.until.timestamp() if done.until else None
    with suppress(PresskitError, OSError, Unrecordable):
        digests = {str(path.absolute()): _digest(path) for path in done.written}
        contents = _contents(real, digests, begun.moment)
        if _names(begun.places) - digests.keys() != begun.names - digests.keys():
            return
        record = Record(done.said, done.exit_code, real, contents, digests, until)
        Cache(default_cache_folder()).keep(_key(begun.words), json.dumps(asdict(record)).encode())


def _names(places: Sequence[Path]) -> frozenset[str]:
    return frozenset(str(path.absolute()) for path in _paths(places))


def _paths(places: Sequence[Path]) -> Iterator[Path]:
    """Yield what stands in places. Raises Unrecordable where that is too much, OSError where nobody may look."""
    for number, path in enumerate(path for place in places for path in ingredients_in(place)):
        if number > MOST_FILES:
            raise Unrecordable
        yield path


def _is_answered(words: Sequence[str]) -> bool:
    return bool(words) and words[0] in COMMANDS and not UNANSWERED & {word.partition("=")[0] for word in words}


def _is_written(record: Record) -> bool:
    return all(_digest(Path(path)) == digest for path, digest in record.written.items())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _key(words: Sequence[str]) -> str:
    """Return the name of a command's record."""
    given = [list(words), str(Path.cwd()), *identity()]
    return hashlib.sha256(json.dumps(given).encode()).hexdigest()


def _contents(places: Sequence[str], written: dict[str, str], begun: float | None = None) -> str:
    """Return the digest of all that could be read. Raises Unrecordable; PresskitError where a file cannot be read."""
    digest, size = hashlib.sha256(), 0
    digest.update(json.dumps([_beside(Path(path)) for path in written]).encode())
    own = {os.path.realpath(path) for path in written}
    with gate.opened(*places):
        for path in _paths([Path(place) for place in places]):
            status = path.lstat()
            size += status.st_size
            if size > MOST_BYTES or gate.is_online_only(status):
                raise Unrecordable
            if os.path.realpath(path) in own:
                continue
            if begun is not None and not path.is_dir() and changed_at(status) > begun:
                raise Unrecordable
            digest.update(json.dumps([str(path), _held(path)]).encode())
    return digest.hexdigest()


def _beside(path: Path) -> list[str]:
    """Return the names of all files that differ from a file's in the ending alone."""
    return sorted(twin.name for twin in path.parent.glob(f"{glob.escape(path.stem)}.*"))


def _held(path: Path) -> str | list[str]:
    """Return the digest of a file's content; of what is none, or leads elsewhere, what it is."""
    if path.is_symlink():
        return [str(path.readlink()), os.path.realpath(path), str(path.exists())]
    if not gate.is_file(path):
        return [str(path.lstat().st_mode)]
    with gate.open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
