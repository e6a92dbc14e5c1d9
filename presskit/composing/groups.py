"""The lines of the contents, grouped by language where a kit holds several, else by year where they are many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from presskit.composing.languages import Language, language
from presskit.model import Kit, PhotoSheet

CONTACTS_SLUG = "contacts"
BESIDE_SLUG = ""  # of what goes along, and has no page in the kit
MANY_DOCUMENTS = 40  # of more, nobody finds one in a list without parts


@dataclass(frozen=True)
class Entry:
    """A line of the contents. `number` is the page number as printed, `change` the word for a corrected release."""

    slug: str
    kind: str
    title: str
    detail: str | None
    number: str
    language: Language
    change: str | None = None


@dataclass(frozen=True)
class Group:
    """Lines that belong together. `name`: what their language calls itself, or a year; None where none is printed."""

    name: str | None
    language: Language
    entries: tuple[Entry, ...]


def grouped(kit: Kit, entries: Sequence[Entry]) -> tuple[Group, ...]:
    """Group the documents by language where there are several; photos and contacts are for all and stand last.

    Those of one language are grouped by year where they are many; their order stays.
    """
    words = language(kit.language)
    shared = {BESIDE_SLUG, CONTACTS_SLUG, *(sheet.slug for sheet in kit.documents if isinstance(sheet, PhotoSheet))}
    own = [entry for entry in entries if entry.slug not in shared]
    names = dict.fromkeys(entry.language.name for entry in own)
    if not set(names) - {words.name}:
        years = years_of(kit)
        runs = groupby(entries, key=lambda entry: years.get(entry.slug))
        return tuple(Group(year, words, tuple(run)) for year, run in runs)
    groups = [tuple(entry for entry in own if entry.language.name == name) for name in names]
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
