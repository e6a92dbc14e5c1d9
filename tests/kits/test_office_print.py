"""The example kit as an office printer prints it, in colour and in grey, in both themes, on both papers."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from presskit.settings.themes import theme_names
from tests.conftest import EXAMPLE, Cli
from tests.kits.test_themes import HARD, overlaps, words
from tests.support import poppler, verapdf
from tests.support.looks import sets_of_looks, some
from tests.support.short_example import short_example
from tests.support.writing import brand, photo, release, write_kit

DPI = 300
EDGE_PX = DPI // 4
READABLE = 4.5
WHITE, SEEN = 255, 250


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return short_example(tmp_path_factory.mktemp("short"))


@pytest.fixture(scope="module", params=sets_of_looks())
def kits(
    request: pytest.FixtureRequest, cli: Cli, short: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[tuple[str, str], Path]:
    """Return the example kit's PDF for the office printer, by theme and paper."""
    folder, built = tmp_path_factory.mktemp("print"), {}
    for theme, paper in request.param:
        path = folder / f"{theme}-{paper}.pdf"
        done = cli("build", short, "--for", "print", "--theme", theme, "--paper", paper, "-o", path)
        assert done.code == 0, done.out + done.err
        built[theme, paper] = path
    return built


def in_colour(pdf: Path, page: int, folder: Path) -> Image.Image:
    """Draw one page as finely as it is printed."""
    poppler.run("pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", pdf, folder / "page")
    return poppler.drawn(folder / "page.ppm")


def luminance(grey: float) -> float:
    """Return the relative luminance of a grey, 0 to 1 (WCAG 2.2)."""
    share = grey / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast(darker: float, lighter: float) -> float:
    return (luminance(lighter) + 0.05) / (luminance(darker) + 0.05)


