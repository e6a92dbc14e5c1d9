"""Kits that were sent out before: corrected, updated, withdrawn; and what `diff` says of them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pypdf
import pytest

from presskit.comparing import compare_files
from presskit.fonts import by_pdf_name, shipped_faces
from tests.conftest import EXAMPLE, Cli
from tests.support import poppler, verapdf
from tests.support.writing import brand, figures, photo, release, write_kit

NOTE = "An earlier version said that the ferry stops at eight islands. It stops at nine."
CHANGED = "2026-05-13 15:30 America/New_York"
OLD_NEWS = "# Old news\n\nPORT QUILLON, May 1, 2026 – A seal slept on the pier of Larkin for nine days in April.\n"
NEW_PIER = "# A new pier\n\nPORT QUILLON, May 1, 2026 – The last island of the group builds a pier out of slate.\n"
WHEN = "CORRECTED May 13, 2026, 3:30 p.m. (America/New York)"


def changed_release(*settings: str, headline: str = "Ferry stops at all nine islands") -> str:
    return release(headline).replace("---\n", "\n".join(["---", *settings, ""]), 1)


CORRECTED = changed_release("version: 2", f'correction: "{NOTE}"', f"changed: {CHANGED}")
WITHDRAWN = changed_release("status: withdrawn", "correction: The ferry does not sail.", headline="Ferry sails to Mars")
OTHERS = {"releases/b.md": release("A second ferry"), "brand/brand.toml": brand(), "factsheet.md": figures(3)}
SHAPES: dict[str, dict[str, str]] = {
    "corrected alone": {"releases/a.md": CORRECTED, "brand/brand.toml": brand()},
    "updated": {"releases/a.md": changed_release("version: 3", "status: updated", "correction: A new timetable.")},
    "own line": {"releases/a.md": f"CORRECTED May 13, 2026\n\n# Ferry sails\n\n{release().split('---')[2]}"},
    "withdrawn alone": {"releases/a.md": WITHDRAWN, "brand/brand.toml": brand()},
    "corrected": {"releases/a.md": CORRECTED, "releases/c.md": WITHDRAWN, **OTHERS},
    "whole kit": {
        "releases/a.md": release(),
        **OTHERS,
        "kit.toml": f'title = "Ferry Week"\nversion = 3\ncorrection = "{NOTE * 2}"\nchanged = "{CHANGED}"\n'
        'embargo = "2026-06-01 09:00 America/New_York"\nsummary = "All about the ferry, its islands and its bread."\n',
    },
    "withdrawn kit": {
        "releases/a.md": release(),
        **OTHERS,
        "kit.toml": 'status = "withdrawn"\ncorrection = "The ferry is sold."\nsummary = "The ferry sails on."\n',
    },
    "factsheet": {"factsheet.md": figures(4), "kit.toml": f'correction = "{NOTE}"\n', "brand/brand.toml": brand()},
}


@pytest.fixture(scope="module")
def kits(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folder of each shape, built under the name it has by itself."""
    built = {}
    for name, contents in SHAPES.items():
        built[name] = write_kit(tmp_path_factory.mktemp("kit"), contents)
        if name == "whole kit":
            photo(built[name] / "photos" / "pier.jpg")
        done = cli("build", built[name])
        assert done.code == 0, done.out + done.err
    return built


def pdf_of(folder: Path) -> Path:
    [pdf] = (folder / "out").iterdir()
    return pdf


def text(pdf: Path, page: int | None = None) -> str:
    pages = () if page is None else ("-f", str(page), "-l", str(page))
    return re.sub(r"\s+", " ", poppler.run("pdftotext", *pages, pdf, "-"))


