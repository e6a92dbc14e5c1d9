"""Pictures that stand in a text: found beside it, or inside the Word file that holds them.

A picture inside a Word file has a path as if the file were a folder: releases/opening.docx/word/media/image1.png.
So it needs no copy anywhere, and what may be read is confined by the same rule as for files.
"""

from __future__ import annotations

import re
import struct
import zipfile
from html import unescape
from pathlib import Path

from presskit import gate
from presskit.findings import Finding
from presskit.model import Block
from presskit.names import path_at
from presskit.reading.packages import MAX_PICTURE_BYTES
from presskit.reading.pictures.cropping import crop_in, cropped
from presskit.reading.pictures.in_rich_text import picture_named
from presskit.reading.zips import BROKEN_ZIP

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
PACKAGES = (".docx", ".docm", ".odt")  # files that hold their pictures
RICH_TEXT = (".rtf", ".doc")  # so may these, which are one file: Rich Text is often called .doc
SOURCE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')
# What Pillow raises for a damaged picture, or for damaged words in one: no list of it is complete without these.
DAMAGED = (ArithmeticError, AttributeError, LookupError, OSError, SyntaxError, TypeError, ValueError, struct.error)
SMALLEST_PX = 48  # below it stand icons, emoji and the dots that count readers


def names_in(block: Block) -> list[str]:
    """Return the names by which a block's text calls its pictures."""
    return [unescape(name) for name in SOURCE.findall(block.html)]


def find_picture(name: str, source: Path) -> Path | None:
    """Return the path of the picture that a text calls `name`; None where there is none.

    A web address never is one: pages use only files of the kit.
    """
    if not name or ADDRESS.match(name):
        return None
    path = source.parent / path_at(name)
    return path if gate.is_file(path) or entry_of(path) else None


def refused_picture(name: str, source: Path) -> Finding | None:
    """Return why the picture that a text calls `name` may not be opened; None where it may, or none is there."""
    if not name or ADDRESS.match(name) or find_picture(name, source):
        return None
    problem = gate.refusal(source.parent / path_at(name))
    return problem if problem and problem.code != "s-001" else None


def entry_of(path: Path) -> tuple[Path, str] | None:
    """Return the Word file (or OpenDocument, Rich Text) and the name inside it that a path means, where it has such."""
    holder = next(
        (one for one in path.parents if one.suffix.lower() in (*PACKAGES, *RICH_TEXT) and gate.is_file(one)), None
    )
    if holder is None:
        return None
    name, _ = crop_in(path.relative_to(holder).as_posix())
    if holder.suffix.lower() in RICH_TEXT:
        return (holder, name) if picture_named(gate.bytes_of(holder), name) else None
    try:
        with gate.open_file(holder) as file, zipfile.ZipFile(file) as archive:
            return (holder, name) if archive.getinfo(name).file_size <= MAX_PICTURE_BYTES else None
    except (KeyError, *BROKEN_ZIP):
        return None


def picture_bytes(path: Path) -> bytes:
    """Return a picture's data, from its file or from inside a Word file; of a cropped one what is left.

    Raises OSError or SourceError where there is none, and for a cropped one what Pillow raises.
    """
    entry = None if gate.is_file(path) else entry_of(path)
    if entry is None:
        return gate.bytes_of(path)
    try:
        data = data_of(*entry)
    except BROKEN_ZIP as error:
        raise OSError(str(path)) from error
    _, crop = crop_in(path.as_posix())
    return cropped(data, crop, path) if crop else data


def data_of(holder: Path, name: str) -> bytes:
    """Return the data of a picture that a file holds. Raises SourceError, or what zipfile raises."""
    if holder.suffix.lower() in RICH_TEXT:
        picture = picture_named(gate.bytes_of(holder), name)
        return picture.data if picture else b""
    with gate.open_file(holder) as file, zipfile.ZipFile(file) as archive:
        return archive.read(name)
