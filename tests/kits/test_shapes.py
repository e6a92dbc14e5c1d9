"""Kits of every shape that real organisations bring: each is built, and each passes PDF/UA-1."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from presskit.findings import Finding
from presskit.settings.themes import theme_names
from tests.conftest import EXAMPLE, Cli
from tests.support import poppler, verapdf
from tests.support.writing import brand, figures, photo, release, write_kit

LONG = (
    "Council, harbor office and eleven neighborhood associations agree on a twenty-year plan to reach every island of "
    "the Larkin group by boat, bread included, in all weathers"
)
FORTY = "International Ferry Museum of the North"
ROW = "|" + " 1,860 boats |" * 12 + "\n"
WIDE_TABLE = ROW + "|" + "---|" * 12 + "\n" + ROW * 3
NESTED_LIST = (
    "- Bread\n\n  - Rye\n    1. Dark\n\n      ```\n      12 loaves\n      ```\n\n"
    "- Books\n\n  Of the second hand, and new.\n"
)
EMBARGO = 'embargo = "2026-06-01 09:00 America/New_York"\n'
SHAPES: dict[str, dict[str, str]] = {
    "long words": {
        "releases/a.md": release(LONG),
        "factsheet.md": figures(1),
        "brand/brand.toml": brand(FORTY, "#f4e04d"),
        "kit.toml": 'paper = "a4"\n',
    },
    "seven figures": {"releases/a.md": release(), "factsheet.md": figures(7), "brand/brand.toml": brand()},
    "twelve releases": {
        **{f"releases/{number:02}.md": release(f"Ferry number {number} is launched") for number in range(12)},
        "brand/brand.toml": brand(),
    },
    "short and long": {
        "releases/long.md": release("A long report", 31),
        "releases/short.txt": "Pier closed on Monday\n\nThe pier is closed.\n",
        "brand/brand.toml": brand(),
    },
    "embargoed": {
        "releases/a.md": release(),
        "factsheet.md": figures(4),
        "bios/ada.md": "# Ada Thorn\n\nCaptain\n\nShe steers.\n",
        "kit.toml": EMBARGO,
        "brand/brand.toml": brand(),
        "photos/photos.toml": '["pier.jpg"]\ncaption = "The pier"\ncredit = "Q"\nalt = "A pier"\n',
    },
    "draft": {"releases/a.md": release("[Headline]"), "factsheet.md": figures(2), "brand/brand.toml": brand()},
    "nothing breaks": {
        "releases/a.md": release() + f"\n{WIDE_TABLE}\n\n`{'quay' * 40}`\n\n{'Larkin' * 30}\n\n{NESTED_LIST}",
        "releases/b.md": release("Quillonisland" * 5),
        "factsheet.md": f"# Ferries\n\n{WIDE_TABLE}\n",
        "brand/brand.toml": brand(),
    },
    "eight contacts": {
        "releases/a.md": release(),
        "releases/b.md": release("Second ferry"),
        "brand/brand.toml": brand() + '[[contacts]]\nname = "Bo Marl"\nphone = "+1 202 555 0144"\n' * 8,
    },
    "no brand": {"releases/a.md": release(), "releases/b.md": release("Second ferry")},
    "alone": {"releases/a.md": release(), "brand/brand.toml": brand()},
}
EXIT_CODES = {"draft": 8}
WEBS = ("www.quillon-ferry-company.example/press/nine-islands", "quay.example", f"www.{'quillon' * 8}.example")
WORD = re.compile(r'<word xMin="(?P<left>[\d.-]+)" yMin="[\d.-]+" xMax="(?P<right>[\d.]+)"[^>]*>(?P<text>[^<]+)')


@pytest.fixture(scope="module")
def kits(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the PDF of each shape."""
    built = {}
    for name, contents in SHAPES.items():
        folder = write_kit(tmp_path_factory.mktemp("kit"), contents)
        if name == "embargoed":
            photo(folder / "photos" / "pier.jpg")
        done = cli("build", folder, "-o", folder / "kit.pdf")
        assert done.code == EXIT_CODES.get(name, 0), done.out + done.err
        built[name] = folder / ("kit-DRAFT.pdf" if name == "draft" else "kit.pdf")
    return built


def pages_of(pdf: Path) -> int:
    return len(pypdf.PdfReader(pdf).pages)


def text(pdf: Path, page: int | None = None) -> str:
    pages = () if page is None else ("-f", str(page), "-l", str(page))
    return re.sub(r"\s+", " ", poppler.run("pdftotext", *pages, pdf, "-"))


