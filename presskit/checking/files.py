"""Finished files from anywhere, opened and judged: what a limited process does when a file is checked."""

from __future__ import annotations

import re
from pathlib import Path

from presskit import gate
from presskit.checking.archive import pdf_of_zip
from presskit.checking.marks import values
from presskit.checking.page_numbers import each_code_once
from presskit.checking.pdf import DAMAGE, check_pdf
from presskit.checking.preflight import Press, preflight
from presskit.checking.promises import Promises
from presskit.checking.words import check_file_words
from presskit.findings import Finding, Where, has_errors
from presskit.model import Kit
from presskit.reading.locks import LockedError, open_pdf

STATED = re.compile(rb'<meta name="presskit-made" content="([ -~]{0,200}?)">')


def look_at_print(path: Path, press: Press) -> tuple[Finding, ...]:
    """Return what a PDF would be sent back for in print."""
    return each_code_once(preflight(gate.bytes_of(path), press))


def look_at_file(path: Path, promises: Promises, kit: Kit | None) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, a text or a web page; `kit` says whose words must stand in it."""
    data = gate.bytes_of(path)
    found = each_code_once(check_pdf(data, promises)) if path.suffix.lower() == ".pdf" else ()
    if kit and not has_errors(found):
        found += tuple(check_file_words(kit, path.name, data))
    return found


def statement_of(path: Path) -> str:
    """Return how a file was made, as it states itself (of a ZIP, its kit's PDF); empty where it states nothing."""
    ending = path.suffix.lower()
    if ending == ".zip":
        return _stated_by_pdf(pdf_of_zip(path))
    data = gate.bytes_of(path)
    if ending == ".html":
        found = STATED.search(data)
        return found[1].decode() if found else ""
    return _stated_by_pdf(data)


def person_of(path: Path) -> str:
    """Return whose copy of a kit a PDF says it is; empty where it is nobody's."""
    return _stated_by_pdf(gate.bytes_of(path), "/PresskitFor")


def _stated_by_pdf(data: bytes, key: str = "/PresskitMade") -> str:
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        reader = open_pdf(data, Where()).reader
        return values.words(values.inner(reader.trailer, "/Info"), key)
    except (LockedError, DependencyError, PyPdfError, *DAMAGE):
        return ""