def test_the_edge_stays_white_and_words_read_in_grey(kits: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    for pdf in kits.values():
        require_white_edge_and_readable_grey(pdf, tmp_path / pdf.stem)


def require_white_edge_and_readable_grey(pdf: Path, drawn: Path) -> None:
    """Measure where it counts: the darkest point of each word against the lightest beside it."""
    pages, least = poppler.pictures(pdf, drawn, DPI), 21.0
    for number, (page, (_, found)) in enumerate(zip(pages, words(pdf), strict=True), start=1):
        inner = (EDGE_PX, EDGE_PX, page.width - EDGE_PX, page.height - EDGE_PX)
        blank = page.copy()
        blank.paste(WHITE, inner)
        assert blank.getextrema() == (WHITE, WHITE), f"{pdf.name}, page {number} prints at its edge"
        for word in found:
            box = tuple(round(edge * DPI / 72) for edge in (word.left, word.top, word.right, word.bottom))
            darkest, lightest = page.crop(box).getextrema()
            assert isinstance(darkest, int)
            assert isinstance(lightest, int)
            least = min(least, contrast(darkest, lightest))
            assert contrast(darkest, lightest) >= READABLE, f"{pdf.name}, page {number}: {word.text}"
    assert least < 15  # what is muted is less than black
    white = sum(pages[-1].histogram()[SEEN:]) / (pages[-1].width * pages[-1].height)
    assert white > 0.95  # the closing page is rules and words, without a field


def test_nothing_is_cut_in_colour(kits: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    for pdf in kits.values():
        cover = in_colour(pdf, 1, tmp_path)
        blank = cover.copy()
        blank.paste((255, 255, 255), (EDGE_PX, EDGE_PX, cover.width - EDGE_PX, cover.height - EDGE_PX))
        assert blank.getextrema() == ((255, 255),) * 3, pdf.name
        assert len(cover.getcolors(1 << 24) or ()) > 100, pdf.name  # it is in colour


def test_no_word_is_lost_on_paper(cli: Cli, short: Path, kits: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    screen = tmp_path / "screen.pdf"
    for (theme, paper), pdf in kits.items():
        assert cli("build", short, "--theme", theme, "--paper", paper, "-o", screen).code == 0
        assert set(poppler.text(screen).split()) - set(poppler.text(pdf).split()) == set(), pdf.name


def test_kits_for_the_office_printer_pass_pdf_ua(kits: dict[tuple[str, str], Path]) -> None:
    assert verapdf.validate(list(kits.values())) == {path: [] for path in kits.values()}


def test_pictures_are_as_fine_as_printers_print(kits: dict[tuple[str, str], Path]) -> None:
    for pdf in kits.values():
        rows = poppler.run("pdfimages", "-list", pdf).splitlines()[2:]
        dpi = [int(row.split()[12]) for row in rows if row.split()[2] == "image"]
        assert min(dpi) >= 295, pdf.name


@pytest.mark.parametrize("theme", some(theme_names(), "gallery"))
def test_hard_kits_stay_inside_and_apart(cli: Cli, tmp_path: Path, theme: str) -> None:
    """On the screen every theme is tried with it; paper changes white edges alone, which the example shows of each."""
    folder = write_kit(tmp_path / "hard", HARD)
    for number in range(7):
        photo(folder / "photos" / f"pier-{number}.jpg", [(600, 400), (300, 450), (900, 200)][number % 3])
    photo(folder / "bios" / "ada.jpg", (400, 500))
    path = tmp_path / "hard.pdf"
    assert cli("build", folder, "--for", "print", "--theme", theme, "-o", path).code == 0
    for page, ((width, height), found) in enumerate(words(path), start=1):
        outside = [one for one in found if one.left < 18 or one.right > width - 18]
        outside += [one for one in found if one.top < 17 or one.bottom > height - 18]
        assert outside == [], f"page {page}"
        assert overlaps(found) == [], f"page {page}"


LINKS = """---
headline: Ferries go where the addresses are
date: 2026-05-12
---
PORT QUILLON, May 12, 2026 – [The harbor office](https://harbor.example/opening/) opened the pier, and
[the harbor office](https://harbor.example/opening/) says [pier.example/times](https://pier.example/times) when.
[Write to us](mailto:desk@quillon.example).

| Pier | Boats |
|---|---|
| One | [three](https://three.example) |
"""


def test_links_show_their_addresses_as_notes(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"a.md": LINKS})
    files = {theme: tmp_path / f"{theme}.pdf" for theme in theme_names()}
    for theme, printed in files.items():
        assert cli("build", kit / "a.md", "--theme", theme, "--for", "print", "-o", printed).code == 0
        text = re.sub(r"\s+", " ", poppler.text(printed))
        assert text.count("harbor.example/opening") == 1, theme
        assert text.count("pier.example/times") == 1, theme  # the link's words say it
        assert re.search(r"1 harbor\.example/opening\b.* 2 desk@quillon\.example 3 three\.example", text), theme
    assert verapdf.validate([*files.values()]) == {path: [] for path in files.values()}
    assert cli("build", kit / "a.md", "-o", tmp_path / "screen.pdf").code == 0
    assert "harbor.example" not in poppler.text(tmp_path / "screen.pdf")


def test_documents_begin_on_right_hand_pages(cli: Cli, short: Path, tmp_path: Path) -> None:
    path = tmp_path / "kit.pdf"
    assert cli("build", short, "--for", "print", "--right-hand", "-o", path).code == 0
    reader = pypdf.PdfReader(path)
    items = [item for item in reader.outline if isinstance(item, pypdf.generic.Destination)]
    firsts = [(reader.get_destination_page_number(item) or 0) + 1 for item in items]
    assert firsts[0] == 1
    assert [first for first in firsts if first % 2 == 0] == []
    pages = poppler.text(path).split("\f")[:-1]
    blank = [number for number, page in enumerate(pages, start=1) if not page.strip()]
    assert 2 in blank  # behind the cover: no running lines
    contents = pages[2]
    assert all(str(first) in contents for first in firsts[2:])
    assert str(firsts[-1]) in pages[-1].split()
    assert verapdf.validate([path]) == {path: []}


@pytest.mark.usefixtures("in_process")
def test_the_verdict_counts_sheets(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("One"), "releases/b.md": release("Two")})
    done = cli("build", kit, "--for", "print", "--copies", "60", "-o", tmp_path / "kit.pdf")
    assert "3 pages" in done.out
    assert "For 60 copies: 120 sheets, both sides, flip on long edge" in done.out


def test_the_printers_dialog_is_told_how(kits: dict[tuple[str, str], Path], example: Path) -> None:
    for pdf in kits.values():
        with pikepdf.open(pdf) as opened:
            assert opened.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
            assert opened.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
    with pikepdf.open(example) as opened:
        assert "/Duplex" not in opened.Root.ViewerPreferences


@pytest.mark.usefixtures("in_process")
def test_a_picture_too_small_for_its_place_is_named(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("One")})
    photo(kit / "photos" / "quay.jpg", (600, 400))
    done = cli("build", kit, "--for", "print", "--paper", "a4", "--json", "-o", tmp_path / "kit.pdf")
    assert re.search(r"quay\.jpg is printed \d\d cm wide at \d+ dpi; up to 7 cm wide it would be sharp\.", done.out)
    assert "f-007" not in cli("build", kit, "--json", "-o", tmp_path / "screen.pdf").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--sheet", "a4"), "--sheet goes with --for booklet"),
        (("--copies", "3"), "--copies goes with --for print or booklet"),
        (("--for", "shop", "--right-hand"), "--right-hand goes with --for print or booklet"),
        (("--for", "print", "--bleed", "3mm"), "--bleed goes with --for shop"),
        (("--for", "booklet", "--sheet", "legal"), "--sheet legal is not possible"),
        (("--for", "paper"), "--for paper is not possible"),
    ],
)
def test_options_that_mean_nothing_are_told(cli: Cli, options: tuple[str, ...], words: str) -> None:
    done = cli("build", EXAMPLE, *options)
    assert done.code == 2
    assert words in done.err


