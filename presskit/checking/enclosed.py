"""PDFs of others, which go along with a kit as they are: whether they open, what they carry. A task for a worker."""

from __future__ import annotations

from pathlib import Path

from presskit import gate
from presskit.checking.left_inside import left_inside
from presskit.checking.pdf import DAMAGE
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Enclosure
from presskit.names import shown
from presskit.reading.locks import LockedError, open_pdf
from presskit.reading.result import Reading
from presskit.sorting.internal import find_mark


def look_at(path: Path) -> Reading[Enclosure]:
    """Return a PDF that goes along, and what there is to say of it. Raises SourceError s-042 where it stays here."""
    from pypdf.errors import PyPdfError  # noqa: PLC0415  (slow to import)

    if mark := find_mark(path, (), (), is_release=False):
        raise SourceError(_unopened(path, f"it is marked “{mark.words}”, so it stays inside"))
    try:
        reader = open_pdf(gate.bytes_of(path), Where(path)).reader
        pages, found = len(reader.pages), tuple(left_inside(reader))
    except LockedError:
        raise SourceError(_unopened(path, "it is locked with a password")) from None
    except (PyPdfError, *DAMAGE):
        raise SourceError(_unopened(path, "it is damaged, or no PDF at all")) from None
    goes = finding("s-010", Where(path), name=path.name)
    return Reading(Enclosure(path, title_of(path), pages), (goes, *(item.at(path) for item in found)))


def title_of(path: Path) -> str:
    """Return what a file is called, as people read it: “Survey 2026” of “Survey_2026.pdf”."""
    return " ".join(shown(path.stem).replace("_", " ").split())


def _unopened(path: Path, reason: str) -> Finding:
    return finding("s-042", Where(path), name=path.name, reason=reason)
