"""Intake: settings and sources of a kit are read, each source in a limited process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from presskit import reading
from presskit.composing.languages import language
from presskit.errors import PresskitError, RenderingError, SettingsError, SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Block, Brand, Document, Factsheet, Photo, Release
from presskit.reading.kit import Read
from presskit.reading.sources import Role, Source, Sources
from presskit.settings import KitSettings, read_brand, read_kit_settings
from presskit.workers import Outcome, Task, Workers

Progress = Callable[[str, int, int], None]
READERS: Mapping[Role, Callable[..., Any]] = {
    "release": reading.read_release,
    "factsheet": reading.read_factsheet,
    "biography": reading.read_biography,
    "boilerplate": reading.read_boilerplate,
}


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def settings_of(sources: Sources) -> tuple[KitSettings, Brand]:
    """Read kit.toml and brand.toml; the problems of both in one SettingsError."""
    settings, problems = KitSettings(), []
    try:
        settings = read_kit_settings(sources.folder)
    except SettingsError as error:
        problems += error.problems
    brand = Brand(name="")
    try:
        brand = read_brand(settings.brand, language("en").word("press_office"))
    except SettingsError as error:
        problems += error.problems
    if problems:
        raise SettingsError(*problems)
    return settings, brand


def read_sources(
    workers: Workers, sources: Sources, settings: KitSettings, progress: Progress = silent
) -> tuple[Read, tuple[Finding, ...]]:
    """Read every source; SourceError with all that cannot be read, each with its file."""
    paths = [source.path for source in sources.texts]
    tasks = [reading_task(source, settings) for source in sources.texts]
    if sources.photos:
        paths.append(sources.photos)
        tasks.append(Task(reading.read_photos, (sources.photos,)))
    outcomes = workers.run(tasks, lambda done: progress("Reading", done + 1, len(tasks)))
    raise_problems(outcomes, [finding("s-007", Where(path), name=path.name, reason="") for path in paths])
    values = [outcome.value for outcome in outcomes]
    boilerplate: tuple[Block, ...] = ()
    documents: list[Document] = []
    photos: tuple[Photo, ...] = ()
    for value in values:
        match value.document:
            case Release() | Factsheet():
                documents.append(value.document)
            case Biography() as biography:
                documents.append(_with_portrait(biography, sources))
            case tuple() as blocks if blocks and isinstance(blocks[0], Photo):
                photos = blocks
            case tuple() as blocks:
                boilerplate += blocks
    findings = [item.at(path) for value, path in zip(values, paths, strict=True) for item in value.findings]
    return Read(sources.folder, tuple(documents), photos, boilerplate), tuple(findings)


def reading_task(source: Source, settings: KitSettings) -> Task:
    """Return the task of reading a source in the kit's language."""
    arguments = (source.path, settings.language)
    return Task(READERS[source.role], (*arguments, settings.region) if source.role == "release" else arguments)


def _with_portrait(biography: Biography, sources: Sources) -> Biography:
    """Give a biography the picture that stands beside it under the same name, where it names none itself."""
    path = sources.portraits.get(biography.source.stem)
    if biography.portrait or not path:
        return biography
    return replace(biography, portrait=reading.read_photo(path))


def raise_problems(outcomes: Sequence[Outcome], blamed: Sequence[Finding]) -> None:
    """Raise one error with the problems of all tasks that failed, of the gravest kind among them."""
    problems: list[Finding] = []
    kinds: list[type[PresskitError]] = []
    for outcome, blame in zip(outcomes, blamed, strict=True):
        if outcome.error:
            problems += [problem.at(blame.where.file) for problem in outcome.error.problems]
            kinds.append(type(outcome.error))
        elif outcome.stopped:
            problems.append(replace(blame, message=blame.message.replace(": .", f": {outcome.stopped}.")))
            kinds.append(SourceError if blame.code == "s-007" else RenderingError)
    if problems:
        raise min(kinds, key=lambda kind: kind.exit_code)(*problems)
