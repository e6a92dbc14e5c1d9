"""The file for a print shop, as it is handed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from presskit.findings import Finding

if TYPE_CHECKING:
    from presskit.printing.boxes import Box
    from presskit.printing.inking.colours import Inks

MOST_INK_PERCENT = 300.0


@dataclass(frozen=True)
class ShopFile:
    """A PDF for a print shop, and what its order must say. Lengths in points; `fonts`: names of typefaces.

    inks: how colours were turned into ink, None where they are still the screen's.
    """

    pdf: bytes
    pages: int
    trim: Box
    bleed_pt: float
    fonts: tuple[str, ...]
    inks: Inks | None
    findings: tuple[Finding, ...] = ()
