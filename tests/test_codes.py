"""Every code of the catalogue is shown by a fixture in tests/codes/<code>, or by a function here.

A fixture's expected.toml says what is built (`sources`, and `output` where it is written), which photos are made for
it (`pictures`, and `pictures_px`, their size), and where the finding stands: `file`, `line`, `page`, and `words`, a
fragment of its sentence. `also` names codes that come with this one.
"""

from __future__ import annotations

import os
import shutil
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextvars import Context
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx.document import Document
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pikepdf import Name
from PIL import Image

from presskit import gate, libraries
from presskit.__main__ import load_cli
from presskit.checking.archive import check_archive
from presskit.checking.blocks import documents_of
from presskit.checking.facts import Said
from presskit.checking.pdf import check_pdf
from presskit.checking.preflight import Press, preflight
from presskit.checking.promises import PromisedPart, Promises, with_words
from presskit.checking.sent import look_at_sent
from presskit.checking.words import check_file_words
from presskit.comparing.finished import compare_bytes
from presskit.comparing.words import compare_words
from presskit.errors import PresskitError, SourceError
from presskit.findings import CATALOGUE, Finding
from presskit.importing import ImportOrder, composing, import_texts
from presskit.judging.proof import check_file
from presskit.linking import KitMetadata
from presskit.linking.binding.bound import bind
from presskit.linking.keeping import make_keepable
from presskit.linking.lettering.unicode import read_texts, write_texts
from presskit.linking.parts import BoundFile
from presskit.mailing import make_drafts
from presskit.mailing.filing import own_address
from presskit.mailing.orders import MailOrder
from presskit.making import build, outputs
from presskit.making.build import make_kit, make_words
from presskit.making.orders import BuildOrder, MadeKit
from presskit.model import Contact
from presskit.outcomes import silent
from presskit.printing.booklet import padded
from presskit.printing.inking.profiles import read_profile, srgb
from presskit.printing.shop import Printer, print_for_shop
from presskit.reading.formats.opening import open_source
from presskit.reading.packages import LOCKED, OLD_OFFICE
from presskit.reading.result import Reading
from presskit.rendering.cache import Cache
from presskit.sorting.sources import Sources, find_sources
from presskit.working.pool import Pool
from presskit.writing import sent
from presskit.writing.archive import Entry
from presskit.writing.scaffold import scaffold
from presskit.writing.sources import source_of
from presskit.writing.text import kit_text
from tests.support import exiftool, ghostscript, tampered
from tests.support.credentials import add_credentials
from tests.support.encrypted import encrypted
from tests.support.in_process import InProcess
from tests.support.tampered import changed
from tests.support.typefaces import variable, with_rights, without
from tests.support.word_files import add_xml, deleted, run, word
from tests.support.words import never_read
from tests.support.writing import release
from tests.support.zips import change, zip_of

pytestmark = pytest.mark.usefixtures("quick")

CODES = Path(__file__).parent / "codes"
FIXTURES = sorted(path.name for path in CODES.iterdir() if path.name != "clean")
# What only pages show; all else is read in a kit's words, and on pages by ./kit test --all.
ON_PAGES = {
    "b-002",
    "b-003",
    "b-008",
    "b-010",
    "b-011",
    "b-016",
    "b-017",
    "c-011",
    "c-038",
    "c-049",
    "c-050",
    "c-051",
    "c-057",
}
ON_PAGES |= {"p-007", "p-008", "p-009", "p-048", "p-053"}
RELEASE = CODES / "c-012/kit/releases/release.txt"
NOW = datetime(2030, 1, 1, tzinfo=UTC)  # before the embargoes of the fixtures, whatever the clock says
Damage = Callable[[pikepdf.Pdf], None]
FINISHED = {
    "remark": tampered.lay_remark,
    "picture": tampered.exchange_picture,
    "page": tampered.add_page,
    "paint": tampered.paint_over,
    "author": tampered.sign,
    "nothing": tampered.save_anew,
}


@pytest.fixture(scope="module")
def clean(quick: None, tmp_path_factory: pytest.TempPathFactory) -> MadeKit:
    """Return a kit with a document of each kind, embargo and disclosure."""
    kit = laid_out("clean", tmp_path_factory.mktemp("clean")) / "kit"
    return make_kit(BuildOrder((kit,), now=NOW), find_sources((kit,)))


def expected_of(name: str) -> dict[str, Any]:
    return tomllib.loads((CODES / name / "expected.toml").read_text(encoding="utf-8"))


def laid_out(name: str, folder: Path) -> Path:
    """Copy a fixture into an empty folder, and make its photos."""
    shutil.copytree(CODES / name, folder, dirs_exist_ok=True)
    expected = expected_of(name)
    for picture in expected.get("pictures", ()):
        (folder / picture).write_bytes(picture_of(*expected.get("pictures_px", (3000, 2000))))
    return folder


@cache
def picture_of(*size_px: int) -> bytes:
    """Return a photo that is the same in each fixture: it is made once."""
    file = BytesIO()
    Image.linear_gradient("L").resize(size_px).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def findings_of(order: BuildOrder, make: Callable[[BuildOrder, Sources], MadeKit] = make_kit) -> Sequence[Finding]:
    """Return all there is to say about what is built, whether it can be or not."""
    order = replace(order, now=order.now or NOW)
    try:
        return build.build(order)[0].findings if order.output else make(order, find_sources(order.sources)).findings
    except PresskitError as error:
        return error.problems


def words_or_pages() -> Iterator[Any]:
    """Yield each fixture with what makes it: its words alone, where they show the code, and, mostly slow, its pages."""
    for code in FIXTURES:
        if code in ON_PAGES or "output" in expected_of(code):
            yield pytest.param(code, make_kit, id=code)
        else:
            yield pytest.param(code, make_words, id=code)
            yield pytest.param(code, make_kit, id=f"{code}-pages", marks=pytest.mark.slow)


