"""What lies in a folder as people have it: every file, to a depth of three folders, but for what computers leave there.

Files of the system and of open programs, and what presskit itself wrote, are passed over in silence: by their place
and what they hold. Everything else is given back, and whoever sorts it names it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from presskit import gate, whole
from presskit.errors import SourceError
from presskit.findings import Where
from presskit.limits import FOLDER_FILES, PAGE_BYTES
from presskit.reading.formats.kinds import BY_NAME, PICTURES
from presskit.sorting.made import is_made_here

# What computers leave in folders: Word's and LibreOffice's lock files, the Mac's and Windows' notes to themselves;
# and the two files by which a double click builds the kit.
FURNITURE = re.compile(
    r"^(\.|~\$|~.*\.tmp$|Thumbs\.db$|desktop\.ini$|__MACOSX$|Icon\r$|Build my kit\.c(md|ommand)$)", re.IGNORECASE
)
DEEPEST = 3
BRAND_FILE = "brand.toml"
OUT_FOLDER, SENT_FOLDER, SENT_RECORD = "out", "sent", "sent.csv"
SET_ASIDE = "set aside"  # what a person took out of the kit in the window
SENT_FOLDERS = (SENT_FOLDER, SET_ASIDE)
TEXT = ".txt"  # which looks like any other text
OUTPUTS = (".pdf", ".html", ".zip", TEXT)  # what presskit writes there
DRAFTS = ("mail-merge.xlsx", "index.html")  # what every folder of drafts holds
OWN_FILES = re.compile(r"who-has-what\.csv|.*\.order\.txt", re.IGNORECASE)
# Where browsers put the pictures of a saved page.
PAGE_FOLDER = re.compile(
    r"(?P<page>.+?)[-_ ](?:files|dateien|fichiers|archivos|ficheiros|file|soubory|filer)$", re.IGNORECASE
)
PAGES = (".html", ".htm")
# Where Google Docs puts those of its “Web page (.html, zipped)”, under names of its own.
EXPORT_FOLDER, EXPORTED = "images", re.compile(r"image\d+\.\w{3,4}", re.IGNORECASE)


@dataclass(frozen=True)
class Listed:
    """The files of a folder in the order of their names, folder by folder.

    deeper: folders that nobody looked into, because they lie too deep. closed: files of folders that are no place of
    sources, such as a brand's: they are nobody's to write over.
    """

    files: tuple[Path, ...]
    deeper: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()


def list_folder(root: Path) -> Listed:
    """Return what a person put into a folder. Raises SourceError where it is too much, or a folder leads out."""
    files: list[Path] = []
    deeper: list[Path] = []
    closed: list[Path] = []
    seen: set[Path] = set()
    for folder, depth in folders_of(root, root, 0, seen):
        if depth > DEEPEST:
            deeper.append(folder)
            continue
        closed += [path for inner in folders_in(folder, root) if is_closed(inner, root) for path in kept_in(inner)]
        files += [path for path in gate.files_in(folder) if not is_passed_over(path, root)]
        FOLDER_FILES.require(len(files), Where(root))
    return Listed(tuple(files), tuple(deeper), tuple(closed))


def kept_in(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that is no place of sources, but for those of the system and our own."""
    return () if FURNITURE.match(folder.name) or is_of_drafts(folder) else gate.files_in(folder)


def is_of_drafts(folder: Path) -> bool:
    """Tell whether a folder is one of drafts that presskit wrote."""
    return all(gate.is_there(folder / name) for name in DRAFTS)


def are_drafts(path: Path) -> bool:
    """Tell a folder of drafts, that a person named, by what presskit puts into it."""
    with gate.opened(path):
        return gate.is_folder(path) and is_of_drafts(path)


def kit_that_sent(path: Path) -> Path | None:
    """Return the kit in whose folder “sent”, beside a record, a file or a folder lies, or which it is; else None.

    A “sent” that is a link to elsewhere is none.
    """
    for folder in (path, *path.parents, *path.absolute().parents):
        is_own = folder.name == SENT_FOLDER and gate.real(folder) == gate.real(folder.parent) / SENT_FOLDER
        if is_own and gate.is_there(folder / SENT_RECORD):
            return folder.parent
    return None


