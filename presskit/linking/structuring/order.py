"""What stands at a page's foot is read where it is needed: a disclosure before the headline, a note at its call."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object

from presskit.linking.structuring.tree import ELEMENT, STATED, below


def set_in_order(document: Object) -> None:
    """Move elements of a part's tree, whose content stays on its page, to where they are to be read."""
    elements = list(below(document))
    headline = next((element for element in elements if element.S == "/H1"), None)
    calls = {int(element[ELEMENT]): element for element in elements if element.S == "/Reference"}
    for element in elements:
        stated = element.get(STATED)
        if stated == "/first" and element.S == "/P" and headline is not None:
            move_before(element, headline)
        elif element.S == "/Note" and int(element[ELEMENT]) in calls:
            move_before(element, calls[int(element[ELEMENT])], behind=True)


def move_before(element: Object, place: Object, *, behind: bool = False) -> None:
    """Hang an element before another one, or behind it."""
    element.P.K = Array([kid for kid in element.P.K if not is_same(kid, element)])
    kids = list(place.P.K)
    kids.insert(next(index for index, kid in enumerate(kids) if is_same(kid, place)) + behind, element)
    place.P.K = Array(kids)
    element.P = place.P


def is_same(kid: object, element: Object) -> bool:
    """Tell whether a kid is this element."""
    return isinstance(kid, Dictionary) and kid.objgen == element.objgen
