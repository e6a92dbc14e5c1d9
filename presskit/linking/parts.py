"""What the linker takes and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from presskit.findings import Finding


class File(Protocol):
    """A part's PDF that is kept somewhere until it is linked."""

    def read(self) -> bytes:
        """Return its bytes."""


PartFile = bytes | File


def bytes_of(file: PartFile) -> bytes:
    """Return a part's PDF."""
    return file if isinstance(file, bytes) else file.read()


@dataclass(frozen=True)
class LinkablePart:
    """A part rendered alone, ready to be linked.

    slug: its link target; a link to "kit:<slug>" in any part leads to this part's first page.
    title: its outline entry and the title of its structure element.
    language: BCP 47.
    pdf: a tagged PDF as WeasyPrint writes it with pdf_variant="pdf/ua-1".
    blanks: how many empty pages stand before it.
    group: the entry of the outline that it stands below, with its neighbours of the same group; empty for none.
    """

    slug: str
    title: str
    language: str
    pdf: PartFile
    blanks: int = 0
    group: str = ""


@dataclass(frozen=True)
class KitMetadata:
    """What the linked file says about itself. `created` is the kit's date: no clock is ever read.

    is_printed: the printer's dialog is told to keep the size and to turn sheets over at their long edge.
    stated: how the file is made, for whoever makes it again to compare the two.
    """

    title: str
    language: str
    creator: str
    author: str | None = None
    subject: str | None = None
    keywords: tuple[str, ...] = ()
    created: date | None = None
    is_printed: bool = False
    stated: str = ""


@dataclass(frozen=True)
class Enclosed:
    """A text that lies within the file: its name without folders, what it holds, and what it is to the pages.

    mime: its kind, such as "text/plain". relationship: PDF's word (ISO 19005-3, 6.8), Source for what the pages were
    made of, Alternative for the same words in another form.
    """

    name: str
    data: bytes
    description: str
    mime: str
    relationship: Literal["Source", "Alternative"]


@dataclass(frozen=True)
class LinkedKit:
    """One PDF, its number of pages, and what was found while linking: dead links, faces that are not ours."""

    pdf: bytes
    pages: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class BoundFile:
    """A PDF of others, to be bound in. slug: what links to it say.

    paper_pt: the paper that its pages are scaled to; None where they stay.
    """

    path: Path
    title: str
    slug: str
    paper_pt: tuple[float, float] | None = None
