"""PDFs of a few bytes, for tests of what is read back: a document is a page, a line marked content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader


@dataclass(frozen=True)
class SmallPart:
    """A document: its title, its language, and its lines."""

    title: str
    lines: Sequence[str] = ()
    language: str = "en"


@dataclass
class SmallPdf:
    """A PDF being made, to be damaged before it is read."""

    pdf: Pdf = field(default_factory=Pdf.new)

    def read(self) -> PdfReader:
        """Return it as pypdf reads it."""
        return PdfReader(BytesIO(self.bytes()))

    def bytes(self) -> bytes:
        """Return the file."""
        file = BytesIO()
        self.pdf.save(file)
        return file.getvalue()

    def font(self, name: str = "/ABCDEF+Pk-Sans") -> pikepdf.Object:
        """Return a font of one-byte codes that says it is embedded."""
        descriptor = Dictionary(Type=Name.FontDescriptor, FontFile2=self.pdf.make_stream(b""))
        return self.pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(name), FontDescriptor=descriptor)
        )

    def add_page(self, content: bytes, font: pikepdf.Object | None = None) -> pikepdf.Page:
        """Add a page with a content stream in the font /F."""
        self.pdf.add_blank_page(page_size=(200, 200))
        page = self.pdf.pages[-1]
        page.obj.Contents = self.pdf.make_stream(content)
        page.obj.Resources = Dictionary(Font=Dictionary(F=font if font is not None else self.font()))
        return page


def small_pdf(parts: Sequence[SmallPart]) -> SmallPdf:
    """Return a PDF with all that presskit asks of one."""
    small = SmallPdf()
    root = small.pdf.Root
    document = small.pdf.make_indirect(Dictionary(S=Name.Document, K=Array()))
    for number, part in enumerate(parts):
        marks = (f"/P <</MCID {at}>> BDC BT /F 9 Tf ({line}) Tj ET EMC" for at, line in enumerate(part.lines))
        page = small.add_page("\n".join(marks).encode("cp1252"))
        page.obj.StructParents = number
        kids = [Dictionary(S=Name.P, Pg=page.obj, K=at) for at in range(len(part.lines))]
        document.K.append(Dictionary(S=Name.Part, T=String(part.title), Lang=String(part.language), K=Array(kids)))
    root.StructTreeRoot = Dictionary(K=Array([document]))
    root.MarkInfo = Dictionary(Marked=True)
    root.Lang = String("en")
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    small.pdf.docinfo[Name.Title] = String("A kit")
    with small.pdf.open_outline() as outline:
        outline.root.extend(pikepdf.OutlineItem(part.title, at) for at, part in enumerate(parts))
    return small
