"""Pictures made ready for a page: upright, sRGB, without metadata, no larger than the page can show.

Why here: WeasyPrint embeds most JPEGs byte for byte, metadata included, and saves others again at a quality
nobody chose.
"""

from __future__ import annotations

import hashlib
import io
import math
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageCms, ImageFile, ImageOps

from presskit import gate
from presskit.limits import PIXELS
from presskit.reading.pictures import DAMAGED, damaged, picture_bytes, require_modest
from presskit.rendering.cache import Cache

VERSION = "2"
Image.MAX_IMAGE_PIXELS = PIXELS.most


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


def prepare_for_web(path: Path, shape: float, side_pt: float, cache: Cache) -> bytes:
    """Return a picture for a web page, `side_pt` at its longer side; a drawing (SVG) stays one.

    shape: width divided by height. Measured: the photos of the example, of 9 megapixels, become 50 to 100 kB.
    """
    if path.suffix.lower() == ".svg":
        return gate.bytes_of(path)
    box_pt = (side_pt, side_pt / shape) if shape >= 1 else (side_pt * shape, side_pt)
    return gate.bytes_of(prepare(path, box_pt, WEB, cache))


def prepare(path: Path, box_pt: tuple[float, float], resolution: Resolution, cache: Cache) -> Path:
    """Return the file of `path` made ready to fill a box of (width, height) points; SourceError s-005 if it is none."""
    source = picture_bytes(path)
    recipe = f"{VERSION} {box_pt[0]:.2f}x{box_pt[1]:.2f} {resolution.dpi} {resolution.quality}"
    key = hashlib.sha256(recipe.encode() + b"\0" + source).hexdigest()
    ready = cache.find(f"{key}.jpg") or cache.find(f"{key}.png")
    if ready:
        return ready
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(source)) as image:
            require_modest(image, path)
            _decode_small(image, box_pt, resolution)
            suffix, data = _encode(_fitted(image, box_pt, resolution), resolution)
    except (*DAMAGED, Image.DecompressionBombError) as error:
        raise damaged(path, error) from error
    return cache.keep(key + suffix, data)


def _decode_small(image: Image.Image, box_pt: tuple[float, float], resolution: Resolution) -> None:
    """Let the JPEG decoder leave out what the page cannot show: a photo for print is ten times too large for it."""
    side = math.ceil(max(box_pt) * resolution.dpi / 72)
    image.draft(None, (side, side))
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, accepts half a photo for the whole process
    image.load()


def _fitted(image: Image.Image, box_pt: tuple[float, float], resolution: Resolution) -> Image.Image:
    """Return the picture upright, in sRGB, just large enough to cover the box; never enlarged."""
    upright = ImageOps.exif_transpose(image)
    scale = max(box_pt[0] / upright.width, box_pt[1] / upright.height) * resolution.dpi / 72
    in_srgb = srgb(upright)
    if scale >= 1:
        return in_srgb
    size = (math.ceil(upright.width * scale), math.ceil(upright.height * scale))
    return in_srgb.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def srgb(image: Image.Image) -> Image.Image:
    """Convert a picture with a colour profile of its own to sRGB; keep transparency."""
    if image.mode.startswith("I"):  # 16 bits of grey, which convert() would cut off at 255
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA") else "RGB"
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK", "L"):
        return image if image.mode == mode else image.convert(mode)
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (OSError, ImageCms.PyCMSError):  # a broken profile: the numbers are all there is
        return image.convert(mode)
    return converted or image.convert(mode)


def _encode(image: Image.Image, resolution: Resolution) -> tuple[str, bytes]:
    """Return suffix and bytes: JPEG, or PNG where the picture is transparent."""
    data = io.BytesIO()
    if image.mode == "RGBA":
        image.save(data, "PNG", optimize=True)
        return ".png", data.getvalue()
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    clean.save(data, "JPEG", quality=resolution.quality, optimize=True, progressive=True, subsampling="4:2:0")
    return ".jpg", data.getvalue()
