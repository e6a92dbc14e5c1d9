"""What of a page is more than decoration: a page of rules and grounds alone has nothing that could be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from presskit.checking.marks.painting import FILLING, SHOWING, STROKING
from presskit.findings import Where
from presskit.limits import PDF_STEPS

if TYPE_CHECKING:
    from pypdf import PageObject

PAINTING = SHOWING | FILLING | STROKING | {b"Do", b"sh", b"INLINE IMAGE"}
BEGINNING = {b"BMC", b"BDC"}


def has_content(page: PageObject, steps: Iterator[int]) -> bool:
    """Tell whether a page paints anything that it does not mark as decoration (an artifact, ISO 32000-1, 14.8.2.2).

    steps: counts operators from 0, over all pages of a file. Raises SourceError s-018 for too many.
    """
    content = page.get_contents()
    marked: list[bool] = []  # for each piece that is open, whether it is decoration
    for operands, operator in content.operations if content is not None else ():
        PDF_STEPS.require(next(steps), Where())
        if operator in BEGINNING:
            marked.append(bool(operands) and operands[0] == "/Artifact")
        elif operator == b"EMC" and marked:
            marked.pop()
        elif operator in PAINTING and not any(marked):
            return True
    return False
