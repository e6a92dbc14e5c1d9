"""What the page engine says while it works: it reports an unknown property or a lost picture nowhere but in its log."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from weasyprint.logger import LOGGER


@contextmanager
def hearing(take: Callable[[logging.LogRecord], None]) -> Iterator[None]:
    """Give each warning and error of the engine to `take` until the block is left."""

    class Hearer(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            take(record)

    hearer = Hearer(logging.WARNING)
    LOGGER.addHandler(hearer)
    try:
        yield
    finally:
        LOGGER.removeHandler(hearer)
