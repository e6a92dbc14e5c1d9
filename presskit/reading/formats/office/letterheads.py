"""Pictures at the head of a Word file's pages: on a letterhead, the logo."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package, open_package


def head_pictures(path: Path) -> tuple[Path, ...]:
    """Return the pictures in the heads of a Word file's pages, as if the file were a folder. Raises SourceError."""
    package = open_package(path)
    heads = {name: root for name, root in package.parts.items() if local(root) == "hdr"}
    names = (name for head, root in heads.items() for name in pictures_in(package, head, root))
    return tuple(path / name for name in dict.fromkeys(names) if name in package.others)


def pictures_in(package: Package, name: str, root: etree._Element) -> Iterator[str]:
    """Yield the names inside the file of the pictures that a part shows; those elsewhere are none."""
    folder, file = posixpath.split(name)
    relations = package.parts.get(f"{folder}/_rels/{file}.rels")
    targets = {each.get("Id"): each for each in relations.iterchildren("*")} if relations is not None else {}
    for shown in root.iter("{*}blip", "{*}imagedata"):
        relation = targets.get(value(shown, "embed") or value(shown, "id"))
        if relation is not None and relation.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join(f"/{folder}", relation.get("Target") or "")).lstrip("/")
