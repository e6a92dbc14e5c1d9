"""HTML elements as blocks: for raw HTML inside Markdown, and for tables and lists of every source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from presskit.model import Block
from presskit.reading.markup import BOXES, HEADINGS, escape, inner, parse, sanitise, text_in, text_of

OF_BLOCKS = BOXES | HEADINGS | {"p", "ul", "ol", "table", "blockquote", "pre", "img"}


def read_elements(markup: str, line: int | None) -> list[Block]:
    """Return the blocks of HTML, all with the line the HTML begins on."""
    return list(walk(parse(sanitise(markup, boxes=True)), line))


def walk(box: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the blocks inside a box; text that stands in the box itself is a paragraph."""
    loose = escape(box.text or "")
    for child in box:
        if child.tag not in OF_BLOCKS:
            loose += inner_of(child)
            continue
        yield from loose_paragraph(loose, line)
        yield from block_of(child, line)
        loose = escape(child.tail or "")
    yield from loose_paragraph(loose, line)


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
            yield figure(element.get("src") or "", element.get("alt") or "", line)
        case "ul" | "ol":
            yield from list_blocks(element, line)
        case "table":
            yield from table_blocks(element, line)
        case "blockquote":
            yield from quote_blocks(element, line)
        case "pre":
            lines = [escape(words) for words in element.text_content().split("\n") if words.strip()]
            yield from loose_paragraph("<br>\n".join(lines), line)
        case tag if tag in HEADINGS:
            if text := text_in(element):
                yield Block("heading", text, inner(element), line, int(tag[1]))
        case _:
            yield from walk(element, line)


def figure(name: str, alt: str, line: int | None) -> Block:
    """Make the block of a picture; `name` is its file beside the text."""
    return Block("figure", alt, f'<img alt="{escape(alt)}" src="{escape(name)}">', line)


def list_blocks(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the list, its items' texts on one line each."""
    for item in list(element.iter("li")):
        flatten(item)
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
    """Yield the quotation, its paragraphs divided by <br>; with other matter in it, its blocks one by one."""
    blocks = list(walk(element, line))
    if blocks and all(block.kind == "paragraph" for block in blocks):
        html = "<br>".join(block.html for block in blocks)
        yield Block("quote", "\n".join(block.text for block in blocks), html, line)
    else:
        yield from blocks


def table_blocks(element: HtmlElement, line: int | None) -> Iterator[Block]:
    """Yield the table with rows of equal length, and a head where the source has one that says something."""
    for cell in list(element.iter("th", "td")):
        flatten(cell)
    rows = [
        [(cell.tag == "th", inner(cell), text_in(cell)) for cell in row.iter("th", "td")] for row in element.iter("tr")
    ]
    rows = [row for row in rows if any(text for _, _, text in row)]
    if not rows:
        return
    width = max(len(row) for row in rows)
    has_head = all(is_head for is_head, _, _ in rows[0])
    head, body = (rows[:1], rows[1:]) if has_head else ([], rows)
    html = "<table>"
    if head:
        html += f"<thead>{html_row([cell for _, cell, _ in head[0]], width, 'th')}</thead>"
    html += (
        "<tbody>" + "".join(html_row([cell for _, cell, _ in row], width, "td") for row in body) + "</tbody></table>"
    )
    text = "\n".join("\t".join(pad([" ".join(t.split("\n")) for _, _, t in row], width)) for row in rows)
    yield Block("table", text, html, line)


def html_row(cells: list[str], width: int, tag: str) -> str:
    """Write one row; short ones are filled with empty cells."""
    scope = ' scope="col"' if tag == "th" else ""
    return "<tr>" + "".join(f"<{tag}{scope}>{cell}</{tag}>" for cell in pad(cells, width)) + "</tr>"


def pad(cells: list[str], width: int) -> list[str]:
    """Fill a row up with empty cells."""
    return cells + [""] * (width - len(cells))


def outer(element: HtmlElement) -> str:
    """Return an element as HTML, without the line ends between its tags."""
    html = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    return re.sub(r"\s*\n\s*(?=<)|(?<=>)\s*\n\s*", "", html)