@pytest.mark.slow  # those of test_themes.py and test_mixed_kit.py are of each run
def test_every_kit_passes_pdf_ua(kits: dict[str, Path], example: Path) -> None:
    verdicts = verapdf.verdicts([example, *kits.values()])
    assert {path.parent.name: verdict.failed for path, verdict in verdicts.items() if verdict.failed} == {}
    assert all(verdict.passed_checks > 1000 for verdict in verdicts.values())


def test_no_kit_has_a_page_that_overflows_into_nothing(kits: dict[str, Path]) -> None:
    pages = {name: pages_of(path) for name, path in kits.items()}
    assert pages == {
        "long words": 4,
        "seven figures": 4,
        "twelve releases": 15,
        "short and long": 7,
        "embargoed": 5,
        "draft": 4,
        "no brand": 3,
        "alone": 1,
        "nothing breaks": 6,  # a page lies on its side
        "eight contacts": 4,
    }


def test_the_disclosure_stands_on_every_page(kits: dict[str, Path]) -> None:
    for name in ("eight contacts", "short and long", "embargoed", "alone"):
        pages = poppler.text(kits[name]).removesuffix("\f").split("\f")
        counts = [page.count("The Quillon Ferry Company is invented.") for page in pages]
        assert counts == [1] * len(pages), name


def test_no_word_runs_off_the_page(kits: dict[str, Path]) -> None:
    for pdf in kits.values():
        boxes = poppler.run("pdftotext", "-bbox", pdf, "-")
        for page in boxes.split("<page ")[1:]:  # one of them lies on its side
            room_pt = float(re.findall(r'width="([\d.]+)"', page)[0])
            words = list(WORD.finditer(page))
            assert words
            assert [word["text"] for word in words if float(word["left"]) < 0 or float(word["right"]) > room_pt] == []


def test_an_embargo_stands_on_every_page(kits: dict[str, Path]) -> None:
    pdf = kits["embargoed"]
    for page in range(1, pages_of(pdf) + 1):
        assert text(pdf, page).count("Embargoed until June 1, 2026, 9:00 a.m. (America/New York)") == 1, page


def test_a_draft_says_so_on_every_page(kits: dict[str, Path]) -> None:
    assert all("DRAFT" in text(kits["draft"], page) for page in range(1, pages_of(kits["draft"]) + 1))


def test_a_document_alone_has_no_cover_and_counts_its_pages(kits: dict[str, Path]) -> None:
    words = text(kits["alone"])
    assert "Contents" not in words
    assert "1 of 1" in words
    assert words.count("founded in 1911") == 1
    assert "Ada Thorn" in words


def test_a_long_release_repeats_its_title_and_says_more_follows(kits: dict[str, Path]) -> None:
    pdf = kits["short and long"]
    starts = [page for page in range(1, pages_of(pdf) + 1) if "More follows" in text(pdf, page)]
    assert len(starts) >= 3
    assert all("A long report" in text(pdf, page) for page in range(starts[0], starts[-1] + 2))
    assert "More follows" not in text(pdf, starts[-1] + 1)


def test_names_and_headlines_are_never_cut(kits: dict[str, Path]) -> None:
    words = text(kits["long words"])
    assert LONG in words
    assert FORTY in words


def test_the_same_boilerplate_is_printed_once(cli: Cli, tmp_path: Path) -> None:
    source = (EXAMPLE / "releases" / "2026-03-19-long-shelf-exchange.txt").read_text(encoding="utf-8")
    folder = write_kit(tmp_path, {"releases/a.txt": source, "releases/b.txt": source.replace("Ten", "Eleven", 1)})
    assert cli("build", folder, "-o", tmp_path / "kit.pdf").code == 0
    assert text(tmp_path / "kit.pdf").count("lends books to the seven villages of Tallow Gorge") == 1


def test_findings_are_told_with_their_line(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path, {"releases/a.md": release(), "releases/b.md": release("Call [Name] now")})
    done = cli("check", folder)
    assert done.code == 8
    assert re.search(r"b\.md.*\[Name\].*\(c-007\)", done.out)
    assert Finding.__dataclass_fields__.keys() >= {"code", "where", "message", "hint"}


@pytest.mark.parametrize(
    ("theme", "web"),
    [
        pytest.param(theme, web, marks=pytest.mark.slow if place != number else ())
        for place, theme in enumerate(theme_names())
        for number, web in enumerate(WEBS)
    ],
)
def test_the_web_address_of_the_last_page_is_never_cut(cli: Cli, tmp_path: Path, theme: str, web: str) -> None:
    contents = {"releases/a.md": release(), "brand/brand.toml": f'name = "Quay"\nweb = "{web}"\n'}
    kit = write_kit(tmp_path / "kit", contents)
    path = tmp_path / "kit.pdf"
    assert cli("build", kit, "--theme", theme, "-o", path).code == 0
    assert web in "".join(poppler.text(path).split())
