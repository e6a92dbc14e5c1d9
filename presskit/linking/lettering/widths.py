"""How wide glyphs are (/W), read and written, in thousandths of an em."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pikepdf import Array, Object


def joined_widths(fonts: Iterable[Object]) -> dict[int, float]:
    """Return all widths by glyph, in thousandths of an em."""
    widths: dict[int, float] = {}
    for font in fonts:
        for glyph, width in read_widths(font.DescendantFonts[0].W):
            widths[glyph] = max(width, widths.get(glyph, 0))
    return widths


def read_widths(array: Object) -> Iterable[tuple[int, float]]:
    """Yield glyph and width from a /W array as WeasyPrint writes it: first glyph, [widths], first glyph, [widths]."""
    flat = list(array)
    for first, run in zip(flat[::2], flat[1::2], strict=True):
        for offset, width in enumerate(run):
            yield int(first) + offset, float(width)


def write_widths(widths: Mapping[int, float]) -> Array:
    """Return a /W array: one run for each unbroken row of glyphs."""
    flat: list[int | Array] = []
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            run = Array()
            flat += [glyph, run]
        run.append(widths[glyph])
    return Array(flat)
