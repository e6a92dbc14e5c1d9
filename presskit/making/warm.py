"""The warm engine: builds one kit again and again, with workers that stay.

Whoever shows a kit while it is written stands on it: it builds an order, and is told which files have changed since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TypeVar

from presskit.errors import RenderingError
from presskit.findings import finding
from presskit.making.orders import BuildOrder, MadeKit
from presskit.outcomes import Progress, silent
from presskit.whole import Filling
from presskit.working.workers import Outcome, Task, Workers

Thing = TypeVar("Thing")
TYPEFACES = (".ttf", ".otf", ".woff", ".woff2")


class Engine:
    """Builds with workers that stay; use it in a `with` statement. Whoever asks while it builds waits."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stack = ExitStack()
        self._workers: Workers | None = None
        self._is_over = False

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What another thread still makes is made first: its calls were lost with the workers.
        with self._lock:
            self._is_over = True
            self._stack.close()

    def build(self, order: BuildOrder, progress: Progress = silent) -> tuple[MadeKit, Path]:
        """Build a kit and write it, as presskit.making.build.build does. An error leaves the engine as it was."""
        from presskit.making.build import build  # noqa: PLC0415  (a window shows before what it remembers)

        with self._lock:
            return build(order, progress, self._ready(order))

    def alone(self, work: Callable[[], Thing]) -> Thing:
        """Do other work that starts processes while nothing is built, and return what comes of it."""
        with self._lock:
            return work()

    def make(
        self, order: BuildOrder, progress: Progress = silent
    ) -> tuple[MadeKit, Path, Mapping[Path, bytes | Filling]]:
        """Make what `build` would write, without writing it, as presskit.making.build.make does."""
        from presskit.making.build import make  # noqa: PLC0415  (as above)

        with self._lock:
            return make(order, progress, self._ready(order))

    def run(self, order: BuildOrder, tasks: Sequence[Task]) -> tuple[Outcome, ...]:
        """Do other tasks with the workers, while nothing is built; return what comes of each."""
        with self._lock:
            return self._ready(order).run(tasks)

    def _ready(self, order: BuildOrder) -> Workers:
        if self._is_over:
            raise RenderingError(finding("b-012", reason="presskit is ending"))
        from presskit.making.build import workers_for  # noqa: PLC0415  (as above)

        if self._workers is None:
            self._workers = self._stack.enter_context(workers_for(order, stays=True))
        return self._workers

    def refresh(self, changed: Iterable[Path]) -> None:
        """Forget what cannot be told by its content alone: a typeface is opened once, by its name."""
        if any(path.suffix.lower() in TYPEFACES for path in changed):
            from presskit import fonts  # noqa: PLC0415  (as above)

            with self._lock:
                fonts.forget()
                self._stack.close()
                self._workers = None
