"""The text of a finished PDF, document by document and block by block: each paragraph, list item and table row whole.

A page engine tags a paragraph that goes on over a page as two; here they are one again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from presskit import gate
from presskit.checking.marks.page_text import Marked
from presskit.checking.marks.tagged_text import Element, Piece, goes_on, page_texts, read_tree, text_of
from presskit.checking.pdf import DAMAGE
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.reading.locks import open_pdf

# What is compared as a whole, by PDF's names: a row's cells and an item's lines belong together.
BLOCKS = {"/LI", "/TR", "/P", "/Caption", *(f"/H{level}" for level in range(1, 7))}
MOST_AROUND = 99  # elements around one: a stranger's file may have any number
SENTENCE_END = re.compile(r"[.!?:;…؟]\W*$")
NO_SPACE_AFTER = re.compile(r"(?:\w[-—]|[(\[“«‘])$")
NO_SPACE_BEFORE = re.compile(r"[.,;:!?…)\]”’%؟،]")


class TextDocument(NamedTuple):
    """One document of a kit: its title, its language (BCP 47), and its text in blocks."""

    title: str
    language: str
    blocks: tuple[str, ...]


@dataclass
class _Block:
    """A block as tagged: the names of the elements around it, its page, and its lines of print."""

    path: tuple[str, ...]
    page: int
    has_label: bool = False
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return join_lines(self.lines)


def read_documents(path: Path) -> tuple[TextDocument, ...]:
    """Return the documents of a kit's PDF. Raises SourceError where it is none, locked, or not there."""
    return documents_of(gate.bytes_of(path), path)


def documents_of(pdf: bytes, path: Path) -> tuple[TextDocument, ...]:
    """Return the documents of a kit's PDF; `path` names it in the SourceError where it is none, or locked."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        reader = open_pdf(pdf, Where(path)).reader
        tree = read_tree(reader)
        texts = page_texts(reader)
        documents = tuple(_read(document, content, texts) for document, content in _documents(tree))
    except (DependencyError, PyPdfError, *DAMAGE):
        raise SourceError(finding("p-010", Where(path))) from None
    if not documents:
        raise SourceError(finding("p-028" if texts else "p-010", Where(path)))  # a file without pages is none
    return documents


def join_lines(lines: Sequence[str]) -> str:
    """Return lines of print as running text: a space between two, but not where a hyphen or a mark stands."""
    text = ""
    for line in (line.strip() for line in lines):
        is_close = not text or NO_SPACE_AFTER.search(text[-2:]) or NO_SPACE_BEFORE.match(line)
        text += line if is_close else f" {line}"
    return " ".join(text.split())


def _documents(tree: Sequence[Piece]) -> Iterator[tuple[Piece, list[Piece]]]:
    """Yield each document of the tree with its content, in reading order."""
    document: Piece | None = None
    content: list[Piece] = []
    for piece in tree:
        if piece.number is None and piece.role == "/Part":
            if document:
                yield document, content
            document, content = piece, []
        elif piece.number is not None and piece.page:
            content.append(piece)
    if document:
        yield document, content


def _read(document: Piece, content: Sequence[Piece], texts: Sequence[Mapping[int, Marked]]) -> TextDocument:
    blocks: dict[int, _Block] = {}
    before: Piece | None = None
    for piece in content:
        line = text_of(piece, texts).text
        elements = list(_around(piece.element))
        roles = [element.role for element in elements]
        if "/TOC" in roles:
            continue  # titles again, and page numbers, which say nothing about a text
        place = next((index for index, role in enumerate(roles) if role in BLOCKS), len(roles) - 1)
        block = blocks.setdefault(id(elements[place]), _Block(tuple(roles[: place + 1]), piece.page or 1))
        if "/Lbl" in roles:
            block.has_label = True
        elif block.lines and before and goes_on(before, piece, texts):
            block.lines[-1] += line
        elif line.strip():
            block.lines.append(line)
        before = piece
    language = document.element.words("/Lang")
    return TextDocument(document.element.words("/T"), language, tuple(_united(list(blocks.values()))))


def _around(element: Element) -> list[Element]:
    """Return an element and those around it, the outermost first, without the document's own."""
    found = [element]
    while (around := found[0].around) and around.role not in ("", "/Part"):
        found.insert(0, around)
        if len(found) > MOST_AROUND:
            break
    return found


def _united(blocks: Sequence[_Block]) -> Iterator[str]:
    """Yield the texts of blocks, those that go on over a page as one. Footnotes stand between the two halves."""
    notes = [block for block in blocks if "/NonStruct" in block.path]
    whole: list[_Block] = []
    for block in (block for block in blocks if "/NonStruct" not in block.path):
        if whole and _goes_on(whole[-1], block):
            whole[-1] = _Block(block.path, block.page, whole[-1].has_label, whole[-1].lines + block.lines)
        else:
            whole.append(block)
    yield from (block.text for block in (*whole, *notes) if block.text)


def _goes_on(one: _Block, other: _Block) -> bool:
    """Tell whether `other` is the rest of `one` on the next page."""
    if other.page != one.page + 1 or other.path != one.path:
        return False
    if one.path[-1] == "/LI":
        return one.has_label and not other.has_label
    return one.path[-1] == "/P" and not SENTENCE_END.search(one.text[-20:])
