"""Sentences that send the reader to another document of the kit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presskit.model import Block

FACTSHEET = re.compile(
    r"\b(?:our|the|this|attached|enclosed|accompanying)\s+fact[\s\u00a0-]?sheets?\b"
    r"|\b(?:notre|la|cette)\s+fiche\s+(?:d['’]information|technique|repères)\b|\bصحيفة\s+(?:الوقائع|الحقائق)\b",
    re.IGNORECASE,
)


def factsheet_mention(blocks: Iterable[Block]) -> tuple[Block, str] | None:
    """Return the first block that mentions a factsheet, and the words it uses; None where there is none."""
    for block in blocks:
        found = FACTSHEET.search(block.text)
        if found:
            return block, found[0]
    return None


def link_factsheet(html: str, slug: str) -> str:
    """Return `html` with the words that mention the factsheet made a link to it; words inside a link stay."""
    if "<a " in html:
        return html
    return FACTSHEET.sub(lambda found: f'<a href="kit:{slug}">{found[0]}</a>', html)
