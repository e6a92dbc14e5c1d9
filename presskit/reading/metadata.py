"""Words that a picture carries in itself: XMP first, then the older IPTC fields (IPTC Photo Metadata Standard)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from PIL import IptcImagePlugin
from PIL.ImageFile import ImageFile

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "iptc": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "rights": "http://ns.adobe.com/xap/1.0/rights/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
# IPTC-IIM datasets of record 2, by the same standard.
CAPTION, BYLINE, CREDIT, COPYRIGHT = (2, 120), (2, 80), (2, 110), (2, 116)
MAX_XMP_BYTES = 4_000_000


@dataclass(frozen=True)
class Words:
    """What a picture says about itself."""

    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    terms: str | None = None


def read_words(image: ImageFile) -> Words:
    """Return an opened picture's caption, credit, description for the blind, and terms of use."""
    xmp, iptc = read_xmp(image), read_iptc(image)
    return Words(
        caption=xmp.caption or iptc.caption,
        credit=xmp.credit or iptc.credit,
        alt=xmp.alt,
        terms=xmp.terms or iptc.terms,
    )


def read_xmp(image: ImageFile) -> Words:
    """Read the XMP packet; one that is no XML says nothing. Entities are never resolved."""
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if not packet and hasattr(image, "tag_v2"):
        packet = image.tag_v2.get(700) or b""
    data = packet.encode() if isinstance(packet, str) else bytes(packet)
    if not data or len(data) > MAX_XMP_BYTES:
        return Words()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(data.strip(b"\0 \t\r\n"), parser)
    except etree.XMLSyntaxError:
        return Words()
    return Words(
        caption=value(root, "dc:description"),
        credit=value(root, "photoshop:Credit") or value(root, "dc:creator"),
        alt=value(root, "iptc:AltTextAccessibility"),
        terms=value(root, "rights:UsageTerms") or value(root, "dc:rights"),
    )


def value(root: etree._Element, name: str) -> str | None:
    """Return a property's text: an attribute, an element's own words, or those of its list in the default language."""
    prefix, _, local = name.partition(":")
    tag = f"{{{SPACES[prefix]}}}{local}"
    for element in root.iter(f"{{{SPACES['rdf']}}}Description"):
        if words := (element.get(tag) or "").strip():
            return words
    for element in root.iter(tag):
        items = list(element.iter(f"{{{SPACES['rdf']}}}li"))
        chosen = [item for item in items if item.get(XML_LANGUAGE) == "x-default"] or items
        texts = [(item.text or "").strip() for item in chosen] or [(element.text or "").strip()]
        if words := ", ".join(text for text in texts if text):
            return words
    return None


def read_iptc(image: ImageFile) -> Words:
    """Read the older IPTC fields: UTF-8 where they are, else Windows' Western encoding."""
    try:
        fields = IptcImagePlugin.getiptcinfo(image) or {}
    except (OSError, SyntaxError, ValueError, KeyError, IndexError):
        return Words()
    return Words(
        caption=decode(fields.get(CAPTION)),
        credit=decode(fields.get(CREDIT)) or decode(fields.get(BYLINE)),
        terms=decode(fields.get(COPYRIGHT)),
    )


def decode(data: bytes | list[bytes] | None) -> str | None:
    """Return a field's text; repeated fields are joined with a comma."""
    parts = data if isinstance(data, list) else [data or b""]
    texts = []
    for part in parts:
        try:
            texts.append(part.decode("utf-8").strip("\0 \n"))
        except UnicodeDecodeError:
            texts.append(part.decode("cp1252", "replace").strip("\0 \n"))
    return ", ".join(text for text in texts if text) or None
