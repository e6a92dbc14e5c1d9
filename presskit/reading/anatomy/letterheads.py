"""The sender's letterhead in words: its name, street and numbers on the first lines, above all that is the release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from presskit.model import Block
from presskit.reading.blocks import is_capitals, is_emphasised, words_in
from presskit.reading.cues.contacts import WEB, is_contact_line

LETTERHEAD_LINES, ADDRESS_WORDS, SENDER_WORDS = 6, 10, 5
STREET = re.compile(
    r"\b\d{1,5}[a-z]?,?\s+(?:[A-Z][\w.'’-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Place|Square"
    r"|Boulevard|Blvd|Court|Ct|Quay|Pier|Terrace|Parkway|Highway|Suite)\b|\bP\.?\s?O\.?\s?Box\s\d"
    r"|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"
    r"|\b(?:\d{1,4},?\s)?(?i:rue|avenue|boulevard|place|quai|chemin)\s(?:de |du |des |d['’])?[A-Z]"
    r"|\w(?:straße|strasse|str\.|platz|weg|allee|gasse)\s\d|\b(?:Calle|Avenida|Plaza|Via|Viale|Piazza|Rua|ul\.)\s[A-Z]"
)


def letterhead_length(titles: Sequence[Block], region: str) -> int:
    """Return how many of the first lines are the sender's name and address: the last of them is an address.

    A headline must follow below them that stands out, or the address tells nothing.
    """
    lines = [*takewhile(is_letterhead_line, titles)][:LETTERHEAD_LINES]
    length = max((place + 1 for place, block in enumerate(lines) if is_address(block.text, region)), default=0)
    stands_out = length < len(titles) and (titles[length].kind == "heading" or is_emphasised(titles[length]))
    return length if stands_out or (length < len(titles) and is_capitals(titles[length].text)) else 0


def sender_length(titles: Sequence[Block], above_label: int, body: Sequence[Block]) -> int:
    """Return 1 where the first line is the sender's name: above the first label, in capitals, and named again below.

    above_label: how many lines stand above the first of “PRESS RELEASE” and its kin.
    """
    if above_label != 1 or len(titles) < 2:
        return 0
    name = " ".join(titles[0].text.split())
    is_named = words_in(name) <= SENDER_WORDS and all(not word[:1].islower() for word in name.split())
    again = (" ".join(block.text.split()) for block in (*titles[1:], *body))
    return int(is_named and any(name in text and name != text for text in again))


def is_letterhead_line(block: Block) -> bool:
    """Tell whether a line may stand in a letterhead: a few words, and nothing sets them apart."""
    return (
        block.kind == "paragraph" and words_in(block.text) <= ADDRESS_WORDS and not block.text.endswith((".", "!", "?"))
    )


def is_address(text: str, region: str) -> bool:
    """Tell whether a line is a street, a town with its post code, a number, or an address of mail or web."""
    return bool(STREET.search(text) or WEB.search(text)) or is_contact_line(text, region)
