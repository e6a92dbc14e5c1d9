"""Between the folder and its texts: what is asked of each file before it is read, and what is said of it after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Photo
from presskit.names import named
from presskit.reading.embargoes.stated import Stated, says_none
from presskit.reading.formats.kinds import READ_TABLES
from presskit.reading.reasons import UNPRINTED
from presskit.reading.result import Reading
from presskit.settings import FrontMatter, KitSettings
from presskit.sorting.choosing import Sorted
from presskit.sorting.folders import names_set_aside
from presskit.sorting.names import is_photo_list, kind_by_name
from presskit.sorting.plan import KIT_FILE, Outside, Plan, can_be_text, plan
from presskit.sorting.sources import Sources
from presskit.sorting.taken import COMMON, Taken, Wish
from presskit.working.workers import Outcome, Task, limits_for

NOT_TO_BE_HAD = ("s-015", "s-017", "s-019")  # leads out of the kit, or is kept online: a text that somebody counts on
OF_PORTRAITS = ("c-009", *UNPRINTED)
LEAST_PX = 3000  # on the long side: what picture desks ask for, 25 cm at 300 dots to the inch
NAMED = 4  # of the photos that are smaller
OUTSIDE = ("s-008", "s-030")  # what is said of each file that is not in the kit


def plan_of(sources: Sources, settings: KitSettings) -> Plan:
    """Return what is done with each file, before it is opened: by its place and by what kit.toml says."""
    if sources.is_whole:
        said = {name: one.kind for name, one in settings.files.items() if one.kind}
        made = plan(sources.listed, sources.folder, said)
    else:
        folders = {path: "biography" if gate.real(path.parent).name == "bios" else None for path in sources.named}
        wishes = (Wish(path, path.parent, None, folder, is_alone=True) for path, folder in folders.items())
        made = Plan(sources.folder, tuple(wishes), is_named=True)
    return replace(made, wishes=tuple(with_said(wish, settings.file(wish.path)) for wish in made.wishes))


def with_said(wish: Wish, said: FrontMatter) -> Wish:
    """Return what is known of a text with what kit.toml says of it."""
    return replace(wish, settings=said, said=said.kind or wish.said) if said.stated else wish


def photo_lists(made: Plan) -> tuple[Path, ...]:
    """Return the files that may say what the photos show: by their name, or because they lie among them.

    No file of which kit.toml says what it is.
    """
    texts = [wish.path for wish in made.wishes if not wish.said]
    tables = [one.path for one in made.outside if one.path.suffix.lower() in READ_TABLES]
    folders = {path.parent for path in made.shown}
    return tuple(path for path in sorted((*texts, *tables)) if path.parent in folders or is_photo_list(path))


def take_task(wish: Wish, settings: KitSettings, among: Sequence[str] = ()) -> Task:
    """Return the task of taking a text up in the kit's language, with what kit.toml says of embargoes.

    among: the languages of the other texts (presskit.sorting.take).
    """
    own = wish.settings.embargo if wish.settings else None
    denied = settings.embargo if says_none(settings.embargo) else None
    language = settings.language if "language" in settings.stated else None
    arguments = (wish, language, settings.region, Stated(own or denied, settings.country), among)
    return Task("presskit.sorting.take:take", arguments, limits_for([wish.path]), is_kept=True)


def unknown_files(settings: KitSettings, sources: Sources) -> list[Finding]:
    """Find files and folders that kit.toml says something of and that are not there: it would hold for nothing.

    What was set aside is not missed: the words wait for it.
    """
    if not sources.is_whole:
        return []
    names = {*(path.name for path in sources.kept), *names_set_aside(sources.folder)}
    names |= {folder.name for path in sources.listed.files for folder in path.relative_to(sources.folder).parents}
    known = dict.fromkeys(names, True)
    said = (("files", [*settings.files]), ("photo_order", settings.photo_order))
    return [
        finding("t-004", Where(sources.folder / KIT_FILE), key=key, name=f"“{name}”")
        for key, every in said
        for name in every
        if not named(Path(name).name, known)
    ]


def set_aside(wishes: Iterable[Wish], outcomes: dict[Path, Outcome]) -> list[Outside]:
    """Take out the texts that cannot be read and that nobody said were part of the kit; return what is said of them."""
    aside = []
    for wish in wishes:
        error = outcomes[wish.path].error
        if isinstance(error, SourceError) and not (wish.is_alone or wish.said or wish.folder in COMMON):
            [first, *_] = error.problems
            if first.code in NOT_TO_BE_HAD:
                continue
            what = first.message.removeprefix(f"{wish.path.name} ").rstrip(".")
            named_as = kind_by_name(wish.path).kind
            aside.append(Outside(wish.path, what, looks_like=named_as, way=first.hint))
            del outcomes[wish.path]
    return aside


def used_pictures(taken: Iterable[Taken], photos: Iterable[Path]) -> set[Path]:
    """Return which pictures stand in a text."""
    names = {gate.real(path): path for path in photos}
    return {names[path] for one in taken for path in one.pictures if path in names}


# Of a portrait the biography says who that is.
SAID_OF_FACES = ("c-010", "c-019")


def about_photos(read: Reading[tuple[Photo, ...]], folder: Path, done: Sorted) -> Iterator[Finding]:
    """Yield what there is to say of a folder's pictures: of photos all, of portraits what keeps them off their page.

    Of others, such as the logos of a text, nobody asks a photographer for a larger file.
    """
    shown, portraits = set(done.photos), set(done.portraits.values())
    printed = [photo for photo in read.document if photo.path in shown | portraits]
    for item in read.findings:
        file = item.where.file
        is_said = file in portraits and item.code in SAID_OF_FACES
        if file is None or (file in shown and not is_said) or (file in portraits and item.code in OF_PORTRAITS):
            yield item.at(folder)
        elif file.name == "photos.toml" or item.code == "s-049":
            yield item
    yield from (small.at(folder) for small in look_at_sizes(printed, folder))


def without_lists(done: Sorted, read: Iterable[Reading[tuple[Photo, ...]]]) -> Sorted:
    """Return what each file was taken for; one that said what photos show is not left out."""
    used = {item.where.file for each in read for item in each.findings if item.code == "s-049"}
    return replace(done, outside=tuple(one for one in done.outside if one.path not in used))


def look_at_sizes(photos: Sequence[Photo], folder: Path) -> Iterator[Finding]:
    """Yield one note on all photos that are small for print.

    Why a note: the larger file often does not exist, and a kit with an old picture can be ready to send.
    """
    small = [photo for photo in photos if max(photo.width_px, photo.height_px) < LEAST_PX]
    if not small:
        return
    what = "One photo has" if len(small) == 1 else f"{len(small)} photos have"
    names = [f"{photo.name} ({photo.width_px} × {photo.height_px})" for photo in small[:NAMED]]
    names += [f"and {len(small) - NAMED} more"] if len(small) > NAMED else []
    where = Where(small[0].path if len(small) == 1 else folder)
    yield finding("s-014", where, what=what, least_px=LEAST_PX, names=", ".join(names))


def outside_findings(outside: Iterable[Outside], called: Callable[[Path], str]) -> Iterator[Finding]:
    """Yield a finding for each file that is not in the kit: to look at where it is a text or a picture.

    called: how a file is named.
    """
    for one in outside:
        found = finding("s-030" if one.counts else "s-008", Where(one.path), name=called(one.path), what=one.what)
        # No kind of text prints a picture: what is said of it is how it is left out.
        way = one.way or (finding("s-008", name=called(one.path), what="").hint if not can_be_text(one.path) else None)
        yield replace(found, hint=way) if way else found
