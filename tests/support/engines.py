"""What other programs read in a PDF: poppler, PDFium (Chrome), pdf.js (Firefox) and, where it is installed, MuPDF.

MuPDF is run as a command, for its licence (AGPL) would be that of what imports it.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2

from tests.support import poppler

READER = Path(__file__).resolve().parent.parent / "axe" / "read.mjs"


def by_pdfium(pdf: Path) -> str:
    """Return what Chrome reads."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def by_pdfjs(pdf: Path) -> str:
    """Return what Firefox reads. `./kit test` installs pdf.js: without it the test fails."""
    node = shutil.which("node")
    assert node, "Node.js is not installed"
    done = subprocess.run([node, str(READER), str(pdf)], capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout


def by_mupdf(pdf: Path) -> str:
    """Return what MuPDF reads, each line as it is painted: it has turned lines round only since 1.24."""
    return poppler.run("mutool", "draw", "-q", "-F", "text", pdf)


ENGINES: dict[str, Callable[[Path], str]] = {
    "poppler": poppler.text,
    "pdfium": by_pdfium,
    "pdf.js": by_pdfjs,
    "mupdf": by_mupdf,
}
