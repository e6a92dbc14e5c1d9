"""Rows: a label and its matter, in a table, in lines, in the items of a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from lxml.html import HtmlElement

from presskit.model import Block, Fact
from presskit.reading.blocks import lines_of, paragraph, words_in
from presskit.reading.counting import lines_of_items
from presskit.reading.markup import drop_words, inner, parse, text_in, text_of
from presskit.reading.sections.labels import (
    LABELLED,
    YEARS,
    is_dated,
    is_day,
    is_hour,
    is_number,
    is_term,
    is_when,
    split_counted,
    split_line,
)

RUN_IN = re.compile(r"<strong>(?P<question>(?:(?!</?strong>).){3,300}[?؟])</strong>\s*(?P<answer>\S.*)", re.DOTALL)
BOLD = re.compile(r"\s*<strong>(?P<label>[^<]{1,48})</strong>\s*(?P<rest>[^\s<–—:-].*)", re.DOTALL)
FEWEST_ITEMS, MOST_COLUMNS = 2, 4
TOLD_WORDS = 5  # a head names, and does not tell
FEWEST_LABELLED, LABEL_WORDS, MATTER_WORDS = 3, 4, 12  # of a list whose labels are no days and no hours


def open_rows(block: Block) -> list[Block]:
    """Set the lines of a paragraph apart where they are rows, or a question and its answer; not in a box."""
    if block.box:
        return [block]
    if match := RUN_IN.match(block.html) if block.kind == "paragraph" else None:
        question = f"<strong>{match['question']}</strong>"
        return [paragraph(question, block.line), paragraph(match["answer"], block.line)]
    lines = lines_of(block)
    if len(lines) < 2:
        return [block]
    rows = [row_of(line) for line in lines]
    is_open = any(rows) and all(row or is_day(line.text) for row, line in zip(rows, lines, strict=True))
    return lines if is_open else [block]


def rows_in(block: Block) -> list[Fact]:
    """Return the rows that a block is made of; none where it is made of anything else."""
    if block.kind == "table":
        return rows_of_table(block)
    if block.kind == "list":
        return rows_of_list(block)
    row = row_of(block) if block.kind == "paragraph" else None
    return [row] if row else []


def row_of(block: Block, is_label: Callable[[str], bool] = is_dated) -> Fact | None:
    """Return the row that a line is: “Label: matter”, “1998 – matter”, “9:30 matter”."""
    bold = BOLD.fullmatch(block.html)
    if bold and is_label(label := text_of(bold["label"]).rstrip(" :.")):
        return Fact(label, text_of(bold["rest"]), bold["rest"], block.line)
    split = split_line(block.text, is_label)
    if split is None:
        return None
    label, start = split
    html = drop_words(block.html, block.text[:start])
    return Fact(label, text_of(html), html, block.line)


def is_plain_row(block: Block) -> bool:
    """Tell whether a line reads “Label: matter”."""
    is_labelled = block.kind == "paragraph" and LABELLED.fullmatch(block.text) is not None
    return is_labelled and row_of(block) is not None


def rows_counted(block: Block) -> list[Fact]:
    """Return the rows of lines, or of a list's items, each of which counts something: “60 boats”, “11 ha: of kelp”."""
    lines = items_of(block) if block.kind == "list" else lines_of(block)
    rows = [row for line in lines if (row := row_counted(line))]
    return rows if len(rows) == len(lines) else []


def row_counted(line: Block) -> Fact | None:
    """Return the row of a line that begins with a number, parted from the rest by a sign or by nothing."""
    row = row_of(line, is_number)
    if row:
        return row if is_number(row.label) else None
    split = split_counted(line.text)
    if split is None:
        return None
    html = drop_words(line.html, line.text[: split[1]])
    return Fact(split[0], text_of(html), html, line.line)


def items_of(block: Block) -> list[Block]:
    """Return a paragraph for each item of a list; none where items hold lists."""
    items = [*parse(block.html).iter("li")]
    is_nested = any(item.find(".//li") is not None for item in items)
    return [] if is_nested else [paragraph(inner(item), block.line) for item in items]


