"""PDFs of others, which go along with a kit as they are: whether they open, what they carry. A task for a worker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from presskit import gate
from presskit.checking.faults.left_inside import left_inside
from presskit.checking.page_numbers import in_short
from presskit.checking.pdf import DAMAGE
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Binding, Enclosure
from presskit.names import shown
from presskit.reading.locks import LockedError, open_pdf
from presskit.reading.result import Reading
from presskit.sorting.internal import find_mark

if TYPE_CHECKING:
    from presskit.linking.binding.bound import Examined

UNTAGGED = "nobody who reads with a screen reader hears a word of it: its pages hold no tags"
UNPROMISED = "whoever reads with a screen reader may miss something: it has tags, and does not promise PDF/UA"


def look_at(path: Path, bind: bool | Literal["scaled"] = False) -> Reading[Enclosure]:
    """Return a PDF that goes along, and what there is to say of it. Raises SourceError s-042 where it stays here.

    bind: whether its pages are to stand behind the kit's, and whether they are scaled to its paper.
    """
    from pypdf.errors import PyPdfError  # noqa: PLC0415  (slow to import)

    if mark := find_mark(path, (), (), is_release=False):
        raise SourceError(_unopened(path, f"it is marked “{mark.words}”, so it stays inside"))
    try:
        data = gate.bytes_of(path)
        reader = open_pdf(data, Where(path)).reader
        pages, found = len(reader.pages), tuple(left_inside(reader))
        enclosure = Enclosure(path, title_of(path), pages, first_page=reader.pages[0].extract_text() if pages else "")
    except LockedError as error:
        raise SourceError(_unopened(path, f"it is locked {error.how}")) from None
    except (PyPdfError, *DAMAGE):
        raise SourceError(_unopened(path, "it is damaged, or no PDF at all")) from None
    left = (item.at(path) for item in found)
    if not bind:
        return Reading(enclosure, (finding("s-010", Where(path), name=path.name), *left))
    from presskit.linking.binding.bound import examine  # noqa: PLC0415  (few kits bind anything in)

    examined = examine(data)
    if examined.refusal:
        told = finding("s-045", Where(path), name=path.name, reason=examined.refusal)
        return Reading(enclosure, (told, *left))
    how: Binding = "scaled" if bind == "scaled" else "as it is"
    return Reading(replace(enclosure, bind=how), (*_of_binding(path, examined), *left))


def _of_binding(path: Path, examined: Examined) -> Iterator[Finding]:
    """Yield what readers lose by a PDF that is bound in, and what it loses itself."""
    if not examined.is_accessible:
        loss = UNPROMISED if examined.is_tagged else UNTAGGED
        yield finding("s-043", Where(path), name=path.name, loss=loss)
    if examined.taken:
        yield finding("s-044", Where(path), name=path.name, taken=in_short(examined.taken, len(examined.taken)))


def title_of(path: Path) -> str:
    """Return what a file is called, as people read it: “Survey 2026” of “Survey_2026.pdf”."""
    return " ".join(shown(path.stem).replace("_", " ").split())


def _unopened(path: Path, reason: str) -> Finding:
    return finding("s-042", Where(path), name=path.name, reason=reason)
