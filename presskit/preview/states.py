"""States of the window: the pages of a file, what was found, and what became of a wish to save the kit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presskit.findings import Finding
from presskit.terminal.phrases import megabytes

if TYPE_CHECKING:
    from presskit.preview.kit_shown import KitShown


@dataclass(frozen=True)
class Shown:
    """One state of the window. number: counts the states, from 1; 0 is before the first.

    groups: what was found, as the page in the browser is given it (presskit.preview.telling.groups_json).
    pdf: the file whose pages are shown, the last good one, which was written to `path`; `name` is how it is called when
    it is no draft. sizes_pt: of its pages. known: the kit of these pages.
    """

    number: int = 0
    verdict: str = ""
    state: str = ""
    title: str = ""
    found: tuple[Finding, ...] = ()
    groups: Sequence[Mapping[str, Any]] = ()
    pdf: bytes = b""
    path: Path | None = None
    name: Path | None = None
    sizes_pt: tuple[tuple[float, float], ...] = ()
    changed: tuple[Path, ...] = ()
    seconds: float = 0.0
    known: KitShown | None = None

    def finding(self, number: int, place: int) -> Finding | None:
        """Return what was found by its number, from 1, in the state of a number; None where another is shown."""
        is_there = number == self.number and 0 < place <= len(self.found)
        return self.found[place - 1] if is_there else None

    @property
    def size(self) -> str:
        """How large the file is, in words."""
        return megabytes(len(self.pdf))


@dataclass(frozen=True)
class Saved:
    """What became of a wish to save the kit as something. path: None where nothing was made. extent: pages, and MB."""

    verdict: str
    state: str
    found: tuple[Finding, ...]
    path: Path | None = None
    extent: str = ""
