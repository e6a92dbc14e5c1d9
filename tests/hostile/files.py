"""Files that programs write, made hostile: Word files, pictures, tables, typefaces, finished PDFs and ZIPs."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache

import docx
import openpyxl
import pikepdf
from PIL import Image, PngImagePlugin

from presskit.fonts import find_face, shipped_faces
from tests.hostile.inputs import photo
from tests.support.encrypted import encrypted

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def word_file() -> bytes:
    """Return an honest Word file."""
    document = docx.Document()
    document.add_heading("The harbour opens", 0)
    document.add_paragraph("HAVNEBY, 12 May 2026 – The harbour opens its gates to sailing ships.")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def word(inside: str = "", head: str = "", parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file with XML put at the end of its body, words put before its root, and other parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file())) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        own = {name: old.read(name) for name in old.namelist()}
        text = own["word/document.xml"].decode()
        own["word/document.xml"] = (
            text.replace("<w:document", head + "<w:document", 1).replace("<w:sectPr", inside + "<w:sectPr", 1).encode()
        )
        for name, part in (own | dict(parts or {})).items():
            new.writestr(name, part)
    return data.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def picture_of(target: str) -> dict[str, str]:
    """Return the part of a Word file that says where its pictures are, with one that is elsewhere."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rIdX" Type="{kind}/image" Target="{target}" TargetMode="External"/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(word_file())) as old:
        text = old.read("word/_rels/document.xml.rels").decode()
    return {"word/_rels/document.xml.rels": text.replace("</Relationships>", relation)}


def drawing(relation: str) -> str:
    """Return a picture of a Word file by the name of its relation."""
    a, r = (
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    )
    return (
        f'<w:p><w:r><w:drawing><a:blip xmlns:a="{a}" xmlns:r="{r}" r:embed="{relation}" r:link="{relation}"/>'
        "</w:drawing></w:r></w:p>"
    )


def zipped(files: Mapping[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", kind) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def bomb(name: str, size: int) -> bytes:
    """Return a ZIP in which a file of zeros is a thousandth of its size."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as file:
        for _ in range(size // 10_000_000):
            file.write(bytes(10_000_000))
    return data.getvalue()


# ---- Pictures


def png(width: int, height: int, data: bytes | None = None, more: bytes = b"") -> bytes:
    """Return a PNG that says it has this size; its points are white, or what `data` unpacks to."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    if data is None:
        packer, parts = zlib.compressobj(9), []
        row = bytes((width + 7) // 8 + 1)
        for _ in range(height):
            parts.append(packer.compress(row))
        data = b"".join(parts) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def png_text(size: int) -> bytes:
    """Return a PNG with a text that unpacks to so many bytes."""
    data, info = io.BytesIO(), PngImagePlugin.PngInfo()
    info.add_text("XML:com.adobe.xmp", "x" * size, zip=True)
    Image.new("RGB", (600, 400)).save(data, "PNG", pnginfo=info)
    return data.getvalue()


def scans(count: int, width: int = 4000, height: int = 3000) -> bytes:
    """Return a progressive JPEG whose last scan is there again and again."""
    data = io.BytesIO()
    Image.new("L", (width, height), 128).save(data, "JPEG", progressive=True, quality=30)
    whole = data.getvalue()
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * count + whole[-2:]


def jpeg_with(marker: int, content: bytes) -> bytes:
    """Return a JPEG with a segment put behind its first bytes."""
    return photo()[:2] + struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content + photo()[2:]


def exif(words: str) -> bytes:
    """Return a JPEG whose description says something."""
    data, tags = io.BytesIO(), Image.Exif()
    tags[0x010E] = words
    Image.new("RGB", (600, 400)).save(data, "JPEG", exif=tags)
    return data.getvalue()


def tiff(**parts: object) -> bytes:
    """Return a TIFF, with so many pages."""
    data = io.BytesIO()
    Image.new("1", (60, 40)).save(data, "TIFF", save_all=True, append_images=[Image.new("1", (60, 40))] * 3000)
    return data.getvalue()


# ---- Typefaces


def typeface(change: Callable[[bytearray], object] = lambda data: None) -> bytes:
    """Return a typeface, damaged."""
    data = bytearray(find_face(shipped_faces(), "Pk-Sans", 400).path.read_bytes())
    change(data)
    return bytes(data)


# ---- Tables


def sheet(rows: list[list[object]], parts: Mapping[str, bytes | str] | None = None) -> bytes:
    """Return an Excel file, with other parts put in."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    if not parts:
        return data.getvalue()
    with zipfile.ZipFile(data) as old:
        return zipped({name: old.read(name) for name in old.namelist()} | dict(parts))


def sheet_xml(inside: str) -> dict[str, bytes | str]:
    """Return the first sheet of an Excel file, as XML."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {"xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{inside}</sheetData></worksheet>'}


# ---- PDFs


def pdf(fill: Callable[[pikepdf.Pdf, pikepdf.Page], object]) -> bytes:
    """Return a PDF of one page, which `fill` makes hostile."""
    made = pikepdf.Pdf.new()
    made.add_blank_page()
    fill(made, made.pages[0])
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def forms(count: int, times: int) -> bytes:
    """Return a PDF whose forms each draw the one before, so many times."""

    def fill(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        inner = made.make_stream(b"0 0 1 1 re f BT ET")
        inner.Type, inner.Subtype, inner.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
        for _ in range(count):
            outer = made.make_stream(b"/X Do " * times)
            outer.Type, outer.Subtype, outer.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
            outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
            inner = outer
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        page.obj.Contents = made.make_stream(b"/X Do " * times)

    return pdf(fill)


def form_that_draws_itself() -> bytes:
    """Return a PDF whose form draws itself."""

    def fill(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        form = made.make_stream(b"/X Do /X Do")
        form.Type, form.Subtype, form.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 9, 9]
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.obj.Contents = made.make_stream(b"/X Do")

    return pdf(fill)


def content(text: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return a maker of a PDF whose page paints this."""
    return lambda: pdf(lambda made, page: setattr(page.obj, "Contents", made.make_stream(text())))


def structure(depth: int, in_circle: bool = False) -> bytes:
    """Return a PDF whose tags are inside one another, or in a circle."""

    def fill(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
        first = inner = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Document))
        for _ in range(depth):
            outer = made.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Part, K=inner))
            inner = outer
        if in_circle:
            first.K = inner
        made.Root.StructTreeRoot = pikepdf.Dictionary(K=inner)
        made.Root.MarkInfo = pikepdf.Dictionary(Marked=True)

    return pdf(fill)


def locked() -> bytes:
    """Return a PDF with a password."""
    return encrypted(pdf(lambda made, page: None), user="x")


def with_lock(lock: bytes) -> bytes:
    """Return a PDF whose end says that this is its lock."""
    return pdf(lambda made, page: None).replace(b"/Root", b"/ID [<00><00>] /Encrypt " + lock + b" /Root")


def lock_changed(pattern: bytes, instead: bytes, lock: str = "AES, 256 bits") -> bytes:
    """Return a protected PDF with something in its lock changed."""
    return re.sub(pattern, instead, encrypted(pdf(lambda made, page: None), lock))


def outline_in_circle(made: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Give a PDF an outline whose entry is its own next one."""
    item = made.make_indirect(pikepdf.Dictionary(Title="a"))
    item.Next, item.First, item.Last = item, item, item
    made.Root.Outlines = made.make_indirect(pikepdf.Dictionary(First=item, Last=item, Count=1))
