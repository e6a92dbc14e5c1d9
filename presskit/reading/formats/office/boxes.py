"""Text boxes of a Word file: each is set behind the paragraph that it hangs on, between two marks.

Word writes a shape in two forms, for programs old and new; what a box holds is read once, from whichever form has it.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.html import HtmlElement

from presskit.reading.formats.office.styles import local
from presskit.reading.formats.office.tracked import text_of

BEGINS, ENDS = "presskit-box", "presskit-box-end"
STYLE_MAP = f"""
p.{BEGINS} => aside.{BEGINS}:fresh
p.{ENDS} => aside.{ENDS}:fresh
"""


def drop_doubles(root: etree._Element) -> None:
    """Keep one of the two forms in which Word writes shapes: of those with words the one for older programs."""
    for both in list(root.iter("{*}AlternateContent")):
        forms = sorted((form for form in both if len(form)), key=lambda form: local(form) != "Fallback")
        kept = next(filter(_has_words, forms), forms[0] if forms else None)
        if kept is None:
            continue
        for form in [form for form in both if form is not kept]:
            both.remove(form)
        kept.tag = f"{{{etree.QName(both).namespace}}}Fallback"  # the only one that mammoth reads


def _has_words(form: etree._Element) -> bool:
    return any(text_of(box) for box in form.iter("{*}txbxContent"))


def lift_boxes(parts: Iterable[etree._Element]) -> None:
    """Set what text boxes hold behind the paragraphs that they hang on."""
    for root in (root for root in parts if local(root) == "document"):
        for box in reversed([*root.iter("{*}txbxContent")]):  # so that those of one paragraph keep their order
            holder = _holder(box)
            if holder is not None and text_of(box):
                for node in reversed([_mark(box, BEGINS), *box, _mark(box, ENDS)]):
                    holder.addnext(node)


def _holder(box: etree._Element) -> etree._Element | None:
    """Return the paragraph that a box hangs on."""
    holder = None
    for node in box.iterancestors("{*}p", "{*}txbxContent"):
        if local(node) == "txbxContent":
            break
        holder = node
    return holder


def _mark(box: etree._Element, name: str) -> etree._Element:
    """Return an empty paragraph of a style that no file has."""
    word = etree.QName(box).namespace
    mark = etree.Element(f"{{{word}}}p")
    etree.SubElement(etree.SubElement(mark, f"{{{word}}}pPr"), f"{{{word}}}pStyle").set(f"{{{word}}}val", name)
    return mark


def gather_boxes(root: HtmlElement) -> None:
    """Put what stands between two marks into a box, and take out the marks."""
    for box in reversed([each for each in root.iter("aside") if each.get("class") == BEGINS]):
        while (following := box.getnext()) is not None:
            is_end = following.get("class") == ENDS
            box.append(following)
            if is_end:
                box.remove(following)
                break
