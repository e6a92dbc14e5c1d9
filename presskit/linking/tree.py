"""A part's structure tree as WeasyPrint writes it, walked, and cut down to what a reader should meet."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

Number = tuple[int, int]

HEADINGS = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
TEXT = HEADINGS | {"/P", "/Lbl", "/LBody", "/TH", "/TD", "/Caption", "/Link", "/Span", "/NonStruct"}
BARE = {"/Type", "/S", "/K", "/Pg", "/P"}
MAY_GO = {"/Div", "/Sect", "/P", "/Span", "/NonStruct"}


def is_element(kid: object) -> bool:
    """Tell a structure element from a content number and from a reference to an annotation."""
    return isinstance(kid, Dictionary) and "/S" in kid


def below(element: Object) -> Iterator[Object]:
    """Yield an element and all elements below it, in reading order."""
    yield element
    for kid in element.get("/K", ()):
        if is_element(kid):
            yield from below(kid)


def prune(element: Object) -> dict[Number, Object]:
    """Cut a tree down in place; return for each element that remains or was folded the element that holds its content.

    Cut off: /Art elements, and links in anything but /Link elements. Folded into their paragraph: the /Span elements
    WeasyPrint makes for each line of text; they say nothing, and there are more of them than of all others together.
    Left out: elements that hold nothing, made for boxes that only paint.
    """
    holders = {element.objgen: element}
    kids: list[int | Object] = []
    for kid in element.get("/K", ()):
        if is_line(kid, element):
            holders[kid.objgen] = element
            kids.extend(kid.K)
        elif belongs(kid, element):
            holders |= prune(kid) if is_element(kid) else {}
            kids += [] if is_hollow(kid) else [kid]
    element.K = Array(kids)
    return holders


def is_line(kid: Object, parent: Object) -> bool:
    """Tell whether a kid is a bare /Span of content in an element that may hold the content itself."""
    return (
        is_element(kid)
        and kid.S == "/Span"
        and parent.S in TEXT
        and BARE.issuperset(kid.keys())
        and all(isinstance(inner, int) for inner in kid.K)
    )


def is_hollow(kid: Object) -> bool:
    """Tell whether a pruned kid holds nothing and need not stand there, as an empty table cell must."""
    return is_element(kid) and kid.S in MAY_GO and BARE.issuperset(kid.keys()) and not len(kid.K)


def belongs(kid: Object, parent: Object) -> bool:
    """Tell whether a kid stays.

    Why links in /Link only: for words marked up inside a link WeasyPrint lays a second link over the first, in an
    element of its own, which PDF/UA-1 forbids (7.18.5).
    """
    if not isinstance(kid, Dictionary):
        return True
    return bool(kid.S != "/Art" if is_element(kid) else parent.S == "/Link")