def folders_of(folder: Path, root: Path, depth: int, seen: set[Path]) -> Iterator[tuple[Path, int]]:
    """Yield a folder and those in it, each with its depth; one that lies too deep is yielded and not entered.

    seen: real places of the folders yielded so far. A link to one of them leads in a circle, or to it once more.
    """
    if (real := gate.real(folder)) in seen:
        return
    seen.add(real)
    yield folder, depth
    if depth > DEEPEST:
        return
    for inner in folders_in(folder, root):
        if not is_closed(inner, root):
            yield from folders_of(inner, root, depth + 1, seen)


def folders_in(folder: Path, root: Path) -> Iterator[Path]:
    """Yield the folders in a folder, but for an “out” that leads elsewhere: who writes there tells of it."""
    for inner in gate.folders_in(folder):
        if inner != root / OUT_FOLDER or not gate.leads_out(inner):
            yield inner


def is_closed(folder: Path, root: Path) -> bool:
    """Tell whether a folder is no place of sources: the system's, a brand's, a saved page's, our own drafts."""
    if FURNITURE.match(folder.name) or is_brand(folder):
        return True
    if folder.parent == root and folder.name.lower() in SENT_FOLDERS:
        return True
    if is_of_drafts(folder):
        return True
    if folder.name == EXPORT_FOLDER and is_shown_whole(folder):
        return True
    page = PAGE_FOLDER.fullmatch(folder.name)
    return bool(page) and any(gate.is_there(folder.parent / f"{page['page']}{ending}") for ending in PAGES if page)


def names_set_aside(root: Path) -> tuple[str, ...]:
    """Return the names of what was taken out of a kit and may come back: what settings say of it waits for it."""
    return tuple(sorted({path.name for path in gate.walk(root / SET_ASIDE)}))


def saved_with(page: Path) -> tuple[Path, ...]:
    """Return the pictures that a browser saved beside a page, in a folder of its name."""
    if page.suffix.lower() not in PAGES:
        return ()
    found = ((folder, PAGE_FOLDER.fullmatch(folder.name)) for folder in gate.folders_in(page.parent))
    own = (folder for folder, name in found if name and name["page"] == page.stem)
    return tuple(path for folder in own for path in gate.files_in(folder) if path.suffix.lower() in PICTURES)


def is_brand(folder: Path) -> bool:
    """Tell whether a folder is a brand's and holds no texts: one with texts is looked into all the same."""
    if not gate.is_there(folder / BRAND_FILE):
        return False
    kinds = (BY_NAME.get(path.suffix.lower(), "foreign") for path in gate.files_in(folder))
    return folder.name.lower() == "brand" or all(kind == "foreign" for kind in kinds)


def is_shown_whole(folder: Path) -> bool:
    """Tell whether a folder holds pictures that Google Docs wrote, and nothing else, and a page beside shows each."""
    names = [path.name for path in gate.files_in(folder) if not FURNITURE.match(path.name)]
    if not names or gate.folders_in(folder) or not all(map(EXPORTED.fullmatch, names)):
        return False
    beside = [path for path in gate.files_in(folder.parent) if path.suffix.lower() in PAGES and gate.is_file(path)]
    shown = [f'"{folder.name}/{name}"'.encode() for name in names]
    return any(all(name in words for name in shown) for words in map(bytes_of_page, beside))


def bytes_of_page(path: Path) -> bytes:
    """Return a page's bytes; none where it is too large: whoever reads it tells so."""
    try:
        return gate.bytes_of(path, PAGE_BYTES)
    except SourceError:
        return b""


def is_passed_over(path: Path, root: Path) -> bool:
    """Tell whether a file is the system's, an open program's, or one that presskit wrote."""
    if FURNITURE.match(path.name) or OWN_FILES.fullmatch(path.name):
        return True
    return (path.parent == root / OUT_FOLDER and path.suffix.lower() in OUTPUTS) or is_made_here(path)


def ingredients_in(place: Path) -> Iterator[Path]:
    """Yield every file, link and folder of a place that can go into a kit, in one order; OSError where nobody may look.

    What presskit itself puts there is none: “out”, “sent”, the record of who has what, a file that is being written.
    """
    if not place.is_dir():
        yield place
        return
    for root, folders, files in os.walk(place, onerror=_raise):
        is_top = Path(root) == place
        own = (OUT_FOLDER, *SENT_FOLDERS) if is_top else ()
        folders[:] = sorted(name for name in folders if name.lower() not in own and not name.startswith(whole.PREFIX))
        named = (name for name in (*folders, *sorted(files)) if not name.startswith(whole.PREFIX))
        yield from (Path(root, name) for name in named if not OWN_FILES.fullmatch(name))


def _raise(error: OSError) -> None:
    raise error
