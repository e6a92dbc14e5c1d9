"""ICC profiles: the printer's, read and checked, and sRGB, which the screen's colours are in."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

from PIL import ImageCms

from presskit import gate
from presskit.errors import SourceError, UsageError
from presskit.findings import Where, finding
from presskit.reading.lists.rows import clean

DATE = slice(24, 36)  # of a profile's header (ICC.1, 7.2.8)
NEW_YEAR_2000 = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
TO_PAPER = (ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Direction.OUTPUT)


@dataclass(frozen=True)
class Profile:
    """A profile's name, as programs list it, and its bytes."""

    name: str
    data: bytes

    @cached_property
    def opened(self) -> ImageCms.ImageCmsProfile:
        """The profile, ready for conversions."""
        return ImageCms.ImageCmsProfile(BytesIO(self.data))


def read_profile(path: Path) -> Profile:
    """Return the printer's profile; UsageError f-001 where pictures cannot be converted to it.

    SourceError where the file cannot be read.
    """
    with gate.opened(path):  # only a person names it
        if refused := gate.refusal(path):
            raise SourceError(refused)
        data = gate.bytes_of(path)
    try:
        profile = ImageCms.ImageCmsProfile(BytesIO(data))
    except (OSError, ImageCms.PyCMSError):
        raise _unusable(path, "it is not an ICC profile") from None
    if profile.profile.xcolor_space != "CMYK":
        raise _unusable(path, f"it is made for {profile.profile.xcolor_space.strip()}, not for the four inks CMYK")
    if profile.profile.device_class != "prtr" or not profile.profile.is_intent_supported(*TO_PAPER):
        raise _unusable(path, "it does not tell how colours become ink")
    try:  # each way once: littleCMS reads a profile's tables only when it needs them
        ImageCms.ImageCmsTransform(srgb().opened, profile, "RGB", "CMYK", TO_PAPER[0])
        lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
        ImageCms.ImageCmsTransform(profile, lab, "CMYK", "LAB", TO_PAPER[0])
    except (ValueError, ImageCms.PyCMSError):
        raise _unusable(path, "it is damaged") from None
    return Profile(_name(profile) or path.stem, data)


def _name(profile: ImageCms.ImageCmsProfile) -> str:
    """Return a profile's name; nothing where it is in letters that profiles do not have, as many old ones are."""
    try:
        return clean(ImageCms.getProfileDescription(profile))
    except ImageCms.PyCMSError:
        return ""


def _unusable(path: Path, problem: str) -> UsageError:
    return UsageError(finding("f-001", Where(path), name=path.name, problem=problem))


def srgb() -> Profile:
    """Return sRGB, with a date that never changes: littleCMS writes the moment at which it makes one."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[DATE] = NEW_YEAR_2000
    return Profile("sRGB", bytes(data))
