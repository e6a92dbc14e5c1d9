"""What a screen reader reads: the structure tree in its order, and the text it refers to.

Content that is in no element of the tree (page numbers, running lines, decoration) is not read, nor is it here.
Terms are those of ISO 32000-1, 14.7: an element's kids (/K) are elements, numbers of marked content, or references.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from presskit.checking.marks.known_pages import PageReading, anew
from presskit.checking.marks.page_fonts import Fonts
from presskit.checking.marks.page_text import Marked, marked_texts
from presskit.checking.marks.reading_order import RIGHT_TO_LEFT
from presskit.checking.marks.values import value, words
from presskit.findings import Where
from presskit.limits import PDF_CHARACTERS

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, PdfObject


MOST_WITHIN = 9  # elements without a meaning, inside one another
NOTHING: dict[str, PdfObject] = {}
SAID = ("/T", "/Lang", "/Alt", "/ActualText", "/E", "/A")


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the tree: what it is, as PDF names it ("/Figure"), the one around it, and what is said of it.

    Why not the reader's own: of 500 releases those take a hundred megabytes.
    """

    role: str = ""
    around: Element | None = None
    said: dict[str, PdfObject] = field(default_factory=dict)

    def words(self, key: str) -> str:
        """Return the text under `key`, "" where there is none."""
        return words(self.said, key)


class Piece(NamedTuple):
    """An element of the tree, or, where it has a number, content of its own. `page` counts from 1."""

    element: Element
    page: int | None
    number: int | None = None

    @property
    def role(self) -> str:
        """What the element is."""
        return self.element.role


class ReadPart(NamedTuple):
    """One document of a kit as it is read aloud; in `text` each line of print is a line. `page`: its first, from 1."""

    title: str
    language: str
    text: str
    page: int | None = None


def read_tree(reader: PdfReader) -> tuple[Piece, ...]:
    """Return the whole structure tree in reading order; nothing where a PDF has none."""
    root = value(reader.root_object, "/StructTreeRoot")
    return tuple(_below(root, page_numbers(reader))) if root else ()


def read_parts(reader: PdfReader, tree: Sequence[Piece], read: PageReading = anew) -> tuple[ReadPart, ...]:
    """Return the documents of a kit with the text that is read aloud, in reading order.

    read: how pages are read; `once` where most of them were read before.
    """
    texts = page_texts(reader, read)
    parts: list[tuple[Piece, list[Piece]]] = []
    for piece in tree:
        if piece.number is None and piece.role == "/Part":
            parts.append((piece, []))
        elif piece.number is not None and piece.page and parts:
            parts[-1][1].append(piece)
    return tuple(_read(part.element, content, texts) for part, content in parts)


def page_texts(reader: PdfReader, read: PageReading = anew) -> list[Mapping[int, Marked]]:
    """Return the text of each page by the numbers of its marked content. Raises SourceError s-018 for too much."""
    texts: list[Mapping[int, Marked]] = []
    characters, fonts = 0, Fonts()
    for page in reader.pages:
        texts.append(read(marked_texts, page, fonts))
        characters += sum(len(one.text) for one in texts[-1].values())
        PDF_CHARACTERS.require(characters, Where())
    return texts


def text_of(piece: Piece, texts: Sequence[Mapping[int, Marked]]) -> Marked:
    """Return what stands in a piece of the tree that has content of its own."""
    return texts[(piece.page or 1) - 1].get(piece.number or 0, Marked())


def goes_on(before: Piece, piece: Piece, texts: Sequence[Mapping[int, Marked]]) -> bool:
    """Tell whether a piece goes on in the line of print of the one before, as the pieces of an address do.

    Both are of one element, but for those that only keep a line from parting them; so no space was lost between them.
    """
    one, other = text_of(before, texts), text_of(piece, texts)
    is_same_line = before.page == piece.page and one.end == other.start and _holder(before) is _holder(piece)
    return is_same_line and not RIGHT_TO_LEFT.search(one.text + other.text)


def _holder(piece: Piece) -> Element:
    """Return the element that a piece belongs to: not one without a meaning, nor a part of a whole that has none."""
    element = piece.element
    for _ in range(MOST_WITHIN):
        around = element.around or Element()
        if element.role != "/NonStruct" and (element.role, around.role) != ("/Span", "/Span"):
            break
        element = around
    return element


def _read(element: Element, content: Sequence[Piece], texts: Sequence[Mapping[int, Marked]]) -> ReadPart:
    lines = (text_of(piece, texts).text for piece in content)
    first = min((piece.page for piece in content if piece.page), default=None)
    return ReadPart(element.words("/T"), element.words("/Lang"), "\n".join(lines), first)


def page_numbers(reader: PdfReader) -> Mapping[int, int]:
    """Return page numbers, counted from 1, by the number of the page's object."""
    references = (page.indirect_reference for page in reader.pages)
    return {reference.idnum: number for number, reference in enumerate(references, start=1) if reference}


def _below(root: PdfObject, numbers: Mapping[int, int]) -> Iterator[Piece]:
    """Yield elements and content in reading order. Why no recursion: the depth is whatever a stranger's file says."""
    from pypdf.generic import DictionaryObject, IndirectObject, NumberObject  # noqa: PLC0415  (slow to import)

    waiting: list[tuple[PdfObject, Element, int | None]] = [(root, Element(), None)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        kid, holder, page = waiting.pop()
        node = kid.get_object()
        if isinstance(kid, IndirectObject):
            key = (kid.generation, kid.idnum)
            if key in seen:
                continue
            seen.add(key)
            kid.pdf.resolved_objects.pop(key, None)  # the reader would hold it: nobody asks for it again
        if isinstance(node, NumberObject):
            yield Piece(holder, page, int(node))
        if not isinstance(node, DictionaryObject):
            continue
        if "/Pg" in node:
            page = numbers.get(getattr(node.raw_get("/Pg"), "idnum", 0))
        number = value(node, "/MCID")
        if isinstance(number, NumberObject) and "/Stm" not in node:
            yield Piece(holder, page, int(number))
        said = {key: node.raw_get(key) for key in SAID if key in node}
        element = Element(sys.intern(words(node, "/S")), holder, said or NOTHING)
        if "/S" in node:
            yield Piece(element, page)
        waiting += [(each, element, page) for each in reversed(_kids(node))]


def _kids(node: DictionaryObject) -> list[PdfObject]:
    kids = value(node, "/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, list) else [kids]
