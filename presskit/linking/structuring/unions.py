"""What is one thing to a reader is one element, over however many lines and pages it runs.

WeasyPrint makes an element of each box: a link has one on each line, a paragraph, a list or a table one on each page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object

from presskit.linking.structuring.tree import ELEMENT, STATED, Number, below, is_element

Into = dict[Number, Object | None]  # elements that are gone: which holds their content now; None: nobody
REPEATED = {"/THead", "/TFoot"}  # on each page of a table


def unite(document: Object, holders: Mapping[Number, Object]) -> dict[Number, Object]:
    """Unite the elements below `document` that stand side by side and are of one thing.

    holders: for each element of before the element that holds its content. Returns the same as it is now. Elements that
    say the same once more, as a table's head on its second page, are gone with all below them.
    """
    into: Into = {}
    unite_below(document, into)
    found = {number: last(holder, into) for number, holder in holders.items()}
    return {number: holder for number, holder in found.items() if holder is not None}


def unite_below(element: Object, into: Into) -> None:
    """Unite what is below an element, from its kids down, and note in `into` where the content went."""
    kids: list[Object] = []
    for kid in element.K:
        if kids and are_one(kids[-1], kid):
            into[kid.objgen] = kids[-1]
            take_in(kids[-1], kid)
        else:
            kids.append(kid)
    element.K = Array(once(kids, into) if element.S == "/Table" else kids)
    for kid in element.K:
        if is_element(kid):
            unite_below(kid, into)


def last(holder: Object | None, into: Into) -> Object | None:
    """Follow an element to the one that holds its content now."""
    while holder is not None and holder.objgen in into:
        holder = into[holder.objgen]
    return holder


def are_one(kid: object, other: object) -> bool:
    """Tell whether two kids of an element are pieces of one thing."""
    if not isinstance(kid, Dictionary) or not isinstance(other, Dictionary) or ELEMENT not in kid:
        return False
    goes_on = kid[ELEMENT] == other.get(ELEMENT) or other.get(STATED) == "/more"
    return bool(goes_on and other.get("/S") == kid.S)


def take_in(element: Object, other: Object) -> None:
    """Hang all that is below `other` behind what is below `element`; content on another page names its page."""
    is_elsewhere = element.Pg.objgen != other.Pg.objgen
    kids: list[int | Object] = []
    for kid in other.K:
        if is_element(kid):
            kid.P = element
        loose = is_elsewhere and isinstance(kid, int)
        kids.append(Dictionary(Type=Name.MCR, Pg=other.Pg, MCID=kid) if loose else kid)
    element.K = Array([*element.K, *kids])


def once(kids: Sequence[Object], into: Into) -> Iterator[Object]:
    """Yield what is below a table, its head and foot once."""
    seen: set[int] = set()
    for kid in kids:
        source = int(kid.get(ELEMENT, -1))
        if kid.S in REPEATED and source in seen:
            into |= dict.fromkeys((each.objgen for each in below(kid)), None)
        else:
            seen.add(source)
            yield kid
