"""A picture in a text that jumped to the next page, and left a hole, is set smaller where that brings it back.

How large the hole is the page engine's own layout tells. A document is laid out again once for each such picture, three
times at most; where that does not bring the picture back, it stays as it was.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes

from presskit.rendering.tails import fill

FULL = 0.88  # of a page that has no hole
LEAST_SHARE = 0.6  # of a picture's own size
MOST = 3
NEAR_PX = 1.0
PICTURE = re.compile(r'<div class="inline">')
SHARE = "__tight_picture"  # as the page engine keeps the style's --tight-picture

Shares = Mapping[int, float]  # by the number of a picture in its document, from 0


class Jump(NamedTuple):
    """A picture that begins a page, and the share of its size at which it would fit the page before."""

    number: int
    share: float


def brought_back(lay_out: Callable[[Shares], Document], document: Document) -> Document:
    """Return a document without pictures that left a hole, as far as they can be smaller.

    lay_out: lays the document out with these pictures at a share of their size.
    """
    shares: dict[int, float] = {}
    for _ in range(MOST):
        jump = next((jump for jump in jumps(document.pages) if jump.number not in shares), None)
        if not jump:
            break
        tried = lay_out({**shares, jump.number: jump.share})
        if jump.number in {each.number for each in _at_tops(tried.pages)} or len(tried.pages) > len(document.pages):
            break
        shares[jump.number] = jump.share
        document = tried
    return document


def with_shares(html: str, shares: Shares) -> str:
    """Return a page's HTML with pictures at a share of their size."""
    numbers = iter(range(len(html)))

    def sized(found: re.Match[str]) -> str:
        share = shares.get(next(numbers))
        return f'<div class="inline" style="--tight-picture:{share:.2f}">' if share else found[0]

    return PICTURE.sub(sized, html) if shares else html


def jumps(pages: Sequence[Page]) -> Iterator[Jump]:
    """Yield the pictures that left a hole and would fit it."""
    return (each for each in _at_tops(pages) if LEAST_SHARE <= each.share < 1)


def _at_tops(pages: Sequence[Page]) -> Iterator[Jump]:
    """Yield each picture that begins a page behind one with a hole."""
    numbers: dict[Any, int] = {}
    for before, page in pairwise((None, *pages)):
        flow = [*page._page_box.children[0].descendants()]
        for box in flow:
            if _is_picture(box):
                numbers.setdefault(box.element, len(numbers))
        first = next(
            (box for box in flow if _is_picture(box) or isinstance(box, boxes.LineBox | boxes.ReplacedBox)), None
        )
        if before and first is not None and _is_picture(first) and fill(before) < FULL:
            yield Jump(numbers[first.element], _share(first, before))


def _is_picture(box: Any) -> bool:
    return isinstance(box, boxes.BlockBox) and box.element is not None and box.element.get("class") == "inline"


def _share(box: Any, before: Page) -> float:
    """Return the share of its own size at which a picture, with its caption, fits what a page has free.

    At the top of a page the white above it is cut off: on the page before it is there.
    """
    pictures_px = sum({each.position_y: each.height for each in _pictures(box)}.values())
    cut_px = max(getattr(box.style["margin_top"], "value", 0) - box.margin_top, 0)
    room_px = before._page_box.height * (1 - fill(before)) - (box.margin_height() - pictures_px) - cut_px - NEAR_PX
    own = box.style[SHARE][0].value
    return float(own * math.floor(100 * room_px / pictures_px) / 100) if pictures_px else 0.0


def _pictures(box: Any) -> Iterator[Any]:
    return (each for each in box.descendants() if isinstance(each, boxes.ReplacedBox))
