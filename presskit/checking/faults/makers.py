"""Advice for whoever made a PDF: in the words of the program that made it; of kits only where presskit did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from presskit.checking.marks.values import inner, words
from presskit.findings import Finding

if TYPE_CHECKING:
    from pypdf import PdfReader

OF_KITS = re.compile(r" \((?:a|in a) kit: [^)]*\)")  # what the catalogue says besides, to those who have one
EXPORT = "LibreOffice: File, Export As, Export as PDF"
SAVE = "Word: Save As, PDF, Options"
PRINTED = "Printing into a PDF, or sending one through such a program, drops this: export the PDF where it was written."
# By what a PDF's Creator and Producer say, and by code: how it is done there.
MAKERS: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = (
    (
        re.compile(r"Ghostscript|Quartz PDFContext|Print To PDF|PDFCreator|CUPS|cairo", re.IGNORECASE),
        dict.fromkeys(("p-003", "p-005", "p-006"), PRINTED),
    ),
    (
        re.compile(r"LibreOffice|OpenOffice"),
        {
            "p-003": "In LibreOffice: Tools, Language, For All Text. Then export the PDF again.",
            "p-004": f"In {EXPORT}, User Interface: tick “Display document title”. The title itself: File, Properties.",
            "p-005": f"In {EXPORT}: tick “Universal Accessibility (PDF/UA)”.",
            "p-006": f"In {EXPORT}: tick “Export outlines” (once “Export bookmarks”): it lists headings.",
            "p-011": "In LibreOffice: click the picture with the right button, Alt Text. Then export the PDF again.",
        },
    ),
    (
        re.compile(r"Microsoft.{0,3} Word"),
        {
            "p-003": "In Word: Review, Language, Set Proofing Language. Then save it as PDF again.",
            "p-004": f"In Word: File, Info, Title. Then in {SAVE}: tick “Document properties”.",
            "p-005": f"In {SAVE}: tick “Document structure tags for accessibility”. Printing to PDF leaves them out.",
            "p-006": f"In {SAVE}: tick “Create bookmarks using” and choose “Headings”.",
            "p-011": "In Word: click the picture with the right button, View Alt Text. Then save it as PDF again.",
        },
    ),
    (
        re.compile(r"InDesign"),
        {
            "p-004": "In InDesign: File, File Info, Document Title; and when exporting, Display Title: Document Title.",
            "p-005": "In InDesign, when exporting: tick “Create Tagged PDF”.",
            "p-006": "In InDesign, when exporting: tick “Bookmarks”; a table of contents by styles makes them.",
            "p-011": "In InDesign: Object, Object Export Options, Alt Text. Then export the PDF again.",
        },
    ),
    (
        re.compile(r"Typst"),
        {
            "p-003": 'In Typst: #set text(lang: "en"), with your language. Then compile it again.',
            "p-004": 'In Typst: #set document(title: "…"), and compile it with --pdf-standard ua-1.',
            "p-005": "Compile it with --pdf-standard ua-1: Typst then says what cannot be tagged.",
            "p-011": 'In Typst: image("…", alt: "…"). Then compile it again.',
        },
    ),
    (
        re.compile(r"Skia/PDF"),
        {
            "p-003": 'In the web page: <html lang="en">, with its language. Then save it as PDF again.',
            "p-004": "In the web page: <title>. Then save it as PDF again.",
            "p-006": "A browser's window writes none; Chromium's command line does: --generate-pdf-document-outline.",
            "p-011": 'In the web page: <img alt="…">. Then save it as PDF again.',
        },
    ),
)


def is_made_here(reader: PdfReader) -> bool:
    """Tell whether a PDF says that presskit made it."""
    about = inner(reader.trailer, "/Info")
    return any(words(about, key).startswith("presskit ") for key in ("/Creator", "/Producer"))


def advise(reader: PdfReader, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with what the maker of the file can do: nothing of kits where presskit did not make it."""
    if is_made_here(reader):
        return tuple(found)
    maker = _maker(reader)
    ways = next((ways for pattern, ways in MAKERS if pattern.search(maker)), {})
    return tuple(replace(item, hint=ways.get(item.code) or OF_KITS.sub("", item.hint)) for item in found)


def _maker(reader: PdfReader) -> str:
    """Return the programs that a PDF names as its makers, in the older form or, as PDF 2.0 does, in XMP."""
    about = inner(reader.trailer, "/Info")
    if named := f"{words(about, '/Producer')} {words(about, '/Creator')}".strip():
        return named
    xmp = reader.xmp_metadata
    return f"{xmp.pdf_producer or ''} {xmp.xmp_creator_tool or ''}" if xmp else ""
