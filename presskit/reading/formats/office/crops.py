"""Pictures that are cropped in Word (ECMA-376, part 1, 20.1.8.55): each is named so that only its rest is opened."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package
from presskit.reading.pictures.cropping import WHOLE, Crop

VML_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
VML_WHOLE = 65_536


def name_cropped(package: Package) -> Package:
    """Return the package in which each cropped picture is a picture of its own."""
    names = [
        name
        for part, root in package.parts.items()
        if (relations := relations_of(package, part)) is not None
        for picture, crop in crops_in(root)
        if (name := named_anew(picture, crop, relations, part))
    ]
    return replace(package, others=tuple(sorted({*package.others, *names}))) if names else package


def relations_of(package: Package, part: str) -> etree._Element | None:
    """Return the part that says which pictures another one means."""
    folder, file = posixpath.split(part)
    return package.parts.get(f"{folder}/_rels/{file}.rels")


def crops_in(root: etree._Element) -> Iterator[tuple[etree._Element, Crop]]:
    """Yield the pictures that are cropped, and what is cut away; a side that is set further out cuts nothing."""
    for rect in root.iter("{*}srcRect"):
        picture = next((node for node in rect.itersiblings(preceding=True) if local(node) == "blip"), None)
        crop = Crop(*(thousandths(value(rect, side)) for side in "ltrb"))
        if picture is not None and crop != Crop():
            yield picture, crop
    for picture in root.iter("{*}imagedata"):
        crop = Crop(*(vml_part(value(picture, side)) for side in VML_SIDES))
        if crop != Crop():
            yield picture, crop


def thousandths(said: str | None) -> int:
    """Return a part in thousandths of a percent: “60000”, or “60%” in newer files."""
    return part_of(said.removesuffix("%"), WHOLE // 100) if said and said.endswith("%") else part_of(said, 1)


def vml_part(said: str | None) -> int:
    """Return a part that an older file says: “39322f”, in parts of 65,536, or “.6”."""
    return part_of(said.removesuffix("f"), WHOLE / VML_WHOLE) if said and said.endswith("f") else part_of(said, WHOLE)


def part_of(said: str | None, factor: float) -> int:
    """Return a number times a factor, within 0 and the whole; 0 where it is none."""
    try:
        return round(min(max(float(said or 0) * factor, 0), WHOLE))
    except ValueError:
        return 0


def named_anew(picture: etree._Element, crop: Crop, relations: etree._Element, part: str) -> str | None:
    """Give a cropped picture a relation of its own; return the name inside the file, None for one that is not in it."""
    key = next((key for key in picture.attrib if etree.QName(key).localname in ("embed", "id")), None)
    mark = None if key is None else picture.get(key)
    old = next((one for one in relations.iterchildren("*") if mark and one.get("Id") == mark), None)
    if key is None or old is None or old.get("TargetMode") == "External":
        return None
    new = deepcopy(old)
    target = posixpath.join(f"/{posixpath.dirname(part)}", old.get("Target") or "")
    name = crop.name_of(posixpath.normpath(target).lstrip("/"))
    new.set("Id", f"cropped{len(relations)}")
    new.set("Target", f"/{name}")
    relations.append(new)
    picture.set(key, new.get("Id") or "")
    return name
