"""Colour spaces: what the numbers of a colour mean. Only those that the page engine and drawings of a brand use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pikepdf import Array, Dictionary, Name, Object
from PIL import Image, ImageCms

from presskit.printing.inking.profiles import srgb

Kind = Literal["gray", "rgb", "cmyk", "lab", "indexed", "pattern", "named"]
DEVICE: dict[str, Kind] = {
    "/DeviceGray": "gray",
    "/G": "gray",
    "/CalGray": "gray",
    "/DeviceRGB": "rgb",
    "/RGB": "rgb",
    "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Lab": "lab",
    "/Indexed": "indexed",
    "/I": "indexed",
    "/Pattern": "pattern",
    "/Separation": "named",
    "/DeviceN": "named",
}
BY_CHANNELS: dict[int, Kind] = {1: "gray", 3: "rgb", 4: "cmyk"}


class UnprintableError(Exception):
    """A colour of a kind that cannot be turned into ink, in words."""


@dataclass(frozen=True)
class Space:
    """A colour space of a known kind."""

    kind: Kind

    def rgb(self, values: Sequence[float]) -> tuple[float, float, float]:
        """Return a colour of this space as the screen shows it, for the kinds "gray", "rgb", "lab"."""
        if self.kind == "gray":
            return values[0], values[0], values[0]
        red, green, blue = values
        return (red, green, blue) if self.kind == "rgb" else lab_to_rgb(red, green, blue)


def space_of(value: Object, named: Object) -> Space:
    """Return the space that a name or array stands for; `named`: the resources' own names for spaces.

    Raises UnprintableError for a space of an unknown kind, and for named inks that are shown by anything but inks.
    """
    if isinstance(value, Name) and str(value) not in DEVICE and value in named:
        value = named[value]
    if isinstance(value, Name | str) and str(value) in DEVICE:
        return Space(DEVICE[str(value)])
    if not isinstance(value, Array) or not len(value):
        raise UnprintableError("a colour of an unknown kind")
    if value[0] == Name.ICCBased:
        return Space(BY_CHANNELS[int(value[1].N)])
    kind = DEVICE.get(str(value[0]))
    if kind is None or (kind == "pattern" and len(value) > 1):
        raise UnprintableError("a colour of an unknown kind")
    if kind == "named" and space_of(value[2], Dictionary()).kind not in ("gray", "cmyk"):
        raise UnprintableError("a spot colour that is described in red, green and blue")
    return Space(kind)


def lab_to_rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """Return a colour of CIE L*a*b* (0 to 100; −128 to 127) as the screen shows it."""
    pixel = Image.frombytes("LAB", (1, 1), bytes((round(2.55 * lightness), round(a) % 256, round(b) % 256)))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    transform = ImageCms.ImageCmsTransform(lab, srgb().opened, "LAB", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC)
    red, green, blue = transform.apply(pixel).tobytes()
    return red / 255, green / 255, blue / 255
