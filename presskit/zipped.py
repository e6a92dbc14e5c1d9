"""ZIPs that lie unpacked for a while: where, and what their files are called meanwhile.

Nobody who reads a message knows the folder of a ZIP in the making; he knows the ZIP, and the names in it.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Unpacked:
    """A ZIP, the folder that it was unpacked into, and the folder in there that is the kit's.

    doubtful: the names in it that may be read wrongly, because it does not say in which signs they are written.
    """

    path: Path
    folder: Path
    kit: Path
    doubtful: tuple[str, ...] = ()

    @cached_property
    def names(self) -> dict[str, str]:
        """What its places are called; what lies around it as if somebody had unpacked it beside the ZIP."""
        home = self.path.absolute().parent
        real = Path(os.path.realpath(self.folder))
        places = ((one, one.parent, one.parent.parent) for one in (self.folder, real))
        return {
            str(place): str(name)
            for three in places
            for place, name in zip(three, (self.path, home, home.parent), strict=True)
        }


_all: ContextVar[tuple[Unpacked, ...]] = ContextVar("zips", default=())  # of one command


def remember(folder: Path, path: Path) -> None:
    """Remember that what is in a folder was unpacked from a ZIP; for as long as messages may be about it."""
    _all.set((*_all.get(), Unpacked(path, folder, folder)))


def remember_kit(kit: Path, doubtful: tuple[str, ...] = ()) -> None:
    """Remember that a folder is the kit that the last ZIP holds, and which names in it may be read wrongly."""
    *others, last = _all.get()
    _all.set((*others, replace(last, kit=kit, doubtful=doubtful)))


def doubtful_in(kit: Path) -> tuple[Path, tuple[str, ...]]:
    """Return the ZIP that a kit lies in, and the names in it that may be read wrongly; none of a folder."""
    one = _holder_of(kit)
    return (one.path, one.doubtful) if one else (kit, ())


def called(path: Path) -> Path:
    """Return what a person named: the ZIP for the kit's folder in it, every other path as it is."""
    return next((one.path for one in _all.get() if one.kit == path), path)


def zip_of(path: Path) -> Path | None:
    """Return the ZIP that a file or folder was unpacked from; None for all others."""
    one = _holder_of(path)
    return one.path if one else None


def only_zip() -> Path | None:
    """Return the ZIP that all is about, as far as it is about no single file: the only one that was named."""
    zips = _all.get()
    return zips[0].path if len(zips) == 1 else None


def home_of(folder: Path) -> Path:
    """Return where a kit's folder "out" stands: in the kit's own folder, or beside the ZIP that it came in."""
    path = zip_of(folder)
    return path.parent if path else folder


def known_as(words: str) -> str:
    """Return words in which each file of a ZIP is called as it stands there: "kit.zip/releases/opening.docx"."""
    names = {place: name for one in _all.get() for place, name in one.names.items()}
    for place in sorted(names, key=len, reverse=True):  # a folder before the one that it lies in
        words = words.replace(place, names[place])
    return words


def within(path: Path) -> str:
    """Return the name of a file in its ZIP, as it stands in it once it is unpacked; the path of any other."""
    one = _holder_of(path)
    return os.path.relpath(path, one.folder) if one else str(path)


def _holder_of(path: Path) -> Unpacked | None:
    return next((one for one in _all.get() if path.is_relative_to(one.folder)), None)
