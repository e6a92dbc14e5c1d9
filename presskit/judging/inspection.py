"""What `inspect` shows: each file read as a build would read it, and reported; of a folder, what each file is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from presskit import gate
from presskit.findings import Where, finding
from presskit.intake import read_sources, settings_of
from presskit.kinds import kinds
from presskit.model import Correction, Release
from presskit.outcomes import raise_problems
from presskit.reading.documents.report import report
from presskit.reading.result import Read
from presskit.sorting.choosing import Sorted, why_outside
from presskit.sorting.folders import saved_with
from presskit.sorting.gather import plan_of, take_task, used_pictures
from presskit.sorting.names import kind_by_folder
from presskit.sorting.pictures import is_logo
from presskit.sorting.plan import SETTINGS_FILES, Outside
from presskit.sorting.sources import Sources, find_sources, places_of
from presskit.sorting.taken import BY_FOLDER, BY_HEAD, BY_LOOK, BY_NAME, BY_YOU, Taken
from presskit.unpacking import is_zip, unpacked
from presskit.working.workers import READING, Task, Workers, limits_for


class Inspected(NamedTuple):
    """A file's report as JSON prints it, and what people are told besides: how a release was corrected."""

    facts: dict[str, Any]
    correction: Correction | None


class Told(NamedTuple):
    """What a file of a folder was taken for. name: its path from the folder. why: what says so, if anything.

    is_in: whether it is in the kit; else taken_for says why it is not.
    """

    source: Path
    name: str
    taken_for: str
    why: str
    is_in: bool

    def facts(self) -> dict[str, Any]:
        """Return the row as JSON prints it."""
        return {"source": str(self.source), "taken_for": self.taken_for, "why": self.why, "in_kit": self.is_in}


def inspect_files(files: Sequence[Path]) -> list[Inspected]:
    """Return one report for each file, in their order; SourceError with all that cannot be read.

    Why each file's own kit: language and region are the kit's, and files of several kits may be named at once.
    """
    with unpacked(files) as named, gate.opened(*(place for file in named for place in places_of([file]))):
        return _inspect_files(named)


def is_one_folder(files: Sequence[Path]) -> bool:
    """Tell whether what is named is a folder, or a ZIP of one, and nothing besides."""
    with gate.opened(*files):
        return len(files) == 1 and (gate.is_folder(files[0]) or is_zip(files[0]))


def inspect_folder(folder: Path) -> list[Told]:
    """Return what each file of a folder was taken for, in their order; SourceError with all that cannot be read."""
    with unpacked([folder]) as named, gate.opened(*places_of(named)):
        sources, done, read = sort_folder(named[0])
        return rows_of(sources, done, {photo.path for photo in read.photos})


def rows_of(sources: Sources, done: Sorted, shown: Collection[Path]) -> list[Told]:
    """Return what each file of a folder was taken for, in their order. shown: the photos that could be read."""
    told = dict(_told(sources, done, shown))
    return [told[path] for path in sorted(told, key=lambda path: path.relative_to(sources.folder).parts)]


def sort_folder(folder: Path) -> tuple[Sources, Sorted, Read]:
    """Read a folder as a build would; return what lies in it, what each file was taken for, and what is in the kit."""
    sources = find_sources([folder])
    with Workers(preload=READING) as workers:
        settings, brand = settings_of(workers, sources)
        read, done, _ = read_sources(workers, sources, settings, brand=brand)
    return sources, done, read


class Gathered(NamedTuple):
    """Files for a new kit: each with what it is, where that was read; the first logo; what is not taken along.

    shown: of each text the pictures that stand in it. colour: the logo's, as "#rrggbb"; None where it has none.
    """

    kinds: dict[Path, str | None]
    shown: dict[Path, tuple[Path, ...]]
    logo: Path | None
    outside: tuple[Outside, ...]
    colour: str | None = None


