"""Pages of a finished PDF as pictures, drawn by another engine than the one that wrote them. A task for a worker."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from presskit import gate

WIDTH_PX, MOST_HIGH_PX = 1000, 1800  # a column of a report, at twice a screen's points
MOST_PAGES, MOST_BYTES = 40, 12_000_000  # in one report; as base64 a third more
QUALITY = 75


class PagePicture(NamedTuple):
    """A page, counted from 1, as a JPEG."""

    page: int
    width_px: int
    height_px: int
    data: bytes


class Drawn(NamedTuple):
    """The pages that were drawn, in their order, and how many the file has; 0 where it cannot be opened."""

    pictures: tuple[PagePicture, ...] = ()
    pages: int = 0


def draw_pages(pdf: bytes | Path, marked: Collection[int]) -> Drawn:
    """Draw the pages of a PDF, at most 40 and 12 MB: those that are `marked` (from 1), then the first of all others.

    A page that cannot be drawn is left out. Raises SourceError for a path that may not be read.
    """
    data = gate.bytes_of(pdf) if isinstance(pdf, Path) else pdf
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = len(document)
            return Drawn(tuple(sorted(_within_bytes(document, _chosen(pages, marked)))), pages)
    except pypdfium2.PdfiumError:
        return Drawn()


def sizes_of(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of each page of a PDF in points; nothing where it cannot be opened."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return tuple(document.get_page_size(index) for index in range(len(document)))
    except pypdfium2.PdfiumError:
        return ()


def draw_page(pdf: bytes, number: int, width_px: int) -> PagePicture | None:
    """Draw one page of a PDF, from 1, in a width; None where there is none, or it cannot be drawn."""
    try:
        with pypdfium2.PdfDocument(pdf) as document:
            return _drawn(document, number, width_px) if 0 < number <= len(document) else None
    except pypdfium2.PdfiumError:
        return None


def _chosen(pages: int, marked: Collection[int]) -> list[int]:
    """Return the pages to draw, those first that matter most."""
    first = [page for page in sorted(marked) if page <= pages]
    return list(dict.fromkeys((*first, *range(1, pages + 1))))[:MOST_PAGES]


def _within_bytes(document: pypdfium2.PdfDocument, numbers: list[int]) -> Iterator[PagePicture]:
    total = 0
    for number in numbers:
        picture = _drawn(document, number)
        total += len(picture.data) if picture else 0
        if total > MOST_BYTES:
            return
        if picture:
            yield picture


def _drawn(document: pypdfium2.PdfDocument, number: int, width_px: int = WIDTH_PX) -> PagePicture | None:
    try:
        page = document[number - 1]
        width_pt, height_pt = (max(length, 1) for length in page.get_size())
        scale = min(width_px / width_pt, MOST_HIGH_PX / height_pt)
        picture = page.render(scale=scale).to_pil().convert("RGB")
    except pypdfium2.PdfiumError:
        return None
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=QUALITY, optimize=True)
    return PagePicture(number, picture.width, picture.height, file.getvalue())
