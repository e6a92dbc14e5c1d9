"""Pictures that look like a logo: a few flat colours that stand free. A task for a limited worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from presskit.errors import SourceError
from presskit.reading.formats.office.letterheads import head_pictures
from presskit.reading.pictures.images import opened
from presskit.reading.pictures.in_texts import SMALLEST_PX, picture_bytes
from presskit.reading.pictures.meant_colours import to_srgb

OPAQUE = 128  # of 255
SIDE_PX, STEP = 96, 8  # at this size, colours that differ by less are one
FREE, FLAT, COLOURS = 0.1, 0.7, 6  # what stands free of a logo, and what its few colours cover of the rest
MOST_STRETCHED = 12  # times as long as wide; a rule across the page is longer
MOST_BYTES = 5_000_000  # a logo of more is a picture for print; the command itself copies it

Pixel = tuple[int, ...]


def find_logos(paths: Iterable[Path]) -> frozenset[Path]:
    """Return which pictures look like a logo; one that cannot be opened does not."""
    return frozenset(path for path in paths if looks_like_logo(path))


def find_letterhead(paths: Iterable[Path]) -> Path | None:
    """Return the first picture at the head of Word's pages that is a logo: of few colours, and no icon or rule."""
    for path in paths:
        try:
            pictures = head_pictures(path)
        except SourceError:
            continue  # told where its text is read
        if logo := next((picture for picture in pictures if is_on_letterhead(picture)), None):
            return logo
    return None


def looks_like_logo(path: Path) -> bool:
    """Tell whether a picture stands free, and shows few colours: a cut-out portrait shows hundreds."""
    pixels = pixels_of(path)
    opaque = [pixel for pixel in pixels if pixel[3] >= OPAQUE]
    return 0 < len(opaque) <= (1 - FREE) * len(pixels) and is_flat(opaque)


def is_on_letterhead(path: Path) -> bool:
    """Tell whether a picture at the head of a page is the logo: there it need not stand free."""
    try:
        data = picture_bytes(path)
        with opened(path, data) as picture:
            short, long = sorted(picture.size)
    except (OSError, SourceError):
        return False
    if len(data) > MOST_BYTES or short < SMALLEST_PX / 2 or long > MOST_STRETCHED * short:
        return False
    pixels = pixels_of(path)
    return len(set(pixels)) > 1 and is_flat([pixel for pixel in pixels if pixel[3] >= OPAQUE])


def pixels_of(path: Path) -> list[Pixel]:
    """Return the points of a small copy of a picture, each of red, green, blue and opacity; none where it is none."""
    from PIL import Image  # noqa: PLC0415  loaded only where there are pictures

    try:
        with opened(path) as picture:
            small = to_srgb(picture).convert("RGBA")
    except SourceError:
        return []
    small.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.NEAREST)  # no other way keeps the colours as they are
    points = small.tobytes()
    return [tuple(points[at : at + 4]) for at in range(0, len(points), 4)]


def is_flat(opaque: Sequence[Pixel]) -> bool:
    """Tell whether few colours cover most of a picture."""
    colours = Counter(tuple(channel // STEP for channel in pixel[:3]) for pixel in opaque)
    covered = sum(number for _, number in colours.most_common(COLOURS))
    return bool(opaque) and covered >= FLAT * len(opaque)
