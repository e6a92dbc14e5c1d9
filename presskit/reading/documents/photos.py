"""Photos, and the words that stand in photos.toml or in the pictures themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Photo
from presskit.names import as_one, named, shown
from presskit.reading.cues.captions import CREDIT
from presskit.reading.formats.kinds import PICTURES
from presskit.reading.lists.captions import read_captions
from presskit.reading.pictures import images
from presskit.reading.pictures.agencies import agency_in
from presskit.reading.pictures.metadata import Words, read_words
from presskit.reading.pictures.programs import program_in
from presskit.reading.reasons import UNPRINTED
from presskit.reading.result import Reading
from presskit.settings import PhotoSettings, read_photo_settings

SETTINGS_FILE = "photos.toml"
WORDS = ("caption", "credit", "alt", "terms")  # that a list may say
LICENSED = (
    "An agency's pictures are seldom free to hand on: where its licence lets the press print this one, write into "
    "photos.toml what for, as terms."
)


def read_folder(
    folder: Path, chosen: Sequence[Path] | None = None, aside: Collection[str] = (), lists: Sequence[Path] = ()
) -> Reading[tuple[Photo, ...]]:
    """Read the photos of a folder by name; one that cannot be printed is left out, with a finding.

    chosen: which of its files, where not all of them. aside: names of what was taken out of the kit. lists: files that
    may say what its photos show; what photos.toml says wins over them.

    Raises one SourceError with all that may not be opened, or SettingsError.
    """
    settings = read_photo_settings(folder / SETTINGS_FILE)
    photos: list[Photo] = []
    findings: list[Finding] = []
    problems: list[Finding] = []
    files = gate.files_in(folder) if chosen is None else chosen
    listed, used = said_in_lists(lists, [path.name for path in files])
    for path, count in used:
        many = "one photo" if count == 1 else f"{count} photos"
        findings.append(finding("s-049", Where(path), name=path.name, photos=many))
    for path in files:
        if is_passed_over(path):
            continue
        if path.suffix.lower() not in PICTURES and not images.is_picture(path):
            findings.append(finding("s-008", Where(path), name=path.name, what="presskit does not know what it is"))
            continue
        try:
            photo, told = open_printable(path, said_of(path, settings, listed))
        except SourceError as error:
            problems += error.problems
            continue
        photos += [photo] if photo else []
        findings += told
    if problems:
        raise SourceError(*problems)
    there = dict.fromkeys((*(path.name for path in gate.files_in(folder)), *aside), True)
    missing = [name for name in settings if not named(name, there)]
    for name in missing:
        meant = (one for one in there if as_one(name) in (as_one(one), as_one(Path(one).stem)))
        said = f"{name} (there is {shown(one)})" if (one := next(meant, None)) else name
        findings.append(finding("t-004", Where(folder / SETTINGS_FILE), key="photos.toml", name=said))
    findings += [item for photo in photos for item in look_at(photo)]
    findings += [item for photo in photos for item in look_whose(photo, settings)]
    return Reading(tuple(photos), tuple(findings))


def said_in_lists(
    lists: Sequence[Path], names: Sequence[str]
) -> tuple[dict[str, PhotoSettings], list[tuple[Path, int]]]:
    """Return what lists say of photos, by their names, the first of two; and which are some, each with how many."""
    said: dict[str, PhotoSettings] = {}
    used = []
    for path in lists:
        told = read_captions(path, names)
        said = {**told, **said}
        used += [(path, len(told))] if told else []
    return said, used


def said_of(
    path: Path, settings: Mapping[str, PhotoSettings], listed: Mapping[str, PhotoSettings]
) -> dict[str, PhotoSettings]:
    """Return what is said of a photo, by its name: in photos.toml, and what that leaves open in a list."""
    own, other = named(path.name, settings) or PhotoSettings(), listed.get(path.name) or PhotoSettings()
    words = {field: getattr(own, field) or getattr(other, field) for field in WORDS}
    return {path.name: replace(own, **words)}


def is_passed_over(path: Path) -> bool:
    """Tell whether a file is none of the writer's: hidden, temporary, the settings."""
    return path.name.startswith((".", "~$")) or path.name in (SETTINGS_FILE, "Thumbs.db", "desktop.ini")


def read_one(path: Path) -> Reading[Photo | None]:
    """Read one picture, such as a portrait; None where it cannot be printed. Raises SourceError."""
    settings = read_photo_settings(path.parent / SETTINGS_FILE)
    photo, told = open_printable(path, settings)
    uncredited = [finding("c-009", Where(path), name=photo.name)] if photo and not is_credited(photo) else []
    return Reading(photo, (*told, *uncredited, *(look_whose(photo, settings) if photo else ())))


def open_printable(path: Path, settings: dict[str, PhotoSettings] | None = None) -> tuple[Photo | None, list[Finding]]:
    """Open a photo, and return what is to look at in it; one that cannot be printed is none, and its error is told.

    Raises SourceError where the file may not be opened (presskit.gate).
    """
    try:
        return open_photo(path, settings), images.several(path)
    except SourceError as error:
        if any(problem.code not in UNPRINTED for problem in error.problems):
            raise
        return None, list(error.problems)


def open_photo(path: Path, settings: dict[str, PhotoSettings] | None = None) -> Photo:
    """Open a photo and return it with its words; the settings are read from beside it where none are given.

    Raises SourceError where images.opened does, and where the file is no whole picture (s-005).
    """
    known = read_photo_settings(path.parent / SETTINGS_FILE) if settings is None else settings
    with images.opened(path) as image:
        size = images.upright_size(image)
        words = read_words(image)
        images.load(
            image, (max(1, image.width // 8), max(1, image.height // 8))
        )  # enough to see whether the file is whole
    return with_words(path, size, named(path.name, known) or PhotoSettings(), words)


def with_words(path: Path, size: tuple[int, int], settings: PhotoSettings, words: Words) -> Photo:
    """Make the photo: the settings' words win over the picture's own."""
    return Photo(
        path=path,
        width_px=size[0],
        height_px=size[1],
        caption=settings.caption or words.caption,
        credit=settings.credit or words.credit,
        alt=settings.alt or words.alt,
        terms=settings.terms or words.terms,
        copyright=settings.copyright or words.copyright,
        creator=settings.creator or words.creator,
        instructions=words.instructions,
        has_credentials=words.has_credentials,
        focus=settings.focus,
        source_type=words.source_type,
        others=words.others,
    )


def look_at(photo: Photo) -> Iterator[Finding]:
    """Yield what a photo lacks."""
    for code, is_there in (("c-019", photo.caption), ("c-009", is_credited(photo)), ("c-010", photo.alt)):
        if not is_there:
            yield finding(code, Where(photo.path), name=photo.name)


def is_credited(photo: Photo) -> bool:
    """Tell whether a photo's words say who took it: its credit, or its caption (“… Photo: Ada Thorn”)."""
    return bool(photo.credit or CREDIT.search(photo.caption or ""))


def look_whose(photo: Photo, settings: dict[str, PhotoSettings]) -> Iterator[Finding]:
    """Yield that a photo is an agency's, unless its settings say what it may be used for; and one a program made."""
    said = named(photo.path.name, settings)
    if not (said and said.terms) and (found := agency_in(photo)):
        place, words = found
        yield finding("s-047", Where(photo.path), name=photo.name, place=place, words=words, way=LICENSED)
    made = program_in(photo)
    if made:
        yield finding("s-048", Where(photo.path), name=photo.name, words=made)
