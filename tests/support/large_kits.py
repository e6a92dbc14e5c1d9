"""Large honest kits: many releases, many photos, a long table, a long release, a long list of people.

Each function writes as much as it is asked for, so that a test can do the same work at n and at 2n. Sentences are
drawn by a seed: equal arguments write equal files, and no two releases are alike.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.support.word_files import word
from tests.support.writing import brand, write_kit

WHO = ("A ferry", "The night boat", "A crew of six", "The pilot", "Every island", "The harbour office", "A schoolchild")
DID = ("carried", "counted", "waited for", "repaired", "measured", "painted", "borrowed", "sailed past")
WHAT = ("nine crates of books", "the last lantern", "a rope of 300 yards", "the morning mail", "two hundred loaves")
WHEN = (
    "before the fog lifted",
    "in a single tide",
    "twice that week",
    "without a delay",
    "for the first time since 1911",
)
SAID = "“We have never seen {what} leave the quay {when},” said Ada Thorn, head of the Quillon Ferry Company."
ABOUT = "The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911. It sails to {number} islands."
EMBARGOED = """---
embargo: 2095-05-12 09:00 America/New_York
---
# Boats come home to the quay

PORT QUILLON, May 12, 2095 (QFC) – A ferry carried nine crates of books before the fog lifted.

Media contact:
Ada Thorn
(202) 555-0143
ada@quillon.example

About the Quillon Ferry Company

The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911.
"""
FIRST_DAY = date(2025, 1, 1)
COLUMNS = ("Pier", "Boat", "Passengers", "What it carried")
MAKES = 6  # distinct photos; the others differ from them in a few bytes


def sentences(seed: int | str) -> Iterator[str]:
    """Yield sentences without end; equal seeds give equal ones."""
    drawn = random.Random(seed)
    while True:
        yield f"{drawn.choice(WHO)} {drawn.choice(DID)} {drawn.choice(WHAT)} {drawn.choice(WHEN)}."


def paragraphs(seed: int | str, count: int, words: int = 80) -> Iterator[str]:
    """Yield paragraphs of about so many words; every fifth is a quotation."""
    source, drawn = sentences(seed), random.Random(f"{seed} says")
    for number in range(count):
        if number % 5 == 4:
            yield SAID.format(what=drawn.choice(WHAT), when=drawn.choice(WHEN))
            continue
        paragraph: list[str] = []
        while len(paragraph) < words:
            paragraph += next(source).split()
        yield " ".join(paragraph)


def many_releases(folder: Path, count: int) -> Path:
    """Write a kit of so many releases of two pages, each of its day, each with a text about the company of its own."""
    write_kit(folder, {"brand/brand.toml": brand(), "kit.toml": 'title = "All that sailed"\ndate = 2026-05-12\n'})
    for number in range(count):
        day = FIRST_DAY + timedelta(days=number)
        lede, *rest = paragraphs(number, 7)
        text = (
            f"# Boat number {number} comes home to the quay\n\nPORT QUILLON, {day:%B} {day.day}, {day.year} (QFC) – "
            f"{lede}\n\n" + "\n\n".join(rest) + "\n\n###\n\n"
            "Media contact:\nAda Thorn\n(202) 555-0143\nada@quillon.example\n\n"
            f"About the Quillon Ferry Company\n\n{ABOUT.format(number=9 + number % 3)}\n"
        )
        write_kit(folder, {f"releases/{day}-boat-{number:04d}.md": text})
    return folder


def many_photos(folder: Path, count: int, size: tuple[int, int] = (6000, 4000)) -> Path:
    """Write a kit of a release and so many photos of that size in pixels, with captions, credits and descriptions."""
    write_kit(folder, {"brand/brand.toml": brand(), "kit.toml": 'title = "All that was seen"\ndate = 2026-05-12\n'})
    write_kit(folder, {"releases/boats.md": _release("Boats are seen from the quay", "seen", 6)})
    (folder / "photos").mkdir()
    makes = [_photo(number, size) for number in range(MAKES)]
    told = []
    for number in range(count):
        name, note = f"boat-{number:04d}.jpg", f"Number {number}".encode()
        make = makes[number % MAKES]
        # A remark behind the first marker (ITU-T T.81, B.2.4.5): another file with the same picture.
        remark = b"\xff\xfe" + (len(note) + 2).to_bytes(2) + note
        (folder / "photos" / name).write_bytes(make[:2] + remark + make[2:])
        told.append(
            f'["{name}"]\ncaption = "Boat number {number} at the quay of Port Quillon."\ncredit = "Ada Thorn"\n'
            f'alt = "A white boat with the number {number} on its bow, beside a stone quay."\n'
        )
    write_kit(folder, {"photos/photos.toml": "\n".join(told)})
    return folder


def _photo(number: int, size: tuple[int, int]) -> bytes:
    """Return a JPEG whose picture is smooth: large in pixels, quick to make."""
    data, band = BytesIO(), Image.linear_gradient("L")
    turned = band.rotate(90 * (number % 4))
    picture = Image.merge("RGB", (band, turned, band.point([(value * (number + 1)) % 256 for value in range(256)])))
    picture.resize(size, Image.Resampling.BILINEAR).save(data, "JPEG", quality=90)
    return data.getvalue()


def long_table(path: Path, rows: int) -> Path:
    """Write a release with a table of so many rows of four columns; the path's ending says in which format."""
    cells = [list(row) for row in _rows(rows)]
    title, lede = "Every crossing of the year", _lede("crossings")
    match path.suffix:
        case ".docx":
            return _word_table(path, title, lede, cells)
        case ".html":
            body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in cells)
            head = "".join(f"<th>{name}</th>" for name in COLUMNS)
            table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            text = f"<!doctype html><html><body><h1>{title}</h1><p>{lede}</p>{table}</body></html>"
        case _:
            lines = [f"| {' | '.join(row)} |" for row in (list(COLUMNS), ["---"] * 4, *cells)]
            text = f"# {title}\n\n{lede}\n\n" + "\n".join(lines) + "\n"
    write_kit(path.parent, {path.name: text})
    return path


