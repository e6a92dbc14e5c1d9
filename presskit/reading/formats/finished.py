"""Finished PDFs as sources: their text in the order of reading, a last resort, and to be checked by whoever sends it.

pypdf's layout mode is used: measured, it keeps the empty lines between paragraphs that its plain mode loses.
"""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from pathlib import Path

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Removed
from presskit.names import legible
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.formats.text import read_text
from presskit.reading.locks import open_pdf

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # the library never prints

RUNNING = "repeated on the pages of the PDF"
FEWEST_WORDS = 8
MOST_PAGES = 40  # a text of more pages is a book, and no release
LIGATURES = re.compile("[\ufb00-\ufb06]")
HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n[ \t]*(?=[^\W\d_])")
PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—\s]*\d{1,3}(?:\s*(?:/|of|sur|von|de)\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)


def read_finished(path: Path, data: bytes) -> tuple[SourceText, list[Finding]]:
    """Return the text of a PDF, with the finding that says to compare it.

    Raises SourceError: p-022 where it is locked, s-025 where it is damaged, too long, or holds pictures of words only.
    """
    pages, told, may_copy = pages_of(path, data)
    running = running_lines(pages)
    lines: list[str] = []
    gone: list[Removed] = []
    for page in pages:
        for line in page:
            if line.strip() in running or PAGE_NUMBER.fullmatch(line.strip()):
                gone.append(Removed(None, line.strip(), RUNNING))
            else:
                lines.append(line)
    text = "\n".join(paragraphs(lines))
    if words_in(text) < FEWEST_WORDS:
        raise refused(path, "it holds no words, only pictures or outlines of them")
    source = read_text(text)
    source = SourceText(
        source.blocks,
        source.empty,
        tuple(dict.fromkeys(gone)),
        lines=dict.fromkeys(range(1, text.count("\n") + 2)),
        told=told,
    )
    found = [finding("c-036", Where(path), what="a finished PDF")]
    return source, found if may_copy else [*found, finding("p-025", Where(path), name=path.name)]


def pages_of(path: Path, data: bytes) -> tuple[list[list[str]], tuple[str, ...], bool]:
    """Return the lines of each page; what the file says of itself (title, keywords); whether it may be copied."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        opened = open_pdf(data, Where(path))
        reader = opened.reader
        if len(reader.pages) > MOST_PAGES:
            raise refused(path, f"it has more than {MOST_PAGES} pages")
        told = tuple(legible(str(words)) for words in (reader.metadata or {}).values())
        pages = [plain(page.extract_text(extraction_mode="layout")).split("\n") for page in reader.pages]
        return pages, told, "copying" not in (opened.forbids or ())
    except (DependencyError, NotImplementedError) as error:
        raise refused(path, "it is packed in a way that cannot be read") from error
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
        raise refused(path, "it is damaged") from error


def plain(text: str) -> str:
    """Return a page's text with whole letters in the place of ligatures, and words that were divided joined again."""
    whole = LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), legible(text).replace("\u200b", ""))
    return HYPHEN.sub("", whole)


def running_lines(pages: list[list[str]]) -> set[str]:
    """Return the lines at the head or the foot of the pages that stand on most of them."""
    edges = [
        {line.strip() for line in [*filled[:2], *filled[-2:]]}
        for page in pages
        if (filled := [*filter(str.strip, page)])
    ]
    counts = Counter(line for edge in edges for line in edge)
    return {line for line, count in counts.items() if len(pages) > 1 and count * 2 > len(pages)}


def paragraphs(lines: list[str]) -> list[str]:
    """Return the lines with those of a paragraph joined: a line goes on where it reaches the edge of the column."""
    widths = sorted(len(line.rstrip()) for line in lines if words_in(line) > 5)
    column = widths[int(len(widths) * 0.9)] if widths else 0
    joined: list[str] = []
    goes_on = False
    for line in lines:
        text = " ".join(line.split())
        if goes_on and text:
            joined[-1] = f"{joined[-1]} {text}"
        else:
            joined.append(text)
        goes_on = bool(text) and len(line.rstrip()) >= column * 0.75
    return joined


def refused(path: Path, reason: str) -> SourceError:
    """Return the error that says why a PDF cannot be read as a text."""
    return SourceError(finding("s-025", Where(path), name=path.name, reason=reason))
