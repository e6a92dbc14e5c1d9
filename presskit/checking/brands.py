"""What of a brand's own files pages cannot show as the brand's designer sees it: drawings, typefaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.fonts import is_barred, is_variable
from presskit.limits import DRAWING_BYTES
from presskit.model import Brand

MASK = re.compile(r"\bmask(?:-image)?\s*:\s*url")
EVEN_ODD = re.compile(r"\bclip-rule\s*:\s*evenodd")


def check_brand(brand: Brand) -> Iterator[Finding]:
    """Yield what a logo holds that the page engine does not draw, and typefaces set in one weight, or not to be set."""
    for path in dict.fromkeys(path for path in (brand.logo, brand.logo_reversed) if path):
        what = undrawn_in(path) if path.suffix.lower() == ".svg" else ""
        if what:
            yield finding("s-038", Where(path), name=path.name, what=what)
    for path in dict.fromkeys(face.path for face in brand.faces if is_variable(face.path)):
        yield finding("s-039", Where(path), name=path.name)
    for path in dict.fromkeys(face.path for face in brand.faces if is_barred(face.path)):
        yield finding("b-018", Where(path), name=path.name)


def undrawn_in(path: Path) -> str:
    """Return what of a drawing WeasyPrint 70 passes over; nothing where it draws all, or the drawing cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(gate.bytes_of(path, DRAWING_BYTES), parser)
    except etree.XMLSyntaxError:  # told where it is drawn
        return ""
    style = " ".join(each.text or "" for each in root.iter("{*}style"))
    nodes = list(root.iter("*"))
    looks = [style, *(node.get("style") or "" for node in nodes)]
    if any("url(" in (node.get("mask") or "") for node in nodes) or any(map(MASK.search, looks)):
        return "a mask"
    clips = [inner for node in root.iter("{*}clipPath") for inner in node.iter("*")]
    if any(node.get("clip-rule") == "evenodd" or EVEN_ODD.search(node.get("style") or "") for node in clips):
        return "a clipping path with holes"
    return "text along a path" if any(True for _ in root.iter("{*}textPath")) else ""
