"""No word stands on a line of its own because a space and an element follow what would fit."""

from __future__ import annotations

from itertools import pairwise

from weasyprint import HTML
from weasyprint.formatting_structure import boxes

import presskit.rendering.engine  # noqa: F401  (it teaches the page engine)

TEXT = "It carries books, bread and passengers, says <b>the master of the ferry</b> of the nine islands of the group."


def lines(width_px: int) -> int:
    style = f"@page {{ size: 600px 400px; margin: 0 }} p {{ width: {width_px}px; margin: 0; font-size: 12px }}"
    [page] = HTML(string=f"<style>{style}</style><p>{TEXT}</p>").render().pages
    return sum(isinstance(box, boxes.LineBox) for box in page._page_box.descendants())


def test_a_wider_text_never_has_more_lines() -> None:
    counts = [lines(width_px) for width_px in range(180, 300)]
    assert all(later <= earlier for earlier, later in pairwise(counts))
    assert counts[-1] < counts[0]
