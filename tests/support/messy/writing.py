"""Files of every kind, made of a few words: Word, OpenDocument, Rich Text, web pages, PDFs, mails, pictures, lists."""

from __future__ import annotations

import html
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pikepdf
from docx.document import Document
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw

from tests.support.messy.texts import MAIL_END, MAIL_NOTE, TEXTS
from tests.support.office_files import odt
from tests.support.word_files import add_xml, run, word

PEOPLE = (("Name", "First name", "E-mail", "Outlet"), ("Vane", "Iris", "{secret}@island-paper.example", "Island Paper"))
RECORD = (("sent", "drafted on", "name", "e-mail"), ("yes", "2026-05-12", "Vane {secret}", "iris@island-paper.example"))
BUDGET = (("Item", "Crowns"), ("Bell", "1200"), ("Pontoons", "{secret}"))
BRAND = "#12355b"


def write(path: Path, content: str, secret: str) -> None:
    """Write a file of the kind that its name says. content: a key of TEXTS, or a word for what holds no text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if content in OTHERS:
        OTHERS[content](path, secret)
        return
    key, _, trait = content.partition(" + ")
    text = TEXTS[key].format(secret=secret)
    if trait == "changed":
        text, trait = text.replace("1911", "1910").replace("1780", "1781").replace("210", "209"), ""
    WRITERS[path.suffix.lower()](path, text, secret, trait)


def blocks_of(text: str) -> list[str]:
    """Return a text's paragraphs, their lines joined where they are wrapped."""
    parts = (part.strip() for part in text.split("\n\n"))
    return [part if "\n- " in f"\n{part}" else unwrapped(part) for part in parts]


def unwrapped(part: str) -> str:
    """Join lines that are wrapped; short lines, such as an address, stay."""
    joined = ""
    for line in part.split("\n"):
        joined += line + (" " if len(line) > 90 else "\n")
    return joined.strip()


def in_word(path: Path, text: str, secret: str, trait: str) -> None:
    """Write a Word file. trait: "hidden" adds a hidden word; "header: …" words at the head of its pages."""

    def fill(document: Document) -> None:
        rows: list[list[str]] = []
        for block in blocks_of(text):
            if " || " in block:
                rows.append(block.split(" || "))
                continue
            if block.startswith("# "):
                document.add_heading(block[2:], 1)
            elif block.startswith("- ") or "\n- " in block:
                for line in block.split("\n"):
                    style = "List Bullet" if line.startswith("- ") else None
                    document.add_paragraph(line.removeprefix("- "), style=style)
            else:
                document.add_paragraph(block)
            if rows and not block.startswith("|"):
                rows = add_table(document, rows)
        if trait == "hidden":
            add_xml(document, run(f"keep {secret} out", "<w:vanish/>"))
        if trait.startswith("header: "):
            document.sections[0].header.paragraphs[0].text = trait.removeprefix("header: ")

    word(path, fill=fill)


def add_table(document: Document, rows: list[list[str]]) -> list[list[str]]:
    """Add a table above the last paragraph, and return no rows: they are written."""
    table = document.add_table(0, len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.paragraphs[-1]._p.addprevious(table._tbl)
    return []


def in_opendocument(path: Path, text: str, secret: str, trait: str) -> None:
    """Write an OpenDocument text."""
    paragraphs = (f"<text:p>{html.escape(line)}</text:p>" for block in blocks_of(text) for line in block.split("\n"))
    odt(path, "".join(paragraphs))


def in_rich_text(path: Path, text: str, secret: str, trait: str) -> None:
    """Write Rich Text, its letters beyond ASCII as numbers."""
    lines = [line for block in blocks_of(text) for line in block.split("\n")]
    coded = (
        "".join(c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?" for c in line)
        for line in lines
    )
    path.write_text("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}" + "\\par\n".join(coded) + "\\par}")


def in_plain_text(path: Path, text: str, secret: str, trait: str) -> None:
    """Write plain text or Markdown as UTF-8, or as the encoding that the trait names."""
    path.write_bytes(text.replace(" || ", " | ").encode(trait or "utf-8", "replace"))


def in_web_page(path: Path, text: str, secret: str, trait: str) -> None:
    """Write a page as browsers save it; a comment holds what nobody sees."""
    parts = []
    for number, block in enumerate(blocks_of(text)):
        words = html.escape(block.removeprefix("# ")).replace("\n", "<br>")
        if " || " in block:
            cells = "".join(f"<td>{cell}</td>" for cell in words.split(" || "))
            parts.append(f"<table><tr>{cells}</tr></table>")
            continue
        tag = "h1" if number == 0 and len(block) < 90 else "h2" if block.startswith("# ") else "p"
        parts.append(f"<{tag}>{words}</{tag}>")
    picture = f'<p><img src="{path.stem}_files/quay.jpg" alt="A quay at night"></p>' if trait == "picture" else ""
    body = "\n".join(parts)
    head = f"<!doctype html><html><head><meta charset=utf-8><title>{html.escape(blocks_of(text)[0])}</title></head>"
    path.write_text(f"{head}<body><!-- {secret} -->{body}{picture}</body></html>", encoding="utf-8")


def in_pdf(path: Path, text: str, secret: str, trait: str) -> None:
    """Write a PDF of one page, in Helvetica, as an old program would."""
    lines: list[str] = []
    for block in blocks_of(text):
        lines += [*wrapped(block, 80), ""]
    shown = "".join(f"({escaped(line)}) Tj T*\n" for line in lines)
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(595, 842))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
        page = pdf.pages[0].obj
        page.Resources = Dictionary(Font=Dictionary(F=font))
        stream = f"BT /F 11 Tf 14 TL 60 780 Td\n{shown}ET".encode("cp1252", "replace")
        page.Contents = pdf.make_stream(stream)
        pdf.save(path)


def wrapped(block: str, width: int) -> list[str]:
    """Return a paragraph's lines, each at most so many characters."""
    lines = [""]
    for word_ in block.replace("\n", " ").split():
        if len(lines[-1]) + len(word_) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word_}".strip()
    return lines


