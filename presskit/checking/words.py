"""Do all files of a kit say the same? The words of each document, held against its text, web page, mail and PDF.

Why word for word: the worst mistake a press office can send out is a quote that reads otherwise in another file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path, PurePath

from lxml import etree
from lxml import html as lxml_html

from presskit.checking.blocks import documents_of
from presskit.composing.documents import status_lines
from presskit.composing.languages import language
from presskit.composing.parts.parts import embargo_of, title_of
from presskit.composing.wording.changes import notice_of
from presskit.findings import Finding, Where, finding
from presskit.fonts import named
from presskit.model import Biography, Document, Kit, PhotoSheet, Release, Section, Sheet
from presskit.writing.text import document_text, straight

ADDRESS = re.compile(r"\s\((?:https?://|[^\s()@]+@)[^\s()]*\)")  # a link's, written out behind its words
LABEL = re.compile(r"-|(?:\d{1,4}|[a-z]|[ivxlcdm]{1,9})\.")  # of a list's item
# How a line is set: where a word may part, in which direction it runs, whether its letters join.
UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
# Elements whose words are not those of the text around them, and those that are not read at all.
# fmt: off
BOXES = {
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption",
    "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
}
# fmt: on
SILENT = {"script", "style", "template", "button", "head"}
LOST = "\ufffd"  # what stands for a letter that nobody could read
CALL = re.compile(r"(?<=[^\W\d_²³¹⁰⁴-⁹])[²³¹⁰⁴-⁹]+")
AROUND = 6  # words shown of a difference
LONG_WORD = 20  # letters; a word that fits no line, as an address may be, goes on in the next


class Said:
    """What a text says, word by word: read once, however many releases are looked for in it."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> list[tuple[str, bool]]:
        """The words, each with whether it may be a list's label."""
        return _words_with_labels(self._text)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands among the words."""
        places: dict[str, list[int]] = {}
        for place, (word, _) in enumerate(self.words):
            places.setdefault(word, []).append(place)
        return places


def check_file_words(kit: Kit, name: str, data: bytes, given: Sequence[Document] | None = None) -> Iterator[Finding]:
    """Yield where a .pdf, .txt or .html lacks the disclosure, or words of the kit's documents (or of those given)."""
    texts = _texts(name, data)
    everything = Said("\n".join(text for _, text in texts))
    own = {tuple(words_of(title)): Said(text) for title, text in reversed(texts)}
    yield from check_disclosure(kit, everything, name)
    for document in kit.documents if given is None else given:
        yield from check_words(kit, document, own.get(tuple(words_of(title_of(document))), everything), name)


def lost_letters(kit: Kit) -> Iterator[Finding]:
    """Yield c-011 for each document in which a letter was lost on the way here: what no page shows has no letter there.

    Where pages are laid out, they find it, with all that their typefaces lack.
    """
    for document in kit.documents:
        if LOST in document_text(kit, document):
            yield finding("c-011", Where(getattr(document, "source", None)), characters=named(LOST))


def check_disclosure(kit: Kit, found: Said, name: str) -> Iterator[Finding]:
    """Yield c-034 where the brand's disclosure does not stand in a text."""
    if mismatch(words_of(kit.brand.disclosure or ""), found):
        yield finding("c-034", Where(Path(name)), name=PurePath(name).name)


def check_words(kit: Kit, document: Document, found: Said, name: str) -> Iterator[Finding]:
    """Yield c-033 at the first words of a document that do not stand in a text as they should, in their order."""
    for passage in passages(kit, document):
        difference = mismatch(words_of(passage), found)
        if difference:
            title, (expected, reads) = title_of(document), difference
            where = Where(Path(name))
            yield finding("c-033", where, title=title, expected=expected, found=reads)
            return


def passages(kit: Kit, document: Document) -> tuple[str, ...]:
    """Return what every file says of a document, each piece in its order."""
    match document:
        case Release():
            return _of_release(kit, document)
        case Sheet():
            return (title_of(document), document.lead or "", *_of_sections(document.sections))
        case Biography():
            return (document.name, *(block.text for block in document.body if block.kind != "figure"))
        case PhotoSheet():
            return ()


