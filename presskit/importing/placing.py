"""Where imported texts go: beside what is there already, and never in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.importing.composing import Composed, is_same
from presskit.writing import files
from presskit.writing.scaffold import PLACES


@dataclass(frozen=True)
class Placed:
    """A text in its place. is_new: it was not there before. instead_of: the file that has the name it would have had.

    kept: pictures that somebody changed since they were imported, and that stay as they are.
    """

    text: Composed
    path: Path
    is_new: bool
    instead_of: Path | None = None
    kept: tuple[Path, ...] = ()


def require_kit(kit: Path) -> None:
    """Raise OutputError where nothing can be imported into a folder: it is a file, or a part of it leads out of it."""
    if gate.is_there(kit) and not gate.is_folder(kit):
        raise cannot(kit, "it is not a folder")
    for name in filter(None, PLACES.values()):
        folder = kit / name
        if not gate.is_there(folder):
            continue
        if not gate.real(folder).is_relative_to(gate.real(kit)):  # even into what else is open, such as the source
            raise cannot(folder, "it is a link that leads out of the kit")
        if not gate.is_folder(folder):
            raise cannot(folder, "it is not a folder")


def cannot(path: Path, reason: str) -> OutputError:
    """Return the error for a place that cannot be written to."""
    hint = "Name another folder with --into."
    return OutputError(finding("b-004", Where(path), path=path, reason=reason, hint=hint))


def place(text: Composed, kit: Path) -> Placed:
    """Write a text and its pictures, and return where it is: under a name with a number where its own is taken."""
    folder = kit / text.folder
    data = text.markdown.encode()
    path = next(path for path in names(folder, text.stem) if not gate.is_there(path) or is_same(path, data))
    kept = [folder / name for name, picture in text.pictures if put(folder / name, picture) is False]
    first = folder / f"{text.stem}.md"
    return Placed(text, path, put(path, data) is True, first if path != first else None, tuple(kept))


def names(folder: Path, stem: str) -> Iterator[Path]:
    """Yield the names a text may have: its own, then with a number from 2."""
    yield folder / f"{stem}.md"
    count = 2
    while True:
        yield folder / f"{stem}-{count}.md"
        count += 1


def put(path: Path, data: bytes) -> bool | None:
    """Write a file that is not there; True where it was written, None where it is there, False where another one is."""
    if gate.is_there(path):
        return None if is_same(path, data) else False
    files.write(path, data)
    return True
