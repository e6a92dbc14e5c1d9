"""The folder of one run in the system's place for temporary files: made when first asked for, gone with the run.

In it stand the socket by which workers are asked for, what the page engine writes while it works, the list of typefaces
with what their library notes about them, and finished work where no other place can be written. What a killed run left
is swept by the next.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path

from presskit import whole
from presskit.errors import OutputError
from presskit.findings import finding

LONGEST_BYTES = 103 - 52  # of a socket's path on macOS (Linux takes four more), without what stands below the place
VARIABLES = ("TMPDIR", "TEMP", "TMP")  # that name the place for temporary files: on POSIX, on Windows
PLACE = Path("The folder for temporary files")  # as people are told of it
LAST = -1000  # when multiprocessing has removed its own folder below
_made: list[ExitStack] = []  # held for as long as this process lives: a forked one, which drops what is to be done at
# the end, must not take the folder away with it


@cache
def folder() -> Path:
    """Return the folder of this run, which nobody else may look into; OutputError b-004 where none can be made."""
    place = PLACE
    stack = ExitStack()
    try:
        place = _place()
        whole.sweep(place)
        made = stack.enter_context(whole.folder_in(place, mode=0o700))
    except OSError as error:
        raise refused(place, error) from error
    _made.append(stack)
    Finalize(None, stack.close, exitpriority=LAST)
    return made


def refused(place: Path, error: OSError) -> OutputError:
    """Return what is said where nothing can be written to a place for temporary files."""
    hint = "Make room there, or name another folder for temporary files in TMPDIR."
    return OutputError(finding("b-004", path=place, reason=whole.reason_of(error), hint=hint))


@contextmanager
def taken_along() -> Iterator[None]:
    """Let processes that are started within the block use this folder for all their temporary files."""
    usual, named = tempfile.tempdir, {name: os.environ.get(name) for name in VARIABLES}
    tempfile.tempdir = str(folder())
    os.environ.update(dict.fromkeys(VARIABLES, str(folder())))
    try:
        yield
    finally:
        tempfile.tempdir = usual
        for name, value in named.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _place() -> Path:
    """Return the place for temporary files; where its name is too long for a socket, the one that every system has."""
    try:
        named, usual = Path(tempfile.gettempdir()), Path("/tmp")
    except FileNotFoundError:
        raise OSError(errno.ENOENT, "no usual place for them can be written to") from None
    too_long = os.name != "nt" and len(os.fsencode(named)) > LONGEST_BYTES
    return usual if too_long and os.access(usual, os.W_OK) else named
