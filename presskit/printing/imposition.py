"""Booklets: pages laid out on sheets that are printed on both sides, folded and stapled.

pypdf lays them out. What only a screen needs is left behind: links, outline and tags mean nothing on a sheet to fold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from presskit.model import PaperSize
from presskit.printing.booklet import sheets_of

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader, PdfWriter
    from pypdf.generic import DictionaryObject

POINTS_PER_MM = 72 / 25.4
PAPER_MM = 0.12  # the thickness of paper of 100 g/m²
# The sheets that are folded, and the pages that come of them.
PAGE_OF_SHEET: Mapping[str, PaperSize] = {"letter": "half-letter", "tabloid": "letter", "a4": "a5", "a3": "a4"}


@dataclass(frozen=True)
class Booklet:
    """A booklet as it is printed: a page of the PDF for each side of a sheet, the outermost sheet first."""

    pdf: bytes
    sheets: int


def impose(pdf: bytes, *, right_to_left: bool = False, paper_mm: float = PAPER_MM) -> Booklet:
    """Lay a kit's pages out on sheets, each twice as wide as a page.

    pdf: its pages as they are read, blank ones among them; their number is a multiple of four.
    paper_mm: the thickness of the paper. By so much a sheet stands out at the edge for each sheet it lies in; its
    pages move towards the fold instead, so that the outer margins are even once the edge is cut.

    Equal arguments give equal bytes.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415  (slow to import)

    reader, writer = PdfReader(BytesIO(pdf)), PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    size = (float(reader.pages[0].trimbox.width), float(reader.pages[0].trimbox.height))
    forms = [writer._add_object(_form(writer, page)) for page in reader.pages]  # the only way pypdf has to add one
    sheets = sheets_of(len(forms), right_to_left=right_to_left)
    for sheet in sheets:
        creep_pt = sheet.nested * paper_mm * POINTS_PER_MM
        for halves in (sheet.front, sheet.back):
            _print_side(writer, [forms[page] for page in halves], size, creep_pt)
    _describe(writer, reader)
    file = BytesIO()
    writer.write(file)
    return Booklet(file.getvalue(), len(sheets))


def _form(writer: PdfWriter, page: PageObject) -> DictionaryObject:
    """Return a page as something that can be drawn; nothing of it reaches beyond its edges."""
    from pypdf.generic import ArrayObject, FloatObject, NameObject, StreamObject  # noqa: PLC0415

    form, contents = StreamObject(), page.get_contents()
    form.set_data(b"" if contents is None else contents.get_data())
    left, bottom = page.trimbox.lower_left
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(map(FloatObject, page.trimbox))
    form[NameObject("/Matrix")] = ArrayObject(map(FloatObject, (1, 0, 0, 1, -left, -bottom)))
    form[NameObject("/Resources")] = page["/Resources"].clone(writer)
    return form.flate_encode()


def _print_side(writer: PdfWriter, halves: Sequence[Any], size: tuple[float, float], creep_pt: float) -> None:
    """Print one side of a sheet: each page on its half, and nothing of it beyond the fold."""
    from pypdf.generic import DictionaryObject, NameObject, StreamObject  # noqa: PLC0415

    width, height = size
    side = writer.add_blank_page(2 * width, height)
    lines, drawn = [], DictionaryObject()
    for name, form, left, shift in (("/L", halves[0], 0.0, creep_pt), ("/R", halves[1], width, -creep_pt)):
        drawn[NameObject(name)] = form
        lines.append(f"q {left:.3f} 0 {width:.3f} {height:.3f} re W n 1 0 0 1 {left + shift:.3f} 0 cm {name} Do Q")
    contents = StreamObject()
    contents.set_data("\n".join(lines).encode())
    side[NameObject("/Contents")] = writer._add_object(contents.flate_encode())
    side[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): drawn})


def _describe(writer: PdfWriter, reader: PdfReader) -> None:
    """Say what the file is, and tell the printer's dialog: in its own size, on both sides, turned at the short edge."""
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject  # noqa: PLC0415

    about: Mapping[str, object] = reader.metadata or {}
    writer.metadata = {
        key: str(about[key]) for key in ("/Title", "/Author", "/Creator", "/Keywords", "/PresskitMade") if key in about
    }
    writer.root_object[NameObject("/Lang")] = TextStringObject(reader.root_object["/Lang"])
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {
            NameObject("/PrintScaling"): NameObject("/None"),
            NameObject("/Duplex"): NameObject("/DuplexFlipShortEdge"),
        }
    )
