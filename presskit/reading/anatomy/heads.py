"""The top of a release: status lines, headline, subhead, date: all that stands above the first paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from presskit.model import Block
from presskit.reading.anatomy.labels import Head, take_label
from presskit.reading.anatomy.letterheads import letterhead_length, sender_length
from presskit.reading.anatomy.mastheads import headline_place
from presskit.reading.blocks import SourceText, is_capitals, is_emphasised, without_start, words_in
from presskit.reading.cues.captions import is_caption
from presskit.reading.cues.marks import KIND, SUBHEAD_LABEL, read_status
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.markup import escape

# Longer than any headline or subhead that was measured.
TITLE_WORDS, TITLE_CHARACTERS = 45, 320
MOST_STANDFIRSTS = 3  # paragraphs and pictures between the headline and the dateline
LEDE_WORDS = 25
HEADING_WORDS = 9
LABEL_WORDS = 10  # of a title that only names the document
AROUND = " \t\xa0,:|–—-·•"
WEB_ADDRESS = re.compile(r"(?:https?://\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?)", re.IGNORECASE)
SENTENCE_END = (".", ".”", '."', "!”", "?”", ".’", ".)", "。", "。」", "؟")
HANGING = re.compile(
    r"(?:[,–—&-]|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|de|des|du|et|la|le|les|en|à|pour))$",
    re.IGNORECASE,
)


def is_short(block: Block) -> bool:
    """Tell whether a block is no longer than a headline or a subhead."""
    return words_in(block.text) <= TITLE_WORDS and len(block.text) <= TITLE_CHARACTERS


def find_lede(blocks: Sequence[Block], region: str) -> int:
    """Return the place of the first block that is body text: a dateline's paragraph, or one of some length."""
    headline = headline_place(blocks, region)
    for place, block in enumerate(blocks):
        if place >= headline and is_lede(block, region):
            return place + standfirst_length(blocks[place:], region)
    titles = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    first = titles[0] if titles else 0
    sentences = [
        place
        for place, block in enumerate(blocks)
        if block.kind == "paragraph"
        and block.text.endswith(SENTENCE_END)
        and place >= (first if titles else min(1, len(blocks) - 1))
    ]
    return sentences[0] if sentences else len(blocks)


def standfirst_length(blocks: Sequence[Block], region: str) -> int:
    """Return how many blocks sum up the news above the paragraph that a place and a day open: mostly none.

    blocks: from the first that may be body text on. “1 October 2026 – Press view in the Long Hall” tells no place:
    where “Port Hollow, 15 September 2026 – …” follows soon, that one is the dateline.
    """
    for place, block in enumerate(blocks[: MOST_STANDFIRSTS + 1]):
        dateline = parse_dateline(block.text, region) if block.kind == "paragraph" else None
        if dateline and dateline.place and (dateline.date or place == 0):
            return place
        if block.kind not in ("paragraph", "figure") or not is_short(block):
            break
    return 0


def is_lede(block: Block, region: str) -> bool:
    """Tell whether a block surely is body text."""
    if block.kind in ("list", "table", "quote"):
        return True
    if block.kind != "paragraph" or read_status(block.text):
        return False
    words = words_in(block.text)
    dateline = parse_dateline(block.text, region)
    if dateline and words_in(block.text[len(dateline.text) :]) >= 5:
        return True
    if is_emphasised(block) or (is_capitals(block.text) and words <= TITLE_WORDS):
        return False
    return words >= TITLE_WORDS or (words >= LEDE_WORDS and block.text.endswith((*SENTENCE_END, "!", "?", ":")))


