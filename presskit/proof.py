"""What `check` does: a kit is made in memory and judged; a finished PDF is read back."""

from __future__ import annotations

from pathlib import Path

from presskit.build import BuildOrder, make_kit
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import Promises
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding, strict
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.intake import Progress
from presskit.reading.sources import find_sources


def check_kit(order: BuildOrder, progress: Progress) -> tuple[Finding, ...]:
    """Return everything there is to say about a kit; nothing is written."""
    return make_kit(order, find_sources(order.sources), progress).findings


def check_file(path: Path, against: BuildOrder | None, *, strict_: bool, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF; `against` tells the kit it is said to be of."""
    if not path.is_file():
        raise SourceError(finding("s-001", Where(path), name=path.name))
    promises = Promises(faces=frozenset(by_pdf_name(shipped_faces())))
    if against:
        promises = make_kit(against, find_sources(against.sources), progress).promises
    found = tuple(item.at(path) for item in check_pdf(path.read_bytes(), promises))
    return strict(found) if strict_ else found