@pytest.mark.slow  # those of test_themes.py and test_mixed_kit.py are of each run
def test_every_kit_passes_pdf_ua_in_our_typefaces(kits: dict[str, Path]) -> None:
    pdfs = [pdf_of(folder) for folder in kits.values()]
    verdicts = verapdf.verdicts(pdfs)
    assert {path.name: verdict.failed for path, verdict in verdicts.items() if verdict.failed} == {}
    known = set(by_pdf_name(shipped_faces()))
    for pdf in pdfs:
        names = {line.split()[0].split("+")[1] for line in poppler.run("pdffonts", pdf).splitlines()[2:]}
        assert names <= known


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("corrected alone", "-2026-05-12-v2-CORRECTED.pdf"),
        ("updated", "-2026-05-12-v3-UPDATED.pdf"),
        ("own line", "-CORRECTED.pdf"),
        ("withdrawn alone", "-v2-WITHDRAWN.pdf"),
        ("corrected", "-2026-05-12.pdf"),
        ("whole kit", "-EMBARGOED-v3-CORRECTED.pdf"),
        ("withdrawn kit", "-v2-WITHDRAWN.pdf"),
    ],
)
def test_the_name_says_it_where_it_is_true_of_the_whole(kits: dict[str, Path], name: str, ending: str) -> None:
    assert pdf_of(kits[name]).name.endswith(ending)


def test_a_corrected_release_says_what_and_when(kits: dict[str, Path]) -> None:
    words = text(pdf_of(kits["corrected alone"]), 1)
    assert words.index(WHEN) < words.index("Ferry stops at all nine") < words.index(NOTE) < words.index("carries books")
    assert "Version 2" in words


def test_a_line_of_the_texts_own_is_printed_as_it_stands_and_once(kits: dict[str, Path]) -> None:
    words = text(pdf_of(kits["own line"]))
    assert words.count("CORRECTED May 13, 2026") == len(re.findall("corrected", words, re.IGNORECASE)) == 1
    assert "Version" not in words


def test_a_withdrawn_release_is_one_page_without_its_text(kits: dict[str, Path]) -> None:
    pdf = pdf_of(kits["withdrawn alone"])
    words = text(pdf)
    assert len(pypdf.PdfReader(pdf).pages) == 1
    for said in ("WITHDRAWN", "Ferry sails to Mars", "Please do not use it.", "The ferry does not sail.", "Ada Thorn"):
        assert words.count(said) == 1
    for gone in ("carries books", "Number 1", "PORT QUILLON", "founded in 1911"):
        assert gone not in words


def test_contents_mark_the_releases_that_changed(kits: dict[str, Path]) -> None:
    pdf = pdf_of(kits["corrected"])
    words = text(pdf, 2)
    assert words.count("CORRECTED") == words.count("WITHDRAWN") == 1
    assert "CORRECTED" not in text(pdf, 1)
    pages = [text(pdf, page) for page in range(3, len(pypdf.PdfReader(pdf).pages) + 1)]
    [withdrawn] = [page for page in pages if "Ferry sails to Mars" in page]
    assert "carries books" not in withdrawn


def test_a_corrected_kit_says_so_on_its_cover(kits: dict[str, Path]) -> None:
    pdf = pdf_of(kits["whole kit"])
    assert f"{WHEN} · Version 3" in text(pdf, 1)
    assert NOTE in text(pdf, 1)
    assert "CORRECTED" not in text(pdf, 2)


def test_a_withdrawn_kit_is_cover_and_contacts(kits: dict[str, Path]) -> None:
    pdf = pdf_of(kits["withdrawn kit"])
    assert len(pypdf.PdfReader(pdf).pages) == 2
    words = text(pdf)
    assert "This press kit has been withdrawn. Please do not use it." in words
    assert "The ferry is sold." in words
    assert "Ada Thorn" in words
    for gone in ("The ferry sails on.", "carries books", "of what is counted"):
        assert gone not in words


def test_a_corrected_factsheet_alone_gets_a_cover_to_say_so(kits: dict[str, Path]) -> None:
    words = text(pdf_of(kits["factsheet"]), 1)
    assert "CORRECTED" in words
    assert NOTE in words


