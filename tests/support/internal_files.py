"""Thirty files that are not for the press: each of another format or language, with its mark in another place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import docx
import pikepdf
from docx.document import Document
from docx.oxml import parse_xml

from tests.hostile.exchange import outlook
from tests.support.office_files import odt
from tests.support.word_files import W

RELEASES = {
    "en": ("Larkin harbour buys {}", "LARKIN, June 4, 2026 – Larkin harbour buys {} in the spring, the office said."),
    "fr": ("Le port de Larkin achète {}", "LARKIN, le 4 juin 2026 – Le port de Larkin achète {} au printemps."),
    "es": ("El puerto de Larkin compra {}", "LARKIN, 4 de junio de 2026 – El puerto de Larkin compra {} este año."),
    "de": ("Der Hafen Larkin kauft {}", "LARKIN, 4. Juni 2026 – Der Hafen Larkin kauft {} im Frühling."),
    "ar": ("ميناء لاركن يشتري {}", "لاركن، 4 يونيو 2026 – ميناء لاركن يشتري {} في الربيع."),
}
STATUS = {
    "en": "FOR IMMEDIATE RELEASE",
    "fr": "POUR DIFFUSION IMMÉDIATE",
    "es": "PARA PUBLICACIÓN INMEDIATA",
    "de": "ZUR SOFORTIGEN VERÖFFENTLICHUNG",
    "ar": "للنشر الفوري",
}
CONTACT = "Contact: Nell Farrow, +1 202-555-0142, press@harbour.example"
HELVETICA = pikepdf.Dictionary(
    Type=pikepdf.Name.Font,
    Subtype=pikepdf.Name.Type1,
    BaseFont=pikepdf.Name.Helvetica,
    Encoding=pikepdf.Name.WinAnsiEncoding,
)


@dataclass(frozen=True)
class Internal:
    """A file: its path, its language, its mark, and where the mark stands. secret: a word that no output may hold."""

    path: str
    language: str
    mark: str
    place: str
    number: int

    @property
    def secret(self) -> str:
        return f"qzv{'abcdef'[self.number // 6]}{'ghijkl'[self.number % 6]}kumbalo"

    def lines(self) -> list[str]:
        """Return the words of a release that holds the secret."""
        headline, text = RELEASES[self.language]
        return [STATUS[self.language], headline.format(self.secret), text.format(self.secret), CONTACT]

    def write(self, folder: Path, *, is_marked: bool = True) -> Path:
        """Write the file; without its mark it would be printed."""
        path = folder / (self.path if is_marked or "name" not in self.place else f"a{self.number}{self.suffix}")
        if not is_marked and self.place == "folder":
            path = folder / path.name
        path.parent.mkdir(parents=True, exist_ok=True)
        WRITERS[self.suffix](self, path, self.mark if is_marked else "")
        return path

    @property
    def suffix(self) -> str:
        return Path(self.path).suffix


def write_word(one: Internal, path: Path, mark: str) -> None:
    document = docx.Document()
    if one.place == "first line":
        document.add_paragraph(mark)
    for line in one.lines():
        document.add_paragraph(line)
    section = document.sections[0]
    if one.place == "page head":
        section.header.paragraphs[0].text = mark
    if one.place == "page foot":
        section.footer.paragraphs[0].text = mark
    if one.place == "last line":
        document.add_paragraph(mark)
    if one.place == "cell":
        document.add_table(rows=1, cols=2).cell(0, 1).text = mark
    if one.place == "properties":
        document.core_properties.category = mark
    if one.place == "text box":
        add_boxed(document, mark)
    if one.place == "watermark":
        shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="W"><v:textpath string="{mark}"/></v:shape>'
        section.header.paragraphs[0]._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:pict>{shape}</w:pict></w:r>'))
    document.save(str(path))


def add_boxed(document: Document, words: str) -> None:
    """Add a text box as Word before 2010 writes it."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent>"
    box = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="B"><v:textbox>{inside}</v:textbox></v:shape>'
    document.paragraphs[0]._p.append(parse_xml(f'<w:r xmlns:w="{W}"><w:pict>{box}</w:pict></w:r>'))


def write_odt(one: Internal, path: Path, mark: str) -> None:
    lines = "".join(f"<text:p>{line}</text:p>" for line in one.lines())
    box = f"<text:p><draw:frame><draw:text-box><text:p>{mark}</text:p></draw:text-box></draw:frame></text:p>"
    shape = f"<text:p><draw:custom-shape><text:p>{mark}</text:p></draw:custom-shape></text:p>"
    added = {"text box": box, "shape": shape, "last line": f"<text:p>{mark}</text:p>"}.get(one.place, "")
    odt(path, lines + added, head=mark if one.place == "page head" else "")


def write_rtf(one: Internal, path: Path, mark: str) -> None:
    lines = "".join(rf"\pard {coded(line)}\par " for line in one.lines())
    coded_mark = coded(mark)
    box = rf"{{\shp{{\*\shpinst{{\sp{{\sn shapeType}}{{\sv 202}}}}{{\shptxt \pard {coded_mark}\par}}}}}}"
    watermark = rf"{{\header{{\shp{{\*\shpinst{{\sp{{\sn gtextUNICODE}}{{\sv {coded_mark}}}}}}}}}\par}}"
    head, foot = rf"{{\header \pard {coded_mark}\par}}", rf"{{\footer \pard {coded_mark}\par}}"
    added = {"page head": head, "page foot": foot, "text box": box, "watermark": watermark}.get(one.place, "")
    path.write_bytes(rf"{{\rtf1\ansi\ansicpg1252\uc0 {added}{lines}}}".encode())


