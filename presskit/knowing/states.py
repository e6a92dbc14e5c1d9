"""What stands at a path, told so fully that every answer of the gate about it (presskit.gate) comes of what is told.

Whoever did something once, and noted the paths that he asked about, does the same again wherever the same stands there.
"""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from presskit import gate
from presskit.limits import FILE_BYTES

# How far behind the moment of a change its time may be: systems that count whole seconds cut off up to two.
COARSE_S, FINE_S = 2.0, 0.05

State = list[object]


def state_of(path: Path) -> State:
    """Return what stands at a path, in values that JSON can hold; of a file its content, of a folder its names.

    A file that is larger than anything that is read is told by its size, what may not be opened by where it leads.
    """
    try:
        real = os.path.realpath(path)
        named = [real, os.path.lexists(path), gate.is_note(path)]
    except ValueError:  # a null byte in a name: no file can have it
        return ["no name"]
    if not gate.is_open(real):
        return ["outside", *named]
    try:
        status = Path(real).stat()
        return [*named, status.st_mode, *_content(Path(real), status)]
    except OSError as error:
        return ["refused", *named, error.errno]


def changed(path: Path) -> float:
    """Return the latest moment at which what stands at a path can have changed, in seconds since 1970.

    Who takes a file away, or puts another in its place, changes the folder.
    """
    moments = [0.0]
    with suppress(ValueError):
        real = Path(os.path.realpath(path))
        for each in (path, path.parent, real, real.parent):
            with suppress(OSError):
                moments.append(changed_at(each.lstat()))
    return max(moments)


def changed_at(status: os.stat_result) -> float:
    """Return the latest moment at which a file can have changed, in seconds since 1970."""
    latest = max(status.st_mtime_ns, status.st_ctime_ns)
    return latest / 1e9 + (FINE_S if latest % 1_000_000_000 else COARSE_S)


def _content(real: Path, status: os.stat_result) -> State:
    if stat.S_ISDIR(status.st_mode):
        with os.scandir(real) as entries:
            return [sorted((entry.name, gate.is_folder_entry(entry)) for entry in entries)]
    if not stat.S_ISREG(status.st_mode):
        return []
    if status.st_size > FILE_BYTES.most or gate.is_online_only(status):
        return [status.st_size, gate.is_online_only(status)]
    with real.open("rb") as file:
        return [hashlib.file_digest(file, "sha256").hexdigest()]
