"""Colour spaces of a PDF, by what they mean for ink."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from presskit.checking.marks.values import value

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

DEVICE = {
    "/DeviceGray": "gray",
    "/CalGray": "gray",
    "/G": "gray",
    "/DeviceRGB": "rgb",
    "/CalRGB": "rgb",
    "/RGB": "rgb",
    "/Lab": "rgb",  # as little ink as RGB: the press's profile is still to come
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Pattern": "pattern",
}
BY_CHANNELS = {1: "gray", 3: "rgb", 4: "cmyk"}


@dataclass(frozen=True)
class Space:
    """A colour space: gray, rgb, cmyk, spot (an ink of its own), pattern, or "" where it cannot be told."""

    kind: str


@dataclass(frozen=True)
class Paint:
    """What something is painted with. values: the shares of its colour. space: of a pattern or picture, its own."""

    kind: str
    values: tuple[float, ...] = ()
    space: Space | None = None

    @property
    def is_rgb(self) -> bool:
        """Whether it is a colour for screens."""
        return "rgb" in (self.kind, self.space.kind if self.space else "")

    @property
    def is_white(self) -> bool:
        """Whether nothing of it is seen on paper."""
        full = {"gray": (1.0,), "rgb": (1.0, 1.0, 1.0), "cmyk": (0.0, 0.0, 0.0, 0.0)}
        return self.values == full.get(self.kind)


BLACK = Paint("gray", (0.0,))


def space_of(given: object, named: DictionaryObject) -> Space:
    """Return a colour space given by its name, by a name of the page's resources, or as an array."""
    from pypdf.generic import ArrayObject  # noqa: PLC0415  (slow to import)

    found = given.get_object() if hasattr(given, "get_object") else given
    if isinstance(found, str):
        inner = value(named, found)
        return Space(DEVICE[found]) if found in DEVICE else space_of(inner, named) if inner is not None else Space("")
    if not isinstance(found, ArrayObject) or not found:
        return Space("")
    family = str(found[0])
    if family == "/ICCBased":
        return Space(BY_CHANNELS.get(int(found[1].get_object()["/N"]), ""))
    if family in ("/Indexed", "/I"):
        return space_of(found[1], named)
    return Space("spot" if family in ("/Separation", "/DeviceN") else DEVICE.get(family, ""))
