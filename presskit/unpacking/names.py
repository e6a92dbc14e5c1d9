"""The names in a ZIP as people wrote them: most ZIPs do not say in which signs they are written.

What says that it is UTF-8 is; Windows and WinZip may say so by a second name, behind the one for old programs. Macs and
many services write UTF-8 and do not say so; Windows writes the signs of old terminals (code page 437 or 850), other
programs those of Windows itself (1252).
"""

from __future__ import annotations

import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Sequence

SAID = 0x800  # the flag of a name that says it is UTF-8
SECOND, SECOND_HEAD = 0x7075, struct.Struct("<BI")  # a name's other form, behind its version and the first one's CRC
USUAL = "cp437"  # by the rules for ZIPs; zipfile reads them so
GUESSED = (USUAL, "cp1252", "cp850")  # in this order where all are as likely
VOWELS = "aeiouäöüy"
ALONE = "àáéèíóòÀÁÉÈÍÓÒ"  # words of one letter
MARKS = "–—‘’“”„…«»¡¿°§€™®©"


def names_of(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Return the names of files in a ZIP; all that do not say how they are written are read alike."""
    said = [_said(entry) for entry in entries]
    unsaid = [entry.orig_filename.encode(USUAL) for entry, name in zip(entries, said, strict=True) if name is None]
    page = _page_of([name for name in unsaid if not _is_utf8(name)])
    read = (name.decode("utf-8" if _is_utf8(name) else page) for name in unsaid)
    return [next(read) if name is None else name for name in said]


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


def _page_of(names: Sequence[bytes]) -> str:
    """Return the code page in which names hold the fewest signs that no name is written with."""
    return min(GUESSED, key=lambda page: sum(_odd(name, page) for name in names))


def _odd(name: bytes, page: str) -> int:
    """Return how many signs of a name are unlikely, read in a code page; all of them where one is none."""
    try:
        words = name.decode(page)
    except UnicodeDecodeError:
        return len(name)
    around = f" {words} "
    return sum(
        not _is_likely(before, sign, after)
        for before, sign, after in zip(around, around[1:], around[2:], strict=False)
        if not sign.isascii()
    )


def _is_likely(before: str, sign: str, after: str) -> bool:
    """Tell whether a sign stands where people write it: letters in words, capitals not behind small letters."""
    if not sign.isalpha():
        return sign in MARKS
    if not unicodedata.name(sign, "").startswith("LATIN"):
        return False
    if sign == "ß":
        return before.lower() in VOWELS
    return (sign in ALONE or before.isalpha() or after.isalpha()) and not (sign.isupper() and before.islower())
