"""Kits that presskit made, told by what they hold: wherever somebody put one, it is no source of another.

In the folder `out` all that could be one is passed over by its place; a text can be told in no other way.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from presskit import gate
from presskit.errors import SourceError
from presskit.limits import ZIP_BYTES
from presskit.reading.zips import BROKEN_ZIP, open_zip

# Where a PDF says what made it: at its beginning or at its end, as it was written last (presskit/linking/metadata.py).
EDGE_BYTES = 8192
IN_PDF = re.compile(rb"/(?:Creator|Producer) ?\(presskit \d|(?:CreatorTool|Producer)\b[^>]*>presskit \d")
IN_PAGE = b'<meta name="generator" content="presskit">'
# What one of the files that stand in each ZIP holds (presskit/writing/archive.py), whatever was taken out of it since.
IN_ZIP = {"index.html": re.compile(re.escape(IN_PAGE)), "files.txt": re.compile(rb"^[0-9a-f]{64}  \S", re.MULTILINE)}
LIST_BYTES = 1_000_000
# As presskit packs. Others may take whatever memory a ZIP asks for; this is asked in the process that people see.
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
SETTINGS = "kit.toml"  # of a kit's own folder, where somebody may have put a page or a list of files as well


def is_made_here(path: Path) -> bool:
    """Tell whether a file is a PDF, a web page or a ZIP that presskit made."""
    told = HOLD.get(path.suffix.lower())
    if not told:
        return False
    try:
        with gate.open_file(path, ZIP_BYTES) as file:
            return told(file)
    except (SourceError, OSError):
        return False  # whoever reads it tells why it cannot be


def holds_pdf(file: BinaryIO) -> bool:
    """Tell whether a PDF says that presskit made it."""
    head = file.read(EDGE_BYTES)
    file.seek(max(0, file.seek(0, 2) - EDGE_BYTES))
    return head.startswith(b"%PDF-") and bool(IN_PDF.search(head) or IN_PDF.search(file.read()))


def holds_page(file: BinaryIO) -> bool:
    """Tell whether a web page says that presskit made it."""
    return IN_PAGE in file.read(EDGE_BYTES)


def holds_zip(file: BinaryIO) -> bool:
    """Tell whether a ZIP holds what presskit puts into each: both things, or one where it is no kit's own folder."""
    try:
        with open_zip(file) as archive:
            names = {*archive.namelist()}
            held = [name for name, told in IN_ZIP.items() if name in names and _holds(archive, name, told)]
    except BROKEN_ZIP:
        return False
    return len(held) == len(IN_ZIP) or bool(held and not any(PurePosixPath(name).name == SETTINGS for name in names))


def _holds(archive: zipfile.ZipFile, name: str, told: re.Pattern[bytes]) -> bool:
    if archive.getinfo(name).compress_type not in PACKED:
        return False
    with archive.open(name) as file:
        return bool(told.search(file.read(LIST_BYTES)))


HOLD: Mapping[str, Callable[[BinaryIO], bool]] = {".pdf": holds_pdf, ".html": holds_page, ".zip": holds_zip}
