"""What is compared: a finished PDF as it is read aloud, or a kit as its pages would hold it, none laid out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.checking.blocks import TextDocument
from presskit.comparing.documents import DocumentChange
from presskit.composing import frame
from presskit.composing.documents import compose_document
from presskit.composing.parts.parts import ComposedPart
from presskit.composing.parts.sharing import has_closing, printed
from presskit.composing.wording.said import blocks_of
from presskit.findings import Where, finding
from presskit.making.build import read_kit
from presskit.making.orders import BuildOrder, opened
from presskit.model import Kit
from presskit.outcomes import Progress, silent, value_of
from presskit.sorting.sources import find_sources
from presskit.working.workers import READING, Task, Workers, limits_for

S_PER_MB = 5.0  # of a PDF's size: a page takes a twentieth of a second to read, and may be 10 kB


def compare_files(old: Path, new: Path, progress: Progress = silent) -> tuple[DocumentChange, ...]:
    """Compare two kits, two PDFs, or a PDF and a kit, in limited processes. Raises SourceError, SettingsError."""
    with Workers(preload=READING) as workers:
        sides = tuple(read_side(workers, path, progress) for path in (old, new))
        task = Task("presskit.comparing.documents:compare_documents", sides, limits_for([old, new], S_PER_MB))
        return tuple(value_of(workers, task, finding("p-019", Where(new), name=new.name, reason="")))


def read_side(workers: Workers, path: Path, progress: Progress = silent) -> tuple[TextDocument, ...]:
    """Return the documents of a PDF, of a kit's folder, or of one text. Raises SourceError, SettingsError."""
    blame = finding("p-019", Where(path), name=path.name, reason="")
    if path.suffix.lower() == ".pdf":
        with gate.opened(path):
            task = Task("presskit.checking.blocks:read_documents", (path,), limits_for([path], S_PER_MB))
            return tuple(value_of(workers, task, blame))
    with opened(BuildOrder((path,))) as order:
        kit = read_kit(workers, order, find_sources(order.sources), progress).kit
        return tuple(value_of(workers, Task("presskit.comparing.sides:documents_of_kit", (kit,)), blame))


def documents_of_kit(kit: Kit) -> tuple[TextDocument, ...]:
    """Return what a kit's pages hold but for the list of them, whose page numbers only laying out would tell.

    Why composed and not taken from the sources: what stands on a page is then the same on both sides of a comparison.
    """
    parts = [compose_document(kit, document) for document in printed(kit)]
    if not kit.alone:
        closing = [frame.compose_closing(kit)] if has_closing(kit) else []
        parts = [frame.compose_cover(replace(kit, documents=())), *parts, *closing]
    return tuple(text_of(part) for part in parts)


def text_of(part: ComposedPart) -> TextDocument:
    """Return the text of a composed document, block by block."""
    return TextDocument(part.title, part.language, blocks_of(part.html))
