from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from presskit.errors import SourceError
from presskit.rendering.cache import Cache
from presskit.rendering.pictures import SCREEN, prepare

BOX_PT = (72.0, 72.0)


def photo(path: Path, size: tuple[int, int] = (900, 600), **options: object) -> Path:
    Image.effect_noise(size, 60).convert("RGB").save(path, **options)
    return path


def prepared(path: Path, tmp_path: Path, box_pt: tuple[float, float] = BOX_PT) -> Image.Image:
    with Image.open(io.BytesIO(prepare(path, box_pt, SCREEN, Cache(tmp_path / "cache")).read())) as image:
        image.load()
        return image


def test_a_photo_is_just_large_enough_for_its_box(tmp_path: Path) -> None:
    image = prepared(photo(tmp_path / "a.jpg"), tmp_path)
    assert image.size == (300, 200)  # covers one square inch at 200 dots


def test_grey_of_sixteen_bits_keeps_its_shade(tmp_path: Path) -> None:
    Image.new("I;16", (300, 200), 128 * 256).save(tmp_path / "scan.png")
    assert prepared(tmp_path / "scan.png", tmp_path).getpixel((9, 9)) == (128, 128, 128)


def test_a_small_photo_is_never_enlarged(tmp_path: Path) -> None:
    assert prepared(photo(tmp_path / "a.jpg", (90, 60)), tmp_path).size == (90, 60)


def test_a_photo_stands_upright_and_keeps_no_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned by 90 degrees
    exif[0x010F] = "A camera"
    image = prepared(photo(tmp_path / "a.jpg", exif=exif), tmp_path)
    assert image.size == (200, 300)
    assert not image.getexif()
    assert "xmp" not in image.info


def test_a_colour_profile_is_turned_into_srgb(tmp_path: Path) -> None:
    lab = io.BytesIO(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()).getvalue()
    image = prepared(photo(tmp_path / "a.jpg", icc_profile=lab), tmp_path)
    assert image.mode == "RGB"
    assert "icc_profile" not in image.info


@pytest.mark.parametrize("mode", ["L", "P", "1", "YCbCr"])
def test_every_kind_of_colour_becomes_rgb(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.tif"
    Image.new("RGB", (300, 300), "#804020").convert(mode).save(path)
    assert prepared(path, tmp_path).mode == "RGB"


def test_transparency_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    Image.new("RGBA", (300, 300), (10, 20, 30, 0)).save(path)
    assert prepared(path, tmp_path).mode == "RGBA"


def test_the_same_photo_is_prepared_once(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    first = prepare(photo(tmp_path / "a.jpg"), BOX_PT, SCREEN, cache)
    made = first.path.stat().st_ino
    assert prepare(tmp_path / "a.jpg", BOX_PT, SCREEN, cache) == first
    assert first.path.stat().st_ino == made  # what is made anew takes the old one's place


def test_what_is_no_picture_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(photo(tmp_path / "b.jpg").read_bytes()[:400])
    with pytest.raises(SourceError, match=r"a\.jpg cannot be opened"):
        prepare(path, BOX_PT, SCREEN, Cache(tmp_path / "cache"))
