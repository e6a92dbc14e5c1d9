"""What lies in the kit, file by file: what each was taken for, and what a person may say that it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.errors import PresskitError
from presskit.judging.inspection import Told
from presskit.kinds import LEAVE_OUT, kinds
from presskit.preview.taking_in.kinds_said import AS_TOLD, KINDS
from presskit.sorting.folders import list_folder
from presskit.sorting.plan import SETTINGS_FILES, can_be_text
from presskit.sorting.taken import BY_YOU

ONLY_LEFT_OUT = (AS_TOLD, LEAVE_OUT)  # what can be said of a photo


@dataclass(frozen=True)
class Holding:
    """A file of the kit as the window lists it. kind: the word of KINDS that is so. can_be: those that may be said.

    taken_for: nothing as long as it was not read.
    """

    place: str
    taken_for: str
    why: str
    is_in: bool
    kind: str
    can_be: tuple[str, ...]


def holdings_of(kit: Path, told: Sequence[Told]) -> tuple[Holding, ...]:
    """Return the files of a kit; what has come since it was last made is named, too, and what is gone is not."""
    known = {gate.real(one.source): one for one in told}
    with gate.opened(kit):
        try:
            files = list_folder(kit).files
        except PresskitError:  # too many, or a folder that leads out: the verdict tells it
            files = tuple(one.source for one in told if gate.is_there(one.source))
        rows = [(path, known.get(gate.real(path))) for path in files if path.name not in SETTINGS_FILES]
    roles = {kinds()[name].role: name for name in KINDS if name in kinds()}
    return tuple(_holding(path.relative_to(kit).as_posix(), path, one, roles) for path, one in rows)


def _holding(place: str, path: Path, told: Told | None, roles: Mapping[str, str]) -> Holding:
    can_be = KINDS if can_be_text(path) else ONLY_LEFT_OUT
    if told is None:
        return Holding(place, "", "", False, AS_TOLD, can_be)
    kind = LEAVE_OUT if told.why == BY_YOU and not told.is_in else roles.get(told.taken_for, AS_TOLD)
    return Holding(place, told.taken_for, told.why, told.is_in, kind if kind in can_be else AS_TOLD, can_be)
