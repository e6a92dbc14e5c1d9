"""A kit that presskit watches, and how long it takes from a save to the new file."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from tests.bench.trees import Taken, memory_mib

PATIENCE_S = 120.0
LOOK_S = 0.002
QUIET_S = 0.3  # in which the command tells of the build, and looks at the kit anew


class Watched:
    """`presskit build KIT -o FILE --watch`; use it in a `with` statement."""

    def __init__(self, kit: Path, output: Path) -> None:
        self._output = output
        words = [sys.executable, "-m", "presskit", "build", str(kit), "-o", str(output), "--watch"]
        self._process = subprocess.Popen(words, stdout=subprocess.DEVNULL)

    def __enter__(self) -> Watched:
        self._wait(self._output.exists)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def after(self, save: Callable[[], object]) -> Taken:
        """Save something, and return what it took until the file was another."""
        time.sleep(QUIET_S)
        before = self._output.stat().st_ino
        save()
        begun = time.perf_counter()
        self._wait(lambda: self._output.stat().st_ino != before)
        return Taken(time.perf_counter() - begun)

    def memory_mib(self) -> float:
        """Return the memory that it takes, with its workers."""
        return memory_mib(self._process.pid)

    def _wait(self, happened: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE_S
        while not happened():
            if time.monotonic() > until or self._process.poll() is not None:
                raise TimeoutError("nothing was built")
            time.sleep(LOOK_S)
