"""Pictures made ready for a page: upright, sRGB, without metadata, no larger than the page can show.

Why here: WeasyPrint embeds most JPEGs byte for byte, metadata included, and saves others again at a quality
nobody chose.
"""

from __future__ import annotations

import hashlib
import io
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from presskit import gate
from presskit.reading.pictures.images import load, opened, upright_size
from presskit.reading.pictures.in_texts import picture_bytes
from presskit.reading.pictures.meant_colours import to_srgb
from presskit.rendering.cache import Cache, Kept

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

VERSION = "4"


@dataclass(frozen=True)
class Resolution:
    """How sharp and how small pictures are made: pixels per inch of the page, and JPEG quality 1 to 95."""

    dpi: int
    quality: int


SCREEN = Resolution(200, 85)
PRESS = Resolution(300, 92)  # of paper: a print shop's screens are twice as coarse
# A kit that is mailed begins with the first and takes the next until it fits: all are good to look at on a screen.
EMAIL = (Resolution(150, 82), Resolution(120, 75), Resolution(96, 68), Resolution(72, 60))
WEB = Resolution(144, 76)  # two pixels for each of a page's, as telephones draw them
WEB_PT = 540.0  # the longer side of a photo on a web page
WEB_SMALL_PT = 240.0  # of a logo
# A logo or a chart, which JPEG would blur: a photo has ten times as many colours. It came as one of these.
FEW_COLOURS, LOSSLESS = 4096, ("PNG", "GIF", "BMP")


def prepare_for_web(path: Path, shape: float, side_pt: float, cache: Cache) -> bytes:
    """Return a picture for a web page, `side_pt` at its longer side; a drawing (SVG) stays one.

    shape: width divided by height. Measured: the photos of the example, of 9 megapixels, become 50 to 100 kB.
    """
    if path.suffix.lower() == ".svg":
        return gate.bytes_of(path)
    box_pt = (side_pt, side_pt / shape) if shape >= 1 else (side_pt * shape, side_pt)
    return prepare(path, box_pt, WEB, cache).read()


def prepare(path: Path, box_pt: tuple[float, float], resolution: Resolution, cache: Cache) -> Kept:
    """Return what `path` holds, made ready to fill a box of (width, height) points.

    Raises SourceError where images.opened does.
    """
    source = picture_bytes(path)
    recipe = f"{VERSION} {box_pt[0]:.2f}x{box_pt[1]:.2f} {resolution.dpi} {resolution.quality}"
    key = hashlib.sha256(recipe.encode() + b"\0" + source).hexdigest()
    ready = cache.find(f"{key}.jpg") or cache.find(f"{key}.png")
    if ready:
        return ready
    with opened(path, source) as image:
        # A photo for print is ten times too large for a page, and the JPEG decoder can leave out what that cannot show.
        load(image, _needed(image, box_pt, resolution))
        fitted = _fitted(image, box_pt, resolution)
        is_drawing = image.format in LOSSLESS and fitted.getcolors(FEW_COLOURS) is not None
        suffix, data = _encode(fitted, resolution, exact=is_drawing)
    return cache.keep(key + suffix, data)


def _needed(image: ImageFile, box_pt: tuple[float, float], resolution: Resolution) -> tuple[int, int]:
    """Return the width and height in points, as the picture lies in its file, that cover the box; none is added."""
    width, height = upright_size(image)
    scale = min(1.0, max(box_pt[0] / width, box_pt[1] / height) * resolution.dpi / 72)
    return max(1, math.ceil(image.width * scale)), max(1, math.ceil(image.height * scale))


def _fitted(image: ImageFile, box_pt: tuple[float, float], resolution: Resolution) -> Image.Image:
    """Return the picture upright, in sRGB, just large enough to cover the box; never enlarged."""
    from PIL import Image, ImageOps  # noqa: PLC0415  (slow to import, and where nothing changed no picture is made)

    ImageOps.exif_transpose(image, in_place=True)  # a copy of 24 megapixels is 72 MB
    scale = max(box_pt[0] / image.width, box_pt[1] / image.height) * resolution.dpi / 72
    in_srgb = to_srgb(image)
    if scale >= 1:
        return in_srgb
    size = (math.ceil(image.width * scale), math.ceil(image.height * scale))
    return in_srgb.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _encode(image: Image.Image, resolution: Resolution, *, exact: bool) -> tuple[str, bytes]:
    """Return suffix and bytes: JPEG, or PNG where the picture is transparent or to be kept to the point."""
    data = io.BytesIO()
    if image.mode == "RGBA" or exact:
        image.save(data, "PNG", optimize=True)
        return ".png", data.getvalue()
    from PIL import Image  # noqa: PLC0415

    clean = Image.new("RGB", image.size)
    clean.paste(image)
    clean.save(data, "JPEG", quality=resolution.quality, optimize=True, progressive=True, subsampling="4:2:0")
    return ".jpg", data.getvalue()
