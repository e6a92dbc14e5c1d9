"""Fact boxes: a block of quotation that begins with a title in bold, or with a sign such as [!NOTE]."""

from __future__ import annotations

import re

from presskit.model import Block
from presskit.reading.blocks import paragraph
from presskit.reading.markup import text_of

SIGN = re.compile(
    r"\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|ABSTRACT|FACTS?)\]\s*(?:<br\s*/?>\s*)*", re.IGNORECASE
)
TITLE = re.compile(
    r"\s*<strong>(?P<title>(?:(?!</?strong>).){2,120})</strong>\s*:?\s*<br\s*/?>\s*(?P<rest>.+)", re.DOTALL
)
LINE = re.compile(r"\s*<br\s*/?>\s*")


def find_box(block: Block) -> tuple[str | None, tuple[Block, ...]] | None:
    """Return the title of a fact box, where it has one, and its paragraphs; None for any other block."""
    if block.kind != "quote":
        return None
    sign = SIGN.match(block.html)
    html = block.html[sign.end() :] if sign else block.html
    titled = TITLE.fullmatch(html)
    if not (sign or titled):
        return None
    words = titled["rest"] if titled else html
    lines = tuple(paragraph(line, block.line) for line in LINE.split(words) if text_of(line))
    return text_of(titled["title"]) if titled else None, lines
