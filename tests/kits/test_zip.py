"""The ZIP of whole kits: the same bytes each time, all in it true, read back by other programs."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from presskit.judging.proof import check_file
from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.outcomes import silent
from tests.support import exiftool
from tests.support.in_process import work_in_process
from tests.support.poppler import text
from tests.support.writing import brand, figures, release, write_kit

ROOT = Path(__file__).resolve().parents[2]
EMBARGOED = release("Tenth pier").replace("---\n", "---\nembargo: 2060-05-12 09:00 Europe/Paris\n", 1)
PHOTOS = '["Le Môle.jpg"]\ncredit = "Ivo Marsh / Quillon"\n'


def kit_with_photos(folder: Path, **more: str) -> Path:
    kit = write_kit(
        folder,
        {
            "releases/ferry.md": release(),
            "releases/pier.md": EMBARGOED,
            "factsheet.md": figures(3),
            "brand/brand.toml": brand(),
            "photos/photos.toml": PHOTOS,
            **more,
        },
    )
    exiftool.camera_photo(kit / "photos" / "Le Môle.jpg", (3000, 2000), "-Orientation#=6")
    exiftool.camera_photo(kit / "photos" / "pier.png", (3000, 40))
    return kit


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kit_with_photos(tmp_path_factory.mktemp("zip") / "kit")


@pytest.fixture(scope="module")
def unpacked(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a kit's ZIP, unpacked; the ZIP itself lies beside it."""
    folder = tmp_path_factory.mktemp("unpacked")
    with pytest.MonkeyPatch.context() as patch:
        work_in_process(patch)
        made, path = build.build(BuildOrder((kit,), folder / "kit.zip"))
    assert made.exit_code == 0
    with zipfile.ZipFile(path) as archive:
        assert all(name.isascii() for name in archive.namelist())
        archive.extractall(folder / "kit")
    return folder / "kit"


def test_every_document_is_in_it_alone_and_as_text(unpacked: Path) -> None:
    for name in ("ferry-stops-at-all-nine-islands", "tenth-pier-EMBARGOED", "factsheet-EMBARGOED"):
        assert (unpacked / "texts" / f"{name}.txt").is_file()
        pages = text(unpacked / "documents" / f"{name}.pdf")
        assert "The Quillon Ferry Company is invented." in pages
        assert ("EMBARGOED" in pages.upper()) == ("EMBARGOED" in name)
    alone = text(unpacked / "documents" / "ferry-stops-at-all-nine-islands.pdf")
    assert "(202) 555-0143" in alone  # whom to ring
    assert "founded in 1911" in alone  # the text about the organisation


def test_photos_carry_their_words_in_both_sizes_and_nothing_private(unpacked: Path) -> None:
    for name in ("full/le-mole.jpg", "web/le-mole-web.jpg", "full/pier.png", "web/pier-web.jpg"):
        photo = unpacked / "photos" / name
        said = exiftool.says(photo)
        assert said["credit"].startswith("Ivo Marsh / Quillon")
        assert (said["credit"] == "Ivo Marsh / Quillon") == ("mole" in name)  # photos.toml wins
        assert said["caption"] == "Ada Thorn, left, at the pier of Port Quillon."
        assert said["alt"] == "A woman in oilskins waves from a pier."
        assert b"SECRET" not in photo.read_bytes()
        assert not [field for field in exiftool.read(photo) if "GPS" in field]
    with Image.open(unpacked / "photos/web/le-mole-web.jpg") as web:
        assert web.size == (1067, 1600)


@pytest.mark.usefixtures("in_process")
def test_a_zip_is_complete_and_current_until_the_kit_changes(kit: Path, unpacked: Path) -> None:
    path, order = unpacked.parent / "kit.zip", BuildOrder((kit,))
    assert check_file(path, None, strict_=False, progress=silent) == ()
    assert [item.code for item in check_file(path, order, strict_=False, progress=silent)] == ["p-029"]
    (kit / "photos" / "photos.toml").write_text(PHOTOS.replace("Ivo Marsh", "Ida Marsh"), encoding="utf-8")
    stale, *differing = check_file(path, order, strict_=False, progress=silent)
    assert stale.code == "p-018"
    assert "captions.csv" in stale.message
    assert [item.code for item in differing if "Ida Marsh" in item.message]
    (kit / "photos" / "photos.toml").write_text(PHOTOS, encoding="utf-8")


@pytest.mark.usefixtures("in_process")
def test_a_draft_is_called_one_and_is_never_ready(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release("[Headline]"), "brand/brand.toml": brand()})
    _, path = build.build(BuildOrder((kit,), tmp_path / "kit.zip"))
    assert path.name == "kit-DRAFT.zip"
    with zipfile.ZipFile(path) as archive:
        assert all(
            "-DRAFT." in name for name in archive.namelist() if name.endswith((".pdf", ".txt")) and name != "files.txt"
        )
        assert archive.read("files.txt").startswith(b"# DRAFT")
    assert [item.code for item in check_file(path, None, strict_=False, progress=silent)] == ["p-013"]


def test_equal_kits_give_equal_bytes_anywhere(tmp_path: Path) -> None:
    def built(seed: str) -> bytes:
        folder = tmp_path / seed
        output = folder / "kit.zip"
        environment = os.environ | {"PYTHONHASHSEED": seed, "PRESSKIT_CACHE": str(folder / "cache")}
        command = [sys.executable, "-m", "presskit", "build", str(kit_with_photos(folder / "kit")), "-o", str(output)]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return output.read_bytes()

    first, second = built("1"), built("2")
    with zipfile.ZipFile(BytesIO(first)) as one, zipfile.ZipFile(BytesIO(second)) as other:
        assert [item.CRC for item in one.infolist()] == [item.CRC for item in other.infolist()]
    assert first == second
