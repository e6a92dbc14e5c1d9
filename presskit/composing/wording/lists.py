"""How a list is set: what stands in an item below a list of its own goes on in an item without a sign.

Why: WeasyPrint puts a nested list behind its item in the structure that is read aloud, so that the words below the
list would be read before it.
"""

from __future__ import annotations

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

LISTS = ("ul", "ol")


def set_list(list_html: str) -> Markup:
    """Return a list of sanitised HTML whose items end with the list inside them, if any."""
    box = lxml_html.fragment_fromstring(list_html, create_parent="div")
    for item in [*box.iter("li")]:
        last: HtmlElement | None = item
        while last is not None:
            last = _part(last)
    # Every tag and attribute has been sanitised in reading, or is set here.
    return Markup("".join(lxml_html.tostring(child, encoding="unicode") for child in box))


def _part(item: HtmlElement) -> HtmlElement | None:
    """Move what follows the first list in an item into an item of its own, and return that; None where nothing does."""
    nested = next((child for child in item if child.tag in LISTS), None)
    if nested is None:
        return None
    follows = [*nested.itersiblings()]
    while follows and follows[0].tag == "br" and not (nested.tail or "").strip():
        nested.tail = follows[0].tail
        item.remove(follows.pop(0))
    if not follows and not (nested.tail or "").strip():
        return None
    below: HtmlElement = item.makeelement("li", {"class": "goes-on"})
    below.text, nested.tail = nested.tail, None
    below.extend(follows)
    item.addnext(below)
    return below
