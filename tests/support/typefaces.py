"""A real typeface for the tests of brands."""

from __future__ import annotations

from pathlib import Path

from presskit.fonts import find_face, shipped_faces

TYPEFACE = find_face(shipped_faces(), "Pk-Sans", 400).path


def fill(path: Path) -> None:
    """Write a file of a brand: a typeface where its name says so, else an empty one."""
    path.write_bytes(TYPEFACE.read_bytes() if path.suffix in (".ttf", ".otf") else b"")
