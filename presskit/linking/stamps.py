"""Stamps: running lines, page numbers and marks, drawn on pages of their own, laid on the kit's as artifacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from pikepdf import Array, Dictionary, Name, Page, Pdf

from presskit.linking.parts import PartFile, bytes_of
from presskit.linking.resources import own_resources

BEFORE = b"q\n"
AFTER = b"\nQ\n/Artifact <</Type /Pagination>> BDC\nq\n/%b Do\nQ\nEMC\n"
STAMP = Name.Stamp


def place_stamps(kit: Pdf, pages: Sequence[Page], stamps: Iterable[PartFile]) -> None:
    """Lay the pages of `stamps`, one file behind the other, on `pages`, one on each.

    Why q and Q round the page's own stream: WeasyPrint leaves its flipped coordinates switched on at its end.
    """
    for page, stamp in zip(pages, _pages_of(stamps), strict=True):
        place(kit, page, stamp)


def _pages_of(stamps: Iterable[PartFile]) -> Iterator[Page]:
    for lines in stamps:
        with Pdf.open(BytesIO(bytes_of(lines))) as source:
            own_resources(source)
            yield from source.pages


def place(kit: Pdf, page: Page, stamp: Page) -> None:
    """Lay one stamp on its page."""
    form = kit.copy_foreign(stamp.as_form_xobject())
    form.BBox = Array(page.mediabox)
    resources = page.obj.Resources
    resources.XObject = resources.get(Name.XObject, Dictionary())
    resources.XObject[STAMP] = form
    content = page.obj.Contents.read_bytes()
    page.obj.Contents = kit.make_stream(BEFORE + content + AFTER % str(STAMP)[1:].encode())
