"""Texts that are not in the kit, and say that something is embargoed: nobody knows whether they mean the kit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presskit.findings import Finding, Where, finding
from presskit.sorting.taken import Taken


def held_aside(taken: Iterable[Taken]) -> Iterator[Finding]:
    """Yield what each text says that is not printed and lies among no old ones."""
    for one in taken:
        if one.held and not one.old:
            yield finding("s-046", Where(one.path), name=one.path.name, words=one.held)
