"""Whether a logo is seen on a ground: by the colours of its own that it is drawn in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from presskit import gate
from presskit.composing.look.colour import WHITE, contrast
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.limits import DRAWING_BYTES
from presskit.model import Brand
from presskit.reading.pictures.images import opened
from presskit.reading.pictures.meant_colours import to_srgb

if TYPE_CHECKING:
    from PIL import Image

SEEN = 3.0  # WCAG 2.2, 1.4.11 Non-text Contrast
NEARLY_ALL, HALF = 0.9, 0.5  # of what is drawn
MEASURED_PX = 64
STEP = 32  # colours closer than this are one
OPAQUE = 128
PAINTS = ("fill", "stroke", "stop-color")
SAID = re.compile(r"(?:^|[;{\s])(fill|stroke|stop-color)\s*:\s*([^;}]+)")
LEAST_DRAWN = 0.25  # of a picture's width or height: with less the logo is smaller than the words beside it
NARROWEST = 12  # times as high as wide
NOTHING = "nothing is drawn in it"
SHAPES = ("path", "rect", "circle", "ellipse", "polygon", "text")
DRAWN = (*SHAPES, "line", "polyline", "image", "use")

Colours = dict[str, float]  # "#rrggbb", and its share of what is drawn, together 1


def stands_out(colours: Colours, ground: str) -> bool:
    """Tell whether nearly all of a logo is seen on a ground."""
    return _seen(colours, ground) >= NEARLY_ALL


def is_faint(colours: Colours, ground: str) -> bool:
    """Tell whether most of a logo is hardly seen on a ground; one whose colours are not known is not faint."""
    return bool(colours) and _seen(colours, ground) < HALF


def faint_logos(brand: Brand) -> Iterator[Finding]:
    """Yield the logos that are hardly seen where they stand. Opens pictures: to be called where pages are composed."""
    for logo, ground, name in ((brand.logo, WHITE, "white paper"), (brand.logo_reversed, brand.brand, "your colour")):
        if logo and not has_ground(logo) and is_faint(colours_of(logo), ground):
            yield finding("c-050", Where(logo), ground=name)


def lost_logos(brand: Brand) -> Iterator[Finding]:
    """Yield the logos of which little or nothing is seen on any ground. Opens pictures."""
    for logo in dict.fromkeys(path for path in (brand.logo, brand.logo_reversed) if path):
        if reason := why_lost(logo):
            yield finding("b-017", Where(logo), name=logo.name, reason=reason)


def why_lost(path: Path) -> str | None:
    """Return why little or nothing of a logo is seen; None where it is, or nobody can tell."""
    try:
        if path.suffix.lower() == ".svg":
            return None if any(etree.QName(node).localname in DRAWN for node in _root_of(path).iter("*")) else NOTHING
        with opened(path) as image:
            width, height = image.size
            box, is_clear = _drawn_box(image), image.has_transparency_data
    except (OSError, SyntaxError, ValueError, SourceError):  # told where it is drawn
        return None
    if box is None:
        return NOTHING if is_clear else "it is one colour all over"
    across, down = (box[2] - box[0]) / width, (box[3] - box[1]) / height
    if max(across, down) < LEAST_DRAWN:
        return f"it fills {across:.0%} of its picture's width and {down:.0%} of its height, and all around is empty"
    if height > width * NARROWEST:
        return f"it is {width} px wide and {height} px high, which is a line"
    return None


def _drawn_box(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Return where a picture differs from its empty ground: what is transparent, else the colour of its corner."""
    from PIL import Image, ImageChops  # noqa: PLC0415  (slow to import, and the command looks at no logo)

    if image.has_transparency_data:
        return image.convert("RGBA").getchannel("A").point(lambda value: 255 * (value >= OPAQUE)).getbbox()
    flat = image.convert("RGB")
    plain = Image.new("RGB", flat.size, flat.getpixel((0, 0)))
    return ImageChops.difference(flat, plain).convert("L").point(lambda value: 255 * (value >= STEP)).getbbox()


def colours_of(path: Path) -> Colours:
    """Return the colours of a logo; none where they cannot be told. A drawing's count alike, however large they are.

    A picture without transparency stands on a ground of its own, which is the lightest of its colours.
    """
    try:
        counted = Counter(_of_drawing(path) if path.suffix.lower() == ".svg" else _of_picture(path))
    except (OSError, SyntaxError, ValueError, SourceError):  # told where it is drawn
        return {}
    return {colour: count / counted.total() for colour, count in counted.items()}


def needs_plate(logo: Path, field: str) -> bool:
    """Tell whether a logo is seen on a field of colour only on a white plate. Opens pictures."""
    return has_ground(logo) or not stands_out(colours_of(logo), field)


def has_ground(path: Path) -> bool:
    """Tell whether a logo is a picture that hides what it stands on."""
    if path.suffix.lower() == ".svg":
        return False
    try:
        with opened(path) as image:
            return not image.has_transparency_data
    except (OSError, SyntaxError, ValueError, SourceError):
        return False


def _seen(colours: Colours, ground: str) -> float:
    return sum(share for colour, share in colours.items() if contrast(colour, ground) >= SEEN)


def _of_picture(path: Path) -> Iterator[str]:
    with opened(path) as image:
        small = to_srgb(image).convert("RGBA")
    small.thumbnail((MEASURED_PX, MEASURED_PX))
    flat = small.tobytes()
    every = (tuple(flat[at : at + 4]) for at in range(0, len(flat), 4))
    pixels = [pixel for pixel in every if pixel[3] >= OPAQUE]
    own = max((_rounded(pixel) for pixel in pixels), default="") if has_ground(path) else ""
    yield from (colour for colour in map(_rounded, pixels) if colour != own)


def _rounded(pixel: tuple[int, ...]) -> str:
    return "#" + "".join(f"{min(255, round(value / STEP) * STEP):02x}" for value in pixel[:3])


def _of_drawing(path: Path) -> Iterator[str]:
    """Yield each colour that a drawing is filled or drawn with, once; a shape that says none is black."""
    from tinycss2.color3 import parse_color  # noqa: PLC0415  (slow to import)

    for said in dict.fromkeys(_paints(_root_of(path))):
        colour = parse_color(said)
        if colour == "currentColor":
            yield "#000000"
        elif colour is not None and colour.alpha > 0:
            yield "#" + "".join(f"{round(255 * channel):02x}" for channel in colour[:3])


def _root_of(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(gate.bytes_of(path, DRAWING_BYTES), parser)


def _paints(root: etree._Element) -> Iterator[str]:
    styles = " ".join(each.text or "" for each in root.iter("{*}style"))
    yield from (value.strip() for _, value in SAID.findall(styles))
    for node in root.iter("*"):
        yield from (value.strip() for _, value in SAID.findall(node.get("style") or ""))
        yield from (node.get(name, "") for name in PAINTS if node.get(name))
        is_shape = etree.QName(node).localname in SHAPES
        if is_shape and not styles and not any(_fills(each) for each in (node, *node.iterancestors())):
            yield "black"


def _fills(node: etree._Element) -> bool:
    return node.get("fill") is not None or "fill" in (node.get("style") or "")