def read_head(
    source: SourceText, blocks: Sequence[Block], body: Sequence[Block], region: str, known: str | None = None
) -> Head:
    """Understand the blocks above the first paragraph.

    body: what follows, to know a section's heading by its kin. known: the headline the settings give.
    """
    head = Head()
    titles: list[Block] = []
    text: list[Block] = []
    above_label = 0
    is_named = is_below = False
    for each in blocks:
        labels, dated = len(head.labels), head.dateline
        block = without_subhead_label(head, each) if titles else each
        if (is_named or block is not each) and block.text:
            head.told.append(block)
        is_named = block is not each and not block.text  # a picture has no words either
        if is_named:
            continue
        remainder = block if block in head.told else take_label(head, block, region, bool(titles))
        is_below = is_below or bool(titles and head.dateline != dated and head.dateline and head.dateline.place)
        above_label = above_label or (len(titles) if len(head.labels) > labels else 0)
        if remainder is not None:
            # Below a line with the place no subhead stands any more.
            (text if is_below else titles).append(remainder)
    titles, captions = without_captions(titles)
    above = letterhead_length(titles, region) or sender_length(titles, above_label, body)
    head.letterhead, titles = titles[:above], titles[above:]
    place = past_labels(titles, find_headline(titles, known), known)
    if place is None:
        head.rest = titles if known is None else below_headline(source, head, titles, body, region)
    else:
        head.labels += [block for block in titles[:place] if block.kind in ("paragraph", "heading")]
        head.headline = glue(source, titles[place:])
        below = titles[place + len(head.headline) :]
        beside = [block for block in titles[:place] if block.kind not in ("paragraph", "heading")]
        head.rest = [*beside, *below_headline(source, head, below, body, region)]
    head.rest = [each for block in (*head.rest, *text) for each in (block, captions.get(id(block))) if each]
    return head


def without_subhead_label(head: Head, block: Block) -> Block:
    """Return a block without “Subhead:” before its words, which is noted; no words are left where it says no more."""
    match = SUBHEAD_LABEL.match(block.text) if block.kind in ("paragraph", "heading") else None
    if not match:
        return block
    label = match[0].strip()
    head.named.append(Block("paragraph", label, escape(label), block.line))
    return without_start(block, match[0].rstrip())


def without_captions(titles: Sequence[Block]) -> tuple[list[Block], dict[int, Block]]:
    """Return the blocks without the captions right below pictures, and these by the picture's identity."""
    captions = {id(one): below for one, below in pairwise(titles) if one.kind == "figure" and is_caption(below)}
    gone = {id(block) for block in captions.values()}
    return [block for block in titles if id(block) not in gone], captions


def past_labels(titles: Sequence[Block], place: int | None, known: str | None) -> int | None:
    """Return the place of the headline behind titles that only name the document: “Kelp Trust — Press Release”."""
    while place is not None and known is None and names_document(titles[place].text):
        following = find_headline(titles[place + 1 :], None)
        if following is None:
            return place
        place += 1 + following
    return place


def names_document(text: str) -> bool:
    """Tell whether a title holds the name of an organisation and the kind of the document, and no news."""
    match = KIND.search(text)
    if not match or words_in(text) > LABEL_WORDS:
        return False
    before, after = text[: match.start()].strip(AROUND), text[match.end() :].strip()
    is_named = all(word[:1].isupper() or len(word) < 4 for word in before.split())
    return is_named and (not after or after[0] in ",:|–—-(")


def below_headline(
    source: SourceText,
    head: Head,
    below: Sequence[Block],
    body: Sequence[Block],
    region: str,
) -> list[Block]:
    """Note the subhead, and return the other blocks."""
    headline = head.headline[-1] if head.headline else None
    head.subhead = (
        [block for block in below if block in head.told]
        or find_subhead(source, below, headline, body)
        or find_standfirst(below, body, region)
    )
    chosen = {id(block) for block in head.subhead}
    return [block for block in below if id(block) not in chosen]


def find_headline(titles: Sequence[Block], known: str | None) -> int | None:
    """Return the place of the headline: the first heading of the highest level, else the first short line.

    Where the settings give the headline, only a heading of the first level, or the same words, can be it too.
    """
    headings = [place for place, block in enumerate(titles) if block.kind == "heading" and is_short(block)]
    lines = [place for place, block in enumerate(titles) if block.kind == "paragraph" and is_short(block)]
    if known is None:
        headings.sort(key=lambda place: titles[place].level)
        lines = [place for place in lines if not is_bare_address(titles[place].text)] or lines
        return next(iter(headings or lines), None)
    words = known.lower().split()
    same = [place for place in (*headings, *lines) if titles[place].text.lower().split() == words]
    return next(iter(same or [place for place in headings if titles[place].level == 1]), None)


