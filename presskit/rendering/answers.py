"""What tasks answered, kept among the finished work: the same question of the same files is not asked twice.

An answer is named by all that it comes of, in this one place:

- the program (presskit.knowing.program);
- the task: its function and its arguments (`_question`);
- every path that the task asked the gate about, and what stands there, as far as it is open (knowing.states). Which
  paths those are is noted while it is done; the paths are kept beside, to be looked at when it is asked again.

What changed while a task was at work is not kept. Only values of presskit's own are: of a file that somebody forged no
more can come than a wrong value, and a byte that changed is noticed (presskit.rendering.cache).
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from importlib import import_module
from pathlib import Path, PosixPath, PurePosixPath, PureWindowsPath, WindowsPath
from typing import Any
from zoneinfo import ZoneInfo

from presskit.knowing.program import identity
from presskit.knowing.states import State, changed, state_of
from presskit.rendering.cache import Cache, Kept
from presskit.working.workers import Outcome, Task

ASKED, ANSWERED = ".ask", ".ans"
# What may stand in an answer beside presskit's own values, by which nothing can be done but to hold it.
PLAIN: dict[tuple[str, str], Any] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (date, datetime, timedelta, timezone, frozenset, set, ZoneInfo)
} | {
    (module, kind.__name__): kind
    for module in ("pathlib", "pathlib._local")  # where Python 3.13 keeps them
    for kind in (PosixPath, WindowsPath, PurePosixPath, PureWindowsPath)
}
OWN = (
    *("presskit.model", "presskit.findings", "presskit.settings.said", "presskit.sorting.", "presskit.reading."),
    *("presskit.composing.parts.", "presskit.rendering.parts"),
)
Find = Callable[[str], Kept | None]


class Unkept(Exception):
    """What cannot be kept, or is no value that may be."""


class Answers:
    """The answers in a cache, for one run of the program. Stands behind workers (presskit.working.workers.Memory)."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._program = json.dumps([*identity()])

    def find(self, tasks: Sequence[Task]) -> list[Outcome | None]:
        """Return for each task what it answered, where it would answer the same."""
        states: dict[str, State] = {}
        may_find = self._cache.reuse
        return [self._found(task, states) if task.is_kept and may_find else None for task in tasks]

    def keep(self, done: Iterable[tuple[Task, Any, Iterable[str]]], begun: float) -> None:
        """Keep what tasks answered: each with its value, and the paths that it asked about since the moment `begun`."""
        states: dict[str, State] = {}
        changed_at = cache(lambda path: changed(Path(path)))
        for task, value, asked in done:
            paths = sorted(asked)
            question = self._question(task)
            name = _name(question, paths, states)
            # Asked after what stands there was looked at: what changed before that is seen.
            if all(changed_at(path) < begun for path in paths):
                self._keep(question, name, paths, value)

    def _found(self, task: Task, states: dict[str, State]) -> Outcome | None:
        question = self._question(task)
        asked = self._cache.find(question + ASKED)
        kept = asked and self._cache.find(_name(question, json.loads(asked.read()), states))
        try:
            return Outcome(value=thawed(kept.read(), self._cache.find), is_known=True) if kept else None
        except Unkept:
            return None

    def _keep(self, question: str, name: str, paths: Sequence[str], value: Any) -> None:
        try:
            self._cache.keep(name, frozen(value, replace(self._cache, reuse=True).find))
        except Unkept:
            return
        self._cache.keep(question + ASKED, json.dumps(paths).encode())

    def _question(self, task: Task) -> str:
        asked = [task.function, task.arguments, dict(task.options)]
        return hashlib.sha256(f"{self._program}\0{json.dumps(_told(asked))}".encode()).hexdigest()


def _name(question: str, paths: Iterable[str], states: dict[str, State]) -> str:
    """Return the name of an answer: of the question, and of what stands at the paths."""
    for path in paths:
        if path not in states:
            states[path] = state_of(Path(path))
    told = json.dumps([question, [(path, states[path]) for path in paths]])
    return hashlib.sha256(told.encode()).hexdigest() + ANSWERED


def _told(value: Any) -> Any:
    """Return a value as JSON can hold it; other values are told otherwise, and equal ones alike in every process."""
    if value is None or isinstance(value, str | int | float):
        return value
    if is_dataclass(value):
        return [type(value).__qualname__, [_told(getattr(value, one.name)) for one in fields(value)]]
    if isinstance(value, dict):
        return ["dict", [[_told(key), _told(one)] for key, one in value.items()]]
    if isinstance(value, set | frozenset):
        return ["set", sorted((_told(one) for one in value), key=json.dumps)]
    if isinstance(value, list | tuple):
        return [type(value).__name__, [_told(one) for one in value]]
    return [type(value).__qualname__, repr(value)]


def frozen(value: Any, find: Find) -> bytes:
    """Return a value as bytes that `thawed` makes the same of. Raises Unkept where it cannot.

    A file of the cache stands in them by its name; find: returns it.
    """
    data = io.BytesIO()
    _Freezer(data).dump(value)
    if thawed(data.getvalue(), find) != value:
        raise Unkept
    return data.getvalue()


def thawed(data: bytes, find: Find) -> Any:
    """Return the value in bytes. Raises Unkept where anything but presskit's own values stands in them.

    The same where a file that they name is not in the cache any more.
    """
    try:
        return _Thawer(io.BytesIO(data), find).load()
    except (pickle.UnpicklingError, ImportError, AttributeError, EOFError, TypeError, ValueError, LookupError) as error:
        raise Unkept from error


class _Freezer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        """Say a time zone by its name; by itself it would be said by what may not be done here."""
        return (ZoneInfo, (value.key,)) if isinstance(value, ZoneInfo) else NotImplemented

    def persistent_id(self, value: Any) -> str | None:
        """Name a file of the cache."""
        return value.path.name if isinstance(value, Kept) else None


class _Thawer(pickle.Unpickler):
    def __init__(self, data: io.BytesIO, find: Find) -> None:
        super().__init__(data)
        self._find = find

    def persistent_load(self, name: Any) -> Kept:
        """Return the file of a name."""
        found = self._find(name) if isinstance(name, str) else None
        if not found:
            raise pickle.UnpicklingError(f"{name} is not in the cache any more")
        return found

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of presskit's that only holds values, or a plain one; nothing else is ever called."""
        if (module, name) in PLAIN:
            return PLAIN[module, name]
        if not module.startswith(OWN) or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of presskit's")
        found = getattr(import_module(module), name)
        if not (isinstance(found, type) and is_dataclass(found) and found.__module__ == module):
            raise pickle.UnpicklingError(f"{module}.{name} holds no values")
        return found
