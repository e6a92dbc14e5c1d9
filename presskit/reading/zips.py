"""Any ZIP: what opening it may raise, and how many files, and of what size, it may hold."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from presskit import gate
from presskit.findings import Where
from presskit.limits import ZIP_ENTRIES, ZIP_LIST_BYTES, ZIP_TIMES

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without it, whose zipfile opens no such file
    LZMAError = zipfile.BadZipFile  # type: ignore[misc, assignment]

SMALL_KIT_BYTES = 50_000_000  # unpacked; whatever its size as a ZIP
# What the ways of packing raise where a ZIP lies.
BROKEN_ZIP = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, struct.error),
    *(NotImplementedError, EOFError, OSError, RuntimeError, ValueError),
)


class _Listed:
    """A file of which nobody reads more at a time than a ZIP's list of files may be.

    Why: zipfile reads the list whole, however much the ZIP says it is, and makes a thing of each file in it.
    """

    def __init__(self, file: BinaryIO, path: Path | None) -> None:
        self._file, self._where = file, Where(path)
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, count: int = -1) -> bytes:
        ZIP_LIST_BYTES.require(count, self._where)
        return self._file.read(count)


def open_zip(file: BinaryIO, path: Path | None = None) -> zipfile.ZipFile:
    """Return a ZIP with the list of its files. Raises one of BROKEN_ZIP; SourceError s-018 for far too long a list."""
    return zipfile.ZipFile(_Listed(file, path))


def require_modest(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise SourceError s-018 for a ZIP of too many files, or one that unpacks to far more than a kit's."""
    where, entries = Where(path), archive.infolist()
    ZIP_ENTRIES.require(len(entries), where)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > SMALL_KIT_BYTES:
        ZIP_TIMES.require(unpacked // max(gate.size_of(path), 1), where)
