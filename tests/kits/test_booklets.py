"""Whole kits as booklets: twelve pages on three sheets, read half by half; sizes of type; the other way in Arabic."""

from __future__ import annotations

import re
from pathlib import Path

import pypdf
import pytest

from presskit.printing import booklet
from presskit.printing.booklet import sheets_of
from presskit.printing.imposition import PAGE_OF_SHEET
from presskit.settings.themes import theme_names
from tests.conftest import Cli
from tests.support import poppler
from tests.support.sheets import halves
from tests.support.short_example import short_example
from tests.support.writing import brand, release, write_kit

LEAST_BODY_PT, LEAST_PT = 8.0, 6.5
KIT = {
    **{f"releases/{number}.md": release(f"Ferry number {number} is launched", 3) for number in range(8)},
    "brand/brand.toml": brand(),
    "kit.toml": 'title = "Eight ferries"\ndownload = "https://quillon.example/press"\n',
}
ARABIC = """---
headline: العبّارة تصل إلى الجزر التسع
language: ar
date: 2026-05-12
---
ميناء كويلون، 12 مايو 2026 – تصل العبّارة منذ الربيع إلى الجزر التسع كلها، في كل طقس إلا الضباب.
"""


@pytest.mark.parametrize(
    ("theme", "sheet"),
    [
        pytest.param(theme, sheet, marks=pytest.mark.slow if (place - number) % len(theme_names()) else ())
        for number, theme in enumerate(theme_names())
        for place, sheet in enumerate(PAGE_OF_SHEET)
    ],
)
def test_twelve_pages_lie_on_three_sheets(cli: Cli, tmp_path: Path, theme: str, sheet: str) -> None:
    """Every page number stands once at the foot of its half; the cover has none, and blank pages are empty."""
    path = tmp_path / "booklet.pdf"
    kit = write_kit(tmp_path / "kit", KIT)
    done = cli("build", kit, "--for", "booklet", "--sheet", sheet, "--theme", theme, "--copies", "10", "-o", path)
    assert done.code == 0, done.out
    sides = halves(path)
    printed, total = [half for side in sides for half in side], 2 * len(sides)
    expected = [page for one in sheets_of(total) for page in (*one.front, *one.back)]
    numbers = [page + 1 for half, page in zip(printed, expected, strict=True) if str(page + 1) in half[-12:]]
    blank = [page + 1 for half, page in zip(printed, expected, strict=True) if not half]
    assert total == 12
    assert sorted([*numbers, *blank]) == list(range(2, total + 1))
    assert all(total - 4 < page < total for page in blank)
    assert f"For 10 copies: {10 * total // 4} sheets, both sides, flip on short edge" in done.out


def sizes(pdf: Path) -> dict[str, set[float]]:
    """Return each word with the sizes in which it stands on paper."""
    found: dict[str, set[float]] = {}

    def look(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        for word in re.findall(r"[\w’]+|\S", text):
            found.setdefault(word, set()).add(abs(size * tm[3] * cm[3]))

    for page in pypdf.PdfReader(pdf).pages:
        page.extract_text(visitor_text=look)
    return found


@pytest.mark.parametrize(
    ("sheet", "theme"),
    [
        pytest.param(sheet, theme, marks=pytest.mark.slow if (sheet == "a4") == (number == 0) else ())
        for sheet in ("letter", "a4")
        for number, theme in enumerate(theme_names())
    ],
)
def test_type_on_half_pages_is_large_enough(cli: Cli, tmp_path: Path, theme: str, sheet: str) -> None:
    path, kit = tmp_path / "booklet.pdf", short_example(tmp_path)
    assert cli("build", kit, "--for", "booklet", "--sheet", sheet, "--theme", theme, "-o", path).code == 0
    found = sizes(path)
    assert min(map(min, found.values())) >= LEAST_PT
    texts = [*(kit / "releases").iterdir(), *(kit / "bios").glob("*.md")]
    lines = [line for text in texts for line in text.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    body = {word for line in lines for word in re.findall(r"\b[a-z]{7,}\b", line)}
    small = {word: found[word] for word in body & set(found) if max(found[word]) < LEAST_BODY_PT}
    assert len(body & set(found)) > 20
    assert small == {}


@pytest.mark.parametrize("theme", theme_names())
def test_an_arabic_booklet_opens_the_other_way(cli: Cli, tmp_path: Path, theme: str) -> None:
    kit = write_kit(
        tmp_path / "kit",
        {
            "releases/a.md": ARABIC,
            "releases/b.md": ARABIC.replace("headline: ", "headline: غدا "),
            "kit.toml": 'title = "Nine piers"\nlanguage = "ar"\n',
            "brand/brand.toml": brand(),
        },
    )
    path = tmp_path / "booklet.pdf"
    assert cli("build", kit, "--for", "booklet", "--theme", theme, "-o", path).code == 0
    cover, back = halves(path)[0]
    assert {"Nine", "piers"} <= set(cover)  # the fold is at the cover's right
    assert str(2 * len(halves(path))) in back


def test_too_many_pages_are_told_and_nothing_is_written(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(booklet, "MOST_PAGES", 4)  # as if so few were all that staples hold: 33 pages take their time
    kit = write_kit(tmp_path / "kit", {f"releases/{number}.md": release(f"Number {number}") for number in range(4)})
    done = cli("build", kit, "--for", "booklet", "--sheet", "tabloid", "-o", tmp_path / "kit.pdf")
    assert done.code == 6
    assert "no more than 4 can be folded and stapled" in done.err
    assert not (tmp_path / "kit.pdf").exists()


def test_a_document_alone_is_laid_out_as_loose_sheets(cli: Cli, tmp_path: Path) -> None:
    write_kit(tmp_path, {"a.md": release("Ferry is launched", 9)})
    done = cli("build", tmp_path / "a.md", "--for", "booklet", "-o", tmp_path / "a.pdf")
    assert done.code == 0
    assert "laid out as loose sheets" in done.out
    assert float(pypdf.PdfReader(tmp_path / "a.pdf").pages[0].mediabox.width) == 612


def test_what_is_made_for_paper_says_so_in_its_name(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("One"), "releases/b.md": release("Two")})
    for purpose in ("print", "booklet"):
        assert cli("build", kit, "--for", purpose).code == 0
    names = sorted(path.name for path in (kit / "out").iterdir())
    assert [name.rsplit("-", 1)[1] for name in names] == ["booklet.pdf", "print.pdf"]


def test_a_booklets_pages_reach_the_readers_eye_as_drawn(cli: Cli, tmp_path: Path) -> None:
    """Nothing but white stands along the fold: pages keep their inner margins."""
    path = tmp_path / "booklet.pdf"
    assert cli("build", write_kit(tmp_path / "kit", KIT), "--for", "booklet", "-o", path).code == 0
    for side in poppler.pictures(path, tmp_path / "drawn", 150):
        fold = side.width // 2
        assert side.crop((fold - 30, 0, fold + 30, side.height)).getextrema() == (255, 255)