def rows_of_list(block: Block, is_label: Callable[[str], bool] = is_dated) -> list[Fact]:
    """Return the rows of a list whose items all begin with a label: a day or an hour, where nothing else is asked."""
    lines = items_of(block)
    if len(lines) < FEWEST_ITEMS:
        return []
    is_any = is_labelled_list(block)
    rows = [row for line in lines if (row := row_of(line, is_label)) and (is_any or is_label(row.label))]
    return rows if len(rows) == len(lines) else []


def rows_of_table(block: Block) -> list[Fact]:
    """Return the rows of a table of two columns, without a head that names them and without merged cells.

    What stands in the head is a row itself where it begins as those below do: Markdown knows no table without a head.
    """
    table = parse(block.html)
    rows = [[*row.iterchildren("th", "td")] for row in table.iter("tr")]
    has_head = table.find(".//thead") is not None
    if not rows or any(is_merged(cell) for row in rows for cell in row):
        return []
    labels = [text_in(row[0]) for row in rows]
    is_wide = not has_head and all(2 < len(row) <= MOST_COLUMNS for row in rows) and all(map(is_hour, labels))
    is_two = all(len(row) == 2 for row in rows)
    is_narrow = is_two and (not has_head or is_row_in_head(labels) or is_counted_in_head(rows) or is_told_in_head(rows))
    return [row_of_cells(row, block.line) for row in rows] if is_wide or is_narrow else []


def hours_below_head(block: Block) -> int:
    """Count the rows of a table with a head that begin with an hour: one of what is on, though it stays a table."""
    rows = parse(block.html).iterfind(".//tbody/tr") if "<thead>" in block.html else ()
    return sum(is_hour(text_in(row[0])) for row in rows if len(row))


def row_of_cells(cells: Sequence[HtmlElement], line: int | None) -> Fact:
    """Return a table's row: the first cell is its label, the others, such as what and where, are lines."""
    label, *others = cells
    told = [cell for cell in others if text_in(cell)] or others[:1]
    return Fact(text_in(label), "\n".join(map(text_in, told)), "<br>".join(map(inner, told)), line)


def is_merged(cell: HtmlElement) -> bool:
    """Tell whether a cell covers several places."""
    return cell.get("colspan") is not None or cell.get("rowspan") is not None


def is_row_in_head(labels: Sequence[str]) -> bool:
    """Tell whether a table's head begins as its rows do: with an hour, a day, or a figure and its unit."""
    return len(labels) > 1 and any(all(is_one(label) for label in labels) for is_one in (is_hour, is_when, is_number))


def is_counted_in_head(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Tell whether a table's head counts as its rows do: “Length | 42 m”; a year stands above figures of that year."""
    counts = [text_in(row[1]) for row in rows]
    return len(counts) > 1 and all(map(is_number, counts)) and not YEARS.fullmatch(counts[0].strip())


def is_told_in_head(rows: Sequence[Sequence[HtmlElement]]) -> bool:
    """Tell whether a table's head explains a term as its rows do: “Lee | The side that the wind does not reach”."""
    return len(rows) > 1 and all(
        is_term(text_in(term)) and words_in(text_in(told)) >= TOLD_WORDS for term, told in rows
    )


def is_labelled_list(block: Block) -> bool:
    """Tell whether all items of a list read “Label: few words”."""
    items = [*parse(block.html).iterfind("ul/li")] if block.kind == "list" else []
    rows = [LABELLED.fullmatch(text_in(item)) for item in items if item.find(".//li") is None]
    return len(rows) == len(items) >= FEWEST_LABELLED and all(
        row and words_in(row["label"]) <= LABEL_WORDS and words_in(row["value"]) <= MATTER_WORDS for row in rows
    )


def row_below(head: Block, below: Sequence[Block]) -> Fact:
    """Return the row of a label that stands on a line by itself, above its matter; the items of a list are lines."""
    html = "<br>".join(line for block in below for line in lines_in(block))
    return Fact(head.text.rstrip(" :："), text_of(html), html, head.line)


def lines_in(block: Block) -> Iterator[str]:
    """Yield the HTML of each line of a block: each item of a list is one, with its number."""
    if block.kind != "list":
        yield block.html
        return
    for holder in parse(block.html).iterchildren("ol", "ul"):
        yield from lines_of_items(holder)
