"""Pictures decoded within limits: the one place where Pillow is given a stranger's bytes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from presskit.findings import Where
from presskit.limits import PASSES, PIXELS

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

PASS_BEGINS = b"\xff\xda"  # ITU T.81, B.1.1.3: start of scan; in a picture's own data 255 is followed by 0


def open_data(data: bytes, formats: tuple[str, ...]) -> ImageFile:
    """Return the picture that bytes hold, of one of these kinds. Raises what Pillow raises."""
    from PIL import Image, ImageFile  # noqa: PLC0415  (slow to import, and most kits hold few pictures)

    Image.MAX_IMAGE_PIXELS = PIXELS.most
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, accepts half a photo for the whole process
    return Image.open(io.BytesIO(data), formats=formats)


def require_modest(image: ImageFile, data: bytes, path: Path) -> None:
    """Raise SourceError s-018 for a picture of too many pixels, or one that is painted in too many passes.

    Why passes: a progressive JPEG of a thousand of them takes minutes, and is no larger for it.
    """
    pixels = image.width * image.height
    PIXELS.require(pixels, Where(path))
    if image.info.get("progressive"):
        PASSES.require(pixels * data.count(PASS_BEGINS), Where(path))
