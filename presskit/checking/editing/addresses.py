"""Telephone numbers and addresses that cannot be, in settings, factsheets and biographies; and domains misspelt.

Those that cannot be in a release are found while it is read: its contacts are taken to pieces there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from presskit.checking.editing.names import is_slip
from presskit.checking.editing.passages import abouts_of, line_with, passages_of
from presskit.findings import Finding, Where, finding
from presskit.model import Contact, Kit, Release
from presskit.reading.cues.addresses import Impossible, impossible_in, numbers_in, why_no_number
from presskit.reading.folding import fold

DOMAIN = re.compile(r"(?:[\w.+-]+@|https?://(?:www\.)?|\bwww\.)(?P<domain>[^\W_][\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,})")


def find_impossible_addresses(kit: Kit) -> Iterator[Finding]:
    """Yield c-043 for each number of a contact in settings, and for what stands in texts that are no releases."""
    for contact in dict.fromkeys((*kit.contacts, *kit.brand.contacts)):
        if contact.line is None:
            yield from _of_contact(contact, kit)
    for document in kit.documents:
        for passage in () if isinstance(document, Release) else passages_of(document):
            for text in passage.text.splitlines():
                yield from (one.at(passage.where) for one in impossible_in(text, kit.region))


def find_differing_domains(kit: Kit) -> Iterator[Finding]:
    """Yield c-045 for each domain that is another one of the kit's with a letter more, less, or another."""
    written: dict[str, tuple[str, Where]] = {}
    for words, where in _addressed(kit):
        for match in DOMAIN.finditer(words):
            written.setdefault(match["domain"].casefold(), (match[0], where))
    near: dict[tuple[object, ...], list[str]] = {}
    for domain, (words, where) in written.items():
        for key in _keys(domain):
            for other in near.setdefault(key, []):
                if is_misspelt(other, domain):
                    first, place = written[other]
                    yield finding("c-045", where, words=words, other=first, place=str(place))
            near[key].append(domain)


def _keys(domain: str) -> Iterator[tuple[object, ...]]:
    """Yield what a domain has in common with each that is one with it by a slip of the pen, which spares first letters.

    Why: of a list of two thousand addresses nobody waits for each to be held against each.
    """
    labels = domain.split(".")
    for place, label in enumerate(labels[:-1]):
        yield place, *labels[:place], fold(label).lower[:1], *labels[place + 1 :]


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether two domains are one by a slip of the pen: in one of their labels, and not in their ending."""
    ours, theirs = one.split("."), other.split(".")
    if len(ours) != len(theirs) or ours[-1] != theirs[-1]:
        return False
    differing = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and is_slip(*differing[0], is_last=False)


def _addressed(kit: Kit) -> Iterator[tuple[str, Where]]:
    """Yield the texts of a kit in which addresses stand, the settings first."""
    yield from ((web, _where(web, kit)) for web in (kit.brand.web,) if web)
    contacts: list[tuple[Contact, Path | None]] = [(contact, None) for contact in (*kit.brand.contacts, *kit.contacts)]
    contacts += [(contact, release.source) for release in kit.releases for contact in release.contacts]
    for contact, file in contacts:
        for words in (contact.email, contact.role, contact.more):  # of which a website is a part
            if words:
                yield words, Where(file, contact.line) if file else _where(words, kit)
    for passages in (*abouts_of(kit), *(passages_of(document) for document in kit.documents)):
        yield from ((passage.text, passage.where) for passage in passages)


def _of_contact(contact: Contact, kit: Kit) -> Iterator[Finding]:
    for said in (contact.phone, contact.after_hours, contact.more):
        for number in numbers_in(said or "", is_contact=True):
            if why := why_no_number(number, kit.region):
                yield Impossible(number, "a telephone number", why).at(_where(number, kit))


def _where(words: str, kit: Kit) -> Where:
    """Return the settings file in which words stand, and their line."""
    files = [kit.folder / "kit.toml", *([kit.brand.folder / "brand.toml"] if kit.brand.folder else [])]
    files += [release.source for release in kit.releases]
    return next((Where(file, line) for file in files if (line := line_with(file, words))), Where())
