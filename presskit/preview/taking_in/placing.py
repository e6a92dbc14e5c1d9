"""Files take their places in the kit, and leave them: nothing is written over, nothing is removed for good.

Whatever gives up its place, because another file replaces it or because a person takes it out, moves to the kit's
folder “set aside”, under the day, where no build looks.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Literal, cast

from presskit import ending, gate, whole
from presskit.errors import OutputError, PresskitError
from presskit.findings import Where, finding
from presskit.names import as_one, unique
from presskit.preview.taking_in.sorting_out import Belonging
from presskit.preview.telling import sentences_of
from presskit.sorting.folders import SET_ASIDE
from presskit.writing import files

Choice = Literal["both", "replace", "skip"]


@dataclass(frozen=True)
class Taken:
    """A file that was dropped, as it is now. place: from the kit; "" where it was there already, or was not wanted.

    instead_of: where the file that had its name is now. problem: why it could not be taken in.
    """

    name: str
    place: str
    taken_for: str
    instead_of: str = ""
    problem: str = ""


def in_the_way(kit: Path, found: Sequence[Belonging]) -> tuple[int, ...]:
    """Return the numbers, from 0, of those whose name another file of the kit has; of the same bytes none is."""
    targets = [(number, one.source, kit / one.place) for number, one in enumerate(found)]
    return tuple(number for number, source, path in targets if gate.is_there(path) and not is_same(source, path))


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two files hold the same bytes."""
    if not gate.is_file(other) or gate.size_of(one) != gate.size_of(other):
        return False
    return gate.bytes_of(one) == gate.bytes_of(other)


def take_in(kit: Path, found: Sequence[Belonging], choices: Mapping[int, Choice], day: date) -> Iterator[Taken]:
    """Write each file to its place, and yield what became of it. choices: what a person said of those in the way."""
    for number, one in enumerate(found):
        try:
            yield _taken(kit, one, choices.get(number, "both"), day)
        except PresskitError as error:
            [problem, *_] = sentences_of(error.problems)
            yield Taken(one.source.name, "", one.taken_for, problem=problem)


def _taken(kit: Path, one: Belonging, choice: Choice, day: date) -> Taken:
    path, moved = kit / one.place, ""
    if gate.is_there(path):
        if choice == "skip" or is_same(one.source, path):
            return Taken(one.source.name, "", one.taken_for)
        if choice == "replace":
            moved = shown_in(kit, set_aside(kit, path, day))
        path = path.with_name(free_name(path))
    write(kit, one.source, path)
    return Taken(one.source.name, shown_in(kit, path), one.taken_for, moved)


def write(kit: Path, source: Path, path: Path) -> None:
    """Write a file to a place of the kit that is free. Raises OutputError."""
    require_in(kit, path.parent)

    def copy(file: IO[bytes]) -> None:
        with gate.open_file(source) as read:
            shutil.copyfileobj(cast("IO[bytes]", read), file)

    files.write(path, copy)


def set_aside(kit: Path, path: Path, day: date) -> Path:
    """Move a file of the kit out of the way, and return where it is now. Raises OutputError."""
    return moved_to(kit, path, kit / SET_ASIDE / day.isoformat())


def moved_to(kit: Path, path: Path, folder: Path) -> Path:
    """Move a file of the kit into another folder of it, under a name that is free, and return where it is now."""
    require_in(kit, path.parent)
    require_in(kit, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / free_name(folder / path.name)
        with ending.put_off():
            path.rename(target)
    except OSError as error:
        hint, reason = "Close it in other programs, and try again.", whole.reason_of(error)
        raise OutputError(finding("b-004", Where(path), path=path.name, reason=reason, hint=hint)) from None
    return target


def free_name(path: Path) -> str:
    """Return a file's name, with a number where another has it, on whatever computer the kit may lie one day."""
    taken = {as_one(one.name) for one in (*gate.files_in(path.parent), *gate.folders_in(path.parent))}
    return unique(path.stem, path.suffix, taken)


def require_in(kit: Path, folder: Path) -> None:
    """Raise OutputError where a folder of the kit, there or not, is a link to another place."""
    if not gate.real(folder).is_relative_to(gate.real(kit)):
        reason, hint = "it is a link that leads out of the kit", "Take the link out, and try again."
        raise OutputError(finding("b-004", Where(folder), path=folder.name, reason=reason, hint=hint))


def shown_in(kit: Path, path: Path) -> str:
    """Return the place of a file as people read it."""
    return path.relative_to(kit).as_posix()
