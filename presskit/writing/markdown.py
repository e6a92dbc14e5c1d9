"""Blocks as Markdown (CommonMark with tables), which presskit reads as the same blocks again.

What Markdown has no sign for, such as raised figures, stays HTML, which Markdown allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.model import Block

SPECIAL = re.compile(r"[\\`*_\[\]<>^{~]|&(?=#?\w{1,31};)|!(?=\[)|=(?==)|\+(?=\+)")
# What would begin something else than a paragraph: a heading, a list, a quotation, a rule, a table's line, a fence.
BEGINS = re.compile(r"(?P<sign>[#+=~|-]|\d{1,9}(?=[.)](?:\s|$)))")
EDGES = re.compile(r"^\xa0+|\xa0+$|(?<=<br>)\xa0+|\xa0+(?=\\$|<br>)")
MARKS = {"strong": "**", "em": "*"}
KEPT = ("sub", "sup", "cite", "code")
LISTS = ("ul", "ol")
COUNTED = re.compile(r"<(?:ol|li) [^>]*\b(?:type|value)=")  # in letters, or with leaps, as no list of Markdown is
SIGNS = (("-", "."), ("*", ")"))  # before an item, and behind its number


def written(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, an empty line between them.

    A list that follows a list has other signs: with the same ones it would be the same list.
    """
    pieces: list[str] = []
    signs = SIGNS[0]
    last = ""
    is_open = False
    for block in blocks:
        signs = SIGNS[signs is SIGNS[0]] if block.kind == last == "list" else SIGNS[0]
        pieces += ["</aside>"] if is_open and block.box != "goes on" else []
        pieces += ["<aside>"] if block.box == "begins" else []
        pieces.append(one(block, signs))
        last, is_open = block.kind, bool(block.box)
    pieces += ["</aside>"] if is_open else []
    return "\n\n".join(filter(None, pieces)) + "\n"


def one(block: Block, signs: tuple[str, str] = ("-", ".")) -> str:
    """Return a block as Markdown."""
    root = parsed(block.html)
    match block.kind:
        case "heading":
            return f"{'#' * min(max(block.level, 1), 6)} {' '.join(inline(root).split(chr(10)))}"
        case "list" if COUNTED.search(block.html):
            return block.html
        case "list":
            return "\n".join(items_of(root[0], "", signs)) if len(root) else ""
        case "table":
            return table_of(root)
        case "quote":
            paragraphs = re.split(r"(?:<br\s*/?>\s*)", block.html)
            return "\n>\n".join(f"> {paragraph_of(parsed(part))}" for part in paragraphs if part.strip())
        case "figure":
            image = next(root.iter("img"), None)
            return picture(image) if image is not None else ""
        case _:
            return paragraph_of(root)


def parsed(markup: str) -> HtmlElement:
    """Parse a block's HTML; the returned <div> holds it."""
    element: HtmlElement = lxml_html.fragment_fromstring(markup, create_parent="div")
    return element


def paragraph_of(root: HtmlElement) -> str:
    """Return a paragraph: no line of it may begin something else."""
    lines = [line.strip(" ") for line in inline(root).split("\n")]
    return "\n".join(edged(guarded(line)) for line in lines if line)


def edged(line: str) -> str:
    """Return a line whose no-break spaces at its edges are written as such: readers of Markdown take them away."""
    return EDGES.sub(lambda spaces: "&nbsp;" * len(spaces[0]), line)


def guarded(line: str) -> str:
    """Return a line with a backslash before a sign that would begin a list, a heading or a table."""
    begins = BEGINS.match(line)
    if not begins:
        return line
    sign = begins["sign"]
    return f"{sign}\\{line[len(sign) :]}" if sign.isdigit() else f"\\{line}"


def inline(element: HtmlElement) -> str:
    """Return what stands inside an element as Markdown; <br> ends a line."""
    pieces = [text_of(element.text)]
    for child in element:
        pieces += [inline_child(child), text_of(child.tail)]
    return "".join(pieces)


def inline_child(child: HtmlElement) -> str:
    """Return an inline element as Markdown."""
    inner = inline(child)
    match child.tag:
        case "br":
            return "\\\n"
        case "img":
            return picture(child)
        case "a":
            return f"[{inner}](<{child.get('href') or ''}>)" if child.get("href") else inner
        case "strong" | "em":
            return marked(child, inner)
        case tag if tag in KEPT:
            return f"<{tag}>{inner}</{tag}>"
        case _:
            return inner


def marked(child: HtmlElement, inner: str) -> str:
    """Return bold or italic words; where Markdown's signs would not count, beside a letter or a space, as HTML."""
    words = inner.strip()
    tail, previous = child.tail or "", child.getprevious()
    before = (previous.tail if previous is not None else child.getparent().text) or ""
    is_apart = not (before[-1:].isalnum() or tail[:1].isalnum()) and words == inner and "\n" not in inner
    is_plain = words[:1].isalnum() and words[-1:].isalnum()
    mark = MARKS[str(child.tag)]
    return f"{mark}{inner}{mark}" if words and is_apart and is_plain else f"<{child.tag}>{inner}</{child.tag}>"


def text_of(text: str | None) -> str:
    """Return plain text with Markdown's signs made plain."""
    return SPECIAL.sub(r"\\\g<0>", text or "")


def picture(image: HtmlElement) -> str:
    """Return a picture: ![what it shows](<its file>)."""
    return f"![{text_of(image.get('alt'))}](<{image.get('src') or ''}>)"


def items_of(holder: HtmlElement, indent: str, signs: tuple[str, str]) -> list[str]:
    """Return a list's lines, those of a list inside it further in."""
    lines: list[str] = []
    number = int(holder.get("start") or 1) if holder.tag == "ol" else 0
    for item in holder.iterchildren("li"):
        sign = f"{number}{signs[1]} " if holder.tag == "ol" else f"{signs[0]} "
        number += 1
        nested = [child for child in item if child.tag in LISTS]
        for child in nested:
            item.remove(child)
        words = [line.strip(" ") for line in inline(item).split("\n") if line.strip()]
        deeper = indent + " " * len(sign)
        lines += [
            f"{indent}{sign}{edged(guarded(words[0])) if words else ''}",
            *(f"{deeper}{edged(line)}" for line in words[1:]),
        ]
        for child in nested:
            lines += items_of(child, deeper, signs)
    return lines


def table_of(root: HtmlElement) -> str:
    """Return a table: its head, or an empty one where it has none, and its rows; as HTML where cells are merged."""
    if any(cell.get("colspan") or cell.get("rowspan") for cell in root.iter("th", "td")):
        return "".join(str(lxml_html.tostring(child, encoding="unicode")) for child in root)
    rows = [[cell_of(cell) for cell in row.iter("th", "td")] for row in root.iter("tr")]
    if not rows:
        return ""
    has_head = next(root.iter("th"), None) is not None
    width = max(map(len, rows))
    head, body = (rows[0], rows[1:]) if has_head else ([""] * width, rows)
    return "\n".join([line_of(head, width), "|" + " --- |" * width, *(line_of(row, width) for row in body)])


def cell_of(cell: HtmlElement) -> str:
    """Return a cell on one line."""
    line = inline(cell).replace("\\\n", "<br>").replace("\n", " ").replace("|", "\\|")
    return edged(line.strip(" "))


def line_of(cells: Sequence[str], width: int) -> str:
    """Return a row of a table."""
    return "| " + " | ".join([*cells, *[""] * (width - len(cells))]) + " |"


def quoted(value: str) -> str:
    """Return words between straight quotes, as the settings at the top of a file take them."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{plain}"'