def coded(words: str) -> str:
    return "".join(letter if ord(letter) < 128 else rf"\u{ord(letter)} " for letter in words)


def write_text(one: Internal, path: Path, mark: str) -> None:
    lines = one.lines()
    at = {"first line": 0, "line": 2, "last line": len(lines)}.get(one.place)
    lines = lines if at is None or not mark else [*lines[:at], mark, *lines[at:]]
    top = f"---\nclassification: {mark}\n---\n" if one.place == "settings" and mark else ""
    encoding = "cp1252" if one.place == "last line" else "utf-8"
    path.write_bytes((top + "\n\n".join(lines) + "\n").encode(encoding, "replace"))


def write_page(one: Internal, path: Path, mark: str) -> None:
    lines = one.lines()
    text = f"<h1>{lines[1]}</h1>" + "".join(f"<p>{line}</p>" for line in [lines[0], *lines[2:], *[lines[2]] * 3])
    banner = f'<div role="banner">{mark}</div>' if one.place == "banner" else ""
    title = mark if one.place == "title" and mark else lines[1]
    page = f"<html><head><title>{title}</title></head><body>{banner}<article>{text}</article></body></html>"
    path.write_text(page, encoding="utf-8")


def write_pdf(one: Internal, path: Path, mark: str) -> None:
    lines = [line.replace("–", "-") for line in one.lines()]
    pages = [[mark, *lines], [mark, "The rest of it."]] if one.place == "every page" else [[mark, *lines]]
    made = pikepdf.new()
    for page in pages:
        made.add_blank_page(page_size=(612, 792))
        shown = " ".join(f"1 0 0 1 50 {700 - 40 * place} Tm ({line}) Tj" for place, line in enumerate(page))
        made.pages[-1].obj.Contents = made.make_stream(f"BT /F 9 Tf {shown} ET".encode("cp1252"))
        made.pages[-1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=HELVETICA))
    if one.place == "properties":
        made.docinfo["/Keywords"] = mark
    made.save(path)


def write_mail(one: Internal, path: Path, mark: str) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "Tom Pell <tom@inside.example>", "Ana Ruiz <ana@inside.example>"
    message["Date"] = "Thu, 04 Jun 2026 09:00:00 +0000"
    message["Subject"] = mark if one.place == "subject" and mark else "for tomorrow"
    lines = [*([mark] if one.place == "line" and mark else []), *one.lines()]
    message.set_content("\n\n".join(lines))
    path.write_bytes(message.as_bytes())


def write_outlook(one: Internal, path: Path, mark: str) -> None:
    lines = [*([mark] if mark else []), *one.lines()]
    path.write_bytes(outlook({"__substg1.0_1000001F": "\r\n\r\n".join(lines).encode("utf-16-le")}))


WRITERS: dict[str, Callable[[Internal, Path, str], None]] = {
    ".docx": write_word,
    ".odt": write_odt,
    ".rtf": write_rtf,
    ".txt": write_text,
    ".md": write_text,
    ".html": write_page,
    ".pdf": write_pdf,
    ".eml": write_mail,
    ".msg": write_outlook,
}
TABLE = """
Harbour news 1.docx | en | CONFIDENTIAL | first line
Harbour news 2.docx | fr | Document interne – ne pas diffuser | page head
Harbour news 3.docx | de | Nur für den internen Gebrauch | page foot
Harbour news 4.docx | es | USO INTERNO | text box
Harbour news 5.docx | ar | سري للغاية | last line
Harbour news 6.docx | en | Internal use only | cell
Harbour news 7.docx | de | VERTRAULICH | watermark
Harbour news 8.docx | en | Confidential | properties
Harbour CONFIDENTIAL.docx | en |  | name
INTERNAL/Harbour news 10.docx | en |  | folder
Interne/Nouvelles du port 11.docx | fr |  | folder
Harbour news 12.odt | fr | STRICTEMENT CONFIDENTIEL | page head
Harbour news 13.odt | es | Confidencial | text box
Harbour news 14.odt | de | Streng vertraulich | last line
Harbour news 15.odt | ar | للاستخدام الداخلي | page head
Harbour news 16.odt | en | NOT FOR DISTRIBUTION | shape
Harbour news 17.rtf | en | Not for publication – internal | page head
Harbour news 18.rtf | de | INTERN | page foot
Harbour news 19.rtf | fr | CONFIDENTIEL | text box
Harbour news 20.rtf | en | CONFIDENTIAL | watermark
Harbour news 21.txt | en | Classification: INTERNAL | first line
Harbour news 22.txt | fr | Strictement confidentiel | last line
Port – éléments de langage.md | fr |  | name
Harbour news 24.md | en | internal | settings
Harbour news 25.html | es | DOCUMENTO INTERNO | banner
Harbour news 26.html | en | CONFIDENTIAL | title
Harbour news 27.pdf | en | STRICTLY CONFIDENTIAL | every page
Harbour news 28.pdf | es | CONFIDENCIAL | first line
Harbour news 29.eml | en | CONFIDENTIAL | subject
Harbour news 30.msg | de | INTERN – nicht weitergeben | line
"""
INTERNAL = [
    Internal(*(cell.strip() for cell in line.split("|")), number)  # type: ignore[arg-type]
    for number, line in enumerate(TABLE.strip().splitlines())
]
