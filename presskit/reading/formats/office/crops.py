"""Pictures that are cropped, turned or mirrored in Word: each is named so that it is opened as Word shows it.

ECMA-376, part 1, 20.1.8.55 (a:srcRect), 20.1.7.6 (a:xfrm) and 20.1.8.34 (a:grayscl). Other ways of changing what a
picture looks like are told.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package
from presskit.reading.pictures.cropping import WHOLE, Crop

VML_SIDES = ("cropleft", "croptop", "cropright", "cropbottom")
VML_WHOLE = 65_536
ON = ("1", "true", "on")
EFFECTS = {
    "duotone": "recoloured",
    "biLevel": "black and white",
    "lum": "brighter, darker, or of another contrast",
    "alphaModFix": "half transparent",
    "imgEffect": "changed by an effect",
}


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
    """Yield the pictures that are changed, and how; a side that is set further out cuts nothing."""
    for picture in root.iter("{*}blip"):
        rect = next((node for node in picture.itersiblings() if local(node) == "srcRect"), None)
        sides = (0 if rect is None else thousandths(value(rect, side)) for side in "ltrb")
        crop = turned(Crop.of(sides), picture)
        if crop != Crop():
            yield picture, crop
    for picture in root.iter("{*}imagedata"):
        crop = Crop.of(vml_part(value(picture, side)) for side in VML_SIDES)
        if crop != Crop():
            yield picture, crop


def turned(crop: Crop, picture: etree._Element) -> Crop:
    """Return a crop with what else is done to its picture: turned by quarters, mirrored, upended, made grey."""
    grey = replace(crop, is_grey=picture.find("{*}grayscl") is not None)
    form = form_of(picture)
    if form is None:
        return grey
    turns, rest = divmod(degrees_of(form), 90)
    is_mirrored, is_upended = ((value(form, side) or "") in ON for side in ("flipH", "flipV"))
    return replace(grey, turns=0 if rest else round(turns), is_mirrored=is_mirrored, is_upended=is_upended)


def form_of(picture: etree._Element) -> etree._Element | None:
    """Return what says how a picture stands, None where nothing does."""
    holder = next(picture.iterancestors("{*}pic"), None)
    return None if holder is None else holder.find("{*}spPr/{*}xfrm")


def degrees_of(form: etree._Element) -> float:
    """Return by how many degrees a picture is turned clockwise, from 0 to 360."""
    try:
        return int(value(form, "rot") or 0) / 60_000 % 360
    except ValueError:
        return 0.0


def changed_in(root: etree._Element) -> Iterator[str]:
    """Yield for each picture what is done to it that no page shows: a slant, a shape, other colours or light."""
    for picture in root.iter("{*}blip"):
        form = form_of(picture)
        if form is not None and (degrees := degrees_of(form)) % 90:
            yield f"turned by {degrees:.0f}°"
        shape = None if form is None else form.getnext()
        if shape is not None and local(shape) == "prstGeom" and value(shape, "prst") not in ("rect", None):
            yield f"cut to a shape ({value(shape, 'prst')})"
        named = {
            local(node) for node in picture.iter("*") if node.attrib.keys() != ["amt"] or value(node, "amt") != "100000"
        }
        yield from (words for sign, words in EFFECTS.items() if sign in named)


def changed(package: Package) -> list[Finding]:
    """Report pictures of the text that pages show otherwise than Word does."""
    bodies = (root for root in package.parts.values() if local(root) == "document")
    said = dict.fromkeys(what for root in bodies for what in changed_in(root))
    return [finding("s-051", Where(package.path), what=what) for what in said]


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
