"""A tree of HTML elements as blocks: for web pages, and for what becomes of a Word file.

The tree is tidied first: what shows no text is taken out, pictures stand behind the block that holds them, and loose
text becomes paragraphs. Its leaves, each with its line, are then read like any other HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from presskit.model import Block
from presskit.reading.blocks import boxed
from presskit.reading.cues.marks import read_status
from presskit.reading.formats.elements import put_into_cells, read_elements
from presskit.reading.markup import BOXES, BREAK, HEADINGS, STRUCK, sanitise, text_in, text_of
from presskit.reading.words import words

LEAVES = {"p", "ul", "ol", "table", "blockquote", "pre", "img", *HEADINGS}
PAGE_BOXES = BOXES | {"html", "body", "nav", "form", "fieldset", "address", "details", "summary", "center", "hgroup"}
BLOCKS = LEAVES | PAGE_BOXES | {"hr"}
# What a reader of the page does not see, or cannot read.
UNSEEN = words("""
head script style noscript template iframe object embed applet svg math canvas audio video map button input select
textarea datalist dialog link meta param source track
""")
STRUCK_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
RAISED = re.compile(r"vertical-align\s*:\s*(?P<how>super|sub)\b", re.IGNORECASE)
SHOWN_AS_BLOCK = re.compile(r"display\s*:\s*block", re.IGNORECASE)
MEASURES = ("meter", "progress", "output", "label", "slot")
HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|em)", re.IGNORECASE
)
OUTWARD = re.compile(r"\s*(?:https?|mailto|tel):", re.IGNORECASE)  # a link within a page leads nowhere on paper
MANY_PARAGRAPHS = 3
TITLE_WORDS = 3  # of a line that can be a title, or a subtitle, of its own
# Of a person side by side with others: a name, and where to reach it. A letterhead has few cells.
CARD_LINES, MOST_OF_LETTERHEAD = 3, 8
REACHED = re.compile(r"\S@\S+\.\w|\+?\d[\d ()./-]{6,}\d")
CELL_WORDS = 25  # of a table; what is longer is text that a table arranges
TICKED, UNTICKED = "☑", "☐"
OF_CELLS, CELLS = ("table", "thead", "tbody", "tfoot", "tr", "ul", "ol"), ("td", "th", "li")


def tidy(root: HtmlElement) -> HtmlElement:
    """Take out what shows no text, set pictures behind their block, and make paragraphs of loose text."""
    strip_unseen(root)
    name_looks(root)
    mark_struck(root)
    for link in [link for link in root.iter("a") if not OUTWARD.match(link.get("href") or "")]:
        link.drop_tag()
    for picture in reversed(list(root.iter("img"))):  # so that several keep their order
        set_behind(picture, root)
    for terms in [terms for terms in root.iter("dl") if is_paired(terms)]:
        in_table(terms)
    for table in reversed([table for table in root.iter("table") if holds_small_tables(table)]):
        put_into_cells(table)
    for table in [table for table in root.iter("table") if is_card(table)]:
        by_columns(table)
    wrap_loose(root)
    return root


def is_paired(terms: HtmlElement) -> bool:
    """Tell whether a list holds terms, and below each a few words: rows, as those of a table."""
    pairs = list(terms)
    is_plain = not any(node.tag in BLOCKS - {"p"} for each in pairs for node in each.iterdescendants())
    return is_plain and len(pairs) > 2 and [each.tag for each in pairs] == ["dt", "dd"] * (len(pairs) // 2)


def in_table(terms: HtmlElement) -> None:
    """Make a table of a list of terms."""
    pairs, terms.tag = list(terms), "table"
    for term, told in zip(pairs[::2], pairs[1::2], strict=True):
        row = terms.makeelement("tr")
        term.addprevious(row)
        row.sourceline = term.sourceline
        term.tag = told.tag = "td"
        row.extend([term, told])


def strip_unseen(root: HtmlElement) -> None:
    """Take out what no reader of a page sees, or can use; of a box to tick its mark stays."""
    for box in [box for box in root.iter("input") if (box.get("type") or "").lower() == "checkbox"]:
        mark = box.makeelement("span")
        mark.text, mark.tail = TICKED if box.get("checked") is not None else UNTICKED, box.tail
        box.getparent().replace(box, mark)
    etree.strip_elements(root, *UNSEEN, with_tail=False)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)


def name_looks(root: HtmlElement) -> None:
    """Name elements by what they look like: raised, lowered, a block of its own; of unknown ones the words stay."""
    for node in [node for node in root.iter() if isinstance(node.tag, str)]:
        style = node.get("style") or ""
        if node.tag in ("span", "font") and (moved := RAISED.search(style)):
            node.tag = "sup" if moved["how"].lower() == "super" else "sub"
        elif "-" in node.tag or (node.tag == "span" and SHOWN_AS_BLOCK.search(style)):
            node.tag = "div"
        elif node.tag in MEASURES:
            node.drop_tag()


def mark_struck(root: HtmlElement) -> None:
    """Put what a style strikes through into an element that says so."""
    styled = [node for node in root.iter() if STRUCK_THROUGH.search(node.get("style") or "")]
    holders = {each: None for node in styled for each in (node.iter(*CELLS) if node.tag in OF_CELLS else [node])}
    for node in holders:
        around = node.makeelement(STRUCK)
        around.text, node.text = node.text, None
        around.extend(list(node))
        node.append(around)


def set_behind(picture: HtmlElement, root: HtmlElement) -> None:
    """Move a picture behind the paragraph, list or table that holds it."""
    holders = [node for node in picture.iterancestors() if node is not root and not is_box(node)]
    if not holders:
        return
    line = picture.sourceline
    picture.drop_tree()
    picture.tail = None  # the words after it have stayed where they were
    holders[-1].addnext(picture)
    picture.sourceline = line


def is_box(node: HtmlElement) -> bool:
    """Tell whether an element only holds blocks, and means nothing itself."""
    if node.tag == "table":
        return is_layout(node)
    if node.tag in ("tbody", "thead", "tfoot", "tr", "td", "th"):
        table = next(node.iterancestors("table"), None)
        return table is None or is_layout(table)
    return node.tag in PAGE_BOXES or (node.tag not in LEAVES and any(child.tag in BLOCKS for child in node.iter()))


def is_layout(table: HtmlElement) -> bool:
    """Tell whether a table only arranges a page.

    It is one box; or a cell of it holds a table, headings, a release's status, a whole address; or several paragraphs,
    where it is no grid of few words.
    """
    cells = list(table.iter("td", "th"))
    if (
        len(cells) == 1
        or is_card(table)
        or any(True for _ in table.iter(*HEADINGS))
        or table.find(".//table") is not None
    ):
        return True
    return not is_grid(table) and any(len(list(cell.iter("p"))) >= MANY_PARAGRAPHS for cell in cells)


def is_grid(table: HtmlElement) -> bool:
    """Tell whether a table has rows and columns, and no more than words in its cells."""
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    widths = [len([*row.iterchildren("td", "th")]) for row in rows]
    parts = [text_in(each) for each in table.iter("td", "th") if each.find(".//table") is None]
    is_small = not any(True for _ in table.iter(*HEADINGS)) and all(len(part.split()) <= CELL_WORDS for part in parts)
    return len(rows) > 1 and min(widths) > 1 and is_small


def holds_small_tables(table: HtmlElement) -> bool:
    """Tell whether a grid holds other tables in few of its cells.

    On a web page, a table around tables arranges it: its rows have one cell, or most of its cells hold a table.
    """
    cells = [cell for cell in table.iter("td", "th") if next(cell.iterancestors("table")) is table]
    holders = [cell for cell in cells if cell.find(".//table") is not None]
    return bool(holders) and is_grid(table) and len(holders) * 2 < len(cells)


def is_card(table: HtmlElement) -> bool:
    """Tell whether a table is a letterhead, with a release's status in it, or sets whom to ring side by side."""
    lines = [lines_of(cell) for cell in table.iter("td", "th")]
    has_address = any(len(one) >= CARD_LINES and any(map(REACHED.search, one)) for one in lines)
    is_small = len(lines) <= MOST_OF_LETTERHEAD and not is_of_labels(table)
    return has_address or (is_small and any(read_status(line) for one in lines for line in one))


