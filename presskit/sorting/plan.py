"""From the files of a folder to what is done with each: before any is opened, and once all are.

Nothing is dropped: each file is printed, or is named with what it looks like and the line that prints it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.names import quoted
from presskit.reading.formats.kinds import BY_NAME
from presskit.reading.opening import FOREIGN
from presskit.reading.photos import SUFFIXES as PHOTO_SUFFIXES
from presskit.sorting.copies import Copies, find_copies
from presskit.sorting.folders import Listed
from presskit.sorting.names import folder_that_says, is_list_of_people, kind_by_folder
from presskit.sorting.pictures import find_portraits, find_twins, is_logo, rank_of_logo
from presskit.sorting.take import BY_FOLDER, PRINTED, Taken, Wish

# What each kind of printed text is called, in the order of the verdict.
ROLE_WORDS = {
    "release": "press release",
    "factsheet": "factsheet",
    "biography": "biography",
    "boilerplate": "text about the organisation",
}
ORDER = [*ROLE_WORDS]
LEAVE_OUT = "leave out"
CHOOSE = "one of several versions; choose one"
TABLES = (".csv", ".xlsx", ".xls", ".ods", ".tsv", ".numbers")
FILMS = (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".wmv")
SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg", ".aiff")
TYPEFACES = (".otf", ".ttf", ".ttc", ".woff", ".woff2", ".eot", ".pfb")
SLIDES = (".pptx", ".ppt", ".odp", ".key")
OTHER_PICTURES = (".psd", ".ai", ".eps", ".raw", ".cr2", ".nef", ".dng", ".indd")
KIT_FILE = "kit.toml"
ZIP = ".zip"
SETTINGS_FILES = (KIT_FILE, "brand.toml", "photos.toml")
# What a text is called where it is named and not printed.
LABELS = {
    "release": "a press release",
    "factsheet": "a factsheet",
    "biography": "a biography",
    "boilerplate": "a text about the organisation",
    "advisory": "a media advisory",
    "backgrounder": "a backgrounder",
    "questions": "questions and answers",
    "timeline": "a timeline",
    "programme": "a programme",
    "quotes": "quotes",
    "statement": "a statement",
    "product": "a product sheet",
    "glossary": "a glossary",
    "partners": "a list of partners",
    "coverage": "press coverage",
}


@dataclass(frozen=True)
class Outside:
    """A file that is not in the kit. what: the words that follow its name; weight: whether it counts in the verdict.

    looks_like: the kind of document it may be, for what must wait until a person has chosen. code: of what is said.
    way: what puts its words into the kit, where a line of kit.toml does not. why: what tells so.
    """

    path: Path
    what: str
    counts: bool = True
    looks_like: str | None = None
    code: str = ""
    way: str | None = None
    why: str = ""


@dataclass(frozen=True)
class Plan:
    """What is done with each file, before any is opened.

    beside: the pictures that lie with texts, and stand in them. shown: those in a folder of photos, which are photos
    even where a text shows them too. is_named: a person named each text. captions: of the pictures, once they are read.
    """

    root: Path
    wishes: tuple[Wish, ...] = ()
    pictures: tuple[Path, ...] = ()
    beside: frozenset[Path] = frozenset()
    shown: frozenset[Path] = frozenset()
    logos: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    is_named: bool = False
    captions: Mapping[Path, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Sorted:
    """What each file was taken for, once all texts are read. logos: the kit's, the one for dark grounds too."""

    texts: tuple[Taken, ...] = ()
    photos: tuple[Path, ...] = ()
    portraits: Mapping[str, Path] = field(default_factory=dict)
    logo: Path | None = None
    logos: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    findings: tuple[Finding, ...] = ()


def can_be_built(path: Path) -> bool:
    """Tell whether a file may be a text or a photo, or a ZIP of some, by its name."""
    suffix = path.suffix.lower()
    return suffix in PHOTO_SUFFIXES or suffix in BY_NAME or suffix == ZIP


def can_be_text(path: Path) -> bool:
    """Tell whether a file may be a text by its name: any other no kind in kit.toml would print."""
    return BY_NAME.get(path.suffix.lower(), "foreign") != "foreign"


