"""Small PDFs with one fault each, and what is said of them; and the same without it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from presskit.checking.preflight import Press, preflight
from presskit.findings import Finding
from tests.support.words import never_read

LETTER, MM = (612.0, 792.0), 72 / 25.4
BLACK = "0 0 0 1 k 300 300 100 100 re f"


def pdf_of(*drawings: str, bleed_pt: float = 0, fill: Callable[[Pdf], None] | None = None) -> bytes:
    """Return a PDF of Letter pages with these drawings; `bleed_pt`: how far its pages reach beyond the cut."""
    file = BytesIO()
    with pikepdf.new() as pdf:
        for drawing in drawings:
            page = pdf.add_blank_page(page_size=LETTER)
            page.obj.Contents = pdf.make_stream(drawing.encode())
            page.obj.Resources = Dictionary(Font=Dictionary(F=font(pdf)))
            outer = [-bleed_pt, -bleed_pt, LETTER[0] + bleed_pt, LETTER[1] + bleed_pt]
            page.obj.MediaBox, page.obj.BleedBox, page.obj.TrimBox = Array(outer), Array(outer), Array([0, 0, *LETTER])
        if fill:
            fill(pdf)
        pdf.save(file)
    return file.getvalue()


def font(pdf: Pdf) -> Dictionary:
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Gull, FontFile2=pdf.make_stream(b""))
    return Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Gull, FontDescriptor=descriptor)


def said(pdf: bytes, press: Press = "shop") -> dict[str, Finding]:
    found = preflight(pdf, press)
    assert len({item.code for item in found}) == len(found)
    assert all(never_read(f"{item.message} {item.hint}") == [] for item in found)
    return {item.code: item for item in found if item.code != "f-013"}


def text(colour: str) -> str:
    return f"{colour} BT /F 12 Tf 200 400 Td (Ferry) Tj ET"


def test_a_page_in_plain_inks_has_no_fault() -> None:
    assert said(pdf_of(BLACK, text("0 0 0 1 k"), text("0 g"))) == {}


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        (text("0 0 0 rg"), "Text is"),
        ("1 0 0 rg 300 300 100 100 re f", "Areas of colour are"),
        ("1 0 0 RG 2 w 300 300 m 400 400 l S", "Lines are"),
    ],
)
def test_colours_for_screens_are_found_with_their_pages(drawing: str, what: str) -> None:
    found = said(pdf_of(BLACK, drawing))["f-008"]
    assert found.where.page == 2
    assert found.message.startswith(what)
    several = said(pdf_of(drawing, drawing, BLACK, drawing))["f-008"]
    verb = what.rsplit(maxsplit=1)[-1]
    assert f"on pages 1–2, 4 {verb}" in several.message
    assert (several.where.page, several.where.others) == (1, (2, 4))


def test_colours_inside_pieces_patterns_and_spaces_are_found() -> None:
    def piece(pdf: Pdf) -> None:
        form = pdf.make_stream(b"1 0 0 rg 0 0 10 10 re f")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 10, 10])
        pdf.pages[0].obj.Resources.XObject = Dictionary(P=form)

    def pattern(pdf: Pdf) -> None:
        tile = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f")
        tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep, tile.Resources = Array([0, 0, 5, 5]), 5, 5, Dictionary()
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P=tile)

    def space(pdf: Pdf) -> None:
        profile = pdf.make_stream(b"", N=3)
        pdf.pages[0].obj.Resources.ColorSpace = Dictionary(S=Array([Name.ICCBased, profile]))

    drawings = {
        "q 10 0 0 10 300 300 cm /P Do Q": piece,
        "/Pattern cs /P scn 300 300 50 50 re f": pattern,
        "/S cs 1 0 0 scn 300 300 50 50 re f": space,
    }
    for drawing, fill in drawings.items():
        assert set(said(pdf_of(drawing, fill=fill))) == {"f-008"}, drawing


def test_black_text_of_several_inks_is_found() -> None:
    found = said(pdf_of(text("0.7 0.6 0.6 0.9 k")))["f-009"]
    assert "C70 M60 Y60 K90" in found.message
    assert "f-009" not in said(pdf_of(text("1 0.8 0 0.1 k")))  # a dark blue is a colour, not black


@pytest.mark.parametrize(
    "drawing",
    ["0.1 w 100 300 m 400 300 l S", "100 300 300 0.1 re f", "q .1 0 0 .1 0 0 cm 1 w 1000 3000 m 4000 3000 l S Q"],
)
def test_hairlines_are_found(drawing: str) -> None:
    for press in ("shop", "print"):
        assert "is 0.10 pt thin" in said(pdf_of(f"0 g 0 G {drawing}"), press)["f-010"].message  # type: ignore[arg-type]


def test_lines_of_a_quarter_point_are_no_hairlines() -> None:
    assert said(pdf_of("0.25 w 100 300 m 400 300 l S 100 320 300 0.25 re f")) == {}


def test_colour_that_ends_at_the_edge_is_found() -> None:
    to_the_edge = "0 0 0 .2 k 0 0 612 792 re f"
    assert "end at the edge" in said(pdf_of(to_the_edge))["f-011"].message
    beyond = "0 0 0 .2 k -9 -9 630 810 re f"
    assert said(pdf_of(beyond, bleed_pt=3 * MM)) == {}
    assert "f-011" in said(pdf_of(beyond, bleed_pt=1 * MM))  # the file ends before the colour does
    assert said(pdf_of("1 1 1 rg 0 0 612 792 re f")) == {}  # white is paper
    marks = "0 0 0 1 k -9 0 m -3 0 l S -9 792 m -3 792 l S"
    assert said(pdf_of(f"{beyond} {marks}", bleed_pt=3 * MM)) == {}  # crop marks stand outside


def test_what_an_office_printer_cuts_off_is_found() -> None:
    assert "Text and areas of colour stand less than a quarter of an inch from the edge" in (
        said(pdf_of("0 g 10 100 50 50 re f BT /F 9 Tf 5 400 Td (x) Tj ET"), "print")["f-015"].message
    )
    assert said(pdf_of("0 g 18.1 100 50 50 re f"), "print") == {}
    clipped = "q 100 100 50 50 re W n 0 g 0 0 612 792 re f Q"
    assert said(pdf_of(clipped), "print") == {}


def picture(mode: str, size: tuple[int, int], colour: object) -> Callable[[Pdf], None]:
    def fill(pdf: Pdf) -> None:
        image = Image.new(mode, size, colour)  # type: ignore[arg-type]
        space = {"CMYK": Name.DeviceCMYK, "L": Name.DeviceGray, "RGB": Name.DeviceRGB}[mode]
        stream = pdf.make_stream(image.tobytes(), Width=size[0], Height=size[1], BitsPerComponent=8, ColorSpace=space)
        stream.Type, stream.Subtype = Name.XObject, Name.Image
        pdf.pages[0].obj.Resources.XObject = Dictionary(P=stream)

    return fill


def test_coarse_pictures_are_found_with_the_width_that_would_do() -> None:
    place = "q 360 0 0 240 100 300 cm /P Do Q"  # 5 inches wide
    found = said(pdf_of(place, fill=picture("L", (700, 467), 90)), "print")["f-007"]
    assert "A picture is printed 5.0 in wide at 140 dpi; up to 3.5 in wide it would be sharp." in found.message
    assert said(pdf_of(place, fill=picture("L", (1000, 667), 90)), "print") == {}


def test_too_much_ink_is_found_in_colours_and_in_pictures() -> None:
    assert "take up to 340 %" in said(pdf_of("1 .8 .8 .8 k 300 300 50 50 re f"))["f-014"].message
    place = "q 72 0 0 72 300 300 cm /P Do Q"
    assert (
        "take up to 3" in said(pdf_of(place, fill=picture("CMYK", (300, 300), (250, 200, 200, 250))))["f-014"].message
    )
    assert said(pdf_of(place, fill=picture("CMYK", (300, 300), (200, 150, 150, 200)))) == {}


def test_a_typeface_that_is_not_inside_is_found() -> None:
    def take_out(pdf: Pdf) -> None:
        del pdf.pages[0].obj.Resources.Font.F.FontDescriptor[Name.FontFile2]

    assert "The typeface Gull is not inside the PDF." in said(pdf_of(text("0 g"), fill=take_out))["f-012"].message


def test_a_number_of_pages_that_cannot_be_stapled_is_told() -> None:
    [found] = preflight(pdf_of(*[BLACK] * 6), "shop")
    assert (found.code, found.severity) == ("f-013", "note")
    assert preflight(pdf_of(*[BLACK] * 8), "shop") == ()
    assert preflight(pdf_of(*[BLACK] * 6), "print") == ()


def test_a_piece_that_draws_itself_ends() -> None:
    def circle(pdf: Pdf) -> None:
        form = pdf.make_stream(b"/P Do 0 0 5 5 re f")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 10, 10])
        form.Resources = Dictionary(XObject=Dictionary(P=form))
        pdf.pages[0].obj.Resources.XObject = Dictionary(P=form)

    assert "f-008" not in said(pdf_of("/P Do", fill=circle))


def test_what_is_no_pdf_is_told() -> None:
    assert [item.code for item in preflight(b"%PDF-1.7 nothing", "shop")] == ["p-010"]


@pytest.mark.parametrize("press", ["print", "shop"])
def test_a_pdf_without_pages_is_never_ready(press: Press) -> None:
    assert [item.code for item in preflight(pdf_of(), press)] == ["p-010"]


def test_the_advice_knows_whether_a_printers_profile_was_used() -> None:
    drawing = "1 0 0 rg 300 300 50 50 re f"

    def sign(pdf: Pdf) -> None:
        pdf.docinfo[Name.Creator] = String("presskit 1.0")

    assert "--icc FILE" in said(pdf_of(drawing, fill=sign))["f-008"].hint
    assert said(pdf_of(drawing))["f-008"].hint == "Export it again in the colours of the printer's profile."

    def intend(pdf: Pdf) -> None:
        pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFX)])

    hint = said(pdf_of(drawing, fill=intend))["f-008"].hint
    assert "--icc" not in hint
    assert "drawings and pictures" in hint


def test_the_screens_profile_of_an_archive_file_is_no_printers() -> None:
    def intend(pdf: Pdf) -> None:
        profile = pdf.make_stream(b"", N=3)
        pdf.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1, DestOutputProfile=profile)])

    assert "drawings and pictures" not in said(pdf_of("1 0 0 rg 300 300 50 50 re f", fill=intend))["f-008"].hint


@pytest.mark.parametrize(
    "words",
    [
        "BT /F 12 Tf 200 400 Td (x) Tj ET",
        "BT /F 12 Tf 100 200 Td 100 200 TD (x) Tj ET",
        "BT /F 12 Tf 14 TL 1 0 0 1 200 400 Tm T* (x) Tj (y) ' ET",
        "q 1 0 0 1 190 390 cm BT /F 12 Tf 10 10 Td (x) Tj ET Q",
    ],
)
def test_text_stands_where_it_was_moved_to(words: str) -> None:
    assert said(pdf_of(f"0 g {words}"), "print") == {}


@pytest.mark.parametrize(
    "words", ["BT /F 12 Tf 9 400 Td (x) Tj ET", "BT /F 12 Tf 200 TL 1 0 0 1 200 210 Tm T* (x) Tj ET"]
)
def test_text_that_was_moved_to_the_edge_is_found(words: str) -> None:
    assert set(said(pdf_of(f"0 g {words}"), "print")) == {"f-015"}
