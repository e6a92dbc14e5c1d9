"""ExifTool for tests: photos as cameras and picture desks leave them, and what another program reads in ours."""

from __future__ import annotations

import json
from pathlib import Path

from PIL import Image

from tests.support.poppler import run

PRIVATE = (
    "-GPSLatitude=51.5",
    "-GPSLatitudeRef=N",
    "-XMP-exif:GPSLatitude=51.5",
    "-SerialNumber=SECRET-BODY",
    "-LensSerialNumber=SECRET-LENS",
    "-OwnerName=SECRET-OWNER",
    "-XMP-aux:SerialNumber=SECRET-BODY",
    "-XMP-xmpMM:HistoryAction=SECRET-STEP",
    "-Comment=SECRET-COMMENT",
)
WORDS = (
    "-XMP-dc:Description=Ada Thorn, left, at the pier of Port Quillon.",
    "-XMP-photoshop:Credit=Ivo Marsh / Quillon Ferry Company of the Outer Islands",
    "-XMP-iptcCore:AltTextAccessibility=A woman in oilskins waves from a pier.",
    "-XMP-dc:Rights=2026 Ivo Marsh",
    "-XMP-xmpRights:UsageTerms=Free for news.",
    "-XMP-dc:Creator=Ivo Marsh",
    "-XMP-photoshop:Headline=Nine piers",
    "-XMP-dc:Subject=ferry",
)


def camera_photo(path: Path, size: tuple[int, int] = (600, 400), *more: str, **options: object) -> Path:
    """Write a photo as it comes from a photographer: words for the press, and much that is nobody's business."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.linear_gradient("L").resize(size).convert("RGB").save(path, **options)
    thumbnail = path.with_name("thumbnail.jpg")
    Image.new("RGB", (160, 120), "red").save(thumbnail)
    with_thumbnail = [f"-ThumbnailImage<={thumbnail}"] if path.suffix == ".jpg" else []
    run("exiftool", "-q", "-overwrite_original", *PRIVATE, *WORDS, *with_thumbnail, *more, path)
    thumbnail.unlink()
    return path


def read(path: Path) -> dict[str, str]:
    """Return what ExifTool finds in a file, by group and name: {"XMP-dc:Description": …}."""
    [found] = json.loads(run("exiftool", "-json", "-G1", "-a", "-u", "-charset", "iptc=utf8", path))
    return {name: str(value) for name, value in found.items()}


def says(path: Path) -> dict[str, str]:
    """Return caption, credit and description for the blind as ExifTool reads them, the older fields first."""
    found = read(path)
    return {
        "caption": found.get("IPTC:Caption-Abstract", found["XMP-dc:Description"]),
        "credit": found.get("IPTC:Credit", found["XMP-photoshop:Credit"]),
        "alt": found["XMP-iptcCore:AltTextAccessibility"],
    }
