"""The end that comes from outside: Ctrl-C, a terminal that is closed, a system that shuts down.

Why the handler ends the process itself and raises nothing: Python throws an exception away that comes up inside a
callback or a destructor, as while modules are imported, and the command would go on as if nobody had spoken.
Files in the making, and processes, are registered with what undoes them before they begin.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # Windows has no hang-up, POSIX no Ctrl-Break
STOPPED = "Stopped. Nothing was written.\n"
_undoing: dict[object, Callable[[], object]] = {}
_written: dict[str, None] = {}  # in the order of the first time
_late: list[int] = []
_is_put_off = False


def listen() -> None:
    """End this process in order when a signal asks it to; one that is ignored already, as under nohup, stays so."""
    for number in numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


@contextmanager
def undone_by(undo: Callable[[], object]) -> Iterator[None]:
    """Call `undo` if the end comes from outside before the block is left; what it raises as OSError is passed over."""
    key = object()
    _undoing[key] = undo
    try:
        yield
    finally:
        del _undoing[key]


@contextmanager
def put_off() -> Iterator[None]:
    """Let an end from outside wait until the block is left: for the moment in which files take their places."""
    global _is_put_off  # noqa: PLW0603  (a signal's handler is given nothing)
    was_put_off, _is_put_off = _is_put_off, True
    try:
        yield
    finally:
        _is_put_off = was_put_off
        if _late and not was_put_off:
            _end(_late[0], None)


def wrote(paths: Iterable[Path]) -> None:
    """Remember what was written: from now on it would not be true that nothing was."""
    _written.update(dict.fromkeys(path.name for path in paths))


def numbers() -> tuple[signal.Signals, ...]:
    """Return the signals that ask a process to end, as far as this system has them."""
    return tuple(signal.Signals[name] for name in NAMES if hasattr(signal, name))


def _end(number: int, _frame: FrameType | None) -> None:
    if _is_put_off:
        _late.append(number)
        return
    for other in numbers():
        signal.signal(other, signal.SIG_IGN)
    try:
        for undo in reversed(tuple(_undoing.values())):
            with suppress(OSError):
                undo()
        said = f"Stopped. {', '.join(_written)} was written before.\n" if _written else STOPPED
        with suppress(OSError):  # the terminal is gone
            os.write(2, said.encode(errors="replace"))
    finally:
        os._exit(128 + number)
