"""Words that a picture carries in itself: XMP first, then the older IPTC fields (IPTC Photo Metadata Standard)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from presskit.reading.pictures.in_texts import DAMAGED
from presskit.reading.pictures.properties import (
    ALT,
    ANY_LANGUAGE,
    CAPTION,
    COPYRIGHT,
    CREATOR,
    CREDIT,
    DATE,
    HEADLINE,
    INSTRUCTIONS,
    KEYWORDS,
    PRESS,
    RDF,
    SOURCE,
    SOURCE_TYPE,
    SPACES,
    TERMS,
    TITLE,
    Items,
    Properties,
    Property,
    plain,
)

if TYPE_CHECKING:
    from PIL import Image
    from PIL.ImageFile import ImageFile

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
MAX_XMP_BYTES = 4_000_000
# By property the tags that say it, the first that does; those of Windows (0x9C9B and on) are UTF-16.
EXIF = {
    TITLE: (0x9C9B,),
    CAPTION: (0x010E, 0x9C9F, 0x9C9C),
    CREATOR: (0x013B, 0x9C9D),
    COPYRIGHT: (0x8298,),
    KEYWORDS: (0x9C9E,),
}
ELSEWHERE = (TITLE, HEADLINE, KEYWORDS, SOURCE)
WINDOWS_TAGS = range(0x9C9B, 0x9CA0)
# The camera's own part: when the picture was taken, in which zone, and what a person has added.
EXIF_PART, TAKEN, OFFSET, REMARK = 0x8769, 0x9003, 0x9011, 0x9286
MOMENT = re.compile(r"(?!0000)(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
ZONE = re.compile(r"[+-]\d\d:\d\d")
CODE = re.compile(rb"\A(?:ASCII|JIS|UNICODE|\0{5})\0{3}")


@dataclass(frozen=True)
class Words:
    """What a picture says about itself. others: what it says elsewhere, such as its title and its keywords."""

    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    terms: str | None = None
    copyright: str | None = None
    creator: str | None = None
    instructions: str | None = None
    has_credentials: bool = False
    source_type: str | None = None
    others: tuple[str, ...] = ()


def read_words(image: ImageFile) -> Words:
    """Return an opened picture's words; the photographer is credited where no credit line is."""
    found = read_properties(image)

    def words(*properties: Property) -> str | None:
        return next((plain(found[one.name]) for one in properties if one.name in found), None)

    return Words(
        caption=words(CAPTION),
        credit=words(CREDIT, CREATOR),
        alt=words(ALT),
        terms=words(TERMS),
        copyright=words(COPYRIGHT),
        creator=words(CREATOR),
        instructions=words(INSTRUCTIONS),
        has_credentials=bool(image.info.get("credentials")),
        source_type=words(SOURCE_TYPE),
        others=tuple(dict.fromkeys((*exif_captions(image), *(said for one in ELSEWHERE if (said := words(one)))))),
    )


def read_properties(image: Image.Image) -> Properties:
    """Return every property for the press that an opened picture carries, by its name in XMP.

    The same property is taken from XMP first, then from IPTC, then from EXIF, as the standard says.
    """
    return read_exif(image) | read_iptc(image) | read_xmp(image)


