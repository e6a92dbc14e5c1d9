"""Finished work, kept in a folder under names made of everything that went into it.

A name never stands for two contents, so nothing in the folder goes stale; it can be deleted at any time. Each file
begins with the SHA-256 of what follows: one that is empty, cut off or changed by a single bit is not found, and is
made anew. That is why nothing waits here for the disk to have taken a file over.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from presskit import whole
from presskit.errors import OutputError
from presskit.findings import finding

DIGEST_BYTES = 32
MAKING = "making"  # the folder of files that are not whole yet


@dataclass(frozen=True)
class Kept:
    """A file of the cache that was found unchanged."""

    path: Path

    @property
    def size_bytes(self) -> int:
        """How large its content is."""
        with self.opened() as file:
            return os.fstat(file.fileno()).st_size - DIGEST_BYTES

    def opened(self) -> IO[bytes]:
        """Return its content to read from; OutputError b-014 where somebody took it away meanwhile."""
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise OutputError(finding("b-014", path=self.path.parent, reason=whole.reason_of(error))) from error
        file.seek(DIGEST_BYTES)
        return file

    def read(self) -> bytes:
        """Return its content."""
        with self.opened() as file:
            return file.read()


@dataclass(frozen=True)
class Cache:
    """A folder of finished work. `reuse` False keeps new work without looking for old (--no-cache)."""

    folder: Path
    reuse: bool = True

    def find(self, name: str) -> Kept | None:
        """Return the file `name` if there is one, it may be used again, and nobody has changed it.

        Its time then says when it was used last (presskit.rendering.keeping).
        """
        path = self._path(name)
        if not self.reuse or not _is_whole(path):
            return None
        with suppress(OSError):
            os.utime(path)
        return Kept(path)

    def keep(self, name: str, data: bytes) -> Kept:
        """Write `data` under `name` and return the file; OutputError b-004 where the disk is full or not ours."""
        path, making = self._path(name), self.folder / MAKING
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            making.mkdir(exist_ok=True)
            whole.write({path: hashlib.sha256(data).digest() + data}, making, lasting=False)
        except OSError as error:
            # On Windows nobody replaces a file that another worker reads: it holds the same.
            if not (isinstance(error, PermissionError) and _is_whole(path)):
                hint = "Make room there, or name another folder for finished pages in PRESSKIT_CACHE."
                problem = finding("b-004", path=self.folder, reason=whole.reason_of(error), hint=hint)
                raise OutputError(problem) from error
        return Kept(path)

    def sweep(self) -> None:
        """Remove what killed builds left half made."""
        whole.sweep(self.folder / MAKING)

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def _is_whole(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            digest = file.read(DIGEST_BYTES)
            return digest == hashlib.file_digest(file, "sha256").digest()
    except OSError:  # not there, or nobody may read it
        return False


def default_cache_folder() -> Path:
    """Return the folder for finished work: PRESSKIT_CACHE, else where the system keeps caches.

    Where that cannot be written, as on a machine that is set up for guests: a folder that goes with the program.
    """
    with suppress(OSError, RuntimeError):  # RuntimeError: nobody knows this user's home
        folder = _usual_cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    from presskit import passing  # noqa: PLC0415  (what makes temporary folders loads multiprocessing)

    folder = passing.folder() / "cache"
    folder.mkdir(exist_ok=True)
    return folder


def _usual_cache_folder() -> Path:
    named = os.environ.get("PRESSKIT_CACHE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "presskit/cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "presskit"
