"""Lengths as people write and read them: “3 mm”, “0.125 in”."""

from __future__ import annotations

import re

from presskit.errors import UsageError, usage_error

PT_PER_MM = 72 / 25.4
MM_PER_IN = 25.4
LENGTH = re.compile(r"(\d+(?:[.,]\d+)?|[.,]\d+)\s*(mm|cm|in|inch|inches|\")", re.IGNORECASE)
LEAST_BLEED_MM, MOST_BLEED_MM = 1.0, 20.0


def bleed_mm(words: str) -> float:
    """Return a bleed in mm; UsageError b-007 for words that are no length, or none that a printer asks for."""
    match = LENGTH.fullmatch(words.strip())
    if not match:
        raise _unusable(words, "it is no length")
    number = float(match[1].replace(",", "."))
    length_mm = number * {"mm": 1.0, "cm": 10.0}.get(match[2].lower(), MM_PER_IN)
    if not LEAST_BLEED_MM <= length_mm <= MOST_BLEED_MM:
        raise _unusable(words, "a bleed is between 1 mm and 20 mm")
    return length_mm


def _unusable(words: str, reason: str) -> UsageError:
    hint = "Write millimetres or inches: --bleed 5mm, --bleed 0.25in"
    return usage_error(f"--bleed {words} is not possible: {reason}", hint)


def in_mm(length_pt: float) -> str:
    """Return a length in mm, to a tenth, without a bare “.0”."""
    return f"{length_pt / PT_PER_MM:.1f}".removesuffix(".0") + " mm"


def in_inches(length_pt: float) -> str:
    """Return a length in inches, to a thousandth, without trailing zeros."""
    return f"{length_pt / 72:.3f}".rstrip("0").rstrip(".") + " in"
