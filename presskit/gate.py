"""The one gate to files: what may be opened is decided here, and how much of it is read.

Kits, brands and lists come from strangers. A symbolic link, a portrait named "../../secret.png" or a named pipe in
them must neither show a file of this computer to a journalist nor hold a build. So a file is opened only where its
real place is inside one of the places that the person opened: the kit, its brand, what stands on the command line.

Denied by default: outside of `opened` nothing is read but what presskit ships. A task takes the places of its caller
along into its worker (working.workers). Names that people are told are always those by which the kit calls a file.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BufferedReader
from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding, unreadable
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
# _RECALL_ON_DATA_ACCESS) or iCloud (macOS: SF_DATALESS in st_flags; before it, a note in the file's place).
ONLINE_ATTRIBUTES = 0x00001000 | 0x00040000 | 0x00400000
DATALESS_FLAG = 0x40000000
ICLOUD_NOTE = re.compile(r"\.(?P<name>.+)\.icloud")
ABSENT = (FileNotFoundError, NotADirectoryError, ValueError)  # a null byte in a name: no file can have it
_places: ContextVar[tuple[str, ...]] = ContextVar("places", default=())
_asked: ContextVar[set[str] | None] = ContextVar("asked", default=None)


@contextmanager
def noted() -> Iterator[set[str]]:
    """Note every path that this gate is asked about until the block ends.

    All that it answers comes of what stands at these paths (knowing.states): whoever is told the same does the same.
    """
    asked = set[str]()
    token = _asked.set(asked)
    try:
        yield asked
    finally:
        _asked.reset(token)


def _note(path: Path) -> None:
    if (asked := _asked.get()) is not None:
        asked.add(str(path.absolute()))


@contextmanager
def opened(*places: Path | str) -> Iterator[None]:
    """Open the gate to files and folders that a person named, and to all that lies in the folders, for a while."""
    token = _places.set(_places.get())
    try:
        for place in places:
            open_also(place)
        yield
    finally:
        _places.reset(token)


def open_also(place: Path | str) -> None:
    """Open one more place until the `opened` around it ends: a brand's folder, which kit.toml names."""
    real = os.path.realpath(place)
    if real not in _places.get():
        _places.set((*_places.get(), real))


def places() -> tuple[str, ...]:
    """Return the places that are open, for a task to take along."""
    return _places.get()


def real(path: Path) -> Path:
    """Return where a path leads. Why not Path.resolve: before Python 3.13 links in a circle raise there."""
    _note(path)
    return Path(os.path.realpath(path))


def is_inside(path: Path) -> bool:
    """Tell whether the real place of a path is one that is open."""
    _note(path)
    try:
        return is_open(os.path.realpath(path))
    except ValueError:
        return False


def is_file(path: Path) -> bool:
    """Tell whether a file that can be opened stands there; a link out of the open places is none."""
    return refusal(path) is None


def is_folder(path: Path) -> bool:
    """Tell whether a folder inside the open places stands there; a link out of them is none."""
    return is_inside(path) and path.is_dir()


def is_there(path: Path) -> bool:
    """Tell whether something has this name: a file, a link to anywhere, or what iCloud left of a file."""
    _note(path)
    return os.path.lexists(path) or is_note(path)


def is_named_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path lies in a folder by its name, wherever links may lead."""
    return _named(path).is_relative_to(_named(folder))


def refusal(path: Path) -> Finding | None:
    """Return why a file may not or cannot be opened; None where it can.

    s-001 where nothing is there, s-015 for a link out, s-019 for a name of what lies outside, s-016 for a pipe, a
    device or a folder, s-017 for a file that is kept online and not here yet, s-011 where the system refuses.
    """
    return _looked_at(path)[1]


def require_file(path: Path) -> Path:
    """Return the real path of a file that may be opened; SourceError with its refusal where it may not."""
    real, problem = _looked_at(path)
    if problem:
        raise SourceError(problem)
    return real


def leads_out(path: Path) -> Finding | None:
    """Return s-015 for a file or a folder that is a link out of the open places, or s-019; None for all others."""
    return None if is_inside(path) or not os.path.lexists(path) else _outside(path, os.path.realpath(path))


def files_in(folder: Path) -> tuple[Path, ...]:
    """Return what a folder holds but for folders, in the order of names; nothing where there is no such folder.

    What nobody can open is among it, to be told of by whoever opens it; what iCloud keeps is named as it is there.
    Raises SourceError: s-015 where the folder is a link out, s-011 where the system refuses.
    """
    if problem := leads_out(folder):
        raise SourceError(problem)
    try:
        with os.scandir(folder) as entries:
            names = {_name_of(entry) for entry in entries if not is_folder_entry(entry)}
    except ABSENT:
        return ()
    except OSError as error:
        raise SourceError(_unreadable(folder, error)) from None
    return tuple(sorted(folder / name for name in names))


def folders_in(folder: Path) -> tuple[Path, ...]:
    """Return the folders in a folder, links to folders too, in the order of names."""
    _note(folder)
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if is_folder_entry(entry)]
    except (OSError, ValueError):
        return ()
    return tuple(sorted(folder / name for name in names))


def walk(folder: Path) -> Iterator[Path]:
    """Yield every file in a folder and in the folders in it, and every link, which is not followed."""
    if is_folder(folder):
        for root, folders, files in os.walk(folder):
            _note(Path(root))
            paths = (Path(root, name) for name in sorted((*files, *folders)))
            yield from (path for path in paths if path.name in files or path.is_symlink())


def links_in(folder: Path) -> Iterator[Path]:
    """Yield the real place of every link in a folder and in the folders in it."""
    yield from (real(path) for path in walk(folder) if path.is_symlink())


def size_of(path: Path) -> int:
    """Return a file's size in bytes; SourceError with its refusal where it may not be opened."""
    return require_file(path).stat().st_size


