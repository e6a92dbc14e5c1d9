"""Between the folder and its texts: what is asked of each file before it is read, and what is said of it after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Photo
from presskit.reading.result import Reading
from presskit.settings import FileSettings, KitSettings
from presskit.sorting.plan import Outside, Plan, Sorted, plan
from presskit.sorting.sources import Sources
from presskit.sorting.take import PRINTED, Taken, Wish, take
from presskit.workers import Outcome, Task, limits_for

OUTSIDE = ("s-008", "s-010", "s-030")  # what is said of each file that is not in the kit


def plan_of(sources: Sources, settings: KitSettings) -> Plan:
    """Return what is done with each file, before it is opened: by its place and by what kit.toml says."""
    files = settings.files
    if sources.is_whole:
        made = plan(sources.listed, sources.folder, {name: one.kind for name, one in files.items() if one.kind})
    else:
        folders = {path: "biography" if path.parent.resolve().name == "bios" else None for path in sources.named}
        wishes = (Wish(path, path.parent, None, folder, is_alone=True) for path, folder in folders.items())
        made = Plan(sources.folder, tuple(wishes), is_named=True)
    return replace(made, wishes=tuple(replace(wish, **_said(wish, files)) for wish in made.wishes))


def _said(wish: Wish, files: Mapping[str, FileSettings]) -> dict[str, Any]:
    found = next((files[name] for name in (wish.path.name, _place(wish)) if name in files), None)
    return {"settings": found, "said": found.kind or wish.said} if found else {}


def _place(wish: Wish) -> str:
    return wish.path.relative_to(wish.root).as_posix()


def take_task(wish: Wish, settings: KitSettings) -> Task:
    """Return the task of taking a text up in the kit's language."""
    return Task(take, (wish, settings.language, settings.region), limits_for([wish.path]))


def set_aside(wishes: Iterable[Wish], outcomes: dict[Path, Outcome]) -> list[Outside]:
    """Take out the texts that cannot be read and that nobody said were part of the kit; return what is said of them."""
    aside = []
    for wish in wishes:
        error = outcomes[wish.path].error
        if isinstance(error, SourceError) and not (wish.is_alone or wish.said or wish.folder in PRINTED):
            [first, *_] = error.problems
            aside.append(Outside(wish.path, first.message.removeprefix(f"{wish.path.name} ").rstrip(".")))
            del outcomes[wish.path]
    return aside


def used_pictures(taken: Iterable[Taken], photos: Mapping[Path, Photo]) -> set[Path]:
    """Return the pictures that stand in a text."""
    names = {path.resolve(): path for path in photos}
    return {names[path] for one in taken for path in one.pictures if path in names}


def about_photos(read: Reading[tuple[Photo, ...]], folder: Path, done: Sorted) -> Iterator[Finding]:
    """Yield what there is to say of a folder's pictures: of photos all, of portraits whether they are credited."""
    shown, portraits = set(done.photos), set(done.portraits.values())
    for item in read.findings:
        file = item.where.file
        if item.code == "s-014" or file is None or file in shown or (file in portraits and item.code == "c-009"):
            yield item.at(folder)
        elif file.name == "photos.toml":
            yield item


def outside_findings(outside: Iterable[Outside]) -> Iterator[Finding]:
    """Yield a finding for each file that is not in the kit: to look at where it is a text or a picture."""
    for one in outside:
        code = one.code or ("s-030" if one.counts else "s-008")
        yield finding(code, Where(one.path), name=one.path.name, what=one.what)