def _of_sections(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield section.heading or ""
        is_said = section.kind == "quotes"
        yield from (f"{row.text} {row.label}" if is_said else f"{row.label} {row.text}" for row in section.facts)
        for question in section.questions:
            yield question.text
            yield from (block.text for block in question.answer if block.kind != "figure")
        yield from (block.text for block in section.blocks if block.kind != "figure")


def _of_release(kit: Kit, release: Release) -> tuple[str, ...]:
    """Return what is said of a release: the lines above its headline, and all from there in one piece."""
    words = language(release.language)
    embargo = embargo_of(kit, release)
    notice = notice_of(release.correction, words, release.status_text)
    above = [words.word("embargoed_until", moment=words.moment(embargo))] if embargo else []
    if notice and not notice.is_stated:
        above.append(f"{notice.word} {notice.when or ''}")
    below = [title_of(release), words.word("release_withdrawn") if notice and notice.is_withdrawn else ""]
    below += [(notice.note if notice else None) or "", release.subhead or ""]
    if not release.is_withdrawn:
        is_opened = release.dateline and release.body and release.body[0].kind == "paragraph"
        below += [release.dateline.text] if release.dateline and is_opened else []
        below += [block.text for block in release.body if block.kind != "figure"]
        below.append(release.end_mark or "")
    below += [block.text for block in release.notes if block.kind != "figure"]
    return (*above, *status_lines(release, words), "\n".join(below))


def page_text(page: bytes) -> str:
    """Return what a web page or the HTML of a mail says, each element of its own on its own line."""
    pieces: list[str] = []
    depth = 0
    for event, node in etree.iterwalk(lxml_html.document_fromstring(page.decode("utf-8")), events=("start", "end")):
        is_element = isinstance(node.tag, str)
        is_silent = not is_element or node.tag in SILENT or node.get("hidden") is not None
        if event == "start":
            depth += is_silent
            pieces.append("\n" if node.tag in BOXES else "")
            pieces.append("" if depth else node.text or "")
        else:
            depth -= is_silent
            pieces.append("\n" if node.tag in BOXES else "")
            pieces.append("" if depth else node.tail or "")
    return "".join(pieces)


def _texts(name: str, data: bytes) -> list[tuple[str, str]]:
    """Return the documents of a file with their titles; a file of one piece has no title."""
    match PurePath(name).suffix.lower():
        case ".pdf":
            return [(document.title, "\n".join(document.blocks)) for document in documents_of(data, Path(name))]
        case ".html":
            return [("", page_text(data))]
        case _:
            return [("", data.decode("utf-8", "replace"))]


def words_of(text: str) -> list[str]:
    """Return the words of a text without what setting it changes."""
    return [word for word, _ in _words_with_labels(text)]


def _words_with_labels(text: str) -> list[tuple[str, bool]]:
    """Return the words of a text without what setting it changes, each with whether it may be a list's label.

    What stands behind a “/” is a word of its own: an address may go on in the next line there. So is the call of a
    note, which a PDF tags as a piece of its own.
    """
    apart = CALL.sub(r" \g<0>", ADDRESS.sub("", UNSEEN.sub("", text)))
    plain = straight(unicodedata.normalize("NFKC", apart)).casefold()
    plain = plain.replace("/", "/ ")
    return [
        (word, place == 0 and bool(LABEL.fullmatch(word)))
        for line in plain.splitlines()
        for place, word in enumerate(line.split())
    ]


def mismatch(wanted: Sequence[str], found: Said) -> tuple[str, str] | None:
    """Return where `wanted` first differs from `found`, as words of both; None where it stands there in one piece.

    Of all places where it might begin, the one that goes on longest.
    """
    if not wanted:
        return None
    length, end = 0, 0
    for start in found.places.get(wanted[0], ()):
        length, end = max((length, end), _run(wanted, found.words, start))
        if length == len(wanted):
            return None
    back = max(0, length - 2)
    reads = [word for word, _ in found.words[max(0, end - (length - back)) : end + AROUND]] if length else []
    return _joined(wanted[back : length + AROUND]), _joined(reads) or "nothing"


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace("/ ", "/")


def _run(wanted: Sequence[str], found: Sequence[tuple[str, bool]], start: int) -> tuple[int, int]:
    """Return how many of the wanted words stand from `start` on, and where they end; labels may stand between."""
    length, place, begun = 0, start, ""
    while length < len(wanted) and place < len(found):
        word, is_label = found[place]
        if begun + word == wanted[length]:
            length, begun = length + 1, ""
        elif len(wanted[length]) >= LONG_WORD and wanted[length].startswith(begun + word):
            begun += word
        elif not is_label:
            break
        place += 1
    return length, place
