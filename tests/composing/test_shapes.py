from __future__ import annotations

from pathlib import Path

import pytest

from presskit.composing.pictures.shapes import shape_of
from presskit.errors import RenderingError
from tests.support.writing import photo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {}/>'


def drawing(folder: Path, text: str) -> Path:
    path = folder / "logo.svg"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_photo_is_as_wide_as_its_pixels(tmp_path: Path) -> None:
    assert shape_of(photo(tmp_path / "pier.jpg", (600, 400))) == 1.5


@pytest.mark.parametrize(
    ("sides", "shape"),
    [
        ('viewBox="0 0 300 100"', 3),
        ('viewBox="0,0,300,100" width="5" height="5"', 3),
        ('width="200" height="100"', 2),
        ('width="1in" height="48px"', 2),
        ('width="25.4mm" height="2.54cm"', 1),
    ],
)
def test_a_drawing_is_as_wide_as_it_says(tmp_path: Path, sides: str, shape: float) -> None:
    assert shape_of(drawing(tmp_path, SVG.format(sides))) == pytest.approx(shape)


@pytest.mark.parametrize("sides", ["", 'width="100%" height="100%"', 'viewBox="0 0 0 0"', 'viewBox="0 0 nan 1"'])
def test_a_drawing_without_a_size_is_refused(tmp_path: Path, sides: str) -> None:
    with pytest.raises(RenderingError, match="does not say how large it is"):
        shape_of(drawing(tmp_path, SVG.format(sides)))


@pytest.mark.parametrize(
    "text",
    ["<svg this is no XML", SVG.format('viewBox="a b c d"'), f"<svg>{'<g>' * 5000}{'</g>' * 5000}</svg>"],
    ids=["broken", "words for numbers", "nested"],
)
def test_what_is_no_drawing_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RenderingError, match="cannot be opened as a picture"):
        shape_of(drawing(tmp_path, text))


def test_what_is_no_photo_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG and then nothing")
    with pytest.raises(RenderingError, match=r"logo\.png cannot be shown"):
        shape_of(tmp_path / "logo.png")
