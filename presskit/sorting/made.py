"""Kits that presskit made, told by what they hold: wherever somebody put one, it is no source of another.

In the folder `out` all that could be one is passed over by its place; a text can be told in no other way.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from presskit import gate
from presskit.errors import SourceError
from presskit.reading.packages import BROKEN_ZIP

# Where a PDF says what made it: at its beginning or at its end, as it was written last (presskit/linking/metadata.py).
EDGE_BYTES = 8192
IN_PDF = re.compile(rb"/(?:Creator|Producer) ?\(presskit \d|(?:CreatorTool|Producer)\b[^>]*>presskit \d")
IN_PAGE = b'<meta name="generator" content="presskit">'
IN_ZIP = {"files.txt", "index.html"}  # presskit/writing/archive.py


def is_made_here(path: Path) -> bool:
    """Tell whether a file is a PDF, a web page or a ZIP that presskit made."""
    told = HOLD.get(path.suffix.lower())
    if not told:
        return False
    try:
        with gate.open_file(path) as file:
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
    """Tell whether a ZIP holds what presskit puts into each."""
    try:
        with zipfile.ZipFile(file) as archive:
            return set(archive.namelist()) >= IN_ZIP
    except BROKEN_ZIP:
        return False


HOLD: Mapping[str, Callable[[BinaryIO], bool]] = {".pdf": holds_pdf, ".html": holds_page, ".zip": holds_zip}
