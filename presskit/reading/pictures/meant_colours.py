"""Which colours a picture's numbers mean, and the same picture in sRGB.

Sources: ICC.1:2022 (profiles); ISO 15444-1, I.5.3.3 (colours of JPEG 2000); ITU-T H.273 (numbers for primaries and
transfer in HEIF and AVIF); DCF 2.0 (how cameras say Adobe RGB).
"""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING

from presskit.reading.pictures.in_texts import DAMAGED

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

# What Pillow turns into RGB without loss of meaning. Not among them: Lab, and numbers of 32 bits without a scale.
PLAIN = ("1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBX", "RGBa", "YCbCr")
GREY_OF_16_BITS = ("I;16", "I;16L", "I;16B", "I;16N")
SPACES = {b"RGB ": "RGB", b"GRAY": "L", b"CMYK": "CMYK"}  # of a profile, at its byte 16, with Pillow's mode
UNNAMED, SRGB_LIKE, DISPLAY_P3 = 2, (1, 2, 5, 6), 12  # primaries
BRIGHT = (16, 18)  # transfer: PQ and HLG, for screens that are brighter than white
INTEROP, ADOBE_BY_CAMERA = 0xA005, "R03"
# Columns of red, green and blue in XYZ under D50, and the curve: a power, or a power with a straight beginning.
ADOBE_RGB = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457)), (2.19921875,)
P3 = (
    ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407)),
    (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045),
)
D50 = (0.96420, 1.0, 0.82491)
NCLX = re.compile(rb"colrnclx(?P<primaries>..)(?P<transfer>..)", re.DOTALL)
CICP = re.compile(rb"\x00\x00\x00\x04cICP(?P<primaries>.)(?P<transfer>.)", re.DOTALL)
HEAD_BYTES = 100_000  # in which these stand


def profile_of(image: ImageFile, data: bytes) -> bytes | None:
    """Return the ICC profile of an opened picture's colours; None where it is in sRGB, or says nothing."""
    own: bytes | None = image.info.get("icc_profile")
    if image.format == "JPEG2000":
        own = _profile_of_jpeg_2000(data)
    if own:
        return own
    if _primaries(image, data)[0] == DISPLAY_P3:
        return make_profile(*P3)
    return make_profile(*ADOBE_RGB) if _is_adobe_by_camera(image) else None


def colour_problem(image: ImageFile, data: bytes) -> str | None:
    """Return why nobody can tell the colours of an opened picture; None where they are known."""
    profile: bytes = image.info.get("icc_profile") or b""
    if image.mode == "CMYK":
        is_known = SPACES.get(profile[16:20]) == "CMYK" and _opens(profile)
        return None if is_known else "it is in printing inks (CMYK), and does not say of which press"
    if image.mode not in (*PLAIN, *GREY_OF_16_BITS):
        names = {"LAB": "it is in Lab colours", "F": "its numbers have no scale", "I": "its numbers have no scale"}
        return names.get(image.mode, "they are of an unknown kind")
    primaries, transfer = _primaries(image, data)
    if transfer in BRIGHT or (not profile and primaries not in (*SRGB_LIKE, DISPLAY_P3)):
        return "they are meant for very bright screens (HDR)"
    return None


def to_srgb(image: Image.Image) -> Image.Image:
    """Return an opened picture in sRGB: RGB, or RGBA where it is transparent."""
    from PIL import Image, ImageCms  # noqa: PLC0415  (slow to import, and most kits hold few pictures)

    profile = image.info.get("icc_profile")
    if image.mode in GREY_OF_16_BITS:
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
        image.info.pop("transparency", None)  # one of 65,536 greys
    clear = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    space = SPACES.get(profile[16:20], "") if profile else ""
    colours = _in_space(image, space)
    if profile and colours.mode == space:
        try:
            source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
            colours = ImageCms.profileToProfile(colours, source, target, outputMode="RGB") or colours
        except (OSError, ImageCms.PyCMSError):  # a broken profile: the numbers are all there is
            pass
    colours = colours.convert("RGB")
    if clear is None:
        return colours
    return Image.merge("RGBA", (*colours.split(), clear))


def _in_space(image: Image.Image, space: str) -> Image.Image:
    """Return the colours alone, in RGB or grey or as inks, as the profile wants them where that is possible."""
    if image.mode == "CMYK":
        return image
    is_grey = image.mode in ("1", "L", "LA", "La") and space != "RGB"
    mode = "L" if is_grey else "RGB"
    return (
        image
        if image.mode == mode
        else image.convert("RGBA").convert(mode)
        if "a" in image.mode
        else image.convert(mode)
    )


def make_profile(columns: tuple[tuple[float, float, float], ...], curve: tuple[float, ...]) -> bytes:
    """Return a small ICC profile of a screen's or a camera's colours.

    columns: red, green and blue in XYZ. curve: the parameters of a parametricCurveType of kind 0 or 3.
    """
    kind = {1: 0, 5: 3}[len(curve)]
    line = b"para\0\0\0\0" + struct.pack(">HH", kind, 0) + _numbers(curve)
    points = zip((b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ"), (D50, *columns), strict=True)
    tags = [(name, b"XYZ \0\0\0\0" + _numbers(place)) for name, place in points]
    tags += [(name, line) for name in (b"rTRC", b"gTRC", b"bTRC")]
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + len(table) + 12 * len(tags)
    for name, value in tags:
        table += name + struct.pack(">II", start + len(body), len(value))
        body += value
    size = start + len(body)
    head = struct.pack(">I4s4s4s4s4s12s4s", size, b"", b"\4\x20\0\0", b"mntr", b"RGB ", b"XYZ ", b"", b"acsp")
    return head.ljust(68, b"\0") + _numbers(D50).ljust(60, b"\0") + table + body


def _numbers(values: tuple[float, ...]) -> bytes:
    """Return s15Fixed16Numbers."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _primaries(image: ImageFile, data: bytes) -> tuple[int, int]:
    """Return the numbers of a picture's primaries and transfer, 2 where it does not say."""
    pattern = {"HEIF": NCLX, "AVIF": NCLX, "PNG": CICP}.get(image.format or "")
    found = pattern.search(data, 0, HEAD_BYTES) if pattern else None
    if not found:
        return UNNAMED, UNNAMED
    return int.from_bytes(found["primaries"]), int.from_bytes(found["transfer"])


def _profile_of_jpeg_2000(data: bytes) -> bytes | None:
    """Return the profile in the box of a JPEG 2000's colours, which Pillow passes over."""
    at = data.find(b"colr", 0, HEAD_BYTES)
    if at < 4 or data[at + 4] not in (2, 3):
        return None
    return data[at + 7 : at - 4 + int.from_bytes(data[at - 4 : at])] or None


def _is_adobe_by_camera(image: ImageFile) -> bool:
    try:
        return image.getexif().get_ifd(INTEROP).get(1) == ADOBE_BY_CAMERA
    except DAMAGED:  # damaged tables
        return False


def _opens(profile: bytes) -> bool:
    from PIL import ImageCms  # noqa: PLC0415

    try:
        ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except OSError:
        return False
    return True
