"""How full pages are: the rows of the text area that hold ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2
from PIL import Image

TOP_PT, BOTTOM_PT = 57.0, 75.0  # what running lines stand in, above and below the text, in both themes and papers
LEFT, RIGHT = 0.3, 0.93  # of the page's width: beside it stand labels, and the closing page's field
GAP_PT = 45.0  # white that belongs to setting, such as that above a heading; what is more is a hole


@dataclass(frozen=True)
class Filled:
    """A document in a PDF: its title, the page it begins on, from 1, and how full each page is, 0 to 1."""

    title: str
    first: int
    fills: tuple[float, ...]

    @property
    def tail(self) -> float | None:
        """How full the last of several pages is; None for a document of one page."""
        return self.fills[-1] if len(self.fills) > 1 else None


def fills_of(pdf: Path) -> list[Filled]:
    """Return each document of a kit, by the PDF's outline; the cover is not measured."""
    with pypdfium2.PdfDocument(pdf) as opened:
        fills = [fill(page.render(scale=1, grayscale=True).to_pil()) for page in opened]
        firsts = [(mark.get_title(), mark.get_dest().get_index()) for mark in opened.get_toc() if mark.level == 0]
    firsts = firsts or [(pdf.stem, 0)]
    ranges = pairwise([*firsts, ("", len(fills))])
    return [Filled(title, begin + 1, tuple(fills[begin:end])) for (title, begin), (_, end) in ranges]


def fill(page: Image.Image) -> float:
    """Return how much of the text area of a page, drawn in grey at 72 dpi, is filled: rows with ink, small gaps too."""
    inked = list(_inked(page))
    filled, last = 0.0, -GAP_PT - 1
    for row in inked:
        filled += row - last if row - last <= GAP_PT else 1
        last = row
    return filled / (page.height - TOP_PT - BOTTOM_PT)


def _inked(page: Image.Image) -> Iterator[int]:
    """Yield the rows of the text area that are not of the page's colour alone, from 0."""
    box = (int(LEFT * page.width), int(TOP_PT), int(RIGHT * page.width), int(page.height - BOTTOM_PT))
    area = page.crop(box)
    counts = area.histogram()
    paper = bytes([counts.index(max(counts))])
    data = area.tobytes()
    for row in range(area.height):
        if data[row * area.width : (row + 1) * area.width].strip(paper):
            yield row
