"""The square code is read from the page, as a telephone reads it, at the fineness of two scanners."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from presskit.settings.themes import theme_names
from tests.conftest import Cli
from tests.support import poppler, verapdf
from tests.support.writing import brand, release, write_kit

ADDRESS = "https://quillon.example/press/nine-piers/2026"
LEAST_MM, MM_PER_INCH = 20.0, 25.4
PURPOSES = ["screen", "print", "booklet", "shop"]
KIT = {"releases/a.md": release("One"), "releases/b.md": release("Two"), "brand/brand.toml": brand()}


def read(page: Image.Image, dpi: int) -> list[tuple[str, float]]:
    """Return the words of each code on a page, and its lesser side in mm."""
    found = []
    for code in zxingcpp.read_barcodes(page):
        corners = [code.position.top_left, code.position.top_right, code.position.bottom_left]
        (x0, y0), (x1, y1), (x2, y2) = ((corner.x, corner.y) for corner in corners)
        sides = (((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5, ((x2 - x0) ** 2 + (y2 - y0) ** 2) ** 0.5)
        found.append((code.text, min(sides) / dpi * MM_PER_INCH))
    return found


def drawn(pdf: Path, folder: Path, dpi: int) -> list[Image.Image]:
    folder.mkdir()
    return poppler.pictures(pdf, folder / str(dpi), dpi)


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_names())
def test_what_stands_beside_the_code_has_room_there_on_half_a_page(cli: Cli, tmp_path: Path, theme: str) -> None:
    kit = write_kit(tmp_path / "kit", KIT | {"kit.toml": f'title = "Nine piers"\ndownload = "{ADDRESS}"\n'})
    path = tmp_path / "kit.pdf"
    assert cli("build", kit, "--theme", theme, "--for", "booklet", "-o", path).code == 0
    first = drawn(path, tmp_path / "150", 150)[0]  # the outer side: closing page and cover
    [closing] = [code for code in zxingcpp.read_barcodes(first) if code.position.top_left.x < first.width / 2]
    top_pt, bottom_pt = (point.y * 72 / 150 for point in (closing.position.top_left, closing.position.bottom_left))
    files = next(word for word in poppler.words(path, 1) if word.text.startswith("files"))
    assert top_pt - 12 < files.top < bottom_pt
    assert files.left > closing.position.top_right.x * 72 / 150


@pytest.mark.parametrize(
    ("theme", "purpose"),
    [
        pytest.param(theme, purpose, marks=pytest.mark.slow if number and purpose != "screen" else ())
        for number, theme in enumerate(theme_names())
        for purpose in PURPOSES
    ],
)
def test_cover_and_closing_page_hold_a_code_that_is_read(cli: Cli, tmp_path: Path, theme: str, purpose: str) -> None:
    kit = write_kit(tmp_path / "kit", KIT | {"kit.toml": f'title = "Nine piers"\ndownload = "{ADDRESS}"\n'})
    path = tmp_path / "kit.pdf"
    done = cli("build", kit, "--theme", theme, "--for", purpose, "-o", path)
    assert done.code == 0, done.out
    for dpi in (150, 300):
        pages = drawn(path, tmp_path / f"{dpi}", dpi)
        found = [code for page in pages for code in read(page, dpi)]
        assert [words for words, _ in found] == [ADDRESS, ADDRESS]
        assert min(side for _, side in found) >= LEAST_MM - MM_PER_INCH / dpi
    text = "".join(poppler.text(path).split())
    assert text.count("quillon.example/press/nine-piers/2026") == 2
    if purpose in ("screen", "print"):
        assert verapdf.validate([path]) == {path: []}


def test_without_an_address_there_is_no_code(cli: Cli, tmp_path: Path) -> None:
    assert cli("build", write_kit(tmp_path / "kit", KIT), "-o", tmp_path / "kit.pdf").code == 0
    assert [read(page, 150) for page in drawn(tmp_path / "kit.pdf", tmp_path / "drawn", 150)] == [[]] * 4


def test_a_long_address_makes_a_code_that_is_larger_and_read(cli: Cli, tmp_path: Path) -> None:
    address = f"https://quillon.example/{'a-very-long-way/' * 12}press"
    kit = write_kit(tmp_path / "kit", KIT | {"kit.toml": f'title = "Nine"\ndownload = "{address}"\n'})
    assert cli("build", kit, "--for", "print", "-o", tmp_path / "kit.pdf").code == 0
    closing = drawn(tmp_path / "kit.pdf", tmp_path / "drawn", 150)[-1]
    assert [words for words, _ in read(closing, 150)] == [address]
