"""A file's bytes, or the reason in words why they cannot be had."""

from __future__ import annotations

from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Where, finding, unreadable


def is_there(path: Path) -> bool:
    """Tell whether a plain file stands there; a name that is too long for any system is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def bytes_of(path: Path) -> bytes:
    """Return a file's bytes. Raises SourceError: s-001 where it is not there, s-011 where it cannot be opened."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        raise SourceError(finding("s-001", Where(path), name=path.name)) from None
    except OSError as error:
        raise SourceError(unreadable(path, error)) from None
