"""Checks of the finished PDF, read back with another library than the one that wrote it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from typing import TYPE_CHECKING

from presskit.checking.faults.artifacts import has_content
from presskit.checking.faults.left_inside import left_inside
from presskit.checking.faults.links import dead_links
from presskit.checking.faults.makers import advise, is_made_here
from presskit.checking.faults.typefaces import BOUND, check_typefaces, has_typefaces
from presskit.checking.faults.unreadable import unreadable
from presskit.checking.marks.known_pages import PageReading, anew, file_read, once
from presskit.checking.marks.page_fonts import Fonts
from presskit.checking.marks.page_text import marked_texts
from presskit.checking.marks.tagged_text import Piece, read_parts, read_tree
from presskit.checking.marks.values import inner, value, words
from presskit.checking.page_numbers import in_words
from presskit.checking.promises import DRAFT, Promises, broken_promises
from presskit.findings import Finding, Where, finding
from presskit.limits import PDF_PAGES
from presskit.names import brief
from presskit.reading.locks import LockedError, OpenedPdf, open_pdf

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

NO_PROMISES = Promises()
OUTLINED_PAGES = 5  # whoever made it with another program: fewer pages are turned faster than jumped
NO_TITLE = "untitled"  # as programs write where nobody gave one
UNTITLED = "Give it one in the program that made it, and export it again (a kit: set “title” in kit.toml, and build)."
UNSHOWN = (
    "It has one, “{title}”, but is set to show the file's name in its place. Export it again with “Display document "
    "title” (in a PDF program: File, Properties, Initial View)."
)
MOST_TOLD = 1_000  # a stranger's file may have a hundred thousand dead links
# What damaged files lead pypdf into, besides its own errors (measured: 300 files with bytes changed or cut off).
DAMAGE = (ArithmeticError, AttributeError, LookupError, NotImplementedError, RecursionError, TypeError, ValueError)
logging.getLogger("pypdf").addHandler(logging.NullHandler())  # the library never prints


def check_pdf(pdf: bytes, promises: Promises = NO_PROMISES) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF: what every one must hold (PDF/UA-1), and what its kit promises."""

    def look(reader: PdfReader) -> Iterator[Finding]:
        yield from _look_at(reader, promises, anew)
        if promises.parts or is_made_here(reader):
            yield from _unreadable(reader, anew)

    return _told(pdf, look)


def check_made(pdf: bytes, promises: Promises) -> tuple[Finding, ...]:
    """Return what is wrong with a PDF that was just made, but for lines that nobody can read whole.

    What was read of its pages before, in this process, is known again.
    """
    found = _told(pdf, lambda reader: _look_at(reader, promises, once))
    file_read(marked_texts)
    return found


def find_unreadable(pdf: bytes) -> tuple[Finding, ...]:
    """Return which lines of a PDF that was just made nobody can read whole. Why apart: another process can do it."""
    found = _told(pdf, lambda reader: _unreadable(reader, once), is_whole=False)
    file_read(unreadable)
    return found


