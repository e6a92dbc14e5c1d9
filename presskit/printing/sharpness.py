"""Pictures that are too small for the size at which they are printed."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from presskit.composing.parts.page import Picture
from presskit.findings import Finding, Where, finding
from presskit.reading.pictures.images import opened, upright_size

SHARP_DPI = 200  # below it the steps of a picture are seen in print; 300 is what is asked for
POINTS_PER_INCH, CM_PER_INCH = 72, 2.54


def coarse_pictures(pictures: Iterable[Picture], scale: float, *, in_inches: bool) -> tuple[Finding, ...]:
    """Return a finding for each file of fewer than 200 pixels to an inch where it is printed largest.

    scale: by what pages are drawn smaller than their measures say.
    """
    worst: dict[Path, tuple[float, Picture]] = {}
    for picture in pictures:
        dpi = dpi_of(picture, scale)
        if dpi < min(SHARP_DPI, worst.get(picture.path, (SHARP_DPI, picture))[0]):
            worst[picture.path] = (dpi, picture)
    return tuple(_coarse(picture, dpi, scale, in_inches=in_inches) for dpi, picture in worst.values())


def dpi_of(picture: Picture, scale: float) -> float:
    """Return the pixels to an inch of a picture that fills its box, and is cropped where it is of another shape."""
    width_px, height_px = _pixels(picture.path)
    return POINTS_PER_INCH / scale * min(width_px / picture.width_pt, height_px / picture.height_pt)


def _pixels(path: Path) -> tuple[int, int]:
    with opened(path) as image:
        return upright_size(image)


def _coarse(picture: Picture, dpi: float, scale: float, *, in_inches: bool) -> Finding:
    width_in = picture.width_pt * scale / POINTS_PER_INCH
    width_px, _ = _pixels(picture.path)
    return finding(
        "f-007",
        Where(picture.path),
        name=picture.path.name,
        dpi=math.floor(dpi),
        width=in_words(width_in, in_inches=in_inches),
        sharp=in_words(width_in * dpi / SHARP_DPI, in_inches=in_inches),
        pixels=math.ceil(width_px * SHARP_DPI / dpi),
    )


def in_words(inches: float, *, in_inches: bool) -> str:
    """Return a width as people measure it: "12 cm", "4.7 in"."""
    return f"{inches:.1f} in" if in_inches else f"{inches * CM_PER_INCH:.0f} cm"
