"""What `check` does: a kit is made in memory and judged; a finished PDF is read back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.build import make_kit, read_kit
from presskit.checking.blame import UNCLEAR
from presskit.checking.preflight import Press, preflight
from presskit.checking.promises import Promises, promises_of
from presskit.errors import NotReadyError
from presskit.findings import Finding, Where, finding, strict
from presskit.fonts import by_pdf_name, shipped_faces
from presskit.orders import BuildOrder, MadeKit, ReadKit, opened
from presskit.outcomes import Progress, value_of
from presskit.outputs import pack
from presskit.sorting.sources import find_sources
from presskit.unpacking import is_named_zip
from presskit.workers import READING, Task, Workers, limits_for

ANY = Promises(faces=frozenset(by_pdf_name(shipped_faces())), final=True)  # what every finished PDF must hold
CHECKED_S_PER_MB = 5.0  # a page takes a tenth of a second to look at for print, and may be 10 kB


def check_kit(order: BuildOrder, progress: Progress) -> tuple[tuple[Finding, ...], MadeKit | None]:
    """Return everything there is to say about a kit, and about its pages on paper; nothing is written.

    With it the kit as it was made; None where none could be.
    """
    try:
        with opened(order) as found:
            made = make_kit(found, find_sources(found.sources), progress)
    except NotReadyError as error:
        return tuple(error.problems), None
    if order.purpose not in ("print", "shop"):
        return made.findings, made
    # What the build has said of a picture by its name, and of colours without a profile, is not said again.
    said = {"f-007"} | ({"f-008"} if any(item.code == "f-002" for item in made.findings) else set())
    told = tuple(item for item in preflight(made.pdf, order.purpose) if item.code not in said)
    return (*made.findings, *(strict(told) if order.strict else told)), made


def check_print(path: Path, press: Press, *, strict_: bool) -> tuple[Finding, ...]:
    """Return what a PDF, from presskit or from anywhere, would be sent back for in print."""
    with gate.opened(path):
        found = _checked(path, Task("presskit.checking.files:look_at_print", (path, press)))
    return strict(found) if strict_ else found


def check_file(path: Path, against: BuildOrder | None, *, strict_: bool, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, a text, a web page or a ZIP; `against` tells the kit it is said to be of.

    A text or a page holds nothing that could be judged without its kit.
    """
    with gate.opened(path), opened(against) if against else nullcontext() as kit:
        gate.require_file(path)
        found = _look_at_zip(path, kit, progress) if is_named_zip(path) else _look_at_file(path, kit, progress)
    return strict(found) if strict_ else found


def _look_at_zip(path: Path, against: BuildOrder | None, progress: Progress) -> tuple[Finding, ...]:
    """Return what is wrong with a ZIP; the kit it is said to be of is made and packed again, and not written."""
    if against is None:
        return _checked(path, Task("presskit.checking.archive:check_archive", (path, ANY)))
    made = make_kit(against, find_sources(against.sources), progress)
    fresh = {file.name: file.sha256 for file in pack(made, against, progress)}
    promises = Promises(faces=made.promises.faces, final=True)
    found = _checked(path, Task("presskit.checking.archive:check_archive", (path, promises, made.kit, fresh)))
    errors = (item for item in made.findings if item.severity == "error")
    return (*dict.fromkeys((*errors, *_left_behind(made.findings))), *found)


def _look_at_file(path: Path, against: BuildOrder | None, progress: Progress) -> tuple[Finding, ...]:
    if against is None:
        return _checked(path, Task("presskit.checking.files:look_at_file", (path, ANY, None)))
    read = _read(against, progress)
    promises = replace(promises_of(read.kit), final=True)
    return (
        *_left_behind(read.findings),
        *_checked(path, Task("presskit.checking.files:look_at_file", (path, promises, read.kit))),
    )


def _left_behind(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what a kit lacks of its folder, and unclear embargoes: a file of the kit lacks and hides the same."""
    told = (item for item in findings if item.code.startswith("s-") or item.code in UNCLEAR)
    return tuple(item for item in told if item.severity != "note")


def _checked(path: Path, task: Task) -> tuple[Finding, ...]:
    """Return what a task finds wrong with a file; it comes from anywhere, and is opened in a limited process."""
    gate.require_file(path)
    limits = limits_for([path], s_per_mb=CHECKED_S_PER_MB)
    with Workers(1, preload=("presskit.checking.files", "presskit.checking.archive")) as workers:
        blame = finding("p-019", Where(path), name=path.name, reason="")
        found = value_of(workers, replace(task, limits=limits), blame)
    return tuple(item.at(path) for item in found)


def _read(order: BuildOrder, progress: Progress) -> ReadKit:
    """Return a kit as it is now; no page is made."""
    with Workers(order.jobs, order.limits, preload=READING) as workers:
        return read_kit(workers, order, find_sources(order.sources), progress)
