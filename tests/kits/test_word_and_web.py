"""A kit of the files that press offices have: Word files and a page saved from their website."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from docx.document import Document

from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.web_pages import BODY, HEADLINE, blog_page
from tests.support.word_files import add_picture, with_footnotes, word
from tests.support.writing import brand, photo, write_kit

NOTES = ("The tenth island has had a bridge since 1962.", "It burned down twice.")
SOURCES = {
    "boats.docx": "press release",
    "opening day.html": "press release",
    "thorn.docx": "biography",
    "Fiche technique.docx": "factsheet",
    "À propos.docx": "text about the organisation",
}


def boats(document: Document) -> None:
    document.add_heading("Twelve boats come home to the old quay", 0)
    document.add_paragraph("The Larkin is the last to arrive, under her own steam", style="Subtitle")
    document.add_paragraph(
        "Port Hollow, May 4, 2026 (QFM) – Twelve ferries that were sold, lent or lost have come back to the quay where "
        "they were built.{1} The last of them, the Larkin of 1911, arrived on Sunday under her own steam."
    )
    paragraph = document.add_paragraph("“She found the berth by herself,” said ")
    paragraph.add_run("Ada Thorn").bold = True
    paragraph.add_run(", head of the Quillon Ferry Museum. The yard beside it is a café now.{2}")
    add_picture(document, "A small white ferry beside a stone quay")
    document.add_heading("The fleet", 2)
    for boat in ("The Larkin, 1911", "The Two Sisters, 1924", "The Bread Boat, 1931"):
        document.add_paragraph(boat, style="List Bullet")
    document.add_paragraph("###")
    for line in ("Media contact:", "Ada Thorn, head of the museum", "(202) 555-0143", "ada@museum.example"):
        document.add_paragraph(line)


def figures(document: Document) -> None:
    document.add_heading("The museum in figures", 0)
    document.add_heading("Key figures", 1)
    rows = document.add_table(0, 2)
    for value, label in (("12", "boats at the quay"), ("41 km", "of rope"), ("3 of 4", "bakers learned at sea")):
        cells = rows.add_row().cells
        cells[0].text, cells[1].text = value, label
    document.add_heading("Is there a café?", 2)
    document.add_paragraph("There is, in the yard, and it opens before the museum does.")


def thorn(document: Document) -> None:
    document.add_heading("Ada Thorn", 1)
    document.add_paragraph("Head of the museum")
    document.add_paragraph("She steered the Larkin for nineteen years, and has kept her log since she was eleven.")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "Frühjahr 2026"
    write_kit(folder, {"brand/brand.toml": brand("Quillon Ferry Museum"), "kit.toml": 'title = "Boats at the quay"\n'})
    with_footnotes(word(folder / "releases" / "boats.docx", fill=boats), *NOTES)
    picture = '<p><img src="./opening%20day_files/quay.jpg" alt="Flags along a quay"></p>'
    write_kit(folder, {"releases/opening day.html": blog_page(BODY.replace("<h3>", f"{picture}<h3>"))})
    photo(folder / "releases" / "opening day_files" / "quay.jpg")
    word(folder / "bios" / "thorn.docx", fill=thorn)
    word(folder / "Fiche technique.docx", fill=figures)
    word(
        folder / "À propos.docx",
        "The Quillon Ferry Museum keeps the boats, the tickets and the stories of the ferries.",
    )
    return folder


@pytest.fixture(scope="module")
def pdf(cli: Cli, kit: Path) -> Path:
    done = cli("build", kit, "-o", kit / "kit.pdf")
    assert done.code == 0, done.out + done.err
    return kit / "kit.pdf"


ODD = {
    "loose.md": "# Ferry sails\n\nIt sails on Monday.\n\n- One thing\n\n- Two\n\n  more\n",
    "odd.html": "<h1>Ferry sails</h1><p>It sails on Monday.</p><ul><li><p>One</p></li><li><h3>Two</h3><div>x</div></li>"
    "</ul><table><tr><td><p>a</p><p>b</p></td><td><h4>c</h4></td></tr></table><blockquote><h3>d</h3><p>e</p></blockquote>"
    "<table><tr><td><table><tr><td>f</td><td>g</td></tr></table></td></tr></table>",
}


def test_every_kit_passes_pdf_ua(cli: Cli, pdf: Path, tmp_path: Path) -> None:
    files = [pdf]
    for name, text in ODD.items():
        write_kit(tmp_path, {name: text})
        files.append(tmp_path / f"{name}.pdf")
        assert cli("build", tmp_path / name, "-o", files[-1]).code == 0
    verdicts = verapdf.verdicts(files)
    assert {path.name: verdict.failed for path, verdict in verdicts.items() if verdict.failed} == {}
    assert all(verdict.passed_checks > 400 for verdict in verdicts.values())


def test_everything_is_printed_once_in_its_place(pdf: Path) -> None:
    text = " ".join(poppler.text(pdf).split())
    for words in ("They were built.¹", "a café now.²", *NOTES, "The Bread Boat, 1931", "of rope", "Is there a café?"):
        assert text.lower().count(words.lower()) == 1, words
    assert text.count("for nineteen years") == 1
    assert text.index("a café now.²") < text.index("The Bread Boat") < text.index(NOTES[0])
    assert HEADLINE in text
    for words in ("Home", "grandmother", "Share this", "{1}"):
        assert words not in text


def test_pictures_are_read_aloud_by_their_descriptions(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        elements = [item for item in opened.objects if isinstance(item, pikepdf.Dictionary)]
        told = {str(item.Alt) for item in elements if item.get("/S") == "/Figure"}
    assert told == {"A small white ferry beside a stone quay", "Flags along a quay"}


def test_the_verdict_says_what_each_file_was_taken_for(cli: Cli, kit: Path, pdf: Path) -> None:
    done = cli("build", kit, "-o", pdf)
    [line] = [line for line in done.out.splitlines() if "In it:" in line]
    assert line.strip() == (
        "In it: 2 press releases (boats.docx, opening day.html), factsheet (Fiche technique.docx), biography "
        "(thorn.docx), text about the organisation (À propos.docx)."
    )
    assert len(done.out.splitlines()) <= 10
    sources = json.loads(cli("build", kit, "-o", pdf, "--json").out)["sources"]
    assert {Path(source["file"]).name: source["taken_for"] for source in sources} == SOURCES


def test_a_second_build_gives_the_same_bytes(cli: Cli, kit: Path, pdf: Path) -> None:
    first = pdf.read_bytes()
    assert cli("build", kit, "-o", pdf, "--no-cache").code == 0
    assert pdf.read_bytes() == first


def test_inspect_reads_them_all(cli: Cli, kit: Path) -> None:
    files = [kit / "releases" / "boats.docx", kit / "releases" / "opening day.html", kit / "Fiche technique.docx"]
    boats_report, page_report, facts_report = json.loads(cli("inspect", *files, "--json").out)
    assert {block["line"] for block in boats_report["body"]} == {None}
    assert all(block["line"] for block in page_report["body"])
    assert facts_report["taken_for"] == "factsheet"
    assert "Left out  line 8: Quillon Harbour News" in cli("inspect", files[1]).out