@pytest.mark.usefixtures("in_process")
def test_equal_sources_give_equal_bytes(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("One"), "releases/b.md": release("Two")})
    for purpose in ("print", "booklet"):
        paths = [tmp_path / f"{purpose}-{number}.pdf" for number in range(2)]
        for path in paths:
            assert cli("build", kit, "--for", purpose, "--no-cache", "-o", path).code == 0
        assert paths[0].read_bytes() == paths[1].read_bytes()
        assert BytesIO(paths[0].read_bytes()).read(8) == b"%PDF-1.7"


@pytest.mark.parametrize("theme", theme_names())
def test_every_word_of_a_last_page_without_a_website_is_seen(cli: Cli, tmp_path: Path, theme: str) -> None:
    """Where a field stood behind the words, there is none: they must not keep its colour."""
    bare = re.sub("^web = .*\n", "", brand(), flags=re.MULTILINE)
    releases = {"releases/a.md": release(), "releases/b.md": release("Second ferry")}
    kit = write_kit(tmp_path / "kit", {**releases, "brand/brand.toml": bare})
    done = cli("build", kit, "--theme", theme, "-o", tmp_path / "kit.pdf")
    assert done.code == 0, done.out
    page = poppler.pictures(tmp_path / "kit.pdf", tmp_path / "drawn", 100)[-1]
    *_, (_, found) = words(tmp_path / "kit.pdf")
    for word in found:
        box = tuple(round(edge * 100 / 72) for edge in (word.left, word.top, word.right, word.bottom))
        darkest, lightest = page.crop(box).getextrema()
        assert contrast(darkest, lightest) > 2.5, word.text  # type: ignore[arg-type]
