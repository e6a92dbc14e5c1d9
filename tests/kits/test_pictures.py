"""Whole kits with pictures of every kind: upright and in their colours in PDF, web page, ZIP and mails."""

from __future__ import annotations

import base64
import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from presskit.making import build
from presskit.making.orders import BuildOrder, MadeKit
from tests.conftest import Cli
from tests.support import patches
from tests.support.in_process import work_in_process
from tests.support.poppler import run, text
from tests.support.word_files import add_picture, rewrite, word
from tests.support.writing import PARAGRAPH, brand, release, write_kit

OFF = 14  # of 255: what two JPEGs, the palette of a GIF and profiles may change
PAGE = f"""<!DOCTYPE html><html lang="en"><title>Tenth pier</title><body><article><h1>Tenth pier opens</h1>
<p>PORT QUILLON, May 12, 2026 (QFC) – {PARAGRAPH}</p><p><img src="tenth_files/pier.avif" alt="The pier."></p>
<p>{PARAGRAPH}</p></article></body></html>"""
WORDS = "".join(
    f'["{name}"]\ncaption = "The patches as {name}."\ncredit = "Ivo Marsh"\nalt = "Four patches."\n'
    for name in patches.READ
)


def save(name: str, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    patches.READ[name](path)
    return path


def kit_of_all(folder: Path) -> Path:
    """Write a kit that holds every kind of picture, wherever a picture can stand."""
    kit = write_kit(
        folder,
        {
            "releases/ferry.md": f"{release()}\n![A quay.](quay.HEIC)\n\n{PARAGRAPH}\n\n![A pier.](inks.jpg)\n",
            "releases/tenth.html": PAGE,
            "bios/thorn.md": f"# Ada Thorn\n\nCaptain\n\n{PARAGRAPH}\n",
            "bios/marsh.md": f"---\nportrait: marsh.jp2\n---\n# Ivo Marsh\n\nPhotographer\n\n{PARAGRAPH}\n",
            "kit.toml": 'title = "The ferry"\n',
            "brand/brand.toml": 'logo = "logo.jpg"\n' + brand(),
            "photos/photos.toml": WORDS,
        },
    )
    for name in patches.READ:
        save(name, kit / "photos" / name)
    save("turned.HEIC", kit / "releases/quay.HEIC")
    save("inks.jpg", kit / "releases/inks.jpg")
    save("turned.avif", kit / "releases/tenth_files/pier.avif")
    save("turned.HEIC", kit / "bios/thorn.heic")
    save("telephone.jp2", kit / "bios/marsh.jp2")
    save("inks.jpg", kit / "brand/logo.jpg")
    heic = save("turned.HEIC", folder / "in-word.heic")
    word(
        kit / "releases/word.docx",
        "Boats in Word",
        f"PORT QUILLON, May 12, 2026 (QFC) – {PARAGRAPH}",
        PARAGRAPH,
        fill=lambda file: add_picture(file, "A boat."),
    )
    rewrite(kit / "releases/word.docx", {}, {"word/media/image1.png": heic.read_bytes()})
    heic.unlink()
    return kit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[MadeKit, Path]:
    """Return the kit of all kinds as made, and the folder of its unpacked ZIP."""
    folder = tmp_path_factory.mktemp("pictures")
    with pytest.MonkeyPatch.context() as patch:
        work_in_process(patch)
        done, path = build.build(BuildOrder((kit_of_all(folder / "kit"),), folder / "kit.zip"))
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder / "zip")
    return done, folder / "zip"


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def test_a_kit_of_every_kind_is_ready(made: tuple[MadeKit, Path]) -> None:
    assert [item for item in made[0].findings if item.severity == "error"] == []
    assert made[0].exit_code == 0


def test_every_picture_of_the_pdf_is_upright_and_in_its_colours(made: tuple[MadeKit, Path], tmp_path: Path) -> None:
    (tmp_path / "kit.pdf").write_bytes(made[0].pdf)
    run("pdfimages", "-png", tmp_path / "kit.pdf", tmp_path / "picture")
    found = [opened(path.read_bytes()) for path in sorted(tmp_path.glob("picture*.png"))]
    shown = [image for image in found if image.mode == "RGB"]  # a mask of transparency is grey
    # Photos, three pictures in texts, one in Word, two portraits, and the logo.
    assert len(shown) >= len(patches.READ) - 4
    assert {image.height > image.width for image in shown} == {True}
    assert max(patches.differ(image) for image in shown) <= OFF


def test_pages_show_the_four_colours_and_in_equal_parts(made: tuple[MadeKit, Path], tmp_path: Path) -> None:
    (tmp_path / "kit.pdf").write_bytes(made[0].pdf)
    last = text(tmp_path / "kit.pdf").split("\f")
    sheet = [number for number, words in enumerate(last, start=1) if "The patches as" in words]
    for number in sheet:
        run("pdftoppm", "-r", "50", "-png", "-f", str(number), "-l", str(number), tmp_path / "kit.pdf", tmp_path / "at")
    pages = [opened(path.read_bytes()).convert("RGB") for path in sorted(tmp_path.glob("at*.png"))]
    counts = [sum(near(page, colour) for page in pages) for colour in patches.PATCHES]
    assert min(counts) > 500 * len(patches.READ)
    assert max(counts) <= 1.1 * min(counts)


def near(page: Image.Image, colour: tuple[int, ...]) -> int:
    """Count the points of a page that have a colour."""
    found = page.getcolors(page.width * page.height)
    assert found
    return sum(
        count
        for count, point in found
        if max(abs(one - other) for one, other in zip(point, colour, strict=True)) <= OFF  # type: ignore[arg-type]
    )


