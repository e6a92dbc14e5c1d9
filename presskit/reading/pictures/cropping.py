"""Pictures cropped in the file that holds them: what the writer cut away is kept in the file, and shown to nobody.

A cropped picture has a path of its own, as if it lay in a folder that says what is cut away:
opening.docx/word/media/cropped-60000-0-5000-0/image1.png: 60 % at the left, 5 % at the right.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from presskit.reading.pictures.decoding import open_data, require_modest

WHOLE = 100_000  # thousandths of a percent, as Word counts them
FOLDER = re.compile(r"cropped-(\d{1,6})-(\d{1,6})-(\d{1,6})-(\d{1,6})")
KINDS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
QUALITY = 95  # of a JPEG that is written again; what the page needs is made of it


@dataclass(frozen=True)
class Crop:
    """What is cut away of a picture's sides, in thousandths of a percent."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def name_of(self, picture: str) -> str:
        """Return the name of a picture inside its file, as it is cropped."""
        path = PurePosixPath(picture)
        return str(path.parent / f"cropped-{self.left}-{self.top}-{self.right}-{self.bottom}" / path.name)


def crop_in(picture: str) -> tuple[str, Crop | None]:
    """Return the name inside a file that the name of a cropped picture stands for, and what is cut away of it."""
    path = PurePosixPath(picture)
    found = FOLDER.fullmatch(path.parent.name)
    return (str(path.parent.parent / path.name), Crop(*map(int, found.groups()))) if found else (picture, None)


def cropped(data: bytes, crop: Crop, path: Path) -> bytes:
    """Return what is left of a picture. Raises what Pillow raises, ValueError where nothing is left, SourceError."""
    from PIL import ImageOps  # noqa: PLC0415  (slow to import, and few pictures are cropped)

    with open_data(data, KINDS) as image:
        require_modest(image, data, path)
        upright, form = ImageOps.exif_transpose(image), image.format
        box = (
            upright.width * crop.left // WHOLE,
            upright.height * crop.top // WHOLE,
            upright.width - upright.width * crop.right // WHOLE,
            upright.height - upright.height * crop.bottom // WHOLE,
        )
        part, done, profile = upright.crop(box), io.BytesIO(), image.info.get("icc_profile")
    if form in ("JPEG", "MPO"):
        part.save(done, "JPEG", quality=QUALITY, subsampling=0, icc_profile=profile)
    else:
        part.save(done, "TIFF" if part.mode == "CMYK" else "PNG", icc_profile=profile)
    return done.getvalue()
