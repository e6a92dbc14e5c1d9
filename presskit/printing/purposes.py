"""What a kit is made for decides the size of its pages, and how far its fields reach beyond them."""

from __future__ import annotations

from dataclasses import replace

from presskit.findings import Finding, finding
from presskit.model import Kit, Purpose
from presskit.printing.imposition import PAGE_OF_SHEET
from presskit.printing.lengths import PT_PER_MM


def made_for(kit: Kit, purpose: Purpose, sheet: str | None, bleed_mm: float | None) -> tuple[Kit, tuple[Finding, ...]]:
    """Return the kit for a purpose.

    A booklet's pages are half its sheet, which is the kit's paper unless another is named; a document alone is none.
    For a print shop fields reach beyond the edge: an eighth of an inch, three millimetres, or as much as is asked.
    """
    if purpose == "booklet" and kit.alone:
        return replace(kit, purpose="print"), (finding("f-006"),)
    if purpose == "booklet":
        return replace(kit, purpose=purpose, paper=PAGE_OF_SHEET[sheet or kit.paper]), ()
    usual_mm = 3.175 if kit.paper == "letter" else 3.0
    bleed_pt = (bleed_mm or usual_mm) * PT_PER_MM if purpose == "shop" else 0.0
    return replace(kit, purpose=purpose, bleed_pt=bleed_pt), ()
