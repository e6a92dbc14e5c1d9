"""What is to be built, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from presskit import gate
from presskit.errors import ExitCode
from presskit.findings import Finding, has_errors
from presskit.model import Kit, Purpose
from presskit.printing.shop_file import MOST_INK_PERCENT, ShopFile
from presskit.sorting.sources import Sources, places_of
from presskit.unpacking import is_named_zip, unpacked
from presskit.working.workers import Limits

if TYPE_CHECKING:  # what says what was made, and not what is to be
    from presskit.checking.acceptance import Judge
    from presskit.checking.promises import Promises
    from presskit.composing.parts.page import Picture
    from presskit.linking import LinkedKit
    from presskit.printing.imposition import Booklet
    from presskit.rendering.parts import Press
    from presskit.sorting.choosing import Sorted


@dataclass(frozen=True)
class BuildOrder:
    """What is to be built. `output` None means the default name in the kit's folder "out"; its ending says what it is.

    mail_limit: how many bytes a mail with the kit may have, where it is for "email".
    sheet: what a booklet is folded of; None is the paper of the kit. right_hand: each document begins on such a page.
    For a print shop: bleed_mm (None: what is usual for the paper), icc (the printer's profile) and max_ink_percent.
    ascii: a text's punctuation is ASCII only. embargoed: what anyone could publish is written in spite of an embargo.
    changed_since: the file for the printer that went out; what changed since is printed again.
    binds: whether PDFs of others may stand behind its pages; not where each page is to say whose copy it is.
    now: the moment (aware) against which embargoes are held; None for the clock's, on which no byte depends.
    """

    sources: tuple[Path, ...]
    output: Path | None = None
    paper: str | None = None
    theme: str | None = None
    jobs: int | None = None
    use_cache: bool = True
    strict: bool = False
    limits: Limits = field(default_factory=Limits)
    purpose: Purpose = "screen"
    mail_limit: int = 10_000_000
    ascii: bool = False
    embargoed: bool = False
    now: datetime | None = None
    sheet: str | None = None
    right_hand: bool = False
    bleed_mm: float | None = None
    icc: Path | None = None
    max_ink_percent: float = MOST_INK_PERCENT
    changed_since: Path | None = None
    binds: bool = True

    @property
    def places(self) -> tuple[Path, ...]:
        """The files and folders that may be read for it (presskit.gate); the brand's is known when kit.toml is read."""
        named = (path for path in (self.output, self.changed_since) if path)
        return (*places_of(self.sources), *named)

    @property
    def ingredients(self) -> tuple[Path, ...]:
        """The files and folders that were named and go into it; of a ZIP nothing that lies beside it."""
        folders = [path for path in self.sources if not is_named_zip(path)]
        zips = [path for path in self.sources if is_named_zip(path)]
        return (*zips, *(places_of(folders) if folders else ()), *filter(None, (self.icc, self.changed_since)))

    def read_for(self, made: MadeKit) -> tuple[Path, ...]:
        """Return the files and folders that could be read for a kit that was made."""
        return (*map(Path, made.places), *self.ingredients)


@contextmanager
def opened(order: BuildOrder) -> Iterator[BuildOrder]:
    """Open the gate to what is built, and give the order with each ZIP unpacked, until the block ends."""
    with unpacked(order.sources) as sources:
        found = replace(order, sources=sources)
        with gate.opened(*found.places):
            yield found


@dataclass(frozen=True)
class ReadKit:
    """A kit as it is read: what each file was taken for, what there is to say, and who judges what is found later."""

    kit: Kit
    sorted: Sorted
    findings: tuple[Finding, ...]
    judge: Judge


@dataclass(frozen=True)
class MadeKit:
    """A linked kit in memory, the sources it was made of, and everything there is to say about it.

    press: how its pages were made. pictures: what they show, each in the size it is shown in.
    mail_bytes: the bytes of a mail with it, where it was made for one. accepted: what a person found right, and who.
    written: the files that were. places: what could be read for it. until: when there is something else to say of it;
    None where no clock tells. laid_out: the titles of documents that were laid out for it, and not found finished.
    older: finished PDFs of the same kit in the folder “out” that are not what it gives today.
    """

    kit: Kit
    sources: Sources
    sorted: Sorted
    linked: LinkedKit
    promises: Promises
    findings: tuple[Finding, ...]
    press: Press
    pictures: tuple[Picture, ...]
    mail_bytes: int | None = None
    printed: ShopFile | Booklet | None = None
    accepted: tuple[tuple[Finding, str], ...] = ()
    written: tuple[Path, ...] = ()
    places: tuple[str, ...] = ()
    until: datetime | None = None
    laid_out: tuple[str, ...] = ()
    older: tuple[Path, ...] = ()

    @property
    def pdf(self) -> bytes:
        """The file that is written."""
        return self.printed.pdf if self.printed else self.linked.pdf

    @property
    def booklet(self) -> Booklet | None:
        """The booklet, where it is one."""
        return None if isinstance(self.printed, ShopFile) else self.printed

    @property
    def sides(self) -> int:
        """How many sides of paper are printed."""
        return 2 * self.booklet.sheets if self.booklet else self.linked.pages

    @property
    def exit_code(self) -> ExitCode:
        """NOT_READY where there is an error among the findings."""
        return ExitCode.NOT_READY if has_errors(self.findings) else ExitCode.DONE
