"""The letters on the page are the letters of the text: text tests pass on wrong glyphs, pixels do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, ImageStat

from presskit.fonts import find_face, shipped_faces
from tests.conftest import Cli
from tests.support import poppler

WORDS = ["Łódź", "Dvořák", "cœur", "½", "€", "Żółć", "Ægir", "ŐŰ", "Ğış", "№"]
DPI = 900
SERIF = find_face(shipped_faces(), "Pk-Serif", 400).path


@pytest.fixture(scope="module")
def words(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Image.Image]:
    """Return each word as it is drawn on the page, cut out."""
    folder = tmp_path_factory.mktemp("letters")
    (folder / "a.txt").write_text(
        f"Letters of Europe\n\nThey are: {' '.join(WORDS)} and that is all.", encoding="utf-8"
    )
    cli("build", folder / "a.txt", "-o", folder / "a.pdf")
    poppler.run("pdftoppm", "-r", str(DPI), "-gray", "-singlefile", folder / "a.pdf", folder / "page")
    with Image.open(folder / "page.pgm") as page:
        return {word: page.crop(box).copy() for word, box in boxes(folder / "a.pdf")}


def boxes(pdf: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each word of WORDS with its place on the page, in pixels."""
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    for *corners, word in re.findall(pattern, poppler.run("pdftotext", "-bbox", pdf, "-")):
        if word in WORDS:
            yield word, tuple(round(float(corner) * DPI / 72) for corner in corners)


def drawn(word: str) -> Image.Image:
    """Draw a word with another program's eyes: Pillow and FreeType, from the typeface's file."""
    font = ImageFont.truetype(str(SERIF), 200)
    picture = Image.new("L", (1400, 400), 255)
    ImageDraw.Draw(picture).text((60, 60), word, font=font, fill=0)
    return picture


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Return 1 for the same shapes in black on white, whatever their size, and less the more they differ."""
    size = (200, 80)
    cut = [each.point(lambda value: 255 * (value < 128)) for each in (one, other)]
    inked = [each.crop(each.getbbox()).resize(size) for each in cut]
    difference = ImageStat.Stat(ImageChops.difference(*inked)).mean[0]
    ink = sum(ImageStat.Stat(each).mean[0] for each in inked) / 2
    return 1 - difference / (2 * ink)


@pytest.mark.parametrize("word", WORDS)
def test_letters_are_drawn_as_the_typeface_has_them(words: dict[str, Image.Image], word: str) -> None:
    assert likeness(words[word], drawn(word)) > 0.9


def test_another_letter_would_be_seen(words: dict[str, Image.Image]) -> None:
    """What two files in one face made of these words: the check above must tell them apart."""
    assert likeness(words["Dvořák"], drawn("Dvo^ák")) < 0.85
    assert likeness(words["Łódź"], drawn("Ódı")) < 0.85
