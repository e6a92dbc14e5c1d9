"""Intake: settings and sources of a kit are read, each source in a limited process of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.checking.blame import find_unread
from presskit.errors import PresskitError, SettingsError, SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Brand, Document, Enclosure, Photo, Release, Sheet
from presskit.names import named
from presskit.outcomes import Progress, raise_problems, silent, value_of
from presskit.reading.dates.orders import UNDECIDED
from presskit.reading.embargoes import notices
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.reasons import UNPRINTED
from presskit.reading.result import Read, Reading
from presskit.resources import primary
from presskit.settings import KitSettings
from presskit.sorting.choosing import Sorted, sort
from presskit.sorting.folders import names_set_aside
from presskit.sorting.gather import (
    about_photos,
    outside_findings,
    photo_lists,
    plan_of,
    set_aside,
    take_task,
    unknown_files,
    used_pictures,
    without_lists,
)
from presskit.sorting.held import can_say, held_aside, unready_names, unready_photos
from presskit.sorting.pictures import CLEAR
from presskit.sorting.plan import KIT_FILE, SETTINGS_FILES, Plan
from presskit.sorting.sources import Sources, require_led_to
from presskit.sorting.taken import Taken, Wish
from presskit.sorting.unread import doubtful_names, logos_beside, unread_brands, unread_settings
from presskit.working.workers import Outcome, Task, Workers, limits_for

WORD = (".docx", ".docm")
UNDESCRIBED = Brand(name="", is_neutral=True)


def settings_of(workers: Workers, sources: Sources) -> tuple[KitSettings, Brand]:
    """Read kit.toml and brand.toml, and open the brand's folder; the problems of both in one SettingsError."""
    settings = KitSettings()
    problems: list[Finding] = []
    try:
        settings = _settings(
            workers,
            sources.folder / KIT_FILE,
            Task("presskit.settings.doors:read_kit_settings", (sources.folder, sources.beside), is_kept=True),
            notices.compile_cues,  # which each who reads needs, and those who lay a kit out as well
        )
    except SettingsError as error:
        problems += error.problems
    if settings.brand:
        gate.open_also(settings.brand)
    require_led_to(sources, settings.brand)
    problems += unknown_files(settings, sources)
    brand = Brand(name="")
    try:
        file = (settings.brand or sources.folder) / "brand.toml"
        brand = _settings(
            workers,
            file,
            Task(
                "presskit.settings.doors:read_brand",
                (settings.brand, ""),
                is_kept=True,
            ),
        )
    except SettingsError as error:
        problems += error.problems
    if problems:
        raise SettingsError(*problems)
    return settings, brand


def _settings(workers: Workers, file: Path, task: Task, meanwhile: Callable[[], object] | None = None) -> Any:
    limited = replace(task, limits=limits_for([file]))
    return value_of(workers, limited, finding("t-005", Where(file), name=file.name, reason=""), meanwhile)


