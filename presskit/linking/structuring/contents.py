"""Contents are told as contents (TOC), each entry with what it leads to (TOCI, Reference) and its page's number."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Name, Object

from presskit.linking.structuring.tree import STATED, below, is_element

BOXES = {"/LBody", "/Div", "/NonStruct"}


def tell_contents(document: Object) -> None:
    """Make a table of contents of each list below `document` of which its template says that it is one."""
    for element in list(below(document)):
        if element.S == "/L" and element.get(STATED) == "/TOC":
            element.S = Name.TOC
            for item in element.K:
                item.S = Name.TOCI
                item.K = Array(list(pieces(item)))


def pieces(item: Object) -> Iterator[Object]:
    """Yield what an entry says, piece by piece, without the boxes around it; a link makes its piece a reference."""
    for kid in item.K:
        if kid.S in BOXES and all(map(is_element, kid.K)):
            for piece in pieces(kid):
                piece.P = item
                if "/Lang" in kid and "/Lang" not in piece:
                    piece.Lang = kid.Lang
                yield piece
        else:
            leads = any(is_element(inner) and inner.S == "/Link" for inner in kid.K)
            kid.S = Name.Reference if leads else Name.Lbl if kid.S == "/Lbl" else Name.P
            yield kid
