"""PNG files taken apart and put together again without touching the picture (PNG Specification, third edition)."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Pixels, colour, transparency, size of a pixel, animation: all else is words, times and what programs left behind.
PICTURE = re.compile("IHDR|PLTE|IDAT|IEND|tRNS|gAMA|cHRM|sRGB|iCCP|cICP|sBIT|bKGD|pHYs|acTL|fcTL|fdAT")


def with_words(data: bytes, exif: bytes, xmp: bytes) -> bytes:
    """Return the same picture with these words and none of its own. Raises ValueError where `data` is no whole PNG.

    exif: a TIFF structure. xmp: a packet. Empty ones are left out.
    """
    head, *rest = [chunk for kind, chunk in chunks(data) if PICTURE.fullmatch(kind)]
    own = [
        *([_chunk(b"eXIf", exif)] if exif else []),
        *([_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp)] if xmp else []),
    ]
    return b"".join([SIGNATURE, head, *own, *rest])


def chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield each chunk with its name; what follows the last is passed over."""
    at, kind = len(SIGNATURE), ""
    while kind != "IEND":
        if not data.startswith(SIGNATURE) or at + 12 > len(data):
            raise ValueError("no whole PNG")
        length, name = struct.unpack_from(">I4s", data, at)
        kind = name.decode("latin-1")
        yield kind, data[at : at + 12 + length]
        at += 12 + length


def _chunk(name: bytes, payload: bytes) -> bytes:
    return struct.pack(">I", len(payload)) + name + payload + struct.pack(">I", zlib.crc32(name + payload))
