"""What a command takes, with every process that comes of it: wall clock, CPU time, and memory at its highest."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
LOOK_S = 0.05


@dataclass(frozen=True)
class Taken:
    """Seconds of wall clock, seconds of CPU, and MiB of memory that the processes had to themselves or shared out."""

    wall_s: float
    cpu_s: float = 0.0
    peak_mib: float = 0.0


def measure(command: Sequence[str | Path], *, memory: bool = False) -> Taken:
    """Run a command to its end. Raises CalledProcessError where it fails.

    Why every process: a browser and others leave work to processes that outlive the one that was started.
    """
    adopt_orphans()
    others, before, start = _children(), _cpu_s(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    ended, peak = threading.Event(), [0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, ended, peak))
    if memory:
        watcher.start()
    _, said = process.communicate()
    wall = time.perf_counter() - start
    ended.set()
    while orphans := _children() - others:
        for pid in orphans:
            with suppress(ChildProcessError):
                os.waitpid(pid, 0)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), stderr=said)
    return Taken(wall, _cpu_s() - before, peak[0])


def adopt_orphans() -> None:
    """Have processes whose parent has ended counted with this one (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def memory_mib(pid: int) -> float:
    """Return the memory of a process and of all below it; what several share counts once (Linux; else 0)."""
    total_kib, waiting = 0, [str(pid)]
    while waiting:
        one = Path("/proc", waiting.pop())
        with suppress(OSError, StopIteration):
            lines = (one / "smaps_rollup").read_text().splitlines()
            total_kib += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
            waiting += [name for task in (one / "task").iterdir() for name in (task / "children").read_text().split()]
    return total_kib / 1024


def _children() -> set[int]:
    """Return the processes that this one waits for (Linux; else none)."""
    tasks = Path("/proc/self/task")
    found = (
        [name for task in tasks.iterdir() for name in (task / "children").read_text().split()] if tasks.exists() else []
    )
    return {int(name) for name in found}


def _watch(pid: int, ended: threading.Event, peak: list[float]) -> None:
    while not ended.wait(LOOK_S):
        peak[0] = max(peak[0], memory_mib(pid))


def _cpu_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
