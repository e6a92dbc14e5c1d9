"""A section is a part inside the kit: its pages and structure tree, copied, and its file, open for the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from pikepdf import Object, Page, Pdf

from presskit.linking.parts import LinkablePart, bytes_of


@dataclass(frozen=True)
class Section:
    """One part's place in the kit. first: index of its first page, from 0. tree: its /StructTreeRoot, copied."""

    part: LinkablePart
    kit: Pdf
    source: Pdf
    first: int
    tree: Object

    @cached_property
    def pages(self) -> list[Page]:
        """The part's pages as they stand in the kit."""
        return list(self.kit.pages[self.first : self.first + len(self.source.pages)])

    @cached_property
    def indices(self) -> Mapping[tuple[int, int], int]:
        """Indices of pages in the kit, from 0, by the page's object number in the part's own file."""
        return {page.obj.objgen: self.first + index for index, page in enumerate(self.source.pages)}

    def links(self) -> Iterator[tuple[int, Object]]:
        """Yield each link annotation after the index of its page in the kit."""
        for index, page in enumerate(self.pages, start=self.first):
            for annotation in page.obj.get("/Annots", ()):
                yield index, annotation

    def parent_tree(self) -> dict[int, Object]:
        """Return the tree's way back from content: by number, a page's elements, or an annotation's element.

        WeasyPrint writes it as one flat array: key, value, key, value.
        """
        flat = list(self.tree.ParentTree.Nums)
        return {int(key): value for key, value in zip(flat[::2], flat[1::2], strict=True)}


def append(kit: Pdf, part: LinkablePart) -> Section:
    """Copy a part's pages to the kit's end, and its structure tree, whose elements then name the new pages."""
    source = Pdf.open(BytesIO(bytes_of(part.pdf)))
    for _ in range(part.blanks):
        kit.add_blank_page(page_size=(float(source.pages[0].trimbox[2]), float(source.pages[0].trimbox[3])))
    first = len(kit.pages)
    for page in source.pages:
        kit.pages.append(page)
    return Section(part, kit, source, first, kit.copy_foreign(source.Root.StructTreeRoot))
