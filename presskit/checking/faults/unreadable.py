"""What nobody can read on a page: lines that it does not show whole, and lines on top of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presskit.checking.faults.cut_text import is_cut
from presskit.checking.faults.overprint import overprinted
from presskit.checking.marks.placed_lines import lines_on

if TYPE_CHECKING:
    from pypdf import PageObject

    from presskit.checking.marks.page_fonts import Fonts


def unreadable(page: PageObject, fonts: Fonts) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the lines that a page does not show whole, and each two that lie on top of each other; each once.

    Raises SourceError s-018 for too many operators in all.
    """
    lines = list(lines_on(page, fonts))
    cut = dict.fromkeys(line.text for line in lines if is_cut(line))
    return tuple(cut), tuple(dict.fromkeys(overprinted(lines)))