def open_file(path: Path, limit: Limit = FILE_BYTES) -> BufferedReader:
    """Open a file to read its bytes; raises SourceError as require_file does, and s-018 where it is too large."""
    real = require_file(path)
    try:
        # Why O_NONBLOCK: whatever took the file's place meanwhile, opening it waits for nobody; nor is a link followed.
        flags = (getattr(os, name, 0) for name in ("O_NONBLOCK", "O_BINARY", "O_NOFOLLOW", "O_CLOEXEC"))
        file = os.fdopen(os.open(real, os.O_RDONLY | sum(flags)), "rb")
    except OSError as error:
        raise SourceError(_unreadable(path, error)) from None
    if problem := limit.exceeded(os.fstat(file.fileno()).st_size, Where(path)):
        file.close()
        raise SourceError(problem)
    return file


def bytes_of(path: Path, limit: Limit = FILE_BYTES) -> bytes:
    """Return a file's bytes; raises SourceError as open_file does."""
    with open_file(path, limit) as file:
        try:
            return file.read(min(os.fstat(file.fileno()).st_size + 1, limit.most))
        except OSError as error:
            raise SourceError(_unreadable(path, error)) from None


def text_of(path: Path, limit: Limit = FILE_BYTES) -> str:
    """Return a file's text, which is UTF-8; other bytes become �. Raises SourceError as open_file does."""
    return bytes_of(path, limit).decode("utf-8", "replace")


def is_open(real: str) -> bool:
    """Tell whether a real path is inside one of the places that are open, or of what presskit ships."""
    return any(
        real == place or real.startswith(f"{place.rstrip(os.sep)}{os.sep}") for place in (*_places.get(), *_SHIPPED)
    )


def _named(path: Path) -> Path:
    """Return a path as it reads: whole, without "..", links not followed."""
    return Path(os.path.normpath(path.absolute()))


def _looked_at(path: Path) -> tuple[Path, Finding | None]:
    """Return a file's real path, and why it may not be opened."""
    _note(path)
    try:
        real = os.path.realpath(path)
        if not is_open(real):
            return Path(real), _outside(path, real)
        status = Path(real).stat()
    except ABSENT:
        return path, _absent(path)
    except OSError as error:
        return path, _absent(path) if error.errno == errno.ENAMETOOLONG else _unreadable(path, error)
    if not stat.S_ISREG(status.st_mode):
        kind = KINDS.get(stat.S_IFMT(status.st_mode), "no file")
        return Path(real), finding("s-016", Where(path), name=path.name, kind=kind)
    is_online = is_online_only(status)
    return Path(real), finding("s-017", Where(path), name=path.name) if is_online else None


def _absent(path: Path) -> Finding:
    if is_note(path):
        return finding("s-017", Where(path), name=path.name)
    name = f"What {path.name} leads to" if os.path.lexists(path) else path.name
    return finding("s-001", Where(path), name=name)


def is_online_only(status: os.stat_result) -> bool:
    """Tell whether a file's words are kept online, and only its name is on this computer."""
    attributes = getattr(status, "st_file_attributes", 0)
    return bool(attributes & ONLINE_ATTRIBUTES or getattr(status, "st_flags", 0) & DATALESS_FLAG)


def _outside(path: Path, real: str) -> Finding:
    """Return s-015 where a link leads out of what is open, s-019 where the name itself does."""
    above = _named(path).parents
    code = "s-015" if any(is_inside(folder) for folder in above) else "s-019"
    return finding(code, Where(path), name=path.name, target=real)


def is_note(path: Path) -> bool:
    """Tell whether iCloud put a note in a file's place, as it did before macOS 14: ".opening.docx.icloud"."""
    return os.path.lexists(path.with_name(f".{path.name}.icloud")) if path.name else False


def _name_of(entry: os.DirEntry[str]) -> str:
    note = ICLOUD_NOTE.fullmatch(entry.name)
    return note["name"] if note else entry.name


def is_folder_entry(entry: os.DirEntry[str]) -> bool:
    """Tell whether an entry of a folder is one itself."""
    try:
        return entry.is_dir()
    except OSError:  # links in a circle
        return False


def _unreadable(path: Path, error: OSError) -> Finding:
    is_circle = error.errno == errno.ELOOP
    return unreadable(path, ValueError("it is a link that leads back to itself") if is_circle else error)


_SHIPPED = tuple(os.path.realpath(place) for place in SHIPPED)