def read_sources(
    workers: Workers,
    sources: Sources,
    settings: KitSettings,
    progress: Progress = silent,
    brand: Brand = UNDESCRIBED,
) -> tuple[Read, Sorted, tuple[Finding, ...]]:
    """Read every source, and tell what each is; SourceError with all that cannot be read, each with its file."""
    made = plan_of(sources, settings)
    tasks = {wish.path: take_task(wish, settings) for wish in made.wishes}
    folders = {path.parent: [one for one in made.pictures if one.parent == path.parent] for path in made.pictures}
    tasks |= photo_tasks(made, folders, names_set_aside(sources.folder))
    clear = [path for path in made.pictures if path.suffix.lower() in CLEAR and path not in made.shown]
    looks = [Task("presskit.sorting.looks:find_logos", (clear,), limits_for(clear), is_kept=True)] if clear else []
    tasks |= {
        path: Task("presskit.checking.enclosed:look_at", (path, settings.bind), limits_for([path]), is_kept=True)
        for path in made.enclosed
    }
    place = Place(settings.language, settings.country)
    glimpsed = [
        path for path in (*(one.path for one in made.outside), *remarked(sources)) if can_say(path, sources.folder)
    ]
    tasks |= {
        path: Task("presskit.sorting.held:said_beside", (path, place), limits_for([path]), is_kept=True)
        for path in glimpsed
    }
    every = len(tasks) + len(looks)
    first = sorted(tasks, key=lambda path: path not in folders)  # photos take longest
    asked = [*(tasks[path] for path in first), *looks]
    ended = workers.run(asked, lambda done: progress("Reading", done + 1, every), loads_rest=True)
    in_turn = dict(zip(first, ended, strict=False))
    outcomes = {path: in_turn[path] for path in tasks}
    logos = ended[-1].value or frozenset() if looks else frozenset()
    unread = [*set_aside(made.wishes, outcomes), *logos_beside(sources, settings, brand)]
    enclosed, unopened = enclosures(made.enclosed, outcomes)
    said_aside = {path: outcomes.pop(path).value for path in glimpsed}  # nothing of one that nobody can open
    blamed = [finding("s-007", Where(path), name=path.name, reason="") for path in outcomes]
    try:
        raise_problems([*outcomes.values()], blamed)
    except PresskitError as error:
        good = {wish.path for wish in made.wishes if wish.path in outcomes and outcomes[wish.path].value}
        problems = (*error.problems, *(find_unread(error.problems, good) if sources.is_whole else ()))
        raise type(error)(*map(made.told_apart, problems)) from None
    values = {path: outcome.value for path, outcome in outcomes.items()}
    taken = in_languages_of_all(workers, [wish for wish in made.wishes if wish.path in values], values, settings)
    photos = {photo.path: photo for folder in folders for photo in values[folder].document}
    made = replace(made, outside=(*made.outside, *unread), photos=photos)
    done = sort(made, taken, used_pictures(taken, photos), logos, logos_of(brand))
    if not (done.logo or settings.brand) and sources.is_whole:
        done = replace(done, logo=letterhead_of(workers, done.texts))
    portraits = {stem: photos[path] for stem, path in done.portraits.items() if path in photos}
    texts = [one for one in done.texts if one.reading]
    documents = tuple(_documents((one.reading.document for one in texts if one.reading), portraits))
    shown = tuple(with_faces((photos[path] for path in done.photos if path in photos), documents))
    read = Read(
        sources.folder,
        documents,
        shown,
        tuple(block for one in texts if one.kind == "boilerplate" and one.reading for block in one.reading.document),
        sources.is_whole,
        tuple(one.reading.embargo for one in texts if one.reading and one.reading.embargo),
        tuple(one.document for one in enclosed),
    )
    said = [item.at(one.path) for one in texts if one.reading for item in one.reading.findings]
    told = {item.message for item in said}  # a damaged picture of a text is told with the text
    photo_findings = (item for folder in folders for item in about_photos(values[folder], folder, done))
    said += [item for item in photo_findings if item.code not in UNPRINTED or item.message not in told]
    is_held = (
        settings.embargo or read.embargoes or any(isinstance(one, Release) and one.embargo for one in read.documents)
    )
    outside = [one.path for one in done.outside]
    beside = () if is_held else tuple(held_aside(taken, outside, said_aside, sources.folder, place))
    beside += (
        *(*unready_names((*done.photos, *made.enclosed)), *unready_photos(shown)),
        *(*unread_brands(sources, settings), *unread_settings(sources, settings, photos)),
        *(*doubtful_names(sources.folder), *unopened, *(item for one in enclosed for item in one.findings)),
    )
    told_of = map(made.told_apart, (*beside, *said))
    done = without_lists(done, (values[folder] for folder in folders))
    return read, done, (*done.findings, *outside_findings(done.outside, made.called), *told_of)


