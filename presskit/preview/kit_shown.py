"""The kit that the window shows, as far as its things can be spoken about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.composing.parts.parts import title_of
from presskit.judging.inspection import Told, rows_of
from presskit.making.orders import MadeKit
from presskit.model import Kit, PhotoSheet
from presskit.sorting.choosing import Sorted
from presskit.sorting.plan import LISTS


@dataclass(frozen=True)
class KitShown:
    """A kit that was made: what it says, what each of its files was taken for, the places that were open to it.

    folder: the kit's own. is_open: whether settings can be written into it; not where it came in a ZIP, or is texts
    that a person named. told: what each file of the folder was taken for, in words.
    """

    kit: Kit
    sorted: Sorted
    folder: Path
    places: tuple[str, ...] = ()
    is_open: bool = True
    told: tuple[Told, ...] = ()

    @classmethod
    def of(cls, made: MadeKit) -> KitShown:
        """Return what there is to say of a kit that was made."""
        is_open = made.sources.is_whole and made.sources.beside is None
        told = tuple(rows_of(made.sources, made.sorted, {*made.sorted.photos}))
        return cls(made.kit, made.sorted, made.sources.folder, made.places, is_open, told)

    @property
    def brand(self) -> Path | None:
        """The folder of the brand, where somebody described one."""
        return None if self.kit.brand.is_neutral else self.kit.brand.folder

    @property
    def lists(self) -> tuple[Path, ...]:
        """The tables in the kit's folder that may be lists of people."""
        return tuple(one.path for one in self.sorted.outside if one.what in LISTS)

    def name_of(self, path: Path) -> str:
        """Return what a file of the kit is called in the window: its path from the kit."""
        real, root = gate.real(path), gate.real(self.folder)
        return real.relative_to(root).as_posix() if real.is_relative_to(root) else path.name

    def title_of(self, path: Path) -> str:
        """Return what the outline of the PDF calls the text of a file; nothing where it is none of the kit's."""
        documents = (one for one in self.kit.documents if not isinstance(one, PhotoSheet))
        return next((title_of(one) for one in documents if one.source == path), "")
