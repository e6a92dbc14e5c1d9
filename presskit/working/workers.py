"""Tasks in limited processes: each has a wall clock, a share of memory and of CPU time, and dies alone.

Why: a source, a brand's template or a page can crash, hang or eat memory, whether by bad luck or by design.
That is one problem with one file's name; the other documents are finished and kept.

On Linux the command loads what most tasks need and forks the workers. Elsewhere a server process loads it and forks
them (macOS), or each worker loads it anew (Windows). What few tasks need, such as the reader of a format, a worker
imports when it first meets one: tasks are named.
"""

from __future__ import annotations

import math
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from contextvars import copy_context
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from pkgutil import resolve_name
from types import TracebackType
from typing import Any, Protocol

from presskit import ending, gate
from presskit.errors import PresskitError, StoppedError
from presskit.limits import FILE_BYTES
from presskit.working import pool

READING = ("presskit.sorting.take",)  # what is needed where sources are read, and nothing built
# A kit has settings, and most texts of kits are Markdown; what reads other formats a worker loads when it meets one.
PRELOADED = (
    *READING,
    *("presskit.settings.kit", "presskit.settings.brand", "presskit.settings.front_matter"),
    *("presskit.reading.formats.markdown", "presskit.composing.documents", "presskit.composing.frame"),
)
# What lays out, links and reads back pages. Where workers are forked from the command, it loads that while others read.
LAYING_OUT = (
    *("presskit.rendering.loading", "presskit.rendering.engine", "presskit.rendering.ahead"),
    "presskit.linking.linker",
    *("presskit.checking.pdf", "pypdf"),
)
ENGINES = LAYING_OUT if pool.FORKS else ()
# There each worker loads by itself what reads, while the command loads the engine.
READERS = () if pool.FORKS else PRELOADED


@dataclass(frozen=True)
class Limits:
    """What one task may use: seconds of wall clock and of CPU, bytes of address space."""

    wall_s: float = 60.0
    cpu_s: int = 60
    memory_bytes: int = 3 * 1024**3


def limits_for(paths: Iterable[Path], s_per_mb: float = 1 / 3) -> Limits:
    """Return what reading files may use: seconds for the programs and for what is slow in small files, and a share.

    Measured: the largest honest texts take 3 seconds, a photo of 24 megapixels (8 MB) a third of one. A machine may be
    three times slower; by the clock, as busy again.
    """
    # What is larger is refused, and needs no time; some systems hold files of a size they never got.
    most = FILE_BYTES.most
    megabytes = sum(min(gate.size_of(path), most) for path in paths if gate.is_file(path)) / 1_000_000
    cpu_s = 20 + round(megabytes * s_per_mb)
    return Limits(wall_s=3.0 * cpu_s, cpu_s=cpu_s)


@dataclass(frozen=True)
class Task:
    """A call to make in a worker: the name of a function, and arguments that can be pickled.

    function: such as "presskit.sorting.take:take", which the worker imports: this process need not load what it never
    calls. limits: what it may use, where that is not what every task of its workers may. options: arguments by name.
    is_kept: its answer comes of its arguments and of files alone, and may be kept for who asks the same again.
    """

    function: str
    arguments: tuple[Any, ...]
    limits: Limits | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    is_kept: bool = False

    def do(self) -> Any:
        """Make the call, in this process."""
        return resolve_name(self.function)(*self.arguments, **self.options)


@dataclass(frozen=True)
class Outcome:
    """What became of a task: its value, or the error it raised, or the reason why it was stopped, in words.

    is_known: its value was known, and it was not done again.
    A task that was not begun, because another had been stopped, has none of the three.
    """

    value: Any = None
    error: PresskitError | None = None
    stopped: str | None = None
    is_known: bool = False


class Memory(Protocol):
    """Where answers are kept."""

    def find(self, tasks: Sequence[Task]) -> Sequence[Outcome | None]:
        """Return for each task what is known of it."""

    def keep(self, done: Iterable[tuple[Task, Any, Collection[str]]], begun: float) -> None:
        """Keep what tasks answered, each with the paths that it asked about since the moment `begun`."""


