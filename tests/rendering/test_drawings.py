"""A logo that is a drawing becomes a picture that is seen on any ground."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from presskit import gate
from presskit.errors import PresskitError
from presskit.rendering.drawings import DARK, MARGIN_PX, WHITE, as_png
from presskit.rendering.fontlist import start_engine

BOX = '<path fill="{colour}" d="M0 0h200v50H0z"/>'
WIDE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">{BOX}{{more}}</svg>'


@pytest.fixture
def drawn(tmp_path: Path) -> Iterator[Callable[..., bytes]]:
    """Give what draws a wide logo in a colour."""

    def draw(colour: str, more: str = "", name: str = "our logo.svg") -> bytes:
        (tmp_path / name).write_text(WIDE.format(colour=colour, more=more), encoding="utf-8")
        return as_png(tmp_path / name)

    start_engine()
    with gate.opened(tmp_path):
        yield draw


def opened(data: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(data))
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    return picture


@pytest.mark.parametrize(
    ("colour", "ground"), [("#12355b", WHITE), ("#000000", WHITE), ("#ffffff", DARK), ("#fff7d0", DARK)]
)
def test_it_stands_on_a_ground_that_it_is_seen_on(drawn: Callable[..., bytes], colour: str, ground: object) -> None:
    picture = opened(drawn(colour))
    assert picture.getpixel((5, 5)) == ground
    middle = picture.getpixel((picture.width // 2, picture.height // 2))
    assert middle == tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def test_it_keeps_its_shape_and_equal_drawings_give_equal_bytes(drawn: Callable[..., bytes]) -> None:
    data = drawn("#12355b")
    width, height = (side - 2 * MARGIN_PX for side in opened(data).size)
    assert (width, height) == pytest.approx((1600, 400), abs=2)  # an edge may fall between two pixels
    assert drawn("#12355b", name="logo.svg") == data


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_within_it_is_drawn(drawn: Callable[..., bytes], kind: str) -> None:
    file = io.BytesIO()
    Image.new("RGB", (20, 20), (20, 120, 60)).save(file, kind)
    inner = f"data:image/{kind.lower()};base64,{base64.b64encode(file.getvalue()).decode()}"
    picture = opened(drawn("#12355b", f'<image x="80" y="10" width="30" height="30" href="{inner}"/>'))
    middle = picture.getpixel((picture.width // 2, picture.height // 2))
    assert middle == pytest.approx((20, 120, 60), abs=3)


@pytest.mark.parametrize("inner", ["data:image/png;base64,AAAA", "data:image/png;base64,=", "data:image/gif;base64,AA"])
def test_a_damaged_picture_within_it_is_told(drawn: Callable[..., bytes], inner: str) -> None:
    with pytest.raises(PresskitError, match=r"The picture drawing\.svg cannot be shown"):
        drawn("#12355b", f'<image x="80" y="10" width="30" height="30" href="{inner}"/>')


def test_words_in_it_are_drawn_in_the_face_that_they_name(drawn: Callable[..., bytes]) -> None:
    words = '<text x="9" y="40" font-size="36" fill="#fff" font-family="{}">Quay</text>'
    sans, serif, other = (drawn("#12355b", words.format(f"Source {name} Pro")) for name in ("Sans", "Serif", "Gull"))
    assert sans not in (serif, drawn("#12355b"))
    assert other == sans


@pytest.mark.parametrize(
    "more", ['<image href="file:///etc/hostname" width="9" height="9"/>', '<image href="https://a.example/b.png"/>']
)
def test_nothing_outside_of_it_is_fetched(drawn: Callable[..., bytes], more: str) -> None:
    with pytest.raises(PresskitError):
        drawn("#12355b", more)
