"""The lines of the contents, grouped by language where a kit holds several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presskit.composing.languages import Language, language
from presskit.model import Kit, PhotoSheet

CONTACTS_SLUG = "contacts"
BESIDE_SLUG = ""  # of what goes along, and has no page in the kit


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
    """Lines that belong together. `name`: what their language calls itself, None where no name is printed."""

    name: str | None
    language: Language
    entries: tuple[Entry, ...]


def grouped(kit: Kit, entries: Sequence[Entry]) -> tuple[Group, ...]:
    """Group the documents by language where there are several; photos and contacts are for all and stand last."""
    words = language(kit.language)
    shared = {BESIDE_SLUG, CONTACTS_SLUG, *(sheet.slug for sheet in kit.documents if isinstance(sheet, PhotoSheet))}
    own = [entry for entry in entries if entry.slug not in shared]
    names = dict.fromkeys(entry.language.name for entry in own)
    if not set(names) - {words.name}:
        return (Group(None, words, tuple(entries)),)
    groups = [tuple(entry for entry in own if entry.language.name == name) for name in names]
    return (
        *(Group(group[0].language.name, group[0].language, group) for group in groups),
        Group(None, words, tuple(entry for entry in entries if entry.slug in shared)),
    )
