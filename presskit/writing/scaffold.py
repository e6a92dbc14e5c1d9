"""A kit to start from: the folder a person fills in."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from presskit import ending, gate, whole
from presskit.errors import OutputError, SourceError, usage_error
from presskit.findings import Where, finding
from presskit.kinds import kinds
from presskit.names import unique
from presskit.reading.formats.kinds import PICTURES
from presskit.reading.pictures.in_texts import picture_bytes
from presskit.resources import CHECKOUT, shipped
from presskit.sorting.names import folder_says, kind_by_name
from presskit.writing.answers import Answers, fill_brand, fill_kit, fill_organisation
from presskit.writing.files import umask

# The folder of the kit in which a file of a kind stands; all others stand in the kit's own.
PLACES: dict[str, str] = {
    "release": "releases",
    "biography": "bios",
    "portrait": "bios",
    "photo": "photos",
}
SAMPLES = ("releases/first-release.md", "bios/first-person.md", "factsheet.md", "boilerplate.txt")
DOUBLE_CLICK = {"Build my kit.cmd": "win32", "Build my kit.command": "posix"}
COMMAND = "[presskit]"
BRAND = "brand"
TO_FILL_IN = re.compile(r'^(?:\[\[contacts\]\]\n(?=(?:#.*\n)*name = "\[))|^(?=\w+ = "\[)', re.MULTILINE)


def scaffold(
    folder: Path, answers: Answers | None = None, places: Mapping[str, Path] | None = None, *, is_bare: bool = False
) -> tuple[Path, ...]:
    """Write a kit to start from into `folder`, and return its files.

    is_bare: it holds settings alone, and nothing in it waits to be filled in: what it is made of is yet to come.

    places: texts and photos to copy into their places (see `placed`); the sample texts then stay out.
    The folder is made where it is not there; one that holds files is refused, whether they matter or not
    (hidden ones do not count). Texts to replace stand in [square brackets]. Raises OutputError, or SourceError
    where a given file is not there, and then leaves no file behind.
    """
    places = places or {}
    try:
        require_empty(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        # A temporary folder on the same disk: what is complete moves in one step.
        beside = folder if folder.is_dir() else folder.parent
        whole.sweep(beside)
        with whole.folder_in(beside) as making:
            kit = copy_scaffold(making / "kit", answers or Answers(), samples=not places, is_bare=is_bare)
            for place, path in places.items():
                copy(path, kit / place)
            with ending.put_off():
                written = move(kit, folder)
                ending.wrote([folder])
            return written
    except OSError as error:
        reason = whole.reason_of(error)
        hint = "Choose another folder, or ask whoever looks after this computer."
        raise OutputError(finding("b-004", Where(folder), path=folder, reason=reason, hint=hint)) from None


def placed(
    given: Sequence[Path], kinds: Mapping[Path, str] = {}, shown: Mapping[Path, Sequence[Path]] = {}
) -> dict[str, Path]:
    """Return the place in the kit of each given file, by the rules by which `build` finds it there again.

    kinds: what files are that were read; all others are told by their names. shown: the pictures that stand in a text,
    which lie as far from it in the kit as they do now.
    """
    missing = [path for path in given if not gate.is_there(path)]
    if missing:
        raise SourceError(*(finding("s-001", Where(path), name=str(path)) for path in missing))
    places: dict[str, Path] = {}
    taken: dict[str, set[str]] = {}
    for path in given:
        folder = place_of(path, kinds.get(path))
        places[folder + unique(path.stem, path.suffix, taken.setdefault(folder, set()))] = path
        for picture in filter(gate.is_file, shown.get(path, ())):
            way = os.path.relpath(picture, gate.real(path.parent))
            place = os.path.normpath(folder + way).replace(os.sep, "/")
            places.setdefault(place if not place.startswith("../") else folder + picture.name, picture)
    return places


def place_of(path: Path, kind: str | None = None) -> str:
    """Return the folder of the kit a file belongs in, such as "releases/"; nothing for the kit's own folder."""
    if gate.is_folder(path):
        raise usage_error(f"{path} is a folder", "Name the files in it, one after the other.")
    if kind is None and path.suffix.lower() in PICTURES:
        kind = "photo"
    kind = kind or kind_by_name(path).kind or folder_says(path.parent) or ""
    return f"{folder_of(kind)}/".lstrip("/")


