"""The logo at the head of a Word letterhead stands for a brand where a folder has none."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest
from PIL import Image, ImageDraw

from presskit import gate
from presskit.sorting.looks import find_letterhead
from tests.conftest import Cli
from tests.kits.test_folders import sorted_folder
from tests.support.writing import brand

GREEN = "#0b6e4f"


def logo(size: tuple[int, int] = (400, 160)) -> bytes:
    picture = Image.new("RGB", size, "white")
    ImageDraw.Draw(picture).rectangle((size[0] // 10, size[1] // 10, size[0] // 2, size[1] * 8 // 10), fill=GREEN)
    return saved(picture)


def saved(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, "PNG")
    return data.getvalue()


def letter(path: Path, *pictures: bytes, in_text: bytes | None = None) -> Path:
    """Write a release on paper whose head holds pictures."""
    document = docx.Document()
    for picture in pictures:
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(picture))
    if in_text:
        document.add_picture(io.BytesIO(in_text))
    document.add_paragraph("FOR IMMEDIATE RELEASE")
    document.add_heading("The night ferry sails again", 0)
    document.add_paragraph("SALTMARSH, June 4, 2026 – The night ferry sails again tonight, nine years after the storm.")
    document.add_paragraph("Contact: Nell Farrow, +1 202-555-0142, press@harbour.example")
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def found(path: Path) -> Path | None:
    with gate.opened(path.parent):
        return find_letterhead([path])


def test_the_picture_at_the_head_is_the_logo(tmp_path: Path) -> None:
    path = letter(tmp_path / "Release.docx", logo())
    assert found(path) == path / "word/media/image1.png"


@pytest.mark.parametrize(
    "picture",
    [
        saved(Image.effect_noise((400, 160), 90).convert("RGB")),
        saved(Image.new("RGB", (400, 160), GREEN)),
        logo((900, 30)),
        logo((16, 16)),
    ],
    ids=["a photo", "one colour", "a rule across the page", "an icon"],
)
def test_other_pictures_at_the_head_are_none(tmp_path: Path, picture: bytes) -> None:
    assert found(letter(tmp_path / "Release.docx", picture)) is None


def test_the_first_that_looks_like_a_logo_is_taken(tmp_path: Path) -> None:
    path = letter(tmp_path / "Release.docx", logo((900, 30)), logo())
    assert found(path) == path / "word/media/image2.png"


def test_a_picture_of_the_text_is_none(tmp_path: Path) -> None:
    assert found(letter(tmp_path / "Release.docx", in_text=logo())) is None


@pytest.mark.parametrize("target", ["file:///etc/passwd", "../../../secret.png", "/etc/passwd", "media/none.png"])
@pytest.mark.parametrize("mode", ["", ' TargetMode="External"'])
def test_a_picture_elsewhere_is_never_opened(tmp_path: Path, target: str, mode: str) -> None:
    (tmp_path / "secret.png").write_bytes(logo())
    path = letter(tmp_path / "kit/Release.docx", logo())
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    relations = next(name for name in parts if name.startswith("word/_rels/header"))
    parts[relations] = parts[relations].replace(b'Target="media/image1.png"', f'Target="{target}"{mode}'.encode())
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert found(path) is None


def test_a_folder_with_a_logo_or_a_brand_needs_none(tmp_path: Path) -> None:
    letter(tmp_path / "kit/Press Release.docx", logo())
    assert sorted_folder(tmp_path / "kit").logo
    (tmp_path / "kit/brand").mkdir()
    (tmp_path / "kit/brand/brand.toml").write_text(brand(), encoding="utf-8")
    assert sorted_folder(tmp_path / "kit").logo is None
    (tmp_path / "kit/brand/brand.toml").unlink()
    (tmp_path / "kit/our logo.png").write_bytes(logo())
    assert sorted_folder(tmp_path / "kit").logo == tmp_path / "kit/our logo.png"


@pytest.mark.usefixtures("in_process")
def test_the_kit_wears_it_and_the_table_tells_it(cli: Cli, tmp_path: Path) -> None:
    kit, out = tmp_path / "kit", tmp_path / "out"
    letter(kit / "Press Release.docx", logo())
    told = cli("inspect", kit)
    assert "1 file\n" in told.out
    assert "Press Release.docx/word/media/image1.png  logo, at the head of the pages" in told.out
    rows = json.loads(cli("inspect", kit, "--json").out)
    assert [row["taken_for"] for row in rows] == ["press release", "logo"]
    assert cli("build", kit, "-o", out / "kit.html").code == 0
    assert GREEN in (out / "kit.html").read_text(encoding="utf-8")
    assert cli("build", kit, "-o", out / "kit.zip").code == 0
    with zipfile.ZipFile(out / "kit.zip") as archive:
        assert archive.read("logos/logo.png") == logo()


def test_a_new_kit_takes_logo_and_colour_along(cli: Cli, tmp_path: Path) -> None:
    letter(tmp_path / "old/Press Release.docx", logo())
    assert cli("new", tmp_path / "kit", "--no-questions", "--from", tmp_path / "old").code == 0
    assert (tmp_path / "kit/brand/logo.png").read_bytes() == logo()
    words = (tmp_path / "kit/brand/brand.toml").read_text(encoding="utf-8")
    assert f'\nbrand = "{GREEN}"\n' in words
    assert '\nlogo = "logo.png"\n' in words
