"""The lines of the contents, grouped by language where a kit holds several, else by year where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from presskit.composing.languages import Language, language
from presskit.composing.parts.parts import label_of, title_of
from presskit.composing.parts.sharing import has_closing, printed
from presskit.composing.wording.changes import change_word
from presskit.model import Biography, Enclosure, Kit, People, PhotoSheet, Printed, Release, Sheet

CONTACTS_SLUG = "contacts"
BESIDE_SLUG = ""  # of what goes along, and has no page in the kit
MANY_DOCUMENTS = 40  # of more, nobody finds one in a list without parts
SEVERAL: Mapping[str, str] = {"release": "releases", "biography": "biographies"}  # the word for lines of one kind


@dataclass(frozen=True)
class Entry:
    """A line of the contents. `number` is the page number as printed, `change` the word for a corrected release.

    label: the word for its kind; None where that stands at a line before it. heads: its label is that of several.
    """

    slug: str
    kind: str
    label: str | None
    title: str
    detail: str | None
    number: str
    language: Language
    change: str | None = None
    heads: bool = False


@dataclass(frozen=True)
class Group:
    """Lines that belong together. `name`: what their language calls itself, or a year; None where none is printed."""

    name: str | None
    language: Language
    entries: tuple[Entry, ...]


def entries_of(kit: Kit, first_pages: Mapping[str, int]) -> tuple[Entry, ...]:
    """Return a line for each document and for a closing page, with "00" for a page that is not known yet."""
    words = language(kit.language)
    numbers = {slug: str(page) for slug, page in first_pages.items()}
    entries = [_entry(document, numbers.get(document.slug, "00")) for document in printed(kit)]
    entries += [_beside(enclosure, words) for enclosure in kit.beside]
    contacts = words.word("contacts")
    name = contacts if kit.brand.is_neutral else kit.brand.name
    last = Entry(CONTACTS_SLUG, "closing", contacts, name, None, numbers.get(CONTACTS_SLUG, "00"), words)
    bound = (_bound(one, words, bound_slug(place), numbers) for place, one in enumerate(kit.bound))
    return (*entries, *([last] if has_closing(kit) else []), *bound)


def _entry(document: Printed, number: str) -> Entry:
    words, label = language(document.language), label_of(document)
    change = change_word(document, words)
    return Entry(document.slug, document.kind, label, title_of(document), _detail(document), number, words, change)


def _beside(enclosure: Enclosure, words: Language) -> Entry:
    """Return the line of a PDF that goes along: it leads to no page of the kit."""
    return Entry(BESIDE_SLUG, "beside", words.word("beside"), enclosure.title, _pages(enclosure, words), "", words)


def _bound(enclosure: Enclosure, words: Language, slug: str, numbers: Mapping[str, str]) -> Entry:
    """Return the line of a PDF whose pages stand behind the kit's."""
    number, pages = numbers.get(slug, "00"), _pages(enclosure, words)
    return Entry(slug, "bound", words.word("bound"), enclosure.title, pages, number, words)


def bound_slug(place: int) -> str:
    """Return by what the first page is known of a PDF that is bound in; place: among these, from 0."""
    return f"bound:{place}"


def _pages(enclosure: Enclosure, words: Language) -> str:
    pages = words.word("one_page") if enclosure.pages == 1 else words.word("page_count", count=enclosure.pages)
    return f"PDF, {pages}"


def _detail(document: Printed) -> str | None:
    words = language(document.language)
    match document:
        case Release():
            return words.day(document.date) if document.date else None
        case Biography():
            return document.role
        case People():
            return words.word("comma").join(one.name for one in document.biographies)
        case Sheet():
            return document.lead
        case PhotoSheet():
            count = len(document.photos)
            return words.word("one_photo") if count == 1 else words.word("photo_count", count=count)


def grouped(kit: Kit, entries: Sequence[Entry]) -> tuple[Group, ...]:
    """Group the documents by language where there are several; photos and contacts are for all and stand last.

    Those of one language are grouped by year where they are many; their order stays.
    """
    words = language(kit.language)
    photos = {sheet.slug for sheet in kit.documents if isinstance(sheet, PhotoSheet)}
    shared = {BESIDE_SLUG, CONTACTS_SLUG, *photos, *map(bound_slug, range(len(kit.bound)))}
    own = [entry for entry in entries if entry.slug not in shared]
    names = dict.fromkeys(entry.language.name for entry in own)
    if not set(names) - {words.name}:
        years = years_of(kit)
        runs = groupby(entries, key=lambda entry: years.get(entry.slug))
        return tuple(Group(year, words, tuple(_labelled([*run]))) for year, run in runs)
    groups = [tuple(_labelled([entry for entry in own if entry.language.name == name])) for name in names]
    return (
        *(Group(group[0].language.name, group[0].language, group) for group in groups),
        Group(None, words, tuple(entry for entry in entries if entry.slug in shared)),
    )


def years_of(kit: Kit) -> Mapping[str, str]:
    """Return the year of each release, by its short name; nothing where a kit is small, or its years are mixed."""
    years = {release.slug: str(release.date.year) for release in kit.releases if release.date}
    runs = [year for year, _ in groupby(years.values())]
    is_of_one_tongue = len({language(code).name for code in kit.languages}) == 1
    is_grouped = len(kit.documents) > MANY_DOCUMENTS and len(runs) == len(set(runs)) and is_of_one_tongue
    return years if is_grouped else {}


def _labelled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield lines, of which those of one kind that follow each other have one label, at the first."""
    for (kind, _), run in groupby(entries, key=lambda entry: (entry.kind, entry.label)):
        first, *others = run
        several = SEVERAL.get(kind) if others else None
        yield replace(first, label=first.language.word(several), heads=True) if several else first
        yield from (replace(one, label=None) for one in others) if several else others
