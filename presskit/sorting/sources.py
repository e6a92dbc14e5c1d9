"""What is to be built of: a kit's folder as people have it, or the texts that a person named one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from presskit import gate, zipped
from presskit.errors import SourceError, usage_error
from presskit.findings import Finding, Where, finding
from presskit.names import quoted
from presskit.sorting.folders import OUT_FOLDER, OWN_FILES, TEXT, Listed, list_folder
from presskit.sorting.names import kind_by_name
from presskit.sorting.plan import KIT_FILE, SETTINGS_FILES, can_be_built, can_be_text

NAMED = 4  # of the files that are not printed
MOST_WALKED = 2000  # files of a folder that lies too deep
OWN_FOLDERS = ("releases", "bios", "photos", "documents", "brand", "out")


@dataclass(frozen=True)
class Sources:
    """What a kit is made of. folder: where kit.toml would be. named: texts that a person named, instead of a folder.

    listed: what lies in the folder, where that was named. targets: what was named beside the kit's folder, for links
    of the kit to lead there.
    """

    folder: Path
    named: tuple[Path, ...] = ()
    listed: Listed = field(default_factory=lambda: Listed(()))
    targets: tuple[Path, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all of a kit's folder is built, and not texts of it."""
        return not self.named

    @property
    def home(self) -> Path:
        """Where the folder "out" stands: in the kit's folder, or beside the ZIP that it came in."""
        return zipped.home_of(self.folder)

    @property
    def beside(self) -> Path | None:
        """Where the ZIP lies that the kit came in, and perhaps a brand beside it; None for a folder."""
        return zipped.home_of(self.folder) if zipped.zip_of(self.folder) else None

    @property
    def kept(self) -> tuple[Path, ...]:
        """Every file that no output may take the place of: the texts, whatever stands in the kit, its ZIP."""
        came_in = zipped.zip_of(self.folder)
        return (*self.named, *self.listed.files, *self.listed.closed, *([came_in] if came_in else []))

    def takes(self, path: Path) -> bool:
        """Tell whether a file that is written to `path` would be read as a source when the kit is built again."""
        return self.is_whole and _takes(self.folder, path)


def _takes(folder: Path, path: Path) -> bool:
    """Tell whether a file of this name would be read as a source of a kit, or stand among them.

    Nothing in “out” is; elsewhere a text is, which nobody can tell from others, and what is named as a source is.
    """
    root, real = gate.real(folder), gate.real(path)
    if not real.is_relative_to(root):
        return False
    first, *others = real.relative_to(root).parts
    if others and first.lower() in OWN_FOLDERS:
        return first.lower() != OUT_FOLDER
    is_own = OWN_FILES.fullmatch(real.name) is not None
    return not is_own and (real.suffix.lower() == TEXT or kind_by_name(real).is_sure)


def find_sources(named: Sequence[Path]) -> Sources:
    """Return the sources of one kit folder, or of the files named; SourceError where one is not there or none is.

    One release named by its path is a kit of one document; its folder's kit.toml and brand are used. A kit.toml
    stands for its folder. What is named behind a kit's folder is not built: links of the kit may lead there.
    """
    kit, *targets = named = _folders_for_settings(named)
    require_there(named)
    if gate.is_folder(kit):
        return replace(_in_folder(kit), targets=tuple(targets))
    if any(map(gate.is_folder, targets)):
        hint = "Name one kit's folder, or the files you want: presskit build release.txt factsheet.md"
        raise usage_error("a kit's folder is not built together with other texts", hint)
    return Sources(_kit_folder(kit), tuple(named))


def require_there(named: Sequence[Path]) -> None:
    """Raise SourceError s-001 for all that is named and is not there."""
    if missing := [path for path in named if not gate.is_there(path)]:
        raise SourceError(*(finding("s-001", Where(path), name=str(path)) for path in missing))


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
            raise usage_error(f"No link of the kit leads to {zipped.called(target)}", hint)


def _folders_for_settings(named: Sequence[Path]) -> list[Path]:
    return [path.parent if path.name == KIT_FILE and gate.is_there(path) else path for path in named]


def _in_folder(folder: Path) -> Sources:
    """List a kit's folder. Raises SourceError with everything that is looked for by its name and is a link out."""
    names = (KIT_FILE, *(name for name in OWN_FOLDERS if name != "out"))
    if problems := [problem for name in names if (problem := gate.leads_out(folder / name))]:
        raise SourceError(*problems)
    listed = list_folder(folder)
    known = [path for path in listed.files if path.relative_to(folder).parts[0].lower() in OWN_FOLDERS]
    if problems := [problem for path in known if not can_be_built(path) and (problem := gate.leads_out(path))]:
        raise SourceError(*problems)
    if not any(map(can_be_built, listed.files)):
        raise SourceError(nothing_in(folder, listed))
    return Sources(folder, listed=listed)


def nothing_in(folder: Path, listed: Listed) -> Finding:
    """Return what is said of a folder, or a ZIP, that holds nothing to build, and where there may be something."""
    hint = "Put a release into its folder “releases”, or name a file: presskit build release.txt"
    foreign = [path.name for path in listed.files if path.name not in SETTINGS_FILES]
    if foreign and not any(map(can_be_built, listed.files)):
        hint = (
            f"In it is what presskit does not print: {', '.join(foreign[:NAMED])}. "
            "Save texts as Word (.docx) or plain text (.txt), and pictures as JPEG or PNG, each with its ending."
        )
    if there := _not_looked_at(listed):
        hint = f"Not looked at was {there.relative_to(folder)}. To build it, type: presskit build {quoted(str(there))}"
    return finding("s-006", Where(folder), folder=f"“{gate.real(zipped.called(folder)).name}”", hint=hint)


def _not_looked_at(listed: Listed) -> Path | None:
    """Return a text in a folder that is no place of texts, else the folder of a kit, or a text, that lies too deep."""
    deep = (path for folder in listed.deeper for path in islice(gate.walk(folder), MOST_WALKED))
    text = next((path for path in chain(listed.closed, deep) if can_be_text(path)), None)
    if text is None:
        return None
    return text.parent.parent if text.parent.name in OWN_FOLDERS and text not in listed.closed else text


def _kit_folder(path: Path) -> Path:
    """Return the kit a file belongs to: the folder above "releases" or "bios" where there is one, else its own."""
    folder = gate.real(path.parent)
    return folder.parent if folder.name in OWN_FOLDERS and gate.is_there(folder.parent / KIT_FILE) else folder