def _told(pdf: bytes, look: Callable[[PdfReader], Iterable[Finding]], *, is_whole: bool = True) -> tuple[Finding, ...]:
    """Return what is found where a PDF is looked at; is_whole: and what is said of the file as a whole."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        opened = open_pdf(pdf, Where())
        whole = as_a_whole(opened) if is_whole else ()
        return advise(opened.reader, (*whole, *islice(look(opened.reader), MOST_TOLD)))
    except LockedError as error:
        return tuple(error.problems)
    except (DependencyError, PyPdfError, *DAMAGE):
        return (finding("p-010"),)


def as_a_whole(opened: OpenedPdf, protected: str = "p-024") -> Iterator[Finding]:
    """Yield what is said of a file that is protected, as the code `protected`, and of one that is a form."""
    if opened.protection:
        yield finding(protected, what=opened.protection)
    form = inner(opened.reader.root_object, "/AcroForm")
    if value(form, "/Fields") or "/XFA" in form:
        yield finding("p-027")
    yield from left_inside(opened.reader)


def _look_at(reader: PdfReader, promises: Promises, read: PageReading) -> Iterator[Finding]:
    if not len(reader.pages):
        yield finding("p-010")
        return
    PDF_PAGES.require(len(reader.pages), Where())
    tree = read_tree(reader)
    yield from _about_itself(reader)
    if promises.final and reader.metadata and DRAFT in words(reader.metadata, "/Keywords"):
        yield finding("p-013")
    yield from _tags(reader, tree)
    yield from _descriptions(tree)
    yield from check_typefaces(reader, promises.faces if promises.parts or is_made_here(reader) else None)
    yield from dead_links(reader)
    if tree and promises.parts:
        yield from broken_promises(read_parts(reader, tree, read), promises)


def _unreadable(reader: PdfReader, read: PageReading) -> Iterator[Finding]:
    """Yield the lines that a page does not show whole, and those that lie on each other."""
    fonts = Fonts()
    for number, page in enumerate(reader.pages, start=1):
        cut, on_top = read(unreadable, page, fonts)
        for text in cut:
            yield finding("p-048", Where(page=number), words=brief(text))
        for above, below in on_top:
            yield finding("p-053", Where(page=number), words=brief(above), others=brief(below))


def _about_itself(reader: PdfReader) -> Iterator[Finding]:
    """Yield what the file does not say about itself: its language, its title, its outline."""
    root = reader.root_object
    if not words(root, "/Lang"):
        yield finding("p-003")
    title = _title(reader)
    if not title or not _is_true(inner(root, "/ViewerPreferences"), "/DisplayDocTitle"):
        yield finding("p-004", hint=UNSHOWN.format(title=brief(title)) if title else UNTITLED)
    if "/First" not in inner(root, "/Outlines") and (is_made_here(reader) or len(reader.pages) >= OUTLINED_PAGES):
        yield finding("p-006")


def _is_true(holder: DictionaryObject, key: str) -> bool:
    return str(value(holder, key)) == "True"


def _title(reader: PdfReader) -> str:
    """Return the title: XMP's, which PDF/UA-1 asks for (7.1), else the older one."""
    xmp = reader.xmp_metadata
    titles = (xmp.dc_title or {}) if xmp else {}
    about = reader.metadata
    title = next(iter(titles.values()), "") or (about.title if about and about.title else "")
    return "" if title.casefold() == NO_TITLE else title


def _tags(reader: PdfReader, tree: Sequence[Piece]) -> Iterator[Finding]:
    """Yield pages that hold something and have none of it in the structure tree; the whole file where none is."""
    tagged = {piece.page for piece in tree if piece.number is not None}
    if not tagged or not _is_true(inner(reader.root_object, "/MarkInfo"), "/Marked"):
        yield finding("p-005", what="The PDF") if has_typefaces(reader) else finding("p-026")
        return
    steps = count()
    untagged = [
        number
        for number, page in enumerate(reader.pages, start=1)
        if ("/StructParents" not in page or number not in tagged) and has_content(page, steps)
    ]
    others = [number for number in untagged if BOUND in reader.pages[number - 1]]
    own = [number for number in untagged if number not in others]
    for code, numbers in (("p-005", own), ("p-054", others)):
        if numbers:
            where = Where(page=numbers[0], others=tuple(numbers[1:]))
            yield finding(code, where, what=in_words(numbers).capitalize())


def _descriptions(tree: Sequence[Piece]) -> Iterator[Finding]:
    """Yield pictures without a description (PDF/UA-1, 7.3)."""
    for piece in tree:
        is_told = piece.element.words("/Alt") or piece.element.words("/ActualText")
        if piece.number is None and piece.role == "/Figure" and not is_told:
            yield finding("p-011", Where(page=piece.page))