def plan(listed: Listed, root: Path, said: Mapping[str, str]) -> Plan:
    """Return what is done with each file. said: the kinds that kit.toml states, by a file's name or its path."""
    wishes: list[Wish] = []
    pictures: dict[Path, str | None] = {}
    logos: list[Path] = []
    outside = [Outside(folder, "lies too deep to be looked into; move it up, or name it") for folder in listed.deeper]
    for path in listed.files:
        kind, suffix = kind_said(path, root, said), path.suffix.lower()
        if path.name in SETTINGS_FILES or kind == LEAVE_OUT:
            continue
        folder = kind_by_folder(path, root)
        if is_finished(path, root):
            outside.append(Outside(path, "a finished PDF", code="s-010"))
        elif suffix in BY_NAME and BY_NAME[suffix] != "foreign":
            inside = folder_that_says("internal", path, root)
            wishes.append(Wish(path, root, kind, folder, folder_that_says("old", path, root), inside))
        elif suffix in PHOTO_SUFFIXES and kind is None and (closed := folder_that_says("internal", path, root)):
            outside.append(Outside(path, f"lies in “{closed}”, so it stays inside", why=BY_FOLDER))
        elif suffix in PHOTO_SUFFIXES and (closed := folder_that_says("old", path, root)):
            outside.append(Outside(path, f"lies in “{closed}”, among what is old or unfinished", why=BY_FOLDER))
        elif is_logo(path, folder):
            logos.append(path)
        elif suffix in PHOTO_SUFFIXES:
            pictures[path] = folder
        elif suffix == ZIP:
            way = f"Unpack {path.name} into a folder beside it, or build it alone: presskit build {quoted(str(path))}"
            outside.append(Outside(path, "a ZIP, into which nobody looked", way=way))
        else:
            outside.append(Outside(path, *what_else(path)))
    return Plan(
        root,
        tuple(wishes),
        tuple(pictures),
        frozenset(path for path, folder in pictures.items() if folder in PRINTED),
        frozenset(path for path, folder in pictures.items() if folder == "photo"),
        tuple(logos),
        tuple(outside),
    )


def is_finished(path: Path, root: Path) -> bool:
    """Tell whether a file lies in the folder of documents that go along as they are."""
    return path.relative_to(root).parts[0].lower() == "documents"


def kind_said(path: Path, root: Path, said: Mapping[str, str]) -> str | None:
    """Return the kind that kit.toml states for a file: by its path from the kit, by its name, or by a folder's path."""
    place = path.relative_to(root)
    names = (place.as_posix(), path.name, *(folder.as_posix() for folder in place.parents))
    return next((said[name] for name in names if name in said), None)


def what_else(path: Path) -> tuple[str, bool]:
    """Return what is said of a file that is neither a text nor a photo, and whether it counts in the verdict."""
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return ("a list of people, for “mail”", False) if is_list_of_people(path) else ("a table", False)
    for suffixes, words, counts in (
        (FILMS, "a film", False),
        (SOUNDS, "a sound", False),
        (TYPEFACES, "a typeface", False),
        (SLIDES, "slides", True),
        (OTHER_PICTURES, "a picture in a format that is not printed; save it as JPEG or PNG", True),
    ):
        if suffix in suffixes:
            return words, counts
    if suffix in FOREIGN:
        return f"{FOREIGN[suffix][0]}, which presskit does not read; save it as Word (.docx)", True
    return "presskit does not know what it is", suffix in ("", ".wpd", ".wps")


def sort(
    made: Plan,
    taken: Sequence[Taken],
    used: Collection[Path],
    logos: Collection[Path] = frozenset(),
    branded: Collection[Path] | None = None,
) -> Sorted:
    """Return what each file was taken for. used: the pictures that stand in the texts. logos: those that look so.

    branded: the logos that a brand.toml names; None where nobody described the brand, and the folder's logo is its.
    """
    chosen = choose(made, taken)
    ranked = sorted({*made.logos, *(path for path in logos if path not in used)}, key=rank_of_logo)
    own_logos = ranked[:1] if branded is None else [path for path in ranked if gate.real(path) in branded]
    pictures = [path for path in made.pictures if path not in ranked]
    portraits = find_portraits(pictures, chosen.texts)
    own = {*portraits.values(), *used} - made.shown
    unshown = [path for path in pictures if path in made.beside - own]
    loose = [path for path in pictures if path not in made.beside and path not in own]
    # First those that somebody put among the photos, and wrote words for.
    loose.sort(key=lambda path: (path not in made.shown, not made.captions.get(path)))
    twins = find_twins(loose, made.captions)
    outside = [
        *made.outside,
        *chosen.outside,
        *(Outside(path, "a picture that no text shows", why=BY_FOLDER) for path in unshown),
        *(other_logo(path, branded) for path in ranked if path not in own_logos),
        *(Outside(path, f"the same picture as {one.name}", counts=False) for path, one in twins.items()),
    ]
    return replace(
        chosen,
        photos=tuple(path for path in pictures if path not in (own | made.beside | twins.keys())),
        portraits=portraits,
        logo=next(iter(own_logos), None),
        logos=tuple(own_logos),
        outside=tuple({one.path: one for one in outside}.values()),
    )