def test_inspect_tells_version_and_note_and_keeps_its_json(cli: Cli, kits: dict[str, Path]) -> None:
    source = kits["corrected alone"] / "releases" / "a.md"
    told = cli("inspect", source).out
    for line in ("Status    corrected", "Version   2", f"Changed   {CHANGED}", f"Why       {NOTE}"):
        assert f"  {line}\n" in told
    facts = json.loads(cli("inspect", source, "--json").out)
    assert facts["status"] == "corrected"
    assert "version" not in facts


@pytest.mark.parametrize("name", SHAPES)
def test_a_kit_and_its_own_pdf_differ_in_nothing(kits: dict[str, Path], name: str) -> None:
    assert compare_files(pdf_of(kits[name]), kits[name]) == ()


@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
def test_the_example_and_its_own_pdf_differ_in_nothing(cli: Cli, tmp_path: Path, paper: str) -> None:
    cli("build", EXAMPLE, "--paper", paper, "-o", tmp_path / "kit.pdf")
    done = cli("diff", tmp_path / "kit.pdf", EXAMPLE)
    assert (done.code, done.out) == (0, "No sentence changed.\n")


def test_paragraphs_and_lists_that_go_on_over_pages_are_whole(cli: Cli, tmp_path: Path) -> None:
    """Breaks fall everywhere: in paragraphs, in list items, between them."""
    words = "bread and books for the outer islands, in every weather but fog, "
    items = "\n".join(f"* pier {number}: {words * (number % 7 + 1)}and back" for number in range(1, 60))
    paragraphs = "\n\n".join(f"Number {number} carries {words * (number % 9 + 1)}and back" for number in range(1, 60))
    folder = write_kit(tmp_path / "kit", {"releases/a.md": f"{release('A long list')}\n\n{items}\n\n{paragraphs}\n"})
    assert cli("build", folder, "-o", tmp_path / "kit.pdf").code == 0
    assert len(pypdf.PdfReader(tmp_path / "kit.pdf").pages) > 8
    assert cli("diff", tmp_path / "kit.pdf", folder).out == "No sentence changed.\n"


def test_diff_tells_exactly_what_changed(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path / "kit", {"releases/a.md": release(), "releases/old.md": OLD_NEWS, **OTHERS})
    assert cli("build", folder, "-o", tmp_path / "sent.pdf").code == 0
    changed = release().replace("an hour later and dry", "two hours later and dry", 1) + "\nThe funnel is red.\n"
    sheet = figures(3).replace("1,860", "1,900")
    write_kit(folder, {"releases/a.md": changed, "releases/new.md": NEW_PIER, "factsheet.md": sheet})
    (folder / "releases" / "old.md").unlink()
    done = cli("diff", tmp_path / "sent.pdf", folder)
    assert done.code == 0
    sentence = "and the children of the outer islands come to school"
    assert done.out.splitlines() == [
        "Ferry stops at all nine islands",
        f"  was:  Since the spring its boats have stopped at all piers, {sentence} [an hour] later and dry.",
        f"  now:  Since the spring its boats have stopped at all piers, {sentence} [two hours] later and dry.",
        "  new:  The funnel is red.",
        "",
        "A new pier",
        "  This document is new.",
        "",
        "The ferry in figures",
        "  was:  [1,860] of what is counted here",
        "  now:  [1,900] of what is counted here",
        "",
        "Old news",
        "  This document is no longer there.",
        "",
        "2 sentences changed, 1 new sentence, 1 new document, 1 document taken out.",
    ]
    result = json.loads(cli("diff", tmp_path / "sent.pdf", folder, "--json").out)
    assert result["changed"] is True
    assert [document["state"] for document in result["documents"]] == ["changed", "added", "changed", "removed"]
    assert result["documents"][2]["changed"] == [
        {"old": "1,860 of what is counted here", "new": "1,900 of what is counted here"}
    ]


def test_diff_of_what_is_not_there(cli: Cli, tmp_path: Path) -> None:
    done = cli("diff", tmp_path / "sent.pdf", EXAMPLE)
    assert done.code == 3
    assert "sent.pdf is not there" in done.err
