"""Finished work, kept in a folder under names made of everything that went into it.

A name never stands for two contents, so nothing in the folder goes stale; it can be deleted at any time.
Files are written beside their place and renamed into it: a reader never meets half a file.
"""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from presskit.errors import OutputError
from presskit.findings import finding


@dataclass(frozen=True)
class Cache:
    """A folder of finished work. `reuse` False keeps new work without looking for old (--no-cache)."""

    folder: Path
    reuse: bool = True

    def find(self, name: str) -> Path | None:
        """Return the file `name` if there is one and it may be used again."""
        path = self._path(name)
        return path if self.reuse and path.is_file() else None

    def keep(self, name: str, data: bytes) -> Path:
        """Write `data` under `name` and return the file; OutputError b-004 where the disk is full or not ours."""
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._write(path, data)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            hint = "Make room there, or name another folder for finished pages in PRESSKIT_CACHE."
            raise OutputError(finding("b-004", path=self.folder, reason=reason, hint=hint)) from error
        return path

    def _write(self, path: Path, data: bytes) -> None:
        descriptor, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
            Path(beside).replace(path)
        except PermissionError:
            Path(beside).unlink(missing_ok=True)
            if not path.is_file():
                raise
            # On Windows nobody replaces a file that another worker reads: it holds the same.
        except OSError:
            Path(beside).unlink(missing_ok=True)
            raise

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name
