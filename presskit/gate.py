"""The one gate to files: what may be opened is decided here, and how much of it is read.

Kits, brands and lists come from strangers. A symbolic link, a portrait named "../../secret.png" or a named pipe in
them must neither show a file of this computer to a journalist nor hold a build. So a file is opened only where its
real place is inside one of the places that the person opened: the kit, its brand, what stands on the command line.

Denied by default: outside of `opened` nothing is read but what presskit ships. A task takes the places of its caller
along into its worker (presskit.workers).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from presskit.errors import SourceError
from presskit.findings import Where, finding, unreadable
from presskit.limits import FILE_BYTES, Limit
from presskit.resources import CHECKOUT, PACKAGE

SHIPPED = tuple(root / name for root in (CHECKOUT or PACKAGE,) for name in ("assets", "templates"))
KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}
# Files that OneDrive, SharePoint or Dropbox keep online (Windows: FILE_ATTRIBUTE_OFFLINE, _RECALL_ON_OPEN,
# _RECALL_ON_DATA_ACCESS) or iCloud (macOS: SF_DATALESS in st_flags).
ONLINE_ATTRIBUTES = 0x00001000 | 0x00040000 | 0x00400000
DATALESS_FLAG = 0x40000000
_places: ContextVar[tuple[Path, ...]] = ContextVar("places", default=())


@contextmanager
def opened(*places: Path) -> Iterator[None]:
    """Open the gate to files and folders that a person named, and to all that lies in the folders, for a while."""
    token = _places.set((*_places.get(), *(place.resolve() for place in places)))
    try:
        yield
    finally:
        _places.reset(token)


def places() -> tuple[Path, ...]:
    """Return the places that are open, for a task to take along."""
    return _places.get()


def is_inside(path: Path) -> bool:
    """Tell whether the real place of a path is one that is open."""
    real = path.resolve()
    return any(real == place or real.is_relative_to(place) for place in (*_places.get(), *SHIPPED))


def is_file(path: Path) -> bool:
    """Tell whether a plain file inside the open places stands there; a link out of them is none."""
    try:
        return path.is_file() and is_inside(path)
    except (OSError, ValueError, RuntimeError):  # a name too long, a null byte in it, links in a circle
        return False


def require_file(path: Path) -> Path:
    """Return the real path of a plain file that may be opened.

    Raises SourceError: s-001 where nothing is there, s-015 for a link out, s-016 for a pipe or device, s-017 for a
    file that is kept online and not here yet, s-011 where the system refuses.
    """
    where = Where(path)
    try:
        if not is_inside(path):
            raise SourceError(finding("s-015", where, name=path.name, target=path.resolve()))
        real = path.resolve(strict=True)
        status = real.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise SourceError(finding("s-001", where, name=path.name)) from None
    except (OSError, ValueError, RuntimeError) as error:
        raise SourceError(unreadable(path, error)) from None
    kind = KINDS.get(stat.S_IFMT(status.st_mode))
    if kind:
        raise SourceError(finding("s-016", where, name=path.name, kind=kind))
    if is_online_only(status):
        raise SourceError(finding("s-017", where, name=path.name))
    return real


def is_online_only(status: os.stat_result) -> bool:
    """Tell whether a file's words are kept online, and only its name is on this computer."""
    attributes = getattr(status, "st_file_attributes", 0)
    return bool(attributes & ONLINE_ATTRIBUTES or getattr(status, "st_flags", 0) & DATALESS_FLAG)


def open_file(path: Path, limit: Limit = FILE_BYTES) -> BinaryIO:
    """Open a file to read its bytes; raises SourceError as require_file does, and s-018 where it is too large."""
    real = require_file(path)
    try:
        # Why O_NONBLOCK: whatever took the file's place meanwhile, opening it waits for nobody.
        descriptor = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        file = os.fdopen(descriptor, "rb")
    except OSError as error:
        raise SourceError(unreadable(path, error)) from None
    limit.require(os.fstat(file.fileno()).st_size, Where(path))
    return file


def bytes_of(path: Path, limit: Limit = FILE_BYTES) -> bytes:
    """Return a file's bytes; raises SourceError as open_file does."""
    with open_file(path, limit) as file:
        try:
            return file.read(limit.most + 1)
        except OSError as error:
            raise SourceError(unreadable(path, error)) from None
