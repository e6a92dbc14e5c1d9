"""Texts made of parts, each with words that stand nowhere else, written as files of every kind that presskit reads.

What a kind has no sign for is written as a paragraph, so that its words are there all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import Literal

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml

from tests.support.office_files import odt
from tests.support.word_files import W, png, run, with_footnotes

Look = Literal["", "bold", "italic", "sup", "sub", "strike", "link"]
Plain = Literal["heading", "quote", "box", "field", "control", "line"]
HEADLINE, PLACE = "Brinkum ferry returns to Zelmark", "PORT HOLLOW, May 12, 2026 –"
LOOKS = {"bold": "b", "italic": "i", "sup": "sup", "sub": "sub", "strike": "s"}
FORMATS = (".docx", ".html", ".md", ".txt", ".odt", ".rtf", ".eml")


@dataclass(frozen=True)
class Run:
    """Words with a look; of a link, its address ends in `to`."""

    words: str
    look: Look = ""
    to: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Runs, and the words of a footnote on the last of them."""

    runs: tuple[Run, ...]
    note: str = ""


@dataclass(frozen=True)
class Line:
    """Words in one element of a kind."""

    kind: Plain
    words: str


@dataclass(frozen=True)
class Items:
    """A list, which may be counted from a number; the last item may hold a list itself."""

    words: tuple[str, ...]
    start: int | None = None
    inside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of a table, and how many columns and rows it covers."""

    words: str
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True)
class Table:
    """The cells that begin in each row."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture's description and the caption below it."""

    alt: str
    caption: str


Part = Paragraph | Line | Items | Table | Picture


@dataclass
class Written:
    """What a writer still has to do: notes at the end of a file."""

    notes: list[str] = field(default_factory=list)

    def number(self, words: str) -> int:
        """Keep a note's words, and return its number."""
        self.notes.append(words)
        return len(self.notes)


def write(parts: Sequence[Part], path: Path) -> Path:
    """Write a text as the file's name says: a headline, a first paragraph, then the parts."""
    opening = (Paragraph((Run(f"{PLACE} The ferry sails on Monday, says its society, and takes bicycles and dogs."),)),)
    WRITERS[path.suffix]((*opening, *parts), path)
    return path


def lines_of(part: Part) -> Iterator[str]:
    """Yield a part's words, line by line, in the order in which they are read."""
    match part:
        case Paragraph():
            yield "".join(each.words for each in part.runs)
        case Line():
            yield part.words
        case Items():
            yield from (*part.words, *part.inside)
        case Table():
            yield from (cell.words for row in part.rows for cell in row)
        case Picture():
            yield from (part.alt, part.caption)


def laid_out(table: Table) -> list[list[tuple[Cell, bool]]]:
    """Return the cells that stand in each row of a table, and whether they begin there."""
    width = sum(cell.columns for cell in table.rows[0])
    rows: list[list[tuple[Cell, bool]]] = []
    above: dict[int, tuple[Cell, int]] = {}  # by column: what reaches down, and over how many rows still
    for row in table.rows:
        cells: list[tuple[Cell, bool]] = []
        begun, reaching, column = list(row), {}, 0
        while column < width:
            cell, left = above[column] if column in above else (begun[0], begun.pop(0).rows)
            cells.append((cell, column not in above))
            reaching |= {column: (cell, left - 1)} if left > 1 else {}
            column += cell.columns
        rows.append(cells)
        above = reaching
    return rows


def table_text(table: Table) -> str:
    """Return a table as text: tabs between the columns, nothing at the other places that a merged cell covers."""
    rows = [
        [words for cell, is_first in row for words in [cell.words if is_first else "", *[""] * (cell.columns - 1)]]
        for row in laid_out(table)
    ]
    return closed_up("\n".join("\t".join(row) for row in rows))


def closed_up(text: str) -> str:
    """Return a table's text without rows and columns in which nothing stands."""
    rows = [line.split("\t") for line in text.split("\n")]
    begun = [place for place in range(len(rows[0])) if any(row[place] for row in rows)]
    return "\n".join("\t".join(row[place] for place in begun) for row in rows if any(row))


