"""Intake: settings and sources of a kit are read, each source in a limited process of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from presskit import gate, reading
from presskit.composing.languages import language
from presskit.errors import OutputError, PresskitError, RenderingError, SettingsError, SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Brand, Document, Factsheet, Photo, Release
from presskit.names import named
from presskit.reading.embargo import Stated, says_none
from presskit.reading.kit import Read
from presskit.reading.result import Reading
from presskit.reading.sources import KIT_FILE, OWN_FOLDERS, Role, Source, Sources, require_led_to
from presskit.settings import KitSettings, read_brand, read_kit_settings
from presskit.workers import Outcome, Task, Workers, limits_for

Progress = Callable[[str, int, int], None]
READERS: Mapping[Role, Callable[..., Any]] = {
    "release": reading.read_release,
    "factsheet": reading.read_factsheet,
    "biography": reading.read_biography,
    "boilerplate": reading.read_boilerplate,
}


# By the first letter of its code: what it is when reading a source, or its settings, or checking a file was stopped.
KINDS: Mapping[str, type[PresskitError]] = {"s": SourceError, "t": SettingsError, "p": SourceError}


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def settings_of(workers: Workers, sources: Sources) -> tuple[KitSettings, Brand]:
    """Read kit.toml and brand.toml, and open the brand's folder; the problems of both in one SettingsError."""
    settings = KitSettings()
    problems: list[Finding] = []
    try:
        settings = _settings(workers, sources.folder / KIT_FILE, Task(read_kit_settings, (sources.folder,)))
    except SettingsError as error:
        problems += error.problems
    if settings.brand:
        gate.open_also(settings.brand)
    require_led_to(sources, settings.brand)
    problems += unknown_files(settings, sources)
    brand = Brand(name="")
    try:
        file = (settings.brand or sources.folder) / "brand.toml"
        brand = _settings(workers, file, Task(read_brand, (settings.brand, language("en").word("press_office"))))
    except SettingsError as error:
        problems += error.problems
    if problems:
        raise SettingsError(*problems)
    return settings, brand


def _settings(workers: Workers, file: Path, task: Task) -> Any:
    limited = replace(task, limits=limits_for([file]))
    return value_of(workers, limited, finding("t-005", Where(file), name=file.name, reason=""))


def value_of(workers: Workers, task: Task, blame: Finding) -> Any:
    """Do one task, and return its value. Raises its error; `blame` with the reason in it where it was stopped."""
    outcomes = workers.run([task])
    raise_problems(outcomes, [blame])
    return outcomes[0].value


def unknown_files(settings: KitSettings, sources: Sources) -> list[Finding]:
    """Find files that kit.toml says something of and that are not there: what is said would hold for nothing."""
    used = [settings.file(source.path) for source in sources.texts]
    known = [name for name, own in settings.files.items() if any(own is one for one in used)]
    places = [sources.folder, *(sources.folder / name for name in OWN_FOLDERS)]
    return [
        finding("t-004", Where(sources.folder / KIT_FILE), key="files", name=f"“{name}”")
        for name in settings.files
        if name not in known and not any(gate.is_there(place / name) for place in places)
    ]


def read_sources(
    workers: Workers, sources: Sources, settings: KitSettings, progress: Progress = silent
) -> tuple[Read, tuple[Finding, ...]]:
    """Read every source; SourceError with all that cannot be read, each with its file."""
    tasks = {source.path: reading_task(source, settings) for source in sources.texts}
    tasks |= {path: Task(reading.read_photo, (path,), limits_for([path])) for path in sources.portraits.values()}
    if sources.photos:
        tasks[sources.photos] = Task(reading.read_photos, (sources.photos,), limits_for(gate.files_in(sources.photos)))
    outcomes = workers.run(list(tasks.values()), lambda done: progress("Reading", done + 1, len(tasks)))
    raise_problems(outcomes, [finding("s-007", Where(path), name=path.name, reason="") for path in tasks])
    readings = dict(zip(tasks, (outcome.value for outcome in outcomes), strict=True))
    opened = {stem: readings[path].document for stem, path in sources.portraits.items()}
    portraits = {stem: portrait for stem, portrait in opened.items() if portrait}
    read = Read(
        sources.folder,
        tuple(_documents((readings[source.path].document for source in sources.texts), portraits)),
        readings[sources.photos].document if sources.photos else (),
        tuple(
            block
            for source in sources.texts
            if source.role == "boilerplate"
            for block in readings[source.path].document
        ),
        sources.is_whole,
        tuple(value.embargo for value in readings.values() if value.embargo),
    )
    return read, tuple(item.at(path) for path, value in readings.items() for item in value.findings)


def _documents(values: Iterable[Any], portraits: Mapping[str, Photo]) -> Iterator[Document]:
    """Give each biography the picture that stands beside it under its name, where it names none itself."""
    for value in values:
        if isinstance(value, Biography):
            yield replace(value, portrait=value.portrait or named(value.source.stem, portraits))
        elif isinstance(value, Release | Factsheet):
            yield value


def reading_task(source: Source, settings: KitSettings) -> Task:
    """Return the task of reading a source in the kit's language, with what kit.toml says of it."""
    own = settings.file(source.path).embargo
    denied = settings.embargo if says_none(settings.embargo) else None
    country = settings.region if "region" in settings.model_fields_set else None
    region = (settings.region,) if source.role == "release" else ()
    arguments = (source.path, settings.language, *region, Stated(own or denied, country))
    return Task(READERS[source.role], arguments, limits_for([source.path]))


def raise_problems(outcomes: Sequence[Outcome], blamed: Sequence[Finding]) -> None:
    """Raise one error with the problems of all tasks that failed, of the gravest kind among them."""
    problems: list[Finding] = []
    kinds: list[type[PresskitError]] = []
    for outcome, blame in zip(outcomes, blamed, strict=True):
        if outcome.error:
            # A disk that is full is no document's fault.
            is_its_own = not isinstance(outcome.error, OutputError)
            problems += [problem.at(blame.where.file) if is_its_own else problem for problem in outcome.error.problems]
            kinds.append(type(outcome.error))
        elif outcome.stopped:
            problems.append(replace(blame, message=blame.message.replace(": .", f": {outcome.stopped}.")))
            kinds.append(KINDS.get(blame.code[0], RenderingError))
    if problems:
        # What was read holds errors as well, such as a photo's: whoever mends the others wants to know of them now.
        read = [outcome.value for outcome in outcomes if isinstance(outcome.value, Reading)]
        problems += [found for one in read for found in one.findings if found.severity == "error"]
        # Several documents may have met the same problem, such as a damaged logo.
        raise min(kinds, key=lambda kind: kind.exit_code)(*dict.fromkeys(problems))
