"""The command `import`: texts of any kind become clean Markdown of a kit, with all that was recognised in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.checking.blame import UNCLEAR
from presskit.errors import ExitCode, SourceError
from presskit.findings import Finding, Where, finding
from presskit.importing.composing import Composed, Target
from presskit.importing.placing import Placed, place, require_kit
from presskit.intake import read_sources, settings_of
from presskit.outcomes import Progress, raise_problems, silent, value_of
from presskit.reading.formats.exports import Export, Post, read_export
from presskit.reading.formats.kinds import kind_of
from presskit.settings import KitSettings
from presskit.sorting.choosing import Sorted
from presskit.sorting.plan import KIT_FILE, Outside
from presskit.sorting.sources import Sources, find_sources, places_of
from presskit.sorting.taken import Taken
from presskit.working.workers import Task, Workers, limits_for
from presskit.zipped import called

PRELOAD = ("presskit.importing.composing",)
CHOSEN = ("s-009", "s-027", "s-028", "s-029")  # what is said of texts of which one was chosen


@dataclass(frozen=True)
class ImportOrder:
    """What is to be imported: a text, a folder, a blog's export or feed; and the kit's folder, there or not."""

    source: Path
    kit: Path


@dataclass(frozen=True)
class Imported:
    """What was imported and where it is now; what was not, and why; what there is to look at.

    texts: all that was composed, with what was left out of each, also those of which nothing was written.
    """

    order: ImportOrder
    placed: tuple[Placed, ...]
    outside: tuple[Outside, ...]
    texts: tuple[Composed, ...]
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> ExitCode:
        """NOT_READY where a text was not imported because its embargo is unclear."""
        is_unclear = any(item.code in UNCLEAR for item in self.findings)
        return ExitCode.NOT_READY if is_unclear else ExitCode.DONE


def posts_in(source: Path) -> Export | None:
    """Return what a blog's export or feed holds; None for any other file, and for a folder."""
    with gate.opened(*places_of([source])):
        sources = find_sources([source])
        if sources.is_whole:
            return None
        blame = finding("s-007", Where(source), name=source.name, reason="")
        with Workers(preload=PRELOAD) as workers:
            export: Export | None = value_of(
                workers, Task("presskit.importing:opened_export", (source,), limits_for([source])), blame
            )
        return export


def opened_export(path: Path) -> Export | None:
    """Read an export or a feed; None for any other file. A task for a worker."""
    data = gate.bytes_of(path)
    return read_export(path, data) if kind_of(data, path) == "export" else None


def import_posts(order: ImportOrder, export: Export, posts: Sequence[Post], progress: Progress = silent) -> Imported:
    """Import posts of an export or a feed."""
    source = order.source
    with gate.opened(*places_of([source]), order.kit), Workers(preload=PRELOAD) as workers:
        require_kit(order.kit)
        settings, _ = settings_of(workers, settings_for(order, find_sources([source])))
        target = target_of(order, settings)
        limits = limits_for([source])
        tasks = [
            Task("presskit.importing.composing:compose_post", (post, source, export.language, target), limits)
            for post in posts
        ]
        return written(order, run(workers, tasks, [source] * len(tasks), progress))


def import_texts(order: ImportOrder, progress: Progress = silent) -> Imported:
    """Import the texts of a folder, or the one that was named: those that a build would print.

    Everything is read and composed before anything is written. Raises PresskitError; s-032 where there is nothing.
    """
    with gate.opened(*places_of([order.source]), order.kit), Workers(preload=PRELOAD) as workers:
        require_kit(order.kit)
        sources = find_sources([order.source])
        settings, _ = settings_of(workers, settings_for(order, sources))
        _, done, found = read_sources(workers, sources, settings, progress)
        target = target_of(order, settings)
        paths = [text.path for text in done.texts]
        composed = run(workers, [task_of(text, done, target) for text in done.texts], paths, progress)
        outside = (*done.outside, *photos_outside(done.photos, order.kit))
        if not composed:
            what = "; ".join(f"{one.path.name}: {one.what}" for one in outside) or "it holds no text"
            raise SourceError(finding("s-032", Where(order.source), name=called(order.source).name, what=what))
        said = [item for item in found if item.where.file in paths and item.code in CHOSEN]
        return written(order, composed, outside, said)


def task_of(text: Taken, done: Sorted, target: Target) -> Task:
    """Return the task of composing a text, a biography with the picture that lies beside it."""
    portrait = done.portraits.get(text.path.stem) if text.kind == "biography" else None
    return Task(
        "presskit.importing.composing:compose",
        (text, portrait, target),
        limits_for([text.path, *([portrait] if portrait else [])]),
    )


def settings_for(order: ImportOrder, sources: Sources) -> Sources:
    """Return whose settings say in which language and country texts are read: their own kit's, else the new one's."""
    if gate.is_there(sources.folder / KIT_FILE) or not gate.is_folder(order.kit):
        return sources
    return Sources(order.kit, (order.source,))


def target_of(order: ImportOrder, settings: KitSettings) -> Target:
    """Return the kit that is written into, and how texts are read."""
    return Target(order.kit, settings.language, settings.region, settings.country)


def run(workers: Workers, tasks: Sequence[Task], paths: Sequence[Path], progress: Progress) -> list[Composed]:
    """Compose texts; one error with the problems of all that cannot be."""
    outcomes = workers.run(tasks, lambda number: progress("Importing", number + 1, len(tasks)))
    raise_problems(outcomes, [finding("s-007", Where(path), name=path.name, reason="") for path in paths])
    return [outcome.value for outcome in outcomes]


def photos_outside(photos: Sequence[Path], kit: Path) -> list[Outside]:
    """Name the photos that stand in no text, and are not in the kit yet."""
    real = gate.real(kit)
    return [Outside(path, "a photo") for path in photos if not gate.real(path).is_relative_to(real)]


def written(
    order: ImportOrder, composed: Sequence[Composed], outside: Sequence[Outside] = (), said: Sequence[Finding] = ()
) -> Imported:
    """Write what was composed; what has an unclear embargo is only told."""
    placed = tuple(place(text, order.kit) for text in composed if text.markdown)
    findings = (*said, *(item for text in composed for item in text.findings))
    return Imported(order, placed, tuple(outside), tuple(composed), findings)
