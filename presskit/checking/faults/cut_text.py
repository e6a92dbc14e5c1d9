"""Characters that a page does not show whole: outside of it, or behind the edge of a box that cuts what overflows.

Looked for in the finished PDF, letter by letter: a style that cuts leaves the letters in the file, where all that reads
its words finds them, and only the eye does not.
"""

from __future__ import annotations

from presskit.checking.marks.painting import Box
from presskit.checking.marks.placed_lines import Line

DRAWN = (0.15, 0.85)  # of a letter's width: what must be seen of it
NEAR_PT = 0.5  # what is cut off by so little is seen


def is_cut(line: Line) -> bool:
    """Tell whether a letter of a line is not within the page and all boxes that cut.

    Why the line as a whole first: nearly all lines are within, and a kit has thousands.
    """
    return not _is_within(line.clip, line.box(0, line.end)) and any(
        letter.text.strip()
        and not _is_within(line.clip, line.box(*(letter.start + part * letter.width for part in DRAWN)))
        for letter in line.letters
    )


def _is_within(clip: Box, box: Box) -> bool:
    left, bottom, right, top = box
    return (
        clip[0] - NEAR_PT <= left
        and clip[1] - NEAR_PT <= bottom
        and right <= clip[2] + NEAR_PT
        and top <= clip[3] + NEAR_PT
    )
