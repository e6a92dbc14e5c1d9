"""Lines that lie on top of each other, so that nobody reads either: looked for in the finished PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.checking.marks.painting import Box, inside
from presskit.checking.marks.placed_lines import Line

FAINT = 0.5  # as “DRAFT” is painted across a page: what lies below it can be read
# Of a small letter's height: lines set close touch with what hangs below the one and rises from the other.
LEAST_HIGH, LEAST_WIDE = 0.4, 0.8
SAME_LINE_PT, TOUCHING_PT = 0.5, 1.0


def overprinted(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Yield the texts of each two lines of a page that lie on top of each other, in the order of their upper edges.

    Why in that order: a line is held only against those that begin above its lower edge. Why the lines as a whole
    first: spaces at their ends count only where these meet, and nearly none do.
    """
    solid = [line for line in lines if line.alpha >= FAINT]
    placed = sorted(((inside(line.box(0, line.end), line.clip), line) for line in solid), key=lambda one: -one[0][3])
    near: list[tuple[Box, Line]] = []
    texts: dict[Line, str] = {}
    for box, line in placed:
        near = [one for one in near if one[0][1] < box[3]]
        for other, above in near:
            if _meet(box, other) and _meet(_inked(line), _inked(above)):
                texts = texts or _whole_lines(lines)
                yield texts[above], texts[line]
        near.append((box, line))


def _whole_lines(lines: Sequence[Line]) -> dict[Line, str]:
    """Return what each line says with what goes on where it ends: words that are held together are painted apart."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and _goes_on(rows[-1][-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return {line: " ".join("".join(one.raw for one in row).split()) for row in rows for line in row}


def _goes_on(line: Line, other: Line) -> bool:
    """Tell whether a line begins where another ends, or ends where it begins: from right to left."""
    (left, bottom, right, _), (begins, foot, ends, _) = line.box(0, line.end), other.box(0, other.end)
    return abs(bottom - foot) < SAME_LINE_PT and min(abs(begins - right), abs(left - ends)) < TOUCHING_PT


def _inked(line: Line) -> Box | None:
    """Return the place of what is seen of a line, without the spaces at its ends."""
    letters = [letter for letter in line.letters if letter.text.strip()]
    return inside(line.box(letters[0].start, letters[-1].start + letters[-1].width), line.clip) if letters else None


def _meet(one: Box | None, other: Box | None) -> bool:
    if not one or not other:
        return False
    left, bottom, right, top = inside(one, other)
    high = min(one[3] - one[1], other[3] - other[1])
    return high > 0 and top - bottom > LEAST_HIGH * high and right - left > LEAST_WIDE * high
