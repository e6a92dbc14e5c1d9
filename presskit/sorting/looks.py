"""Pictures that look like a logo: a few flat colours that stand free. A task for a limited worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from presskit.errors import SourceError
from presskit.reading.images import opened
from presskit.reading.meant_colours import to_srgb

OPAQUE = 128  # of 255
CLEAR = (".png", ".webp", ".tif", ".tiff")  # pictures that can let the page shine through
SIDE_PX, STEP = 96, 8  # at this size, colours that differ by less are one
FREE, FLAT, COLOURS = 0.1, 0.7, 6  # what stands free of a logo, and what its few colours cover of the rest


def find_logos(paths: Iterable[Path]) -> frozenset[Path]:
    """Return which pictures look like a logo; one that cannot be opened does not."""
    return frozenset(path for path in paths if looks_like_logo(path))


def looks_like_logo(path: Path) -> bool:
    """Tell whether a picture stands free, and shows few colours: a cut-out portrait shows hundreds."""
    from PIL import Image  # noqa: PLC0415  loaded only where there are pictures

    try:
        with opened(path) as picture:
            if "A" not in picture.getbands() and "transparency" not in picture.info:
                return False
            small = to_srgb(picture).convert("RGBA")
    except SourceError:
        return False
    small.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.NEAREST)  # no other way keeps the colours as they are
    pixels = [tuple(small.tobytes()[at : at + 4]) for at in range(0, small.width * small.height * 4, 4)]
    opaque = [pixel[:3] for pixel in pixels if pixel[3] >= OPAQUE]
    colours = Counter(tuple(channel // STEP for channel in pixel) for pixel in opaque)
    covered = sum(number for _, number in colours.most_common(COLOURS))
    return 0 < len(opaque) <= (1 - FREE) * len(pixels) and covered >= FLAT * len(opaque)