# As HTML, and what is made of that.


def html_run(one: Run) -> str:
    words = escape(one.words)
    if one.look == "link":
        return f'<a href="https://brinkum.example/{one.to}">{words}</a>'
    return f"<{LOOKS[one.look]}>{words}</{LOOKS[one.look]}>" if one.look else words


def html_part(part: Part, pictures: Path) -> str:
    """Return a part as HTML; pictures are written into the folder."""
    match part:
        case Paragraph():
            note = f"</p><p>{escape(part.note)}" if part.note else ""
            return f"<p>{''.join(map(html_run, part.runs))}{note}</p>"
        case Line():
            tag = {"heading": "h3", "quote": "blockquote"}.get(part.kind, "p")
            return f"<{tag}>{escape(part.words)}</{tag}>"
        case Items():
            tag, start = ("ol", f" start={part.start}") if part.start is not None else ("ul", "")
            inner = f"<ul>{''.join(f'<li>{words}</li>' for words in part.inside)}</ul>" if part.inside else ""
            items = "</li><li>".join(map(escape, part.words))
            return f"<{tag}{start}><li>{items}{inner}</li></{tag}>"
        case Table():
            rows = ("".join(html_cell(cell) for cell in row) for row in part.rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        case Picture():
            (pictures / "quay.png").write_bytes(png().getvalue())
            return (
                f'<figure><img src="quay.png" alt="{escape(part.alt)}">'
                f"<figcaption>{escape(part.caption)}</figcaption></figure>"
            )


def html_cell(cell: Cell) -> str:
    return f"<td colspan={cell.columns} rowspan={cell.rows}>{escape(cell.words)}</td>"


def write_html(parts: Sequence[Part], path: Path) -> None:
    body = "\n".join(html_part(part, path.parent) for part in parts)
    title = f"<title>{HEADLINE}</title>"
    page = f"<html><head>{title}</head><body><article><h1>{HEADLINE}</h1>\n{body}</article></body></html>"
    path.write_text(page, encoding="utf-8")


def write_eml(parts: Sequence[Part], path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = HEADLINE, "press@brinkum.example", "desk@news.example"
    mail.set_content("\n\n".join(("FOR IMMEDIATE RELEASE", HEADLINE, *(text_part(part) for part in parts))))
    path.write_bytes(mail.as_bytes())


# As plain text and Markdown.


def text_part(part: Part) -> str:
    match part:
        case Paragraph():
            return "".join(each.words for each in part.runs) + (f"\n\n{part.note}" if part.note else "")
        case Items():
            signs = range(part.start, part.start + len(part.words)) if part.start is not None else ()
            marks = [f"{sign}." for sign in signs] or ["-"] * len(part.words)
            inside = [f"  - {words}" for words in part.inside]
            return "\n".join([*(f"{mark} {words}" for mark, words in zip(marks, part.words, strict=True)), *inside])
        case Table():
            return "\n\n".join("; ".join(cell.words for cell in row) for row in part.rows)
        case _:
            return "\n\n".join(lines_of(part))


def write_txt(parts: Sequence[Part], path: Path) -> None:
    path.write_text("\n\n".join((HEADLINE, *map(text_part, parts))), encoding="utf-8")


def markdown_run(one: Run) -> str:
    match one.look:
        case "bold":
            return f"**{one.words}**"
        case "strike":
            return f"~~{one.words}~~"
        case "link":
            return f"[{one.words}](https://brinkum.example/{one.to})"
        case _:
            return html_run(one)


def write_md(parts: Sequence[Part], path: Path) -> None:
    done = Written()

    def markdown_part(part: Part) -> str:
        match part:
            case Paragraph():
                call = f"[^{done.number(part.note)}]" if part.note else ""
                return "".join(map(markdown_run, part.runs)) + call
            case Line("heading"):
                return f"## {part.words}"
            case Line("quote"):
                return f"> {part.words}"
            case Items():
                return text_part(part).replace("\n  - ", "\n    - ")
            case Table():
                return html_part(part, path.parent)
            case Picture():
                (path.parent / "quay.png").write_bytes(png().getvalue())
                return f"![{part.alt}](quay.png)\n\n{part.caption}"
        return text_part(part)

    body = [f"# {HEADLINE}", *map(markdown_part, parts)]
    body += [f"[^{number}]: {words}" for number, words in enumerate(done.notes, start=1)]
    path.write_text("\n\n".join(body), encoding="utf-8")


# As Word files.

WORD_LOOKS = {
    "bold": "<w:b/>",
    "italic": "<w:i/>",
    "sup": '<w:vertAlign w:val="superscript"/>',
    "sub": '<w:vertAlign w:val="subscript"/>',
    "strike": "<w:strike/>",
}
BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>{}</w:p>'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def word_run(one: Run, document: Word) -> str:
    if one.look == "link":
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        key = document.part.relate_to(f"https://brinkum.example/{one.to}", f"{kind}/hyperlink", is_external=True)
        return f'<w:hyperlink xmlns:r="{kind}" r:id="{key}">{run(one.words)}</w:hyperlink>'
    return run(one.words, WORD_LOOKS.get(one.look, ""))


def word_line(line: Line) -> str:
    words = run(line.words)
    match line.kind:
        case "box":
            return BOX.format(words)
        case "field":
            return f'<w:fldSimple w:instr="SUBJECT">{words}</w:fldSimple>'
        case "control":
            return f"<w:sdt><w:sdtContent>{words}</w:sdtContent></w:sdt>"
        case "heading":
            return f'<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{words}'
        case "quote":
            return f'<w:pPr><w:pStyle w:val="Quote"/></w:pPr>{words}'
        case _:
            return words


def word_table(table: Table) -> str:
    """Return a table as Word has it: a cell that reaches down is an empty one in each row below."""
    rows = ("".join(word_cell(cell, is_first=is_first) for cell, is_first in row) for row in laid_out(table))
    return f'<w:tbl xmlns:w="{W}"><w:tblPr/>{"".join(f"<w:tr>{row}</w:tr>" for row in rows)}</w:tbl>'


def word_cell(cell: Cell, *, is_first: bool) -> str:
    merge = f'<w:vMerge w:val="{"restart" if is_first else "continue"}"/>' if cell.rows > 1 else ""
    words = run(cell.words) if is_first else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{cell.columns}"/>{merge}</w:tcPr><w:p>{words}</w:p></w:tc>'


def write_docx(parts: Sequence[Part], path: Path) -> None:
    document, done = Document(), Written()

    def add(xml: str) -> None:
        document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")

    def paragraph(inside: str) -> None:
        add(f'<w:p xmlns:w="{W}">{inside}</w:p>')

    document.add_paragraph(HEADLINE, style="Title")
    for part in parts:
        match part:
            case Paragraph():
                note = f"{{{done.number(part.note)}}}" if part.note else ""
                paragraph("".join(word_run(each, document) for each in part.runs) + (run(note) if note else ""))
            case Line():
                paragraph(word_line(part))
            case Items():
                style = "List Bullet" if part.start is None else "List Number"
                for words in part.words:
                    document.add_paragraph(words, style=style)
                for words in part.inside:
                    document.add_paragraph(words, style="List Bullet 2")
            case Table():
                add(word_table(part))
            case Picture():
                document.add_picture(png())._inline.docPr.set("descr", part.alt)
                document.add_paragraph(part.caption, style="Caption")
    document.save(str(path))
    if done.notes:
        with_footnotes(path, *done.notes)


# As OpenDocument and Rich Text.

ODT_LOOKS = {
    "bold": "fo:font-weight='bold'",
    "italic": "fo:font-style='italic'",
    "sup": "style:text-position='super 58%'",
    "sub": "style:text-position='sub 58%'",
    "strike": "style:text-line-through-style='solid'",
}


def odt_run(one: Run) -> str:
    words = escape(one.words)
    words = f"<text:s/>{words[1:]}" if words.startswith(" ") else words
    if one.look == "link":
        return f"<text:a xlink:href='https://brinkum.example/{one.to}'>{words}</text:a>"
    return f"<text:span text:style-name='{one.look}'>{words}</text:span>" if one.look else words


def odt_part(part: Part) -> str:
    match part:
        case Paragraph():
            note = (
                "<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation><text:note-body>"
                f"<text:p>{part.note}</text:p></text:note-body></text:note>"
            )
            return f"<text:p>{''.join(map(odt_run, part.runs))}{note if part.note else ''}</text:p>"
        case Line("heading"):
            return f"<text:h text:outline-level='2'>{part.words}</text:h>"
        case Line("box"):
            box = f"<draw:frame><draw:text-box><text:p>{part.words}</text:p></draw:text-box></draw:frame>"
            return f"<text:p>{box}</text:p>"
        case Items():
            items = "".join(f"<text:list-item><text:p>{words}</text:p></text:list-item>" for words in part.words)
            inside = "".join(f"<text:list-item><text:p>{words}</text:p></text:list-item>" for words in part.inside)
            inside = f"<text:list-item><text:list>{inside}</text:list></text:list-item>" if part.inside else ""
            return f"<text:list>{items}{inside}</text:list>"
        case Table():
            return odt_table(part)
        case _:
            return "".join(f"<text:p>{words}</text:p>" for words in lines_of(part))


def odt_table(table: Table) -> str:
    def written(cell: Cell, *, is_first: bool) -> str:
        spans = f"table:number-columns-spanned='{cell.columns}' table:number-rows-spanned='{cell.rows}'"
        first = f"<table:table-cell {spans}><text:p>{cell.words}</text:p></table:table-cell>" if is_first else ""
        return first + "<table:covered-table-cell/>" * (cell.columns - is_first)

    rows = ("".join(written(cell, is_first=is_first) for cell, is_first in row) for row in laid_out(table))
    columns = f"<table:table-column table:number-columns-repeated='{sum(cell.columns for cell in table.rows[0])}'/>"
    return f"<table:table>{columns}{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


def write_odt(parts: Sequence[Part], path: Path) -> None:
    looks = "".join(
        f"<style:style style:name='{name}' style:family='text'><style:text-properties {look}/></style:style>"
        for name, look in ODT_LOOKS.items()
    )
    title = f"<text:h text:outline-level='1'>{HEADLINE}</text:h>"
    odt(path, title + "".join(map(odt_part, parts)), automatic=looks)


RTF_LOOKS = {"bold": r"\b", "italic": r"\i", "sup": r"\super", "sub": r"\sub", "strike": r"\strike"}


def rtf_words(words: str) -> str:
    return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in words)


def rtf_run(one: Run) -> str:
    words = rtf_words(one.words)
    if one.look == "link":
        return f'{{\\field{{\\*\\fldinst HYPERLINK "https://brinkum.example/{one.to}"}}{{\\fldrslt {words}}}}}'
    return f"{{{RTF_LOOKS[one.look]} {words}}}" if one.look else words


def rtf_part(part: Part) -> str:
    match part:
        case Paragraph():
            note = f"{{\\footnote {rtf_words(part.note)}}}" if part.note else ""
            return f"\\pard {''.join(map(rtf_run, part.runs))}{note}\\par\n"
        case _:
            return "".join(f"\\pard {rtf_words(words)}\\par\n" for words in lines_of(part))


def write_rtf(parts: Sequence[Part], path: Path) -> None:
    body = f"\\pard {{\\b {HEADLINE}}}\\par\n" + "".join(map(rtf_part, parts))
    path.write_text(f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}", encoding="ascii")


WRITERS: dict[str, Callable[[Sequence[Part], Path], None]] = {
    ".docx": write_docx,
    ".html": write_html,
    ".md": write_md,
    ".txt": write_txt,
    ".odt": write_odt,
    ".rtf": write_rtf,
    ".eml": write_eml,
}
