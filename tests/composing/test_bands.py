"""Words on a photo are read, whatever the photo is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from presskit.composing.look.bands import Band, band_over
from presskit.composing.look.colour import READABLE, contrast, luminance, mix
from presskit.model import Photo

PAGE_PT = (612.0, 792.0)
DARK = "#1b2026"


def striped(folder: Path, *shades: int) -> Photo:
    """Draw a photo of stripes across it, each of one grey."""
    picture = Image.new("L", (300, 60 * len(shades)))
    for place, shade in enumerate(shades):
        picture.paste(shade, (0, 60 * place, 300, 60 * place + 60))
    picture.save(folder / "photo.jpg", quality=95)
    return Photo(folder / "photo.jpg", *picture.size)


def least_contrasts(band: Band, *shades: int) -> tuple[float, float]:
    """Return the least contrast of the band's text and second text, laid over greys."""
    grounds = [mix("#" + f"{shade:02x}" * 3, band.colour, band.density) for shade in shades]
    return min(contrast(band.text, each) for each in grounds), min(contrast(band.soft, each) for each in grounds)


@pytest.mark.parametrize("shades", [(0,), (255,), (128,), (0, 255) * 4, (255, 200, 90, 20), (180, 190)])
def test_text_and_second_text_read_on_every_photo(tmp_path: Path, shades: tuple[int, ...]) -> None:
    band = band_over(striped(tmp_path, *shades), PAGE_PT, PAGE_PT[1], DARK)
    text, soft = least_contrasts(band, *shades)
    assert text >= READABLE
    assert soft >= READABLE * 0.98  # a JPEG is not quite the grey that it was drawn in


def test_a_band_is_dark_on_a_dark_photo_and_light_on_a_bright_one(tmp_path: Path) -> None:
    assert luminance(band_over(striped(tmp_path, 40), PAGE_PT, 300, DARK).colour) < 0.1
    assert luminance(band_over(striped(tmp_path, 240), PAGE_PT, 300, DARK).colour) > 0.9


def test_only_what_the_band_covers_is_measured(tmp_path: Path) -> None:
    dark_below = striped(tmp_path, 255, 255, 255, 0)
    assert luminance(band_over(dark_below, PAGE_PT, 120, DARK).colour) < 0.1
    assert luminance(band_over(dark_below, PAGE_PT, 792, DARK).colour) > 0.9


def test_a_band_is_denser_where_the_photo_needs_it(tmp_path: Path) -> None:
    calm = band_over(striped(tmp_path, 30), PAGE_PT, 300, DARK)
    restless = band_over(striped(tmp_path, *((0,) * 6 + (255,) * 2)), PAGE_PT, 792, DARK)
    assert restless.density > calm.density


def test_a_photo_that_cannot_be_opened_has_a_band_that_reads_on_anything(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"no picture")
    band = band_over(Photo(tmp_path / "photo.jpg", 3, 2), PAGE_PT, 300, DARK)
    assert min(least_contrasts(band, 0, 255)) >= READABLE


def test_the_part_that_a_photos_focus_keeps_is_measured(tmp_path: Path) -> None:
    photo = striped(tmp_path, *((255,) * 12 + (0,) * 12))  # taller than a page: only a part is shown
    assert luminance(band_over(replace(photo, focus="top"), PAGE_PT, 300, DARK).colour) > 0.9
    assert luminance(band_over(replace(photo, focus="bottom"), PAGE_PT, 300, DARK).colour) < 0.1
