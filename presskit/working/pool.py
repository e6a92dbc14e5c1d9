"""Processes that work for this one. Each has a pipe of its own, and all end with this process, whatever ends it.

Why no pool of a library: in those, workers share pipes and locks, and one that is killed while it holds a lock stops
the others for good. Here the system tells a worker's death as the end of its pipe: its call is made once more by
another worker where the death came from outside, and nothing else is touched.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from presskit import ending, passing, whole
from presskit.errors import RenderingError
from presskit.findings import finding

TRIES = 3  # to start a process: whoever kills the server that forks them does it once
PAUSE_S = 0.2  # before the next try, for each that failed
RUBBISH = 100_000  # new things, after which Python looks for rubbish among them: a page is made of tens of thousands
IDLE_S = 1.0  # without a call, after which a worker looks for rubbish
PATIENCE_S = 10.0  # for the system to tell why a process died
FORKS = sys.platform == "linux"  # elsewhere a system's libraries may not outlive it
# What people and systems send. 255 is what multiprocessing says where its server was killed, and 1 is Windows' way.
FROM_OUTSIDE = {255, 1, *(-getattr(signal, name, 0) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"))}


class DiedError(Exception):
    """A worker died. `exitcode` as in multiprocessing: negative for a signal."""

    def __init__(self, exitcode: int | None) -> None:
        super().__init__(exitcode)
        self.exitcode = exitcode


@dataclass(frozen=True)
class Ended:
    """How a call ended: with a value, or with an error: its own, DiedError, or TimeoutError."""

    value: Any = None
    error: Exception | None = None

    def result(self) -> Any:
        """Return the value or raise the error."""
        if self.error:
            raise self.error
        return self.value


@dataclass
class Worker:
    """A process with its pipe. While it makes a call: the call's key, itself, its seconds and the moment they end."""

    process: BaseProcess
    pipe: Connection
    key: int | None = None
    call: bytes = b""
    wall_s: float = 0.0
    until: float = 0.0
    is_second: bool = False

    def give(self, key: int, call: bytes, wall_s: float, *, is_second: bool) -> None:
        """Have a call made; OSError where the worker is dead."""
        self.pipe.send_bytes(call)
        self.key, self.call, self.wall_s, self.is_second = key, call, wall_s, is_second
        self.until = time.monotonic() + wall_s

    def died(self) -> int | None:
        """Return the exit code of a process whose pipe ended."""
        self.process.join(PATIENCE_S)
        self.kill()
        return self.process.exitcode

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join(PATIENCE_S)
        self.pipe.close()


class Pool:
    """At most `jobs` processes that make calls. preload: what their server imports; prepare: called first in each."""

    def __init__(self, jobs: int, preload: Sequence[str], prepare: Callable[[], None] | None = None) -> None:
        self._jobs, self._preload, self._prepare = jobs, preload, prepare
        self._workers: list[Worker] = []
        self._loading: threading.Thread | None = None

    @property
    def busy(self) -> list[Worker]:
        """The workers that are making calls."""
        return [worker for worker in self._workers if worker.key is not None]

    @property
    def has_room(self) -> bool:
        """Whether another call can begin."""
        return len(self.busy) < self._jobs

    def begin(self, key: int, function: Callable[..., Any], arguments: tuple[Any, ...], wall_s: float) -> None:
        """Begin a call, of which `ended` will tell under its key. RenderingError b-012 where no process starts."""
        self._give(key, pickle.dumps((function, arguments)), wall_s)

    def ended(self) -> list[tuple[int, Ended]]:
        """Wait until something happens to the calls, and return those that ended, by their keys."""
        busy = self.busy
        left_s = max(0.0, min(worker.until for worker in busy) - time.monotonic())
        ready = connection.wait([worker.pipe for worker in busy], left_s)
        found = [(worker.key, self._end_of(worker, is_ready=worker.pipe in ready)) for worker in busy]
        return [(key, end) for key, end in found if key is not None and end]

    def load(self, names: Sequence[str], count: int, then: Callable[[], object] | None) -> None:
        """Start `count` workers; then load modules, beside what they do, which all workers started later will have.

        then: what is done once they are loaded; of that, workers have all that is held.
        """
        self.kill()  # those there are have less than this process has by now
        for _ in range(count):
            self._started()
        self._preload = (*self._preload, *names)

        def load() -> None:
            _import(names)
            if then:
                then()

        self._loading = threading.Thread(target=load)
        self._loading.start()

    def renew(self) -> None:
        """End the workers there are, once everything is loaded: those started from now on have all of it."""
        self._loaded()
        self.kill()
        gc.freeze()
        gc.set_threshold(RUBBISH)

    def _loaded(self) -> None:
        """Wait until this process has one thread again, before it forks: a lock of the other would stay closed."""
        if self._loading:
            self._loading.join()
            self._loading = None

    def kill(self) -> None:
        """End all processes, at once: one waits for the other's end no longer than for its own."""
        self.stop()
        while self._workers:
            self._workers.pop().kill()

    def stop(self) -> None:
        """Have all processes end, without waiting for it."""
        for worker in self._workers:
            worker.process.kill()

    def _give(self, key: int, call: bytes, wall_s: float, *, is_second: bool = False) -> None:
        for _ in range(len(self._workers) + TRIES):
            worker = next((worker for worker in self._workers if worker.key is None), None) or self._started()
            try:
                return worker.give(key, call, wall_s, is_second=is_second)
            except OSError:  # killed while it had nothing to do
                self._drop(worker)
        raise _cannot_start("they end as soon as they are started")

    def _end_of(self, worker: Worker, *, is_ready: bool) -> Ended | None:
        """Return how a worker's call ended; None where it has not, or is made once more."""
        if not is_ready:
            if time.monotonic() < worker.until:
                return None
            self._drop(worker)
            return Ended(error=TimeoutError())
        try:
            answer = worker.pipe.recv_bytes()
        except (EOFError, OSError):  # its death, in the middle of an answer or before
            return self._end_of_dead(worker)
        worker.key = None
        ended: Ended = pickle.loads(answer)
        return ended

    def _end_of_dead(self, worker: Worker) -> Ended | None:
        self._workers.remove(worker)
        exitcode = worker.died()
        if worker.is_second or exitcode not in FROM_OUTSIDE or worker.key is None:
            return Ended(error=DiedError(exitcode))
        self._give(worker.key, worker.call, worker.wall_s, is_second=True)
        return None

    def _drop(self, worker: Worker) -> None:
        self._workers.remove(worker)
        worker.kill()

    def _started(self) -> Worker:
        self._loaded()
        reason = ""
        for trial in range(TRIES):
            time.sleep(PAUSE_S * trial)
            is_forked = FORKS and is_alone()
            if is_forked:
                _import(self._preload)
            else:
                start_server(self._preload)
            ours, theirs = multiprocessing.Pipe()
            method = multiprocessing.get_context("fork") if is_forked else context()
            given = (theirs, self._prepare, dict(os.environ))
            process = method.Process(target=_work, args=given, daemon=True)
            try:
                with passing.taken_along(), _deaf(ending.numbers()):
                    process.start()
            except (OSError, EOFError) as error:  # the server died
                ours.close()
                reason = whole.reason_of(error) if isinstance(error, OSError) else "their server ended"
                continue
            finally:
                theirs.close()
            self._workers.append(Worker(process, ours))
            return self._workers[-1]
        raise _cannot_start(reason)


