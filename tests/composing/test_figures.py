from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from presskit.composing.pictures.figures import InText, Pictures, gathered, picture_rows
from presskit.model import Block

GAP = 12.0


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a text beside which lie two photos and three logos."""
    for number, size in enumerate([(90, 60), (60, 90)], start=1):
        Image.effect_noise(size, 90).convert("RGB").save(tmp_path / f"photo-{number}.png")
    for number, size in enumerate([(300, 50), (100, 100), (160, 80)], start=1):
        logo = Image.new("RGB", size, "white")
        ImageDraw.Draw(logo).rectangle((9, 9, size[0] - 9, size[1] - 9), fill="navy")
        logo.save(tmp_path / f"logo-{number}.png")
    return tmp_path / "text.md"


def picture(name: str, address: str | None = None) -> Block:
    html = f'<img alt="" src="{name}">'
    return Block("figure", "", f'<a href="{address}">{html}</a>' if address else html)


WORDS = Block("paragraph", "Boats.", "Boats.")


def test_pictures_that_follow_each_other_are_gathered_with_their_captions(text: Path) -> None:
    caption = Block("caption", "The quay", "<em>The quay</em>")
    blocks = [WORDS, picture("photo-1.png"), caption, picture("photo-2.png", "https://quay.example"), WORDS]
    first, pictures, last = gathered(blocks, text)
    assert first is last is WORDS
    assert isinstance(pictures, Pictures)
    assert [one.caption for one in pictures.each] == ["<em>The quay</em>", None]
    assert [one.address for one in pictures.each] == [None, "https://quay.example"]
    assert not pictures.is_wall


def test_what_stands_below_a_picture_that_is_not_there_stays_a_line(text: Path) -> None:
    caption = Block("caption", "The quay", "The quay")
    assert [*gathered([picture("gone.png"), caption], text)] == [caption]


@pytest.mark.parametrize(
    ("names", "is_wall"),
    [
        (["logo-1.png", "logo-2.png", "logo-3.png"], True),
        (["logo-1.png", "logo-2.png"], False),  # on a ground of their own, two may be charts
        (["logo-1.png", "logo-2.png", "photo-1.png"], False),
        (["photo-1.png", "photo-2.png", "photo-1.png"], False),
    ],
)
def test_a_row_of_logos_is_a_wall(text: Path, names: list[str], is_wall: bool) -> None:
    [pictures] = gathered(map(picture, names), text)
    assert isinstance(pictures, Pictures)
    assert pictures.is_wall == is_wall


def shaped(*shapes: float, is_wall: bool = False) -> Pictures:
    return Pictures(tuple(InText(Path("a.png"), "", shape) for shape in shapes), is_wall)


def test_pictures_of_a_row_are_equally_high_and_fill_it() -> None:
    [[one, other]] = picture_rows(shaped(1.5, 0.75), 320, 290, GAP)
    assert one.height_pt == other.height_pt
    assert one.width_pt + other.width_pt == pytest.approx(320 - GAP, abs=0.02)


@pytest.mark.parametrize(("number", "rows"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 3]), (7, [2, 3, 2])])
def test_no_picture_stands_alone_below_others(number: int, rows: list[int]) -> None:
    assert [*map(len, picture_rows(shaped(*[1.0] * number), 400, 290, GAP))] == rows


def test_one_picture_is_as_wide_as_the_text_and_no_higher_than_it_may_be() -> None:
    [[wide]] = picture_rows(shaped(2.0), 320, 290, GAP)
    [[high]] = picture_rows(shaped(0.5), 320, 290, GAP)
    assert (wide.width_pt, high.height_pt) == (320, 290)


@pytest.mark.parametrize(
    ("number", "rows"), [(2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 3, 1])]
)
def test_no_logo_stands_alone_below_others_where_that_can_be(number: int, rows: list[int]) -> None:
    assert [*map(len, picture_rows(shaped(*[2.0] * number, is_wall=True), 330, 290, GAP))] == rows


def test_logos_on_a_wall_are_of_equal_weight_and_stand_in_equal_places() -> None:
    [row] = picture_rows(shaped(2.0, 1.2, 3.5, is_wall=True), 330, 290, GAP)
    areas = [cell.width_pt * cell.height_pt for cell in row]
    assert max(areas) == pytest.approx(min(areas), rel=0.01)
    assert len({cell.cell_pt for cell in row}) == 1
    [[banner, crest]] = picture_rows(shaped(9.0, 0.5, is_wall=True), 330, 290, GAP)
    assert banner.width_pt < banner.cell_pt
    assert crest.height_pt < crest.cell_pt / 2
