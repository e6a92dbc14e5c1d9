from __future__ import annotations

import logging
from collections.abc import Callable
from operator import delitem, setitem

import pytest
from pikepdf import Array, Dictionary, Name, String

from presskit.checking.pdf import check_pdf
from presskit.checking.promises import PromisedPart, Promises
from tests.support.small_pdf import SmallPart, SmallPdf, small_pdf

KIT = (SmallPart("Ferry sails", ["Ferry sails at dawn"]), SmallPart("Figures", ["Eleven boats"]))
ALT = "A quay in the morning"


def add_figure(small: SmallPdf, **words: str) -> None:
    holder = small.pdf.Root.StructTreeRoot.K[0].K[1]
    texts = {f"/{key}": String(text) for key, text in words.items()}
    holder.K.append(Dictionary({"/S": Name.Figure, "/Pg": small.pdf.pages[1].obj, "/K": 0, **texts}))


def untag_second_page(small: SmallPdf) -> None:
    del small.pdf.Root.StructTreeRoot.K[0].K[1]


def take_outline(small: SmallPdf) -> None:
    """Take the outline out of a file that presskit made: others need none for two pages."""
    del small.pdf.Root.Outlines
    small.pdf.docinfo[Name.Creator] = String("presskit 1.0")


def untitle(small: SmallPdf) -> None:
    del small.pdf.docinfo[Name.Title]


def test_a_sound_pdf_has_no_findings() -> None:
    assert check_pdf(small_pdf(KIT).bytes()) == ()


@pytest.mark.parametrize(
    ("damage", "code", "page"),
    [
        (lambda small: delitem(small.pdf.Root, "/Lang"), "p-003", None),
        (lambda small: setitem(small.pdf.Root, "/Lang", String("")), "p-003", None),
        (untitle, "p-004", None),
        (lambda small: delitem(small.pdf.Root, "/ViewerPreferences"), "p-004", None),
        (lambda small: setitem(small.pdf.Root.ViewerPreferences, "/DisplayDocTitle", False), "p-004", None),
        (lambda small: delitem(small.pdf.Root, "/MarkInfo"), "p-005", None),
        (lambda small: setitem(small.pdf.Root.MarkInfo, "/Marked", False), "p-005", None),
        (lambda small: delitem(small.pdf.Root, "/StructTreeRoot"), "p-005", None),
        (lambda small: setitem(small.pdf.Root.StructTreeRoot, "/K", Array()), "p-005", None),
        (lambda small: delitem(small.pdf.pages[1].obj, "/StructParents"), "p-005", 2),
        (untag_second_page, "p-005", 2),
        (take_outline, "p-006", None),
        (add_figure, "p-011", 2),
        (lambda small: add_figure(small, Alt=""), "p-011", 2),
    ],
)
def test_each_damage_is_one_finding(damage: Callable[[SmallPdf], object], code: str, page: int | None) -> None:
    small = small_pdf(KIT)
    damage(small)
    assert [(found.code, found.where.page) for found in check_pdf(small.bytes())] == [(code, page)]


@pytest.mark.parametrize("words", [{"Alt": ALT}, {"ActualText": ALT}])
def test_a_described_picture_is_well(words: dict[str, str]) -> None:
    small = small_pdf(KIT)
    add_figure(small, **words)
    assert check_pdf(small.bytes()) == ()


def test_the_title_may_stand_in_xmp_alone() -> None:
    small = small_pdf(KIT)
    del small.pdf.docinfo[Name.Title]
    with small.pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:title"] = "A kit"
    assert check_pdf(small.bytes()) == ()


def test_a_blank_page_needs_no_tags() -> None:
    small = small_pdf(KIT)
    small.pdf.add_blank_page()
    assert check_pdf(small.bytes()) == ()


@pytest.mark.parametrize(
    "damaged", [b"", b"%PDF-1.7\n", b"not a PDF at all", small_pdf(KIT).bytes()[:300], small_pdf([]).bytes()]
)
def test_what_cannot_be_read_is_said_and_nothing_printed(
    damaged: bytes, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    assert [found.code for found in check_pdf(damaged)] == ["p-010"]
    assert capfd.readouterr() == ("", "")


def test_a_file_that_pypdf_cannot_unpack_is_told() -> None:
    damaged = small_pdf(KIT).bytes().replace(b"/FlateDecode", b"/FlateUnheard")
    promises = Promises((PromisedPart("Ferry sails"),))
    assert [found.code for found in check_pdf(damaged, promises)] == ["p-010"]


def test_a_file_of_another_program_may_use_any_typeface_and_no_kits_own_may() -> None:
    small = small_pdf(KIT)
    for font in small.pdf.objects:
        if isinstance(font, Dictionary) and "/BaseFont" in font:
            font.BaseFont = Name("/ABCDEF+Gull")
    assert check_pdf(small.bytes()) == ()
    assert {found.code for found in check_pdf(small.bytes(), Promises((PromisedPart("Ferry sails"),)))} == {"p-001"}
    small.pdf.docinfo[Name.Creator] = String("presskit 1.0")
    assert {found.code for found in check_pdf(small.bytes())} == {"p-001"}


def test_untagged_pages_are_told_together() -> None:
    small = small_pdf(KIT)
    for page in small.pdf.pages:
        del page.obj.StructParents
    [found] = check_pdf(small.bytes())
    assert (found.code, found.where.page) == ("p-005", 1)
    assert found.message.startswith("Pages 1–2 cannot be read aloud")


def test_a_scan_is_told_as_one() -> None:
    small = small_pdf(KIT)
    del small.pdf.Root["/StructTreeRoot"]
    assert [found.code for found in check_pdf(small.bytes())] == ["p-005"]
    for page in small.pdf.pages:
        page.obj.Resources, page.obj.Contents = Dictionary(), small.pdf.make_stream(b"q Q")
    assert [found.code for found in check_pdf(small.bytes())] == ["p-026"]


@pytest.mark.parametrize("form", [Dictionary(Fields=Array([Dictionary(T="name")])), Dictionary(XFA=String("<xdp/>"))])
def test_a_form_is_told_and_an_empty_one_is_none(form: Dictionary) -> None:
    small = small_pdf(KIT)
    small.pdf.Root.AcroForm = form
    assert [found.code for found in check_pdf(small.bytes())] == ["p-027"]
    small.pdf.Root.AcroForm = Dictionary(Fields=Array())
    assert check_pdf(small.bytes()) == ()
