"""Colours while they are chosen: how well each reads, and what the pages make of it."""

from __future__ import annotations

from presskit.composing.look.colour import READABLE, WHITE, contrast, derive


def told_of_colours(brand: str, accent: str | None, ink: str | None) -> list[dict[str, str]]:
    """Return lines about a brand's colours ("#rrggbb"): what stands on what, the contrast, what follows from it."""
    palette = derive(brand, accent, ink)
    return [
        _line("Your colour as text on paper", brand, WHITE, palette.brand_text),
        _line("Text on your colour", palette.on_brand, brand, palette.on_brand),
        _line("The accent on your colour", accent or palette.accent, brand, palette.accent_on_brand),
        _line("Running text on paper", ink or palette.ink, WHITE, palette.ink),
    ]


def _line(what: str, colour: str, ground: str, shown: str) -> dict[str, str]:
    ratio = contrast(colour, ground)
    reads = "reads well" if ratio >= READABLE else "too faint to read"
    instead = "" if shown == colour else f"; the pages show {shown} instead, {contrast(shown, ground):.1f} : 1"
    return {"what": what, "words": f"{ratio:.1f} : 1, {reads}{instead}", "colour": shown, "ground": ground}