def _cannot_start(reason: str) -> RenderingError:
    return RenderingError(finding("b-012", reason=reason))


def is_alone() -> bool:
    """Tell whether no library keeps a thread in this process: those have names of their own (proc(5), comm).

    Pango 1.56 keeps one that finds typefaces, once one was opened here. A fork has it not, and would wait
    for it for ever.
    """
    names = set()
    for thread in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # it has ended
            names.add((thread / "comm").read_text())
    return len(names) == 1


def context() -> Any:
    """Return multiprocessing's way of starting processes that are not forked from the command: by a server, or anew.

    Why forked from the command itself where it can be: what a worker needs, this process has loaded already; a server
    between the two would load all of it a second time.
    """
    methods = multiprocessing.get_all_start_methods()
    return multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")


def _import(names: Sequence[str]) -> None:
    for name in names:
        import_module(name)


def start_server(preload: Sequence[str]) -> None:
    """Start the process that forks workers, where there is such a thing and it does not run.

    It and all that comes from it pass over Ctrl-C: the command hears it, and ends them without a word of theirs.
    """
    chosen = context()
    if chosen.get_start_method() != "forkserver":
        return
    chosen.set_forkserver_preload(["presskit.working.tethered", *preload])
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415  (only POSIX has them)

    # A warning says that somebody killed the tracker: nothing is lost with it.
    with warnings.catch_warnings(action="ignore"), passing.taken_along():
        resource_tracker.ensure_running()  # which lets signals through again
        with _deaf((signal.SIGINT,)):
            forkserver.ensure_running()


@contextmanager
def _deaf(numbers: Collection[signal.Signals]) -> Iterator[None]:
    """Let signals wait until the block ends, and start what is started in it deaf to them.

    Why blocked and not ignored: one of this moment comes to the command a moment later.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def _work(pipe: Connection, prepare: Callable[[], None] | None, environment: Mapping[str, str]) -> None:
    """Make calls until the pipe ends: what a worker does all its life, in the command's environment."""
    os.environ.clear()
    os.environ.update(environment)
    for number in ending.numbers():
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ending.numbers())
    _end_with_command()
    if prepare:
        prepare()
    gc.freeze()  # what is loaded stays: to look through it for rubbish takes longer than laying out a page
    gc.set_threshold(RUBBISH)
    Context().run(_serve, pipe)  # whatever the command had open (presskit.gate), a call brings along what it may read


def _serve(pipe: Connection) -> None:
    with suppress(EOFError, OSError):  # the command is gone
        while True:
            pipe.send_bytes(_answer(pipe.recv_bytes()))
            _give_back()
            if not pipe.poll(IDLE_S):
                gc.collect()


def _give_back() -> None:
    """Give the system back what C libraries have freed, where the system's own keeps it for the next call (glibc)."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if FORKS else None
    if trim:
        trim(0)


def _end_with_command() -> None:
    """End this process when the command does, and in the middle of whatever it is doing."""
    from presskit.working import tethered  # noqa: PLC0415  (to import it ties a process)

    tethered.end_with_parent()
    command = multiprocessing.parent_process()
    assert command
    if not command.is_alive():  # it died before the system was asked to tell
        os._exit(1)

    def watch() -> None:
        command.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _answer(call: bytes) -> bytes:
    try:
        function, arguments = pickle.loads(call)
        return pickle.dumps(Ended(function(*arguments)))
    except Exception as error:  # noqa: BLE001  whatever it is, the command is told
        error.add_note(traceback.format_exc())
        return _told(error)


def _told(error: Exception) -> bytes:
    try:
        return pickle.dumps(Ended(error=error))
    except Exception:  # noqa: BLE001  an error that holds what cannot be sent
        return pickle.dumps(Ended(error=RuntimeError(*error.__notes__)))
