"""From the files of a folder to what is done with each, before any is opened.

Nothing is dropped: each file is printed, or is named with what it looks like and the line that prints it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from presskit.findings import Finding
from presskit.kinds import LEAVE_OUT
from presskit.model import Photo
from presskit.names import quoted
from presskit.reading.formats.kinds import BY_NAME, FOREIGN, PICTURES
from presskit.sorting.folders import Listed
from presskit.sorting.names import folder_that_says, is_list_of_people, kind_by_folder
from presskit.sorting.pictures import is_logo
from presskit.sorting.taken import BY_FOLDER, COMMON, Wish

TABLES = (".csv", ".xlsx", ".xls", ".ods", ".tsv", ".numbers")
LISTS = ("a list of people, for “mail”", "a table")  # what is said of them
FILMS = (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v", ".mpg", ".wmv")
SOUNDS = (".mp3", ".wav", ".m4a", ".aac", ".flac", ".ogg", ".aiff")
TYPEFACES = (".otf", ".ttf", ".ttc", ".woff", ".woff2", ".eot", ".pfb")
SLIDES = (".pptx", ".ppt", ".odp", ".key")
OTHER_PICTURES = (".psd", ".ai", ".eps", ".raw", ".cr2", ".nef", ".dng", ".indd")
# What Google Drive, Windows, the Mac and browsers put in the place of a file that lies elsewhere.
ONLINE = (".gdoc", ".gsheet", ".gslides", ".gdraw")
SHORTCUTS = (".lnk", ".desktop", ".alias")
WEB_LINKS = (".url", ".webloc", ".website")
KIT_FILE = "kit.toml"
ZIP = ".zip"
ENCLOSED = "documents"
PHOTOS_FILE = "photos.toml"
SETTINGS_FILES = (KIT_FILE, "brand.toml", PHOTOS_FILE)


@dataclass(frozen=True)
class Outside:
    """A file that is not in the kit. what: the words that follow its name; counts: whether it does, in the verdict.

    looks_like: the kind of document it may be, for what must wait until a person has chosen. way: what puts its words
    into the kit, where a line of kit.toml does not. why: what tells so.
    """

    path: Path
    what: str
    counts: bool = True
    looks_like: str | None = None
    way: str | None = None
    why: str = ""


@dataclass(frozen=True)
class Plan:
    """What is done with each file, before any is opened.

    beside: the pictures that lie with texts, and stand in them. shown: those in a folder of photos, which are photos
    even where a text shows them too. is_named: a person named each text. photos: the pictures, once they are read.
    enclosed: PDFs that go along as they are. repeated: the names that several files have.
    """

    root: Path
    wishes: tuple[Wish, ...] = ()
    pictures: tuple[Path, ...] = ()
    beside: frozenset[Path] = frozenset()
    shown: frozenset[Path] = frozenset()
    logos: tuple[Path, ...] = ()
    outside: tuple[Outside, ...] = ()
    is_named: bool = False
    photos: Mapping[Path, Photo] = field(default_factory=dict)
    enclosed: tuple[Path, ...] = ()
    repeated: frozenset[str] = frozenset()

    def called(self, path: Path) -> str:
        """Return how a file is named to a person and in kit.toml: by its path where several have its name."""
        is_told = path.name not in self.repeated or not path.is_relative_to(self.root)
        return path.name if is_told else path.relative_to(self.root).as_posix()

    def told_apart(self, item: Finding) -> Finding:
        """Return a finding whose line for kit.toml holds for its own file alone, where several have its name."""
        file = item.where.file
        if file is None or file.name not in self.repeated:
            return item
        return replace(item, hint=item.hint.replace(f'files."{file.name}"', f'files."{self.called(file)}"'))


def can_be_built(path: Path) -> bool:
    """Tell whether a file may be a text or a photo, or a ZIP of some, by its name."""
    suffix = path.suffix.lower()
    return suffix in PICTURES or suffix in BY_NAME or suffix == ZIP


def can_be_text(path: Path) -> bool:
    """Tell whether a file may be a text by its name: any other no kind in kit.toml would print."""
    return BY_NAME.get(path.suffix.lower(), "foreign") != "foreign"


def plan(listed: Listed, root: Path, said: Mapping[str, str]) -> Plan:
    """Return what is done with each file. said: the kinds that kit.toml states, by a file's name or its path."""
    wishes: list[Wish] = []
    pictures: dict[Path, str | None] = {}
    logos: list[Path] = []
    enclosed: list[Path] = []
    outside = [Outside(folder, "lies too deep to be looked into; move it up, or name it") for folder in listed.deeper]
    for path in listed.files:
        kind, suffix = kind_said(path, root, said), path.suffix.lower()
        if path.name in SETTINGS_FILES or kind == LEAVE_OUT:
            continue
        folder = kind_by_folder(path, root)
        if is_finished(path, root):
            enclosed.append(path)
        elif suffix in BY_NAME and BY_NAME[suffix] != "foreign":
            inside = folder_that_says("internal", path, root)
            wishes.append(Wish(path, root, kind, folder, folder_that_says("old", path, root), inside))
        elif suffix in PICTURES and kind is None and (closed := folder_that_says("internal", path, root)):
            outside.append(Outside(path, f"lies in “{closed}”, so it stays inside", why=BY_FOLDER))
        elif suffix in PICTURES and (closed := folder_that_says("old", path, root)):
            outside.append(Outside(path, f"lies in “{closed}”, among what is old or unfinished", why=BY_FOLDER))
        elif is_logo(path, folder):
            logos.append(path)
        elif suffix in PICTURES:
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
        frozenset(path for path, folder in pictures.items() if folder in COMMON),
        frozenset(path for path, folder in pictures.items() if folder == "photo"),
        tuple(logos),
        tuple(outside),
        enclosed=tuple(enclosed),
        repeated=frozenset(name for name, count in Counter(path.name for path in listed.files).items() if count > 1),
    )


def is_finished(path: Path, root: Path) -> bool:
    """Tell whether a file is a PDF in the folder of those that go along as they are."""
    return path.relative_to(root).parts[0].lower() == ENCLOSED and path.suffix.lower() == ".pdf"


def kind_said(path: Path, root: Path, said: Mapping[str, str]) -> str | None:
    """Return the kind that kit.toml states for a file: by its path from the kit, by its name, or by a folder's path."""
    place = path.relative_to(root)
    names = (place.as_posix(), path.name, *(folder.as_posix() for folder in place.parents))
    return next((said[name] for name in names if name in said), None)


def what_else(path: Path) -> tuple[str, bool]:
    """Return what is said of a file that is neither a text nor a photo, and whether it counts in the verdict."""
    suffix = path.suffix.lower()
    if suffix in TABLES:
        return LISTS[0] if is_list_of_people(path) else LISTS[1], False
    for suffixes, words, counts in (
        (FILMS, "a film", False),
        (SOUNDS, "a sound", False),
        (TYPEFACES, "a typeface", False),
        (SLIDES, "slides", True),
        (ONLINE, "only a link to what lies at Google; download it from there as Word (.docx)", True),
        (SHORTCUTS, "only a shortcut to a file that lies elsewhere; copy that file into the kit", True),
        (WEB_LINKS, "only a link to a web page", False),
        (OTHER_PICTURES, "a picture in a format that is not printed; save it as JPEG or PNG", True),
    ):
        if suffix in suffixes:
            return words, counts
    if suffix in FOREIGN:
        return f"{FOREIGN[suffix][0]}, which presskit does not read; save it as Word (.docx)", True
    return "presskit does not know what it is", suffix in ("", ".wpd", ".wps")
