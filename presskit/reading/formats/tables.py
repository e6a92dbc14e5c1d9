"""Tables in Markdown: rows longer than the head keep all their cells.

Why: the parser follows GitHub's rule and drops cells beyond the head's last one. Nothing may vanish.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

DELIMITER = re.compile(r"\s{0,3}\|?(?:\s*:?-+:?\s*\|){1,200}(?:\s*:?-+:?\s*)?\|?\s*|\s{0,3}\|\s*:?-+:?\s*\|?\s*")
BAR = re.compile(r"(?<!\\)\|")


def widen_tables(lines: Sequence[str]) -> list[str]:
    """Return the lines with empty cells added to the heads of tables that have longer rows."""
    widened, end = list(lines), 0
    for place in range(1, len(lines)):
        if place < end or not DELIMITER.fullmatch(lines[place]) or cells_in(lines[place - 1]) != cells_in(lines[place]):
            continue
        end = next((at for at in range(place, len(lines)) if not lines[at].strip()), len(lines))
        missing = max(map(cells_in, lines[place:end])) - cells_in(lines[place])
        if missing:
            widened[place - 1] = closed(lines[place - 1]) + "  |" * missing
            widened[place] = closed(lines[place]) + " --- |" * missing
    return widened


def cells_in(line: str) -> int:
    """Count the cells of a row."""
    return len(BAR.split(line.strip().removeprefix("|").removesuffix("|")))


def closed(line: str) -> str:
    """Return a row with the bar that closes its last cell."""
    row = line.rstrip()
    return row if row.endswith("|") else f"{row} |"
