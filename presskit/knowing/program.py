"""What tells this presskit, and what it stands on, from any other: what one of them kept is no answer of another's."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from presskit import __version__
from presskit.resources import CHECKOUT, PACKAGE

LIBRARIES = (Path("/etc/ld.so.cache"),)  # changes whenever a library of the system does, where there is one


def identity() -> Iterator[object]:
    """Yield its version and files, Python, the packages, the system's libraries, and what the environment tells it.

    All are values that JSON can hold.
    """
    yield from (__version__, sys.version, sys.prefix)
    yield sorted((name, value) for name, value in os.environ.items() if name.startswith("PRESSKIT_"))
    places = [CHECKOUT / name for name in ("presskit", "assets", "templates")] if CHECKOUT else [PACKAGE]
    for place in places:
        for root, folders, files in os.walk(place):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            yield [root, [(name, *_state(Path(root, name))) for name in sorted(files)]]
    if CHECKOUT:
        yield _state(CHECKOUT / "cli.py")
    packages = [place for place in map(Path, sys.path) if place.name == "site-packages" and place.is_dir()]
    yield [sorted(entry.name for entry in place.iterdir()) for place in packages]
    yield [_state(path) for path in LIBRARIES if path.exists()]


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns
