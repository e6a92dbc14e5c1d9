"""What readers give back: a document, and what there is to look at in it; all that was read for a kit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from presskit.findings import Finding
from presskit.model import Block, Document, Embargo, Enclosure, Photo, Removed

T = TypeVar("T")


@dataclass(frozen=True)
class Reading(Generic[T]):
    """A document as it was understood, and the findings that travel with it.

    embargo: of a text that is no release, such as a factsheet.
    removed: the lines left out of a document that does not list them itself. is_denied: its settings, or kit.toml, say
    that there is no embargo.
    """

    document: T
    findings: tuple[Finding, ...] = ()
    embargo: Embargo | None = None
    removed: tuple[Removed, ...] = ()
    is_denied: bool = False


@dataclass(frozen=True)
class Read:
    """Everything read for a kit, before it is put in order. `boilerplate`: from the kit's own file.

    embargoes: of texts that are no releases. is_whole: whether it is all of the kit's folder, or files of it: what
    kit.toml says of the kit's correction is not true of each of its releases.
    """

    folder: Path
    documents: tuple[Document, ...]
    photos: tuple[Photo, ...] = ()
    boilerplate: tuple[Block, ...] = ()
    is_whole: bool = True
    embargoes: tuple[Embargo, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
