"""Content that only decorates leaves the structure tree: what is repeated is not read aloud twice.

The page templates use <article> for nothing but repeated words such as pull quotes. WeasyPrint tags it /Art; PDF/UA
wants it as an artifact (ISO 14289-1, 7.1): in no element of the tree, and between `/Artifact BMC` and `EMC` in the
page's stream.
"""

from __future__ import annotations

from collections.abc import Container

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from presskit.linking.sections import Section
from presskit.linking.structuring.tree import prune
from presskit.linking.structuring.unions import unite

BEGIN_MARKED, BEGIN_MARKED_AS = Operator("BMC"), Operator("BDC")


def drop_artifacts(section: Section) -> None:
    """Prune a part's tree and unite its pieces; content that then hangs in no element becomes artifacts, links go."""
    document = section.tree.K[0]
    holders = unite(document, prune(document))
    entries = section.parent_tree()
    kept: dict[int, Object] = {}
    for page in section.pages:
        key = int(page.obj.StructParents)
        held = [holders.get(element.objgen) for element in entries.pop(key)]
        kept[key] = Array(held)
        loose = {number for number, holder in enumerate(held) if holder is None}
        if loose:
            mark_as_artifacts(section.kit, page, loose)
    kept |= {key: holders[each.objgen] for key, each in entries.items() if each.S == "/Link" and each.objgen in holders}
    for page in section.pages:
        drop_links(page, kept)
    section.tree.ParentTree.Nums = Array([item for entry in kept.items() for item in entry])


def mark_as_artifacts(kit: Pdf, page: Page, loose: Container[int]) -> None:
    """Rewrite a page's stream: marked content whose number is in `loose` becomes an artifact."""
    instructions = [
        ContentStreamInstruction([Name.Artifact], BEGIN_MARKED) if content_number(each) in loose else each
        for each in parse_content_stream(page)
    ]
    page.obj.Contents = kit.make_stream(unparse_content_stream(instructions))


def content_number(instruction: ContentStreamInstruction | ContentStreamInlineImage) -> int | None:
    """Return the number (MCID) of the marked content an instruction begins, None where it begins none."""
    if instruction.operator != BEGIN_MARKED_AS or "/MCID" not in instruction.operands[1]:
        return None
    return int(instruction.operands[1].MCID)


def drop_links(page: Page, held: Container[int]) -> None:
    """Remove a page's links that hang in no element."""
    annotations = page.obj.get("/Annots", ())
    page.obj.Annots = Array([link for link in annotations if int(link.get("/StructParent", -1)) in held])
