"""Contacts that stand outside of the text: at the head and foot of its pages, or beside it on a web page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from presskit.model import Block, Contact, Removed
from presskit.reading.anatomy.tails import is_label, labelled_run
from presskit.reading.blocks import SourceText
from presskit.reading.cues.contacts import is_contact_line, merge, read_contacts
from presskit.reading.cues.junk import why_furniture
from presskit.reading.formats.web import AROUND
from presskit.reading.markup import escape
from presskit.reading.reasons import MARGINS


def add_margins(
    contacts: Sequence[Contact], left_out: Sequence[Removed], region: str
) -> tuple[list[Contact], list[Removed]]:
    """Return the contacts with those that stand at the head or foot of the pages, and what else is left out."""
    margins = [one for one in left_out if one.why in MARGINS and is_contact_line(one.text, region)]
    named = {
        one: [
            contact for contact in read_contacts([Block("paragraph", one.text, "", one.line)], region) if contact.name
        ]
        for one in margins
    }
    found = [contact for added in named.values() for contact in added]
    return list(merge([*contacts, *found])), [one for one in left_out if not named.get(one)]


def find_around(left_out: Sequence[Removed], region: str) -> tuple[list[Contact], list[Removed]]:
    """Return the contact that stands on a web page outside of the text, below its label, and what else is left out."""
    lines = [Block("paragraph", one.text, escape(one.text), one.line) for one in left_out]
    around = SourceText(tuple(lines))
    for place, one in enumerate(left_out):
        if one.why != AROUND or not is_label(lines[place]):
            continue
        run = [*takewhile(lambda at: not why_furniture(lines[at].text), labelled_run(around, lines, place, region))]
        found = read_contacts([lines[at] for at in run], region)
        if any(contact.email or contact.phone for contact in found):
            return list(found), [other for at, other in enumerate(left_out) if at not in run]
    return [], list(left_out)
