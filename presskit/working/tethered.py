"""Imported by the workers' server: from then on it ends with the command that started it, by the system's hand.

Why: a worker that computes in a library cannot notice that the command is gone. On Linux the system tells it, or its
parent, with a signal that nobody can pass over; elsewhere a worker sees it when it next runs Python.
"""

from __future__ import annotations

import ctypes
import signal
import sys

PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Have the system end this process when its parent does (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


end_with_parent()
