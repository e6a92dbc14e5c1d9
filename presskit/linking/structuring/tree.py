"""A part's structure tree as WeasyPrint writes it, walked, and cut down to what a reader should meet."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

Number = tuple[int, int]

HEADINGS = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
TEXT = HEADINGS | {
    "/P",
    "/Lbl",
    "/LBody",
    "/TH",
    "/TD",
    "/Caption",
    "/Link",
    "/Span",
    "/NonStruct",
    "/Note",
    "/Reference",
}
# As rendering writes them: the number of the element of HTML that a tag is of, and what its template states of it.
ELEMENT, STATED = "/PkElement", "/PkTag"
BARE = {"/Type", "/S", "/K", "/Pg", "/P", ELEMENT, STATED}
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


def state_languages_once(element: Object, around: str) -> None:
    """Take out each language that is the one around it: rendering says it in every box of an element."""
    own = str(element.get("/Lang", around))
    if own == around and "/Lang" in element:
        del element.Lang
    for kid in element.get("/K", ()):
        if is_element(kid):
            state_languages_once(kid, own)


def prune(element: Object) -> dict[Number, Object]:
    """Cut a tree down in place; return for each element that remains or was folded the element that holds its content.

    Cut off: /Art elements, and links in anything but /Link elements. Folded into their paragraph: the /Span elements
    WeasyPrint makes for each line of text; they say nothing, and there are more of them than of all others together.
    So is a second paragraph that it makes of a paragraph's own words where these stand in a box beside others.
    Left out: elements that hold nothing, made for boxes that only paint.
    """
    holders = {element.objgen: element}
    kids: list[int | Object] = []
    for kid in element.get("/K", ()):
        if is_line(kid, element):
            holders[kid.objgen] = element
            kids.extend(kid.K)
        elif is_element(kid) and belongs(kid, element):
            held = prune(kid)
            if is_box(kid, element):
                held = {number: element if holder == kid else holder for number, holder in held.items()}
                kids.extend(adopted(kid, element))
            elif not is_hollow(kid):
                kids.append(kid)
            holders |= held
        elif belongs(kid, element):
            kids.append(kid)
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


def is_box(kid: Object, parent: Object) -> bool:
    """Tell whether a kid is of the very paragraph that it stands in."""
    return bool(kid.S == parent.S == "/P" and ELEMENT in kid and kid[ELEMENT] == parent.get(ELEMENT))


def adopted(kid: Object, parent: Object) -> Iterator[Object]:
    """Yield what is below a kid, hung below its parent."""
    for inner in kid.K:
        if is_element(inner):
            inner.P = parent
        yield inner


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
