"""One structure tree for the kit: each part's Document becomes a Part below the kit's own Document."""

from __future__ import annotations

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from presskit.linking.sections import Section


def join_trees(kit: Pdf, sections: Sequence[Section]) -> None:
    """Hang the parts' trees below one Document, and number pages and annotations through.

    Why numbers: /StructParents of a page and /StructParent of an annotation are keys of the one /ParentTree
    (ISO 32000-1, 14.7.4.4), and every part counts them from 0.
    """
    root = kit.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = kit.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    document.K = Array([adopt(section, document) for section in sections])
    numbers = Array()
    for section in sections:
        shift(section, len(numbers) // 2, numbers)
    root.K = Array([document])
    root.ParentTree = kit.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(numbers) // 2
    for name in (Name.RoleMap, Name.ClassMap):
        merge_map(root, sections, name)
    kit.Root.StructTreeRoot = root


def adopt(section: Section, document: Object) -> Object:
    """Turn a part's Document into a Part of the kit's, with its own title and language."""
    element: Object = section.tree.K[0]
    element.S = Name.Part
    element.P = document
    element.T = String(section.part.title)
    element.Lang = String(section.part.language)
    return element


def shift(section: Section, start: int, numbers: Array) -> None:
    """Append a part's entries to the kit's parent tree, counting on from `start`, and renumber who refers to them."""
    renumbered: dict[int, int] = {}
    for key, value in section.parent_tree().items():
        renumbered[key] = start + len(renumbered)
        numbers.append(renumbered[key])
        numbers.append(value)
    for page in section.pages:
        page.obj.StructParents = renumbered[int(page.obj.StructParents)]
    for _, annotation in section.links():
        annotation.StructParent = renumbered[int(annotation.StructParent)]


def merge_map(root: Object, sections: Sequence[Section], name: Name) -> None:
    """Merge the parts' role or class maps; where two parts differ, the first holds."""
    merged = Dictionary()
    for section in reversed(sections):
        for key, value in section.tree.get(name, Dictionary()).items():
            merged[key] = value
    if len(merged):
        root[name] = merged
