from __future__ import annotations

from pikepdf import Array, Dictionary, Name

from presskit.checking.faults.typefaces import check_typefaces
from tests.support.small_pdf import SmallPdf


def codes(small: SmallPdf, *known: str) -> list[tuple[str, int | None]]:
    return [(found.code, found.where.page) for found in check_typefaces(small.read(), known)]


def test_own_faces_inside_the_file_are_well() -> None:
    small = SmallPdf()
    small.add_page(b"")
    assert codes(small) == []


def test_a_strange_face_is_told_on_its_first_page() -> None:
    small = SmallPdf()
    small.add_page(b"")
    strange = small.font("/ABCDEF+Comic-Sans-Bold")
    small.add_page(b"", strange)
    small.add_page(b"", strange)
    [found] = check_typefaces(small.read(), ())
    assert (found.code, found.where.page) == ("p-001", 2)
    assert "Comic Sans Bold" in found.message


def test_a_brands_faces_take_the_place_of_presskits() -> None:
    small = SmallPdf()
    small.add_page(b"", small.font("/ABCDEF+Tern"))
    assert codes(small, "Tern") == []
    assert codes(small, "Gull") == [("p-001", 1)]


def test_a_face_that_is_not_inside_is_told() -> None:
    small = SmallPdf()
    font = small.font("/Pk-Sans")
    del font.FontDescriptor.FontFile2
    small.add_page(b"", font)
    assert codes(small) == [("p-002", 1)]


def test_a_composite_face_is_looked_into() -> None:
    small = SmallPdf()
    inner = small.font()
    outer = Dictionary(Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Pk-Sans"), DescendantFonts=Array([inner]))
    small.add_page(b"", outer)
    assert codes(small) == []
    del inner.FontDescriptor
    assert codes(small) == [("p-002", 1)]


def test_a_face_drawn_as_pictures_has_no_name_of_ours() -> None:
    small = SmallPdf()
    small.add_page(b"", Dictionary(Subtype=Name.Type3))
    assert codes(small) == [("p-001", 1)]


def test_faces_of_what_is_laid_over_a_page_count() -> None:
    small = SmallPdf()
    page = small.add_page(b"")
    form = small.pdf.make_stream(b"", Subtype=Name.Form)
    form.Resources = Dictionary(Font=Dictionary(F=small.font("/Arial")), XObject=Dictionary(Self=form))
    page.obj.Resources.XObject = Dictionary(Stamp=form)
    assert codes(small) == [("p-001", 1)]
