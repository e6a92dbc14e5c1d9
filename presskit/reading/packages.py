"""A Word file is a zip of XML parts and pictures: opened with limits, without entities and without network."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.reading.zips import BROKEN_ZIP

# Far above any release, far below what fills a memory: a zip can say 4 GB in 4 MB.
MAX_ENTRIES, MAX_PART_BYTES, MAX_PARTS_BYTES, MAX_PICTURE_BYTES = 5_000, 25_000_000, 60_000_000, 100_000_000
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97's files, and today's that are locked with a password
LOCKED = "EncryptedPackage".encode("utf-16-le")
DAMAGED = "it is damaged, or not made by Word"


@dataclass(frozen=True)
class Package:
    """A Word file's XML parts and the names of its other entries (pictures), as read from `path`."""

    path: Path
    parts: dict[str, etree._Element]
    others: tuple[str, ...]


def open_package(path: Path) -> Package:
    """Read a Word file's parts. Raises SourceError s-002 where it is empty, s-012 where it is none."""
    data = gate.bytes_of(path)
    if not data:
        raise SourceError(finding("s-002", Where(path), name=path.name))
    if data.startswith(OLD_OFFICE):
        locked = "it is locked with a password" if LOCKED in data else "it is an old Word document under a new name"
        raise broken(path, locked)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            parts = [entry for entry in entries if entry.filename.lower().endswith((".xml", ".rels"))]
            sizes = [entry.file_size for entry in parts]
            if len(entries) > MAX_ENTRIES or max(sizes, default=0) > MAX_PART_BYTES or sum(sizes) > MAX_PARTS_BYTES:
                raise broken(path, "it unpacks to far more than a text holds")
            trees = {entry.filename: parse(archive.read(entry), path) for entry in parts}
    except BROKEN_ZIP as error:
        raise broken(path, DAMAGED) from error
    others = {entry.filename for entry in entries} - trees.keys()
    return Package(path, trees, tuple(sorted(others)))


def parse(data: bytes, path: Path) -> etree._Element:
    """Parse a part; a document type, which Word never writes, is refused: it could define entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise broken(path, DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise broken(path, DAMAGED)
    return root


def broken(path: Path, reason: str) -> SourceError:
    """Return the error that says why a Word file cannot be opened."""
    return SourceError(finding("s-012", Where(path), name=path.name, reason=reason))