def test_photos_in_the_zip_are_jpeg_or_png_by_their_names_and_the_table_names_them(
    made: tuple[MadeKit, Path],
) -> None:
    folder = made[1]
    table = list(csv.DictReader(io.StringIO((folder / "captions.csv").read_text(encoding="utf-8-sig"))))
    columns = list(table[0])
    rows = {row["Caption"] if "Caption" in row else row[columns[2]]: row for row in table}
    for name in patches.READ:
        row = rows[f"The patches as {name}."]
        for column in columns[:2]:
            path = folder / row[column]
            image = opened(path.read_bytes())
            assert image.format == {".jpg": "JPEG", ".png": "PNG"}[path.suffix], name
            assert Path(name).stem in path.name
    assert len({row[columns[0]].lower() for row in table}) == len(table)


def test_the_web_sizes_are_upright_and_in_their_colours(made: tuple[MadeKit, Path]) -> None:
    for path in (made[1] / "photos" / "web").iterdir():
        image = opened(path.read_bytes())
        assert image.height > image.width, path.name
        assert patches.differ(image) <= OFF, path.name


def test_photos_written_anew_are_upright_and_in_their_colours(made: tuple[MadeKit, Path]) -> None:
    for path in (made[1] / "photos" / "full").glob("*.jpg"):
        image = opened(path.read_bytes())
        if image.mode == "RGB" and not image.getexif() and path.stem != "adobe":  # others hold the photo's own bytes
            assert (image.size, patches.differ(image) <= OFF) == (patches.SIZE, True), path.name


def test_the_web_page_shows_them_in_their_colours(made: tuple[MadeKit, Path]) -> None:
    page = (made[1] / "index.html").read_text(encoding="utf-8")
    shown = [
        opened(base64.b64decode(data)) for data in re.findall(r"data:image/(?:png|jpeg);base64,([A-Za-z0-9+/=]+)", page)
    ]
    assert len(shown) >= len(patches.READ)
    assert max(patches.differ(image) for image in shown) <= OFF
    assert {image.height > image.width for image in shown} == {True}


def test_a_logo_is_handed_on_under_its_true_ending(in_process: None, cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": release()})
    write_kit(kit, {"brand/brand.toml": 'logo = "logo.jpg"\n' + brand()})
    save("plain.gif", kit / "brand/logo.jpg")
    assert cli("build", str(kit), "-o", str(tmp_path / "kit.zip")).code == 0
    with zipfile.ZipFile(tmp_path / "kit.zip") as archive:
        assert [name for name in archive.namelist() if name.startswith("logos/")] == ["logos/logo.gif"]
        assert "image/png;base64" in archive.read("index.html").decode()  # few colours: kept to the point


def test_the_first_photo_of_a_mail_is_a_jpeg(in_process: None, cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": release(), "brand/brand.toml": brand()})
    save("turned.HEIC", kit / "photos/IMG_2041.HEIC")
    done = cli("mail", str(kit), "-o", str(tmp_path / "mails"))
    assert done.code == 0, done.out + done.err
    [draft] = (tmp_path / "mails").glob("*.eml")
    assert "IMG_2041.jpg" in draft.read_text(encoding="utf-8")
    assert "HEIC" not in draft.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("IMG_2041.jpg", b"8BPS\0\1" + b"\0" * 99, "file of Photoshop"),
        ("IMG_2041.jpg", b"\xff\xd8\xff", "cannot be opened"),
    ],
)
def test_a_photo_that_is_not_read_leaves_a_draft_of_all_else(
    in_process: None, cli: Cli, tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": release(), "brand/brand.toml": brand()})
    save("plain.jpg", kit / "photos/quay.jpg")
    (kit / "photos" / name).write_bytes(data)
    done = cli("build", str(kit))
    assert done.code == 8
    assert f"{name}" in done.out + done.err
    assert words in done.out + done.err
    [pdf] = (kit / "out").glob("*-DRAFT.pdf")
    assert "Ferry stops" in text(pdf)


def test_a_picture_of_a_kind_that_is_never_read_is_named_as_missing(in_process: None, cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": release(), "brand/brand.toml": brand()})
    (kit / "photos").mkdir()
    (kit / "photos/IMG_2041.psd").write_bytes(b"8BPS\0\1" + b"\0" * 99)
    done = cli("build", str(kit))
    assert done.code == 0
    assert "Check before you send" in done.out
    assert "Not in the kit: IMG_2041.psd (a picture in a format that is not printed" in done.out


def test_a_text_that_names_a_picture_that_is_not_read_leaves_a_draft(
    in_process: None, cli: Cli, tmp_path: Path
) -> None:
    body = f"{release()}\n![The quay.](quay.jpg)\n\n![The plan.](plan.svg)\n"
    kit = write_kit(tmp_path / "kit", {"releases/ferry.md": body, "brand/brand.toml": brand()})
    patches.patches().convert("CMYK").save(kit / "releases/quay.jpg")
    (kit / "releases/plan.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    done = cli("build", str(kit))
    assert done.code == 8
    assert "ferry.md, line" in done.out + done.err
    assert "printing inks (CMYK)" in " ".join((done.out + done.err).split())
    assert "a drawing (SVG)" in " ".join((done.out + done.err).split())


def test_a_photo_of_a_telephone_goes_to_the_photos_of_a_new_kit(in_process: None, cli: Cli, tmp_path: Path) -> None:
    photo = save("turned.HEIC", tmp_path / "IMG_2041.HEIC")
    done = cli("new", str(tmp_path / "kit"), "--from", str(photo))
    assert done.code == 0, done.out + done.err
    assert (tmp_path / "kit/photos/IMG_2041.HEIC").is_file()
