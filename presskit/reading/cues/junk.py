"""Furniture of blogs and web pages: what is copied along with a release and is none of it.

Why so careful: a sentence of the release must never be taken for furniture. Every pattern matches a whole
line; words that could be a heading of the release count only beside furniture that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Block, Removed
from presskit.reading.blocks import words_in
from presskit.reading.cues.copied import ENDS, LONG_WORDS, MENU_BAR, find_menus
from presskit.reading.cues.junk_words import COMMENTS, OTHERS, POST, pattern, sure
from presskit.reading.cues.marks import find_date_line

MAX_WORDS, MAX_CHARACTERS = 30, 300
TAG_WORDS = 4
TEXT_WORDS = 12  # of a paragraph that is a sentence of the text
PREFIX = re.compile(r"(?:ICYMI|In case you missed it)\s*[:–—-]\s*", re.IGNORECASE)
# The footer below a mail.
LEGAL = re.compile(
    r"\b(?:this (?:e-?mail|message)|ce (?:message|courriel)|diese e-?mail|este (?:mensaje|correo)|هذه الرسالة)\b"
    r".{0,200}\b(?:confidential|intended|privileged|virus|confidentiel|destin|vertraulich|bestimmt|confidencial|dirigid"
    r"|سرية)",
    re.IGNORECASE | re.DOTALL,
)


def why_furniture(text: str) -> str | None:
    """Return what kind of furniture a line surely is, or None."""
    line = text.strip(" \t\xa0*_·•|")
    if not line or len(line) > MAX_CHARACTERS or words_in(line) > MAX_WORDS:
        return None
    return next((why for why, lines in sure() if lines.fullmatch(line)), None)


def find_furniture(blocks: Sequence[Block], is_release: Sequence[bool]) -> dict[int, str]:
    """Return which blocks are furniture, by place, and why.

    is_release: for each block whether it surely belongs to the release (a contact's label, an end mark, a
    heading “About …”): what opens a list of furniture ends there.
    """
    found = {place: why for place, block in enumerate(blocks) if (why := why_block(block)) and not is_release[place]}
    found |= find_menus(blocks)
    tags = [place for place in range(1, len(blocks)) if is_tag(blocks, place)]
    found |= dict.fromkeys((at for place in tags for at in (place - 1, place)), POST)
    authors = [place for place, block in enumerate(blocks) if pattern("author").fullmatch(block.text.strip())]
    found |= dict.fromkeys((at for place in authors for at in (place, place + 1) if at < len(blocks)), POST)
    reached = first_late(blocks)
    for place, why in sorted(found.items()):
        if why in (COMMENTS, OTHERS) and place > reached:
            taken = follow(blocks, is_release, place, why)
            reached = max(taken, default=place)
            found = taken | found
    for places in (range(len(blocks)), reversed(range(len(blocks)))):
        for place in places:
            neighbour = found.get(place - 1) or found.get(place + 1)
            if place not in found and neighbour and not is_release[place] and is_unsure(blocks[place]):
                found[place] = neighbour
    return found


def why_block(block: Block) -> str | None:
    """Return why a block is furniture: of a list every item must be."""
    if block.kind not in ("paragraph", "heading", "list"):
        return None
    reasons = [why_line(line) for line in block.text.split("\n")]
    is_whole = all(why or is_unsure_line(line) for why, line in zip(reasons, block.text.split("\n"), strict=True))
    return next(filter(None, reasons), None) if is_whole else None


def why_line(line: str) -> str | None:
    """Return why a line is furniture: as it is, or part by part: “12 May 2026 | 3 min read | 0 comments”."""
    parts = [part for part in MENU_BAR.split(line) if part.strip()]
    whole = why_furniture(line)
    if whole or len(parts) < 2:
        return whole
    reasons = [why_furniture(part) or (POST if find_date_line(part) else None) for part in parts]
    is_data = any(reason and not find_date_line(part) for reason, part in zip(reasons, parts, strict=True))
    return (
        POST if is_data and all(why or is_unsure_line(part) for why, part in zip(reasons, parts, strict=True)) else None
    )


def is_unsure(block: Block) -> bool:
    """Tell whether a block is furniture if its neighbour is."""
    return block.kind in ("paragraph", "list", "heading") and all(map(is_unsure_line, block.text.split("\n")))


def is_unsure_line(line: str) -> bool:
    """Tell whether a line may be furniture: its words, or a mark alone."""
    bare = line.strip(" \t\xa0*_·•:")
    return bool(pattern("unsure").fullmatch(bare)) or (not bare and bool(line.strip()))


def is_tag(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a few words stand below a label that stands alone: “Tagged with:”."""
    is_label = bool(pattern("tags").fullmatch(blocks[place - 1].text.strip()))
    return is_label and blocks[place].kind == "paragraph" and words_in(blocks[place].text) <= TAG_WORDS


def first_late(blocks: Sequence[Block]) -> int:
    """Return the place above which the release's own text stands: of its second paragraph of some length."""
    texts = [
        place
        for place, block in enumerate(blocks)
        if block.kind == "paragraph" and words_in(block.text) >= TEXT_WORDS and block.text.rstrip().endswith(ENDS)
    ]
    long = [
        place for place, block in enumerate(blocks) if block.kind == "paragraph" and words_in(block.text) >= LONG_WORDS
    ]
    late = sorted({*texts, *long})
    return late[1] if len(late) > 1 else len(blocks)


def follow(blocks: Sequence[Block], is_release: Sequence[bool], start: int, why: str) -> dict[int, str]:
    """Return the blocks that belong to a heading of furniture: all comments; of other posts their titles."""
    taken = {}
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        is_title = block.kind != "paragraph" or (
            words_in(block.text) <= 20 and not block.text.endswith((".", "!", "”"))
        )
        if is_release[place] or (why == OTHERS and not is_title):
            break
        taken[place] = why
    return taken


def removed(block: Block, why: str) -> list[Removed]:
    """List a block's lines as removed."""
    return [Removed(block.line, line, why) for line in block.text.split("\n")]
