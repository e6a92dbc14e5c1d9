"""Furniture of blogs and web pages: what is copied along with a release and is none of it.

Why so careful: a sentence of the release must never be taken for furniture. Every pattern matches a whole
line; words that could be a heading of the release count only beside furniture that is sure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Block, Removed
from presskit.reading.blocks import words_in
from presskit.reading.cues.junk_words import COMMENTS, NAVIGATION, OTHERS, POST, pattern, sure

MAX_WORDS, MAX_CHARACTERS = 30, 300
TAG_WORDS, MENU_WORDS = 4, 3
LONG_WORDS, TEXT_WORDS = 20, 12  # of a paragraph of some length; of one that is a sentence of the text
REPEATED = "the page's title, which stands again below"
ENDS = (".", "!", "?", "”", "»", "。", "؟", '"')
SITE = re.compile(r"\s*[|–—:·•»-]\s+\S")
PREFIX = re.compile(r"(?:ICYMI|In case you missed it)\s*[:–—-]\s*", re.IGNORECASE)


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
    reasons = [why_furniture(line) for line in block.text.split("\n")]
    is_whole = all(why or is_unsure_line(line) for why, line in zip(reasons, block.text.split("\n"), strict=True))
    return next(filter(None, reasons), None) if is_whole else None


def is_unsure(block: Block) -> bool:
    """Tell whether a block is furniture if its neighbour is."""
    return block.kind in ("paragraph", "list", "heading") and all(map(is_unsure_line, block.text.split("\n")))


def is_unsure_line(line: str) -> bool:
    """Tell whether a line may be furniture."""
    return bool(pattern("unsure").fullmatch(line.strip(" \t\xa0*_·•:")))


def is_tag(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a few words stand below a label that stands alone: “Tagged with:”."""
    is_label = bool(pattern("tags").fullmatch(blocks[place - 1].text.strip()))
    return is_label and blocks[place].kind == "paragraph" and words_in(blocks[place].text) <= TAG_WORDS


def find_menus(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the blocks of a website's menu: names of pages side by side, one of which only a menu holds."""
    found: dict[int, str] = {}
    run: list[int] = []
    for place, block in enumerate([*blocks, None]):
        if block and is_menu(block):
            run.append(place)
            continue
        lines = [line.strip() for at in run for line in blocks[at].text.split("\n")]
        if len(lines) > 1 and any(pattern("menu_only").fullmatch(line) for line in lines):
            found |= dict.fromkeys(run, NAVIGATION)
        run = []
    return found


def is_menu(block: Block) -> bool:
    """Tell whether a block may be a part of a menu: nothing but names of a website's pages."""
    lines = [line.strip() for line in block.text.split("\n")]
    return block.kind in ("paragraph", "list", "heading") and all(pattern("menu").fullmatch(line) for line in lines)


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


def find_repeated(blocks: Sequence[Block], stays: Sequence[bool]) -> dict[int, str]:
    """Return what stands above the headline of a page that was copied whole: its title, and few words between the two.

    stays: for each block whether it says something of the release, such as a date or a contact.
    """
    first = next((place for place, block in enumerate(blocks) if words_in(block.text) >= LONG_WORDS), len(blocks))
    title = next((place for place in range(first) if words_in(blocks[place].text) > MENU_WORDS), first)
    again = [place for place in range(title + 1, first) if is_title_of(blocks[title].text, blocks[place].text)]
    if not again:
        return {}
    between = {
        place: NAVIGATION
        for place in range(again[-1])
        if words_in(blocks[place].text) <= TAG_WORDS and not stays[place] and blocks[place].kind != "figure"
    }
    return between | dict.fromkeys((title, *again[:-1]), REPEATED)


def is_title_of(title: str, headline: str) -> bool:
    """Tell whether a page's title is a headline, alone or with the site's name behind it: “Reef returns | Tidewick”."""
    one, other = (" ".join(words.casefold().split()) for words in (title, headline))
    rest = one.removeprefix(other)
    return bool(other) and words_in(other) > MENU_WORDS and one.startswith(other) and bool(not rest or SITE.match(rest))


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
