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


class _Entry(NamedTuple):
    """An entry of the outline: how deep it stands, and its page, from 1."""

    level: int
    title: str
    page: int


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
    """Return the pages, from 1, of the document that a PDF's outline calls by a title; none where it names no such.

    A document may stand below a year, and has headings below itself: of all that have the title it is the highest.
    """
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            entries, behind = _entries(document), len(document) + 1
    except pypdfium2.PdfiumError:
        return ()
    named = [place for place, entry in enumerate(entries) if entry.title == title]
    at = min(named, key=lambda place: entries[place].level, default=None)
    if at is None:
        return ()
    first, level = entries[at].page, entries[at].level
    end = next((entry.page for entry in entries[at + 1 :] if entry.level <= level), behind)
    return tuple(range(first, max(first + 1, end)))


def outline_of(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Return the entries of a PDF's outline in their order, each with its page, from 1."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return tuple((entry.title, entry.page) for entry in _entries(document))
    except pypdfium2.PdfiumError:
        return ()


def _entries(document: pypdfium2.PdfDocument) -> list[_Entry]:
    listed = ((entry, entry.get_dest()) for entry in document.get_toc())
    return [_Entry(entry.level, entry.get_title(), place.get_index() + 1) for entry, place in listed if place]


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
