"""The names in a ZIP as people wrote them: most ZIPs do not say in which signs they are written.

What says that it is UTF-8 is; Windows and WinZip may say so by a second name, behind the one for old programs. Macs and
many services write UTF-8 and do not say so; Windows writes the signs of old terminals, each country its own, other
programs those of Windows itself.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Sequence

from presskit.unpacking.signs import USUAL, likeliest

SAID = 0x800  # the flag of a name that says it is UTF-8
SECOND, SECOND_HEAD = 0x7075, struct.Struct("<BI")  # a name's other form, behind its version and the first one's CRC


def names_of(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Return the names of files in a ZIP; all that do not say how they are written are read alike."""
    said = [_said(entry) for entry in entries]
    unsaid = _unsaid(entries)
    page, _ = likeliest([name for name in unsaid if not _is_utf8(name)])
    read = (name.decode("utf-8") if _is_utf8(name) else name.decode(page, "replace") for name in unsaid)
    return [next(read) if name is None else name for name in said]


def doubtful(entries: Sequence[zipfile.ZipInfo]) -> tuple[str, ...]:
    """Return the names in a ZIP, as `names_of` reads them, that are as likely to be others."""
    _, names = likeliest([name for name in _unsaid(entries) if not _is_utf8(name)])
    return names


def _unsaid(entries: Sequence[zipfile.ZipInfo]) -> list[bytes]:
    """Return the names that do not say in which signs they are written."""
    return [entry.orig_filename.encode(USUAL) for entry in entries if _said(entry) is None]


def _said(entry: zipfile.ZipInfo) -> str | None:
    """Return a name that says in which signs it is written, else None."""
    if entry.flag_bits & SAID:
        return entry.orig_filename
    first, rest = entry.orig_filename.encode(USUAL), entry.extra
    while len(rest) >= 4:
        kind, size = struct.unpack_from("<HH", rest)
        field, rest = rest[4 : 4 + size], rest[4 + size :]
        if kind == SECOND and field[: SECOND_HEAD.size] == SECOND_HEAD.pack(1, zlib.crc32(first)):
            second = field[SECOND_HEAD.size :]
            return second.decode() if second and _is_utf8(second) else None
    return None


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