def other_logo(path: Path, branded: Collection[Path] | None) -> Outside:
    """Return what is said of a picture that is a logo, and not the kit's."""
    if branded is None or branded:
        return Outside(path, "a logo; the kit has one already")
    way = (
        "To print it, name it as “logo” in brand.toml. To leave it out for good, write into kit.toml: "
        f'[files."{path.name}"] kind = "leave out"'
    )
    return Outside(path, "a logo, and brand.toml names none", way=way)


def choose(made: Plan, taken: Sequence[Taken]) -> Sorted:
    """Return the texts that are printed: of copies one, and none that lies among old ones."""
    printed = {one.path: one for one in taken if one.reading}
    outside = [
        Outside(one.path, why_outside(one), looks_like=one.looks_like, why=one.why)
        for one in taken
        if one.path not in printed
    ]
    findings: list[Finding] = []
    gone: dict[Path, Outside] = {}
    for copies in find_copies([one.text for one in taken if one.kind != "internal"]):
        if made.is_named:  # a person named both
            theirs, ours = copies.paths[:2]
            findings.append(finding("s-009", Where(ours), name=ours.name, other=theirs.name))
            continue
        current = [path for path in copies.paths if path in printed and not printed[path].old]
        if not current:
            continue  # none of them is in the kit: each is named with its own reason
        first = current[0] if copies.equal else None
        left, told = settle(
            copies if copies.taken in current else replace(copies, taken=first), {one.path: one for one in taken}
        )
        gone |= {one.path: one for one in left}
        findings += told
    for path, one in printed.items():
        if one.old and path not in gone:
            what = f"lies in “{one.old}”, among what is old or unfinished"
            gone[path] = Outside(path, what, looks_like=one.kind, why=BY_FOLDER)
    texts = sorted((one for path, one in printed.items() if path not in gone), key=lambda one: ORDER.index(one.kind))
    return Sorted(tuple(texts), outside=(*outside, *gone.values()), findings=tuple(findings))


def why_outside(taken: Taken) -> str:
    """Return what is said of a text that is not printed."""
    if taken.kind == "internal":
        return f"marked “{taken.mark}”, so it stays inside"
    if taken.kind in LABELS:
        return f"{LABELS[taken.kind]}, which presskit does not print yet"
    return f"looks like {LABELS[taken.looks_like]}" if taken.looks_like in LABELS else "a text; nobody can tell which"


def settle(copies: Copies, taken: Mapping[Path, Taken]) -> tuple[list[Outside], list[Finding]]:
    """Return the texts of a group that are not printed, and what is said of the choice."""
    first, *rest = copies.paths
    if copies.equal:
        others = [path for path in copies.paths if path != copies.taken]
        assert copies.taken
        names = ", ".join(path.name for path in others)
        told = finding("s-027", Where(copies.taken), name=copies.taken.name, others=names)
        return [Outside(path, f"the same words as {copies.taken.name}", counts=False) for path in others], [told]
    names = ", ".join(path.name for path in copies.paths)
    ours, theirs = (f"“{words}”" if words else "nothing" for words in copies.difference)
    if copies.taken:
        told = finding(
            "s-028", Where(first), name=first.name, other=rest[0].name, why=copies.why, ours=ours, theirs=theirs
        )
        return [Outside(path, f"another version of {first.name}", counts=False) for path in rest], [told]
    told = finding("s-029", Where(first), names=names, name=first.name, other=rest[0].name, ours=ours, theirs=theirs)
    kinds = {path: taken[path].kind for path in copies.paths if path in taken}
    return [Outside(path, CHOOSE, looks_like=kinds.get(path, "release")) for path in copies.paths], [told]
