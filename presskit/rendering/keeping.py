"""How much finished work is kept: what there is, and which leaves first.

Only what presskit names is counted and removed: a folder that PRESSKIT_CACHE names may hold other things as well.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from presskit.errors import usage_error
from presskit.limits import size_in

VARIABLE = "PRESSKIT_CACHE_LIMIT"
MOST = "1GB"
NAMED = re.compile(r"[0-9a-f]{64}(?P<ending>\.[a-z]{3,4})?")
SHELF = re.compile(r"[0-9a-f]{2}")
KINDS = {
    **{".pdf": "pages", ".json": "pages", ".jpg": "pictures", ".png": "pictures"},
    **{".ask": "texts", ".ans": "texts", "": "answers"},
}
IN_USE_S = 3600.0  # what a running build has found stays where it is
LOOKED_AT_S = 24 * 3600.0  # between two looks at how much there is
STAMP = "looked-at"


@dataclass(frozen=True)
class Held:
    """A finished piece of work: what it is, its bytes, and when it was used last, in seconds since 1970."""

    path: Path
    kind: str
    size_bytes: int
    used: float


def held(folder: Path) -> Iterator[Held]:
    """Yield the finished work in a folder."""
    with suppress(OSError):
        for shelf in (entry for entry in os.scandir(folder) if SHELF.fullmatch(entry.name) and _is_folder(entry)):
            yield from _held(shelf)


def limit_bytes() -> int:
    """Return how much may be kept, as PRESSKIT_CACHE_LIMIT says; UsageError where that is no size."""
    words = os.environ.get(VARIABLE, MOST)
    size = size_in(words)
    if size is None:
        raise usage_error(f"{VARIABLE} is {words}, which is no size", f"Write it like this: {VARIABLE}=500MB")
    return size


def keep_within(folder: Path, most_bytes: int, now: float | None = None) -> None:
    """Remove the work that was not used for longest, until the rest is within the limit; what is in use stays."""
    now = time.time() if now is None else now
    oldest_first = sorted(held(folder), key=lambda one: one.used)
    size = sum(one.size_bytes for one in oldest_first)
    for one in oldest_first:
        if size <= most_bytes or one.used > now - IN_USE_S:
            return
        with suppress(OSError):
            one.path.unlink()
        size -= one.size_bytes


def look_after(folder: Path) -> None:
    """Keep the work within its limit, once a day."""
    stamp = folder / STAMP
    with suppress(OSError):
        if stamp.exists() and time.time() - stamp.stat().st_mtime < LOOKED_AT_S:
            return
        stamp.touch()
        keep_within(folder, limit_bytes())


def clear(folder: Path) -> tuple[int, int]:
    """Remove all finished work; return how many files that were, and their bytes. Raises OSError."""
    every = list(held(folder))
    for one in every:
        one.path.unlink(missing_ok=True)
    return len(every), sum(one.size_bytes for one in every)


def _held(shelf: os.DirEntry[str]) -> Iterator[Held]:
    with suppress(OSError):
        for entry in os.scandir(shelf.path):
            named = NAMED.fullmatch(entry.name)
            kind = KINDS.get(named["ending"] or "") if named else None
            if kind and entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                yield Held(Path(entry.path), kind, status.st_size, status.st_mtime)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
