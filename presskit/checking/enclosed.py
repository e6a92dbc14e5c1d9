"""PDFs of others, which go along with a kit as they are: whether they open, what they carry. A task for a worker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from presskit import gate
from presskit.checking.faults.left_inside import left_inside
from presskit.checking.faults.page_numbers import in_short
from presskit.checking.pdf import DAMAGE
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Binding, Enclosure, Kit
from presskit.names import shown
from presskit.reading.locks import LockedError, open_pdf
from presskit.reading.result import Reading
from presskit.sorting.internal import find_mark

if TYPE_CHECKING:
    from presskit.linking.binding.bound import Examined

OF_BINDING, CARRIED = ("s-043", "s-044"), ("p-049", "p-050", "p-051", "p-052")
UNTAGGED = "nobody who reads with a screen reader hears a word of it: its pages hold no tags"
UNPROMISED = "whoever reads with a screen reader may miss something: it has tags, and does not promise PDF/UA"
HELD = "the kit is under embargo, and its pages would not say so"
PERSONAL = "each page of a personal copy says whose it is, and its pages would not"
PRINTED = "a file for printers or for an archive holds the kit's own pages alone"


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
    except LockedError as error:
        raise SourceError(_unopened(path, f"it is locked {error.how}")) from None
    except (PyPdfError, *DAMAGE):
        raise SourceError(_unopened(path, "it is damaged, or no PDF at all")) from None
    left = (item.at(path) for item in found)
    if not bind:
        return Reading(Enclosure(path, title_of(path), pages), (finding("s-010", Where(path), name=path.name), *left))
    from presskit.linking.binding.bound import examine  # noqa: PLC0415  (few kits bind anything in)

    examined = examine(data)
    if examined.refusal:
        told = finding("s-045", Where(path), name=path.name, reason=examined.refusal)
        return Reading(Enclosure(path, title_of(path), pages), (told, *left))
    how: Binding = "scaled" if bind == "scaled" else "as it is"
    return Reading(Enclosure(path, title_of(path), pages, how), (*_of_binding(path, examined), *left))


def _of_binding(path: Path, examined: Examined) -> Iterator[Finding]:
    """Yield what readers lose by a PDF that is bound in, and what it loses itself."""
    if not examined.is_accessible:
        loss = UNPROMISED if examined.is_tagged else UNTAGGED
        yield finding("s-043", Where(path), name=path.name, loss=loss)
    if examined.taken:
        yield finding("s-044", Where(path), name=path.name, taken=in_short(examined.taken, len(examined.taken)))


def as_made(found: Sequence[Finding], kit: Kit) -> tuple[Finding, ...]:
    """Return what is said of PDFs of others as a kit holds them: bound in without what they carried, or as they are."""
    bound = {one.path for one in kit.bound}
    return tuple(item for item in found if item.code not in (CARRIED if item.where.file in bound else OF_BINDING))


def unbound(kit: Kit, *, is_personal: bool = False) -> Iterator[Finding]:
    """Yield why PDFs that could be bound in are not, in the file that is made."""
    reason = HELD if kit.embargo else PERSONAL if is_personal else PRINTED
    for one in kit.enclosures:
        if one.bind and (is_personal or one not in kit.bound):
            yield finding("s-045", Where(one.path), name=one.path.name, reason=reason)


def title_of(path: Path) -> str:
    """Return what a file is called, as people read it: “Survey 2026” of “Survey_2026.pdf”."""
    return " ".join(shown(path.stem).replace("_", " ").split())


def _unopened(path: Path, reason: str) -> Finding:
    return finding("s-042", Where(path), name=path.name, reason=reason)
