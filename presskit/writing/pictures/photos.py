"""Photos to hand on: full size and web size, each with the words about it inside, and nothing else.

The full size of a JPEG or PNG holds the very bytes of the picture; all other kinds become JPEG, which every picture
desk takes. The web size is a JPEG in sRGB.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from presskit import __version__, gate
from presskit.model import Brand, Photo
from presskit.reading.pictures.images import load, opened
from presskit.reading.pictures.meant_colours import to_srgb
from presskit.reading.pictures.metadata import read_properties
from presskit.reading.pictures.properties import Properties
from presskit.rendering.cache import Cache, Kept
from presskit.writing.pictures import jpeg, photo_words, png


@dataclass(frozen=True)
class Size:
    """The longer side in pixels, and JPEG quality 1 to 95."""

    side_px: int
    quality: int


@dataclass(frozen=True)
class PackedPhoto:
    """A photo with the files of its full and its web size."""

    photo: Photo
    full: Kept
    web: Kept


VERSION = "2"
WEB = Size(1600, 85)
SMALLER = (Size(1600, 75), Size(1200, 80), Size(1000, 75), Size(800, 70))
BEST = 95
CREATED = slice(24, 36)  # the moment a profile was made (ICC.1, 7.2.8), which would differ from build to build


def full_size(photo: Photo, brand: Brand, source: bytes | None = None) -> bytes:
    """Return the photo as large as it is: a JPEG, or a PNG where it is one or is transparent. SourceError s-005.

    source: the bytes of its file, where they were read before.
    """
    data = source or gate.bytes_of(photo.path)
    with opened(photo.path, data) as image:
        words = photo_words.told(photo, brand, read_properties(image))
        if image.format in ("JPEG", "MPO"):
            return jpeg.with_words(data, photo_words.exif(image), photo_words.xmp(words), photo_words.iim(words))
        if image.format == "PNG":
            return png.with_words(data, photo_words.exif(image), photo_words.xmp(words))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        return _encoded(to_srgb(image), words, BEST)


def web_size(photo: Photo, brand: Brand, source: bytes | None = None, size: Size = WEB) -> bytes:
    """Return the photo as a JPEG for screens, upright, in sRGB, never enlarged. SourceError s-005.

    source: the bytes of its file, where they were read before.
    """
    with opened(photo.path, source) as image:
        words = photo_words.told(photo, brand, read_properties(image))
        load(image, (2 * size.side_px, 2 * size.side_px))  # twice what is needed keeps it sharp
        ImageOps.exif_transpose(image, in_place=True)
        small = to_srgb(image)
    small.thumbnail((size.side_px, size.side_px), Image.Resampling.LANCZOS)
    return _encoded(_on_white(small), words, size.quality)


def small_enough(photo: Photo, brand: Brand, limit_bytes: int) -> bytes | None:
    """Return the photo for screens in the first size that is no larger than the limit; None where none is."""
    sizes = (web_size(photo, brand, size=size) for size in (WEB, *SMALLER))
    return next((data for data in sizes if len(data) <= limit_bytes), None)


def pack(photo: Photo, brand: Brand, cache: Cache) -> PackedPhoto:
    """Return the photo with its two sizes as files, made or found finished. SourceError s-005."""
    source = gate.bytes_of(photo.path)
    told = f"{VERSION} {__version__} {replace(photo, path=Path(photo.name))} {brand.name} {brand.is_neutral}"
    key = hashlib.sha256(told.encode() + b"\0" + source).hexdigest()
    return PackedPhoto(
        photo,
        _kept(f"{key}-full", lambda: full_size(photo, brand, source), cache),
        _kept(f"{key}-web", lambda: web_size(photo, brand, source), cache),
    )


def _kept(name: str, make: Callable[[], bytes], cache: Cache) -> Kept:
    ready = cache.find(f"{name}.jpg") or cache.find(f"{name}.png")
    if ready:
        return ready
    data = make()
    return cache.keep(name + suffix_of(data), data)


def suffix_of(data: bytes) -> str:
    """Return ".png" or ".jpg", as the bytes are."""
    return ".png" if data.startswith(png.SIGNATURE) else ".jpg"


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image)
    return white


def _encoded(image: Image.Image, words: Properties, quality: int) -> bytes:
    """Return an RGB picture as JPEG, one with transparency as PNG; both with the profile of sRGB and the words."""
    data = io.BytesIO()
    if image.mode == "RGBA":
        image.save(data, "PNG", icc_profile=_srgb_profile(), exif=b"")
        return png.with_words(data.getvalue(), b"", photo_words.xmp(words))
    sampling = "4:4:4" if quality == BEST else "4:2:0"
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    clean.save(
        data,
        "JPEG",
        quality=quality,
        optimize=True,
        progressive=True,
        subsampling=sampling,
        icc_profile=_srgb_profile(),
    )
    return jpeg.with_words(data.getvalue(), b"", photo_words.xmp(words), photo_words.iim(words))


def _srgb_profile() -> bytes:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[CREATED] = bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])  # January 1, 2000
    return bytes(profile)