class Workers:
    """A pool of limited processes; use it in a `with` statement.

    preload: what workers have loaded from the start. rest: what those have as well that are started after a run with
    `loads_rest`. memory: where answers are kept, if anywhere.
    """

    def __init__(
        self,
        jobs: int | None = None,
        limits: Limits | None = None,
        preload: Sequence[str] = PRELOADED,
        memory: Memory | None = None,
        rest: Sequence[str] = (),
    ) -> None:
        self._rest = rest
        self._limits = limits or Limits()
        self._memory = memory
        self._jobs = jobs or min(os.cpu_count() or 1, 8)
        start_server(preload)
        self._pool = pool.Pool(self._jobs, preload, _mute)
        self._stack = ExitStack()
        self._unkept: list[Callable[[], None]] = []
        self._ahead: Task | None = None

    def __enter__(self) -> Workers:
        self._stack.enter_context(ending.undone_by(self._pool.stop))
        self._stack.callback(self._pool.kill)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()
        if kind is None or issubclass(kind, PresskitError):  # else somebody wants it to end
            self._keep()

    def load_ahead(self, task: Task) -> None:
        """Have this process do a task once the rest is loaded: what it holds then, workers have that start later."""
        self._ahead = task

    def run(
        self,
        tasks: Sequence[Task],
        done: Callable[[int], None] = lambda number: None,
        *,
        loads_rest: bool = False,
        meanwhile: Callable[[], object] | None = None,
    ) -> tuple[Outcome, ...]:
        """Run all tasks, in their order as workers become free; return their outcomes in the same order.

        Once one is stopped, no other is begun: what needs them all cannot be made any more, and nobody waits for it.
        done: called in this thread whenever an outcome is known, with the number of those known before.
        loads_rest: what later tasks need is loaded meanwhile, where it is not there yet, and other workers do those.
        meanwhile: called in this thread as soon as all workers have something to do, or all is known.
        """
        begun = time.time()
        known = self._memory.find(tasks) if self._memory else [None for _ in tasks]
        outcomes = [outcome or Outcome() for outcome in known]
        waiting = deque(index for index, outcome in enumerate(known) if not outcome)
        asked: dict[int, Collection[str]] = {}
        ended = 0
        for ended in range(1, len(tasks) - len(waiting) + 1):
            done(ended - 1)
        with ExitStack() as if_broken:
            if_broken.callback(self._pool.kill)  # what is still at work then must not answer a later run
            is_loading = loads_rest and bool(self._rest)
            if is_loading:
                self._pool.load(self._rest, min(self._jobs, len(waiting)), self._ahead.do if self._ahead else None)
                self._rest = ()
            while waiting or self._pool.busy:
                while waiting and self._pool.has_room:
                    index = waiting.popleft()
                    self._begin(index, tasks[index])
                if meanwhile:
                    meanwhile()
                    meanwhile = None
                self._keep()
                for index, end in self._pool.ended():
                    outcomes[index], asked[index] = self._outcome(end, tasks[index].limits or self._limits)
                    if outcomes[index].stopped:
                        waiting.clear()
                    done(ended)
                    ended += 1
            if is_loading:
                self._pool.renew()
            if_broken.pop_all()
        if meanwhile:  # nothing was to be done
            meanwhile()
        if self._memory:
            kept = (index for index in asked if tasks[index].is_kept and _is_answer(outcomes[index]))
            answered = [(tasks[index], outcomes[index].value, asked[index]) for index in kept]
            # With what may be read now: what is open later is not what was asked about.
            self._unkept.append(partial(copy_context().run, self._memory.keep, answered, begun))
        return tuple(outcomes)

    def _keep(self) -> None:
        """Keep what the last runs answered: once workers have something to do again, and nobody waits for it."""
        while self._unkept:
            self._unkept.pop(0)()

    def _begin(self, index: int, task: Task) -> None:
        limits = task.limits or self._limits
        arguments = (limits, gate.places(), task)
        self._pool.begin(index, _limited, arguments, limits.wall_s)

    def _outcome(self, end: pool.Ended, limits: Limits) -> tuple[Outcome, Collection[str]]:
        """Return what became of a task, and the paths that it asked about."""
        try:
            value, asked = end.result()
            return Outcome(value=value), asked
        except PresskitError as error:
            return Outcome(error=error), ()
        except (StoppedError, TimeoutError, MemoryError, RecursionError, pool.DiedError) as error:
            return Outcome(stopped=_why(error, limits)), ()


