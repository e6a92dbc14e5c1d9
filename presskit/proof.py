"""What `check` does: a kit is made in memory and judged; a finished PDF is read back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from presskit.build import BuildOrder, make_kit, read_kit
from presskit.checking.pdf import check_pdf
from presskit.checking.promises import Promises, promises_of
from presskit.checking.words import check_file_words
from presskit.errors import NotReadyError, SourceError
from presskit.findings import Finding, Where, finding, has_errors, strict, unreadable
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.intake import Progress
from presskit.model import Kit
from presskit.reading.sources import find_sources
from presskit.workers import Workers


def check_kit(order: BuildOrder, progress: Progress) -> tuple[Finding, ...]:
    """Return everything there is to say about a kit; nothing is written."""
    try:
        return make_kit(order, find_sources(order.sources), progress).findings
    except NotReadyError as error:
        return tuple(error.problems)


def check_file(path: Path, against: BuildOrder | None, *, strict_: bool, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, a text or a web page; `against` tells the kit it is said to be of.

    A text or a page holds nothing that could be judged without its kit.
    """
    if not path.is_file():
        raise SourceError(finding("s-001", Where(path), name=path.name))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(unreadable(path, error)) from None
    kit = _read(against, progress) if against else None
    found: tuple[Finding, ...] = ()
    if path.suffix.lower() == ".pdf":
        promises = promises_of(kit) if kit else Promises(faces=frozenset(by_pdf_name(shipped_faces())))
        found = check_pdf(data, replace(promises, final=True))
    if kit and not has_errors(found):
        found += tuple(check_file_words(kit, path.name, data))
    found = tuple(item.at(path) for item in found)
    return strict(found) if strict_ else found


def _read(order: BuildOrder, progress: Progress) -> Kit:
    """Return a kit as it is now; no page is made."""
    with Workers(order.jobs, order.limits, preload=("presskit.reading",)) as workers:
        kit, _ = read_kit(workers, order, find_sources(order.sources), progress)
    return kit
