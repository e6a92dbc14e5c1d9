"""Two columns above a headline, set with spaces: the status and date on the left, the contact on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.reading.cues.contacts import label_end
from presskit.reading.cues.marks import read_status

Line = tuple[int, str]
GAP = re.compile(r"[ \xa0]{4,}|\t+")
MAX_CHARACTERS = 160


def read_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield numbered lines; where neighbours stand in two columns, the left column comes before the right one."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_divided(lines[end][1]) and lines[end][0] == lines[start][0] + end - start:
            end += 1
        rows = [(number, GAP.split(line, maxsplit=1)) for number, line in lines[start:end]]
        if any(read_status(part) or label_end(part) is not None for _, parts in rows for part in parts):
            yield from ((number, parts[0]) for number, parts in rows)
            yield from ((number, parts[1]) for number, parts in rows)
        else:
            end = max(end, start + 1)
            yield from lines[start:end]
        start = end


def is_divided(line: str) -> bool:
    """Tell whether a wide gap divides a short line."""
    return len(line) <= MAX_CHARACTERS and bool(GAP.search(line))
