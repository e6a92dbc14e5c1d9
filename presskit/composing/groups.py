"""The lines of the contents, grouped by language where a kit holds several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from presskit.composing.changes import change_word
from presskit.composing.languages import Language, language
from presskit.composing.parts import Kind, kind_of, title_of
from presskit.composing.sharing import printed
from presskit.model import Biography, Factsheet, Kit, People, PhotoSheet, Printed, Release

CONTACTS_SLUG = "contacts"
SEVERAL: Mapping[Kind, str] = {"release": "releases", "biography": "biographies"}  # the word for lines of one kind


@dataclass(frozen=True)
class Entry:
    """A line of the contents. `number` is the page number as printed, `change` the word for a corrected release.

    label: the word for its kind; None where that stands at a line before it. heads: its label is that of several.
    """

    slug: str
    kind: Kind
    label: str | None
    title: str
    detail: str | None
    number: str
    language: Language
    change: str | None = None
    heads: bool = False


@dataclass(frozen=True)
class Group:
    """Lines that belong together. `name`: what their language calls itself, None where no name is printed."""

    name: str | None
    language: Language
    entries: tuple[Entry, ...]


def entries_of(kit: Kit, first_pages: Mapping[str, int]) -> tuple[Entry, ...]:
    """Return a line for each document and for the closing page, with "00" for a page that is not known yet."""
    words = language(kit.language)
    numbers = {slug: str(page) for slug, page in first_pages.items()}
    entries = [_entry(document, numbers.get(document.slug, "00")) for document in printed(kit)]
    contacts = words.word("contacts")
    name = contacts if kit.brand.is_neutral else kit.brand.name
    last = Entry(CONTACTS_SLUG, "closing", contacts, name, None, numbers.get(CONTACTS_SLUG, "00"), words)
    return (*entries, last)


def _entry(document: Printed, number: str) -> Entry:
    words, kind = language(document.language), kind_of(document)
    change = change_word(document, words)
    return Entry(document.slug, kind, words.word(kind), title_of(document), _detail(document), number, words, change)


def _detail(document: Printed) -> str | None:
    words = language(document.language)
    match document:
        case Release():
            return words.day(document.date) if document.date else None
        case Biography():
            return document.role
        case People():
            return words.word("comma").join(one.name for one in document.biographies)
        case Factsheet():
            return document.lead
        case PhotoSheet():
            count = len(document.photos)
            return words.word("one_photo") if count == 1 else words.word("photo_count", count=count)


def grouped(kit: Kit, entries: Sequence[Entry]) -> tuple[Group, ...]:
    """Group the documents by language where there are several; photos and contacts are for all and stand last."""
    words = language(kit.language)
    shared = {CONTACTS_SLUG, *(sheet.slug for sheet in kit.documents if isinstance(sheet, PhotoSheet))}
    own = [entry for entry in entries if entry.slug not in shared]
    names = dict.fromkeys(entry.language.name for entry in own)
    if not set(names) - {words.name}:
        return (Group(None, words, tuple(_labelled(entries))),)
    groups = [tuple(_labelled([entry for entry in own if entry.language.name == name])) for name in names]
    return (
        *(Group(group[0].language.name, group[0].language, group) for group in groups),
        Group(None, words, tuple(entry for entry in entries if entry.slug in shared)),
    )


def _labelled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield lines, of which those of one kind that follow each other have one label, at the first."""
    for kind, run in groupby(entries, key=lambda entry: entry.kind):
        first, *others = run
        several = SEVERAL.get(kind) if others else None
        yield replace(first, label=first.language.word(several), heads=True) if several else first
        yield from (replace(one, label=None) for one in others) if several else others
