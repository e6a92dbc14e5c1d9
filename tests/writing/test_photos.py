"""Photos handed on: the words stay in both sizes, as another program reads them; nothing private does."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageCms, PngImagePlugin, TiffImagePlugin

from presskit.errors import SourceError
from presskit.model import Brand, Photo
from presskit.writing.pictures import jpeg
from presskit.writing.pictures.photos import full_size, small_enough, suffix_of, web_size
from tests.support import exiftool, patches
from tests.support.credentials import add_credentials
from tests.support.poppler import run
from tests.support.reading import read_photo

patches.register()

BRAND = Brand(name="Quillon Ferry Company")
PRIVATE = re.compile("SECRET|GPS|Serial|Thumbnail")
WORDS = {
    "caption": "Ada Thorn, left, at the pier of Port Quillon.",
    "credit": "Ivo Marsh / Quillon Ferry Company of the Outer Islands",
    "alt": "A woman in oilskins waves from a pier.",
}
SIZES = [full_size, web_size]


def read(path: Path) -> Photo:
    return read_photo(path).document


def kept(folder: Path, data: bytes) -> Path:
    path = folder / f"made{suffix_of(data)}"
    path.write_bytes(data)
    return path


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("make", SIZES)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".heic", ".avif", ".jp2", ".gif"])
def test_the_words_stay_and_nothing_private_does(tmp_path: Path, suffix: str, make: object) -> None:
    path = exiftool.camera_photo(tmp_path / f"pier{suffix}", (600, 400))
    assert b"SECRET" in path.read_bytes()
    data = make(read(path), BRAND)  # type: ignore[operator]
    made = kept(tmp_path, data)
    assert exiftool.says(made) == WORDS
    found = exiftool.read(made)
    assert b"SECRET" not in data
    assert not [name for name in found if PRIVATE.search(name)]
    assert found["XMP-dc:Rights"] == "2026 Ivo Marsh"
    assert found["XMP-xmpRights:UsageTerms"] == "Free for news."
    assert found["XMP-photoshop:Headline"] == "Nine piers"
    assert found["XMP-dc:Subject"] == "ferry"


@pytest.mark.parametrize("make", SIZES)
def test_the_kits_words_win_over_the_files(tmp_path: Path, make: object) -> None:
    path = exiftool.camera_photo(tmp_path / "pier.jpg")
    photo = replace(read(path), caption="Port Quillon & “Larkin” – الميناء", credit="Sigríd <Vale>", alt="A pier.\x01")
    assert exiftool.says(kept(tmp_path, make(photo, BRAND))) == {  # type: ignore[operator]
        "caption": "Port Quillon & “Larkin” – الميناء",
        "credit": "Sigríd <Vale>",
        "alt": "A pier.",
    }


def test_a_caption_in_two_languages_keeps_both(tmp_path: Path) -> None:
    path = exiftool.camera_photo(tmp_path / "pier.jpg", (600, 400), "-XMP-dc:Description-fr=Ada Thorn sur le quai.")
    found = exiftool.read(kept(tmp_path, full_size(read(path), BRAND)))
    assert found["XMP-dc:Description-fr"] == "Ada Thorn sur le quai."
    assert found["XMP-dc:Description"] == WORDS["caption"]


def test_the_source_is_the_organisation_where_the_file_names_none(tmp_path: Path) -> None:
    photo = read(exiftool.camera_photo(tmp_path / "pier.jpg"))
    assert exiftool.read(kept(tmp_path, web_size(photo, BRAND)))["XMP-photoshop:Source"] == "Quillon Ferry Company"
    neutral = kept(tmp_path, web_size(photo, replace(BRAND, is_neutral=True)))
    assert "XMP-photoshop:Source" not in exiftool.read(neutral)


EXIF_ALONE = (
    "-IFD0:ImageDescription=Ada Thorn, left, at the pier.",
    "-IFD0:Artist=Ivo Marsh",
    "-IFD0:Copyright=2026 Ivo Marsh",
    "-IFD0:XPTitle=Łódź pier",
    "-IFD0:XPKeywords=ferry;pier",
    "-ExifIFD:DateTimeOriginal=2026:05:12 09:19:00",
    "-ExifIFD:OffsetTimeOriginal=+02:00",
)


@pytest.mark.parametrize("make", SIZES)
@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_words_that_stand_in_exif_alone_are_used_and_stay(tmp_path: Path, suffix: str, make: object) -> None:
    path = tmp_path / f"pier{suffix}"
    Image.linear_gradient("L").resize((60, 40)).convert("RGB").save(path)
    run("exiftool", "-q", "-overwrite_original", *EXIF_ALONE, path)
    photo = read(path)
    assert (photo.caption, photo.credit, photo.copyright) == (
        "Ada Thorn, left, at the pier.",
        "Ivo Marsh",
        "2026 Ivo Marsh",
    )
    found = exiftool.read(kept(tmp_path, make(photo, BRAND)))  # type: ignore[operator]
    assert found["XMP-dc:Description"] == "Ada Thorn, left, at the pier."
    assert found["XMP-dc:Creator"] == "Ivo Marsh"
    assert found["XMP-dc:Rights"] == "2026 Ivo Marsh"
    assert found["XMP-dc:Title"] == "Łódź pier"
    assert found["XMP-dc:Subject"] == "['ferry', 'pier']"
    assert found["XMP-photoshop:DateCreated"] == "2026:05:12 09:19:00+02:00"


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        (("-IFD0:XPComment=Ada Thorn at the pier.",), "Ada Thorn at the pier."),
        (("-IFD0:ImageDescription=OLYMPUS DIGITAL CAMERA", "-IFD0:XPSubject=The old pier."), "The old pier."),
        (("-IFD0:ImageDescription=SONY DSC",), None),
    ],
)
def test_a_cameras_own_words_are_no_caption(tmp_path: Path, tags: tuple[str, ...], words: str | None) -> None:
    path = tmp_path / "pier.jpg"
    Image.new("RGB", (60, 40)).save(path)
    run("exiftool", "-q", "-overwrite_original", *tags, path)
    assert read(path).caption == words


@pytest.mark.parametrize("taken", ["0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday"])
def test_a_camera_without_a_clock_says_no_moment(tmp_path: Path, taken: str) -> None:
    path = tmp_path / "pier.jpg"
    Image.new("RGB", (60, 40)).save(path)
    run("exiftool", "-q", "-n", "-overwrite_original", f"-ExifIFD:DateTimeOriginal={taken}", path)
    assert not [name for name in exiftool.read(kept(tmp_path, web_size(read(path), BRAND))) if "DateCreated" in name]


@pytest.mark.parametrize("make", SIZES)
def test_people_and_what_editors_are_told_stay(tmp_path: Path, make: object) -> None:
    more = ("-XMP-iptcExt:PersonInImage=Ada Thorn", "-XMP-photoshop:Instructions=Not for calendars.")
    photo = read(exiftool.camera_photo(tmp_path / "pier.jpg", (600, 400), *more))
    assert photo.instructions == "Not for calendars."
    found = exiftool.read(kept(tmp_path, make(photo, BRAND)))  # type: ignore[operator]
    assert found["XMP-iptcExt:PersonInImage"] == "Ada Thorn"
    assert found["XMP-photoshop:Instructions"] == "Not for calendars."


@pytest.mark.parametrize("make", SIZES)
@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_content_credentials_are_seen_and_are_in_no_copy(tmp_path: Path, suffix: str, make: object) -> None:
    plain = read(exiftool.camera_photo(tmp_path / f"plain{suffix}"))
    photo = read(add_credentials(exiftool.camera_photo(tmp_path / f"pier{suffix}")))
    assert (plain.has_credentials, photo.has_credentials) == (False, True)
    assert b"c2pa" not in make(photo, BRAND)  # type: ignore[operator]


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"restart_marker_blocks": 4}])
def test_the_full_size_of_a_jpeg_holds_the_very_bytes_of_the_picture(
    tmp_path: Path, options: dict[str, object]
) -> None:
    path = exiftool.camera_photo(tmp_path / "pier.jpg", **options)
    before, after = path.read_bytes(), full_size(read(path), BRAND)
    assert picture_of(after) == picture_of(before)
    assert len(picture_of(after)) > 4
    assert ImageChops.difference(opened(before), opened(after)).getbbox() is None


def picture_of(data: bytes) -> list[bytes]:
    """Return all of a JPEG but the segments of applications, and comments."""
    return [piece for marker, piece in jpeg.pieces(data) if not 0xE0 <= marker <= 0xEF and marker != 0xFE]


def test_the_full_size_of_a_png_holds_the_very_bytes_of_the_picture(tmp_path: Path) -> None:
    path = exiftool.camera_photo(tmp_path / "pier.png")
    before, after = path.read_bytes(), full_size(read(path), BRAND)
    start, end = before.index(b"IDAT"), before.rindex(b"IEND")
    assert before[start:end] in after


def test_what_follows_the_end_of_a_jpeg_is_cut_off(tmp_path: Path) -> None:
    path = exiftool.camera_photo(tmp_path / "pier.jpg")
    path.write_bytes(path.read_bytes() + path.read_bytes())  # as cameras add a second picture
    assert full_size(read(path), BRAND).count(jpeg.START + b"\xff") == 1


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_a_photo_stays_upright(tmp_path: Path, suffix: str) -> None:
    photo = read(exiftool.camera_photo(tmp_path / f"pier{suffix}", (600, 400), "-Orientation#=6"))
    assert opened(full_size(photo, BRAND)).getexif()[0x0112] == 6
    assert opened(web_size(photo, BRAND)).size == (400, 600)


def test_a_colour_profile_stays_in_the_full_size_and_becomes_srgb_in_the_web_size(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = lab.replace(b"s\0R\0G\0B", b"X\0R\0G\0B")
    photo = read(exiftool.camera_photo(tmp_path / "pier.jpg", icc_profile=profile))
    assert opened(full_size(photo, BRAND)).info["icc_profile"] == profile
    web = opened(web_size(photo, BRAND))
    assert web.mode == "RGB"
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(web.info["icc_profile"])))


@pytest.mark.parametrize(
    ("size", "made"), [((3200, 2000), (1600, 1000)), ((900, 2400), (600, 1600)), ((90, 60), (90, 60))]
)
def test_the_web_size_has_at_most_1600_pixels_and_is_never_enlarged(
    tmp_path: Path, size: tuple[int, int], made: tuple[int, int]
) -> None:
    Image.new("RGB", size, "teal").save(tmp_path / "pier.jpg")
    assert opened(web_size(read(tmp_path / "pier.jpg"), BRAND)).size == made


def test_what_shows_through_stands_on_white_on_the_web_and_stays_in_full_size(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 30), (0, 0, 0, 0)).save(tmp_path / "chart.webp", lossless=True)
    photo = read(tmp_path / "chart.webp")
    assert opened(web_size(photo, BRAND)).getpixel((5, 5)) == (255, 255, 255)
    assert opened(full_size(photo, BRAND)).mode == "RGBA"


@pytest.mark.parametrize("make", SIZES)
def test_the_same_photo_gives_the_same_bytes(tmp_path: Path, make: object) -> None:
    photo = read(exiftool.camera_photo(tmp_path / "pier.jpg"))
    assert make(photo, BRAND) == make(photo, BRAND)  # type: ignore[operator]


def test_a_photo_is_made_smaller_until_it_fits(tmp_path: Path) -> None:
    Image.effect_noise((2000, 1500), 60).convert("RGB").save(tmp_path / "pier.jpg")
    photo = read(tmp_path / "pier.jpg")
    whole = web_size(photo, BRAND)
    assert small_enough(photo, BRAND, len(whole)) == whole
    smaller = small_enough(photo, BRAND, len(whole) // 2)
    assert smaller
    assert len(smaller) <= len(whole) // 2
    assert small_enough(photo, BRAND, 1000) is None


@pytest.mark.parametrize("make", SIZES)
def test_a_file_that_changed_into_no_picture_is_told(tmp_path: Path, make: object) -> None:
    Image.new("RGB", (60, 40)).save(tmp_path / "pier.jpg")
    photo = read(tmp_path / "pier.jpg")
    (tmp_path / "pier.jpg").write_bytes(b"\xff\xd8\xff\xe0no picture")
    with pytest.raises(SourceError):
        make(photo, BRAND)  # type: ignore[operator]


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".webp"])
@pytest.mark.parametrize("make", SIZES)
def test_a_file_full_of_words_keeps_the_kits_and_what_has_room(tmp_path: Path, suffix: str, make: object) -> None:
    path = tmp_path / f"pier{suffix}"
    subjects = "".join(f"<rdf:li>ferry {number}</rdf:li>" for number in range(9000))
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag>'
        f"{subjects if suffix != '.jpg' else ''}</rdf:Bag></dc:subject>"
        f"<dc:description>{'A long story. ' * 4000}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
    about = PngImagePlugin.PngInfo()
    about.add_itxt("XML:com.adobe.xmp", packet.decode())
    Image.new("RGB", (60, 40)).save(path, **({"pnginfo": about} if suffix == ".png" else {"xmp": packet}))
    photo = replace(read(path), credit="Ivo Marsh")
    found = exiftool.read(kept(tmp_path, make(photo, BRAND)))  # type: ignore[operator]
    assert found["XMP-photoshop:Credit"] == "Ivo Marsh"
    assert str(found["XMP-dc:Description"]).startswith("A long story. A long")
    assert 3000 < len(str(found["XMP-dc:Description"])) < 7000


@pytest.mark.parametrize("make", SIZES)
def test_a_photo_with_a_broken_profile_is_taken_for_srgb(tmp_path: Path, make: object) -> None:
    Image.new("RGB", (60, 40), "red").save(tmp_path / "pier.jpg", icc_profile=b"no profile" * 9)
    made = opened(make(read(tmp_path / "pier.jpg"), BRAND))  # type: ignore[operator]
    assert made.convert("RGB").getpixel((30, 20)) == (254, 0, 0)


def test_damaged_words_of_a_camera_are_nobodys_business(tmp_path: Path) -> None:
    """Pillow warns of them, with lines of its own source; warnings are errors here."""
    broken = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x12\x01\x03\0\x09\0\0\0\xff\xff\0\0\x69\x87\x04\0\x01\0\0\0\xf0\xff\0\0"
    Image.new("RGB", (60, 40)).save(tmp_path / "pier.jpg", exif=broken)
    photo = read(tmp_path / "pier.jpg")
    assert [len(make(photo, BRAND)) > 100 for make in SIZES] == [True, True]


@pytest.mark.parametrize(("kind", "value"), [(2, "words"), (4, 3_000_000_000), (3, (1, 2)), (5, 1.5)])
@pytest.mark.filterwarnings("ignore:Metadata Warning")
def test_a_tiff_whose_words_are_numbers_has_none(tmp_path: Path, kind: int, value: object) -> None:
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[700] = value
    tags.tagtype[700] = kind
    Image.new("RGB", (60, 40)).save(tmp_path / "pier.tif", tiffinfo=tags)
    photo = read(tmp_path / "pier.tif")
    assert photo.caption is None
    assert [len(make(photo, BRAND)) > 100 for make in SIZES] == [True, True]
