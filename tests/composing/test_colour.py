from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presskit.composing.look.colour import READABLE, TOLD_APART, contrast, derive, mix, readable

colours = st.builds("#{:02x}{:02x}{:02x}".format, *[st.integers(0, 255)] * 3)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)  # the well-known grey that just fails
    assert contrast("#123456", "#123456") == 1


@given(colours, colours)
def test_contrast_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)


@given(colours, colours)
def test_readable_reads(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= READABLE
    if contrast(colour, ground) >= READABLE:
        assert readable(colour, ground) == colour


@given(colours, st.none() | colours, st.none() | colours)
def test_every_pair_of_text_and_ground_is_readable(brand: str, accent: str | None, ink: str | None) -> None:
    palette = derive(brand, accent, ink)
    pairs = [
        (palette.brand_text, palette.paper),
        (palette.on_brand, palette.brand),
        (palette.soft_on_brand, palette.brand),
        (palette.on_accent, palette.accent),
        (palette.accent_on_brand, palette.brand),
        (palette.ink, palette.paper),
        (palette.muted, palette.paper),
        (palette.muted, palette.tint),
    ]
    assert [pair for pair in pairs if contrast(*pair) < READABLE] == []


@given(colours)
def test_fields_can_be_told_apart(brand: str) -> None:
    palette = derive(brand, accent=brand)
    assert contrast(palette.accent, palette.brand) >= TOLD_APART


def test_a_good_brand_colour_stays_as_it_is() -> None:
    palette = derive("#12355b", "#f2a93b")
    assert (palette.brand, palette.brand_text, palette.accent) == ("#12355b", "#12355b", "#f2a93b")


def test_mix_goes_from_one_end_to_the_other() -> None:
    assert mix("#000000", "#ffffff", 0) == "#000000"
    assert mix("#000000", "#ffffff", 1) == "#ffffff"
    assert mix("#fff", "#000", 0.5) == "#808080"
