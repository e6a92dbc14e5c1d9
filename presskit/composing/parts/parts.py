"""The pieces of a kit as HTML: what every one of them has, and what documents are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from presskit.composing import measures
from presskit.composing.languages import language
from presskit.composing.look.setting import Setting
from presskit.composing.parts.page import Picture
from presskit.findings import Finding
from presskit.kinds import named_kind, plain
from presskit.model import Biography, Embargo, Kit, People, PhotoSheet, Printed, Release, Sheet

Kind = Literal["cover", "contents", "release", "document", "biography", "biographies", "photos", "closing", "stamps"]


@dataclass(frozen=True)
class ComposedPart:
    """A document as HTML, the pictures it asks for, and what was found on the way. `source` is None for the frame.

    said: its text, block by block, once the HTML is not needed any more. steps: how many its theme's ladder has, by
    which it may be set tighter.
    """

    slug: str
    kind: Kind
    title: str
    language: str
    html: str
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()
    source: Path | None = None
    tagged: bool = True
    said: tuple[str, ...] = ()
    steps: int = 0


@dataclass(frozen=True)
class StampedPage:
    """What the lines of one page need to know. Pages count from 1; `total` counts the whole PDF's.

    is_over: a release has said on it, or before, that it ends; what follows are notes. section: the heading of the
    table that goes on at its top, "" where none does. is_turned: the page lies on its side.
    """

    kind: Kind
    title: str
    page_in_part: int
    pages_in_part: int
    number: int
    total: int
    kind_name: str = ""
    embargo: str | None = None
    language: str = "en"
    is_over: bool = False
    section: str = ""
    is_turned: bool = False

    @property
    def more(self) -> bool:
        """Whether the page says "More follows": a release does, up to its end mark or its last page."""
        return self.kind == "release" and self.page_in_part < self.pages_in_part and not self.is_over


def kind_of(document: Printed) -> Kind:
    """Return the name of the template that sets a document."""
    kinds: Mapping[type, Kind] = {
        Release: "release",
        Sheet: "document",
        Biography: "biography",
        People: "biographies",
        PhotoSheet: "photos",
    }
    return kinds[type(document)]


def title_of(document: Printed) -> str:
    """Return a document's title as contents, outline and page lines print it."""
    match document:
        case Release():
            return document.headline or label_of(document)
        case Sheet():
            return document.title or label_of(document)
        case Biography():
            return document.name
        case People():
            return language(document.language).word("persons")
        case PhotoSheet():
            return language(document.language).word("photo_sheet")


def label_of(document: Printed) -> str:
    """Return what a document's pages say that it is, in its language: “Media advisory”; a release as it says itself."""
    if document.label:
        return document.label
    usual = language(document.language).word(document.kind)
    lines = (document.status_text or "").splitlines() if isinstance(document, Release) else []
    own = next(filter(names_release, lines), usual)
    return usual if plain(own) == plain(usual) else own.capitalize() if own.isupper() else own


def names_release(line: str) -> bool:
    """Tell whether a line above a headline only says what the text is: “NEWS RELEASE”."""
    return named_kind(line) == "release"


def embargo_of(kit: Kit, document: Printed | None = None) -> Embargo | None:
    """Return the embargo that a document prints: a release its own, which may be none; all else the kit's."""
    return document.embargo if isinstance(document, Release) else kit.embargo


def title_pt(setting: Setting, title: str, columns_before: int = 3) -> float:
    """Return the size of a document's title, which stands to the right of so many columns."""
    type_, room_pt = setting.theme.title, setting.paper.columns_pt(12 - columns_before)
    return measures.title_size(setting.tied(title, ends=True), setting.face(type_), room_pt, type_)
