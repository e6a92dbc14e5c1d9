"""What went out, met again: on which day it was sent, and whether the copy that is kept is still what went out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from presskit import gate
from presskit.composing.languages import language
from presskit.findings import Finding, Where, finding
from presskit.names import quoted
from presskit.sorting.folders import is_of_drafts, kit_that_sent
from presskit.writing import sent


def look_at_sent(path: Path, against: Path | None, *, differs: bool) -> tuple[Finding, ...]:
    """Return what the records of what was sent say of a file or a folder; nothing where none knows of it.

    against: the kit that it is held against, whose record is asked; without one, what lies in a kit's folder “sent” is
    held against the record there. differs: whether it is not what the kit gives today.
    """
    kit = kit_that_sent(path)
    with gate.opened(*([kit / sent.FOLDER] if kit else [])):
        if kit and (faults := tuple(_faults(path.absolute(), kit.absolute()))):
            return faults
        asked = against or kit
        days = _in_words(sent.days_of(asked, path)) if asked else ""
    if against and days:
        changes = "what is told here" if differs else "nothing has changed"
        return (finding("p-042", Where(path), days=days, changes=changes),)
    if kit and days:
        return (finding("p-043", Where(path), days=days, path=quoted(str(_compared(path))), kit=quoted(str(kit))),)
    return ()


def _compared(path: Path) -> Path:
    """Return what of a file or a folder can be held against a kit: itself, but of a folder of any files the first."""
    with gate.opened(path):
        return path if is_of_drafts(path) else sent.files_of(path)[0]


def _faults(path: Path, kit: Path) -> Iterator[Finding]:
    """Yield what is not as the record says, of a file or a folder that lies in a kit's folder “sent”."""
    recorded = {kit / sent.FOLDER / one.name: one for one in sent.read(kit)}
    for place, one in recorded.items():
        if path not in (place, *place.parents):
            continue
        days = _in_words([one.day])
        if not gate.is_there(place):
            yield finding("p-045", Where(place), name=place.name, days=days)
        elif sent.digest_of(place)[0] != one.sha256:
            yield finding("p-044", Where(place), name=place.name, days=days)
    for place in sent.files_of(path):
        if place not in recorded:
            yield finding("p-046", Where(place), name=place.name, kit=quoted(kit.name))


def _in_words(days: Sequence[date]) -> str:
    """Return days as people read them: “May 12, 2026 and June 1, 2026”; nothing for none."""
    return " and ".join(language("en").day(day) for day in days)
