"""A logo's colour, and colours by their English names: what a new brand starts from."""

from __future__ import annotations

import colorsys
import re
from collections import Counter
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.reading.pictures.images import kind_of, opened
from presskit.reading.pictures.in_texts import picture_bytes
from presskit.reading.pictures.meant_colours import to_srgb
from presskit.settings.fields import LONG_COLOUR, SHORT_COLOUR

# What people mean by these words in print. The web's own “blue” and “green” are the colours of signal lamps.
COLOURS = {
    "red": "#b3262e",
    "dark red": "#7d1c23",
    "orange": "#c95f1a",
    "yellow": "#e8b923",
    "green": "#2b6e46",
    "dark green": "#17452b",
    "teal": "#14666b",
    "turquoise": "#158a8c",
    "blue": "#1f5aa0",
    "light blue": "#3f86c4",
    "dark blue": "#173862",
    "navy": "#12284b",
    "violet": "#5b3a8c",
    "purple": "#6a2a77",
    "pink": "#c2417c",
    "brown": "#6b4226",
    "grey": "#555b63",
    "gray": "#555b63",
    "black": "#1c1f24",
}
PAINT = re.compile(
    r"""\b(?:fill|stroke|stop-color)\s*[:=]\s*["']?\s*(#[0-9a-f]{3,6}\b|rgb\([^)]*\)|[a-z]+)""", re.IGNORECASE
)
SATURATED = 0.25  # of HSV: below it a colour is a grey
DARKEST = 0.15  # of HSV: below it a colour is black
SIDE_PX = 120  # a logo of this size shows all its colours
BUCKET = 8  # colours that differ by less in each channel are shades of one

ENDINGS = {
    **{"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "TIFF": ".tif", "GIF": ".gif", "BMP": ".bmp"},
    **{"JPEG2000": ".jp2", "HEIF": ".heic", "AVIF": ".avif"},
}

RGB = tuple[int, int, int]


def colour_of_word(word: str) -> str | None:
    """Return "#rrggbb" for “#12355B”, “12355b”, “#abc” or an English word such as “navy”; None for other words."""
    plain = " ".join(word.lower().split())
    if plain in COLOURS:
        return COLOURS[plain]
    written = plain if plain.startswith("#") else f"#{plain}"
    if LONG_COLOUR.fullmatch(written) or SHORT_COLOUR.fullmatch(written):
        return to_hex(parse(written))
    return to_hex(parse(plain.replace(" ", "")))


def colour_of_logo(path: Path) -> str | None:
    """Return the colour that a logo shows most, greys, white and black aside; None where it has no other.

    An SVG's fills are counted, another picture's pixels. Raises SourceError where the picture cannot be read.
    """
    counted = count_fills(path) if path.suffix.lower() == ".svg" else count_pixels(path)
    buckets: Counter[RGB] = Counter()
    for colour, number in counted.items():
        _, saturation, value = colorsys.rgb_to_hsv(*(channel / 255 for channel in colour))
        if saturation >= SATURATED and value >= DARKEST:
            buckets[bucket(colour)] += round(number * saturation * 100)
    if not buckets:
        return None
    shown_most = buckets.most_common(1)[0][0]
    return to_hex(max((colour for colour in counted if bucket(colour) == shown_most), key=lambda one: counted[one]))


def to_hand_on(path: Path) -> tuple[str, str, bytes]:
    """Return a logo's name, its ending (the true one where it has another), and its bytes. Raises SourceError.

    In a Word file it has a name that nobody gave it, such as image1: there it is called logo.
    """
    data = picture_bytes(path)
    own, true = path.suffix.lower(), ENDINGS.get(kind_of(data))
    name = path.stem if gate.is_file(path) else "logo"
    return name, own if true is None or own.replace("jpeg", "jpg") == true else true, data


def count_fills(path: Path) -> Counter[RGB]:
    """Count the colours that an SVG's shapes name. Raises SourceError s-005 where the file is no SVG."""
    text = gate.text_of(path)
    if "<svg" not in text:
        raise SourceError(finding("s-005", Where(path), name=path.name))
    return Counter(colour for word in PAINT.findall(text) if (colour := parse(word)))


def count_pixels(path: Path) -> Counter[RGB]:
    """Count a picture's opaque pixels by colour. Raises SourceError where it is none that is read."""
    from PIL import Image  # noqa: PLC0415  loaded only where a logo is named

    with opened(path) as picture:
        small = to_srgb(picture).convert("RGBA")
    small.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.NEAREST)  # no other way keeps the colours as they are
    pixels = small.tobytes()
    opaque = (pixels[at : at + 3] for at in range(0, len(pixels), 4) if pixels[at + 3] >= 128)
    return Counter((red, green, blue) for red, green, blue in opaque)


def bucket(colour: RGB) -> RGB:
    """Return the shade a colour belongs to."""
    red, green, blue = (channel // BUCKET for channel in colour)
    return red, green, blue


def parse(word: str) -> RGB | None:
    """Read a colour as CSS writes it: "#abc", "rgb(1, 2, 3)", "navy"."""
    from PIL import ImageColor  # noqa: PLC0415

    try:
        red, green, blue, *_ = ImageColor.getrgb(word)
    except ValueError:
        return None
    return red, green, blue


def to_hex(colour: RGB | None) -> str | None:
    """Return "#rrggbb"."""
    return "#{:02x}{:02x}{:02x}".format(*colour) if colour else None