def is_bare_address(text: str) -> bool:
    """Tell whether a line is an address of the web and nothing else."""
    return bool(WEB_ADDRESS.fullmatch(text.strip()))


def glue(source: SourceText, titles: Sequence[Block]) -> list[Block]:
    """Return the headline's lines: a headline broken over lines goes on in the next one."""
    lines = [titles[0]]
    for block in titles[1:4]:
        last = lines[-1]
        if block.kind != last.kind or not is_short(block) or source.stands_apart(block) or block.line == last.line:
            break
        both_capitals = is_capitals(last.text) and is_capitals(block.text)
        if not (HANGING.search(last.text) or block.text[:1].islower() or both_capitals):
            break
        lines.append(block)
    return lines


def find_subhead(
    source: SourceText, below: Sequence[Block], headline: Block | None, body: Sequence[Block]
) -> list[Block]:
    """Return the subhead's lines: what stands out below the headline and is no section's heading."""
    kin = Counter(block.level for block in body if block.kind == "heading")
    chosen: list[Block] = []
    for block in below:
        if block.kind == "figure":
            continue
        if not is_subhead(block, headline, kin) or (
            chosen and (source.stands_apart(block) or block.kind != chosen[-1].kind)
        ):
            break
        chosen.append(block)
    return chosen


def find_standfirst(below: Sequence[Block], body: Sequence[Block], region: str) -> list[Block]:
    """Return the sentences between headline and dateline: whatever their shape, the text begins with the dateline."""
    dateline = parse_dateline(body[0].text, region) if body and body[0].kind == "paragraph" else None
    lines = [block for block in below if block.kind != "figure"]
    are_lines = all(block.kind == "paragraph" for block in lines)
    is_short_enough = sum(words_in(block.text) for block in lines) <= TITLE_WORDS
    return lines if are_lines and is_short_enough and dateline and dateline.place else []


def is_subhead(block: Block, headline: Block | None, kin: Counter[int]) -> bool:
    """Tell whether a block below the headline is a subhead, and not yet the text."""
    if not is_short(block) or words_in(block.text) < 3:
        return False
    if block.kind == "heading":
        lowest = headline.level if headline and headline.kind == "heading" else 1
        return block.level >= lowest and not kin[block.level]
    if block.kind != "paragraph":
        return False
    is_line = not block.text.endswith((*SENTENCE_END, ".", "!", "?", ":", ",", ";"))
    return is_emphasised(block) or (headline is not None and is_line)


def with_headings(source: SourceText, body: Sequence[Block]) -> list[Block]:
    """Make headings of short lines that stand apart above a paragraph, in sources without marks for them."""
    if any(block.kind == "heading" for block in body):
        return list(body)
    return [
        replace(block, kind="heading", level=2) if is_heading(source, body, place) else block
        for place, block in enumerate(body)
    ]


def is_heading(source: SourceText, body: Sequence[Block], place: int) -> bool:
    """Tell whether a line between paragraphs is a heading."""
    block = body[place]
    if block.kind != "paragraph" or place in (0, len(body) - 1) or words_in(block.text) > HEADING_WORDS:
        return False
    text, following = block.text, body[place + 1]
    if not any(map(str.isalnum, text)):
        return False  # a rule of asterisks
    if (
        not source.stands_apart(block)
        or text.endswith((*SENTENCE_END, ".", "!", ",", ";", ":", "”", '"'))
        or text.startswith(("“", '"'))
    ):
        return False
    return (
        following.kind in ("paragraph", "list", "table") and words_in(following.text) >= 15 and not text[:1].islower()
    )
