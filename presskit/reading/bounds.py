"""Limits of a text's size, held before time is spent on it: presskit.limits has them, here they are counted.

Why so many: each is where a parser, the anatomy finder or the page engine takes more than its share of time, and
none is met by a release of 300 pages or a table of 5,000 rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from presskit.findings import Where
from presskit.limits import (
    ATTRIBUTES,
    BRACKETS,
    CELLS,
    COLUMNS,
    ELEMENTS,
    LINE_CHARACTERS,
    NESTING,
    NOTES,
    PARAGRAPHS,
    RUNS,
    TEXT_LINES,
    TITLE_CHARACTERS,
    WORD_CHARACTERS,
)
from presskit.model import Block
from presskit.reading.words import words

TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?:\"[^\"<]*\"|'[^'<]*'|[^<>\"'])*)>", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
# Elements that stay open until they are closed, so that a thousand of them stand inside one another.
HOLDERS = words("""
div section article main header footer aside nav span b i u em strong font small big a sub sup code q cite form
blockquote ul ol dl table figure center fieldset details summary abbr mark ins del s strike tt
""")
BREAK = re.compile(r"\n[ \t\r]*\n")


def require_lines(text: str, path: Path) -> None:
    """Raise SourceError s-018 where plain text or Markdown has too many lines, or one that is too long."""
    lines = text.split("\n")
    TEXT_LINES.require(len(lines), Where(path))
    longest = max(range(len(lines)), key=lambda at: len(lines[at]))
    LINE_CHARACTERS.require(len(lines[longest]), Where(path, longest + 1))
    for at, line in enumerate(lines, start=1):
        if len(line) > WORD_CHARACTERS.most:
            WORD_CHARACTERS.require(max(map(len, line.split()), default=0), Where(path, at))


def require_markdown(text: str, path: Path) -> None:
    """Raise SourceError s-018 for Markdown in which a link could begin at too many brackets, or a table is too wide.

    Why: the parser looks from each bracket for the end of a link, and fills every row up to the widest.
    """
    for piece in BREAK.split(text):
        BRACKETS.require(piece.count("["), Where(path))
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], start=1):
        if not line.strip("|:- \t\r"):
            COLUMNS.require(min(line.count("|"), lines[number - 1].count("|")), Where(path, number))


def require_page(text: str, path: Path) -> None:
    """Raise SourceError s-018 for a web page whose elements stand too deep, or have too many attributes, to parse."""
    depth, line, place = 0, 1, 0
    for tag in TAG.finditer(text):
        if len(tag[3]) > ATTRIBUTES.most:
            line += text.count("\n", place, tag.start())
            place = tag.start()
            ATTRIBUTES.require(len(QUOTED.sub('""', tag[3]).split()), Where(path, line))
        if tag[2].lower() in HOLDERS and not tag[3].endswith("/"):
            depth = max(0, depth - 1) if tag[1] else depth + 1
            NESTING.require(depth, Where(path))


def require_tree(root: HtmlElement, path: Path) -> None:
    """Raise SourceError s-018 for a page of too many elements, or a table of too many cells once its rows are even."""
    ELEMENTS.require(sum(1 for _ in root.iter()), Where(path))
    for table in root.iter("table"):
        widths = [sum(1 for _ in row.iter("td", "th")) for row in table.iter("tr")]
        where = Where(path, table.sourceline or None)
        COLUMNS.require(max(widths, default=0), where)
        CELLS.require(len(widths) * max(widths, default=0), where)


def require_office(parts: Iterable[etree._Element], path: Path) -> None:
    """Raise SourceError s-018 for an OpenDocument text of too many paragraphs, cells, pieces of text or notes."""
    counts = Counter(etree.QName(node).localname for part in parts for node in part.iter("*"))
    CELLS.require(counts["table-cell"], Where(path))
    PARAGRAPHS.require(counts["p"] + counts["h"] - counts["table-cell"], Where(path))
    RUNS.require(counts["span"], Where(path))
    NOTES.require(counts["note"] + counts["annotation"], Where(path))


def require_package(parts: Iterable[etree._Element], path: Path) -> None:
    """Raise SourceError s-018 for a Word file of too many paragraphs, cells, pieces of text or notes."""
    where, parts = Where(path), list(parts)

    def count(*tags: str) -> int:
        return sum(1 for part in parts for _ in part.iter(*(f"{{*}}{tag}" for tag in tags)))

    cells = count("tc")
    CELLS.require(cells, where)
    PARAGRAPHS.require(count("p", "tbl", "drawing") - cells, where)  # a cell holds a paragraph at least
    RUNS.require(count("r"), where)
    NOTES.require(count("footnoteReference", "endnoteReference", "commentReference"), where)
    for paragraph in (paragraph for part in parts for paragraph in part.iter("{*}p")):
        LINE_CHARACTERS.require(sum(len(text.text or "") for text in paragraph.iter("{*}t")), where)


def require_blocks(blocks: Iterable[Block], path: Path) -> None:
    """Raise SourceError s-018 where there are too many blocks, or one that no page could hold in good time."""
    blocks = list(blocks)
    PARAGRAPHS.require(len(blocks), Where(path))
    for block in blocks:
        where = Where(path, block.line)
        lines = block.text.split("\n")
        LINE_CHARACTERS.require(max(map(len, lines)), where)
        if len(block.text) > WORD_CHARACTERS.most:
            WORD_CHARACTERS.require(max(map(len, block.text.split()), default=0), where)
        if block.kind == "heading":
            TITLE_CHARACTERS.require(len(block.text), where)
        if block.kind == "table":
            columns = max(line.count("\t") + 1 for line in lines)
            COLUMNS.require(columns, where)
            CELLS.require(columns * len(lines), where)
