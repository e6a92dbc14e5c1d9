"""A PDF as a person with a screen reader hears it: the structure tree in words, one line for each thing that is told.

Terms as readers say them: "heading level 2", "list with 3 items", "link", "table with 4 rows and 2 columns".
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Object
from pypdf import PdfReader

from presskit.checking.marks.page_text import Marked
from presskit.checking.marks.tagged_text import page_texts

GROUPS = {"/Document", "/Div", "/Sect", "/NonStruct", "/THead", "/TBody", "/TFoot", "/LBody"}
INLINE = {"/Span", "/Link", "/NonStruct", "/Reference", "/Note", "/Lbl", "/Quote"}


class Voice:
    """Reads one PDF aloud."""

    def __init__(self, path: Path) -> None:
        self.texts = page_texts(PdfReader(path))
        self.pdf = pikepdf.open(path)
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages)}

    def lines(self) -> Iterator[str]:
        """Yield what is said, further in where it stands inside something."""
        yield f"title: {self.pdf.docinfo.get('/Title')}"
        yield f"language: {self.pdf.Root.Lang}"
        root = self.pdf.Root.StructTreeRoot
        language = str(self.pdf.Root.Lang)
        yield from self._told(root.K[0], 0, language, language)

    def _told(self, element: Object, depth: int, heard: str, around: str) -> Iterator[str]:
        """Read an element: `heard` is the language that was last told, `around` the one that holds there."""
        gap, inner, own = "  " * depth, [kid for kid in kids(element) if is_element(kid)], language_of(element, around)
        told = f"{gap}{self._opening(element)}{f' in {own}' if own != heard else ''}"
        if element.S == "/Figure":
            yield f"{told}: {element.Alt}"
        elif all(is_inline(kid) for kid in inner):
            yield f"{told}: {self._words(element, own)}"
        else:
            if str(element.S) not in GROUPS:
                yield told
                depth, heard = depth + 1, own
            for kid in inner:
                yield from self._told(kid, depth, heard, own)

    def _opening(self, element: Object) -> str:
        kind = str(element.S)[1:]
        inner = [kid for kid in kids(element) if is_element(kid)]
        if kind == "Part":
            return f"document “{element.T}”"
        if kind in ("H1", "H2", "H3", "H4", "H5", "H6"):
            return f"heading level {kind[1]}"
        if kind in ("L", "TOC"):
            return f"{'list' if kind == 'L' else 'contents'} with {len(inner)} items"
        if kind == "Table":
            rows = [row for row in descendants(element) if row.S == "/TR"]
            return f"table with {len(rows)} rows and {max(width(row) for row in rows)} columns"
        if kind == "TH":
            return f"{str(element.A.Scope)[1:].lower()} header"
        names = {
            "LI": "item",
            "TOCI": "entry",
            "TR": "row",
            "TD": "cell",
            "BlockQuote": "quotation",
            "Figure": "picture",
        }
        names |= dict.fromkeys(("P", "Div", "NonStruct", "LBody", "Span"), "text")
        return names.get(kind, kind.lower())

    def _words(self, element: Object, around: str) -> str:
        words = []
        for kid in kids(element):
            if is_element(kid):
                words.append(self._marked(kid, around))
            elif isinstance(kid, int) or "/MCID" in kid:
                page = self.pages[(element if isinstance(kid, int) else kid).Pg.objgen]
                words.append(self.texts[page].get(kid if isinstance(kid, int) else int(kid.MCID), Marked()).text)
        return " ".join(" ".join(words).split())

    def _marked(self, element: Object, around: str) -> str:
        own = language_of(element, around)
        words, kind = self._words(element, own), str(element.S)[1:]
        boxes = sum(1 for kid in kids(element) if isinstance(kid, Dictionary) and "/Obj" in kid)
        named = {"Link": f"link over {boxes} lines" if boxes > 1 else "link", "Reference": "call", "Note": "note"}
        said = [named.get(kind, ""), f"in {own}" if own != around else ""]
        return f"[{' '.join(filter(None, said))}: {words}]" if any(said) else words


def is_element(kid: object) -> bool:
    """Tell an element from content."""
    return isinstance(kid, Dictionary) and "/S" in kid


def is_inline(element: Object) -> bool:
    """Tell whether an element is part of a line, with all that is below it."""
    stands_alone = element.S == "/Note" and element.P.S == "/Div"  # at the end of a text, not at its call
    return element.S in INLINE and not stands_alone and all(is_inline(kid) for kid in kids(element) if is_element(kid))


def kids(element: Object) -> list[object]:
    """Return what an element holds."""
    found = element.get("/K", [])
    return list(found) if isinstance(found, Array) else [found]


def descendants(element: Object) -> Iterator[Object]:
    """Yield all elements below an element."""
    for kid in kids(element):
        if is_element(kid):
            yield kid
            yield from descendants(kid)


def width(row: Object) -> int:
    """Count the columns that a row's cells cover."""
    return sum(int(cell.get("/A", Dictionary()).get("/ColSpan", 1)) for cell in row.K)


def language_of(element: Object, around: str) -> str:
    """Return the language of an element inside another one."""
    return str(element.get("/Lang", around))


def read_aloud(path: Path) -> str:
    """Return all that is said of a PDF."""
    return "\n".join(Voice(path).lines()) + "\n"
