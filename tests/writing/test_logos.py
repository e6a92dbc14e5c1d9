from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from presskit.composing.look.colour import readable
from presskit.settings.fields import LONG_COLOUR
from presskit.sorting.logos import COLOURS, colour_of_logo, colour_of_word


@pytest.mark.parametrize(
    ("word", "colour"),
    [
        ("#12355B", "#12355b"),
        ("12355b", "#12355b"),
        ("#fc0", "#ffcc00"),
        (" Dark  Blue ", COLOURS["dark blue"]),
        ("forest green", "#228b22"),
        ("shiny", None),
        ("", None),
        ("#12345", None),
    ],
)
def test_a_colour_is_read_as_people_write_it(word: str, colour: str | None) -> None:
    assert colour_of_word(word) == colour


def test_the_colours_of_common_words_can_be_read_on_paper() -> None:
    for word, colour in COLOURS.items():
        assert LONG_COLOUR.fullmatch(colour)
        assert readable(colour, "#ffffff") == colour or word in {"orange", "yellow", "turquoise", "light blue"}


def draw(path: Path, colours: dict[str, int], background: str | None) -> Path:
    """Draw fields of so many rows in each colour."""
    picture = Image.new("RGBA" if path.suffix == ".png" else "RGB", (400, 400), background or (0, 0, 0, 0))
    top = 0
    for colour, rows in colours.items():
        ImageDraw.Draw(picture).rectangle((0, top, 399, top + rows - 1), fill=colour)
        top += rows
    picture.save(path)
    return path


@pytest.mark.parametrize("background", ["white", None])
def test_the_colour_shown_most_is_a_pngs(tmp_path: Path, background: str | None) -> None:
    path = draw(tmp_path / "logo.png", {"#222222": 100, "#1f6f54": 60, "#e0a030": 20}, background)
    assert colour_of_logo(path) == "#1f6f54"


def test_a_jpegs_colour_is_found_within_its_noise(tmp_path: Path) -> None:
    colour = colour_of_logo(draw(tmp_path / "logo.jpg", {"#1f6f54": 120}, "white"))
    assert colour
    assert all(abs(int(colour[at : at + 2], 16) - int("#1f6f54"[at : at + 2], 16)) < 12 for at in (1, 3, 5))


def test_a_logo_without_a_colour_has_none(tmp_path: Path) -> None:
    assert colour_of_logo(draw(tmp_path / "logo.png", {"#222222": 100, "#888888": 60}, "white")) is None


def svg(path: Path, shapes: str) -> Path:
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{shapes}</svg>', encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "shapes",
    [
        '<path fill="#fff"/><path fill="#fff"/><path fill="#C0392B"/>',
        '<style>.a{fill:#c0392b;stroke:none} .b{fill : white}</style><path class="a"/>',
        '<path style="fill: rgb(192, 57, 43)"/><path fill="currentColor"/><path fill="url(#x)"/>',
        '<stop stop-color="#c0392b"/><path fill="black"/>',
        '<path fill="#c0392b"/><path fill="#c0392b"/><path fill="#123f8c"/>',
    ],
)
def test_an_svgs_fills_are_counted(tmp_path: Path, shapes: str) -> None:
    assert colour_of_logo(svg(tmp_path / "logo.svg", shapes)) == "#c0392b"


def test_an_svg_without_a_fill_has_none(tmp_path: Path) -> None:
    assert colour_of_logo(svg(tmp_path / "logo.svg", "<path/>")) is None
