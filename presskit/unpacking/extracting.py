"""A ZIP's files written into a folder, once all that it says of them was judged. A task for a limited worker."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.limits import ZIP_BYTES
from presskit.names import portable
from presskit.passing import PLACE, refused
from presskit.reading.zips import BROKEN_ZIP, open_zip
from presskit.unpacking.judging import SEND_AGAIN, judged, not_unpacked
from presskit.unpacking.names import doubtful

CHUNK_BYTES = 1 << 20
DAMAGED = "it is damaged, or is no ZIP"


def extract(path: Path, folder: Path) -> tuple[str, ...]:
    """Write a ZIP's files into a folder that is there and empty; return the names that may be read wrongly.

    Raises SourceError s-018, s-033, before anything is written wherever the ZIP's own list shows why;
    OutputError where the disk takes no more.
    """
    with gate.open_file(path, ZIP_BYTES) as file:
        if not gate.size_of(path):
            raise not_unpacked(path, "it is empty", SEND_AGAIN)
        try:
            archive = open_zip(file, path)
        except BROKEN_ZIP:
            raise damaged(path) from None
        entries = judged(archive, path)
        if not entries:
            raise not_unpacked(path, "it holds no files", SEND_AGAIN)
        for entry, name in entries:
            parts = map(portable, name.parts) if os.name == "nt" else name.parts  # Windows takes fewer signs
            _write(_chunks(archive, entry, path), folder.joinpath(*parts))
        return doubtful([entry for entry, _ in entries])


def damaged(path: Path) -> SourceError:
    """Return the error for a ZIP that cannot be read."""
    return not_unpacked(path, DAMAGED, SEND_AGAIN)


def _write(chunks: Iterator[bytes], target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            for chunk in chunks:
                file.write(chunk)
    except OSError as error:
        raise refused(PLACE, error) from error


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> Iterator[bytes]:
    """Yield a file's bytes; SourceError s-033 where they are not as many as the ZIP says, or not the ones packed."""
    left = entry.file_size
    try:
        with archive.open(entry) as source:
            while chunk := source.read(CHUNK_BYTES):
                left -= len(chunk)
                yield chunk
    except BROKEN_ZIP:
        raise damaged(path) from None
    if left:
        raise damaged(path)
