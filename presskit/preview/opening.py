"""A file of the kit in its own program: only what presskit itself reads as a text, a table or a picture.

A kit may come from a stranger, and a program that opens a file may run what is in it. For all other files their folder
is shown.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.reading.formats.kinds import kind_of
from presskit.reading.pictures.images import kind_of as picture_kind
from presskit.reading.zips import BROKEN_ZIP
from presskit.terminal import show_file

PLAIN = (".txt", ".md", ".markdown", ".toml", ".csv")
ZIPPED = {".docx": "word/document.xml", ".odt": "content.xml", ".xlsx": "xl/workbook.xml"}
MACROS = ("vbaproject", "basic/", "scripts/", "macrosheets/")
PICTURES = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF"}
PROGRAMS = (b"#!", b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")


def show(path: Path) -> bool:
    """Open a file, or show its folder where it is none that may be opened; tell whether anything came up."""
    return show_file(path if may_be_opened(path) else path.parent)


def may_be_opened(path: Path) -> bool:
    """Tell whether a file is what its name says, and nothing in it is run."""
    try:
        data = gate.bytes_of(path)
    except SourceError:
        return False
    ending = path.suffix.lower()
    if ending in ZIPPED:
        return _is_clean(data, ZIPPED[ending])
    if ending in PICTURES:
        return picture_kind(data) == PICTURES[ending]
    if ending == ".rtf":
        return kind_of(data, path) == "rtf" and b"\\obj" not in data
    return ending in PLAIN and kind_of(data, path) in ("text", "markdown", "foreign") and not _is_program(data)


def _is_program(data: bytes) -> bool:
    return data.startswith(PROGRAMS) or b"\0" in data


def _is_clean(data: bytes, needed: str) -> bool:
    """Tell whether a ZIP holds the part that makes it such a file, and no macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name.lower() for name in archive.namelist()]
    except BROKEN_ZIP:
        return False
    return needed in names and not any(macro in name for name in names for macro in MACROS)
