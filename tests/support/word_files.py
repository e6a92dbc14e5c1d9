"""Word files for tests: written by python-docx, and what it cannot write put in as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from PIL import Image

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BY = 'w:author="Ada Thorn" w:date="2026-05-01T09:00:00Z"'
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word(path: Path, *paragraphs: str, fill: Callable[[Document], object] = lambda document: None) -> Path:
    """Write a Word file: the paragraphs, then what `fill` adds."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    fill(document)
    path.parent.mkdir(parents=True, exist_ok=True)
    document.save(str(path))
    return path


def add_xml(document: Document, inside: str) -> None:
    """Add a paragraph that holds the XML, with w: as its prefix."""
    document.element.body.insert_element_before(parse_xml(f'<w:p xmlns:w="{W}">{inside}</w:p>'), "w:sectPr")


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """Return a run of text as XML."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" {BY}>{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="2" {BY}>{run(text, tag="delText")}</w:del>'


def png(width: int = 300, height: int = 200) -> io.BytesIO:
    data = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(data, "PNG")
    data.seek(0)
    return data


def add_picture(document: Document, alt: str | None = None) -> None:
    """Add a picture, with a description where there is one."""
    shape = document.add_picture(png())
    properties = shape._inline.docPr
    if alt:
        properties.set("descr", alt)


def rewrite(
    path: Path, change: Mapping[str, Callable[[str], str]], add: Mapping[str, str | bytes] | None = None
) -> Path:
    """Change parts of a Word file as text, and add others."""
    with zipfile.ZipFile(path) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for name, function in change.items():
        parts[name] = function(bytes(parts[name]).decode("utf-8"))  # type: ignore[arg-type]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | dict(add or {})).items():
            archive.writestr(name, data)
    return path


def with_footnotes(path: Path, *notes: str) -> Path:
    """Add footnotes; the text refers to them by {1}, {2} …"""
    bodies = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{run(note)}</w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )

    def refer(text: str) -> str:
        for number in range(1, len(notes) + 1):
            mark = f'</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r><w:r><w:t xml:space="preserve">'
            text = text.replace(f"{{{number}}}", mark)
        return text

    kind = f'<Override PartName="/word/footnotes.xml" ContentType="{FOOTNOTES}"/></Types>'
    relation = f'<Relationship Id="rIdNotes" Type="{RELATION}/footnotes" Target="footnotes.xml"/></Relationships>'
    return rewrite(
        path,
        {
            "word/document.xml": refer,
            "[Content_Types].xml": lambda text: text.replace("</Types>", kind),
            "word/_rels/document.xml.rels": lambda text: text.replace("</Relationships>", relation),
        },
        {"word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{bodies}</w:footnotes>'},
    )
