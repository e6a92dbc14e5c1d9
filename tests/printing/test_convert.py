"""No red, green and blue is left, in whatever kind of object it is; each kind alone would be seen if it were."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from presskit.printing.inking import pictures
from presskit.printing.inking.colours import Inks
from presskit.printing.inking.convert import Conversion, convert_page
from presskit.printing.inking.profiles import Profile
from presskit.printing.inking.spaces import UnprintableError
from tests.support import colours, ghostscript
from tests.support.painted import KINDS, painted


def in_ink(pdf: bytes, profile: Profile, most: float = 300) -> bytes:
    """Return a PDF with all pages turned into ink."""
    file = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        conversion = Conversion(opened, Inks(profile, most))
        for page in opened.pages:
            convert_page(page, conversion)
        conversion.tidy()
        opened.save(file, deterministic_id=True)
    return file.getvalue()


def looks(pdf: bytes, folder: Path) -> Image.Image:
    """Draw the page as Ghostscript shows it on a screen."""
    (folder / "page.pdf").write_bytes(pdf)
    ghostscript.run(folder / "page.pdf", "png16m", folder / "page.png", "-r72")
    with Image.open(folder / "page.png") as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("kind", KINDS)
def test_a_colour_would_be_seen_in_every_kind_of_object(kind: str) -> None:
    assert colours.problems(painted(kind)) != []


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_object_becomes_ink(profile: Profile, kind: str) -> None:
    assert colours.problems(in_ink(painted(kind), profile)) == []


def test_a_page_of_all_kinds_becomes_ink(profile: Profile, tmp_path: Path) -> None:
    made = in_ink(painted(), profile)
    assert colours.problems(made) == []
    (tmp_path / "ink.pdf").write_bytes(made)
    assert max(ghostscript.most_ink(tmp_path / "ink.pdf")) <= 300


def painted_points(picture: Image.Image) -> Image.Image:
    return picture.convert("L").point(lambda value: 255 * (value < 250))


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_looks_as_before(profile: Profile, tmp_path: Path, kind: str) -> None:
    before, after = looks(painted(kind), tmp_path), looks(in_ink(painted(kind), profile), tmp_path)
    points = painted_points(before)
    area = ImageStat.Stat(points).sum[0]
    assert area > 0
    assert ImageStat.Stat(ImageChops.difference(points, painted_points(after))).sum[0] < 0.05 * area
    duller = ImageStat.Stat(ImageChops.difference(before, after).convert("L"), points).mean[0]
    assert duller < 80, "bright colours of the screen are duller on paper, but none is another"


def test_nothing_of_red_green_and_blue_stays_in_the_file(profile: Profile) -> None:
    with pikepdf.open(BytesIO(in_ink(painted(), profile))) as pdf:
        left = [item for item in pdf.objects if "/DeviceRGB" in repr(item) or "/ICCBased" in repr(item)]
        assert left == []


def test_transparency_stays_what_it_is(profile: Profile) -> None:
    with pikepdf.open(BytesIO(in_ink(painted("masked", "mask", "group"), profile))) as pdf:
        resources = pdf.pages[0].obj.Resources
        assert resources.XObject.masked.SMask.read_bytes() == bytes([255, 128, 128, 0])
        assert resources.ExtGState.half.ca == pikepdf.Object.parse(b"0.5")
        soft = resources.ExtGState.soft.SMask
        assert soft.G.Group.CS == "/DeviceGray"
        assert b"0.5 g" in soft.G.read_bytes()
        assert [float(value) for value in soft.BC] == pytest.approx([1])
        assert resources.XObject.group.Group.CS == "/DeviceCMYK"
        assert pdf.pages[0].obj.Group.CS == "/DeviceCMYK"


def test_photos_stay_jpegs_and_drawings_free_of_loss(profile: Profile) -> None:
    with pikepdf.open(BytesIO(in_ink(painted("jpeg", "indexed"), profile))) as pdf:
        pictures = pdf.pages[0].obj.Resources.XObject
        assert pictures.jpeg.Filter == "/DCTDecode"
        assert list(pictures.jpeg.Decode) == [1, 0] * 4
        assert len(pictures.indexed.read_bytes()) == 2 * 2 * 4
        assert not any("/Interpolate" in picture for picture in (pictures.jpeg, pictures.indexed))


def test_a_photo_whose_losses_bring_too_much_ink_is_kept_without_loss(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "QUALITIES", (5,))
    with pikepdf.open(BytesIO(in_ink(noisy(), profile, 200))) as pdf:
        picture = pdf.pages[0].obj.Resources.XObject.jpeg
        pixels = picture.read_bytes()
        assert max(map(sum, zip(pixels[0::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True))) <= 2 * 255
        assert "/Decode" not in picture


def test_a_photo_is_saved_as_well_as_its_ink_needs(profile: Profile, tmp_path: Path) -> None:
    (tmp_path / "noisy.pdf").write_bytes(in_ink(noisy(), profile, 200))
    assert max(ghostscript.most_ink(tmp_path / "noisy.pdf", 461)) <= 200  # each pixel of 256 on 40 points


def noisy() -> bytes:
    """Return a page with the photo that a JPEG keeps worst."""
    with pikepdf.open(BytesIO(painted("jpeg"))) as pdf:
        data, file = BytesIO(), BytesIO()
        noise = random.Random(7).randbytes(256 * 256 * 3)
        Image.frombytes("RGB", (256, 256), noise).save(data, "JPEG", quality=95)
        pdf.pages[0].obj.Resources.XObject.jpeg.write(data.getvalue(), filter=pikepdf.Name.DCTDecode)
        pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.TrimBox = pikepdf.Array([100, 0, 140, 40])
        pdf.save(file)
        return file.getvalue()


def test_an_object_that_is_used_twice_is_turned_once(profile: Profile) -> None:
    with pikepdf.open(BytesIO(painted("form", "jpeg"))) as pdf:
        pdf.pages.append(pdf.pages[0])
        file = BytesIO()
        pdf.save(file)
    made = in_ink(file.getvalue(), profile)
    assert colours.problems(made) == []
    with pikepdf.open(BytesIO(made)) as pdf:
        one, other = (page.obj.Resources.XObject for page in pdf.pages)
        assert one.jpeg.objgen == other.jpeg.objgen


def test_a_calculated_gradient_is_refused_rather_than_left(profile: Profile) -> None:
    with pikepdf.open(BytesIO(painted("radial"))) as pdf:
        pdf.pages[0].obj.Resources.Shading.radial.Function.FunctionType = 4
        with pytest.raises(UnprintableError, match="gradient"):
            convert_page(pdf.pages[0], Conversion(pdf, Inks(profile, 300)))
