"""Which pictures of a folder are logos, portraits or copies: by their names, their folders and their bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.kinds import plain
from presskit.model import Photo
from presskit.reading.cues.people import surname
from presskit.reading.formats.kinds import PICTURES
from presskit.sorting.names import bare_stem, stem_of
from presskit.sorting.taken import Taken
from presskit.sorting.vocabulary import vocabulary

CLEAR = (".png", ".webp", ".tif", ".tiff")  # pictures that can let the page shine through
CLEAR_TOO = (".png", ".svg")  # of which pages show what stands behind them
DRAWINGS = (".svg", ".ai", ".eps", ".pdf", ".psd")
SIZE = re.compile(r"\b\d{2,4}\s?(?:dpi|ppi|px)\b|\b\d{3,5}\s?x\s?\d{3,5}\b")
SHAPE = 0.02  # by which a copy's sides may differ from those of what it was made of
BESIDES = 3  # words besides a person's name in a portrait's: “portrait”, who took it
LOGO = re.compile(
    r"(?:^|\s)(?:\w*logo|logos|logotype|logotyp|logotipo|wordmark|brandmark|wortmarke|bildmarke|embleme?|signet|شعار"
    r"|الشعار)(?:\s|$)"
)
# A logo for a dark ground.
WHITE = r"white|negative?|neg|inverted|inverse|reversed|weiss|blanche?|blanco|bianco|wit|أبيض"
REVERSED = re.compile(rf"\b(?:{WHITE})\b")
# That one, or one without its colours, is not the one to begin with.
LESSER = re.compile(
    rf"\b(?:{WHITE}|black|mono(?:chrome)?|gr[ae]y(?:scale)?|bw|sw|schwarz|noire?|negro|nb|1c|old|alt)\b"
)


def find_twins(pictures: Iterable[Path], captions: Mapping[Path, str | None]) -> dict[Path, Path]:
    """Return of each picture that holds the very bytes of an earlier one which that is.

    captions: one for which somebody wrote other words is no twin.
    """
    first: dict[tuple[int, bytes], Path] = {}
    twins: dict[Path, Path] = {}
    sizes = {path: size for path in pictures if (size := size_of(path))}
    counts = Counter(sizes.values())
    for path, size in sizes.items():
        if counts[size] > 1:
            with gate.open_file(path) as file:
                one = first.setdefault((size, file_digest(file, "sha256").digest()), path)
            is_twin = one is not path and captions.get(path) in (None, captions.get(one))
            twins |= {path: one} if is_twin else {}
    return twins


def find_smaller(photos: Iterable[Photo]) -> dict[Path, Path]:
    """Return of each photo that is another one made smaller which that is: alike in shape, and in name but for a size.

    One for which somebody wrote other words is none.
    """
    named: dict[str, list[Photo]] = {}
    for photo in photos:
        named.setdefault(without_size(photo.path), []).append(photo)
    found: dict[Path, Path] = {}
    for alike in named.values():
        first = max(alike, key=lambda photo: photo.width_px)
        for photo in alike:
            across, down = photo.width_px * first.height_px, photo.height_px * first.width_px
            is_like = abs(across - down) <= SHAPE * across and photo.caption in (None, first.caption)
            if is_like and photo.width_px < first.width_px:
                found[photo.path] = first.path
    return found


def without_size(path: Path) -> str:
    """Return a picture's name without what it says of its size: “pier 01” for “Pier_01_web_72dpi.jpg”."""
    words = SIZE.sub(" ", stem_of(path)).split()
    return " ".join(word for word in words if word not in vocabulary().filler)


def size_of(path: Path) -> int:
    """Return a file's bytes; 0 for one that may not be opened, of which whoever reads it tells."""
    try:
        return gate.size_of(path)
    except SourceError:
        return 0


def is_logo(path: Path, folder: str | None) -> bool:
    """Tell whether a picture is a logo by its name, or by the folder it lies in."""
    suffix = path.suffix.lower()
    is_called = suffix in PICTURES and folder != "photo" and LOGO.search(stem_of(path))
    return suffix == ".svg" or bool(is_called) or (suffix in PICTURES and folder == "brand")


def is_called_logo(path: Path) -> bool:
    """Tell whether a picture, or a drawing for printers, has the name of a logo."""
    return path.suffix.lower() in (*PICTURES, *DRAWINGS) and bool(LOGO.search(stem_of(path)))


def rank_of_logo(path: Path) -> tuple[bool, bool, bool, int, str]:
    """Order logos: by name, then those in colour, then drawn ones, then by the shortest name."""
    stem = stem_of(path)
    is_called = bool(LOGO.search(stem))
    return not is_called, bool(LESSER.search(stem)), path.suffix.lower() != ".svg", len(path.name), path.name


def reversed_of(logo: Path, ranked: Sequence[Path]) -> Path | None:
    """Return the logo for a dark ground that lies beside another: “Logo_White.png”; None where there is none."""
    others = (
        path for path in ranked if path != logo and path.parent == logo.parent and path.suffix.lower() in CLEAR_TOO
    )
    return next(
        (path for path in others if REVERSED.search(stem_of(path)) and not REVERSED.search(stem_of(logo))), None
    )


def find_portraits(pictures: Sequence[Path], printed: Sequence[Taken]) -> dict[str, Path]:
    """Return the picture of each person, by the stem of the biography: one that is named after file or person."""
    people = {one.path: one.reading.document.name for one in printed if one.kind == "biography" and one.reading}
    surnames = Counter(plain(surname(name)) for name in people.values())
    found: dict[str, Path] = {}
    for path, name in people.items():
        is_only = surnames[plain(surname(name))] == 1
        if portrait := next(named_after(path, plain(name), pictures, is_only=is_only), None):
            found[path.stem] = portrait
    return found


def named_after(path: Path, name: str, pictures: Sequence[Path], *, is_only: bool) -> Iterator[Path]:
    """Yield the pictures called after a biography's file or its person, the surest first.

    is_only: no other person of the kit has this surname.
    """
    stems = {picture: (stem_of(picture), bare_stem(picture)) for picture in pictures}
    yield from (picture for picture, called in stems.items() if stem_of(path) in called)
    yield from (picture for picture, called in stems.items() if holds(called[0], name))
    yield from (picture for picture, called in stems.items() if is_only and plain(surname(name)) in called)


def holds(words: str, name: str) -> bool:
    """Tell whether a picture's name holds a person's and little besides: a scene has a longer name."""
    parts, names = words.split(), name.split()
    return bool(names) and set(names) <= set(parts) and len(parts) - len(names) <= BESIDES
