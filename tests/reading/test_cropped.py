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
