"""Compound glyphs: glyphs of a face set beside each other as one more, which has a width and a text of its own."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from presskit.linking.lettering.letters import EM, Letter


def with_compounds(file: bytes, letters: Sequence[Letter]) -> bytes:
    """Return a TrueType font with a glyph for each letter behind its own, in their order."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415  (slow to import, and most kits need none)
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(BytesIO(file), recalcTimestamp=False)
    own = font.getGlyphOrder()
    glyphs, metrics, scale = font["glyf"], font["hmtx"], font["head"].unitsPerEm / EM
    for number, letter in enumerate(letters):
        pen = TTGlyphPen(font.getGlyphSet())
        for glyph, right, up in letter.drawn:
            pen.addComponent(own[glyph], (1, 0, 0, 1, round(right * scale), round(up * scale)))
        name = f"letter{number}"
        glyphs[name] = compound = pen.glyph()
        compound.recalcBounds(glyphs)
        metrics[name] = (round(letter.width * scale), getattr(compound, "xMin", 0))
    written = BytesIO()
    font.save(written)
    return written.getvalue()
