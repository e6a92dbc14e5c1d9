"""Which PDFs of others are bound in, in the file that is made, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presskit.findings import Finding, Where, finding
from presskit.model import Kit

OF_BINDING, CARRIED = ("s-043", "s-044"), ("p-049", "p-050", "p-051", "p-052")
HELD = "the kit is under embargo, and its pages would not say so"
PERSONAL = "each page of a personal copy says whose it is, and its pages would not"
PRINTED = "a file for printers or for an archive holds the kit's own pages alone"


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
