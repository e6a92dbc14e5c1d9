"""The words of a photo as files carry them: as XMP, as the older IPTC-IIM, and the little of EXIF that is kept.

What is written is made anew from a short list, so nothing that a camera or a program left behind can slip through:
no place on the globe, no serial number, no maker's notes, no thumbnail that shows what was cropped.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from PIL import ExifTags, Image

from presskit.model import Brand, Photo
from presskit.reading.pictures.in_texts import DAMAGED
from presskit.reading.pictures.properties import (
    ALT,
    ANY_LANGUAGE,
    CAPTION,
    COPYRIGHT,
    CREATOR,
    CREDIT,
    PRESS,
    RDF,
    SOURCE,
    SPACES,
    TERMS,
    Items,
    Properties,
    Property,
    plain,
)

ORIENTATION = ExifTags.Base.Orientation
KEPT = (ORIENTATION, ExifTags.Base.Make, ExifTags.Base.Model)
KEPT_INSIDE = (ExifTags.Base.DateTimeOriginal, ExifTags.Base.OffsetTimeOriginal, ExifTags.Base.ColorSpace)
ADOBE_RGB = "R03"  # how cameras say that their colours are Adobe's, where they write no profile (DCF 2.0)
UTF_8 = b"\x1c\x01\x5a\x00\x03\x1b%G"  # dataset 1:90
VERSION_4 = b"\x1c\x02\x00\x00\x02\x00\x04"  # dataset 2:00
MOST_BYTES = 32_767  # of a standard dataset
MOST_TEXT_BYTES = 6_000  # of one text: three times what IPTC-IIM allows a caption
MOST_WORDS_BYTES = 50_000  # of all: a JPEG's segment holds 65,533, and the packet's own frame must fit too
ITEM_BYTES = 120  # the elements around a text
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{rdf}">
<rdf:Description rdf:about=""{spaces}>
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def told(photo: Photo, brand: Brand, own: Properties) -> Properties:
    """Return the words to write: those of the kit, and those of the file (`own`) that the kit says nothing about.

    A text that the kit has from the file stays with all its languages. The source, in the standard's sense of who
    hands the picture on, is the organisation where the file names none.
    """
    words = {
        CAPTION: photo.caption,
        ALT: photo.alt,
        CREDIT: photo.credit,
        COPYRIGHT: photo.copyright,
        TERMS: photo.terms,
        CREATOR: photo.creator,
        SOURCE: None if brand.is_neutral or SOURCE.name in own else brand.name,
    }
    ours = {one.name: _items(one, text) for one, text in words.items() if text and _differs(own, one, text)}
    said = {one.name for one, text in words.items() if text}
    first = {name: items for name, items in (dict(own) | ours).items() if name in said}
    return dict(_fitting(first | dict(own) | ours))


def _fitting(properties: Properties) -> Iterator[tuple[str, Items]]:
    """Yield the properties that one segment of a JPEG holds, in their order, a very long text cut at a word."""
    left = MOST_WORDS_BYTES
    for name, items in properties.items():
        short = tuple((language, _cut(text)) for language, text in items)
        left_then = left - sum(len(language) + len(_escaped(text).encode()) + ITEM_BYTES for language, text in short)
        if left_then >= 0:
            left = left_then
            yield name, short


def _cut(text: str) -> str:
    if len(_escaped(text).encode()) <= MOST_TEXT_BYTES:
        return text
    most = MOST_TEXT_BYTES // max(len(_escaped(letter).encode()) for letter in text)
    return f"{text[:most].rpartition(' ')[0] or text[:most]} …"


def _differs(own: Properties, one: Property, text: str) -> bool:
    return plain(own.get(one.name, ())) != text


def _items(one: Property, text: str) -> Items:
    return ((ANY_LANGUAGE if one.kind == "languages" else "", text),)


def xmp(properties: Properties) -> bytes:
    """Return an XMP packet, the same for the same words."""
    written = "\n".join(_element(one, properties[one.name]) for one in PRESS if one.name in properties)
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
    return XMP.format(rdf=RDF, spaces=spaces, properties=written).encode()


def _element(one: Property, items: Items) -> str:
    if one.kind == "text":
        inner = _escaped(plain(items) or "")
    else:
        rows = "".join(
            f"<rdf:li{' xml:lang=' + quoteattr(language) if language else ''}>{_escaped(text)}</rdf:li>"
            for language, text in items
        )
        shape = {"languages": "Alt", "bag": "Bag", "seq": "Seq"}[one.kind]
        inner = f"<rdf:{shape}>{rows}</rdf:{shape}>"
    return f"<{one.name}>{inner}</{one.name}>"


def _escaped(text: str) -> str:
    return escape(NOT_IN_XML.sub("", text))


def iim(properties: Properties) -> bytes:
    """Return the datasets of IPTC-IIM, in UTF-8.

    Why no text is cut to the standard's lengths (32 bytes for a credit): half a credit is a wrong one, and the
    programs that read these fields take them as long as they come.
    """
    with_dataset = sorted((one.dataset, one) for one in PRESS if one.dataset and one.name in properties)
    return b"".join([UTF_8, VERSION_4, *(_datasets(number, one, properties[one.name]) for number, one in with_dataset)])


def _datasets(number: int, one: Property, items: Items) -> bytes:
    texts = [text for _, text in items] if one.kind in ("seq", "bag") else [plain(items) or ""]
    fields = [NOT_IN_XML.sub("", text).encode()[:MOST_BYTES] for text in texts]
    fields = [field.decode("utf-8", "ignore").encode() for field in fields]  # no half character
    return b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(field)) + field for field in fields)


def exif(image: Image.Image) -> bytes:
    """Return what is kept of an opened picture's EXIF: which way is up, its colours, camera and hour; b"" for nothing.

    Why camera and hour: editors judge by them whether a picture is what it says; neither tells whose camera it was.
    """
    try:
        return _kept(image.getexif())
    except DAMAGED:  # damaged tables; open_photo has read the one tag that matters to see the photo upright
        return b""


def _kept(old: Image.Exif) -> bytes:
    new = Image.Exif()
    for tag in KEPT:
        if tag in old:
            new[tag] = old[tag]
    inside = old.get_ifd(ExifTags.IFD.Exif)
    kept: dict[int, object] = {tag: inside[tag] for tag in KEPT_INSIDE if tag in inside}
    if old.get_ifd(ExifTags.IFD.Interop).get(1) == ADOBE_RGB:
        kept[ExifTags.IFD.Interop] = {1: ADOBE_RGB}
    if kept:
        new[ExifTags.IFD.Exif] = kept
    return new.tobytes().removeprefix(b"Exif\0\0") if len(new) else b""
