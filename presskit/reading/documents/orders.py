"""The order of what a kit holds: its documents, and its photos."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.kinds import kinds
from presskit.model import Document, Photo, PhotoSheet, Release
from presskit.names import as_one_file
from presskit.reading.slugs import slugify
from presskit.resources import primary


def in_order(documents: Sequence[Document], order: Sequence[str], language: str) -> tuple[Document, ...]:
    """Order by the settings' list of names, then by language, the kit's first, in it releases newest first, and so on.

    Photos are for readers of every language: they stand last.
    """
    wanted = [_plain(name) for name in order]

    def place(document: Document) -> tuple[int, bool, str, int, int]:
        named = min((wanted.index(name) for name in _names(document) if name in wanted), default=len(wanted))
        spoken = "" if primary(document.language) == primary(language) else primary(document.language)
        day = document.date.toordinal() if isinstance(document, Release) and document.date else 0
        return named, isinstance(document, PhotoSheet), spoken, place_of(document), -day

    return tuple(sorted(documents, key=place))


def place_of(document: Document) -> int:
    """Return where documents of a kind stand in a kit, from 0; photos stand last by themselves."""
    return kinds()[document.kind].place if document.kind in kinds() else len(kinds())


def unknown_names(documents: Iterable[Document], order: Iterable[str], file: Path) -> tuple[Finding, ...]:
    """Find the names in the settings' order that no document has."""
    names = {name for document in documents for name in _names(document)}
    return tuple(
        finding("t-004", Where(file), key="order", name=f"“{name}”") for name in order if _plain(name) not in names
    )


def photos_in_order(photos: Sequence[Photo], order: Sequence[str], folder: Path) -> tuple[Photo, ...]:
    """Order by the settings' list of names, or of paths from the kit's folder; the others follow as they are."""
    wanted = [as_one_file(name) for name in order]

    def place(photo: Photo) -> int:
        return min((wanted.index(name) for name in _ways(photo, folder) if name in wanted), default=len(wanted))

    return tuple(sorted(photos, key=place))


def _ways(photo: Photo, folder: Path) -> tuple[str, ...]:
    """Return the names under which `photo_order` knows a photo: its file's, and its path from the kit."""
    is_below = photo.path.is_relative_to(folder)
    own = (photo.path.relative_to(folder).as_posix(),) if is_below else ()
    return tuple(map(as_one_file, (photo.path.name, *own)))


def _names(document: Document) -> tuple[str, ...]:
    """Return the names under which `order` knows a document: its file's, its short name, its kind."""
    own = () if isinstance(document, PhotoSheet) else (_plain(document.source.name),)
    return (*own, document.slug, document.kind)


def _plain(name: str) -> str:
    """Return "2026-05-12-reef" for "2026-05-12 Reef.md" and for "2026-05-12-reef"."""
    return slugify(re.sub(r"\.(?:txt|md|docx|html?)$", "", name, flags=re.IGNORECASE))
