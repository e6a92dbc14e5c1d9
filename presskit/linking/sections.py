"""A section is a part inside the kit: its pages and structure tree, copied, and what else is known of its file.

Why the file is not kept open: all parts together take as much memory as the kit that is made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

from pikepdf import Array, Dictionary, NameTree, Object, OutlineItem, Page, Pdf

from presskit.linking.parts import LinkablePart, bytes_of


@dataclass(frozen=True)
class Section:
    """One part's place in the kit.

    tree: its /StructTreeRoot, copied. indices: of its pages in the kit, from 0, by the page's object number in the
    part's own file. places: its named ones, by their names there, as they are in the kit. outline: its own, likewise.
    """

    part: LinkablePart
    kit: Pdf
    tree: Object
    indices: Mapping[tuple[int, int], int]
    places: Mapping[str, Object] = field(default_factory=dict)
    outline: Sequence[OutlineItem] = ()

    @property
    def first(self) -> int:
        """The index of its first page, from 0."""
        return min(self.indices.values())

    @cached_property
    def pages(self) -> list[Page]:
        """The part's pages as they stand in the kit."""
        return list(self.kit.pages[self.first : self.first + len(self.indices)])

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
    indices = indices_of(source, len(kit.pages))
    for page in source.pages:
        kit.pages.append(page)
    tree = kit.copy_foreign(source.Root.StructTreeRoot)
    return Section(part, kit, tree, indices, _places(kit, source, indices), _outline(source, indices))


def indices_of(source: Pdf, first: int) -> Mapping[tuple[int, int], int]:
    """Return the indices of a file's pages in a kit, by their object numbers; first: the first one's."""
    return {page.obj.objgen: first + index for index, page in enumerate(source.pages)}


def _places(kit: Pdf, source: Pdf, indices: Mapping[tuple[int, int], int]) -> Mapping[str, Object]:
    """Return a part's named places, as arrays with the kit's page in place of the part's."""
    tree = source.Root.get("/Names", Dictionary()).get("/Dests")
    named = NameTree(source.make_indirect(tree)).items() if tree is not None else ()
    return {str(name): Array([kit.pages[indices[page.objgen]].obj, *view]) for name, (page, *view) in named}


def _outline(source: Pdf, indices: Mapping[tuple[int, int], int]) -> Sequence[OutlineItem]:
    """Return a part's outline, its items leading to the kit's pages."""
    with source.open_outline() as outline:
        return [_copied(item, indices) for item in outline.root]


def _copied(item: OutlineItem, indices: Mapping[tuple[int, int], int]) -> OutlineItem:
    """Return a part's outline item for the kit, with all below it."""
    assert isinstance(item.destination, Array), "WeasyPrint writes outline destinations as arrays."
    page, _, left, top, _ = item.destination
    copy = OutlineItem(item.title, indices[page.objgen], "XYZ", left=float(left), top=float(top), zoom=0)
    copy.children.extend(_copied(child, indices) for child in item.children)
    return copy
