"""What was dropped is told apart as `new --from` tells it: each file with its place in the kit, and what it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.errors import PresskitError
from presskit.findings import Finding
from presskit.judging.inspection import Gathered, gather
from presskit.kinds import kinds
from presskit.names import unique
from presskit.preview.taking_in.receiving import Drop
from presskit.reading.documents.photos import SETTINGS_FILE as PHOTOS_FILE
from presskit.sorting.folders import FURNITURE, is_passed_over
from presskit.sorting.plan import KIT_FILE, can_be_built
from presskit.sorting.sources import places_of
from presskit.unpacking import is_named_zip, root_of, unpacked
from presskit.writing.scaffold import placed

NOTHING = Gathered({}, {}, None, ())


@dataclass(frozen=True)
class Belonging:
    """A file and where it belongs. place: from the kit, as in "releases/a.docx". taken_for: "" if nobody knows."""

    source: Path
    place: str
    taken_for: str


def sort_out(drop: Drop, *, is_new: bool) -> tuple[tuple[Belonging, ...], tuple[Finding, ...]]:
    """Return where each file of a drop belongs, and what there is to say of those that nobody can take in.

    A ZIP is unpacked; what it holds is there until the drop ends. is_new: there is no kit yet, and a kit that is
    dropped becomes it as it is.
    """
    zips = [path for path in gate.files_in(drop.folder) if is_named_zip(path)]
    found: list[Belonging] = []
    problems: list[Finding] = []
    for path in zips:
        try:
            [root] = drop.stack.enter_context(unpacked([path]))
        except PresskitError as error:
            problems += error.problems
        else:
            found += belongings_in(gate.real(root), is_new=is_new)
        path.unlink()
    found += belongings_in(root_of(drop.folder), is_new=is_new)
    return tuple(apart(found)), tuple(problems)


def belongings_in(root: Path, *, is_new: bool) -> list[Belonging]:
    """Return where each file of a folder belongs: in the kit's own places, and all others where they lie."""
    with gate.opened(root):
        every = [path for path in gate.walk(root) if is_meant(path, root)]
        is_kit = is_new and gate.is_there(root / KIT_FILE)
        found = NOTHING if is_kit or not any(map(can_be_built, every)) else gathered(root, every)
        said = {path: kind for path, kind in found.kinds.items() if kind}
        places = {path: place for place, path in placed([*found.kinds], said, found.shown).items()}
        return [
            Belonging(path, places.get(path) or way_of(path, root, is_kit=is_kit), called(path, found))
            for path in every
        ]


def way_of(path: Path, root: Path, *, is_kit: bool) -> str:
    """Return the place of what is neither text nor picture of a kit: where it lies; words about photos, with them."""
    is_about_photos = path.name == PHOTOS_FILE and not is_kit
    return f"photos/{PHOTOS_FILE}" if is_about_photos else path.relative_to(root).as_posix()


def is_meant(path: Path, root: Path) -> bool:
    """Tell whether a file was put into a folder by a person, and was not written there by presskit."""
    return not any(map(FURNITURE.match, path.relative_to(root).parts)) and not is_passed_over(path, root)


def gathered(root: Path, every: Collection[Path]) -> Gathered:
    """Return what each file of a folder is; one that cannot be read goes by its name, and holds up no other."""
    try:
        return gather([root])
    except PresskitError as error:
        unread = {path for item in error.problems if (path := item.where.file) and path in every}
    try:
        with hidden(unread):
            found = gather([root])
    except PresskitError:
        return by_names(every)
    named = by_names(unread)
    return found._replace(kinds={**found.kinds, **named.kinds}, shown={**found.shown, **named.shown})


@contextmanager
def hidden(paths: Collection[Path]) -> Iterator[None]:
    """Let files be passed over until the block ends."""
    others = {path: path.with_name(f".{path.name}") for path in paths}
    for path, other in others.items():
        path.rename(other)
    try:
        yield
    finally:
        for path, other in others.items():
            other.rename(path)


def by_names(every: Collection[Path]) -> Gathered:
    """Return what is known of files that are not opened; their pages tell more once they are in the kit."""
    texts = [path for path in every if can_be_built(path)]
    with gate.opened(*(place for path in texts for place in places_of([path]))):
        return gather(texts)


def called(path: Path, found: Gathered) -> str:
    """Return what a file was taken for, in words."""
    kind = found.kinds.get(path)
    if path == found.logo:
        return "logo"
    return kinds()[kind].role if kind and kind in kinds() else kind or ""


def apart(found: Collection[Belonging]) -> Iterator[Belonging]:
    """Yield each file at a place of its own: two of one name from two folders are both taken in."""
    names: dict[str, set[str]] = {}
    for one in found:
        folder, slash, name = one.place.rpartition("/")
        own = unique(Path(name).stem, Path(name).suffix, names.setdefault(folder, set()))
        yield Belonging(one.source, f"{folder}{slash}{own}", one.taken_for)
