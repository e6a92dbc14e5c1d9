"""ZIPs that lie unpacked for a while: where, and what their files are called meanwhile.

Nobody who reads a message knows the folder of a ZIP in the making; he knows the ZIP, and the names in it.
"""

from __future__ import annotations

import os
from pathlib import Path

_zips: dict[str, Path] = {}  # of this process, by the folder that each was unpacked into
_kits: dict[Path, Path] = {}  # the same, by the folder in it that is the kit's


def remember(folder: Path, path: Path) -> None:
    """Remember that what is in a folder was unpacked from a ZIP; for as long as messages may be about it."""
    _zips[str(folder)] = path


def remember_kit(folder: Path, path: Path) -> None:
    """Remember that a folder is the kit that a ZIP holds."""
    _kits[folder] = path


def called(path: Path) -> Path:
    """Return what a person named: the ZIP for the kit's folder in it, every other path as it is."""
    return _kits.get(path, path)


def zip_of(path: Path) -> Path | None:
    """Return the ZIP that a file or folder was unpacked from; None for all others."""
    return next((one for folder, one in _zips.items() if path.is_relative_to(folder)), None)


def home_of(folder: Path) -> Path:
    """Return where a kit's folder "out" stands: in the kit's own folder, or beside the ZIP that it came in."""
    path = zip_of(folder)
    return path.parent if path else folder


def known_as(words: str) -> str:
    """Return words in which each file of a ZIP is called as it stands there: "kit.zip/releases/opening.docx"."""
    for folder, path in _zips.items():
        words = words.replace(folder, str(path))
    return words


def within(path: Path) -> str:
    """Return the name of a file in its ZIP, as it stands in it once it is unpacked; the path of any other."""
    folder = next((folder for folder in _zips if path.is_relative_to(folder)), None)
    return os.path.relpath(path, folder) if folder else str(path)