def read_xmp(image: Image.Image) -> dict[str, Items]:
    """Read the XMP packet; one that is no XML says nothing. Entities are never resolved."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if not packet and hasattr(image, "tag_v2"):
        packet = image.tag_v2.get(700) or b""
    if not isinstance(packet, str | bytes):  # a number, in a TIFF that says so
        return {}
    data = packet.encode() if isinstance(packet, str) else packet
    if not data or len(data) > MAX_XMP_BYTES:
        return {}
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data.strip(b"\0 \t\r\n"), parser)
    except etree.XMLSyntaxError:
        return {}
    return {one.name: items for one in PRESS if (items := find_items(root, one))}


def find_items(root: etree._Element, wanted: Property) -> Items:
    """Return a property's texts: an attribute, an element's own words, or those of its list with their languages."""
    prefix, _, local = wanted.name.partition(":")
    tag = f"{{{SPACES[prefix]}}}{local}"
    for element in root.iter(f"{{{RDF}}}Description"):
        if words := (element.get(tag) or "").strip():
            return _items(wanted, [("", words)])
    for element in root.iter(tag):
        inner = list(element.iter(f"{{{RDF}}}li"))
        texts = [(item.get(XML_LANGUAGE, ""), item.text or "") for item in inner] or [("", element.text or "")]
        if found := _items(wanted, texts):
            return found
    return ()


def _items(wanted: Property, texts: list[tuple[str, str]]) -> Items:
    has_languages = wanted.kind == "languages"
    return tuple(
        ((language or ANY_LANGUAGE) if has_languages else "", text.strip()) for language, text in texts if text.strip()
    )


def read_iptc(image: Image.Image) -> dict[str, Items]:
    """Read the older IPTC fields: UTF-8 where they are, else Windows' Western encoding."""
    from PIL import IptcImagePlugin  # noqa: PLC0415  (slow to import, and most kits hold few pictures)

    try:
        fields = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    except DAMAGED:
        return {}
    found = {}
    for one in PRESS:
        data = fields.get((2, one.dataset)) if one.dataset else None
        texts = [("", decode(part)) for part in (data if isinstance(data, list) else [data or b""])]
        if items := _items(one, texts):
            found[one.name] = items
    return found


def read_exif(image: Image.Image) -> dict[str, Items]:
    """Read what EXIF says of photographer, rights and picture; a camera's own words for each picture are no caption."""
    try:
        tags = image.getexif()
        texts = {one: [_exif_text(tags, tag) for tag in numbers] for one, numbers in EXIF.items()}
        texts[DATE] = [_moment(tags)]
    except DAMAGED:
        return {}
    texts[CAPTION] = [text for text in texts[CAPTION] if is_caption(text)]
    first = {one: next(filter(None, found), "") for one, found in texts.items()}
    words = {one: text.split(";") if one is KEYWORDS else [text] for one, text in first.items()}
    return {one.name: items for one, found in words.items() if (items := _items(one, [("", text) for text in found]))}


def exif_captions(image: Image.Image) -> list[str]:
    """Return what EXIF says that a picture shows, a camera's own words too."""
    try:
        tags = image.getexif()
        said = [text for tag in EXIF[CAPTION] if (text := _exif_text(tags, tag))]
        remarks = (tags.get_ifd(EXIF_PART).get(REMARK), image.info.get("comment"))  # a person's, in no other field
        return [*said, *(text for one in remarks if isinstance(one, bytes | str) and (text := remark_in(one)))]
    except DAMAGED:
        return []


def remark_in(said: bytes | str) -> str:
    """Return a remark of EXIF or JPEG without the eight bytes that name its encoding."""
    data = said if isinstance(said, bytes) else said.encode("latin-1", "replace")
    words = data[8:].decode("utf-16", "replace") if data.startswith(b"UNICODE\0") else decode(CODE.sub(b"", data))
    return words.strip("\0 \n")


def _exif_text(tags: Image.Exif, tag: int) -> str:
    """Return what a tag says. Cameras write ASCII; editors whatever they like."""
    said = tags.get(tag, "")
    if tag in WINDOWS_TAGS:
        data = said if isinstance(said, bytes) else bytes(said) if isinstance(said, tuple) else b""
        return data.decode("utf-16-le", "replace").strip("\0 \n")
    return decode(str(said).encode("latin-1", "replace"))


def _moment(tags: Image.Exif) -> str:
    """Return when a picture was taken as XMP writes it, with the zone where the camera knew it; "" where it did not."""
    inside = tags.get_ifd(EXIF_PART)
    taken = MOMENT.fullmatch(str(inside.get(TAKEN, "")).strip("\0 "))
    if not taken:
        return ""
    zone = str(inside.get(OFFSET, "")).strip("\0 ")
    year, month, day, hour = taken.groups()
    return f"{year}-{month}-{day}T{hour}{zone if ZONE.fullmatch(zone) else ''}"


def is_caption(text: str) -> bool:
    """Tell people's words from those that cameras write into every picture: "OLYMPUS DIGITAL CAMERA", "dav"."""
    return len(text.split()) > 2 and text != text.upper()


def decode(data: bytes) -> str:
    """Return a field's text."""
    try:
        return data.decode("utf-8").strip("\0 \n")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").strip("\0 \n")
