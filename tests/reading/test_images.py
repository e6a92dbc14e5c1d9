"""Pictures of every kind: right colours, right way up, or refused with the way out."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageOps

from presskit.errors import SourceError
from presskit.reading.pictures import images
from presskit.reading.pictures.meant_colours import ADOBE_RGB, P3, make_profile, to_srgb
from tests.support import patches
from tests.support.reading import read_photo, read_photos

ALL_OFF = 12  # of 255: what JPEG, the palette of a GIF and profiles may change


@pytest.mark.parametrize("name", patches.READ)
def test_a_picture_of_any_kind_is_shown_upright_in_its_colours(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    patches.READ[name](path)
    with images.opened(path) as image:
        assert images.upright_size(image) == patches.SIZE
        images.load(image, (100, 100))
        shown = to_srgb(ImageOps.exif_transpose(image))
    assert shown.mode == ("RGBA" if name == "clear.png" else "RGB")
    assert shown.height > shown.width
    assert patches.differ(shown) <= ALL_OFF
    assert images.several(path) == []


@pytest.mark.parametrize(
    ("space", "numbers"),
    # Published: pure red and green of sRGB in Display P3 and in Adobe RGB (1998).
    [(P3, ((234, 51, 35), (117, 251, 76))), (ADOBE_RGB, ((219, 0, 0), (144, 255, 60)))],
)
def test_a_profile_made_here_means_what_is_published(
    space: tuple[tuple[tuple[float, float, float], ...], tuple[float, ...]], numbers: tuple[tuple[int, ...], ...]
) -> None:
    for number, ours in zip(numbers, ((255, 0, 0), (0, 255, 0)), strict=True):
        image = Image.new("RGB", (1, 1), number)  # type: ignore[arg-type]
        image.info["icc_profile"] = make_profile(*space)
        shown = to_srgb(image).getpixel((0, 0))
        assert max(abs(one - other) for one, other in zip(shown, ours, strict=True)) <= 4  # type: ignore[arg-type]


@pytest.mark.parametrize(("mode", "kind"), [("I;16", "PNG"), ("I;16", "TIFF"), ("I;16B", "TIFF")])
def test_grey_of_16_bits_keeps_its_shade(tmp_path: Path, mode: str, kind: str) -> None:
    Image.new(mode, (20, 30), 40_000).save(tmp_path / "scan", kind)
    with images.opened(tmp_path / "scan") as image:
        assert to_srgb(image).getpixel((3, 3)) == (156, 156, 156)


def test_grey_with_the_profile_of_a_screen_is_grey(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("L", (20, 30), 90).save(tmp_path / "quay.png", icc_profile=profile)
    with images.opened(tmp_path / "quay.png") as image:
        shown = to_srgb(image).getpixel((3, 3))
    assert max(abs(value - 90) for value in shown) <= 1  # type: ignore[union-attr]


def bmff(brand: bytes, primaries: int, transfer: int) -> bytes:
    """Return a whole AVIF with other numbers for what its colours mean."""
    data = io.BytesIO()
    patches.patches().save(data, "AVIF", quality=90)
    whole = data.getvalue()
    at = whole.index(b"colrnclx") + 8
    return whole[:at] + bytes((0, primaries, 0, transfer)) + whole[at + 4 :]


def lab() -> Image.Image:
    made = ImageCms.profileToProfile(
        patches.patches(), ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert made
    return made


@pytest.mark.parametrize(
    ("name", "save", "reason"),
    [
        ("press.jpg", lambda path: patches.patches().convert("CMYK").save(path, "JPEG"), "CMYK"),
        ("press.tif", lambda path: patches.patches().convert("CMYK").save(path, "TIFF"), "CMYK"),
        (
            "press.jpeg",
            lambda path: patches.patches().convert("CMYK").save(path, "JPEG", icc_profile=make_profile(*P3)),
            "CMYK",
        ),
        ("lab.tif", lambda path: lab().save(path, "TIFF"), "Lab"),
        ("float.tif", lambda path: Image.new("F", (9, 9), 0.5).save(path, "TIFF"), "no scale"),
        ("count.tif", lambda path: Image.new("I", (9, 9), 70_000).save(path, "TIFF"), "no scale"),
        ("bright.avif", lambda path: path.write_bytes(bmff(b"avif", 9, 16)), "HDR"),
        ("television.avif", lambda path: path.write_bytes(bmff(b"avif", 9, 1)), "HDR"),
    ],
)
def test_a_picture_whose_colours_nobody_can_tell_is_refused(
    tmp_path: Path, name: str, save: patches.Save, reason: str
) -> None:
    save(tmp_path / name)
    problem = images.refusal(tmp_path / name)
    assert problem
    assert (problem.code, problem.where.file) == ("s-021", tmp_path / name)
    assert reason in problem.message
    assert "sRGB" in problem.hint


def test_an_avif_in_the_colours_of_telephones_is_shown_in_them(tmp_path: Path) -> None:
    (tmp_path / "quay.avif").write_bytes(bmff(b"avif", 12, 13))
    with images.opened(tmp_path / "quay.avif") as image:
        shown = to_srgb(image)
    red, green, _ = shown.getpixel((30, 30))  # type: ignore[misc]
    assert red > patches.RED[0] + 8  # the same numbers mean a deeper red
    assert green < patches.RED[1]


RAW_TAGS = {254: 1, 50706: (1, 4, 0, 0)}


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("layers.psd", b"8BPS\0\x01" + b"\0" * 40, "Photoshop"),
        ("logo.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"),
        ("logo.svg", b'<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        ("reef.jxl", b"\xff\x0a" + b"\0" * 40, "JPEG XL"),
        ("reef.cr2", b"II*\0\x10\0\0\0CR\x02\0" + b"\0" * 40, "raw file"),
        ("reef.cr3", b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "raw file"),
        ("saved.jpg", b"<!DOCTYPE html>\n<html><p>Log in to see this photo.</p>", "web page"),
        ("film.jpg", b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "film"),
        ("sheet.jpg", b"%PDF-1.7\n", "PDF"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(data)
    problem = images.refusal(tmp_path / name)
    assert problem
    assert (problem.code, kind in problem.message, "JPEG" in problem.hint) == ("s-020", True, True)


def test_a_web_page_saved_as_a_photo_is_not_to_be_exported(tmp_path: Path) -> None:
    (tmp_path / "pier.jpg").write_text("<!DOCTYPE html><title>404 Not Found</title>", encoding="utf-8")
    problem = images.refusal(tmp_path / "pier.jpg")
    assert problem
    assert "download the photo itself" in problem.hint
    assert "export" not in problem.hint


def test_a_cameras_raw_file_is_not_shown_as_its_preview(tmp_path: Path) -> None:
    patches.patches((60, 90)).save(tmp_path / "reef.dng", "TIFF", tiffinfo={254: 1, 50706: b"\x01\x04\0\0"})
    problem = images.refusal(tmp_path / "reef.dng")
    assert problem
    assert "raw file" in problem.message


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", b"II*\0"])
def test_what_is_no_picture_is_called_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "reef.heic").write_bytes(data)
    problem = images.refusal(tmp_path / "reef.heic")
    assert problem
    assert problem.code == "s-005"


@pytest.mark.parametrize("name", ["plain.heic", "plain.avif", "plain.jp2", "plain.gif", "plain.bmp"])
def test_half_a_photo_is_none(tmp_path: Path, name: str) -> None:
    kind = {"heic": "HEIF", "jp2": "JPEG2000"}.get(name[6:], name[6:].upper())
    Image.effect_noise((300, 300), 90).convert("RGB").save(tmp_path / name, kind)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[: len(data) * 6 // 10])
    assert [item.code for item in read_photo(tmp_path / name).findings] == ["s-005"]


@pytest.mark.parametrize(("name", "kind"), [("scan.tif", "TIFF"), ("moves.gif", "GIF"), ("burst.heic", "HEIF")])
def test_of_several_pictures_in_a_file_the_first_is_taken_and_the_others_told(
    tmp_path: Path, name: str, kind: str
) -> None:
    others = [Image.new("RGB", patches.SIZE, colour) for colour in ("white", "black")]
    patches.patches().save(tmp_path / name, kind, save_all=True, append_images=others)
    read = read_photos(tmp_path)
    [told] = [item for item in read.findings if item.code == "s-022"]
    assert "holds 3 pictures" in told.message
    assert [photo.name for photo in read.document] == [name]
    with images.opened(tmp_path / name) as image:
        assert patches.differ(to_srgb(image)) <= ALL_OFF


def test_smaller_copies_of_a_picture_are_no_pages(tmp_path: Path) -> None:
    small = patches.patches((60, 90))
    small.encoderinfo = {"tiffinfo": {254: 1}}
    patches.patches().save(tmp_path / "layers.tif", "TIFF", save_all=True, append_images=[small])
    assert images.several(tmp_path / "layers.tif") == []


@pytest.mark.parametrize(("name", "kind"), [("reef.heic", "HEIF"), ("reef.avif", "AVIF"), ("reef.jpg", "JPEG")])
def test_the_words_of_a_camera_are_kept(tmp_path: Path, name: str, kind: str) -> None:
    words = {"caption": "Ada Thorn at the nursery tank.", "creator": "Ivo Marsh", "copyright": "2026 Ivo Marsh"}
    image = patches.patches()
    image.info["exif"] = patches.exif(1, **words).tobytes()
    image.save(tmp_path / name, kind, exif=image.info["exif"])
    photo = read_photo(tmp_path / name).document
    assert photo
    assert (photo.caption, photo.creator, photo.copyright) == tuple(words.values())
    assert photo.credit == "Ivo Marsh"


@pytest.mark.parametrize(
    "words", ["OLYMPUS DIGITAL CAMERA", "dav", "DCIM\\100MEDIA\\DJI_0001.JPG", "Exif_JPEG_PICTURE"]
)
def test_a_cameras_own_words_are_no_caption(tmp_path: Path, words: str) -> None:
    patches.patches().save(tmp_path / "reef.jpg", exif=patches.exif(1, caption=words))
    photo = read_photo(tmp_path / "reef.jpg").document
    assert photo
    assert photo.caption is None


def test_what_may_not_be_opened_is_not_called_damaged(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught, images.opened(tmp_path / "reef.heic"):
        pass
    assert caught.value.problems[0].code == "s-001"
