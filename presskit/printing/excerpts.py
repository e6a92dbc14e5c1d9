"""Some pages of a finished file, for the printer alone: without tags, outline and links between pages."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

ALONE = {"/Annots", "/StructParents", "/Tabs"}  # of a page, what says nothing without the whole file


def only_pages(pdf: bytes, pages: Sequence[int]) -> bytes:
    """Return a PDF of these pages (from 1), in their order; an empty page stands for one that there is not."""
    with pikepdf.open(io.BytesIO(pdf)) as whole, pikepdf.new() as excerpt:
        size = pikepdf.Rectangle(whole.pages[0].mediabox)
        for number in pages:
            if number <= len(whole.pages):
                excerpt.pages.append(whole.pages[number - 1])
            else:
                excerpt.add_blank_page(page_size=(size.width, size.height))
        for page in excerpt.pages:
            for name in ALONE & {*page.obj.keys()}:
                del page.obj[name]
        written = io.BytesIO()
        excerpt.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()
