"""Unpacking: a ZIP that somebody sent becomes a folder, which is read as any other and gone when the command ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from presskit import gate, passing, whole, zipped
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.limits import ZIP_BYTES
from presskit.names import portable, quoted
from presskit.outcomes import value_of
from presskit.reading.zips import BROKEN_ZIP, open_zip
from presskit.sorting.folders import FURNITURE, is_closed
from presskit.sorting.made import is_made_here
from presskit.sorting.names import folder_says
from presskit.sorting.plan import KIT_FILE, ZIP
from presskit.sorting.sources import OWN_FOLDERS
from presskit.unpacking.judging import PACK_AGAIN
from presskit.working.workers import READING, Task, Workers, limits_for


@contextmanager
def unpacked(named: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Give what a person named, and for each ZIP among it the folder that it holds, until the block ends.

    Raises SourceError: s-033 for a ZIP that is not unpacked, s-034 for a finished kit, s-018 for one of too much.
    """
    with ExitStack() as stack:
        yield tuple(stack.enter_context(_unpacked(path)) if is_zip(path) else path for path in named)


def is_named_zip(path: Path) -> bool:
    """Tell whether a file's name says that it is a ZIP."""
    return path.suffix.lower() == ZIP


def is_zip(path: Path) -> bool:
    """Tell whether a person named a ZIP that is there; one that is a link out of its folder is none."""
    with gate.opened(path.parent):
        return is_named_zip(path) and gate.is_file(path)


def is_of_sources(path: Path) -> bool:
    """Tell whether a ZIP can be read, and holds no kit that presskit made."""
    if not is_zip(path):
        return False
    with gate.opened(path.parent), gate.open_file(path, ZIP_BYTES) as file:
        try:
            open_zip(file, path).close()
        except BROKEN_ZIP:
            return False
        return not is_made_here(path)


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    with whole.folder_in(passing.folder(), mode=0o700) as holder:
        folder = holder / portable(path.stem)
        folder.mkdir()
        zipped.remember(folder, path)
        with gate.opened(path.parent), Workers(1, preload=READING) as workers:
            if is_made_here(path):
                raise SourceError(finding("s-034", Where(path), name=path.name, command=quoted(str(path))))
            blame = finding("s-033", Where(path), name=path.name, reason="", hint=PACK_AGAIN)
            task = Task("presskit.unpacking.extracting:extract", (path, folder), limits_for([path]))
            doubtful = value_of(workers, task, blame)
        with gate.opened(folder):
            root = root_of(folder)
        zipped.remember_kit(root, doubtful)
        yield root


def root_of(folder: Path) -> Path:
    """Return the kit's folder in an unpacked ZIP: the one folder that it holds, if nothing lies beside but a brand.

    Where that holds one folder again, it is that one: whoever packs an unpacked ZIP has two of one name. A folder whose
    name says what lies in it, such as “photos”, is a part of a kit and not its whole.
    """
    if any(not FURNITURE.match(path.name) for path in gate.files_in(folder)):
        return folder
    tops = [inner for inner in gate.folders_in(folder) if not is_closed(inner, folder)]
    if len(tops) != 1:
        return folder
    [top] = tops
    is_part = top.name.lower() in OWN_FOLDERS or folder_says(Path(top.name))
    return root_of(top) if gate.is_there(top / KIT_FILE) or not is_part else folder
