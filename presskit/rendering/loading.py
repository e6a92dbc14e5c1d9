"""The page engine is loaded here first: its libraries are opened by the names that the system's loader knows.

WeasyPrint 70 tries each library under names of Windows before that of Linux. For every one of those that is not there,
Python asks gcc, ld and ldconfig: fifteen times, which took a third of the time in which the engine is loaded.
"""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _asking_the_loader_alone() -> Iterator[None]:
    """Let Python find libraries without a compiler's help, on Linux, where no name of WeasyPrint's needs it."""
    asked = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = asked


with _asking_the_loader_alone():
    import weasyprint  # noqa: F401