def is_of_labels(table: HtmlElement) -> bool:
    """Tell whether each row is a word or a few and what they name: “Release | 6 November” names no release."""
    rows = [[text_in(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    is_paired = len(rows) > 1 and all(len(row) == 2 and all(row) for row in rows)
    return is_paired and all(len(row[0].split()) == 1 and not row[0].isupper() for row in rows)


def lines_of(cell: HtmlElement) -> list[str]:
    """Return the lines of a cell: its paragraphs, and those that <br> divides them into."""
    holders = list(cell.iter("p")) or [cell]
    return [line for holder in holders for line in text_in(holder).split("\n") if line]


def by_columns(table: HtmlElement) -> None:
    """Put the cells of a table's columns below each other: what stands side by side is read one after the other.

    Where each row has its picture, its words belong to that.
    """
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    are_pictured = all(any(cell.find(".//img") is not None for cell in row) for row in rows)
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or are_pictured:
        return
    first = rows[0]
    for row in rows[1:]:
        for holder, cell in zip(first, row, strict=True):
            box = holder.makeelement("div")
            box.text = cell.text
            box.extend(list(cell))
            holder.append(box)
            cell.getparent().remove(cell)


def wrap_loose(box: HtmlElement) -> None:
    """Put text and inline elements that stand in a box directly into paragraphs."""
    children = list(box)
    text, box.text = box.text or "", None
    loose = new_paragraph(box, 0, text, box.sourceline) if text.strip() else None
    for child in children:
        if child.tag not in BLOCKS and not is_box(child):
            if loose is None:
                loose = new_paragraph(box, box.index(child), "", child.sourceline)
            loose.append(child)
            continue
        if is_box(child):
            wrap_loose(child)
        text, child.tail = child.tail or "", None
        loose = new_paragraph(box, box.index(child) + 1, text, child.sourceline) if text.strip() else None


def new_paragraph(box: HtmlElement, place: int, text: str, line: int | None) -> HtmlElement:
    """Put a paragraph with `text` into a box."""
    paragraph = box.makeelement("p")
    paragraph.text = text
    if line is not None:  # a box that was made here stands on no line of the page
        paragraph.sourceline = line
    box.insert(place, paragraph)
    return paragraph


def leaves(box: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements of a tidied tree that make blocks, in the order of the page."""
    for child in box:
        if child.tag in LEAVES and not is_box(child):
            yield child
        elif is_box(child):
            yield from leaves(child)


def blocks_of(leaf: HtmlElement, line: int | None) -> list[Block]:
    """Return the blocks of a leaf, their text without the line ends of the file; <br> ends a line."""
    markup = str(etree.tostring(leaf, encoding="unicode", method="html", with_tail=False))
    blocks = [in_one_line(part) for block in read_elements(markup, line) for part in titles_of(block)]
    box = next(leaf.iterancestors("aside"), None)
    return blocks if box is None else boxed(blocks, begins=next(leaves(box), None) is leaf)


def titles_of(block: Block) -> list[Block]:
    """Return a heading with a soft break in it as two, where the words below it begin a sentence of their own."""
    if block.kind != "heading" or not BREAK.search(block.html):
        return [block]
    lines: list[str] = []
    for line in BREAK.split(block.html):
        if lines and not begins_anew(text_of(lines[-1]), text_of(line)):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
    return [replace(block, html=(html := sanitise(line)), text=text_of(html)) for line in lines if text_of(line)]


def begins_anew(above: str, below: str) -> bool:
    """Tell whether a title's second line is no part of the first: a capital, and small letters in most words after it.

    In a title all of whose words have capitals nothing tells, and its lines stay one.
    """
    words = below.split()
    small = [word for word in words[1:] if word[:1].islower()]
    is_whole = len(above.split()) >= TITLE_WORDS and above[-1:].isalnum()
    return is_whole and len(words) >= TITLE_WORDS and words[0][:1].isupper() and len(small) * 2 > len(words) - 1


def in_one_line(block: Block) -> Block:
    """Return a block whose only line ends are those a reader sees."""
    if block.kind not in ("paragraph", "heading", "quote"):
        return block
    html = re.sub(r"[ \t]*[\r\n]+[ \t]*", " ", block.html)
    if block.kind == "heading":
        html = re.sub(r"\s*<br>\s*", " ", html)
    elif block.kind == "paragraph":
        html = re.sub(r"(?:\s*<br>)+\s*$", "", re.sub(r"\s*<br>\s*", "<br>\n", html))
    return replace(block, html=html, text=text_of(html))


def is_hidden(node: HtmlElement) -> bool:
    """Tell whether an element says of itself that it is not shown."""
    return node.get("hidden") is not None or bool(HIDDEN.search(node.get("style") or ""))