@pytest.mark.parametrize(("code", "make"), list(words_or_pages()))
def test_a_fixture_shows_its_code_alone(
    code: str, make: Callable[[BuildOrder, Sources], MadeKit], tmp_path: Path
) -> None:
    folder, expected = laid_out(code, tmp_path), expected_of(code)
    output = folder / expected["output"] if "output" in expected else None
    found = findings_of(BuildOrder(tuple(folder / name for name in expected["sources"]), output, now=NOW), make)
    if make is make_words:
        found = [item for item in found if item.code != "b-015"]  # pages were not looked at
    [item] = [item for item in found if item.code == code]
    assert {item.code for item in found} == {code, *expected.get("also", ())}
    assert (item.where.file and item.where.file.name) == expected.get("file")
    assert (item.where.line, item.where.page) == (expected.get("line"), expected.get("page"))
    assert expected["words"] in item.message
    assert never_read(f"{item.message} {item.hint}") == []


def test_a_clean_kit_has_no_findings(clean: MadeKit) -> None:
    assert clean.findings == ()
    assert len(clean.kit.documents) == 4
    assert clean.promises.disclosure
    assert all(part.embargo for part in clean.promises.parts)


# Damages to a finished PDF, each after the code that finds it.


def rename_typeface(pdf: pikepdf.Pdf) -> None:
    for font in fonts_of(pdf):
        font.BaseFont = Name("/ABCDEF+Comic-Sans")


def unembed_typeface(pdf: pikepdf.Pdf) -> None:
    for font in fonts_of(pdf):
        del font.DescendantFonts[0].FontDescriptor[Name.FontFile2]


def fonts_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Return one of the fonts of the first page."""
    return [next(iter(pdf.pages[0].obj.Resources.Font.values()))]


def drop(*keys: str) -> Damage:
    def damage(pdf: pikepdf.Pdf) -> None:
        for key in keys:
            del pdf.Root[key]

    return damage


def untitle(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo[Name.Title]
    del pdf.Root[Name.Metadata]


def lose_destination(pdf: pikepdf.Pdf) -> None:
    """Take the factsheet's page away; the contents still link to it."""
    del pdf.pages[3]