def escaped(line: str) -> str:
    """Return a line as a PDF's string holds it."""
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def in_mail(path: Path, text: str, secret: str, trait: str) -> None:
    """Write a saved mail. trait: "release" puts a note above the text and a signature below it."""
    message = EmailMessage()
    message["From"] = f"Tom Pell <tom-{secret}@inside.example>"
    message["To"] = "Ana Ruiz <ana@inside.example>"
    message["Subject"] = f"for tomorrow {secret}"
    flowing = "\n\n".join(blocks_of(text))
    is_release = trait == "release"
    message.set_content((MAIL_NOTE + flowing + MAIL_END).format(secret=secret) if is_release else flowing)
    path.write_bytes(message.as_bytes())


def photo(path: Path, secret: str = "") -> None:
    """Draw a photo: light that fades over water, and a lamp in the colour of its name."""
    size = (120, 180) if secret == "tall" else (180, 120)
    picture = Image.radial_gradient("L").resize(size).convert("RGB")
    picture.paste(tuple(zlib.crc32(path.name.encode()).to_bytes(4, "big")[:3]), (0, 0, 16, 16))
    picture.save(path)


def logo(path: Path, secret: str = "") -> None:
    """Draw a logo: a flat shape that stands free, wide and low."""
    picture = Image.new("RGBA", (240, 80), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((4, 4, 76, 76), fill=BRAND)
    draw.rectangle((90, 30, 232, 50), fill=BRAND)
    picture.save(path) if path.suffix.lower() == ".png" else picture.convert("RGB").save(path)


def drawn_logo(path: Path, secret: str = "") -> None:
    """Write a logo as SVG."""
    shape = f'<rect width="60" height="20" fill="{BRAND}"/>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20">{shape}</svg>')


def table_of(rows: tuple[tuple[str, ...], ...]) -> Callable[[Path, str], None]:
    """Return a function that writes rows as .csv or .xlsx."""

    def save(path: Path, secret: str) -> None:
        filled = [[cell.format(secret=secret) for cell in row] for row in rows]
        if path.suffix.lower() == ".xlsx":
            book = openpyxl.Workbook()
            for row in filled:
                book.active.append(row)
            book.save(path)
        else:
            path.write_text("\n".join(",".join(row) for row in filled), encoding="utf-8")

    return save


def export(path: Path, secret: str) -> None:
    """Write the export of a blog with two posts, of which one is private."""
    item = (
        "<item><title>{}</title><wp:status>{}</wp:status><wp:post_type>post</wp:post_type>"
        "<content:encoded>{}</content:encoded></item>"
    )
    path.write_text(
        '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Ferry blog</title>'
        + item.format("The bell rings", "publish", "It rings at noon.")
        + item.format("The lamp burns", "publish", "It burns at night.")
        + item.format("Not yet", "private", secret)
        + "</channel></rss>",
        encoding="utf-8",
    )


def stub(path: Path, secret: str) -> None:
    """Write a few bytes that are none of ours."""
    path.write_bytes(b"\x00\x01stub " + secret.encode())


def empty(path: Path, secret: str = "") -> None:
    """Write a file without a byte."""
    path.write_bytes(b"")


def scan(path: Path, secret: str = "") -> None:
    """Write a PDF that holds a picture and no words."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)


OTHERS: dict[str, Callable[[Path, str], None]] = {
    "photo": photo,
    "portrait": lambda path, secret: photo(path, "tall"),
    "logo": logo,
    "drawn logo": drawn_logo,
    "people": table_of(PEOPLE),
    "table": table_of(BUDGET),
    "record": table_of(RECORD),
    "export": export,
    "stub": stub,
    "empty": empty,
    "scan": scan,
}
WRITERS: dict[str, Callable[[Path, str, str, str], None]] = {
    ".docx": in_word,
    ".odt": in_opendocument,
    ".rtf": in_rich_text,
    ".txt": in_plain_text,
    ".md": in_plain_text,
    ".html": in_web_page,
    ".htm": in_web_page,
    ".pdf": in_pdf,
    ".eml": in_mail,
}
