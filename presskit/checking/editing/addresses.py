"""Telephone numbers and addresses that cannot be, in settings, factsheets and biographies.

Those of a release are found while it is read: its contacts are taken to pieces there.
"""

from __future__ import annotations

from collections.abc import Iterator

from presskit.checking.editing.passages import line_with, passages_of
from presskit.findings import Finding, Where
from presskit.model import Contact, Kit, Release
from presskit.reading.cues.addresses import Impossible, impossible_in, numbers_in, why_no_number


def find_impossible_addresses(kit: Kit) -> Iterator[Finding]:
    """Yield c-043 for each number of a contact in settings, and for what stands in texts that are no releases."""
    for contact in dict.fromkeys((*kit.contacts, *kit.brand.contacts)):
        if contact.line is None:
            yield from _of_contact(contact, kit)
    for document in kit.documents:
        for passage in () if isinstance(document, Release) else passages_of(document):
            for text in passage.text.splitlines():
                yield from (one.at(passage.where) for one in impossible_in(text, kit.region))


def _of_contact(contact: Contact, kit: Kit) -> Iterator[Finding]:
    for said in (contact.phone, contact.after_hours):
        for number in numbers_in(said or "", is_contact=True):
            if why := why_no_number(number, kit.region):
                yield Impossible(number, "a telephone number", why).at(_where(number, kit))


def _where(words: str, kit: Kit) -> Where:
    """Return the settings file in which words stand, and their line."""
    files = [kit.folder / "kit.toml", *([kit.brand.folder / "brand.toml"] if kit.brand.folder else [])]
    files += [release.source for release in kit.releases]
    return next((Where(file, line) for file in files if (line := line_with(file, words))), Where())
