"""A document whose last page would stand nearly empty is set again, a step tighter, as far as its theme's ladder goes.

How full a page is the engine's own layout tells: exactly, and for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

LEAST_FILL = 0.4  # of a last page's text area; what is less is a tail
MOST_PAGES = 20  # of more, one saved is worth less than the seconds that it takes


def shortened(lay_out: Callable[[int], Document], steps: int) -> tuple[Document, int]:
    """Return a document without a tail, and the step at which it is set; with one, as it is, where no step helps.

    lay_out: lays it out at a step, 0 being the theme's own measures. The tightest is tried next: where that fills as
    many pages, all do. Then the first that fills fewer is looked for by halves, for its last page is the fullest: of a
    ladder of four steps, three are tried at most.
    """
    document, step = lay_out(0), 0
    if not has_tail(document.pages):
        return document, step
    pages, loosest, trial = len(document.pages), 1, steps
    while loosest <= trial:
        tried = lay_out(trial)
        if len(tried.pages) < pages:
            document, step = tried, trial
        elif not step:
            break
        else:
            loosest = trial + 1
        trial = (loosest + step - 1) // 2
    return document, step


def has_tail(pages: Sequence[Page]) -> bool:
    """Tell whether the last of several pages, which are not very many, holds less than it should.

    That is so too where it looks fuller because what does not break left a hole on a page before it.
    """
    return 1 < len(pages) <= MOST_PAGES and sum(map(fill, pages)) < len(pages) - 1 + LEAST_FILL


def fill(page: Page) -> float:
    """Return how far down its text area a page is filled, 0 to 1; what is laid over it or stands at its foot is not."""
    box = page._page_box
    top, flow = box.content_box_y(), box.children[0]
    filled = (boxes.LineBox, boxes.ReplacedBox)
    lowest = max(
        (each.position_y + each.height for each in flow.descendants() if isinstance(each, filled)), default=top
    )
    return float((lowest - top) / box.height)
