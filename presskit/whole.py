"""Files that are whole or not there: written beside their place under a name of their own, then renamed into it.

A reader never meets half a file, and whoever ends the process leaves the old one. What a killed process left beside is
swept by the next: only what nobody holds any more. A maker holds its file by a lock, which the system takes from it
when it dies; on Windows, which removes no open file, by its age as well.
"""

from __future__ import annotations

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from presskit import ending

Filling = Callable[[IO[bytes]], None]
PREFIX = ".presskit-"
OLD_S = 3600.0  # after which nobody on Windows is at work on it any more
NO_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)  # of file systems that cannot be asked to settle a file
WORDS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the disk takes no file as large as this",
    errno.EROFS: "the disk can only be read",
}


def reason_of(error: OSError) -> str:
    """Return why the system refused something, in words."""
    return WORDS.get(error.errno or 0, (error.strerror or str(error)).lower())


def write(contents: Mapping[Path, bytes | Filling], making: Path | None = None, *, lasting: bool = True) -> None:
    """Write files in folders that are there: all are whole before the first takes its place. Raises OSError.

    contents: for each path its bytes, or a function that writes them, for what need not stand in memory as a whole.
    making: a folder on the same disk in which they are made, where that is not beside each. lasting: wait until the
    disk has taken them over, so that a computer which loses its power leaves no empty file under a name, and remember
    that they were written.
    """
    with ExitStack() as stack:
        made = []
        for path, content in contents.items():
            file, beside = stack.enter_context(_begun(making or path.parent))
            if isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
            file.flush()
            if lasting:
                _settle(file.fileno())
            if os.name == "nt":  # which renames no open file
                file.close()
            made.append((beside, path))
        with ending.put_off():
            for beside, path in made:
                beside.replace(path)
            if lasting:
                ending.wrote(contents)
        for folder in {path.parent for path in contents} if lasting else ():
            _settle_folder(folder)


@contextmanager
def folder_in(parent: Path, *, mode: int = 0o777) -> Iterator[Path]:
    """Give a new folder for what is in the making; what is not moved out of it is gone when the block ends."""
    path = _new_name(parent)
    with ending.undone_by(lambda: shutil.rmtree(path, ignore_errors=True)):
        try:
            held = _created_folder(path, mode)
            try:
                yield path
            finally:
                held()
        finally:
            shutil.rmtree(path, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what killed processes left in a folder; what is in the making by others stays."""
    with suppress(OSError):
        for entry in tuple(os.scandir(folder)):
            if entry.name.startswith(PREFIX):
                with suppress(OSError):
                    _sweep(Path(entry.path), is_folder=entry.is_dir(follow_symlinks=False))


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Let others who hold this folder wait until the block ends, or this process dies; Windows has no such lock."""
    if os.name == "nt":
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _begun(folder: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """Give a new file that is held, and its path; it is gone when the block ends, unless it was renamed."""
    path = _new_name(folder)
    with ending.undone_by(lambda: path.unlink(missing_ok=True)):
        try:
            with _created(path) as file:
                yield file, path
        finally:
            path.unlink(missing_ok=True)


def _created(path: Path) -> IO[bytes]:
    """Return a new file that is held; made anew where another process swept it before."""
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        file = os.fdopen(os.open(path, flags, 0o666), "w+b")
        _lock(file.fileno(), wait=True)
        if os.fstat(file.fileno()).st_nlink:
            return file
        file.close()


def _new_name(folder: Path) -> Path:
    return folder / f"{PREFIX}{os.urandom(4).hex()}"


def _settle(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in NO_SYNC:
            raise


def settle(folder: Path) -> None:
    """Wait until the disk has taken over a folder of files."""
    for path in folder.iterdir():
        with path.open("r+b") as file:
            _settle(file.fileno())
    _settle_folder(folder)


def _settle_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            _settle(descriptor)
        finally:
            os.close(descriptor)


def _sweep(path: Path, *, is_folder: bool) -> None:
    if os.name == "nt":
        if time.time() - path.stat().st_mtime < OLD_S:
            return
        shutil.rmtree(path) if is_folder else path.unlink()
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if os.fstat(descriptor).st_uid == os.geteuid() and _lock(descriptor, wait=False):
            shutil.rmtree(path) if is_folder else path.unlink()
    finally:
        os.close(descriptor)


def _created_folder(path: Path, mode: int) -> Callable[[], None]:
    """Make a folder and hold it; return what lets it go. Made anew where another process swept it before."""
    while os.name != "nt":
        path.mkdir(mode)
        with suppress(FileNotFoundError):
            descriptor = os.open(path, os.O_RDONLY)
            _lock(descriptor, wait=True)
            if path.exists():
                return lambda: os.close(descriptor)
            os.close(descriptor)
    path.mkdir(mode)
    return lambda: None


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Hold a file until this process closes it or dies; tell whether that could be done."""
    try:
        import fcntl  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:  # held by another, or a network's disk that has no locks
        return False
    return True
