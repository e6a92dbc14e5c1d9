"""What only some machines have: without it a test is passed over and says why; where CI=true it fails."""

from __future__ import annotations

import os
import pty
from typing import NoReturn

import pytest


def lacks(what: str) -> NoReturn:
    """End the test: `what` says what this machine lacks."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"in CI this must be there: {what}")
    pytest.skip(what)


def need_terminal() -> None:
    """End the test where no program can be given a screen of its own, as in a root without /dev/pts."""
    try:
        keyboard, screen = pty.openpty()
    except OSError as error:
        lacks(f"there is no terminal to give to a program ({error}); mount /dev/pts")
    os.close(screen)
    os.close(keyboard)
