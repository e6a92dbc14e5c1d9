"""All that a finished PDF says, shows and leads to, so that it can be held against another, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from presskit.checking.blocks import join_lines
from presskit.checking.marks import values
from presskit.checking.marks.drawn import Marks, Placed, pictures_of, placed_on
from presskit.checking.marks.page_text import Marked
from presskit.checking.marks.tagged_text import Element, Piece, goes_on, page_numbers, page_texts, read_tree, text_of
from presskit.checking.pdf import DAMAGE
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.limits import PDF_PAGES
from presskit.reading.locks import open_pdf

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

# What is told as one, by PDF's names, and how a person calls it.
KINDS = {
    "/TD": "a cell of a table",
    "/TH": "the head of a table",
    "/Caption": "a caption",
    "/LI": "a list",
    "/P": "a paragraph",
    "/Note": "a note",
    "/TOCI": "the contents",
    **{f"/H{level}": "a heading" for level in ("", *range(1, 7))},
}
XMP = "its description for other programs (XMP)"
TAGS = "the tags by which it is read aloud"
DESCRIPTION, TITLE = "the description of a picture", "the title of a document"
PAGE_LABELS = "the list of page numbers that a reader shows"
SETTINGS = {
    "/OpenAction": "what it does when it is opened",
    "/AA": "what it does by itself",
    "/JavaScript": "a program in it (JavaScript)",
    "/EmbeddedFiles": "a file attached to it",
    "/AF": "a file attached to it",
    "/OutputIntents": "what its colours mean",
    "/AcroForm": "a form in it",
    "/PageLabels": PAGE_LABELS,
    "/Lang": "its language",
}
MOST_FORMS = 4  # inside one another
MOST_AROUND = 50  # elements around one
MOST_ENTRIES = 5_000  # of an outline
# What a catalogue holds that is compared elsewhere, or says nothing.
TOLD = {"/Pages", "/StructTreeRoot", "/Metadata", "/Outlines", "/Type", "/Names", "/Dests", "/Version", "/Extensions"}


class Said(NamedTuple):
    """Words that stand together: what they are, on which page (from 1), and as they are read aloud."""

    kind: str
    page: int | None
    text: str


class PageFacts(NamedTuple):
    """A page: a mark of its strokes, its pictures with the descriptions they are read with, what lies on it."""

    drawn: str
    pictures: tuple[tuple[str, str], ...]
    placed: tuple[Placed, ...]


class PdfFacts(NamedTuple):
    """A file: what it says in the order in which it is read aloud, its pages, and what it says of itself.

    about: by what it is called, in words. typefaces: marks of what is embedded, by name.
    """

    said: tuple[Said, ...]
    pages: tuple[PageFacts, ...]
    about: Mapping[str, str]
    typefaces: Mapping[str, str]


def read_facts(pdf: bytes, path: Path) -> PdfFacts:
    """Return all that is compared of a PDF. Raises SourceError p-010, p-022 for one that cannot be read."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        return _read(open_pdf(pdf, Where(path)).reader)
    except (DependencyError, PyPdfError, *DAMAGE):
        raise SourceError(finding("p-010", Where(path))) from None


def painted_words(pdf: bytes, page: int) -> list[str]:
    """Return the words that are painted on a page (from 0), read aloud or not; none where its strokes are damaged."""
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415  (slow to import)

    try:
        return open_pdf(pdf, Where()).reader.pages[page].extract_text().split()
    except (DependencyError, PyPdfError, *DAMAGE):
        return []


def _read(reader: PdfReader) -> PdfFacts:
    PDF_PAGES.require(len(reader.pages), Where())
    tree, marks = read_tree(reader), Marks()
    alternatives: dict[tuple[int, int | None], str] = {
        (piece.page, piece.number): told
        for piece in tree
        if piece.page and piece.number is not None and (told := _description(piece.element))
    }
    numbers = page_numbers(reader)
    names = _places(reader, numbers)
    pages = []
    for number, page in enumerate(reader.pages, start=1):
        placed = placed_on(page, numbers, names)
        shown = pictures_of(page, marks)
        described = tuple((one.mark, alternatives.get((number, one.number), "")) for one in shown)
        pages.append(PageFacts(marks.of_page(page, placed), described, placed))
    return PdfFacts(
        tuple(_on_pages([*_said(tree, page_texts(reader))])),
        tuple(pages),
        dict(_about(reader, tree, marks)),
        _faces(reader, marks),
    )


def _description(element: Element) -> str:
    return element.words("/Alt") if element.role == "/Figure" else ""


def _places(reader: PdfReader, numbers: Mapping[int, int]) -> dict[str, int]:
    """Return the page of each named place."""
    named = reader.named_destinations
    return {
        name: numbers[number]
        for name, place in named.items()
        if (number := getattr(place.dest_array[0], "idnum", 0)) in numbers
    }


