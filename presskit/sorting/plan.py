"""From the files of a folder to what is done with each: before any is opened, and once all are.

Nothing is dropped: each file is printed, or is named with what it looks like and the line that prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.kinds import BY_NAME
from presskit.reading.photos import SUFFIXES as PHOTO_SUFFIXES
from presskit.sorting.copies import Copies, find_copies
from presskit.sorting.folders import Listed
from presskit.sorting.names import bare_stem, is_in_old, is_list_of_people, kind_by_folder
from presskit.sorting.take import PRINTED, Taken, Wish
from presskit.sorting.vocabulary import plain

# What each kind of printed text is called, in the order of the verdict.
ROLE_WORDS = {
    "release": "press release",
    "factsheet": "factsheet",
    "biography": "biography",
    "boilerplate": "text about the organisation",
}
LEAVE_OUT = "leave out"
TABLES = (".csv", ".xlsx", ".xls", ".ods", ".tsv", ".numbers")
FILMS = (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".wmv")
SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg", ".aiff")
SLIDES = (".pptx", ".ppt", ".odp", ".key")
OTHER_PICTURES = (".psd", ".ai", ".eps", ".raw", ".cr2", ".nef", ".dng", ".indd")
KIT_FILE = "kit.toml"
SETTINGS_FILES = (KIT_FILE, "brand.toml", "photos.toml")
LOGO = re.compile(r"(?:^|\s)(?:logo|logos|logotype|logotipo|wordmark|emblem|signet|شعار|الشعار)(?:\s|$)")
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
    way: what puts its words into the kit, where a line of kit.toml does not.
    """

    path: Path
    what: str
    counts: bool = True
    looks_like: str | None = None
    code: str = ""
    way: str | None = None


@dataclass(frozen=True)
class Plan:
    """What is done with each file, before any is opened.

    beside: the pictures that lie with texts, and stand in them. shown: those in a folder of photos, which are photos
    even where a text shows them too. is_named: a person named each text.
    """

    root: Path
    wishes: tuple[Wish, ...] = ()
    pictures: tuple[Path, ...] = ()
    beside: frozenset[Path] = frozenset()
    shown: frozenset[Path] = frozenset()
    logos: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    is_named: bool = False


@dataclass(frozen=True)
class Sorted:
    """What each file was taken for, once all texts are read."""

    texts: tuple[Taken, ...] = ()
    photos: tuple[Path, ...] = ()
    portraits: Mapping[str, Path] = field(default_factory=dict)
    logo: Path | None = None
    outside: tuple[Outside, ...] = ()
    findings: tuple[Finding, ...] = ()


def can_be_built(path: Path) -> bool:
    """Tell whether a file may be a text or a photo, by its name."""
    suffix = path.suffix.lower()
    return suffix in PHOTO_SUFFIXES or suffix in BY_NAME


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
            wishes.append(Wish(path, root, kind, folder, is_in_old(path, root)))
        elif suffix == ".svg" or (suffix in PHOTO_SUFFIXES and folder != "photo" and LOGO.search(bare_stem(path))):
            logos.append(path)
        elif suffix in PHOTO_SUFFIXES:
            pictures[path] = folder
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
    """Return the kind that kit.toml states for a file, by its path from the kit or by its name."""
    return said.get(path.relative_to(root).as_posix()) or said.get(path.name)


def what_else(path: Path) -> tuple[str, bool]:
    """Return what is said of a file that is neither a text nor a photo, and whether it counts in the verdict."""
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return ("a list of people, for “mail”", False) if is_list_of_people(path) else ("a table", False)
    for suffixes, words, counts in (
        (FILMS, "a film", False),
        (SOUNDS, "a sound", False),
        (SLIDES, "slides", True),
        (OTHER_PICTURES, "a picture in a format that is not printed; save it as JPEG or PNG", True),
    ):
        if suffix in suffixes:
            return words, counts
    return "presskit does not know what it is", suffix in ("", ".pages", ".wpd", ".wps", ".mhtml", ".webarchive")


def sort(made: Plan, taken: Sequence[Taken], used: Iterable[Path]) -> Sorted:
    """Return what each file was taken for. used: the pictures that stand in the texts."""
    outside = list(made.outside)
    printed = [one for one in taken if one.reading]
    for one in taken:
        if not one.reading:
            outside.append(Outside(one.path, why_outside(one), looks_like=one.looks_like))
    groups = find_copies([one.text for one in taken if one.kind != "internal"])
    dropped, findings = set[Path](), list[Finding]()
    for copies in groups:
        if made.is_named:  # a person named both
            other, twin = copies.paths[:2]
            findings.append(finding("s-009", Where(twin), name=twin.name, other=other.name))
            continue
        gone, told = settle(copies, {one.path: one for one in taken})
        dropped |= {one.path for one in gone}
        outside += gone
        findings += told
    standing = set(used)
    portraits = find_portraits(made.pictures, printed)
    own = {*portraits.values(), *standing} - made.shown
    photos = [path for path in made.pictures if path not in own and path not in made.beside]
    outside += [Outside(path, "a picture that no text shows") for path in made.pictures if path in made.beside - own]
    logo = made.logos[0] if made.logos else None
    outside += [Outside(path, "a logo; the kit has one already") for path in made.logos[1:]]
    kept_outside = {one.path: one for one in outside}
    shown = sorted((one for one in printed if one.path not in dropped), key=lambda one: [*ROLE_WORDS].index(one.kind))
    return Sorted(
        tuple(shown),
        tuple(photos),
        portraits,
        logo,
        tuple(kept_outside.values()),
        tuple(findings),
    )


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
    return [
        Outside(path, "one of several versions; choose one", looks_like=kinds.get(path, "release"))
        for path in copies.paths
    ], [told]


def find_portraits(pictures: Sequence[Path], printed: Sequence[Taken]) -> dict[str, Path]:
    """Return the picture of each person, by the stem of the biography: one that is named after file or person."""
    found: dict[str, Path] = {}
    for one in printed:
        if one.kind != "biography" or one.reading is None:
            continue
        names = {plain(one.path.stem), plain(one.reading.document.name)}
        for path in pictures:
            if one.path.stem not in found and (plain(path.stem) in names or bare_stem(path) in names):
                found[one.path.stem] = path
    return found
