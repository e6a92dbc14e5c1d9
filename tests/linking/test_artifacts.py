from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Name

from presskit.linking.structuring.tree import below
from tests.support import poppler
from tests.support.linked import Sample

QUOTE = "queue"


def test_a_pull_quote_is_printed_and_not_read_aloud(sample: Sample, tmp_path: Path) -> None:
    part = tmp_path / "part.pdf"
    part.write_bytes(sample.parts[0].pdf)
    assert QUOTE in poppler.read_aloud(part)
    assert QUOTE in poppler.text(sample.file)
    assert QUOTE not in poppler.read_aloud(sample.file)


def test_what_stands_round_it_is_still_read(sample: Sample) -> None:
    read = poppler.read_aloud(sample.file)
    assert read.index("Ferry sails at dawn") < read.index("write to us") < read.index("How it began")


def test_a_quote_over_two_pages_leaves_no_trace_in_the_tree(linked: pikepdf.Pdf) -> None:
    assert not [element for element in below(linked.Root.StructTreeRoot.K[0]) if element.S == "/Art"]
    for page in linked.pages[:2]:
        held = parents(linked)[int(page.obj.StructParents)]
        loose = {number for number, element in enumerate(held) if element is None}
        assert loose
        assert numbers(page) == set(range(len(held))) - loose


def test_all_content_is_in_an_element_or_an_artifact(linked: pikepdf.Pdf) -> None:
    """Every number in a page's stream leads to an element that names the number, and the other way round."""
    named = {
        (element.Pg.objgen, kid) for element in below(linked.Root.StructTreeRoot.K[0]) for kid in contents(element)
    }
    entries = parents(linked)
    for page in linked.pages:
        held = entries[int(page.obj.StructParents)]
        for number in numbers(page):
            assert number in contents(held[number])
        assert {(page.obj.objgen, number) for number in numbers(page)} == {
            each for each in named if each[0] == page.obj.objgen
        }


def test_one_link_is_left_of_two_laid_over_each_other(sample: Sample, linked: pikepdf.Pdf) -> None:
    with pikepdf.open(BytesIO(sample.parts[0].pdf)) as part:
        assert len(part.pages[0].obj.Annots) == 3
    assert len(linked.pages[0].obj.Annots) == 2
    entries = parents(linked)
    for page in linked.pages:
        for link in page.obj.get("/Annots", ()):
            element = entries[int(link.StructParent)]
            assert element.S == "/Link"
            assert link.objgen in [kid.Obj.objgen for kid in element.K if not isinstance(kid, int) and "/Obj" in kid]


def parents(pdf: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    return dict(pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())


def contents(element: pikepdf.Object) -> list[int]:
    return [kid for kid in element.get("/K", ()) if isinstance(kid, int)]


def numbers(page: pikepdf.Page) -> set[int]:
    """Return the numbers of marked content in a page's stream."""
    return {
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(page)
        if operator == pikepdf.Operator("BDC") and operands[0] != Name.Artifact
    }
