"""The kit that the window shows, as far as its things can be spoken about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from presskit.making.orders import MadeKit
from presskit.model import Kit
from presskit.sorting.choosing import Sorted


@dataclass(frozen=True)
class KitShown:
    """A kit that was made: what it says, what each of its files was taken for, the places that were open to it.

    folder: the kit's own. is_open: whether settings can be written into it; not where it came in a ZIP, or is texts
    that a person named.
    """

    kit: Kit
    sorted: Sorted
    folder: Path
    places: tuple[str, ...]
    is_open: bool = True

    @classmethod
    def of(cls, made: MadeKit) -> KitShown:
        """Return what there is to say of a kit that was made."""
        is_open = made.sources.is_whole and made.sources.beside is None
        return cls(made.kit, made.sorted, made.sources.folder, made.places, is_open)

    @property
    def brand(self) -> Path | None:
        """The folder of the brand, where somebody described one."""
        return None if self.kit.brand.is_neutral else self.kit.brand.folder
