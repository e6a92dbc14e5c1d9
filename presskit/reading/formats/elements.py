"""HTML elements as blocks: for raw HTML inside Markdown, and for tables and lists of every source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from presskit.model import Block
from presskit.reading.blocks import boxed, is_emphasised, is_sign
from presskit.reading.counting import write_numbers
from presskit.reading.dates.dates import NOON
from presskit.reading.grids import Grid, Placed, begins, in_rows, place_cells, with_rows
from presskit.reading.markup import BOXES, HEADINGS, escape, inner, parse, sanitise, text_in, text_of

FIGURE = re.compile(r"\d")
UNIT = re.compile(r"\s*[(\[][^()\[\]]{1,30}[)\]]$")  # behind what a column holds: “Growth (mm a–1)”
COUNTED = re.compile(rf"\d|\b{NOON}", re.IGNORECASE)  # or told as an hour
OF_BLOCKS = BOXES | HEADINGS | {"p", "ul", "ol", "table", "blockquote", "pre", "img"}


def read_elements(markup: str, line: int | None) -> list[Block]:
    """Return the blocks of HTML, all with the line the HTML begins on."""
    return list(walk(parse(sanitise(markup, boxes=True)), line))


def walk(box: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the blocks inside a box; text that stands in the box itself is a paragraph."""
    loose = escape(box.text or "")
    for child in box:
        if child.tag not in OF_BLOCKS and not is_picture(child):
            loose += inner_of(child)
            continue
        yield from loose_paragraph(loose, line)
        yield from block_of(child, line)
        loose = escape(child.tail or "")
    yield from loose_paragraph(loose, line)


def is_picture(element: HtmlElement) -> bool:
    """Tell whether an element is a link around a picture, and nothing else."""
    return element.tag == "a" and element.find(".//img") is not None and not text_in(element)


def inner_of(element: HtmlElement) -> str:
    """Return an element as HTML, with the text after it."""
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=True))


def loose_paragraph(markup: str, line: int | None) -> Iterator[Block]:
    """Yield a paragraph unless there are no words; two <br> in a row divide it."""
    for part in re.split(r"(?:<br>\s*){2,}", markup):
        if text_of(part):
            yield Block("paragraph", text_of(part), part.strip(" \n\t\r\f"), line)


