"""What a release's reader is not sure of: fields that nothing but their place, or another field, told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from presskit.model import Contact, Doubt
from presskit.reading.anatomy.heads import is_bare_address
from presskit.reading.anatomy.labels import Head
from presskit.reading.blocks import is_capitals, is_emphasised
from presskit.settings import FrontMatter


def find_doubts(
    head: Head, settings: FrontMatter, stated: date | None, taken: date | None, contacts: list[Contact]
) -> Iterator[Doubt]:
    """Yield the doubtful fields, most harmful first.

    stated: the day of dateline or date line. taken: the release's, which is the embargo's or the post's without one.
    """
    first = next(iter(head.headline), None)
    is_dated = stated or settings.date
    if first and not settings.headline and not is_dated and first.kind != "heading":
        # A line that nothing sets apart: a slogan or the sender may stand above the headline, where no day tells.
        words = "\n".join(block.text for block in head.headline)
        if not is_emphasised(first) and not is_capitals(words):
            yield Doubt("headline", " ".join(words.split()), first.line)
    if taken and not is_dated:
        yield Doubt("date", taken.isoformat())
    if first and not settings.headline and is_dated and is_bare_address(first.text):
        yield Doubt("headline", first.text, first.line)
    for contact in contacts[:2]:
        if not (contact.phone or contact.email):
            yield Doubt("whom to ring", contact.name, contact.line)
