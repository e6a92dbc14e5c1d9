"""Quotations set apart: the words, and below or beside them who said them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from presskit.model import Block, Fact
from presskit.reading.blocks import words_in
from presskit.reading.cues.people import is_name
from presskit.reading.cues.quotes import BELOW, CITED, OPENERS, find_runs
from presskit.reading.markup import BREAK, drop_words, text_of
from presskit.reading.sections.labels import LABELLED

LAST_LINE = re.compile(r"(?P<words>.*)(?:<br\s*/?>|\n)\s*(?P<who>[^\n]{2,300})", re.DOTALL)
NAMED = re.compile(r"[^,،:|–—]+")
MOST_WORDS = 20  # of who speaks, with the office


def open_said(block: Block) -> list[Block]:
    """Set apart quotations that a source holds as one, as Word does with neighbours: below each stands who said it."""
    lines = BREAK.split(block.html) if block.kind == "quote" else []
    ends = [place for place, line in enumerate(lines, 1) if BELOW.fullmatch(text_of(line))]
    if len(ends) < 2 or ends[-1] < len(lines) or any(end - start < 2 for start, end in itertools.pairwise((0, *ends))):
        return [block]
    parts = ["<br>".join(lines[start:end]) for start, end in itertools.pairwise((0, *ends))]
    return [replace(block, html=html, text=text_of(html)) for html in parts]


def find_said(blocks: Sequence[Block], place: int, *, is_topic: bool) -> tuple[Fact, int] | None:
    """Return the quotation that begins at a block, and of how many blocks it is made.

    is_topic: a heading or the document says that quotes follow: then a name below one needs no dash, nor any a name.
    """
    block, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
    if block.kind not in ("quote", "paragraph"):
        return None
    if found := _with_name_inside(block, is_topic=is_topic):
        return found, 1
    if not (block.kind == "quote" or _is_all_quoted(block.text)):
        return None
    who = _speaker(below, is_topic=is_topic) if below else None
    if who:
        return Fact(who, block.text, block.html, block.line), 2
    return (Fact("", block.text, block.html, block.line), 1) if is_topic else None


def _with_name_inside(block: Block, *, is_topic: bool) -> Fact | None:
    """Return a quotation whose speaker stands in its last line, behind a dash, or before a colon."""
    if cited := CITED.search(block.html):
        html = re.sub(r"\s*(?:<br\s*/?>|[—–-])*\s*$", "", block.html[: cited.start()])
        return Fact(text_of(cited[1]).lstrip("—–- "), text_of(html), html, block.line)
    last = LAST_LINE.fullmatch(block.html)
    who = BELOW.fullmatch(text_of(last["who"])) if last else None
    if last and who and (block.kind == "quote" or _is_all_quoted(text_of(last["words"]))):
        return Fact(who["who"], text_of(last["words"]), last["words"].strip(), block.line)
    runs = find_runs(block.text)
    behind = BELOW.fullmatch(block.text[runs[0].end :].strip()) if runs and not runs[0].start else None
    if behind and block.html.endswith(behind["who"]):
        html = block.html[: -len(behind["who"])].rstrip(" \xa0—–―-")
        return Fact(behind["who"], text_of(html), html, block.line)
    named = LABELLED.fullmatch(block.text) if is_topic else None
    if named is not None and _is_all_quoted(named["value"]):
        html = drop_words(block.html, block.text[: named.start("value")])
        return Fact(named["label"], text_of(html), html, block.line)
    return None


def _is_all_quoted(text: str) -> bool:
    """Tell whether words stand between quotation marks from their first to their last."""
    runs = find_runs(text) if text[:1] in OPENERS else []
    return bool(runs) and runs[0].start == 0 and runs[-1].end >= len(text.rstrip(" .")) and len(runs[0].words) > 1


def _speaker(block: Block, *, is_topic: bool) -> str | None:
    """Return who speaks, where a line says nothing else."""
    if block.kind != "paragraph" or words_in(block.text) > MOST_WORDS:
        return None
    if who := BELOW.fullmatch(block.text):
        return who["who"]
    name = NAMED.match(block.text)
    is_named = name is not None and is_name(name[0].strip()) and not block.text.endswith((".", "!", "?"))
    return block.text if is_topic and is_named else None
