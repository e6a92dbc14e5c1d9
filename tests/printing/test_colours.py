from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from presskit.model import Cmyk
from presskit.printing.inking.colours import Inks
from presskit.printing.inking.ink import in_words, limited, most_percent_of, total_percent
from presskit.printing.inking.profiles import Profile

NAVY, TINTED_BLACK, CREAM = "#12355b", "#18182a", "#fdfbf6"
SHARE = st.floats(0, 1)


def rgb(name: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(name[1:])
    return red / 255, green / 255, blue / 255


@pytest.fixture(scope="module")
def inks(profile: Profile) -> Inks:
    return Inks(profile, 300, {NAVY: (1.0, 0.79, 0.35, 0.3)}, {TINTED_BLACK}, {CREAM})


@pytest.fixture(scope="module")
def meagre(profile: Profile) -> Inks:
    return Inks(profile, 200, {NAVY: (1.0, 0.9, 0.8, 0.7)})


@pytest.mark.parametrize("grey", ["#000000", "#333333", "#808184", "#fefefe", TINTED_BLACK])
def test_black_and_grey_are_black_ink_alone(inks: Inks, grey: str) -> None:
    assert inks.colour(rgb(grey))[:3] == (0, 0, 0)


def test_black_is_full_white_is_paper_and_grey_lies_between(inks: Inks) -> None:
    shades = [inks.colour((value, value, value))[3] for value in (0, 0.3, 0.5, 0.8, 1)]
    assert shades == sorted(shades, reverse=True)
    assert (shades[0], shades[-1]) == (1, 0)
    assert shades[2] == pytest.approx(0.6, abs=0.1)


def test_the_brands_own_inks_win(inks: Inks) -> None:
    assert inks.colour(rgb(NAVY)) == (1.0, 0.79, 0.35, 0.3)


def test_other_colours_go_through_the_profile(inks: Inks) -> None:
    cyan, magenta, yellow, black = inks.colour(rgb("#e02020"))
    assert magenta > 0.8
    assert yellow > 0.8
    assert cyan < 0.2
    assert black < 0.2


def test_the_papers_own_colour_is_not_printed(inks: Inks) -> None:
    assert inks.colour(rgb(CREAM)) == (0, 0, 0, 0)


def test_a_colour_of_too_much_ink_is_lessened_and_told(meagre: Inks) -> None:
    ink = meagre.colour(rgb(NAVY))
    assert total_percent(ink) == pytest.approx(200)
    assert ink[3] == 0.7
    assert meagre.reduced[NAVY] == pytest.approx(340)


@given(SHARE, SHARE, SHARE, SHARE, st.floats(120, 400))
def test_no_ink_is_beyond_the_limit_and_none_is_added(c: float, m: float, y: float, k: float, most: float) -> None:
    ink: Cmyk = (c, m, y, k)
    less = limited(ink, most)
    assert total_percent(less) <= most + 1e-6
    assert less[3] == k
    assert all(new <= old for new, old in zip(less, ink, strict=True))
    assert less == ink or total_percent(ink) > most


@pytest.mark.parametrize("most", [180, 240, 300])
def test_no_point_of_a_picture_is_beyond_the_limit(profile: Profile, most: float) -> None:
    steps = range(0, 256, 17)
    every = Image.frombytes("RGB", (256, 16), bytes(value for colour in product(steps, repeat=3) for value in colour))
    made = Inks(profile, most).picture(every)
    assert made.mode == "CMYK"
    data = made.tobytes()
    assert max(map(sum, zip(data[0::4], data[1::4], data[2::4], data[3::4], strict=True))) / 2.55 <= most
    assert most_percent_of(made) <= most


def test_a_pictures_inks_are_the_profiles(inks: Inks) -> None:
    colours = [(30, 60, 90), (224, 32, 32), (250, 200, 40), (90, 160, 110)]
    made = inks.picture(Image.frombytes("RGB", (4, 1), bytes(value for colour in colours for value in colour)))
    for at, colour in enumerate(colours):
        single = inks.colour((colour[0] / 255, colour[1] / 255, colour[2] / 255))
        pixel = made.getpixel((at, 0))
        assert isinstance(pixel, tuple)
        assert [value / 255 for value in pixel] == pytest.approx(single, abs=0.025)


def test_the_most_ink_of_a_picture_is_measured() -> None:
    picture = Image.new("CMYK", (9, 9), (10, 10, 10, 10))
    picture.putpixel((4, 4), (255, 128, 64, 255))
    assert most_percent_of(picture) == pytest.approx(702 / 2.55, abs=2)


def test_inks_are_written_as_designers_write_them() -> None:
    assert in_words((1.0, 0.79, 0.35, 0.305)) == "C100 M79 Y35 K30"
