"""Of a part's tree of boxes is made what a reader should hear.

It comes of the part alone, so it can be done where the part is made, once, and not each time that it is linked.
"""

from __future__ import annotations

from io import BytesIO

from pikepdf import Object, Pdf

from presskit.errors import BREAKDOWNS
from presskit.linking.parts import LinkablePart
from presskit.linking.sections import Section, indices_of
from presskit.linking.structuring.artifacts import drop_artifacts
from presskit.linking.structuring.contents import tell_contents
from presskit.linking.structuring.order import set_in_order
from presskit.linking.structuring.tree import state_languages_once

TOLD = "/PkTold"  # in the root of a part's tree, which is no kit's


def told(pdf: bytes, language: str) -> bytes:
    """Return a part as WeasyPrint writes it with its tree told; equal parts give equal bytes.

    One whose tree cannot be told stays as it is: whoever links it meets the same, and knows whom to name.
    """
    file = BytesIO()
    try:
        with Pdf.open(BytesIO(pdf)) as part:
            tree = part.Root.StructTreeRoot
            tell(Section(LinkablePart("", "", language, pdf), part, tree, indices_of(part, 0)))
            tree[TOLD] = True
            part.save(file, deterministic_id=True)
    except BREAKDOWNS:
        return pdf
    return file.getvalue()


def is_told(tree: Object) -> bool:
    """Tell whether a part came with its tree told."""
    return TOLD in tree


def tell(section: Section) -> None:
    """Make of a part's tree of boxes what a reader should hear."""
    document = section.tree.K[0]
    state_languages_once(document, section.part.language)
    set_in_order(document)
    drop_artifacts(section)
    tell_contents(document)