def _why(error: Exception, limits: Limits) -> str:
    """Return why a task was stopped, in words."""
    match error:
        case TimeoutError():
            return f"it took longer than {limits.wall_s:.0f} seconds"
        case MemoryError():
            return f"it needed more than {limits.memory_bytes / 1024**3:.0f} GB of memory"
        case RecursionError():
            return "its elements are nested too deeply"
        case pool.DiedError():
            return _cause_of_death(error.exitcode)
    return str(error)


def _is_answer(outcome: Outcome) -> bool:
    return outcome.error is None and outcome.stopped is None


def start_server(preload: Sequence[str] = PRELOADED) -> None:
    """Start the process that forks the workers, so that it imports while the command itself still does.

    On Linux there is none: workers are forked from the command (decision 43).

    Every worker finds in its environment what the command has there when it is started.
    """
    if pool.FORKS:
        return
    with ending.put_off(), _muted():  # else what is said of an end in this moment would be muted too
        pool.start_server(preload)


def _mute() -> None:
    """Say nothing more on standard error: C libraries write there, and what is to be told comes back as a value."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


@contextmanager
def _muted() -> Iterator[None]:
    """Start processes that say nothing on standard error."""
    if sys.__stderr__ is None:  # closed: its number may be another file's
        yield
        return
    heard = os.dup(2)
    _mute()
    try:
        yield
    finally:
        os.dup2(heard, 2)
        os.close(heard)


def _cause_of_death(exitcode: int | None) -> str:
    """Say why a process ended: negative exit codes are signals (multiprocessing.Process.exitcode)."""
    # Windows has neither signal; no exit code equals None there.
    if exitcode and -exitcode == getattr(signal, "SIGXCPU", None):
        return "it computed for too long"
    if exitcode and -exitcode == getattr(signal, "SIGKILL", None):
        return "the system stopped it, most likely for want of memory"
    return f"the program that reads or lays out pages broke down (code {exitcode})"


def _limited(limits: Limits, places: tuple[Path, ...], task: Task) -> tuple[Any, Collection[str]]:
    """Do a task within limits counted from now: a worker serves many tasks, the limits are for each.

    Returns its value with the paths that it asked the gate about.
    """
    with gate.opened(*places), gate.noted() as asked:
        _limit(limits)
        return task.do(), asked


def _limit(limits: Limits) -> None:
    """Limit this process, where the system can (POSIX; macOS accepts the limit of memory and ignores it)."""
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most_cpu_s = math.ceil(used.ru_utime + used.ru_stime) + limits.cpu_s
    most_bytes = limits.memory_bytes + _inherited_bytes(resource.getpagesize())
    for kind, most in ((resource.RLIMIT_CPU, most_cpu_s), (resource.RLIMIT_AS, most_bytes)):
        resource.setrlimit(kind, (most, resource.getrlimit(kind)[1]))


@cache
def _inherited_bytes(page_bytes: int) -> int:
    """Return what a worker that was forked from the command held before its first task: that is no task's doing."""
    if not pool.FORKS:
        return 0
    with Path("/proc/self/statm").open(encoding="ascii") as status:  # proc(5): the first word is the size in pages
        return int(status.read().split()[0]) * page_bytes
