from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from presskit.checking.marks.tagged_text import read_parts, read_tree
from tests.support.small_pdf import SmallPart, SmallPdf, small_pdf

KIT = (SmallPart("Ferry sails", ["Ferry sails", "at dawn"]), SmallPart("Chiffres", ["Zinc"], "fr"))


def read(small: SmallPdf) -> list[tuple[str, str, str]]:
    reader = small.read()
    return [(part.title, part.language, part.text) for part in read_parts(reader, read_tree(reader))]


def test_each_document_is_read_with_its_language() -> None:
    assert read(small_pdf(KIT)) == [("Ferry sails", "en", "Ferry sails\nat dawn"), ("Chiffres", "fr", "Zinc")]


def test_a_document_knows_its_first_page() -> None:
    small = small_pdf([*KIT, SmallPart("Empty")])
    reader = small.read()
    assert [part.page for part in read_parts(reader, read_tree(reader))] == [1, 2, None]


def test_the_tree_decides_the_order() -> None:
    small = small_pdf(KIT)
    kids = small.pdf.Root.StructTreeRoot.K[0].K[0].K
    kids.append(kids[0])
    del kids[0]
    assert read(small)[0][2] == "at dawn\nFerry sails"


def test_content_may_be_referred_to_with_its_page() -> None:
    small = small_pdf(KIT)
    first = small.pdf.Root.StructTreeRoot.K[0].K[0]
    first.K = Array([Dictionary(S=Name.Span, K=Dictionary(Type=Name.MCR, Pg=small.pdf.pages[1].obj, MCID=0))])
    assert read(small)[0][2] == "Zinc"


def test_a_page_holds_for_everything_below() -> None:
    small = small_pdf(KIT)
    first = small.pdf.Root.StructTreeRoot.K[0].K[0]
    first.K = Dictionary(S=Name.Div, Pg=small.pdf.pages[0].obj, K=Dictionary(S=Name.P, K=1))
    assert read(small)[0][2] == "at dawn"


def test_a_tree_is_read_without_being_held() -> None:
    small = small_pdf(KIT)
    part = small.pdf.Root.StructTreeRoot.K[0].K[0]
    part.K.append(small.pdf.make_indirect(Dictionary(S=Name.Figure, Alt="A ferry")))
    reader = small.read()
    tree = read_tree(reader)
    assert "A ferry" in [piece.element.words("/Alt") for piece in tree]
    assert not [held for held in reader.resolved_objects.values() if isinstance(held, dict) and "/Alt" in held]


def test_what_no_element_refers_to_is_not_read() -> None:
    small = small_pdf(KIT)
    del small.pdf.Root.StructTreeRoot.K[0].K[0].K[1]
    assert read(small)[0][2] == "Ferry sails"


def test_a_tree_that_holds_itself_has_an_end() -> None:
    small = small_pdf(KIT)
    document = small.pdf.Root.StructTreeRoot.K[0]
    document.K[0].K.append(document)
    assert [title for title, _, _ in read(small)] == ["Ferry sails", "Chiffres"]


def test_a_deep_tree_is_read_to_its_ground() -> None:
    small = small_pdf(KIT)
    first = small.pdf.Root.StructTreeRoot.K[0].K[0]
    inner = small.pdf.make_indirect(Dictionary(S=Name.P, Pg=small.pdf.pages[0].obj, K=0))
    for _ in range(3000):
        inner = small.pdf.make_indirect(Dictionary(S=Name.Div, K=inner))
    first.K = Array([inner])
    assert read(small)[0][2] == "Ferry sails"


def test_a_pdf_without_tags_has_no_tree() -> None:
    small = small_pdf(KIT)
    del small.pdf.Root.StructTreeRoot
    assert read_tree(small.read()) == ()
