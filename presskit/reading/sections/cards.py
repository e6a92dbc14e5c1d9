"""Cards: people, works, films and whatever else stands as a picture and a few lines beside it, one after the other.

A picture begins a card; below a heading that names people, works or films a name, a title or a heading does as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from presskit.kinds import named_kind
from presskit.model import Block, Fact
from presskit.reading.blocks import lines_of_source, paragraph, words_in
from presskit.reading.cues.captions import is_caption
from presskit.reading.cues.people import is_name
from presskit.reading.markup import BREAK, drop_words, inner, parse, text_in, text_of
from presskit.reading.sections.rows import lines_in

CardKind = Literal["people", "works", "films", "cards"]
NAMED: dict[str, CardKind] = {"people": "people", "works": "works", "films": "films"}
LASTS = re.compile(
    r"(?<![\d:.])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])|\d\s?(?:min|sec|Sek|mn|h)\b|\d\s?(?:minut|second|Sekunde|segundo)"
    r"|\d\s?[′″]|\d\s?(?:دقيقة|دقائق|ثانية|ثوان)"
)
SIZE = re.compile(
    r"\d[\d.,]*\s?(?:[cm]?m|in|inches|ft|سم|م|″|\")?\s?[×x]\s?\d[\d.,]*(?:\s?[×x]\s?\d[\d.,]*)?\s?(?:[cm]?m\b|in\b|ft\b|px|سم|م|″|\")"
)
REACHED = re.compile(r"\S@\S+\.\w|\+\d[\d ()./-]{6,}\d")
SHOWN: dict[CardKind, Callable[[Fact], bool]] = {
    "films": lambda card: bool(LASTS.search(f"{card.label} {card.text}")),
    "works": lambda card: bool(SIZE.search(f"{card.label} {card.text}")),
    "people": lambda card: is_name(card.label) or bool(REACHED.search(card.text)),
}
LEAD = re.compile(
    r"\s*<(?P<tag>strong|em)>(?P<label>(?:(?!</?(?:strong|em)>).){1,160})</(?P=tag)>(?P<rest>.*)", re.DOTALL
)
SLANTED = re.compile(r"\s*<em>(?P<inside>(?:(?!</?em>).)*)</em>\s*", re.DOTALL)
CUT = re.compile(r"\s*[,،;|:]\s+|\s+[–—|-]\s+|\s*\(")
JOINED = " \t\r\n\xa0,،;:|–—-"
CARD_WORDS, NOTED_WORDS, TITLE_WORDS = 60, 25, 12  # of a block under such a heading, of any other, of a title
LINE_LETTERS = 60
MATTER = ("paragraph", "caption", "list")


@dataclass(frozen=True)
class Cards:
    """Cards that follow each other. end: the place behind their last block. legend: the words of their table's head."""

    kind: CardKind
    cards: tuple[Fact, ...]
    end: int
    legend: Block | None = None


def find_cards(blocks: Sequence[Block], place: int, topic: str, level: int) -> Cards | None:
    """Return the cards that begin at a block; level: of the heading that they stand below, 0 where there is none."""
    if blocks[place].box:
        return None
    if blocks[place].kind == "table":
        return _in_table(blocks, place, topic)
    if blocks[place].kind == "list":
        return _in_list(blocks[place], place, topic)
    if topic not in NAMED and not _tells(blocks, place, topic, level):
        return None
    ends = _ends(blocks, place, topic, level)
    cards = tuple(_card(blocks[start:end]) for start, end in zip([place, *ends], ends, strict=False))
    if topic in NAMED:
        return Cards(NAMED[topic], cards, ends[-1]) if cards else None
    kind = _kind_of(cards)
    is_run = len(cards) > 1 and kind != "cards" and all(words_in(card.label) <= TITLE_WORDS for card in cards)
    return Cards(kind, cards, ends[-1]) if is_run else None


def _tells(blocks: Sequence[Block], place: int, topic: str, level: int) -> bool:
    """Tell whether the first card says what it is; asked before a run is sought, for a text may hold many pictures."""
    if not begins_card(blocks, place, topic, level):
        return False
    first = _card(blocks[place : _end_of_card(blocks, place, topic, level)])
    return any(tells(first) for tells in SHOWN.values())


