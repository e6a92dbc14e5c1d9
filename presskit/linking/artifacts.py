"""Content that only decorates leaves the structure tree: what is repeated is not read aloud twice.

The page templates use <article> for nothing but repeated words such as pull quotes. WeasyPrint tags it /Art; PDF/UA
wants it as an artifact (ISO 14289-1, 7.1): in no element of the tree, and between `/Artifact BMC` and `EMC` in the
page's stream.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from presskit.linking.sections import Section

BEGIN_MARKED, BEGIN_MARKED_AS = Operator("BMC"), Operator("BDC")


def drop_artifacts(section: Section) -> None:
    """Cut /Art elements out of a part's tree; content that then hangs in no element becomes artifacts, links go."""
    held = {element.objgen for element in remaining(section.tree.K[0])}
    entries = section.parent_tree()
    links = {
        key: value
        for key, value in entries.items()
        if isinstance(value, Dictionary) and value.S == "/Link" and value.objgen in held
    }
    kept: dict[int, Object] = dict(links)
    for page in section.pages:
        key = int(page.obj.StructParents)
        loose = frozenset(index for index, element in enumerate(entries[key]) if element.objgen not in held)
        if loose:
            mark_as_artifacts(section.kit, page, loose)
        kept[key] = Array([None if index in loose else element for index, element in enumerate(entries[key])])
        drop_links(page, links)
    section.tree.ParentTree.Nums = Array([item for entry in sorted(kept.items()) for item in entry])


def remaining(element: Object) -> Iterator[Object]:
    """Yield an element and all below it, cutting off on the way what does not belong there."""
    kids = [kid for kid in element.get("/K", ()) if belongs(kid, element)]
    element.K = Array(kids)
    yield element
    for kid in kids:
        if is_element(kid):
            yield from remaining(kid)


def belongs(kid: object, parent: Object) -> bool:
    """Tell whether a kid stays in the tree: no /Art elements, and links only in /Link elements.

    Why: for words marked up inside a link WeasyPrint lays a second link over the first, in an element of its own, which
    PDF/UA-1 forbids (7.18.5).
    """
    if not isinstance(kid, Dictionary):
        return True
    return kid.S != "/Art" if is_element(kid) else parent.S == "/Link"


def is_element(kid: object) -> bool:
    """Tell a structure element from a content number and from a reference to an annotation."""
    return isinstance(kid, Dictionary) and "/S" in kid


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
