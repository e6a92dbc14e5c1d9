"""Which file of a kit's folder is what, by its name and its place; nothing is left out without a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from presskit import gate
from presskit.errors import SourceError, usage_error
from presskit.findings import Finding, Where, finding
from presskit.settings import PICTURE_ENDINGS

Role = Literal["release", "factsheet", "biography", "boilerplate"]
ROLE_WORDS: dict[Role, str] = {
    "release": "press release",
    "factsheet": "factsheet",
    "biography": "biography",
    "boilerplate": "text about the organisation",
}
TEXT_ENDINGS = re.compile(r"(?:\.(?:txt|text|md|markdown|x?html?|htm|doc[xm]?|rtf|odt))+$")
FACTSHEET = re.compile(r"factsheet.*|fiche(?:technique.*)?\d*|keyfacts|faitsetchiffres")
BOILERPLATE = re.compile(r"boilerplate.*|(?:about(?:us)?|apropos(?:denous)?)\d*|quisommesnous")
PICTURES = tuple(f".{ending}" for ending in PICTURE_ENDINGS)
IN_TEXTS = (*PICTURES, ".svg")  # beside texts, these stand in them
KIT_FILE = "kit.toml"
SETTINGS_FILES = (KIT_FILE, "brand.toml", "photos.toml")
OWN_FOLDERS = ("releases", "bios", "photos", "documents", "brand", "out")
# What computers leave in folders: Word's and LibreOffice's lock files, the Mac's and Windows' notes to themselves;
# and the two files by which a double click builds the kit.
FURNITURE = re.compile(
    r"^(\.|~\$|~.*\.tmp$|Thumbs\.db$|desktop\.ini$|__MACOSX$|Build my kit\.c(md|ommand)$)", re.IGNORECASE
)
COPY = re.compile(
    r"^(?:copy of |kopie von |copie de )?(?P<stem>.*?)(?: ?-? ?copy(?: ?\d+)?| \(\d+\)| - kopie)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Source:
    """A file and what it was taken for."""

    path: Path
    role: Role


@dataclass(frozen=True)
class Sources:
    """The files of a kit. `portraits` are the pictures beside the biographies, by the name they share.

    folder: where kit.toml would be. photos: the folder of photos, if it holds any. is_whole: all of a kit's folder is
    built, and not files of it. targets: what was named beside the kit's folder, for links of the kit to lead there.
    """

    folder: Path
    texts: tuple[Source, ...] = ()
    photos: Path | None = None
    portraits: dict[str, Path] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    is_whole: bool = False
    targets: tuple[Path, ...] = ()

    @property
    def kept(self) -> tuple[Path, ...]:
        """Every file that no output may take the place of: the texts, and whatever stands in the kit's folders."""
        folders = (self.folder / name for name in OWN_FOLDERS if name != "out")
        return (*(source.path for source in self.texts), *(path for folder in folders for path in _files(folder)))

    def takes(self, path: Path) -> bool:
        """Tell whether a file that is written to `path` would be read as a source when the kit is built again."""
        folder, real = gate.real(self.folder), gate.real(path)
        if not real.is_relative_to(folder):
            return False
        first, *others = real.relative_to(folder).parts
        return first.lower() in {*OWN_FOLDERS} - {"out"} if others else _role_by_name(real) is not None


def find_sources(named: Sequence[Path]) -> Sources:
    """Return the sources of one kit folder, or of the files named; SourceError where one is not there or none is.

    One release named by its path is a kit of one document; its folder's kit.toml and brand are used. A kit.toml
    stands for its folder. What is named behind a kit's folder is not built: links of the kit may lead there.
    """
    kit, *targets = named = _folders_for_settings(named)
    missing = [path for path in named if not gate.is_there(path)]
    if missing:
        raise SourceError(*(finding("s-001", Where(path), name=str(path)) for path in missing))
    if gate.is_folder(kit):
        return replace(_in_folder(kit), targets=tuple(targets))
    if any(map(gate.is_folder, targets)):
        hint = "Name one kit's folder, or the files you want: presskit build release.txt factsheet.md"
        raise usage_error("a kit's folder is not built together with other texts", hint)
    texts = tuple(Source(path, _role_by_name(path) or _role_by_place(path)) for path in named)
    return Sources(_kit_folder(named[0]), texts, findings=tuple(_twins(path for path in named)))


