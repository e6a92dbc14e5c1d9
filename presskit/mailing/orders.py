"""What is to be drafted, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from presskit.errors import ExitCode
from presskit.findings import Finding, has_errors
from presskit.making.orders import BuildOrder, MadeKit
from presskit.reading.lists.people import Recipient

COPY_BYTES = 60_000  # what the lines of a copy may add to a mail, typefaces and all


@dataclass(frozen=True)
class MailOrder:
    """What is to be drafted. `build` says how the kit is made; its purpose is "email".

    to: the list of people; without one, a draft without an address. attaches_pdf: else the mail is text alone.
    corrects: the drafts tell those who have the kit that it was corrected. remaining: only for those of the list who
    have no draft yet. together: one draft for all who get the same words. is_mailbox: the drafts are one .mbox.
    personal: each gets a copy of the PDF with their own name on every page. copies_alone: those, and no drafts.
    is_trial: only to compare others with: nothing is recorded, and nobody is asked whether they keep embargoes.
    photo: the number or the name of one, where the draft hands on that alone, to nobody yet.
    """

    build: BuildOrder
    folder: Path | None = None
    to: Path | None = None
    attaches_pdf: bool = True
    corrects: bool = False
    remaining: bool = False
    together: bool = False
    is_mailbox: bool = False
    personal: bool = False
    copies_alone: bool = False
    is_trial: bool = False
    photo: str | None = None

    @property
    def own_places(self) -> tuple[Path, ...]:
        """The files and folders that may be read for it (presskit.gate), besides those of the kit."""
        return tuple(path for path in (self.folder, self.to) if path)


@dataclass(frozen=True)
class Mailed:
    """What was drafted. `largest`: the bytes of the largest draft; the folder is None where none was made.

    drafts: the names of their files; `number` counts them, also in a mailbox. languages: how many people get the kit in
    which language, named as it names itself. unagreed: the people without a draft, because they have not agreed to
    keep an embargo. had: how many have none now because they have one already. record: the table of who has which
    file; None where nobody was addressed. begin: the file to open first.
    """

    made: MadeKit
    folder: Path | None
    drafts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    largest: int = 0
    findings: tuple[Finding, ...] = field(default=())
    unagreed: tuple[Recipient, ...] = ()
    number: int = 0
    languages: tuple[tuple[str, int], ...] = ()
    had: int = 0
    record: Path | None = None
    begin: str = "index.html"

    @property
    def exit_code(self) -> ExitCode:
        """NOT_READY where there is something to fix: no draft is made then."""
        return ExitCode.NOT_READY if has_errors(self.findings) else ExitCode.DONE
