"""Settings win over what was recognised; what they replace is listed, so that nothing vanishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from presskit.model import Block, Contact, Removed, Status
from presskit.reading.anatomy.changes import CHANGES, change_of
from presskit.reading.anatomy.labels import Head
from presskit.reading.anatomy.tails import Parts
from presskit.reading.blocks import join, paragraph
from presskit.reading.cues.marks import read_status
from presskit.reading.markup import linkify
from presskit.settings import FrontMatter

WHY = "the settings at the top of the file say it otherwise"


def settle(
    settings: FrontMatter, head: Head, parts: Parts, contacts: list[Contact], *, is_denied: bool = False
) -> list[Removed]:
    """Put the settings in the place of what was recognised, and list what is therefore not printed.

    is_denied: they say that there is no embargo.
    """
    replaced: list[Removed] = []
    for ours, theirs in ((head.headline, settings.headline), (head.subhead, settings.subhead)):
        if theirs and not same(join(ours, " ") or "", theirs):
            replaced += listed(ours)
    replaced += settle_status(settings, head, is_denied=is_denied)
    if settings.contacts:
        known = [*settings.contacts]
        replaced += [Removed(one.line, in_words(one), WHY) for one in contacts if not stands_among(one, known)]
        contacts[:] = known
    if settings.boilerplate:
        own = [paragraph(linkify(text), None) for text in re.split(r"\n\s*\n", settings.boilerplate.strip())]
        if not same(join(own, " ") or "", join(parts.boilerplate, " ") or ""):
            replaced += listed(parts.boilerplate)
        parts.boilerplate = own
    return replaced


def settle_status(settings: FrontMatter, head: Head, *, is_denied: bool) -> list[Removed]:
    """Let the settings' status win: a line that states another one is not printed.

    A release that is corrected may be embargoed as well: both lines stay. A line that states the correction itself
    goes where the settings say when it was made.
    """
    is_embargoed = settings.embargo and head.status not in CHANGES
    if is_denied and head.status == "embargo":
        head.status = None
    status = settings.status or ("embargo" if is_embargoed else head.status)
    status = change_of(settings, status) or status
    stays: set[Status | None] = {None, "embargo"} if status in CHANGES else {None}
    if not settings.changed:
        stays.add(status)
    others = [line for line in head.labels if (found := read_status(line.text)) and found.status not in stays]
    head.labels = [line for line in head.labels if line not in others]
    head.status = status
    return listed(others)


def listed(blocks: Iterable[Block]) -> list[Removed]:
    """List blocks as removed."""
    return [Removed(block.line, block.text, WHY) for block in blocks]


def in_words(contact: Contact) -> str:
    """Return a contact's words on one line."""
    return ", ".join(contact.words)


def stands_among(contact: Contact, known: Iterable[Contact]) -> bool:
    """Tell whether a contact says nothing that one of the known ones does not say."""
    return any(replace(contact, line=None, role=contact.role or one.role) == replace(one, line=None) for one in known)


def same(one: str, other: str) -> bool:
    """Tell whether two texts have the same words."""
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())
