"""How much a drawing (SVG) asks of the page engine, before it is drawn.

Why: a drawing of four kilobytes can draw a shape ten times, and that ten times, ten levels deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from presskit.findings import Where
from presskit.limits import DRAWING_RULES, DRAWING_SHAPES

Named = dict[str, etree._Element]
REFERENCE = re.compile(r"url\(\s*[\"']?#([^\s\"')]+)")
LETTERS_OF_A_SHAPE = 200  # of a path: what takes as long as another shape
DEEPEST = 30


def require_modest(root: etree._Element, path: Path) -> None:
    """Raise SourceError s-018 for a drawing of too many shapes, counted as often as they are drawn, or style rules."""
    where = Where(path)
    style = "".join(style.text or "" for style in root.iter("{*}style"))
    DRAWING_RULES.require(style.count("{") + style.count(","), where)
    named = {name: node for node in root.iter() if (name := node.get("id"))}
    counted: dict[etree._Element, int] = {}
    DRAWING_SHAPES.require(_shapes(root, named, counted, 0), where)


def _shapes(node: etree._Element, named: Named, counted: dict[etree._Element, int], deep: int) -> int:
    """Count an element's shapes, each that it names as often as it does; no further than one too many."""
    most = DRAWING_SHAPES.most + 1
    if node in counted:
        return counted[node]
    counted[node] = 1  # for a drawing that names itself: the page engine draws that once
    shapes = 0
    for each in node.iter():
        letters = len(each.get("d") or "") + len(each.get("points") or "") + len(each.text or "")
        shapes += 1 + letters // LETTERS_OF_A_SHAPE
        for name in _names(each):
            if name in named and deep < DEEPEST:
                shapes += _shapes(named[name], named, counted, deep + 1)
        if shapes >= most:
            break
    counted[node] = min(shapes, most)
    return counted[node]


def _names(node: etree._Element) -> Iterator[str]:
    """Yield the names of the elements that an element draws, or is filled or cut with."""
    for key, value in node.attrib.items():
        words = str(value)
        if etree.QName(key).localname == "href" and words.startswith("#"):
            yield words[1:]
        elif "url(" in words:
            yield from REFERENCE.findall(words)
