"""Pages as they lie on paper: their edges, what is painted near and beyond them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from presskit.checking.marks.painting import Box, Mark, inside, marks_of
from presskit.checking.marks.values import each, inner, value, words
from presskit.findings import Where
from presskit.limits import PDF_PAGES

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, RectangleObject

WHITE_EDGE_PT = 18.0  # a quarter of an inch, which office printers leave white
LEAST_BLEED_PT = 7.5  # 2.6 mm: of the 3 mm that are asked for, a hair may be missing
NEAR_PT = 0.5  # what ends so close to the edge is meant to reach it
INKS = "4"
METRIC_PT = (595, 842, 421, 420, 1191)  # the sides of A3, A4 and A5


@dataclass(frozen=True)
class PrintedPage:
    """A page's number from 1, the edges at which its paper is cut, and what is painted on it.

    Boxes: left, bottom, right, top, in points. has_profile: its file says for which press its inks are (PDF/X).
    """

    number: int
    trim: Box
    marks: tuple[Mark, ...]
    has_profile: bool = False

    @property
    def is_american(self) -> bool:
        """Whether lengths on it are told in inches."""
        return round(self.trim[2] - self.trim[0]) not in METRIC_PT

    def near_the_edge(self) -> Sequence[Mark]:
        """Return what stands closer to the edge than an office printer prints."""
        return [
            mark for mark in self._printed() if any(mark.reach(side, self.trim) > -WHITE_EDGE_PT for side in range(4))
        ]

    def without_bleed(self) -> Sequence[Mark]:
        """Return fields and pictures that end at the edge, or hardly reach beyond it. Crop marks stand outside."""
        fields = [mark for mark in self._printed() if mark.kind in ("field", "picture") and self._is_on_paper(mark)]
        return [
            mark
            for mark in fields
            if any(-NEAR_PT <= mark.reach(side, self.trim) < LEAST_BLEED_PT for side in range(4))
        ]

    def _printed(self) -> Sequence[Mark]:
        return [mark for mark in self.marks if not mark.paint.is_white]

    def _is_on_paper(self, mark: Mark) -> bool:
        left, bottom, right, top = inside(mark.box, self.trim)
        return right - left > NEAR_PT and top - bottom > NEAR_PT


def printed_pages(reader: PdfReader) -> list[PrintedPage]:
    """Return a PDF's pages. Raises SourceError s-018 for one that paints without end."""
    PDF_PAGES.require(len(reader.pages), Where())
    steps, has_profile = count(), any(map(_is_of_a_press, each(reader.root_object, "/OutputIntents")))
    return [
        PrintedPage(
            number, _edges(page.trimbox), tuple(_seen(marks_of(page, steps), _edges(page.mediabox))), has_profile
        )
        for number, page in enumerate(reader.pages, start=1)
    ]


def _is_of_a_press(intent: DictionaryObject) -> bool:
    """Tell whether an output intent is a press's (PDF/X), or at least of four inks; PDF/A has the screen's there."""
    return words(intent, "/S") == "/GTS_PDFX" or str(value(inner(intent, "/DestOutputProfile"), "/N")) == INKS


def _seen(marks: Iterable[Mark], media: Box) -> list[Mark]:
    """Return what is seen of marks: nothing is printed outside of the file's page."""
    seen = [replace(mark, box=inside(mark.box, media)) for mark in marks]
    return [mark for mark in seen if mark.box[2] >= mark.box[0] and mark.box[3] >= mark.box[1]]


def _edges(box: RectangleObject) -> Box:
    return float(box.left), float(box.bottom), float(box.right), float(box.top)
