"""A kit of the files that press offices have: Word files and a page saved from their website."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.ferry_museum import NOTES, office_kit
from tests.support.web_pages import HEADLINE
from tests.support.writing import write_kit

SOURCES = {
    "boats.docx": "press release",
    "opening day.html": "press release",
    "thorn.docx": "biography",
    "Fiche technique.docx": "factsheet",
    "À propos.docx": "text about the organisation",
}


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return office_kit(tmp_path_factory.mktemp("office") / "Frühjahr 2026")


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