def in_languages_of_all(
    workers: Workers, wishes: Sequence[Wish], values: Mapping[Path, Taken], settings: KitSettings
) -> list[Taken]:
    """Return the texts; those too short to tell their language are read once more, in one of the others'.

    Why: beside a German release a table of German names is no English one.
    """
    taken = [values[wish.path] for wish in wishes]
    sure = Counter(primary(one.text.language) for one in taken if one.reading and not one.is_doubtful)
    among = tuple(code for code, _ in sure.most_common())
    doubtful = [wish for wish in wishes if values[wish.path].is_doubtful] if {*among} - {UNDECIDED} else []
    outcomes = workers.run([take_task(wish, settings, among) for wish in doubtful])
    anew = {wish.path: outcome.value for wish, outcome in zip(doubtful, outcomes, strict=True) if outcome.value}
    return [anew.get(one.path, one) for one in taken]


def photo_tasks(made: Plan, folders: Mapping[Path, Sequence[Path]], aside: Collection[str]) -> dict[Path, Task]:
    """Return the task of reading each folder's photos, with what lists say of them. aside: names set aside."""
    lists = photo_lists(made)
    return {
        folder: Task(
            "presskit.reading.documents.photos:read_folder",
            (folder, chosen, aside, lists),
            limits_for((*chosen, *lists)),
            is_kept=True,
        )
        for folder, chosen in folders.items()
    }


def remarked(sources: Sources) -> Iterator[Path]:
    """Yield the settings of a kit that hold remarks: “# EMBARGOED until 12 May”."""
    files = (path for path in sources.listed.files if path.name in SETTINGS_FILES)
    return (path for path in files if b"#" in gate.bytes_of(path))


def enclosures(paths: Iterable[Path], outcomes: dict[Path, Outcome]) -> tuple[list[Reading[Enclosure]], list[Finding]]:
    """Take the PDFs that go along out of the outcomes; return those that open, and what is said of the others."""
    ended = [(path, outcomes.pop(path)) for path in paths]
    stopped = [finding("s-042", Where(path), name=path.name, reason="reading it was stopped") for path, _ in ended]
    told = [
        [*outcome.error.problems] if isinstance(outcome.error, SourceError) else [said]
        for (_, outcome), said in zip(ended, stopped, strict=True)
        if outcome.value is None
    ]
    return [outcome.value for _, outcome in ended if outcome.value], [item for items in told for item in items]


def letterhead_of(workers: Workers, texts: Iterable[Taken]) -> Path | None:
    """Return the logo at the head of the releases' pages, where they are Word files; None where there is none."""
    paths = [one.path for one in texts if one.kind == "release" and one.path.suffix.lower() in WORD]
    task = Task("presskit.sorting.looks:find_letterhead", (paths,), limits_for(paths), is_kept=True)
    [outcome] = workers.run([task]) if paths else [Outcome()]
    logo: Path | None = outcome.value  # none where it was stopped: the kit is made without a logo
    return logo


def logos_of(brand: Brand) -> frozenset[Path] | None:
    """Return the real places of the logos that a brand.toml names; None where there is no such file."""
    if brand.is_neutral:
        return None
    return frozenset(gate.real(path) for path in (brand.logo, brand.logo_reversed) if path)


def with_faces(photos: Iterable[Photo], documents: Iterable[Document]) -> Iterator[Photo]:
    """Yield photos; a person's portrait says who that is, where nobody has written what it shows."""
    people = {one.portrait.path: one for one in documents if isinstance(one, Biography) and one.portrait}
    for photo in photos:
        person = people.get(photo.path)
        who = ", ".join(filter(None, (person.name, person.role))) if person else None
        yield replace(photo, caption=photo.caption or who, alt=photo.alt or photo.caption or who) if who else photo


def _documents(values: Iterable[Any], portraits: Mapping[str, Photo]) -> Iterator[Document]:
    """Give each biography the picture that stands beside it under its name, where it names none itself."""
    for value in values:
        if isinstance(value, Biography):
            yield replace(value, portrait=value.portrait or named(value.source.stem, portraits))
        elif isinstance(value, Release | Sheet):
            yield value
