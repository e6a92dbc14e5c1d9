"""Two columns above a headline, set with spaces or tabs: the status and date on the left, the contact on the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from presskit.model import Block
from presskit.reading.blocks import paragraph
from presskit.reading.cues.contact_words import FIELD_NAME
from presskit.reading.cues.contacts import label_end
from presskit.reading.cues.marks import read_status
from presskit.reading.markup import sanitise, text_of

Line = tuple[int, str]
GAP = re.compile(r"[ \xa0]{4,}|\t+")
MAX_CHARACTERS = 160


def read_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield numbered lines; where neighbours stand in two columns, the left column comes before the right one."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_divided(lines[end][1]) and lines[end][0] == lines[start][0] + end - start:
            end += 1
        rows = [(number, GAP.split(line, maxsplit=1)) for number, line in lines[start:end]]
        if is_form(parts for _, parts in rows):
            yield from ((number, f"{parts[0].rstrip(' :')}: {parts[1]}") for number, parts in rows)
        elif any(read_status(part) or label_end(part) is not None for _, parts in rows for part in parts):
            yield from ((number, parts[0]) for number, parts in rows)
            yield from ((number, parts[1]) for number, parts in rows)
        else:
            end = max(end, start + 1)
            yield from lines[start:end]
        start = end


def is_form(rows: Iterable[Sequence[str]]) -> bool:
    """Tell whether lines say what stands beside: “Name”, a gap, “Ada Thorn”."""
    found = [*rows]
    return len(found) > 1 and all(len(parts) == 2 and FIELD_NAME.fullmatch(parts[0].strip()) for parts in found)


def divide_columns(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; where tabs divide neighbours, as in Word, the left column comes before the right one."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and has_tab(blocks[end]):
            end += 1
        rows = [[paragraph(html, block.line) for html in parts_of(block)] for block in blocks[start:end]]
        if is_form([part.text for part in parts] for parts in rows):
            yield from (paragraph(f"{parts[0].html.rstrip(' :')}: {parts[1].html}", parts[0].line) for parts in rows)
            start = end
            continue
        if any(read_status(part.text) or label_end(part.text) is not None for parts in rows for part in parts):
            yield from (parts[0] for parts in rows)
            yield from (part for parts in rows for part in parts[1:])
        else:
            end = max(end, start + 1)
            yield from blocks[start:end]
        start = end


def has_tab(block: Block) -> bool:
    """Tell whether a tab divides a short paragraph, outside of what is marked up in it."""
    return block.kind == "paragraph" and len(block.text) <= MAX_CHARACTERS and len(parts_of(block)) > 1


def parts_of(block: Block) -> list[str]:
    """Return the markup on both sides of a paragraph's tabs, as markup of its own."""
    return [html for part in re.split(r"\t+", block.html, maxsplit=1) if text_of(html := sanitise(part.strip(" ")))]


def is_divided(line: str) -> bool:
    """Tell whether a wide gap divides a short line."""
    return len(line) <= MAX_CHARACTERS and bool(GAP.search(line))
