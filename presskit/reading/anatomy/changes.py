"""Corrections: what was changed in a text that was sent out before, as its settings or its own status line say.

No clock is read: a correction without a date is printed without one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from presskit.findings import Finding, Where, finding
from presskit.model import Change, Correction, Document, Release, Status
from presskit.reading.embargoes.embargo import find_when
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.moments import UnclearEmbargo

if TYPE_CHECKING:
    from presskit.settings import FrontMatter, KitSettings

CHANGES = get_args(Change)


def change_of(settings: FrontMatter | KitSettings, stated: Status | None) -> Change | None:
    """Return what was done to a text since it was sent out; `stated`: its status, as settings or text state it.

    Why “updated” for a version alone: it says that the text is another one, not that anything was wrong.
    """
    if stated in CHANGES:
        return cast(Change, stated)
    if settings.correction:
        return "corrected"
    return "updated" if settings.changed or (settings.version or 1) > 1 else None


def find_correction(
    settings: FrontMatter | KitSettings, stated: Status | None, what: str, where: Where, region: str
) -> tuple[Correction | None, list[Finding]]:
    """Return the correction of `what` (“The release”), None where there is none, and what there is to look at."""
    status = change_of(settings, stated)
    if status is None:
        return None, []
    is_set = settings.status in CHANGES or settings.correction or settings.changed
    version = settings.version if (settings.version or 1) > 1 else 2 if is_set else None
    correction = Correction(status, version, settings.correction)
    findings = [] if settings.correction else [finding("c-021", where, what=what, status=status)]
    if not settings.changed:
        return correction, findings
    try:
        return _at_moment(correction, settings.changed, region), findings
    except UnclearEmbargo as unclear:
        return correction, [*findings, finding("c-022", where, problem=str(unclear))]


def _at_moment(correction: Correction, text: str, region: str) -> Correction:
    """Return the correction with the day, hour and zone that words name. Raises UnclearEmbargo.

    Why an hour may stand without a zone, other than an embargo's: nobody acts on it, and it is printed as written.
    """
    moment = find_when(text, Place("en", region))
    return Correction(correction.status, correction.version, correction.note, moment.day, moment.time, moment.zone)


def with_correction(release: Release, correction: Correction | None) -> Release:
    """Return the release with what kit.toml says of it, where it says nothing itself."""
    return replace(release, status=correction.status, correction=correction) if correction else release


def printed(documents: Sequence[Document], correction: Correction | None, *, alone: bool) -> tuple[Document, ...]:
    """Return the documents of a kit without what is withdrawn: no output may hold it. `correction`: the kit's."""
    if correction and correction.status == "withdrawn" and not alone:
        return ()
    return tuple(
        without_text(document) if isinstance(document, Release) and document.is_withdrawn else document
        for document in documents
    )


def without_text(release: Release) -> Release:
    """Return a withdrawn release: which one it was and from when, and none of what it said."""
    return replace(
        release, subhead=None, dateline=None, body=(), quotes=(), pull=None, end_mark=None, notes=(), boilerplate=()
    )


def misplaced(settings: FrontMatter, path: Path) -> Iterator[Finding]:
    """Find a correction in a document that prints none: a factsheet, a biography."""
    if settings.correction:
        yield finding("c-023", Where(path))
