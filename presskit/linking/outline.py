"""The outline: one entry for each part, with the part's own headings below it; parts of a group below the group's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pikepdf import Dictionary, Name, OutlineItem, Pdf

from presskit.linking.sections import Section


def read_outline(sections: Sequence[Section]) -> list[OutlineItem]:
    """Return the kit's outline. A part's first heading is the part's own title and is not repeated below it."""
    items: list[OutlineItem] = []
    for group, run in groupby(sections, key=lambda section: section.part.group):
        parts = list(run)
        entries = [entry(section) for section in parts]
        items += [grouped(group, parts[0], entries)] if group else entries
    return items


def grouped(group: str, first: Section, entries: Sequence[OutlineItem]) -> OutlineItem:
    """Return a group's entry, shut, with the entries of its parts; it leads to the first."""
    item = to_top_of(first, group)
    item.children.extend(entries)
    return item


def to_top_of(section: Section, title: str) -> OutlineItem:
    """Return a shut entry that leads to the top of a part."""
    left, _, _, top = section.pages[0].trimbox
    item = OutlineItem(title, section.first, "XYZ", left=float(left), top=float(top), zoom=0)
    item.is_closed = True
    return item


def entry(section: Section) -> OutlineItem:
    """Return a part's entry, shut, with its headings but the first."""
    item = to_top_of(section, section.part.title)
    for first in section.outline[:1]:
        item.children.extend(first.children)
    item.children.extend(section.outline[1:])
    return item


def write_outline(kit: Pdf, items: Sequence[OutlineItem]) -> None:
    """Write the outline, open beside the pages when there are several parts.

    The page labels equal the positions: the page number a reader types is the one printed.
    """
    with kit.open_outline() as outline:
        outline.root.extend(items)
    kit.Root.PageMode = Name.UseOutlines if len(items) > 1 else Name.UseNone
    kit.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
