"""The outline: one entry for each part, with the part's own headings below it."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from presskit.linking.sections import Section


def read_outline(sections: Sequence[Section]) -> list[OutlineItem]:
    """Return the kit's outline. A part's first heading is the part's own title and is not repeated below it."""
    return [entry(section) for section in sections]


def entry(section: Section) -> OutlineItem:
    """Return a part's entry, shut, with its headings but the first."""
    left, _, _, top = section.pages[0].trimbox
    item = OutlineItem(section.part.title, section.first, "XYZ", left=float(left), top=float(top), zoom=0)
    item.is_closed = True
    with section.source.open_outline() as outline:
        for first in outline.root[:1]:
            item.children.extend(copied(section, child) for child in first.children)
        item.children.extend(copied(section, child) for child in outline.root[1:])
    return item


def copied(section: Section, item: OutlineItem) -> OutlineItem:
    """Return a part's outline item for the kit, with all below it."""
    assert isinstance(item.destination, Array), "WeasyPrint writes outline destinations as arrays."
    page, _, left, top, _ = item.destination
    copy = OutlineItem(item.title, section.indices[page.objgen], "XYZ", left=float(left), top=float(top), zoom=0)
    copy.children.extend(copied(section, child) for child in item.children)
    return copy


def write_outline(kit: Pdf, items: Sequence[OutlineItem]) -> None:
    """Write the outline, open beside the pages when there are several parts.

    The page labels equal the positions: the page number a reader types is the one printed.
    """
    with kit.open_outline() as outline:
        outline.root.extend(items)
    kit.Root.PageMode = Name.UseOutlines if len(items) > 1 else Name.UseNone
    kit.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
