"""Content credentials (C2PA) put into pictures as cameras do: a JUMBF superbox in APP11 of a JPEG, in caBX of a PNG."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from presskit.writing.pictures import jpeg, png

APP11 = 0xEB
C2PA = bytes.fromhex("6332706100110010800000aa00389b71") + b"\x03c2pa\0"


def box(kind: bytes, payload: bytes) -> bytes:
    """Return a box of JUMBF (ISO 19566-5)."""
    return struct.pack(">I", len(payload) + 8) + kind + payload


MANIFEST = box(b"jumb", box(b"jumd", C2PA) + box(b"json", b'{"signed": "by a camera"}'))


def add_credentials(path: Path) -> Path:
    """Put a record into a JPEG or a PNG; return its path."""
    data = path.read_bytes()
    if data.startswith(jpeg.START):
        record = jpeg.segment(APP11, b"JP\0\x01\0\0\0\x01" + MANIFEST)
        path.write_bytes(jpeg.START + record + data[2:])
    else:
        end = len(png.SIGNATURE) + 25  # behind IHDR
        record = struct.pack(">I", len(MANIFEST)) + b"caBX" + MANIFEST
        checked = struct.pack(">I", zlib.crc32(b"caBX" + MANIFEST))
        path.write_bytes(data[:end] + record + checked + data[end:])
    return path
