"""JPEG files taken apart and put together again without touching the picture: only what stands around it is changed.

Source: ITU-T T.81, annex B (markers); Adobe's XMP Specification, part 3 (where EXIF, XMP and IPTC stand in a JPEG).
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

START, END = b"\xff\xd8", b"\xff\xd9"
APP0, APP1, APP2, APP13, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
COMMENT, SCAN, LAST = 0xFE, 0xDA, 0xD9
AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")  # stuffed zeros and restart marks belong to the scan
JFIF = b"JFIF\0"
OF_COLOUR = {APP2: b"ICC_PROFILE\0", APP14: b"Adobe"}
EXIF, XMP, PHOTOSHOP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"Photoshop 3.0\0"
MOST_BYTES = 65_533  # that one segment holds


def with_words(data: bytes, exif: bytes, xmp: bytes, iim: bytes) -> bytes:
    """Return the same picture with these words and none of its own: no other segment, thumbnail or second picture.

    exif: a TIFF structure. xmp: a packet. iim: datasets. Empty ones are left out.
    Raises ValueError where `data` is no JPEG that can be taken apart, or a text is too long for a segment.
    """
    parts = list(pieces(data))
    jfif = [_bare(piece) for marker, piece in parts if marker == APP0 and piece[4:9] == JFIF][:1]
    own = [
        *([segment(APP1, EXIF + exif)] if exif else []),
        *([segment(APP1, XMP + xmp)] if xmp else []),
        *([segment(APP13, PHOTOSHOP + _resource(iim))] if iim else []),
    ]
    return b"".join([START, *jfif, *own, *(piece for marker, piece in parts if _stays(marker, piece)), END])


def pieces(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with its segment, and with the scan behind it; what follows the picture's end is passed over.

    Raises ValueError where the file is no JPEG.
    """
    if not data.startswith(START):
        raise ValueError("no JPEG")
    at = len(START)
    while at < len(data):
        while data[at : at + 2] == b"\xff\xff":  # any marker may be preceded by these
            at += 1
        head = data[at : at + 4]
        if len(head) < 2 or head[0] != 0xFF:
            raise ValueError("no marker where one must be")
        if head[1] == LAST:
            return
        if len(head) < 4:
            raise ValueError("cut off")
        end = at + 2 + struct.unpack(">H", head[2:])[0]
        if head[1] == SCAN:
            found = AFTER_SCAN.search(data, end)
            end = found.start() if found else len(data)
        yield head[1], data[at:end]
        at = end


def segment(marker: int, payload: bytes) -> bytes:
    """Return a segment; ValueError where the payload is longer than one holds."""
    if len(payload) > MOST_BYTES:
        raise ValueError("too long for a segment")
    return struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload


def _stays(marker: int, piece: bytes) -> bool:
    """Tell whether a segment belongs to the picture: all but applications' own, of which colour needs two."""
    if marker in OF_COLOUR:
        return piece[4:].startswith(OF_COLOUR[marker])
    return marker != COMMENT and not APP0 <= marker <= APP15


def _bare(jfif: bytes) -> bytes:
    """Return a JFIF segment without its thumbnail, which may show what was cropped since."""
    return segment(APP0, jfif[4:16].ljust(12, b"\0") + b"\0\0")


def _resource(iim: bytes) -> bytes:
    """Wrap IPTC datasets as Photoshop's image resource 0x0404: that is where all programs look for them."""
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(iim)) + iim + b"\0" * (len(iim) % 2)
