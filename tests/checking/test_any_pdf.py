"""PDFs that other programs made: what is said of them is true, once, and for whoever made them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from presskit.checking.page_numbers import each_code_once
from presskit.checking.pdf import check_pdf
from presskit.findings import Finding, Where, finding
from tests.support import tampered
from tests.support.small_pdf import SmallPart, SmallPdf, small_pdf

PAGES = (SmallPart("Ferry sails", ["Ferry sails at dawn"]), SmallPart("Figures", ["Eleven boats"]))
Change = Callable[[Pdf], object]


def found_in(*changes: Change) -> list[Finding]:
    small = small_pdf(PAGES)
    for change in changes:
        change(small.pdf)
    return list(check_pdf(small.bytes()))


def remark(kind: str, words: str = "") -> Change:
    def change(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([0, 0, 9, 9]), Contents=String(words))
        page = pdf.pages[1].obj
        page.Annots = Array([*page.get("/Annots", Array()), pdf.make_indirect(note)])

    return change


def made_by(program: str) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.docinfo[Name.Producer] = String(program)

    return change


def unname(pdf: Pdf) -> None:
    del pdf.Root.Lang


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (remark("Text", "Is this right?"), "p-049", "“Is this right?”"),
        (tampered.attach, "p-050", "“budget.xlsx”"),
        (tampered.add_script, "p-051", "JavaScript"),
        (tampered.hide_layer, "p-052", "“For our lawyer”"),
    ],
)
def test_what_was_left_in_a_file_is_told(change: Change, code: str, words: str) -> None:
    [found] = found_in(change)
    assert (found.code, found.severity) == (code, "warning")
    assert words in found.message


def test_remarks_are_told_together_with_their_pages() -> None:
    [found] = found_in(*(remark("Highlight", f"No. {number}") for number in range(5)))
    assert found.where == Where(page=2)
    assert found.message.endswith("“No. 0”, “No. 1”, “No. 2” and 2 more.")


@pytest.mark.parametrize("kind", ["Popup", "Watermark", "PrinterMark"])
def test_what_no_reader_wrote_is_no_remark(kind: str) -> None:
    assert found_in(remark(kind)) == []


def test_layers_that_are_on_are_nothing_to_tell() -> None:
    def show(pdf: Pdf) -> None:
        tampered.hide_layer(pdf)
        del pdf.Root.OCProperties.D.OFF

    assert found_in(show) == []


def test_lists_of_names_that_run_in_circles_end() -> None:
    def circle(pdf: Pdf) -> None:
        names = pdf.make_indirect(Dictionary(Kids=Array()))
        names.Kids.append(names)
        pdf.Root.Names = Dictionary(EmbeddedFiles=names, JavaScript=names)

    assert found_in(circle) == []


def test_a_page_of_decoration_needs_no_tags_and_words_beside_it_do() -> None:
    def decorated(content: bytes) -> list[str]:
        small = small_pdf(PAGES)
        small.add_page(content)
        return [item.code for item in check_pdf(small.bytes())]

    ground = b"/Artifact BMC q 1 0 0 rg 0 0 50 50 re f Q EMC"
    assert decorated(ground) == []
    assert decorated(b"/Artifact <</Type /Layout>> BDC /P BMC 0 0 50 50 re f EMC EMC") == []
    assert decorated(ground + b" BT /F 9 Tf (Ring us) Tj ET") == ["p-005"]


def test_a_title_that_is_not_shown_is_named_and_a_placeholder_is_none() -> None:
    def hidden(title: str) -> Change:
        def change(pdf: Pdf) -> None:
            pdf.docinfo[Name.Title] = String(title)
            del pdf.Root.ViewerPreferences

        return change

    assert "It has one, “A walk”" in found_in(hidden("A walk"))[0].hint
    assert found_in(hidden("untitled"))[0].hint == "Give it one in the program that made it, and export it again."


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("LibreOffice 7.4", "In LibreOffice: Tools"),
        ("Microsoft® Word for Microsoft 365", "In Word: Review"),
        ("GPL Ghostscript 10.0", "export the PDF where it was written"),
        ("Gull Writer", "Say it in the program that made the file, and export it again."),
    ],
)
def test_advice_is_for_the_program_that_made_the_file(program: str, words: str) -> None:
    [found] = found_in(unname, made_by(program))
    assert words in found.hint
    assert "kit" not in found.hint


def test_advice_for_a_kit_is_given_for_presskits_own_files() -> None:
    assert "(a kit: build it again)" in found_in(unname, made_by("presskit 1.0"))[0].hint


def test_the_maker_is_read_where_newer_files_name_it() -> None:
    def made(pdf: Pdf) -> None:
        unname(pdf)
        del pdf.trailer.Info
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
            about["dc:title"] = "A kit"
            about["xmp:CreatorTool"] = "Typst 0.15"

    [found] = found_in(made)
    assert found.hint.startswith("In Typst: #set text(lang")


def test_typefaces_outside_are_one_finding() -> None:
    small = small_pdf(PAGES)
    for page, name in zip(small.pdf.pages, ("/Gull", "/Tern"), strict=True):
        page.obj.Resources.Font.F = small.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(name))
        )
    [found] = check_pdf(small.bytes())
    assert found.message == "The typefaces Gull and Tern are not inside the PDF."
    assert found.where == Where(page=1, others=(2,))


def test_five_pages_need_an_outline_and_four_do_not() -> None:
    def pages(number: int) -> list[str]:
        small = small_pdf([SmallPart(f"No. {one}", ["Words"]) for one in range(number)])
        del small.pdf.Root.Outlines
        return [item.code for item in check_pdf(small.bytes())]

    assert pages(4) == []
    assert pages(5) == ["p-006"]


def test_forty_dead_links_are_one_finding_with_their_pages() -> None:
    links = [finding("p-007", Where(page=page), target=f"place-{page}") for page in (*range(1, 30), 40)]
    [told] = each_code_once(links)
    assert told.message.endswith("“place-1” leads nowhere. The same is so of 29 more, on pages 2–29, 40.")
    assert told.where == Where(page=1, others=(*range(2, 30), 40))
    assert each_code_once(links[:3]) == tuple(links[:3])


def test_what_leads_nowhere_in_a_damaged_file_is_no_traceback() -> None:
    small = SmallPdf(Pdf.new())
    small.add_page(b"BT /F 9 Tf (x) Tj ET")
    for key in ("/Names", "/OCProperties", "/AA", "/OpenAction", "/AcroForm"):
        file = BytesIO(small.bytes())
        with pikepdf.open(file) as pdf:
            pdf.Root[key] = Array([1, Name.Nothing])
            pdf.pages[0].obj.Annots = Array([1, Dictionary(A=Array())])
            changed = BytesIO()
            pdf.save(changed)
        assert check_pdf(changed.getvalue())


def test_names_in_a_circle_are_read_once() -> None:
    """A list of names that holds itself twice would double at each step."""

    def circle(pdf: Pdf) -> None:
        node = pdf.make_indirect(Dictionary())
        node.Kids = Array([node, node])
        pdf.Root.Names = Dictionary(EmbeddedFiles=node, JavaScript=node)

    assert "p-010" not in {item.code for item in found_in(circle)}
