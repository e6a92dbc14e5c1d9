"""Photos: their size, and the words that stand in photos.toml or in the pictures themselves."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Photo
from presskit.names import named
from presskit.reading.metadata import Words, read_words
from presskit.reading.pictures import DAMAGED, damaged, require_modest
from presskit.reading.result import Reading
from presskit.settings import PhotoSettings, read_photo_settings

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp")
SETTINGS_FILE = "photos.toml"
ORIENTATION = 0x0112
ON_ITS_SIDE = (5, 6, 7, 8)
LEAST_PX = 3000  # on the long side: what picture desks ask for, 25 cm at 300 dots to the inch
NAMED = 4


def read_folder(folder: Path, chosen: Sequence[Path] | None = None) -> Reading[tuple[Photo, ...]]:
    """Read the photos of a folder by name; `chosen`: which of its files, where not all of them.

    Raises one SourceError with all that cannot be opened, or SettingsError.
    """
    settings = read_photo_settings(folder / SETTINGS_FILE)
    photos: list[Photo] = []
    findings: list[Finding] = []
    problems: list[Finding] = []
    for path in gate.files_in(folder) if chosen is None else chosen:
        if is_passed_over(path):
            continue
        if path.suffix.lower() not in SUFFIXES:
            findings.append(finding("s-008", Where(path), name=path.name))
            continue
        try:
            photos.append(open_photo(path, settings))
        except SourceError as error:
            problems += error.problems
    if problems:
        raise SourceError(*problems)
    there = {path.name: path for path in gate.files_in(folder)}
    missing = [name for name in settings if not named(name, there)]
    findings += [finding("t-004", Where(folder / SETTINGS_FILE), key="photos.toml", name=name) for name in missing]
    findings += [item for photo in photos for item in look_at(photo)]
    return Reading(tuple(photos), (*findings, *look_at_sizes(photos, folder)))


def is_passed_over(path: Path) -> bool:
    """Tell whether a file is none of the writer's: hidden, temporary, the settings."""
    return path.name.startswith((".", "~$")) or path.name in (SETTINGS_FILE, "Thumbs.db", "desktop.ini")


def read_one(path: Path) -> Reading[Photo]:
    """Read one picture, such as a portrait. Raises SourceError."""
    photo = open_photo(path)
    return Reading(photo, () if photo.credit else (finding("c-009", Where(path), name=photo.name),))


def open_photo(path: Path, settings: dict[str, PhotoSettings] | None = None) -> Photo:
    """Open a photo and return it with its words; the settings are read from beside it where none are given.

    Raises SourceError when the file may not be opened (presskit.gate), is no whole picture (s-005) or is too
    large (s-018).
    """
    from PIL import Image, ImageFile  # noqa: PLC0415  loaded only where there are pictures

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint, once imported, accepts half a photo for the whole process

    known = read_photo_settings(path.parent / SETTINGS_FILE) if settings is None else settings
    try:
        with warnings.catch_warnings(action="ignore"), gate.open_file(path) as file, Image.open(file) as image:
            # Pillow warns of large pictures (those of twice its limit it refuses) and of damaged words in them.
            require_modest(image, path)
            width_px, height_px = image.size
            words = read_words(image)
            turned = image.getexif().get(ORIENTATION) in ON_ITS_SIDE
            # An eighth of the size is enough to see whether the file is whole.
            image.draft("RGB", (max(1, width_px // 8), max(1, height_px // 8)))
            image.load()
    except (*DAMAGED, Image.DecompressionBombError) as error:
        raise damaged(path, error) from None
    size = (height_px, width_px) if turned else (width_px, height_px)
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
    )


def look_at(photo: Photo) -> Iterator[Finding]:
    """Yield what a photo lacks."""
    for code, words in (("c-019", photo.caption), ("c-009", photo.credit), ("c-010", photo.alt)):
        if not words:
            yield finding(code, Where(photo.path), name=photo.name)


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