def _said(tree: Sequence[Piece], texts: Sequence[Mapping[int, Marked]]) -> Iterator[Said]:
    """Yield titles, descriptions and words in reading order; what stands in one element on one page is one."""
    block: tuple[int, int | None] | None = None
    kind, lines = "", list[str]()
    before: Piece | None = None
    for piece in tree:
        element = _element_of(piece) if piece.number is not None else None
        begins = (id(element), piece.page) if element is not None else None
        if block and begins != block and (piece.number is not None or piece.role in ("/Part", "/Figure")):
            yield Said(kind, block[1], join_lines(lines))
            block, lines = None, []
        if element is not None and piece.page:
            block, kind = begins, KINDS.get(element.role, "the text")
            line = text_of(piece, texts).text
            if lines and before and goes_on(before, piece, texts):
                lines[-1] += line
            else:
                lines.append(line)
            before = piece
        elif piece.number is None and piece.role == "/Part":
            yield Said(TITLE, piece.page, piece.element.words("/T"))
        elif piece.number is None and piece.role == "/Figure":
            yield Said(DESCRIPTION, piece.page, piece.element.words("/Alt"))
    if block:
        yield Said(kind, block[1], join_lines(lines))


def _on_pages(said: Sequence[Said]) -> Iterator[Said]:
    """Yield what is said, titles too with a page: that of what they stand above."""
    page: int | None = None
    told: list[Said] = []
    for one in reversed(said):
        page = one.page or page
        told.append(one._replace(page=page))
    yield from reversed(told)


def _element_of(piece: Piece) -> Element:
    """Return the nearest element around a piece of content that is told as one; else the one that holds it."""
    element: Element | None = piece.element
    for _ in range(MOST_AROUND):
        if element is None:
            break
        if element.role in KINDS:
            return element
        element = element.around
    return piece.element


def _about(reader: PdfReader, tree: Sequence[Piece], marks: Marks) -> Iterator[tuple[str, str]]:
    """Yield what a file says of itself, by what it is called."""
    about = values.inner(reader.trailer, "/Info")
    yield from ((f"the entry {key[1:]}", values.words(about, key)) for key in about)
    root = reader.root_object
    yield TAGS, _tags(tree, marks)
    yield XMP, marks.of(root.get("/Metadata"))
    yield "its outline", "; ".join(_outline(root))
    for holder in (root, values.inner(root, "/Names")):
        yield from ((_name(key), marks.of(holder.raw_get(key))) for key in holder if key not in TOLD)


def _name(key: str) -> str:
    return SETTINGS.get(key, f"its setting {key[1:]}")


def _tags(tree: Sequence[Piece], marks: Marks) -> str:
    """Return a mark of the kinds, languages and properties of all elements, and of what is said for their words."""
    told = (
        " ".join((piece.role, *(marks.of(piece.element.said.get(key)) for key in ("/Lang", "/ActualText", "/E", "/A"))))
        for piece in tree
        if piece.number is None
    )
    return sha256("\n".join(told).encode()).hexdigest()


def _outline(root: DictionaryObject) -> Iterator[str]:
    """Yield the titles of the outline, in order."""
    waiting, seen = [values.inner(values.inner(root, "/Outlines"), "/First")], set[int]()
    while waiting and len(seen) < MOST_ENTRIES:
        entry = waiting.pop()
        if id(entry) in seen or not entry:
            continue
        seen.add(id(entry))
        yield values.words(entry, "/Title")
        waiting += [values.inner(entry, "/Next"), values.inner(entry, "/First")]


def _faces(reader: PdfReader, marks: Marks) -> dict[str, str]:
    """Return a mark of each typeface, by its name without the letters before “+”."""
    faces: dict[str, set[str]] = {}
    for page in reader.pages:
        for base, mark in _fonts(values.inner(page, "/Resources"), marks, 0, set()):
            faces.setdefault(base, set()).add(mark)
    return {base: " ".join(sorted(found)) for base, found in faces.items()}


def _fonts(resources: DictionaryObject, marks: Marks, depth: int, seen: set[int]) -> Iterator[tuple[str, str]]:
    """Yield the name and the mark of each typeface of a page, and of the forms that it draws, each read once."""
    if id(resources) in seen:
        return
    seen.add(id(resources))
    fonts = values.inner(resources, "/Font")
    for name in fonts:
        base = values.words(values.inner(fonts, name), "/BaseFont").rpartition("+")[2].removeprefix("/")
        yield base, marks.of(fonts.raw_get(name))
    for form in values.each(resources, "/XObject") if depth < MOST_FORMS else ():
        yield from _fonts(values.inner(form, "/Resources"), marks, depth + 1, seen)
