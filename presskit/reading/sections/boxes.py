"""Fact boxes: what the source sets apart, or a block of quotation that begins with a bold title or with [!NOTE]."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from presskit.model import Block
from presskit.reading.blocks import SIGN, is_emphasised, paragraph, words_in
from presskit.reading.markup import BREAK, text_of

TITLE = re.compile(
    r"\s*<strong>(?P<title>(?:(?!</?strong>).){2,120})</strong>\s*:?\s*<br\s*/?>\s*(?P<rest>.+)", re.DOTALL
)
TITLE_WORDS = 8  # of a line without any mark


def end_of_box(blocks: Sequence[Block], place: int) -> int:
    """Return where the box ends that begins at a block; the block's own place where none does."""
    if not blocks[place].box:
        return place + bool(_lines_of_quote(blocks[place]))
    others = range(place + 1, len(blocks))
    return next((other for other in others if blocks[other].box != "goes on"), len(blocks))


def open_box(blocks: Sequence[Block]) -> tuple[str | None, tuple[Block, ...]]:
    """Return the title of a box, where it has one, and the blocks below it."""
    lines = [*(_lines_of_quote(blocks[0]) or blocks)]
    if sign := SIGN.match(lines[0].html):
        html = lines[0].html[sign.end() :]
        lines = [*([replace(lines[0], html=html, text=text_of(html))] if text_of(html) else []), *lines[1:]]
    if len(lines) > 1 and _is_title(lines[0]):
        return lines[0].text, tuple(lines[1:])
    return None, tuple(lines)


def _lines_of_quote(block: Block) -> list[Block]:
    """Return the paragraphs of a quotation that is a box; none of any other block."""
    sign = SIGN.match(block.html) if block.kind == "quote" else None
    html = block.html[sign.end() :] if sign else block.html
    if block.kind != "quote" or not (sign or TITLE.fullmatch(html)):
        return []
    return [paragraph(line, block.line) for line in BREAK.split(html) if text_of(line)]


def _is_title(block: Block) -> bool:
    """Tell whether the first block of a box is its title: a heading, a line in bold, or a short one."""
    is_line = block.kind == "paragraph" and words_in(block.text) <= TITLE_WORDS and "\n" not in block.text
    return block.kind == "heading" or (is_line and (is_emphasised(block) or block.text[-1:].isalnum()))
