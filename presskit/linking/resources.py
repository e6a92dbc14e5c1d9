"""What pages draw with: their resource dictionaries, each page with its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Pdf

NAMES = re.compile(rb"/([^\s/<>\[\](){}%]+)")
KINDS = (Name.Font, Name.XObject, Name.ExtGState, Name.Pattern, Name.Shading, Name.ColorSpace)


def own_resources(pdf: Pdf) -> None:
    """Give each page a resource dictionary of its own, with what its stream names.

    Why: WeasyPrint gives all pages of a part one dictionary; who took out a page would take all the part's pictures.
    """
    for page in pdf.pages:
        used = {name.decode("latin-1") for name in NAMES.findall(page.obj.Contents.read_bytes())}
        page.obj.Resources = pdf.make_indirect(narrowed(page.obj.Resources, used))


def narrowed(resources: Object, used: set[str]) -> Dictionary:
    """Return a copy of a resource dictionary that holds the `used` names only."""
    copy = Dictionary({key: value for key, value in resources.items() if Name(key) not in KINDS})
    for kind in KINDS:
        entries = {key: value for key, value in resources.get(kind, Dictionary()).items() if key[1:] in used}
        if entries:
            copy[kind] = Dictionary(entries)
    return copy


def drawing(pdf: Pdf) -> Iterator[tuple[int, Object]]:
    """Yield every resource dictionary once, after the index of the first page that uses it."""
    for index, drawer in drawers(pdf):
        yield index, drawer.Resources


def drawers(pdf: Pdf) -> Iterator[tuple[int, Object]]:
    """Yield every page, form and pattern once, after the index of the first page that draws it."""
    seen: set[tuple[int, int]] = set()
    for index, page in enumerate(pdf.pages):
        for drawer in nested(page.obj, seen):
            yield index, drawer


def nested(drawer: Object, seen: set[tuple[int, int]]) -> Iterator[Object]:
    """Yield a page, form or pattern, then the forms, patterns and masks that it draws with."""
    if drawer.objgen in seen or "/Resources" not in drawer:
        return
    seen.add(drawer.objgen)
    yield drawer
    for kind in (Name.XObject, Name.Pattern):
        for _, inner in drawer.Resources.get(kind, Dictionary()).items():
            yield from nested(inner, seen)
    for _, state in drawer.Resources.get(Name.ExtGState, Dictionary()).items():
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary):
            yield from nested(mask.G, seen)
