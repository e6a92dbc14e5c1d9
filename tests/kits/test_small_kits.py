"""A small kit has no page too many: its cover lists it, its one photo and its short biographies share pages."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
import pypdf
import pytest

from presskit.checking.blocks import read_documents
from presskit.comparing.documents import compare_documents
from presskit.comparing.sides import documents_of_kit
from presskit.judging.proof import check_file
from presskit.linking.structuring.tree import below
from presskit.making.build import build
from presskit.making.orders import BuildOrder
from presskit.outcomes import silent
from presskit.settings.themes import theme_names
from tests.support.verapdf import validate
from tests.support.writing import brand, figures, photo, release, write_kit

pytestmark = pytest.mark.usefixtures("quick")
PHOTOS = '["pier.jpg"]\ncaption = "The pier of Larkin in May."\ncredit = "Photo: Nell Farrow"\nalt = "A pier"\n'
PEOPLE = {"ada": "Ada Thorn", "ivo": "Ivo Marsh", "nell": "Nell Farrow"}
LIFE = "# {}\n\nHarbour master\n\n{} has counted the gulls of Larkin since 1999.\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a kit of one release and one photo."""
    files = {"releases/a.md": release(), "brand/brand.toml": brand(), "photos/photos.toml": PHOTOS}
    kit = write_kit(tmp_path / "kit", files | {"kit.toml": 'title = "Nine islands"\ndate = 2026-05-12\n'})
    photo(kit / "photos/pier.jpg")
    return kit


@pytest.fixture
def peopled(tmp_path: Path) -> Path:
    """Return the folder of a kit of a release, a factsheet and three short biographies."""
    files = {"releases/a.md": release(), "factsheet.md": figures(3), "brand/brand.toml": brand()}
    files |= {f"bios/{name}.md": LIFE.format(person, person) for name, person in PEOPLE.items()}
    kit = write_kit(tmp_path / "kit", files | {"kit.toml": 'title = "Nine islands"\ndate = 2026-05-12\n'})
    photo(kit / "bios/ada.jpg", (400, 500))
    return kit


def texts(pdf: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(pdf).pages]


def in_every_theme(kit: Path, folder: Path) -> list[Path]:
    """Return the PDF of a kit in each theme; all pass PDF/UA."""
    pdfs = [build(BuildOrder((kit,), folder / f"{theme}.pdf", theme=theme))[1] for theme in theme_names()]
    assert validate(pdfs) == {pdf: [] for pdf in pdfs}
    return pdfs


def test_one_release_and_one_photo_are_three_pages(small: Path, tmp_path: Path) -> None:
    for pdf in in_every_theme(small, tmp_path):
        pages = texts(pdf)
        assert len(pages) == 3, pdf.name
        for words in ("The pier of Larkin in May.", "Photo: Nell Farrow", "pier.jpg, 600 × 400 px"):
            assert words in pages[2], pdf.name


@pytest.mark.parametrize("theme", theme_names())
def test_its_cover_lists_what_is_in_it_with_numbers_and_links(small: Path, tmp_path: Path, theme: str) -> None:
    _, path = build(BuildOrder((small,), tmp_path / "kit.pdf", theme=theme))
    with pikepdf.open(path) as pdf:
        [contents] = [each for each in below(pdf.Root.StructTreeRoot.K[0]) if each.S == "/TOC"]
        assert [str(item.S) for item in contents.K] == ["/TOCI", "/TOCI"]
        pages = [page.objgen for page in pdf.pages]
        inside = [link for link in pdf.pages[0].Annots if "/URI" not in link.get("/A", {})]
        leads = [(link.Dest if "/Dest" in link else link.A.D)[0].objgen for link in inside]
    assert list(dict.fromkeys(leads)) == [pages[1], pages[2]]
    cover = texts(path)[0]
    assert "Ferry stops at all nine islands 2" in cover
    assert "Contacts 3" in cover


def test_from_four_documents_on_there_is_a_page_of_contents(peopled: Path, tmp_path: Path) -> None:
    _, three = build(BuildOrder((peopled,), tmp_path / "three.pdf"))
    write_kit(peopled, {"releases/b.md": release("Ferry sails at night")})
    _, four = build(BuildOrder((peopled,), tmp_path / "four.pdf"))
    assert [document.title for document in read_documents(three)][1] == "Ferry stops at all nine islands"
    assert [document.title for document in read_documents(four)][1] == "Contents"
    contents = texts(four)[1].upper()
    assert contents.count("PRESS RELEASE") == 1
    assert "ADA THORN, IVO MARSH, NELL FARROW" in contents


def test_short_biographies_are_one_document_of_pages_and_each_has_a_heading(peopled: Path, tmp_path: Path) -> None:
    for path in in_every_theme(peopled, tmp_path):
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            [people] = [item for item in outline.root if item.title == "People"]
            assert [item.title for item in people.children] == list(PEOPLE.values()), path.name
        assert len(texts(path)) == 5, path.name


def test_in_the_zip_each_biography_is_a_file_of_its_own(peopled: Path, tmp_path: Path) -> None:
    _, path = build(BuildOrder((peopled,), tmp_path / "kit.zip"))
    names = zipfile.ZipFile(path).namelist()
    for name in ("ada-thorn", "ivo-marsh", "nell-farrow"):
        assert {f"documents/{name}.pdf", f"texts/{name}.txt"} <= set(names)
    assert "photos/full/ada.jpg" in names


@pytest.mark.parametrize("kind", ["small", "peopled"])
def test_its_files_are_the_kit_and_differ_from_it_in_nothing(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    kit = request.getfixturevalue(kind)
    made, pdf = build(BuildOrder((kit,), tmp_path / "kit.pdf"))
    found = check_file(pdf, BuildOrder((kit,)), strict_=False, progress=silent)
    assert [item.code for item in found if item.code.startswith("p-")] == ["p-029"]
    assert compare_documents(read_documents(pdf), documents_of_kit(made.kit)) == ()


@pytest.mark.parametrize("words", [("Personen", "de"), ("Portraits", "fr"), ("Personas", "es"), ("الأشخاص", "ar")])
def test_people_are_headed_in_their_own_language(peopled: Path, tmp_path: Path, words: tuple[str, str]) -> None:
    heading, code = words
    settings = {f"bios/{name}.md": f"---\nlang: {code}\n---\n{LIFE.format(who, who)}" for name, who in PEOPLE.items()}
    _, path = build(BuildOrder((write_kit(peopled, settings),), tmp_path / "kit.pdf"))
    assert (heading, code) in [(document.title, document.language) for document in read_documents(path)]