def folder_of(kind: str) -> str:
    """Return the folder of a kit in which a file of a kind stands; what nobody can tell may be a release."""
    return PLACES.get(kind, "" if kind in kinds() else PLACES["release"])


def require_empty(folder: Path) -> None:
    """Raise OutputError where `folder` is a file, or holds files that are not hidden."""
    if folder.is_dir():
        if any(not path.name.startswith(".") for path in folder.iterdir()):
            raise OutputError(finding("b-009", Where(folder), path=folder))
    elif folder.exists():
        hint = "Choose another name: presskit new my-kit"
        raise OutputError(finding("b-004", Where(folder), path=folder, reason="a file has this name", hint=hint))


def copy_scaffold(folder: Path, answers: Answers, *, samples: bool, is_bare: bool = False) -> Path:
    """Write the shipped scaffold's files to `folder`, with the answers in them."""
    template = shipped("templates/scaffold")
    for source in gate.walk(template):
        place = source.relative_to(template)
        if place.as_posix() in SAMPLES and (is_bare or not samples):
            continue
        if is_bare and len(place.parts) > 1:  # a brand and words about photos, which may come with what it is made of
            continue
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        text = filled(source, answers)
        target.write_bytes((waiting(text) if is_bare else text).encode())
        if target.suffix == ".command":
            target.chmod(target.stat().st_mode | 0o111 & ~umask())
    if answers.logo and answers.logo_name:
        copy(answers.logo, folder / "brand" / answers.logo_name)
    return folder


def filled(source: Path, answers: Answers) -> str:
    """Return a file of the scaffold with the answers in it; line ends stay as they are."""
    text = gate.bytes_of(source).decode()
    if source.name in DOUBLE_CLICK:
        return text.replace(COMMAND, command_for(DOUBLE_CLICK[source.name]))
    if source.name == "brand.toml":
        return fill_brand(text, answers)
    text = fill_kit(text, answers) if source.name == "kit.toml" else text
    return fill_organisation(text, answers, between_quotes=source.suffix != ".txt")


def waiting(text: str) -> str:
    """Return settings in which each line that is to be filled in waits behind a #, and a contact without a name too."""
    return TO_FILL_IN.sub(lambda found: f"# {found[0]}", text)


def command_for(system: str) -> str:
    """Return the command that a double click runs first, written for its shell; nothing for another system than this.

    It is what this very program was started by: the kit script beside its .venv, else the command in its environment.
    """
    is_windows = sys.platform == "win32"
    if (system == "win32") != is_windows:
        return ""
    if CHECKOUT and Path(sys.prefix) == CHECKOUT / ".venv":
        path = CHECKOUT / ("kit.cmd" if is_windows else "kit")
    else:
        path = Path(sys.prefix) / ("Scripts/presskit.exe" if is_windows else "bin/presskit")
    # In a .cmd file % begins a variable; between single quotes sh knows only the quote itself.
    return str(path).replace("%", "%%") if is_windows else str(path).replace("'", "'\\''")


def copy(source: Path, target: Path) -> None:
    """Copy a file's bytes, with the permissions that new files have here."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(picture_bytes(source))


def move(kit: Path, folder: Path) -> tuple[Path, ...]:
    """Move a finished kit to `folder`: as a whole, or entry by entry where the folder is there already."""
    files = sorted(path.relative_to(kit) for path in kit.rglob("*") if path.is_file())
    if folder.is_dir():
        for path in kit.iterdir():
            path.rename(folder / path.name)
    else:
        kit.rename(folder)
    return tuple(folder / path for path in files)
