"""WeasyPrint is taught to say more of its boxes in the structure tree, for the linker to finish (presskit.linking).

WeasyPrint 70 tags boxes, and a box is no element: a link over two lines is two, a paragraph over two pages is two, and
a note at the foot of a page stands far from its place. It drops languages, and of what an element is, it knows its name
alone. So each tag is given what says it: the number of its element, its language, and what a template states of
it with `data-tag`: "TOC" (a list is contents), "first" (read before the headline), "more" (goes on with the list before
it), "TH" (a cell heads its row), "Note" (stands at the foot of the page, or at the end of a text), "Lbl" and
"Reference" (the number of a note, and what leads to it).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

ELEMENT, STATED = "PkElement", "PkTag"  # keys that the linker takes out again
ROLES = {"Lbl": "/Lbl", "Reference": "/Reference"}
NOTE = {"": "/Note", "footnote-call": "/Reference", "footnote-marker": "/Lbl"}  # by which piece of it a box is

_untaught = tags._build_box_tree


def teach() -> None:
    """Let every tag say from now on of which element it is."""
    tags._build_box_tree = _build_box_tree


def _build_box_tree(box: Any, parent: Any, pdf: Any, *rest: Any) -> Iterator[Any]:
    own = box._box if isinstance(box, AbsolutePlaceholder) else box
    for tag in _untaught(box, parent, pdf, *rest):
        if own.element is not None and ELEMENT not in tag:
            _say(tag, own, vars(pdf).setdefault("elements_by_tag", {}))
        yield tag


def _say(tag: Any, box: Any, numbers: dict[Any, int]) -> None:
    """Note in a tag which element its box is of, counted from 0 in a document."""
    tag[ELEMENT] = numbers.setdefault(box.element, len(numbers))
    if language := box.element.attrib.get("lang"):
        tag["Lang"] = pydyf.String(language)
    if stated := box.element.attrib.get("data-tag"):
        tag[STATED] = f"/{stated}"
    if stated == "Note":
        tag["S"] = NOTE.get(box.element_tag.partition("::")[2], tag["S"])
    elif stated in ROLES:
        tag["S"] = ROLES[stated]
    elif stated == "TH" and tag["S"] == "/TD":
        tag["S"] = "/TH"
