"""The ink that a page takes where it takes most: of its colours, and of the points of its pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from presskit.checking.marks.painting import Mark
from presskit.checking.marks.values import words
from presskit.printing.inking.ink import most_percent_of
from presskit.reading.pictures.images import jpeg_in

if TYPE_CHECKING:
    from PIL import Image


def most_ink(marks: Iterable[Mark], known: dict[int, float]) -> float:
    """Return the most ink at any place, 0 to 400 percent; only what is in cyan, magenta, yellow and black counts.

    known: what was found of the pictures of a file; each is looked at once, however often it is painted.
    """
    most = 0.0
    for mark in marks:
        if mark.kind == "picture":
            key = id(mark.picture)
            if key not in known:
                picture = _picture(mark)
                known[key] = most_percent_of(picture) if picture else 0.0
            most = max(most, known[key])
        elif mark.paint.kind == "cmyk":
            most = max(most, 100 * sum(mark.paint.values))
    return most


def _picture(mark: Mark) -> Image.Image | None:
    """Return a picture in CMYK, full ink as 255; None where it is in other colours or cannot be read so."""
    from PIL import Image, ImageChops  # noqa: PLC0415  (slow to import)

    stream = mark.picture
    if stream is None or mark.paint.kind != "cmyk":
        return None
    is_inverted = float(next(iter(stream.get("/Decode", [0])))) == 1
    if words(stream, "/Filter") == "/DCTDecode":
        photo = jpeg_in(stream._data)  # type: ignore[attr-defined]
        # Pillow takes every such JPEG for one of Adobe's and turns its values over.
        return None if photo.mode != "CMYK" else photo if is_inverted else ImageChops.invert(photo)
    data = stream.get_data()  # type: ignore[attr-defined]
    size = int(stream["/Width"]), int(stream["/Height"])  # type: ignore[call-overload]
    if len(data) != 4 * size[0] * size[1]:
        return None
    image = Image.frombytes("CMYK", size, data)
    return ImageChops.invert(image) if is_inverted else image