def begins_card(blocks: Sequence[Block], place: int, topic: str, level: int) -> bool:
    """Tell whether a block begins a card."""
    block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if block.kind == "figure":
        is_head = below is not None and below.kind == "heading" and below.level > level and not named_kind(below.text)
        is_told = below is not None and _is_matter(below, topic) and (topic in NAMED or not is_caption(below))
        return is_head or is_told
    if block.box or topic not in NAMED:
        return False
    if block.kind == "heading":
        return (
            block.level > level and below is not None and not named_kind(block.text) and _is_named(block, below, topic)
        )
    if block.kind != "paragraph" or words_in(block.text) > CARD_WORDS or not _is_apart(blocks, place):
        return False
    is_name_alone = topic == "people" and "," not in block.text and is_name(block.text)
    return is_titled(_group(blocks, place), topic) or (is_name_alone and below is not None and _is_matter(below, topic))


def _is_apart(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether an empty line stands above a block, as far as its source has lines."""
    block, above = blocks[place], blocks[place - 1] if place else None
    if above is None or block.line is None or above.line is None or above.kind != "paragraph":
        return True
    return block.line > above.line + above.html.count("\n") + 1


def _group(blocks: Sequence[Block], place: int) -> str:
    """Return a paragraph with the lines that stand right below it, as HTML."""
    others = range(place + 1, len(blocks))
    is_end = (other for other in others if blocks[other].kind != "paragraph" or _is_apart(blocks, other))
    return "<br>".join(_in_lines(block) for block in blocks[place : next(is_end, len(blocks))])


def _in_lines(block: Block) -> str:
    """Return the HTML of a block whose short lines are lines, as in a letter's head."""
    lines = lines_of_source(block.html)
    is_short = len(lines) > 1 and all(len(text_of(line)) <= LINE_LETTERS for line in lines)
    return "<br>".join(lines) if is_short else block.html


def _is_named(head: Block, below: Block, topic: str) -> bool:
    """Tell whether a heading is a card's title: a picture stands below it, or what such a card tells."""
    is_told = _is_matter(below, topic) and SHOWN[NAMED[topic]](Fact(head.text, below.text, below.html))
    return below.kind == "figure" or is_told


def is_titled(html: str, topic: str) -> bool:
    """Tell whether a line or several begin with a title: in bold or italics, a person's name, or a line of its own."""
    label, rest = split_title(html)
    if topic == "people":
        return is_name(label) and bool(rest)
    lead = LEAD.fullmatch(html)
    is_marked = lead is not None and not lead["label"].rstrip().endswith((":", ".", "?", "؟"))
    is_told = SHOWN[NAMED[topic]](Fact(label, text_of(rest), rest))
    return bool(rest) and words_in(label) <= TITLE_WORDS and (is_marked or is_told)


def _is_matter(block: Block, topic: str) -> bool:
    most = CARD_WORDS if topic in NAMED else NOTED_WORDS
    is_head = block.kind == "paragraph" and named_kind(block.text) is not None
    return not block.box and block.kind in MATTER and words_in(block.text) <= most and not is_head


def _ends(blocks: Sequence[Block], place: int, topic: str, level: int) -> list[int]:
    """Return where each card of a run ends; the last has no more blocks than those before it."""
    ends, at = [], place
    while at < len(blocks) and begins_card(blocks, at, topic, level):
        end = _end_of_card(blocks, at, topic, level)
        ends.append(end)
        at = end
    if len(ends) > 1:
        lengths = [end - start for start, end in zip([place, *ends], ends, strict=False)]
        ends[-1] = ends[-2] + min(lengths[-1], max(lengths[:-1]))
    return ends


def _end_of_card(blocks: Sequence[Block], start: int, topic: str, level: int) -> int:
    """Return where a card ends: a picture and a heading may begin it, in any order, with lines below them."""
    end = start + 1
    pair = blocks[start : end + 1]
    if {block.kind for block in pair} == {"figure", "heading"} and all(
        block.level > level for block in pair[1:] if block.level
    ):
        end += 1
    first = end if blocks[start].kind != "paragraph" else start
    while end < len(blocks) and blocks[end].kind in MATTER and _is_matter(blocks[end], topic):
        is_alike = blocks[start].kind == "paragraph" and not _is_marked(blocks[start])
        may_begin = topic == "people" or is_alike or _is_marked(blocks[end])
        is_next = blocks[start].kind != "heading" and end > first and may_begin
        if is_next and begins_card(blocks, end, topic, level):
            break
        end += 1
    return end


def _is_marked(block: Block) -> bool:
    """Tell whether a block begins with a title in bold or italics."""
    return LEAD.match(block.html) is not None


def _card(blocks: Sequence[Block]) -> Fact:
    """Return the card that blocks are: a picture, a title, and lines."""
    picture = next((block for block in blocks if block.kind == "figure"), None)
    head = next((block for block in blocks if block.kind == "heading"), None)
    html = "<br>".join(line for block in blocks if block.kind in MATTER for line in _lines(block))
    label, rest = (head.text, html) if head else split_title(html)
    return Fact(label, text_of(rest), rest, blocks[0].line, picture)


def _lines(block: Block) -> Iterator[str]:
    """Yield the lines of a block; a caption is in italics in every format, and none in a card."""
    if block.kind == "list":
        yield from lines_in(block)
        return
    whole = SLANTED.fullmatch(block.html)
    yield whole["inside"] if whole and "," in whole["inside"] else _in_lines(block)


def split_title(html: str) -> tuple[str, str]:
    """Return the title that lines begin with, and the rest as HTML."""
    if lead := LEAD.fullmatch(html):
        return text_of(lead["label"]).rstrip(JOINED), _without_join(lead["rest"])
    first, *others = BREAK.split(html, maxsplit=1)
    words = text_of(first)
    cut = next((cut for cut in CUT.finditer(words) if not others or is_name(words[: cut.start()])), None)
    if cut is None or words_in(words[: cut.start()]) > TITLE_WORDS:
        return (words, others[0]) if others else (words, "") if words_in(words) <= TITLE_WORDS else ("", html)
    start = cut.start() if cut[0].endswith("(") else cut.end()
    rest = drop_words(first, words[:start])
    return words[: cut.start()], "<br>".join((rest, *others))


def _without_join(html: str) -> str:
    """Return HTML without the sign that parted it from a title."""
    bare = re.sub(r"^(?:\s|<br\s*/?>)+", "", html)
    sign = re.match(r"[,،;:|–—-]\s*", bare)
    return re.sub(r"^(?:\s|<br\s*/?>)+", "", bare[sign.end() :] if sign else bare).rstrip()


def _kind_of(cards: Sequence[Fact]) -> CardKind:
    """Return what cards are by what most of them tell."""
    return next((kind for kind, tells in SHOWN.items() if sum(map(tells, cards)) * 2 > len(cards)), "cards")


def _in_list(block: Block, place: int, topic: str) -> Cards | None:
    """Return the cards that the items of a list are, below a heading that names some."""
    items = list(parse(block.html).iter("li")) if topic in NAMED else []
    if not items or any(item.find(".//li") is not None for item in items):
        return None
    lines = [paragraph(inner(item), block.line) for item in items]
    if not all(is_titled(line.html, topic) for line in lines):
        return None
    return Cards(NAMED[topic], tuple(_card([line]) for line in lines), place + 1)


def _in_table(blocks: Sequence[Block], place: int, topic: str) -> Cards | None:
    """Return the cards that the rows of a table are, or its cells, as many as there are pictures, which follow it."""
    table = parse(blocks[place].html)
    rows = [[*row.iterchildren("td")] for row in table.iter("tr") if row.find("td") is not None]
    end = next((at for at in range(place + 1, len(blocks)) if blocks[at].kind != "figure"), len(blocks))
    pictures = blocks[place + 1 : end]
    full = [[inner(cell) for cell in row if text_in(cell)] for row in rows]
    cells = [[cell] for row in full for cell in row]
    is_by_row = any(not any(map(text_in, column)) for column in zip(*rows, strict=False))
    units = full if is_by_row and len(full) == len(pictures) else cells if len(cells) == len(pictures) else []
    heads = [inner(cell) for cell in table.iter("th") if text_in(cell)]
    if topic == "people" and not pictures and are_people([heads, *full] if heads else full):
        units, heads = ([heads, *full] if heads else full), []  # Markdown knows no table without a head
    if not units:
        return None
    line = blocks[place].line
    faces = [[picture] for picture in pictures] or [[] for _ in units]
    cards = tuple(
        _card([*face, *(paragraph(cell, line) for cell in unit)]) for face, unit in zip(faces, units, strict=True)
    )
    legend = paragraph(" · ".join(map(text_of, heads)), line) if heads else None
    return Cards(NAMED[topic] if topic in NAMED else _kind_of(cards), cards, end, legend)


def are_people(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether each row, of cells as HTML, begins with a person's name, and tells more."""
    return bool(rows) and all(len(row) > 1 and is_name(text_of(row[0])) for row in rows)
