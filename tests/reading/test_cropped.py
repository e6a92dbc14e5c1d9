"""What was cut away of a picture in Word is shown to nobody."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx.document import Document
from PIL import Image

from presskit.reading.pictures.images import opened, size_of
from presskit.reading.pictures.in_texts import names_in, picture_bytes
from tests.support.reading import read_release
from tests.support.word_files import word

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
RED, BLUE = (200, 0, 0), (0, 0, 200)


def halves(kind: str) -> io.BytesIO:
    """Return a picture of 200 × 100 pixels, red at the left and blue at the right."""
    image = Image.new("RGB", (200, 100), RED)
    image.paste(BLUE, (100, 0, 200, 100))
    data = io.BytesIO()
    image.save(data, kind)
    data.seek(0)
    return data


def cropped(path: Path, kind: str, **sides: str) -> Path:
    """Write a Word file with the picture, cropped; return the picture's path as the text names it."""

    def fill(document: Document) -> None:
        shape = document.add_picture(halves(kind))
        fill = shape._inline.graphic.graphicData.pic.blipFill
        rect = fill.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect", sides)
        fill.insert(1, rect)

    release = read_release(word(path / "a.docx", "The ferry sails again", fill=fill)).document
    [figure] = [block for block in release.body if block.kind == "figure"]
    return path / names_in(figure)[0]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_only_what_is_left_is_opened(tmp_path: Path, kind: str) -> None:
    picture = cropped(tmp_path, kind, l="50000", t="10000", b="40%")
    assert size_of(picture) == (100, 50)
    with opened(picture) as image:
        assert image.convert("RGB").crop((20, 0, 100, 50)).getpixel((0, 0)) == pytest.approx(BLUE, abs=6)
    assert picture.name == f"image1.{kind.lower().replace('jpeg', 'jpg')}"


def turned(path: Path, form: dict[str, str], *, shape: str = "rect", effect: str = "") -> Path:
    """Write a Word file with the picture, turned and changed; return the picture's path as the text names it."""

    def fill(document: Document) -> None:
        picture = document.add_picture(halves("PNG"))._inline.graphic.graphicData.pic
        for name, value in form.items():
            picture.spPr.find(f"{DRAWING}xfrm").set(name, value)
        picture.spPr.find(f"{DRAWING}prstGeom").set("prst", shape)
        if effect:
            name, _, strength = effect.partition(" ")
            blip = picture.blipFill.find(f"{DRAWING}blip")
            blip.append(blip.makeelement(f"{DRAWING}{name}", {"amt": strength} if strength else {}))

    return word(path / "a.docx", "The ferry sails again", fill=fill)


@pytest.mark.parametrize(
    ("form", "size", "first"),
    [
        ({"rot": "5400000"}, (100, 200), RED),
        ({"rot": "16200000"}, (100, 200), BLUE),
        ({"rot": "-5400000"}, (100, 200), BLUE),
        ({"rot": "10800000"}, (200, 100), BLUE),
        ({"flipH": "1"}, (200, 100), BLUE),
        ({"flipV": "1"}, (200, 100), RED),
        ({"flipH": "1", "rot": "5400000"}, (100, 200), BLUE),
        ({"rot": "21600000"}, (200, 100), RED),
    ],
)
def test_a_picture_is_shown_as_it_is_turned(
    tmp_path: Path, form: dict[str, str], size: tuple[int, int], first: tuple[int, int, int]
) -> None:
    path = turned(tmp_path, form)
    reading = read_release(path)
    [figure] = [block for block in reading.document.body if block.kind == "figure"]
    with opened(tmp_path / names_in(figure)[0]) as image:
        assert image.size == size
        assert image.convert("RGB").getpixel((3, 3)) == first
    assert "s-051" not in {one.code for one in reading.findings}


def test_a_picture_made_grey_is_grey(tmp_path: Path) -> None:
    reading = read_release(turned(tmp_path, {}, effect="grayscl"))
    [figure] = [block for block in reading.document.body if block.kind == "figure"]
    with opened(tmp_path / names_in(figure)[0]) as image:
        red, green, blue = image.convert("RGB").getpixel((3, 3))  # type: ignore[misc]
        assert red == green == blue


@pytest.mark.parametrize(
    ("form", "shape", "effect", "words"),
    [
        ({"rot": "720000"}, "rect", "", "turned by 12°"),
        ({}, "ellipse", "", "cut to a shape (ellipse)"),
        ({}, "rect", "duotone", "recoloured"),
        ({}, "rect", "alphaModFix 50000", "half transparent"),
        ({}, "rect", "alphaModFix 100000", None),
        ({}, "rect", "", None),
    ],
)
def test_what_is_done_to_a_picture_and_no_page_shows_is_told(
    tmp_path: Path, form: dict[str, str], shape: str, effect: str, words: str | None
) -> None:
    told = [one.message for one in read_release(turned(tmp_path, form, shape=shape, effect=effect)).findings]
    assert [f"A picture is {words} in its file" in message for message in told if "in its file" in message] == (
        [True] if words else []
    )


def test_a_side_set_further_out_cuts_nothing(tmp_path: Path) -> None:
    assert size_of(cropped(tmp_path, "PNG", l="-20000", r="0")) == (200, 100)


def test_a_picture_of_which_nothing_is_left_is_told(tmp_path: Path) -> None:
    def fill(document: Document) -> None:
        fill = document.add_picture(halves("PNG"))._inline.graphic.graphicData.pic.blipFill
        rect = fill.makeelement("{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect", {"l": "100000"})
        fill.insert(1, rect)

    reading = read_release(word(tmp_path / "a.docx", "The ferry sails again", fill=fill))
    assert "c-028" in [one.code for one in reading.findings]
    assert not [block for block in reading.document.body if block.kind == "figure"]


def test_a_picture_beside_a_text_is_whole(tmp_path: Path) -> None:
    folder = tmp_path / "cropped-50000-0-0-0"
    folder.mkdir()
    (folder / "a.png").write_bytes(halves("PNG").getvalue())
    assert picture_bytes(folder / "a.png") == halves("PNG").getvalue()