def forget_description(pdf: pikepdf.Pdf) -> None:
    figure = next(item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure")
    del figure[Name.Alt]


def forget_letter(pdf: pikepdf.Pdf) -> None:
    """Take the letter q from what glyphs say: the pages stay as they are."""
    for font in (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item):
        texts = read_texts(font.ToUnicode.read_bytes())
        font.ToUnicode = pdf.make_stream(write_texts({glyph: text for glyph, text in texts.items() if text != "q"}))


DAMAGES: dict[str, tuple[Damage, str]] = {
    "p-001": (rename_typeface, "Comic Sans"),
    "p-002": (unembed_typeface, "is not inside the PDF"),
    "p-003": (drop("/Lang"), "language"),
    "p-004": (untitle, "title"),
    "p-005": (drop("/StructTreeRoot", "/MarkInfo"), "The PDF cannot be read aloud"),
    "p-006": (drop("/Outlines"), "outline"),
    "p-011": (forget_description, "picture"),
    "p-020": (forget_letter, "is not what the finished PDF says where it is searched, copied or read aloud"),
}


@pytest.mark.parametrize("code", DAMAGES)
def test_a_damage_is_found_alone(clean: MadeKit, code: str) -> None:
    damage, words = DAMAGES[code]
    with pikepdf.open(BytesIO(clean.linked.pdf)) as pdf:
        damage(pdf)
        file = BytesIO()
        pdf.save(file)
    found = check_pdf(file.getvalue(), clean.promises)
    assert {item.code for item in found} == {code}
    assert words in found[0].message


# Codes that no file in a kit can show.


def variable_typeface(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_typeface(folder, variable)


def typeface_without_letters(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_typeface(folder, lambda path: without("qvw", path))


def typeface_without_bold(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_typeface(folder, lambda path: with_rights(path, 0), more="")


def barred_typeface(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_typeface(folder, lambda path: with_rights(path, 2))


def with_typeface(folder: Path, write: Callable[[Path], Path], more: str = ', bold = "Tern.ttf"') -> Sequence[Finding]:
    shutil.copytree(CODES / "c-017/kit/releases", folder / "kit/releases")
    (folder / "kit/brand").mkdir()
    write(folder / "kit/brand/Tern.ttf")
    brand = f'name = "Old Harbour Ferries"\nfonts = {{sans = {{regular = "Tern.ttf"{more}}}}}\n'
    (folder / "kit/brand/brand.toml").write_text(brand, encoding="utf-8")
    return findings_of(BuildOrder((folder / "kit",)))


def text_that_is_none(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "release.txt").write_bytes(b"Ferry\x00\x01\x02 sails")
    return findings_of(BuildOrder((folder / "release.txt",)))


def locked_text(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    really_open = os.open

    def refuse(path: str | Path, *how: Any, **more: Any) -> int:
        if Path(path).name == "release.txt":
            raise PermissionError(13, "Permission denied")
        return really_open(path, *how, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", refuse)
        return findings_of(BuildOrder((RELEASE,)))


def kit_beside_a_secret(folder: Path) -> Path:
    """Return a kit with a good release; beside it lies what is none of its business."""
    shutil.copytree(RELEASE.parent, folder / "kit/releases")
    (folder / "secret.txt").write_text("Nobody's business.", encoding="utf-8")
    return folder / "kit"


def found_in(kit: Path, letter: str = "s") -> Sequence[Finding]:
    """Return what is said of a kit whose folder alone was named, by the letter of its codes."""
    return Context().run(_built_alone, kit, letter)


def _built_alone(kit: Path, letter: str) -> Sequence[Finding]:
    with gate.opened(*BuildOrder((kit,)).places):
        return [item for item in findings_of(BuildOrder((kit,))) if item.code.startswith(f"{letter}-")]


def release_that_leads_out(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = kit_beside_a_secret(folder)
    (kit / "releases/second.txt").symlink_to(folder / "secret.txt")
    return found_in(kit)


def release_that_is_a_folder(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = kit_beside_a_secret(folder)
    (kit / "photos/photos.toml").mkdir(parents=True)
    Image.new("RGB", (3000, 2000)).save(kit / "photos/quay.jpg")
    return found_in(kit)


def release_kept_online(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = kit_beside_a_secret(folder)
    (kit / "releases/.second.docx.icloud").touch()
    return found_in(kit)


def kit_with_photo(folder: Path, name: str) -> Path:
    """Return the place of a photo in a kit that holds another one."""
    photos = kit_beside_a_secret(folder) / "photos"
    photos.mkdir()
    words = 'caption = "Gulls."\ncredit = "Ada Thorn"\nalt = "Two gulls."\n'
    (photos / "photos.toml").write_text(f'["gulls.png"]\n{words}["{name}"]\n{words}', encoding="utf-8")
    Image.new("RGB", (3000, 30)).save(photos / "gulls.png")
    return photos / name


def photo_of_another_kind(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "layers.tif")
    photo.write_bytes(b"8BPS\0\1" + b"\0" * 99)
    return found_in(photo.parent.parent)


def photo_in_inks(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "quay.jpg")
    Image.new("CMYK", (3000, 30)).save(photo)
    return found_in(photo.parent.parent)


def photo_of_three_pages(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "scan.tif")
    page = Image.new("RGB", (3000, 30))
    page.save(photo, save_all=True, append_images=[page, page])
    return found_in(photo.parent.parent)


def settings_too_large(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = kit_beside_a_secret(folder)
    (kit / "kit.toml").write_text("#" * 2_000_000, encoding="utf-8")
    return found_in(kit)


def portrait_from_outside(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = kit_beside_a_secret(folder)
    (kit / "bios").mkdir()
    text = "---\nname: Ada Thorn\nportrait: ../../secret.txt\n---\nShe counts the gulls at the harbour."
    (kit / "bios/ada.md").write_text(text, encoding="utf-8")
    return found_in(kit)


def words_hidden_by_a_brand(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    shown = (("Nobody reads this, for the brand's style hides it.",), *((),) * (len(clean.promises.parts) - 1))
    return check_pdf(clean.pdf, replace(with_words(clean.promises, shown), may_hide=True))


def photo_that_tells_editors(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "quay.jpg")
    exiftool.camera_photo(photo, (600, 400), "-XMP-photoshop:Instructions=Not for calendars.")
    return found_in(photo.parent.parent, "p")


def photo_with_credentials(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "quay.jpg")
    Image.new("RGB", (3000, 30)).save(photo)
    add_credentials(photo)
    return found_in(photo.parent.parent, "p")


def damaged_opendocument(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "release.odt").write_bytes(b"PK\x03\x04 and nothing more")
    return findings_of(BuildOrder((folder / "release.odt",)))


def pdf_without_words(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "release.pdf")
    return findings_of(BuildOrder((folder / "release.pdf",)))


def pdf_as_a_release(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "release.pdf").write_bytes(make_kit(BuildOrder((RELEASE,)), find_sources((RELEASE,))).linked.pdf)
    found = findings_of(BuildOrder((folder / "release.pdf",)))
    return [item for item in found if item.code == "c-036"]


def protected_pdf_as_a_release(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    made = make_kit(BuildOrder((RELEASE,)), find_sources((RELEASE,)))
    (folder / "release.pdf").write_bytes(encrypted(made.linked.pdf))
    return [item for item in findings_of(BuildOrder((folder / "release.pdf",))) if item.code == "p-025"]


def release_outside(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kit = Path(shutil.copytree(clean.kit.folder, folder / "kit"))
    (kit / "old").mkdir()
    (kit / "old/Lamp.md").write_text(release("Lamp burns again on the pier"), encoding="utf-8")
    mailed = make_drafts(MailOrder(BuildOrder((kit,), purpose="email", now=NOW), folder / "drafts"))
    return [item for item in mailed.findings if item.code == "m-010"]


def locked_word_file(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "release.docx").write_bytes(OLD_OFFICE + bytes(512) + LOCKED)
    return findings_of(BuildOrder((folder / "release.docx",)))


def word_file_with(fill: Callable[[Document], object]) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return a function that builds a good release as a Word file, with one thing more in it."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        lines = RELEASE.read_text(encoding="utf-8").splitlines()
        return findings_of(BuildOrder((word(folder / "release.docx", *lines, fill=fill),)))

    return make


def comment_on(document: Document) -> None:
    document.add_comment(document.paragraphs[4].runs[0], text="Is this right?", author="Ona Brill", initials="OB")


def source_that_never_ends(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_stopped("take")


def settings_that_never_end(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_stopped("read_kit_settings")


def file_that_is_never_checked(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    path = folder / "kit.pdf"
    path.write_bytes(clean.linked.pdf)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(InProcess, "stops", "look_at_file")
        with pytest.raises(PresskitError) as caught:
            check_file(path, None, strict_=False, progress=silent)
    return caught.value.problems


def page_that_never_ends(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return with_stopped("compose_document")


def with_stopped(function: str) -> Sequence[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(InProcess, "stops", function)
        return findings_of(BuildOrder((RELEASE,)))


def missing_library(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(libraries, "missing", lambda: libraries.LIBRARIES[:1])
        return findings_of(BuildOrder((RELEASE,)))


def unknown_paper(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.raises(PresskitError) as caught:
        load_cli().app(["build", str(RELEASE), "--paper", "a5"], standalone_mode=False)
    return caught.value.problems


def folder_in_use(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.raises(PresskitError) as caught:
        scaffold(CODES)
    return caught.value.problems


def half_a_pdf(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return check_pdf(clean.linked.pdf[:99], clean.promises)


def pdf_of_another_kit(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    more = (*clean.promises.parts, PromisedPart("Timetable"))
    return check_pdf(clean.linked.pdf, replace(clean.promises, parts=more))


def profile_of_a_screen(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "screen.icc").write_bytes(srgb().data)
    return findings_of(for_shop(folder / "screen.icc"))


def for_shop(icc: Path | None = None, max_ink_percent: float = 300) -> BuildOrder:
    return BuildOrder((RELEASE,), purpose="shop", icc=icc, max_ink_percent=max_ink_percent)


def no_profile(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return newly(for_shop(), BuildOrder((RELEASE,)))


def much_ink(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return newly(for_shop(ghostscript.profile(), 200), BuildOrder((RELEASE,)))


def newly(order: BuildOrder, other: BuildOrder) -> list[Finding]:
    """Return what is said about one build and not about another."""
    return [item for item in findings_of(order) if item not in findings_of(other)]


def colour_of_no_ink(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pikepdf.open(BytesIO(clean.linked.pdf)) as pdf:
        pdf.pages[2].contents_add(b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI")
        file = BytesIO()
        pdf.save(file)
    printer = Printer(read_profile(ghostscript.profile()))
    with pytest.raises(PresskitError) as caught:
        print_for_shop(file.getvalue(), clean.kit, KitMetadata("Nine piers", "en", "presskit"), printer)
    assert caught.value.problems[0].where.page == 3
    return caught.value.problems


def thick_booklet(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.raises(PresskitError) as caught:
        padded(33)
    return caught.value.problems


def booklet_of_one(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return newly(BuildOrder((RELEASE,), purpose="booklet"), BuildOrder((RELEASE,)))


def pressed(drawing: str, pages: int = 4, press: Press = "shop") -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return a function that looks at Letter pages for a press, the first of which holds a drawing."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        return preflight(drawn_pdf(drawing, pages), press)

    return make


def typeface_outside(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return preflight(drawn_pdf("0 g BT /F 12 Tf 200 400 Td () Tj ET", 4, "/Font"), "shop")


def drawn_pdf(drawing: str, pages: int, kind: str = "/XObject") -> bytes:
    file = BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(612, 792))
        coarse = pdf.make_stream(bytes(100 * 67), Width=100, Height=67, BitsPerComponent=8)
        coarse.Subtype, coarse.ColorSpace = Name.Image, Name.DeviceGray
        named = {
            "/XObject": pikepdf.Dictionary(P=coarse),
            "/Font": pikepdf.Dictionary(F=pikepdf.Dictionary(Subtype=Name.TrueType, BaseFont=Name.Gull)),
        }
        pdf.pages[0].obj.Resources = pikepdf.Dictionary({kind: named[kind]})
        pdf.pages[0].obj.Contents = pdf.make_stream(drawing.encode())
        pdf.save(file)
    return file.getvalue()


def protected_pdf() -> bytes:
    return encrypted(drawn_pdf("", 4))


def a_scan(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    found = check_pdf(drawn_pdf("q 360 0 0 240 100 300 cm /P Do Q", 1))
    return [item for item in found if item.code not in ("p-003", "p-004", "p-006")]


def pdf_of_another_program(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.raises(SourceError) as caught:
        documents_of(drawn_pdf("", 1), Path("kit.pdf"))
    return caught.value.problems


def a_form(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pikepdf.open(BytesIO(clean.linked.pdf)) as pdf:
        field = pdf.make_indirect(pikepdf.Dictionary(FT=Name.Tx, T="name"))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
        file = BytesIO()
        pdf.save(file)
    return check_pdf(file.getvalue(), clean.promises)


def pdf_with_a_password(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return check_pdf(encrypted(clean.linked.pdf, user="secret"), clean.promises)


def draft_of_a_kit(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pikepdf.open(BytesIO(clean.linked.pdf)) as pdf:
        pdf.docinfo[Name.Keywords] = "draft"
        file = BytesIO()
        pdf.save(file)
    assert not check_pdf(file.getvalue(), clean.promises)  # a build tells why instead
    return check_pdf(file.getvalue(), replace(clean.promises, final=True))


def finished(change: str) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return what is found of the clean kit's PDF after another tool has changed it."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        promises = Promises(faces=clean.promises.faces)
        return compare_bytes(changed(clean.pdf, FINISHED[change]), clean.pdf, promises, Path("kit.pdf"))

    return make


def left_in(change: Damage) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return what is found in a file of another program that somebody left something in."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        with pikepdf.open(BytesIO(clean.pdf)) as pdf:
            change(pdf)
            pdf.docinfo[Name.Creator] = pdf.docinfo[Name.Producer] = pikepdf.String("Gull Writer")
            file = BytesIO()
            pdf.save(file)
        return check_pdf(file.getvalue())

    return make


def pages_of_others(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    """Return what is found in a kit's file with a page of others that has no tags."""
    survey = folder / "survey.pdf"
    shutil.copy(CODES / "s-043" / "kit" / "documents" / "survey.pdf", survey)
    with gate.opened(folder):
        return check_pdf(bind(clean.linked, (BoundFile(survey, "Survey", "bound:0"),)).pdf)


def file_that_is_its_kit(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return check_finished(folder, clean, clean.pdf)


def file_that_states_nothing(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    def forget(pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo["/PresskitMade"]

    return check_finished(folder, clean, changed(clean.pdf, forget))


def check_finished(folder: Path, clean: MadeKit, pdf: bytes) -> Sequence[Finding]:
    path = folder / "kit.pdf"
    path.write_bytes(pdf)
    return check_file(path, BuildOrder((clean.kit.folder,), now=NOW), strict_=False, progress=silent)


def sent_file(folder: Path, clean: MadeKit) -> Path:
    """Return where a kit keeps a text that was sent."""
    kit = laid_out("clean", folder / "clean") / "kit"
    (folder / "kit.txt").write_bytes(kit_text(clean.kit).encode())
    with gate.opened(folder):
        [one] = sent.keep(kit, [folder / "kit.txt"], date(2026, 5, 12))
    return kit / "sent" / one.name


def file_that_was_sent(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    path = sent_file(folder, clean)
    with gate.opened(folder):
        return look_at_sent(folder / "kit.txt", path.parents[2], differs=True)


def file_among_those_that_were_sent(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return check_file(sent_file(folder, clean), None, strict_=False, progress=silent)


def sent_file_with(change: Callable[[Path], object]) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return what is found in the folder “sent” after its one file was changed, or something beside it."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        path = sent_file(folder, clean)
        path.chmod(0o644)
        change(path)
        return check_file(path.parent, None, strict_=False, progress=silent)

    return make


def page_in_inks(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pikepdf.open(BytesIO(clean.pdf)) as pdf:
        pdf.pages[0].contents_add(b"0 1 1 0 k")
        return make_keepable(pdf, (), None)


def said_of_a_file(*sides: Sequence[str]) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return what is found of a file that says one thing, and a kit that says another."""
    file, kit = ([Said("a paragraph", 1, text) for text in side] for side in sides)
    return lambda folder, clean: tuple(compare_words(file, kit))


def text_that_was_changed(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    text = kit_text(clean.kit).replace("counted the gulls", "counted the girls").encode()
    return tuple(check_file_words(clean.kit, "kit.txt", text))


def text_without_disclosure(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    text = kit_text(clean.kit).replace(str(clean.kit.brand.disclosure), "").encode()
    return tuple(check_file_words(clean.kit, "kit.txt", text))


def half_a_zip(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "kit.zip").write_bytes(b"PK\x03\x04 and no more")
    return check_archive(folder / "kit.zip", clean.promises)


def zip_of_another_day(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    files = outputs.pack(clean, BuildOrder(()))
    fresh = {file.name: file.sha256 for file in files} | {"captions.csv": "f0", "photos/web/quay-web.jpg": "0f"}
    return check_archive(zip_of(files, folder / "kit.zip"), Promises(faces=clean.promises.faces, final=True), fresh)


def zip_with(alter: Callable[[list[Entry]], object]) -> Callable[[Path, MadeKit], Sequence[Finding]]:
    """Return a function that packs the clean kit, changes what is in the ZIP, and holds it against the kit."""

    def make(folder: Path, clean: MadeKit) -> Sequence[Finding]:
        files = list(outputs.pack(clean, BuildOrder(())))
        fresh = {file.name: file.sha256 for file in files}
        return check_archive(
            zip_of(files, folder / "kit.zip", alter), Promises(faces=clean.promises.faces, final=True), fresh
        )

    return make


def mailed(folder: Path, rows: str, **options: Any) -> Sequence[Finding]:
    """Return what `mail` has to say about a list of people and a release that is ready to be sent."""
    list_ = options.pop("list_", folder / "list.csv")
    (folder / "list.csv").write_text(rows, encoding=options.pop("encoding", "utf-8"))
    settings = "embargo: 2098-05-13 09:00 America/New_York\n" if options.pop("embargoed", False) else ""
    kit = folder / "kit"  # of one release: what is tried is the list
    shutil.copytree(CODES / "clean/kit", kit, ignore=shutil.ignore_patterns("factsheet.md", "bios", "photos"))
    settings += options.pop("settings", "")
    (kit / "kit.toml").write_text('title = "Ferries"\n' + settings.replace(": ", ' = "').replace("\n", '"\n'))
    (kit / "who-has-what.csv").write_text(options.pop("record", "sent,e-mail\n"))
    build_order = BuildOrder((kit,), purpose="email", mail_limit=options.pop("limit", 10_000_000))
    order = MailOrder(build_order, options.pop("output", folder / "drafts"), list_, **options)
    try:
        return [item for item in make_drafts(order).findings if item.code.startswith("m-")]
    except PresskitError as error:
        return error.problems


def list_with_hidden_rows(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    book, sheet = workbook("Press")
    sheet.append(["Ivo", "ivo@quillon.example"])
    sheet.row_dimensions[3].hidden = True
    book.save(folder / "list.xlsx")
    return mailed(folder, "", list_=folder / "list.xlsx")


def list_with_own_notes(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, "name,e-mail,notes\nAda,ada@quillon.example,often late\n")


def list_on_two_sheets(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    book, sheet = workbook("Press")
    book.copy_worksheet(sheet).title = "Radio"
    book.save(folder / "list.xlsx")
    return mailed(folder, "", list_=folder / "list.xlsx")


def workbook(title: str) -> tuple[Workbook, Worksheet]:
    """Return a workbook with one person on its sheet."""
    book = Workbook()
    sheet = book.create_sheet(title, 0)
    sheet.append(["name", "e-mail"])
    sheet.append(["Ada", "ada@quillon.example"])
    return book, sheet


def slanted_picture(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    image = BytesIO()
    Image.new("RGB", (60, 60), (20, 90, 60)).save(image, "PNG")

    def fill(document: Document) -> None:
        document.add_paragraph("SALTMARSH, June 4, 2026 – The night ferry sails again from the old pier tonight.")
        inline = document.add_picture(image)._inline
        inline.docPr.set("descr", "The old pier at night")
        inline.graphic.graphicData.pic.spPr.find("{*}xfrm").set("rot", "720000")

    with gate.opened(folder):
        return open_source(word(folder / "release.docx", "The night ferry sails again", fill=fill)).findings


def logo_with_words(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    shutil.copytree(CODES / "c-017/kit/releases", folder / "kit/releases")
    (folder / "kit/brand").mkdir()
    words = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><text y="20" font-family="Gull">Quay</text></svg>'
    )
    (folder / "kit/brand/logo.svg").write_text(words, encoding="utf-8")
    brand = 'name = "Old Harbour Ferries"\nlogo = "logo.svg"\n'
    (folder / "kit/brand/brand.toml").write_text(brand, encoding="utf-8")
    return findings_of(BuildOrder((folder / "kit",)))


ADA = "name,e-mail,embargo\nAda,ada@quillon.example,yes\n"


def photo_too_big_for_a_mail(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    photo = kit_with_photo(folder, "quay.jpg")
    Image.new("RGB", (3000, 30)).save(photo)
    build_order = BuildOrder((photo.parent.parent,), mail_limit=1_000)
    mailed = make_drafts(MailOrder(build_order, folder / "drafts", photo="1"))
    return [item for item in mailed.findings if item.code.startswith("m-")]


def row_without_an_address(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, f"{ADA}Dupont,quillon.example,yes\n")


def row_twice(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, f"{ADA}Ada Thorn,ADA@quillon.example,yes\n")


def list_in_an_unknown_encoding(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, f"{ADA}Forêt,foret@quillon.example,yes\n", encoding="cp1252")


def nobody_asked_about_embargoes(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, f"{ADA}Dupont,dupont@quillon.example,no\n", embargoed=True)


def list_without_addresses(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, "name,town\nAda,Port Quillon\n")


def list_that_is_no_table(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, 'name,e-mail\n"Ada' + "a" * 200_000)


def list_of_nobody(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, "name,e-mail\n")


def kit_too_big_for_a_mail(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, ADA, limit=20_000)


def folder_of_drafts_in_use(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "drafts").mkdir()
    (folder / "drafts/gull.jpg").touch()
    return mailed(folder, ADA)


def correction_of_nothing(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, ADA, corrects=True)


HAD = "sent,e-mail\nx,ada@quillon.example\n"


def list_with_people_who_have_a_draft(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, ADA, record=HAD)


def correction_for_somebody_new(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    settings = "correction: The boats stop at nine islands.\n"
    return mailed(folder, f"{ADA}Bo,bo@quillon.example,yes\n", record=HAD, settings=settings, corrects=True)


def list_of_people_who_all_have_a_draft(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    return mailed(folder, ADA, record=HAD, remaining=True)


def kit_without_an_address_of_its_own(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with pytest.raises(PresskitError) as caught:
        own_address(replace(clean.kit, contacts=(Contact("Ada Thorn", phone="202 555 0143"),)))
    return caught.value.problems


def name_in_letters_that_no_face_has(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    rows = "name,e-mail,outlet\n田中,tanaka@quillon.example,Asahi\n"
    return mailed(folder, rows, personal=True, copies_alone=True, output=folder / "copies")


def copy_for_somebody(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "list.csv").write_text(ADA)
    build_order = BuildOrder((clean.kit.folder,), purpose="email", now=NOW)
    order = MailOrder(build_order, folder / "copies", folder / "list.csv", personal=True, copies_alone=True)
    made = make_drafts(replace(order, is_trial=True))
    found = check_file(folder / "copies" / made.drafts[0], build_order, strict_=False, progress=silent)
    return [item for item in found if item.code != "p-029"]


def processes_that_do_not_start(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    def refuse(process: BaseProcess) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseProcess, "start", refuse)
        with pytest.raises(PresskitError) as caught:
            Pool(1, ()).begin(0, abs, (-1,), 1.0)
    return caught.value.problems


def text_without_pages(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    made, _ = build.build(BuildOrder((clean.sources.folder,), folder / "kit.txt", now=NOW))
    return [item for item in made.findings if item.code.startswith("b-")]


def finished_work_that_is_taken_away(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    kept = Cache(folder).keep("page.pdf", b"page")
    kept.path.unlink()
    with pytest.raises(PresskitError) as caught:
        kept.read()
    return caught.value.problems


def import_that_loses_words(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    def without_end(reading: Reading[Any], language: str) -> str:
        return source_of(reading, language).rstrip().rpartition("\n")[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "source_of", without_end)
        return import_texts(ImportOrder(RELEASE, folder / "kit")).findings


def import_of_nothing(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    (folder / "given").mkdir()
    Image.new("RGB", (60, 60)).save(folder / "given/quay.jpg")
    with pytest.raises(SourceError) as caught:
        import_texts(ImportOrder(folder / "given", folder / "kit"))
    return caught.value.problems


def zip_that_leads_out(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    with zipfile.ZipFile(folder / "sent.zip", "w") as sent:
        sent.writestr("../release.txt", "The ferry sails at night.")
    return findings_of_build(folder / "sent.zip")


def zip_of_a_name_in_doubt(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    text = (CODES / "c-048/kit/releases/release.txt").read_text(encoding="utf-8").partition("\nDRAFT")[0]
    with zipfile.ZipFile(folder / "sent.zip", "w") as sent:
        sent.writestr("F_te.txt", text)
    packed = (folder / "sent.zip").read_bytes().replace(b"F_te.txt", "Fête.txt".encode("cp850"))
    (folder / "sent.zip").write_bytes(packed)
    return build.build(BuildOrder((folder / "sent.zip",)))[0].findings


def zip_of_a_finished_kit(folder: Path, clean: MadeKit) -> Sequence[Finding]:
    files = outputs.pack(clean, BuildOrder(()))
    return findings_of_build(zip_of(files, folder / "kit.zip"))


def findings_of_build(path: Path) -> Sequence[Finding]:
    with pytest.raises(SourceError) as caught:
        build.build(BuildOrder((path,)))
    assert [*path.parent.iterdir()] == [path]
    return caught.value.problems


WHITE = '<w:color w:val="FFFFFF"/>'
LIT = '<w:highlight w:val="yellow"/>'
MADE: dict[str, tuple[Callable[[Path, MadeKit], Sequence[Finding]], str]] = {
    "s-039": (variable_typeface, "variable typeface"),
    "s-052": (typeface_without_bold, "Of the brand's sans typeface only Tern.ttf is there: bold words look like"),
    "s-051": (slanted_picture, "A picture is turned by 12° in its file"),
    "s-050": (logo_with_words, "logo.svg holds words in a typeface that presskit does not have (Gull)"),
    "c-079": (typeface_without_letters, "Tern.ttf has no letterform for “"),
    "b-018": (barred_typeface, "may not be embedded"),
    "s-004": (text_that_is_none, "release.txt holds no readable text"),
    "s-007": (source_that_never_ends, "Reading release.txt was stopped: it took longer than 60 seconds."),
    "t-005": (settings_that_never_end, "Reading kit.toml was stopped: it took longer than 60 seconds."),
    "p-019": (file_that_is_never_checked, "Checking kit.pdf was stopped: it took longer than 60 seconds."),
    "s-011": (locked_text, "release.txt cannot be opened: permission denied."),
    "s-015": (release_that_leads_out, "second.txt leads out of the kit, to /"),
    "s-016": (release_that_is_a_folder, "photos.toml is a folder, and holds nothing"),
    "s-017": (release_kept_online, "second.docx is kept online"),
    "s-018": (settings_too_large, "kit.toml is too large for presskit: 2 MB. It takes 1 MB at most."),
    "s-019": (portrait_from_outside, "secret.txt does not lie in the kit, but at /"),
    "s-020": (photo_of_another_kind, "layers.tif is a file of Photoshop, which presskit does not print."),
    "s-021": (photo_in_inks, "quay.jpg is not in the kit, because nobody can tell its colours: it is in printing inks"),
    "s-022": (photo_of_three_pages, "scan.tif holds 3 pictures. Only the first is in the kit."),
    "s-023": (damaged_opendocument, "release.odt cannot be opened as OpenDocument text"),
    "s-025": (pdf_without_words, "release.pdf cannot be read as a text: it holds no words"),
    "c-036": (pdf_as_a_release, "taken out of a finished PDF"),
    "m-010": (release_outside, "looks like a press release, and is not in the kit"),
    "s-031": (import_that_loses_words, "release.txt was imported as 2031-05-12-ferry"),
    "s-032": (import_of_nothing, "Nothing of given was imported: quay.jpg: a photo."),
    "s-033": (zip_that_leads_out, "sent.zip is not unpacked: the name “../release.txt” in it leads out of the ZIP."),
    "s-040": (zip_of_a_name_in_doubt, "sent.zip does not say in which letters the names in it are written: “Fête.txt”"),
    "s-034": (zip_of_a_finished_kit, "kit.zip is a finished kit, which presskit made."),
    "s-012": (locked_word_file, "release.docx cannot be opened as a Word file: it is locked with a password."),
    "c-024": (word_file_with(lambda document: add_xml(document, deleted("and the gulls"))), "“and the gulls”"),
    "c-068": (word_file_with(lambda document: add_xml(document, run("old fares", WHITE))), "“old fares” is white"),
    "c-067": (word_file_with(lambda document: add_xml(document, run("on 12 May", LIT))), "“on 12 May” is highlighted"),
    "c-025": (word_file_with(comment_on), "says “Is this right?”"),
    "c-026": (word_file_with(lambda document: add_xml(document, run("for us", "<w:vanish/>"))), "“for us”"),
    "c-033": (text_that_was_changed, "counted the girls"),
    "c-034": (text_without_disclosure, "does not stand in kit.txt"),
    "p-010": (half_a_pdf, "cannot be read as a PDF"),
    "p-012": (pdf_of_another_kit, "“Timetable” is in the kit"),
    "p-021": (words_hidden_by_a_brand, "is not read aloud, nor found where the PDF is searched"),
    "p-013": (draft_of_a_kit, "is a draft"),
    "p-022": (pdf_with_a_password, "The PDF is locked with a password: it cannot be opened."),
    "p-023": (
        lambda folder, clean: preflight(protected_pdf(), "shop"),
        "opens without a password, but forbids printing and copying: print shops send such a file back.",
    ),
    "p-024": (
        lambda folder, clean: preflight(protected_pdf(), "print"),
        "opens without a password, but forbids printing and copying.",
    ),
    "p-025": (protected_pdf_as_a_release, "Whoever made release.pdf forbids copying from it"),
    "p-026": (a_scan, "holds no words"),
    "p-027": (a_form, "is a form"),
    "p-028": (pdf_of_another_program, "The PDF cannot be compared"),
    "p-029": (file_that_is_its_kit, "kit.pdf is this kit, byte for byte, as “build --for screen"),
    "p-030": (
        said_of_a_file(["Ring 555-0142."], ["Ring 555-0143."]),
        "“Ring 555-0142.” where the kit says “Ring 555-0143.”",
    ),
    "p-031": (said_of_a_file(["At nine.", "At ten."], ["At nine."]), "“At ten.” stands in the file and not in the kit"),
    "p-032": (said_of_a_file(["At nine."], ["At nine.", "At ten."]), "“At ten.” stands in the kit and not in the file"),
    "p-033": (
        finished("remark"),
        "A remark laid over the page (“FreeText Ring 555-0199”) is in the file and not in the kit.",
    ),
    "p-034": (finished("picture"), "is not the kit's, but another one."),
    "p-035": (finished("page"), "of the file is not in the kit"),
    "p-036": (finished("paint"), "something is painted over it"),
    "p-037": (finished("author"), "The entry Author is “Somebody else” in the file"),
    "p-038": (finished("nothing"), "another program has saved it anew"),
    "p-039": (file_that_states_nothing, "it does not say how it was made"),
    "p-040": (photo_that_tells_editors, "The photographer tells editors of quay.jpg: “Not for calendars.”"),
    "p-041": (photo_with_credentials, "The content credentials (C2PA) of quay.jpg are not in what presskit makes"),
    "p-042": (file_that_was_sent, "This is what was sent on May 12, 2026; since then: what is told here."),
    "p-043": (file_among_those_that_were_sent, "This is what was sent on May 12, 2026."),
    "p-044": (sent_file_with(lambda path: path.write_text("x")), "kit.txt is not what was sent on May 12, 2026"),
    "p-045": (sent_file_with(Path.unlink), "kit.txt, which was sent on May 12, 2026, is no longer among what was sent"),
    "p-046": (
        sent_file_with(lambda path: path.with_name("new.txt").touch()),
        "new.txt lies among what was sent, and the record says nothing of it",
    ),
    "p-047": (page_in_inks, "The page is coloured in inks (CMYK)"),
    "p-049": (left_in(tampered.leave_remark), "“Is this right?”"),
    "p-050": (left_in(tampered.attach), "“budget.xlsx”"),
    "p-051": (left_in(tampered.add_script), "holds a program"),
    "p-052": (left_in(tampered.hide_layer), "“For our lawyer”"),
    "p-054": (pages_of_others, "cannot be read aloud: bound in as another made it"),
    "p-014": (half_a_zip, "cannot be read as a ZIP"),
    "p-015": (zip_with(lambda files: files.pop(0)), "captions.csv is not in the ZIP"),
    "p-016": (zip_with(lambda files: change(files, "captions.csv")), "captions.csv is not the file that was packed"),
    "p-017": (zip_with(lambda files: files.append(Entry("notes.txt", b"Hm."))), "notes.txt was put into the ZIP"),
    "p-018": (zip_of_another_day, "These are not as the kit gives it today: captions.csv, photos/web/quay-web.jpg"),
    "f-001": (profile_of_a_screen, "screen.icc cannot be used for printing: it is made for RGB"),
    "f-002": (no_profile, "screen's colours (RGB)"),
    "f-003": (much_ink, "of ink, more than the 200 %"),
    "f-004": (colour_of_no_ink, "holds a picture inside of a drawing, which cannot be turned into ink"),
    "f-005": (thick_booklet, "would have 33 pages, and no more than 32"),
    "f-006": (booklet_of_one, "is no booklet"),
    "f-007": (pressed("q 360 0 0 240 100 300 cm /P Do Q"), "at 20 dpi"),
    "f-008": (pressed("1 0 0 rg 300 300 50 50 re f"), "colours for screens (RGB)"),
    "f-009": (pressed(".7 .6 .6 .9 k BT 200 400 Td () Tj ET"), "C70 M60 Y60 K90"),
    "f-010": (pressed("0 g 100 300 300 0.1 re f"), "0.10 pt thin"),
    "f-011": (pressed("0 g 0 0 612 792 re f"), "end at the edge"),
    "f-012": (typeface_outside, "is not inside the PDF"),
    "f-013": (pressed("", pages=3), "has 3 pages"),
    "f-014": (pressed("1 1 1 .9 k 300 300 50 50 re f"), "up to 390 %"),
    "f-015": (pressed("0 g 10 100 50 50 re f", press="print"), "less than a quarter of an inch from the edge"),
    "b-001": (page_that_never_ends, "could not be made into pages: it took longer than 60 seconds."),
    "b-006": (missing_library, "Pango is missing"),
    "b-007": (unknown_paper, "--paper a5"),
    "b-009": (folder_in_use, "already holds files"),
    "b-012": (processes_that_do_not_start, "could not be started: resource temporarily unavailable."),
    "b-015": (text_without_pages, "No page was laid out for this file"),
    "b-014": (finished_work_that_is_taken_away, "was taken away while it was in use: no such file or directory."),
    "m-001": (row_without_an_address, "Row 3 (Dupont): the e-mail address has no '@'. Nothing is made for this row."),
    "m-002": (row_twice, "Row 3 (Ada Thorn): the address stands in row 2 already."),
    "m-003": (
        nobody_asked_about_embargoes,
        "one person has not agreed to embargoes. Nothing is made for that person.",
    ),
    "m-019": (list_with_hidden_rows, "Rows of list.xlsx are hidden, as a filter does, 1 in all"),
    "m-021": (list_with_own_notes, "The column “notes” is taken for the office's own"),
    "m-020": (list_on_two_sheets, "“Press” is used, and not “Radio”"),
    "m-004": (list_without_addresses, "Its first row says: “name”, “town”."),
    "m-005": (list_that_is_no_table, "list.csv cannot be opened as a table"),
    "m-006": (list_of_nobody, "nobody in list.csv"),
    "m-018": (photo_too_big_for_a_mail, "many servers refuse it"),
    "m-007": (kit_too_big_for_a_mail, "typefaces 0."),
    "m-008": (folder_of_drafts_in_use, "holds gull.jpg"),
    "m-009": (correction_of_nothing, "Nothing in the kit says that it was corrected."),
    "m-012": (
        list_with_people_who_have_a_draft,
        "In this list, one person has this kit already, marked as sent. It is made for each once more.",
    ),
    "m-013": (correction_for_somebody_new, "one person has never had a draft of this kit"),
    "m-014": (list_of_people_who_all_have_a_draft, "Everybody in list.csv has this kit already."),
    "m-015": (kit_without_an_address_of_its_own, "addressed to yourselves"),
    "m-016": (
        name_in_letters_that_no_face_has,
        "Row 2: the kit's typefaces have no letters for all of “田中, Asahi” (田 中). The copy says "
        "“tanaka@quillon.example, Asahi”.",
    ),
    "m-017": (copy_for_somebody, "-for-ada.pdf is the copy for Ada."),
    "m-011": (list_in_an_unknown_encoding, "It was read as Western Windows, and “Forêt” may be meant otherwise."),
}


@pytest.mark.parametrize("code", MADE)
def test_what_no_file_can_show_is_found_alone(clean: MadeKit, code: str, tmp_path: Path) -> None:
    make, words = MADE[code]
    # Where one file is the obstacle, s-035 says so besides.
    [item] = [one for one in make(tmp_path, clean) if one.code != "s-035"]
    assert item.code == code
    assert words in item.message
    assert never_read(f"{item.message} {item.hint}") == []


def test_every_code_is_shown_once() -> None:
    shown = [*FIXTURES, *DAMAGES, *MADE]
    assert sorted(shown) == sorted(CATALOGUE), f"without an example: {sorted(CATALOGUE.keys() - set(shown))}"
