"""How wide a picture is for its height: of photos in texts, and of logos, which may be drawings (SVG)."""

from __future__ import annotations

import math
import re
from pathlib import Path

from lxml import etree

from presskit import gate
from presskit.composing.pictures.drawings import require_modest
from presskit.errors import RenderingError, SourceError
from presskit.findings import Where, finding
from presskit.limits import DRAWING_BYTES
from presskit.reading.pictures.images import opened, upright_size

MOST_STRETCHED = 1000
LENGTH = re.compile(r"\s*([\d.]+(?:[eE][+-]?\d+)?)\s*(px|pt|pc|in|cm|mm|)\s*")
UNITS_PX = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
}  # CSS Values 4, 5.2


def shape_of(path: Path) -> float:
    """Return width divided by height of a picture as it is shown.

    Raises RenderingError b-010 where a drawing has neither or is none, SourceError where images.opened does.
    """
    try:
        width, height = _sides_of_drawing(path) if path.suffix.lower() == ".svg" else _sides_in_pixels(path)
    except (OSError, SyntaxError, ValueError) as error:
        raise _unusable(path, "it cannot be opened as a picture") from error
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise _unusable(path, "it does not say how large it is (viewBox)")
    if not 1 / MOST_STRETCHED < width / height < MOST_STRETCHED:
        raise _unusable(path, "it is a thousand times as long as it is wide")
    return width / height


def _unusable(path: Path, problem: str) -> RenderingError:
    return RenderingError(finding("b-010", Where(path), name=path.name, problem=problem))


def _sides_in_pixels(path: Path) -> tuple[float, float]:
    try:
        with opened(path) as image:
            return upright_size(image)
    except SourceError as error:
        if error.problems[0].code != "s-005":
            raise
        raise ValueError(path) from error


def _sides_of_drawing(path: Path) -> tuple[float, float]:
    """Return the sides of an SVG's viewBox, else its width and height in pixels; 0 where it has none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(gate.bytes_of(path, DRAWING_BYTES), parser)
    require_modest(root, path)
    box = [float(number) for number in root.get("viewBox", "").replace(",", " ").split()]
    if len(box) == 4:
        return box[2], box[3]
    lengths = (LENGTH.fullmatch(root.get(side, "")) for side in ("width", "height"))
    width, height = (float(length[1]) * UNITS_PX[length[2]] if length else 0.0 for length in lengths)
    return width, height
