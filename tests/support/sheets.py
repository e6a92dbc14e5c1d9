"""A booklet's PDF read back: which page stands on which half of which side, and the booklet folded as a model."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from presskit.printing.booklet import Sheet
from tests.support import poppler

Pages = list[int | None]


def folded(sheets: Sequence[Sheet], *, right_to_left: bool = False) -> list[int]:
    """Return the pages as a reader meets them.

    Each sheet was turned over at its short edge: behind the right half of its front lies the left half of its back.
    Folded, it is two leaves. The sheets lie in each other, so that the first leaves of all come before the second ones.
    """
    first_leaves: list[tuple[int, int]] = []
    second_leaves: list[tuple[int, int]] = []
    for sheet in sheets:
        right_leaf, left_leaf = (sheet.front[1], sheet.back[0]), (sheet.back[1], sheet.front[0])
        if right_to_left:  # the cover is the left half, and each leaf is read from its other side
            right_leaf, left_leaf = (sheet.front[0], sheet.back[1]), (sheet.back[0], sheet.front[1])
        first_leaves.append(right_leaf)
        second_leaves.insert(0, left_leaf)
    return [page for leaf in (*first_leaves, *second_leaves) for page in leaf]


def halves(pdf: Path) -> list[tuple[list[str], list[str]]]:
    """Return the words on the left and on the right half of each side."""
    sides = []
    for side in poppler.run("pdftotext", "-bbox", pdf, "-").split("<page ")[1:]:
        width = re.match(r'width="([\d.]+)"', side)
        assert width
        left: list[str] = []
        right: list[str] = []
        for start, end, word in re.findall(r'xMin="(.+?)".+?xMax="(.+?)".*?>(.*?)</word>', side):
            assert float(end) <= float(width[1]) / 2 or float(start) >= float(width[1]) / 2, f"{word} lies on the fold"
            (left if float(start) < float(width[1]) / 2 else right).append(word)
        sides.append((left, right))
    return sides
