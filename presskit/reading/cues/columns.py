"""Columns set with spaces or tabs: status and date on the left, the contact on the right; tables of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import takewhile

from presskit.model import Block
from presskit.reading.blocks import paragraph
from presskit.reading.cues.contact_words import FIELD_NAME
from presskit.reading.cues.contacts import EMAIL, label_end
from presskit.reading.cues.marks import read_status
from presskit.reading.cues.people import is_name
from presskit.reading.markup import sanitise, text_of

Line = tuple[int, str]
GAP = re.compile(r"[ \xa0]{4,}|\t+")
MAX_CHARACTERS = 160
FEWEST_ROWS, FEWEST_PEOPLE, MOST_COLUMNS, MOST_IN_CELL = 2, 2, 6, 60


def read_columns(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield numbered lines; where neighbours stand in two columns, the left column comes before the right one.

    So does each person's column where people stand side by side, however many.
    """
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_divided(lines[end][1]) and lines[end][0] == lines[start][0] + end - start:
            end += 1
        rows = [(number, GAP.split(line, maxsplit=1)) for number, line in lines[start:end]]
        cells = [GAP.split(line) for _, line in lines[start:end]]
        if order := by_person(cells):
            yield from ((rows[row][0], cells[row][column]) for row, column in order)
        elif is_form(parts for _, parts in rows):
            yield from ((number, f"{parts[0].rstrip(' :')}: {parts[1]}") for number, parts in rows)
        elif any(read_status(part) or label_end(part) is not None for _, parts in rows for part in parts):
            yield from ((number, parts[0]) for number, parts in rows)
            yield from ((number, parts[1]) for number, parts in rows)
        else:
            end = max(end, start + 1)
            yield from lines[start:end]
        start = end


def gather_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; neighbours that tabs divide into as many columns each are the rows of a table.

    Not what is somebody's address, nor what says itself what stands beside it: those are lines of a letterhead.
    """
    start = 0
    while start < len(blocks):
        rows = [parts_of(blocks[start], 0)]
        while start + len(rows) < len(blocks) and len(rows[0]) > 1 and has_tab(blocks[start + len(rows)]):
            rows.append(parts_of(blocks[start + len(rows)], 0))
        count = len(rows[0])
        rows = [*takewhile(partial(has_cells, count), rows)]
        is_table = len(rows) >= FEWEST_ROWS and count <= MOST_COLUMNS and has_tab(blocks[start])
        if is_table and not any(is_of_head(text_of(cell), place) for row in rows for place, cell in enumerate(row)):
            yield table_of(rows, blocks[start].line)
            start += len(rows)
        else:
            yield blocks[start]
            start += 1


def has_cells(count: int, row: Sequence[str]) -> bool:
    """Tell whether a row has so many cells."""
    return len(row) == count


def is_of_head(cell: str, place: int) -> bool:
    """Tell whether a cell is none of a table: a label with its colon, a status, an address, a long text."""
    is_label = (place == 0 and cell.endswith(":")) or label_end(cell) is not None or read_status(cell) is not None
    return is_label or len(cell) > MOST_IN_CELL or EMAIL.search(cell) is not None


def table_of(rows: Sequence[Sequence[str]], line: int | None) -> Block:
    """Make a table of rows of inline HTML."""
    html = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    text = "\n".join("\t".join(map(text_of, row)) for row in rows)
    return Block("table", text, f"<table><tbody>{html}</tbody></table>", line)


def by_person(rows: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return the cells of rows as (row, column), person by person; none where no people stand side by side."""
    if len(rows) < FEWEST_ROWS:
        return []
    firsts = [int(len(row) > 1 and label_end(row[0]) == len(row[0])) for row in rows]  # “Contact:” is nobody's
    names = rows[0][firsts[0] :]
    is_even = all(len(row) - first == len(names) for row, first in zip(rows, firsts, strict=True))
    if len(names) < FEWEST_PEOPLE or not is_even or not all(map(is_name, names)):
        return []
    labels = [(row, 0) for row, first in enumerate(firsts) if first]
    return labels + [(row, first + place) for place in range(len(names)) for row, first in enumerate(firsts)]


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
        cells = [[paragraph(html, block.line) for html in parts_of(block, 0)] for block in blocks[start:end]]
        if order := by_person([[part.text for part in parts] for parts in cells]):
            yield from (cells[row][column] for row, column in order)
            start = end
            continue
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


def parts_of(block: Block, most: int = 1) -> list[str]:
    """Return the markup on both sides of a paragraph's tabs, as markup of its own; 0 tabs stands for all of them."""
    parts = re.split(r"\t+", block.html, maxsplit=most)
    return [html for part in parts if text_of(html := sanitise(part.strip(" ")))]


def is_divided(line: str) -> bool:
    """Tell whether a wide gap divides a short line."""
    return len(line) <= MAX_CHARACTERS and bool(GAP.search(line))
