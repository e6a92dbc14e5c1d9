"""Tasks in limited processes: each has a wall clock, a share of memory and of CPU time, and dies alone.

Why: a source, a brand's template or a page can crash, hang or eat memory, whether by bad luck or by design.
That is one problem with one file's name; the other documents are finished and kept.

A server process imports what every task needs and forks the workers (forkserver), or each worker imports it anew
where there is no fork (spawn). The page engine is imported by a worker when it first lays out a page: when all pages
are found finished, nobody waits for it. The parent never imports it.
"""

from __future__ import annotations

import concurrent.futures
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from pebble import ProcessExpired, ProcessPool

from presskit import gate
from presskit.errors import PresskitError

PRELOADED = ("presskit.reading", "presskit.composing.documents", "presskit.composing.frame")


@dataclass(frozen=True)
class Limits:
    """What one task may use: seconds of wall clock and of CPU, bytes of address space."""

    wall_s: float = 60.0
    cpu_s: int = 60
    memory_bytes: int = 3 * 1024**3


@dataclass(frozen=True)
class Task:
    """A call to make in a worker: a function importable by name, and arguments that can be pickled."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]


@dataclass(frozen=True)
class Outcome:
    """What became of a task: its value, or the error it raised, or the reason why it was stopped, in words."""

    value: Any = None
    error: PresskitError | None = None
    stopped: str | None = None


class Workers:
    """A pool of limited processes; use it in a `with` statement."""

    def __init__(
        self, jobs: int | None = None, limits: Limits | None = None, preload: Sequence[str] = PRELOADED
    ) -> None:
        self._limits = limits or Limits()
        start_server(preload)
        self._pool = ProcessPool(
            max_workers=jobs or min(os.cpu_count() or 1, 8),
            context=_context(preload),
            initializer=_limit_memory,
            initargs=(self._limits.memory_bytes,),
        )

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()

    def run(self, tasks: Sequence[Task], done: Callable[[int], None] = lambda index: None) -> tuple[Outcome, ...]:
        """Run all tasks, in their order as workers become free; return their outcomes in the same order.

        done: called in this thread with a task's index when its outcome is known, in order.
        """
        futures = [
            self._pool.schedule(
                _limited,
                args=(self._limits.cpu_s, gate.places(), task.function, task.arguments),
                timeout=self._limits.wall_s,
            )
            for task in tasks
        ]
        outcomes = []
        for index, future in enumerate(futures):
            outcomes.append(self._outcome(future))
            done(index)
        return tuple(outcomes)

    def _outcome(self, future: concurrent.futures.Future[Any]) -> Outcome:
        try:
            return Outcome(value=future.result())
        except PresskitError as error:
            return Outcome(error=error)
        except concurrent.futures.TimeoutError:
            return Outcome(stopped=f"it took longer than {self._limits.wall_s:.0f} seconds")
        except MemoryError:
            return Outcome(stopped=f"it needed more than {self._limits.memory_bytes / 1024**3:.0f} GB of memory")
        except RecursionError:
            return Outcome(stopped="its elements are nested too deeply")
        except ProcessExpired as death:
            return Outcome(stopped=_cause_of_death(death.exitcode))


def start_server(preload: Sequence[str] = PRELOADED) -> None:
    """Start the process that forks the workers, so that it imports while the command itself still does.

    What it finds in the environment, every worker will: the list of typefaces must be named before.
    """
    if _context(preload).get_start_method() == "forkserver":
        from multiprocessing import forkserver  # noqa: PLC0415  (only POSIX has it)

        with _deaf_to_interrupts():
            forkserver.ensure_running()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that pass over Ctrl-C: this one hears it, and stops them without a word of theirs."""
    if threading.current_thread() is not threading.main_thread():  # only there can signals be set
        yield
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


def _context(preload: Sequence[str]) -> Any:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    if context.get_start_method() == "forkserver":
        context.set_forkserver_preload(list(preload))
    return context


def _cause_of_death(exitcode: int | None) -> str:
    """Say why a process ended: negative exit codes are signals (multiprocessing.Process.exitcode)."""
    # Windows has neither signal; no exit code equals None there.
    if exitcode and -exitcode == getattr(signal, "SIGXCPU", None):
        return "it computed for too long"
    if exitcode and -exitcode == getattr(signal, "SIGKILL", None):
        return "the system stopped it, most likely for want of memory"
    return f"the program that reads or lays out pages broke down (code {exitcode})"


def _limit_memory(memory_bytes: int) -> None:
    """Limit a worker's address space, where the system can (POSIX; macOS accepts the call and ignores it)."""
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _limited(cpu_s: int, places: tuple[Path, ...], function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    """Call `function` with a CPU limit counted from now: a worker serves many tasks, the limit is for each."""
    with gate.opened(*places):
        _limit_cpu(cpu_s)
        return function(*arguments)


def _limit_cpu(cpu_s: int) -> None:
    try:
        import resource  # noqa: PLC0415  (Windows has none)
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + cpu_s
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
