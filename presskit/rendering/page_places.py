"""Where words stand on the pages of a finished PDF, for a person who is to see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2

from presskit.names import whole

MOST_BOXES = 12  # of one place: a sentence has a few lines


class PagePlace(NamedTuple):
    """A place on a page, counted from 1. boxes: left, top, width and height of each line, as shares of the page."""

    page: int
    boxes: tuple[tuple[float, float, float, float], ...] = ()


def find_words(pdf: bytes, phrases: Sequence[str], pages: Sequence[int] = ()) -> PagePlace | None:
    """Return where the first of some phrases stands that stands anywhere: on one of `pages`, else on any.

    Of several pages the last: what stands in the contents as well stands behind them. None where none is found, or the
    file cannot be opened.
    """
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            every = range(len(document), 0, -1)
            wanted = [page for page in pages if page in every] or every
            said = filter(None, (whole(phrase).strip("\0 ") for phrase in phrases))
            found = (_on_page(document, page, phrase) for phrase in said for page in wanted)
            return next((place for place in found if place), None)
    except pypdfium2.PdfiumError:
        return None


def pages_titled(pdf: bytes, title: str) -> tuple[int, ...]:
    """Return the pages, from 1, of the document that a PDF's outline calls by a title; none where it names no such."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            entries = ((entry.get_title(), entry.get_dest()) for entry in document.get_toc(max_depth=1))
            tops = [(named, place.get_index() + 1) for named, place in entries if place]
            ends = [*(page for _, page in tops[1:]), len(document) + 1]
    except pypdfium2.PdfiumError:
        return ()
    spans = (
        range(first, max(first + 1, end)) for (named, first), end in zip(tops, ends, strict=True) if named == title
    )
    return tuple(next(spans, ()))


def _on_page(document: pypdfium2.PdfDocument, number: int, phrase: str) -> PagePlace | None:
    page = document[number - 1]
    text = page.get_textpage()
    found = text.search(phrase).get_next()
    if not found:
        return None
    width_pt, height_pt = page.get_size()
    count = min(text.count_rects(*found), MOST_BOXES)
    edges = [text.get_rect(index) for index in range(count)]
    return PagePlace(
        number,
        tuple(
            (left / width_pt, 1 - top / height_pt, (right - left) / width_pt, (top - bottom) / height_pt)
            for left, bottom, right, top in edges
        ),
    )
