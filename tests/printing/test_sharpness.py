from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from presskit.composing.parts.page import Picture
from presskit.printing.sharpness import coarse_pictures, dpi_of


def picture(folder: Path, size: tuple[int, int], box_pt: tuple[float, float], orientation: int = 1) -> Picture:
    path = folder / "quay.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size).save(path, exif=exif)
    return Picture("picture:1", path, *box_pt)


def test_the_coarser_side_counts(tmp_path: Path) -> None:
    assert dpi_of(picture(tmp_path, (1000, 500), (360, 180)), 1.0) == pytest.approx(200)
    assert dpi_of(picture(tmp_path, (1000, 400), (360, 180)), 1.0) == pytest.approx(160)
    assert dpi_of(picture(tmp_path, (500, 1000), (360, 180), orientation=6), 1.0) == pytest.approx(200)


def test_a_half_page_makes_it_finer(tmp_path: Path) -> None:
    assert dpi_of(picture(tmp_path, (1000, 500), (360, 180)), 0.8) == pytest.approx(250)


def test_a_file_is_told_once_where_it_is_coarsest(tmp_path: Path) -> None:
    small = picture(tmp_path, (700, 467), (100, 66))
    large = Picture("picture:2", small.path, 360, 240)
    [found] = coarse_pictures([small, large, small], 1.0, in_inches=False)
    assert found.where.file == small.path
    assert found.message == "quay.jpg is printed 13 cm wide at 140 dpi; up to 9 cm wide it would be sharp."
    assert "at least 1000 pixels" in found.hint
    assert coarse_pictures([small], 1.0, in_inches=True) == ()
