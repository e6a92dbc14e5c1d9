"""Pictures cropped and turned in the file that holds them: they are shown as the writer saw them there.

Such a picture has a path of its own, as if it lay in a folder that says what is done to it:
opening.docx/word/media/cropped-60000-0-5000-0/image1.png: 60 % cut away at the left, 5 % at the right;
cropped-0-0-0-0-1h: mirrored, then turned clockwise by a quarter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from presskit.reading.pictures.decoding import open_data, require_modest

if TYPE_CHECKING:
    from PIL.Image import Image

WHOLE = 100_000  # thousandths of a percent, as Word counts them
FOLDER = re.compile(
    r"cropped-(\d{1,6})-(\d{1,6})-(\d{1,6})-(\d{1,6})(?:-(?P<turns>[0-3])(?P<mirrored>h?)(?P<upended>v?)(?P<grey>g?))?"
)
KINDS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
QUALITY = 95  # of a JPEG that is written again; what the page needs is made of it


@dataclass(frozen=True)
class Crop:
    """What is cut away of a picture's sides, in thousandths of a percent, and what is then done with the rest.

    turns: quarters of a turn clockwise, after it was mirrored or upended.
    """

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0
    turns: int = 0
    is_mirrored: bool = False
    is_upended: bool = False
    is_grey: bool = False

    @classmethod
    def of(cls, sides: Iterable[int]) -> Crop:
        """Return what is cut away at the left, the top, the right and the bottom."""
        left, top, right, bottom = sides
        return cls(left, top, right, bottom)

    def name_of(self, picture: str) -> str:
        """Return the name of a picture inside its file, as it is cropped and turned."""
        path = PurePosixPath(picture)
        done = f"{self.turns}{'h' * self.is_mirrored}{'v' * self.is_upended}{'g' * self.is_grey}"
        name = f"cropped-{self.left}-{self.top}-{self.right}-{self.bottom}" + (f"-{done}" if done != "0" else "")
        return str(path.parent / name / path.name)


def crop_in(picture: str) -> tuple[str, Crop | None]:
    """Return the name inside a file that the name of a cropped picture stands for, and what is cut away of it."""
    path = PurePosixPath(picture)
    found = FOLDER.fullmatch(path.parent.name)
    if not found:
        return picture, None
    is_mirrored, is_upended, is_grey = (bool(found[sign]) for sign in ("mirrored", "upended", "grey"))
    crop = replace(
        Crop.of(map(int, found.groups()[:4])),
        turns=int(found["turns"] or 0),
        is_mirrored=is_mirrored,
        is_upended=is_upended,
        is_grey=is_grey,
    )
    return str(path.parent.parent / path.name), crop


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
        part, done, profile = _done(upright.crop(box), crop), io.BytesIO(), image.info.get("icc_profile")
        if crop.is_grey:
            profile = None  # of colours
    if form in ("JPEG", "MPO"):
        part.save(done, "JPEG", quality=QUALITY, subsampling=0, icc_profile=profile)
    else:
        part.save(done, "TIFF" if part.mode == "CMYK" else "PNG", icc_profile=profile)
    return done.getvalue()


def _done(part: Image, crop: Crop) -> Image:
    """Return what is left of a picture, mirrored, upended, turned and without colours as its file says."""
    from PIL import ImageOps  # noqa: PLC0415  (as above)

    part = ImageOps.mirror(part) if crop.is_mirrored else part
    part = ImageOps.flip(part) if crop.is_upended else part
    part = part.rotate(-90 * crop.turns, expand=True) if crop.turns else part
    return part.convert("LA" if part.has_transparency_data else "L") if crop.is_grey else part