def places_of(named: Sequence[Path]) -> tuple[Path, ...]:
    """Return what naming sources opens (presskit.gate): a kit's folder and what is named behind it, a text's folder.

    Why not the file that a link leads to: releases/*.docx names links as well, and nobody looks where they lead.
    """
    kit, *targets = named = _folders_for_settings(named)
    if kit.is_dir():
        return (kit, *targets)
    folders = (gate.real(path.parent) for path in named)
    return tuple(folder.parent if folder.name in OWN_FOLDERS else folder for folder in folders)


def require_led_to(sources: Sources, brand: Path | None) -> None:
    """Raise UsageError where no link of the kit or its brand leads to what was named beside it: it is left out."""
    if not sources.targets:
        return
    links = [link for folder in (sources.folder, brand) if folder for link in gate.links_in(folder)]
    for target in sources.targets:
        if not any(link.is_relative_to(gate.real(target)) for link in links):
            hint = "Copy it into the kit's folder, or build texts without a folder: presskit build release.txt facts.md"
            raise usage_error(f"No link of the kit leads to {target}", hint)


def _folders_for_settings(named: Sequence[Path]) -> list[Path]:
    return [path.parent if path.name == KIT_FILE and gate.is_there(path) else path for path in named]


def _require_inside(folder: Path) -> None:
    """Raise SourceError with everything of a kit that presskit looks for by its name, and that is a link out of it."""
    names = (KIT_FILE, *(name for name in OWN_FOLDERS if name != "out"))
    if problems := [problem for name in names if (problem := gate.leads_out(folder / name))]:
        raise SourceError(*problems)


def _in_folder(folder: Path) -> Sources:
    _require_inside(folder)
    releases = _files(folder / "releases")
    texts = [Source(path, "release") for path in releases if path.suffix.lower() not in IN_TEXTS]
    bios = [path for path in _files(folder / "bios") if path.name not in SETTINGS_FILES]
    texts += [Source(path, "biography") for path in bios if path.suffix.lower() not in IN_TEXTS]
    left_out: list[Finding] = []
    for path in _files(folder):
        role = _role_by_name(path)
        if role:
            texts.append(Source(path, role))
        elif path.name not in SETTINGS_FILES:
            left_out.append(finding("s-008", Where(path), name=path.name))
    left_out += [finding("s-010", Where(path), name=path.name) for path in _files(folder / "documents")]
    photos = folder / "photos"
    has_photos = any(path.name not in SETTINGS_FILES for path in _files(photos))
    if not texts and not has_photos:
        raise SourceError(finding("s-006", Where(folder), folder=f"“{gate.real(folder).name}”"))
    return Sources(
        folder,
        tuple(texts),
        photos if has_photos else None,
        {path.stem: path for path in bios if path.suffix.lower() in PICTURES},
        (*left_out, *_twins(source.path for source in texts)),
        is_whole=True,
    )


def _files(folder: Path) -> tuple[Path, ...]:
    """Return a folder's files in the order of their names, without those that no person put there."""
    paths = gate.files_in(folder) if gate.is_folder(folder) else ()
    return tuple(path for path in paths if not FURNITURE.match(path.name))


def _role_by_name(path: Path) -> Role | None:
    """Take "Fact Sheet.docx" and "factsheet.md.txt" for a factsheet, "À propos.docx" for the boilerplate."""
    name = TEXT_ENDINGS.sub("", path.name.lower())
    # Accents are set apart and dropped: a Mac writes them as characters of their own, and people forget them.
    plain = re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", name))
    if FACTSHEET.fullmatch(plain):
        return "factsheet"
    return "boilerplate" if BOILERPLATE.fullmatch(plain) else None


def _role_by_place(path: Path) -> Role:
    return "biography" if gate.real(path.parent).name == "bios" else "release"


def _kit_folder(path: Path) -> Path:
    """Return the kit a file belongs to: the folder above "releases" or "bios" where there is one, else its own."""
    folder = gate.real(path.parent)
    return folder.parent if folder.name in OWN_FOLDERS and gate.is_there(folder.parent / KIT_FILE) else folder


def _twins(paths: Iterable[Path]) -> Iterator[Finding]:
    """Find "release copy.md" beside "release.md": both would be printed."""
    seen: dict[tuple[Path, str], Path] = {}
    for path in paths:
        found = COPY.match(path.stem)
        key = (path.parent, found["stem"].lower() if found else path.stem.lower())
        if key in seen:
            yield finding("s-009", Where(path), name=path.name, other=seen[key].name)
        seen.setdefault(key, path)
