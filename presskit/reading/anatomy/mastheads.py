"""What stands above a headline in a table or a list of its own, and contacts set as tables: their cells, set apart.

A letterhead made as a table holds a house's name, “PRESS RELEASE”, a day, an address; a form holds “Name | Ada Thorn”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from presskit.model import Block
from presskit.reading.blocks import is_emphasised, lines_of, paragraph, words_in
from presskit.reading.cues.contact_words import FIELD_NAME
from presskit.reading.cues.contacts import is_contact_line, label_end
from presskit.reading.cues.marks import find_date_line, is_title_label, read_status
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.grids import place_cells
from presskit.reading.markup import inner, parse, sanitise, text_of

CELL_WORDS, TITLE_WORDS, TEXT_WORDS, SENTENCE_WORDS, MOST_CELLS = 12, 3, 25, 12, 24

Cells = list[list[str]]  # rows of markup


def open_tables(blocks: Sequence[Block], region: str) -> Iterator[Block]:
    """Yield blocks with the tables and lists above the text, and those of contacts, as the lines of their cells."""
    headline = headline_place(blocks, region)
    text = next((place for place, block in enumerate(blocks) if place >= headline and is_text(block)), len(blocks))
    for place, block in enumerate(blocks):
        above = blocks[place - 1] if place else None
        if block.kind not in ("table", "list"):
            yield block
        elif place < text and is_masthead(block, region, is_above=place < headline):
            yield from (line for row in cells_of(block) for cell in row for line in cell_lines(cell, block.line))
        elif block.kind == "table" and (lines := contact_lines(block, above, region)):
            yield from lines
        else:
            yield block


def headline_place(blocks: Sequence[Block], region: str) -> int:
    """Return the place of the first heading where nothing above it is text, or could be the headline itself; else 0."""
    for place, block in enumerate(blocks):
        if block.kind == "heading":
            said = read_status(block.text)
            if not (said and said.length == len(block.text)):
                return place
        elif is_text(block) or (block.kind == "paragraph" and not stands_above(block, region)):
            following = blocks[place + 1 :]
            is_first = any(one.kind == "heading" and one.level == 1 for one in following)
            if is_text(block) or not is_first:
                return 0
    return 0


def is_text(block: Block) -> bool:
    """Tell whether a paragraph is long enough to be the text's own."""
    words = words_in(block.text)
    is_sentence = (
        words >= SENTENCE_WORDS and block.text.endswith((".", ".”", "!", "؟", "。")) and not is_emphasised(block)
    )
    return block.kind == "paragraph" and (words >= TEXT_WORDS or is_sentence)


def stands_above(block: Block, region: str) -> bool:
    """Tell whether a line may stand above a headline: a notice, a day, a name, an address, a few words."""
    return words_in(block.text) <= TITLE_WORDS or all(tells(line, region) for line in block.text.split("\n"))


def tells(line: str, region: str) -> bool:
    """Tell whether a line is a notice, a day, a dateline or a contact's, or names what follows."""
    dateline = parse_dateline(line, region)
    is_dateline = bool(dateline and dateline.date and dateline.text == line.strip())
    return bool(
        is_dateline
        or read_status(line)
        or find_date_line(line, region)
        or is_contact_line(line, region)
        or label_end(line) is not None
    )


def is_masthead(block: Block, region: str, *, is_above: bool) -> bool:
    """Tell whether a table or list above the text is made of short lines, of which one is a notice, a day, an address.

    is_above: it stands above the headline. Below, a list of points and a table of figures are the text's.
    """
    cells = [text_of(cell) for row in cells_of(block) for cell in row]
    lines = [line for cell in cells for line in cell.split("\n") if line.strip()]
    if not lines or len(lines) > MOST_CELLS or any(words_in(line) > CELL_WORDS for line in lines):
        return False
    told = sum(tells(line, region) and not is_title_label(line) for line in lines)
    return told > 0 and (is_above or (block.kind == "table" and len(lines) <= TITLE_WORDS))


def cells_of(block: Block) -> Cells:
    """Return the markup of a table's cells, or of a list's items, by row."""
    element = parse(block.html)
    if block.kind == "list":
        return [[inner(item)] for item in element.iter("li") if item.find(".//li") is None]
    table = next(element.iter("table"), None)
    if table is None:
        return []
    rows: dict[int, list[str]] = {}
    for placed in place_cells(table):
        rows.setdefault(placed.row, []).append(markup_of(placed.cell))
    return [rows[number] for number in sorted(rows)]


def markup_of(cell: HtmlElement) -> str:
    """Return a cell's inline markup, a line for each of its paragraphs."""
    return inner(cell).replace("</p>", "<br></p>")


def cell_lines(cell: str, line: int | None) -> Iterator[Block]:
    """Yield a cell's lines as paragraphs."""
    html = sanitise(cell.replace("<br>", "<br>\n"))
    for each in lines_of(paragraph(html, None)):
        if text := each.text.strip():
            yield Block("paragraph", text, each.html, line)


def unfolded(rows: Cells) -> Cells:
    """Return the rows of which a table of one row is made whose cells have as many lines each."""
    lines = [cell.split("<br>") for cell in rows[0]] if len(rows) == 1 else []
    return [[*row] for row in zip(*lines, strict=True)] if len({*map(len, lines)}) == 1 and len(lines) > 1 else rows


def is_pair(row: Sequence[str], region: str) -> bool:
    """Tell whether a row holds words that say whose number or address stands beside them."""
    return len(row) == 2 and not is_contact_line(row[0], region) and is_contact_line(row[1], region)


def contact_lines(block: Block, above: Block | None, region: str) -> list[Block]:
    """Return a table of contacts as their lines; none where no label says that it is one.

    Three shapes: a label and its value side by side, a person on each row below such labels, a person in each column.
    """
    rows = unfolded(cells_of(block))
    texts = [[text_of(cell) for cell in row] for row in rows]
    lines = [line for row in texts for cell in row for line in cell.split("\n")]
    is_labelled = above is not None and above.kind != "table" and label_end(above.text) is not None
    is_labelled = is_labelled or bool(texts and texts[0] and label_end(texts[0][0]) is not None)
    has_address = any(is_contact_line(line, region) for line in lines)
    if not is_labelled or not has_address or any(words_in(line) > CELL_WORDS for line in lines):
        return []
    if all(len(row) == 2 and FIELD_NAME.fullmatch(row[0].strip()) for row in texts if any(row)):
        forms = [[f"{row[0].rstrip(' :')}: {row[1]}"] for row in rows]
    elif len(rows) > 1 and all(FIELD_NAME.fullmatch(cell.strip()) for cell in texts[0] if cell):
        forms = rows[1:]
    elif len(rows) > 1 and all(
        sum(is_contact_line(row[at], region) for row in texts if at < len(row)) for at in (0, 1)
    ):
        forms = [[row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows)))]
    else:
        forms = [[", ".join(row)] if is_pair(text, region) else row for row, text in zip(rows, texts, strict=True)]
    return [line for form in forms for cell in form for line in cell_lines(cell, block.line)]
