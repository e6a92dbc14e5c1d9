"""ZIPs for tests: a kit's files written as one, and damaged as people and programs do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from presskit.model import Brand, Kit
from presskit.writing import archive
from presskit.writing.archive import Entry

NO_KIT = Kit("", Brand(""), "en", Path(), ())


def zip_of(files: Sequence[Entry], path: Path, alter: Callable[[list[Entry]], object] = list) -> Path:
    """Write files as a ZIP, after `alter` changed the list of them."""
    changed = list(files)
    alter(changed)
    with path.open("wb") as stream:
        archive.write(changed, NO_KIT, stream)
    return path


def change(files: list[Entry], name: str, content: bytes = b"other words") -> None:
    """Put other bytes in the place of a file's."""
    place = next(place for place, file in enumerate(files) if file.name == name)
    files[place] = Entry(name, content)
