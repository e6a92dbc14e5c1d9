"""Captions of the pictures that stand in a text: the line right below one, numbered or with who took it."""

from __future__ import annotations

import re

from presskit.model import Block
from presskit.reading.blocks import words_in

# “Figure 1: …”, and who took a picture: “Photo: Ada Thorn”, “© Tidewick Society”.
CAPTION = re.compile(
    r"\W*(?:fig(?:ure|\.)?|photos?|picture|image|abb(?:ildung|\.)|foto|bild|légende|imagen|figura|صورة)\s*(?:\d{1,3}|[:.–—-])",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"\b(?:photos?|foto|picture|image|bild|photograph(?:ie)?|imagen|crédits?(?:\s+photos?)?|(?:photo|image)\s+credits?|تصوير|صورة)"
    r"\s*(?::|©|by\s|von\s|par\s|de\s|/\s)\s*\S|©\s*\S|\bcourtesy\s+of\s",
    re.IGNORECASE,
)
ITALICS = re.compile(r"\s*<em>(?:(?!<em>).)*</em>[.\s]*", re.DOTALL)
LONGEST_WORDS = 45


def is_caption(block: Block) -> bool:
    """Tell whether a block below a picture is the picture's: it is numbered, says who took it, or is all in italics."""
    is_slanted = block.kind == "paragraph" and bool(ITALICS.fullmatch(block.html))
    return block.kind == "caption" or tells_picture(block) or (is_slanted and words_in(block.text) <= LONGEST_WORDS)


def tells_picture(block: Block) -> bool:
    """Tell whether a block below a picture says nothing without it: it is numbered, or says who took it."""
    return (
        block.kind == "paragraph"
        and words_in(block.text) <= LONGEST_WORDS
        and bool(CAPTION.match(block.text) or CREDIT.search(block.text))
    )