def gather(given: Sequence[Path]) -> Gathered:
    """Return the files to begin a kit with: those named, and of each folder what a build would put into a kit."""
    kinds: dict[Path, str | None] = {}
    shown: dict[Path, tuple[Path, ...]] = {}
    logo: Path | None = None
    outside: list[Outside] = []
    for path in given:
        if not gate.is_folder(path):
            kinds[path] = None
            shown[path] = saved_with(path)
            continue
        _, done, read = sort_folder(path)
        kinds |= {one.path: one.kind for one in done.texts}
        shown |= {one.path: one.pictures for one in done.texts}
        kinds |= dict.fromkeys((photo.path for photo in read.photos), "photo") | dict.fromkeys(
            done.portraits.values(), "portrait"
        )
        logo = logo or done.logo
        outside += done.outside
    return Gathered(kinds, shown, logo, tuple(outside), colour_of(logo) if logo else None)


def colour_of(logo: Path) -> str | None:
    """Return the colour that a logo shows most; None where it has no other than greys, or cannot be read."""
    with gate.opened(*places_of([logo])), Workers(1, preload=READING) as workers:
        [outcome] = workers.run([Task("presskit.sorting.logos:colour_of_logo", (logo,), limits_for([logo]))])
        colour: str | None = outcome.value
        return colour


def _told(sources: Sources, done: Sorted, shown: Collection[Path]) -> Iterator[tuple[Path, Told]]:
    root = sources.folder

    def row(path: Path, taken_for: str, why: str, *, is_in: bool = True) -> tuple[Path, Told]:
        return path, Told(path, path.relative_to(root).as_posix(), taken_for, why, is_in)

    known = {*(one.path for one in done.outside)}
    yield from (row(one.path, one.what, one.why, is_in=False) for one in done.outside)
    yield from (
        row(path, "a picture that cannot be printed", "", is_in=False) for path in done.photos if path not in shown
    )
    for path in (path for path in done.photos if path in shown):
        yield row(path, "photo", BY_FOLDER if kind_by_folder(path, root) == "photo" else BY_LOOK)
    yield from (row(path, f"portrait for {stem}", BY_NAME) for stem, path in done.portraits.items())
    logos = dict.fromkeys(filter(None, (done.logo, *done.logos)))
    for path in logos:
        yield row(path, "logo", why_logo(path, done.texts))
    for one in done.texts:
        yield row(one.path, kinds()[one.kind].role, one.why)
    known |= {*done.photos, *done.portraits.values(), *(one.path for one in done.texts), *logos}
    used = used_pictures(done.texts, sources.listed.files)
    for path in sources.listed.files:
        if path not in known and path.name not in SETTINGS_FILES:
            is_shown = path in used
            yield row(path, "picture of a text", "") if is_shown else row(path, "left out", BY_YOU, is_in=False)


def why_logo(logo: Path, texts: Sequence[Taken]) -> str:
    """Return what says that a picture is the logo."""
    if any(one.path in logo.parents for one in texts):
        return BY_HEAD
    return BY_NAME if is_logo(logo, None) else BY_LOOK


def _inspect_files(files: Sequence[Path]) -> list[Inspected]:
    sources = [find_sources([file]) for file in files]
    with Workers(preload=READING) as workers:
        asked = [
            (wish, settings)
            for found in sources
            for settings in [settings_of(workers, found)[0]]
            for wish in plan_of(found, settings).wishes
        ]
        outcomes = workers.run([take_task(wish, settings) for wish, settings in asked])
    blamed = [finding("s-007", Where(wish.path), name=wish.path.name, reason="") for wish, _ in asked]
    raise_problems(outcomes, blamed)
    return [Inspected(_report(outcome.value), _correction(outcome.value)) for outcome in outcomes]


def _correction(taken: Taken) -> Correction | None:
    return getattr(taken.reading.document, "correction", None) if taken.reading else None


def _report(taken: Taken) -> dict[str, Any]:
    """Return a release's report as documented; other documents field by field."""
    source = str(taken.path)
    if taken.reading is None:
        return {"source": source, "taken_for": why_outside(taken), "document": {}, "findings": []}
    if isinstance(taken.reading.document, Release):
        return report(taken.reading, source)
    facts = taken.reading.document
    return {
        "source": source,
        "taken_for": kinds()[taken.kind].role,
        "document": [asdict(block) for block in facts] if isinstance(facts, tuple) else asdict(facts),
        "findings": [
            {"code": item.code, "severity": item.severity, "message": item.message, "line": item.where.line}
            for item in taken.reading.findings
        ],
    }