def block_of(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the block or blocks an element makes."""
    match element.tag:
        case "img":
            yield figure(element, line)
        case "a":
            yield from (figure(image, line, element.get("href")) for image in element.iter("img"))
        case "figcaption":
            yield from captions(walk(element, line))
        case "ul" | "ol":
            yield from list_blocks(element, line)
        case "table":
            yield from table_blocks(element, line)
        case "blockquote":
            yield from quote_blocks(element, line)
        case "aside":
            yield from boxed(walk(element, line))
        case "pre":
            lines = [escape(words) for words in element.text_content().split("\n") if words.strip()]
            yield from loose_paragraph("<br>\n".join(lines), line)
        case tag if tag in HEADINGS:
            if text := text_in(element):
                yield Block("heading", text, inner(element), line, int(tag[1]))
        case _:
            yield from walk(element, line)


def figure(image: HtmlElement, line: int | None, address: str | None = None) -> Block:
    """Make the block of a picture, whose name is its file beside the text. address: where it leads."""
    alt = image.get("alt") or ""
    html = f'<img alt="{escape(alt)}" src="{escape(image.get("src") or "")}">'
    return Block("figure", alt, f'<a href="{escape(address)}">{html}</a>' if address else html, line)


def pictures_in(element: HtmlElement) -> list[tuple[HtmlElement, str | None]]:
    """Return the pictures inside an element, each with where it leads."""
    return [
        (image, next((each.get("href") for each in image.iterancestors("a")), None)) for image in element.iter("img")
    ]


def captions(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield what a source says to be a caption: in italics, which below a picture stand for one in every format."""
    for block in blocks:
        is_plain = block.kind == "paragraph" and "<em>" not in block.html
        yield replace(block, html=f"<em>{block.html}</em>") if is_plain else block


def list_blocks(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the list, its items' texts on one line each."""
    for item in list(element.iter("li")):
        flatten(item)
    for holder in element.iter("ol"):
        write_numbers(holder)
    items = [text_of_item(item) for item in element.iter("li")]
    if any(items):
        yield Block("list", "\n".join(filter(None, items)), outer(element), line)


def flatten(holder: HtmlElement) -> None:
    """Make lines of the blocks in an item or a cell: neither of them can hold a block that is read aloud as one."""
    for node in [node for node in holder.iter(*BOXES, *HEADINGS, "p", "pre", "blockquote") if node is not holder]:
        before, parent = node.getprevious(), node.getparent()
        follows = before is not None and before.tag not in ("ul", "ol", "br")
        if text_in(node) and (follows or (parent is not None and (parent.text or "").strip())):
            node.addprevious(node.makeelement("br"))
        if (node.tail or "").strip():
            line_end = node.makeelement("br")
            line_end.tail, node.tail = node.tail, None
            node.addnext(line_end)
        if node.tag in HEADINGS:
            node.tag = "strong"
        else:
            node.drop_tag()


def text_of_item(item: HtmlElement) -> str:
    """Return an item's text without the lists inside it."""
    own = parse(sanitise(inner(item)))
    for nested in [*own.iter("ul", "ol")]:
        nested.drop_tree()
    return " ".join(text_in(own).split("\n"))


def quote_blocks(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the quotation, its paragraphs divided by <br>; with other matter in it, its blocks one by one.

    These are a box where they begin with a title.
    """
    blocks = list(walk(element, line))
    if blocks and all(block.kind == "paragraph" for block in blocks):
        html = "<br>".join(block.html for block in blocks)
        yield Block("quote", "\n".join(block.text for block in blocks), html, line)
    else:
        is_titled = bool(blocks) and (blocks[0].kind == "heading" or is_sign(blocks[0]) or is_emphasised(blocks[0]))
        yield from boxed(blocks) if is_titled else blocks


def table_blocks(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the table with rows of equal length, and a head where the source has one that says something.

    Its pictures follow it.
    """
    pictures = pictures_in(element)
    for image, _ in pictures:
        image.drop_tree()
    put_into_cells(element)
    for title in element.findall("caption"):
        yield from loose_paragraph(inner(title), line)
        element.remove(title)
    for cell in list(element.iter("th", "td")):
        flatten(cell)
    placed = place_cells(element)
    placed = with_rows(placed, {one.row for one in placed if text_in(one.cell)})
    if not placed:
        yield from (figure(image, line, address) for image, address in pictures)
        return
    rows = in_rows(placed)
    heads = rows_of_head(rows)
    html = f"<thead>{''.join(html_row(rows, at, 'th') for at in range(heads))}</thead>" if heads else ""
    html += f"<tbody>{''.join(html_row(rows, at, 'td') for at in range(heads, len(rows)))}</tbody>"
    text = "\n".join(
        "\t".join(cell_text(rows, at, column) for column in range(len(rows[at]))) for at in range(len(rows))
    )
    yield Block("table", text, f"<table>{html}</table>", line)
    yield from (figure(image, line, address) for image, address in pictures)


def put_into_cells(table: HtmlElement) -> None:
    """Make lines of the tables inside a table's cells, a line for each row: read aloud, they stay with their cell."""
    for nested in reversed([each for each in table.iter("table") if each is not table]):
        lines = [in_a_line(row) for row in nested.iter("caption", "tr")]
        for line in lines:
            nested.addprevious(line)
        nested.drop_tree()  # the words after it stay


def in_a_line(row: HtmlElement) -> HtmlElement:
    """Return a row of a table as a line, its cells divided by commas."""
    line = row.makeelement("div")
    cells = [cell for cell in row.iterchildren("td", "th") if text_in(cell)] or [row]
    for place, cell in enumerate(cells):
        flatten(cell)
        part = line.makeelement("span")
        part.text, part.tail = cell.text, ", " if place < len(cells) - 1 else None
        part.extend(list(cell))
        line.append(part)
        part.drop_tag()
    line.sourceline = row.sourceline
    return line


def rows_of_head(rows: Grid) -> int:
    """Count the rows of a table's head: the first where it is one, and those that its cells reach into.

    Few who set a table in Word or in a blog say that its first row is one; then its look and its words tell.
    """
    first = [one for one in rows[0] if one and one.row == 0]
    if not all(one.cell.tag == "th" for one in first):
        return int(is_head_by_look(rows))
    reached = max(one.rows for one in first)
    return reached if reached < len(rows) or len(rows) == 1 else 0


def is_head_by_look(rows: Grid) -> bool:
    """Tell whether the first row of a table without heads names what stands below: alone in bold, or alone in words.

    In words: in three columns or more, of which one has a figure in each row below. Rows of two columns are facts.
    """
    cells = [one.cell for row in rows for one in row if one]
    first = [one for one in rows[0] if one]
    is_plain = all(cell.tag == "td" for cell in cells) and all(one.rows == 1 for one in first)
    named = [one for one in first if text_in(one.cell)]
    if not is_plain or len(rows) < 2 or len({id(one.cell) for one in named}) < 2 or len(named) < len(rows[0]) - 1:
        return False
    if all(is_bold(one.cell) for one in named):
        return not any(all(is_bold(one.cell) for one in row if one) for row in rows[1:])
    is_worded = not any(COUNTED.search(UNIT.sub("", text_in(one.cell))) for one in named)
    counted = [
        all(one and FIGURE.search(text_in(one.cell)) for one in column) for column in zip(*rows[1:], strict=True)
    ]
    return is_worded and len(rows) > 2 and len(counted) > 2 and any(counted)


def is_bold(cell: HtmlElement) -> bool:
    """Tell whether all words of a cell are bold; one without words may be in a row that is."""
    bold = " ".join(text_in(part) for part in cell.iter("strong", "b"))
    return text_in(cell).split() == bold.split()


def html_row(rows: Grid, at: int, tag: str) -> str:
    """Write one row: each cell where it begins, and an empty one where there is none."""
    cells = (html_cell(one, tag) for column, one in enumerate(rows[at]) if one is None or begins(one, at, column))
    return f"<tr>{''.join(cells)}</tr>"


def html_cell(one: Placed | None, tag: str) -> str:
    """Write one cell, with how many columns and rows it covers."""
    columns, down = (one.columns, one.rows) if one else (1, 1)
    spans = "".join(f' {name}="{span}"' for name, span in (("colspan", columns), ("rowspan", down)) if span > 1)
    scope = f' scope="{"colgroup" if columns > 1 else "col"}"' if tag == "th" else ""
    return f"<{tag}{spans}{scope}>{inner(one.cell) if one else ''}</{tag}>"


def cell_text(rows: Grid, at: int, column: int) -> str:
    """Return the words at a place of a table on one line; those of a merged cell stand where it begins."""
    one = rows[at][column]
    return " ".join(text_in(one.cell).split("\n")) if one and begins(one, at, column) else ""


def outer(element: HtmlElement) -> str:
    """Return an element as HTML, without the line ends between its tags."""
    html = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    return re.sub(r"\s*\n\s*(?=<)|(?<=>)\s*\n\s*", "", html)
