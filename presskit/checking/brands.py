"""What of a brand's own files pages cannot show as the brand's designer sees it: drawings, typefaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from presskit import fonts, gate
from presskit.checking.words import passages
from presskit.composing.look.setting import FAMILIES
from presskit.findings import Finding, Where, finding
from presskit.limits import DRAWING_BYTES
from presskit.model import BrandFace, Kit

# What WeasyPrint 70 passes over, as attributes or rules of style say it.
SIGNS = {
    "a mask": re.compile(r"\bmask(?:-image)?\s*:\s*url"),
    "a filter, as for a shadow,": re.compile(r"\bfilter\s*:\s*(?!none)\w"),
    "colours that blend with those below them": re.compile(r"\bmix-blend-mode\s*:\s*(?!normal)\w"),
    "colours by names of their own (“var”)": re.compile(r":[^;{}]*\bvar\(\s*--"),
}
SVG = {"svg": "http://www.w3.org/2000/svg"}
TAGS = {
    "text along a path": "textPath",
    # Not what one program alone understands, and others have shapes for.
    "a piece of a web page (“foreignObject”)": "foreignObject[not(@requiredExtensions)]",
    "something that moves": "animate",
}
BOLD = 600  # the least weight that is seen beside a regular one
FAMILY = re.compile(r"\bfont-family\s*:\s*(?P<family>[^;{}]+)", re.IGNORECASE)
EVEN_ODD = re.compile(r"\bclip-rule\s*:\s*evenodd")


def check_brand(kit: Kit) -> Iterator[Finding]:
    """Yield what a logo holds that the page engine does not draw, and typefaces that do not hold what they should."""
    brand = kit.brand
    for path in dict.fromkeys(path for path in (brand.logo, brand.logo_reversed) if path):
        if path.suffix.lower() == ".svg":
            yield from _drawing(path)
    for path in dict.fromkeys(face.path for face in brand.faces if fonts.is_variable(face.path)):
        yield finding("s-039", Where(path), name=path.name)
    for path in dict.fromkeys(face.path for face in brand.faces if fonts.is_barred(face.path)):
        yield finding("b-018", Where(path), name=path.name)
    yield from _alone(kit)
    yield from _lacking(kit)


def _alone(kit: Kit) -> Iterator[Finding]:
    """Yield s-052 where a brand's typeface has no bold, or no italics that the kit's words are set in."""
    words = (block.html for document in kit.documents for block in getattr(document, "body", ()))
    is_slanted = any("<em" in html for html in words) if kit.brand.faces else False
    for role in dict.fromkeys(face.role for face in kit.brand.faces):
        faces = [face for face in kit.brand.faces if face.role == role]
        lacks = [] if any(face.weight >= BOLD or fonts.is_variable(face.path) for face in faces) else ["bold words"]
        lacks += ["italics"] if is_slanted and not any(face.italic for face in faces) else []
        if lacks:
            where = Where(faces[0].path)
            yield finding("s-052", where, name=faces[0].path.name, role=role, lacks=" and ".join(lacks))


def _lacking(kit: Kit) -> Iterator[Finding]:
    """Yield c-079 for each typeface that lacks letters of the kit which presskit's own of the same role has."""
    roles: dict[str, list[BrandFace]] = {}
    for face in kit.brand.faces:
        if not face.italic:
            roles.setdefault(face.role, []).append(face)
    said = "".join(words for document in kit.documents for words in passages(kit, document)) if roles else ""
    told: dict[Path, list[str]] = {}
    for role, faces in roles.items():
        own = [face.path for face in fonts.shipped_faces() if face.family == FAMILIES[role] and not face.italic]
        lacked = fonts.missing_in(said, [face.path for face in faces])
        letters = [letter for letter in lacked if any(ord(letter) in fonts.characters(path) for path in own)]
        if letters:
            told.setdefault(faces[0].path, letters)
    for path, lacked_there in told.items():
        yield finding("c-079", Where(path), name=path.name, characters=fonts.named(lacked_there))


def _drawing(path: Path) -> Iterator[Finding]:
    """Yield what of a drawing looks otherwise on pages; nothing of one that cannot be read, which is told there."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(gate.bytes_of(path, DRAWING_BYTES), parser)
    except etree.XMLSyntaxError:
        return
    if what := undrawn_in(root):
        yield finding("s-038", Where(path), name=path.name, what=what)
    if face := unknown_face_in(root):
        yield finding("s-050", Where(path), name=path.name, face=face)


def unknown_face_in(root: etree._Element) -> str:
    """Return the first typeface of a drawing's words that is none of presskit's; nothing where it has all."""
    texts = [node for node in root.iter("{*}text") if "".join(map(str, node.itertext())).strip()]
    texts = [node for node in texts if node.find(".//{*}textPath") is None]  # of which nothing is drawn
    around = [style.text or "" for style in root.iter("{*}style")]
    for text in texts:
        nodes = [*text.iter("*"), *text.iterancestors()]
        named = [node.get("font-family") or "" for node in nodes]
        styled = [style for node in nodes if (style := node.get("style"))] + around
        found = [*filter(None, named), *(match["family"] for style in styled for match in FAMILY.finditer(style))]
        first = [families.split(",")[0].strip(" '\"") for families in found] or ["no name"]
        if unknown := next((face for face in first if face.casefold() not in fonts.BY_MAKERS), ""):
            return unknown
    return ""


def undrawn_in(root: etree._Element) -> str:
    """Return what of a drawing WeasyPrint 70 passes over; nothing where it draws all."""
    style = " ".join(each.text or "" for each in root.iter("{*}style"))
    nodes = list(root.iter("*"))
    looks = [style, *(node.get("style") or "" for node in nodes)]
    stated = [": ".join(map(str, item)) for node in nodes for item in node.attrib.items()]
    for what, sign in SIGNS.items():
        if any(map(sign.search, (*looks, *stated))):
            return what
    clips = [inner for node in root.iter("{*}clipPath") for inner in node.iter("*")]
    if any(node.get("clip-rule") == "evenodd" or EVEN_ODD.search(node.get("style") or "") for node in clips):
        return "a clipping path with holes"
    return next((what for what, tag in TAGS.items() if root.xpath(f"//svg:{tag}", namespaces=SVG)), "")
