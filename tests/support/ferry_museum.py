"""The Quillon Ferry Museum's kit, in the files that press offices have: Word files and a page saved from a website."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document

from tests.support.web_pages import BODY, blog_page
from tests.support.word_files import add_picture, with_footnotes, word
from tests.support.writing import brand, photo, write_kit

NOTES = ("The tenth island has had a bridge since 1962.", "It burned down twice.")


def office_kit(folder: Path) -> Path:
    """Write two releases, a factsheet, a biography and a text about the museum; return the folder."""
    write_kit(folder, {"brand/brand.toml": brand("Quillon Ferry Museum"), "kit.toml": 'title = "Boats at the quay"\n'})
    with_footnotes(word(folder / "releases" / "boats.docx", fill=boats), *NOTES)
    picture = '<p><img src="./opening%20day_files/quay.jpg" alt="Flags along a quay"></p>'
    write_kit(folder, {"releases/opening day.html": blog_page(BODY.replace("<h3>", f"{picture}<h3>"))})
    photo(folder / "releases" / "opening day_files" / "quay.jpg")
    word(folder / "bios" / "thorn.docx", fill=thorn)
    word(folder / "Fiche technique.docx", fill=figures)
    word(
        folder / "À propos.docx",
        "The Quillon Ferry Museum keeps the boats, the tickets and the stories of the ferries.",
    )
    return folder


def boats(document: Document) -> None:
    document.add_heading("Twelve boats come home to the old quay", 0)
    document.add_paragraph("The Larkin is the last to arrive, under her own steam", style="Subtitle")
    document.add_paragraph(
        "Port Hollow, May 4, 2026 (QFM) – Twelve ferries that were sold, lent or lost have come back to the quay where "
        "they were built.{1} The last of them, the Larkin of 1911, arrived on Sunday under her own steam."
    )
    paragraph = document.add_paragraph("“She found the berth by herself,” said ")
    paragraph.add_run("Ada Thorn").bold = True
    paragraph.add_run(", head of the Quillon Ferry Museum. The yard beside it is a café now.{2}")
    add_picture(document, "A small white ferry beside a stone quay")
    document.add_heading("The fleet", 2)
    for boat in ("The Larkin, 1911", "The Two Sisters, 1924", "The Bread Boat, 1931"):
        document.add_paragraph(boat, style="List Bullet")
    document.add_paragraph("###")
    for line in ("Media contact:", "Ada Thorn, head of the museum", "(202) 555-0143", "ada@museum.example"):
        document.add_paragraph(line)


def figures(document: Document) -> None:
    document.add_heading("The museum in figures", 0)
    document.add_heading("Key figures", 1)
    rows = document.add_table(0, 2)
    for value, label in (("12", "boats at the quay"), ("41 km", "of rope"), ("3 of 4", "bakers learned at sea")):
        cells = rows.add_row().cells
        cells[0].text, cells[1].text = value, label
    document.add_heading("Is there a café?", 2)
    document.add_paragraph("There is, in the yard, and it opens before the museum does.")


def thorn(document: Document) -> None:
    document.add_heading("Ada Thorn", 1)
    document.add_paragraph("Head of the museum")
    document.add_paragraph("She steered the Larkin for nineteen years, and has kept her log since she was eleven.")
