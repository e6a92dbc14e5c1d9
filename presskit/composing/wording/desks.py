"""Whom to ring who is not there for the press, such as an investors' desk: its name says so."""

from __future__ import annotations

import re

from presskit.model import Contact

DESK = re.compile(
    r"\b(?:investors?|investisseurs|investoren|inversor(?:es)?|inversionistas|bookings?|reservations?"
    r"|(?:public|customer|donor|guest) (?:relations|affairs|services?)"
    r"|(?:ticket|box|sales) (?:team|office|desk|department))\b|المستثمرين",
    re.IGNORECASE,
)
PRESS = re.compile(r"\b(?:press|media|news)|\bpresse|\bprensa|\bmedien|الصحاف|الإعلام", re.IGNORECASE)


def is_desk(contact: Contact) -> bool:
    """Tell whether a contact is an office that is not for the press."""
    return bool(DESK.search(contact.name)) and not PRESS.search(contact.name)
