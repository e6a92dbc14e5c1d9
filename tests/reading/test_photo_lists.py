"""What offices write of their photos in a list beside them is read, in whatever shape they keep it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from presskit.reading.lists.captions import read_captions
from presskit.settings import PhotoSettings

PICTURES = ("quay.jpg", "Boot am Steg.JPG", "IMG_2034.jpg")
QUAY = PhotoSettings(caption="The quay at dawn.", credit="Photo: Nell Farrow")
BOAT = PhotoSettings(caption="The boat", credit="Ada Thorn")

TEXTS = {
    "colon.txt": "quay.jpg: The quay at dawn. Photo: Nell Farrow\n",
    "small.txt": "gone.jpg: A cat. Photo: Ada Thorn\nquay.jpg: The quay at dawn. Photo: Nell Farrow\n",
    "dash.txt": "quay – The quay at dawn. Photo: Nell Farrow\n",
    "capitals.txt": "QUAY.JPG\tThe quay at dawn. Photo: Nell Farrow\n",
    "list.md": "# Captions\n\n- quay.jpg: The quay at dawn. Photo: Nell Farrow\n",
    "bold.md": "**quay.jpg** – The quay at dawn. Photo: Nell Farrow\n",
    "below.txt": "quay.jpg\nThe quay at dawn.\nPhoto: Nell Farrow\n",
    "apart.md": "## quay.jpg\n\nThe quay at dawn. (Photo: Nell Farrow)\n",
    "page.html": "<h1>Photos</h1><p>quay.jpg<br>The quay at dawn.<br>Photo: Nell Farrow</p>",
    "table.md": "| File | Caption | Credit |\n|---|---|---|\n| quay.jpg | The quay at dawn. | Photo: Nell Farrow |\n",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_says_what_a_photo_shows_and_who_took_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXTS[name], encoding="utf-8")
    assert read_captions(tmp_path / name, PICTURES) == {"quay.jpg": QUAY}


def test_each_line_is_of_its_own_photo(tmp_path: Path) -> None:
    file = Document()
    for line in ("Bildunterschriften", "quay.jpg: Der Steg", "Boot am Steg: Das Boot. Foto: Ada Thorn"):
        file.add_paragraph(line)
    file.save(str(tmp_path / "a.docx"))
    assert read_captions(tmp_path / "a.docx", PICTURES) == {
        "quay.jpg": PhotoSettings(caption="Der Steg"),
        "Boot am Steg.JPG": PhotoSettings(caption="Das Boot.", credit="Foto: Ada Thorn"),
    }


@pytest.mark.parametrize(
    "head",
    [
        ("File", "Caption", "Credit"),
        ("Filename", "Description", "Photographer"),
        ("Datei", "Bildunterschrift", "Fotograf"),
        ("Fichier", "Légende", "Crédit photo"),
        ("Archivo", "Pie de foto", "Fotógrafo"),
        ("الملف", "التعليق", "المصور"),
        None,
    ],
)
@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_is_read_by_its_head_or_without_one(tmp_path: Path, name: str, head: tuple[str, ...] | None) -> None:
    rows = [("IMG_2034", "The boat", "Ada Thorn"), ("gone.jpg", "The cat", "Ada Thorn")]
    rows = [head, *rows] if head else [(str(number), *row) for number, row in enumerate(rows)]
    if name == "a.csv":
        (tmp_path / name).write_text("\n".join(map(",".join, rows)), encoding="utf-8")
    else:
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(tmp_path / name)
    assert read_captions(tmp_path / name, PICTURES) == {"IMG_2034.jpg": BOAT}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "All photos are free for the press.\n"),
        ("a.txt", "The quay: a place for ships.\n\nIt was built in 1911.\n\nIt is open on all days.\n"),
        ("a.txt", "quayside.jpg: A quayside\n"),
        ("a.csv", "name,email\nAda Thorn,ada@quillon.example\n"),
        ("a.xlsx", "no workbook"),
        ("a.txt", ""),
    ],
)
def test_what_names_no_photo_is_no_list(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_captions(tmp_path / name, PICTURES) == {}
