"""Lines that are written from right to left, in the order in which they are read.

A PDF holds a line as it is painted, from its left end: that is what programs expect that search, copy and read aloud,
and turn round for themselves (docs/decisions/0015-arabic-pages-are-mirrored.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Painted from left to right among Arabic words too (UAX 9): numbers, and words of other scripts.
LETTER = r"[^\W\d_\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
LEFT_TO_RIGHT = re.compile(rf"\d+(?:[.,:/]\d+)*|{LETTER}+(?:[ '’&/.-]+{LETTER}+)*")


def in_reading_order(painted: Sequence[str]) -> str:
    """Return a piece of a line, given as the texts of its glyphs from left to right."""
    if not any(map(RIGHT_TO_LEFT.search, painted)):
        return "".join(painted)
    return LEFT_TO_RIGHT.sub(lambda found: found[0][::-1], "".join(reversed(painted)))