def _rows(count: int) -> Iterator[tuple[str, ...]]:
    drawn = random.Random(count)
    for number in range(count):
        yield f"Pier {number % 90}", f"Boat {number}", f"{drawn.randrange(1000):,}", drawn.choice(WHAT)


def _word_table(path: Path, title: str, lede: str, cells: list[list[str]]) -> Path:
    from docx.oxml import parse_xml  # noqa: PLC0415

    def row_xml(row: list[str]) -> str:
        return f"<w:tr>{''.join(f'<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>' for cell in row)}</w:tr>"

    def fill(document: object) -> None:
        document.add_heading(title, 0)  # type: ignore[attr-defined]
        document.add_paragraph(lede)  # type: ignore[attr-defined]
        body = "".join(row_xml(row) for row in (list(COLUMNS), *cells))
        name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        table = parse_xml(f'<w:tbl xmlns:w="{name}"><w:tblPr/><w:tblGrid/>{body}</w:tbl>')
        document.element.body.insert_element_before(table, "w:sectPr")  # type: ignore[attr-defined]

    return word(path, fill=fill)


def long_release(path: Path, words: int) -> Path:
    """Write a release of about so many words, with a heading each two pages; the ending says in which format."""
    title, lede = "The whole story of the quay", _lede("story")
    told = list(paragraphs("story", words // 66))
    pieces = [(None if number % 12 else f"Year {1900 + number // 12}", text) for number, text in enumerate(told)]
    match path.suffix:
        case ".docx":

            def fill(document: object) -> None:
                document.add_heading(title, 0)  # type: ignore[attr-defined]
                document.add_paragraph(lede)  # type: ignore[attr-defined]
                for heading, text in pieces:
                    if heading:
                        document.add_heading(heading, 2)  # type: ignore[attr-defined]
                    document.add_paragraph(text)  # type: ignore[attr-defined]

            return word(path, fill=fill)
        case ".html":
            body = "".join(f"{f'<h2>{heading}</h2>' if heading else ''}<p>{text}</p>\n" for heading, text in pieces)
            text = f"<!doctype html><html><body><h1>{title}</h1><p>{lede}</p>{body}</body></html>"
        case ".txt":
            text = "\n\n".join([title, lede, *(part for piece in pieces for part in piece if part)]) + "\n"
        case _:
            body = "\n\n".join(f"## {heading}\n\n{text}" if heading else text for heading, text in pieces)
            text = f"# {title}\n\n{lede}\n\n{body}\n"
    write_kit(path.parent, {path.name: text})
    return path


def _lede(seed: str) -> str:
    return f"PORT QUILLON, May 12, 2026 (QFC) – {next(paragraphs(seed, 1))}"


def _release(title: str, seed: str, count: int) -> str:
    return f"# {title}\n\n{_lede(seed)}\n\n" + "\n\n".join(paragraphs(seed, count)) + "\n"


def many_people(path: Path, count: int, agreed: int) -> Path:
    """Write a list of so many people, a few twice or without an address, of whom so many have agreed to embargoes.

    The path's ending says in which format: .csv or .xlsx.
    """
    rows = [("First name", "Last name", "E-mail", "Outlet", "Language", "Embargo"), *_people(count, agreed)]
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def _people(count: int, agreed: int) -> Iterator[tuple[str, ...]]:
    every = count // agreed
    for number in range(count):
        address = f"reader{number - 1 if number % 1000 == 999 else number}@outlet{number % 700}.example"
        if number % 1000 == 500:
            address = "by telephone"
        language = ("en", "French", "ar", "", "de", "es")[number % 6]
        has_agreed = "yes" if number % every == 0 else ""
        yield f"Ada{number}", f"Thorn{number}", address, f"The Larkin Courier {number % 700}", language, has_agreed


def embargoed_release(path: Path) -> Path:
    """Write a release that only those get a draft of who have agreed to embargoes."""
    path.write_text(EMBARGOED, encoding="utf-8")
    return path
