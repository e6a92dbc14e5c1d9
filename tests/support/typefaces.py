"""A real typeface for the tests of brands."""

from __future__ import annotations

from pathlib import Path

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from presskit.fonts import find_face, shipped_faces

TYPEFACE = find_face(shipped_faces(), "Pk-Sans", 400).path


def fill(path: Path) -> None:
    """Write a file of a brand: a typeface where its name says so, else an empty one."""
    path.write_bytes(TYPEFACE.read_bytes() if path.suffix in (".ttf", ".otf") else b"")


def with_rights(path: Path, rights: int) -> Path:
    """Write a typeface that says what may be done with it (OpenType, OS/2, fsType)."""
    with TTFont(TYPEFACE) as font:
        font["OS/2"].fsType = rights
        font.save(path)
    return path


def without(letters: str, path: Path) -> Path:
    """Write a typeface that lacks these letters."""
    with TTFont(TYPEFACE) as font:
        for table in font["cmap"].tables:
            table.cmap = {code: glyph for code, glyph in table.cmap.items() if chr(code) not in letters}
        font.save(path)
    return path


def variable(path: Path) -> Path:
    """Write a typeface that says that it holds all weights from 100 to 900."""
    with TTFont(TYPEFACE) as font:
        axis = Axis()
        axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 100.0, 400.0, 900.0
        font["fvar"] = newTable("fvar")
        font["fvar"].axes = [axis]
        font.save(path)
    return path
