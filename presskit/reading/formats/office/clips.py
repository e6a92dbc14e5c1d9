"""Pictures that are cropped or turned in OpenDocument, and what they show: pandoc passes over all of it.

What is cut away (1.3, part 3, 20.182) is a length of the picture's own size, which is its points by their number to
the inch.
"""

from __future__ import annotations

import math
import re
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from presskit.errors import SourceError
from presskit.reading.packages import MAX_PICTURE_BYTES
from presskit.reading.pictures.cropping import WHOLE, Crop
from presskit.reading.pictures.images import opened
from presskit.reading.zips import BROKEN_ZIP

ROTATE = re.compile(r"\brotate\s*\(\s*(-?\d+(?:\.\d+)?)\s*\)")  # in radians, against the clock
NEARLY = 0.01  # of a quarter of a turn
CLIP = re.compile(r"rect\(([^)]*)\)")
LENGTH = re.compile(r"(-?\d+(?:\.\d+)?|-?\.\d+)\s*(cm|mm|in|inch|pt|pc|px)")
INCHES = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0, "inch": 1.0, "pt": 1 / 72, "pc": 1 / 6, "px": 1 / 96}
DOTS = 96.0  # to the inch, of a picture that does not say it


def name_cropped(root: etree._Element, styled: Iterable[etree._Element], archive: zipfile.ZipFile) -> bool:
    """Name each cropped picture of the text so that only its rest is opened; tell whether there is one.

    styled: the parts that hold styles.
    """
    styled = [*styled]
    clips, looks = clips_in(styled), looks_in(styled)
    crops: list[tuple[etree._Element, Crop]] = []
    for image in root.iter("{*}image"):
        frame = image.getparent()
        style = local(frame, "style-name")
        clip = clips.get(style)
        crop = turned(crop_of(image, clip, archive) if clip else Crop(), frame, looks.get(style))
        crops += [(image, crop)] if crop != Crop() else []
    for image, crop in crops:
        image.set(attribute(image, "href"), crop.name_of(local(image, "href")))
    return bool(crops)


def descriptions_in(root: etree._Element) -> dict[str, str]:
    """Return what the pictures of a text show, as their writer said, by their names inside the file."""
    said = ((local(image, "href"), image.getparent()) for image in root.iter("{*}image"))
    return {name: words for name, frame in said if frame is not None and (words := description_of(frame))}


def description_of(frame: etree._Element) -> str:
    """Return what is said of a picture: its description, else its title."""
    found = (frame.findtext(f"{{*}}{name}") for name in ("desc", "title"))
    return next((" ".join(words.split()) for words in found if words and words.strip()), "")


def clips_in(styled: Iterable[etree._Element]) -> dict[str, list[float]]:
    """Return what each style cuts away, in inches: at the top, the right, the bottom, the left."""
    looks = ((style, look) for root in styled for style in root.iter("{*}style") for look in style)
    said = {local(style, "name"): CLIP.match(local(look, "clip")) for style, look in looks if local(look, "clip")}
    return {name: sides for name, found in said.items() if found and len(sides := inches(found[1])) == 4}


def looks_in(styled: Iterable[etree._Element]) -> dict[str, etree._Element]:
    """Return of each style what says how a picture is mirrored and coloured (part 3, 20.362 and 20.144)."""
    looks = ((style, look) for root in styled for style in root.iter("{*}style") for look in style)
    return {local(style, "name"): look for style, look in looks if local(look, "mirror") or local(look, "color-mode")}


def turned(crop: Crop, frame: etree._Element | None, look: etree._Element | None) -> Crop:
    """Return a crop with what else is done to its picture: mirrored, upended, made grey, turned by quarters."""
    mirror = local(look, "mirror").split()
    found = ROTATE.search(local(frame, "transform"))
    quarters = -float(found[1]) / (math.pi / 2) if found else 0.0
    turns = round(quarters) % 4 if abs(quarters - round(quarters)) < NEARLY else 0
    is_grey = local(look, "color-mode") == "greyscale"
    return replace(
        crop, turns=turns, is_mirrored="horizontal" in mirror, is_upended="vertical" in mirror, is_grey=is_grey
    )


def inches(said: str) -> list[float]:
    """Return lengths in inches; 0 for a side that is “auto”, or is set further out."""
    parts = [LENGTH.fullmatch(part) for part in re.split(r"[\s,]+", said.strip())]
    return [max(float(part[1]) * INCHES[part[2]], 0) if part else 0.0 for part in parts]


def crop_of(image: etree._Element, clip: list[float], archive: zipfile.ZipFile) -> Crop:
    """Return what is cut away of a picture; nothing of one that cannot be opened, which is told elsewhere."""
    name = local(image, "href")
    try:
        data = archive.read(name) if archive.getinfo(name).file_size <= MAX_PICTURE_BYTES else b""
        with opened(Path(name), data) as picture:
            dots = picture.info.get("dpi") or (0, 0)
            wide, high = (side / (float(dot) or DOTS) for side, dot in zip(picture.size, dots, strict=True))
    except (KeyError, SourceError, *BROKEN_ZIP):
        return Crop()
    top, right, bottom, left = clip
    sides = ((left, wide), (top, high), (right, wide), (bottom, high))
    return Crop.of(min(round(cut / side * WHOLE), WHOLE) for cut, side in sides)


def local(node: etree._Element | None, name: str) -> str:
    """Return the value of a node's attribute, whatever its namespace is called; nothing where it has none."""
    return "" if node is None else node.get(attribute(node, name)) or ""


def attribute(node: etree._Element, name: str) -> str:
    """Return the full name of a node's attribute, whatever its namespace is called."""
    return next((str(key) for key in node.attrib if etree.QName(str(key)).localname == name), name)
