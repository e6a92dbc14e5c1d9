"""Words that point to what is not there: “as the table below shows”, a note's mark without its note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.checking.editing.passages import Passage, passages_of
from presskit.checking.editing.vocabulary import vocabulary_of
from presskit.composing.pictures.figures import blocks_in
from presskit.findings import Finding, finding
from presskit.model import Document, Kit, PhotoSheet, Release, Sheet
from presskit.reading.folding import fold

# A mark as writers set one: “[1]”, “islands¹”, “islands*”. Squares and cubes are of measures.
MARK = re.compile(r"(?<![\w\]])\[\d{1,2}\]|(?<=\w)\[\d{1,2}\]|(?<=[^\W\d]{3})¹(?!\w)|(?<=[^\W\d]{3})\*(?![\w*])")
ROOM = 20  # characters before a mark by which it is found
TABLES, PICTURES = "pointed_tables", "pointed_pictures"
THINGS = {TABLES: "a table", PICTURES: "a picture"}


def find_pointers(kit: Kit) -> Iterator[Finding]:
    """Yield c-076 for words of a text that point to a table, a picture or a note which it has not."""
    for document in kit.documents:
        if not isinstance(document, PhotoSheet):
            yield from in_document(document)


def in_document(document: Document) -> Iterator[Finding]:
    """Yield c-076 for a document that is no photo sheet."""
    passages = [*passages_of(document)]
    kinds = {block.kind for block in blocks_in(document)}
    has = {TABLES: "table" in kinds or is_in_rows(document), PICTURES: "figure" in kinds}
    for passage in passages:
        for key in (key for key, is_there in has.items() if not is_there):
            yield from to_a_thing(passage, key)
    if not (isinstance(document, Release) and document.notes):
        yield from to_notes(passages)


def to_a_thing(passage: Passage, key: str) -> Iterator[Finding]:
    """Yield c-076 where a passage names a table, or a picture, by the place where it stands."""
    folded = fold(passage.text)
    if match := vocabulary_of(passage.language).find(key, folded.lower):
        words = passage.text[folded.places[match.start()] : folded.places[match.end() - 1] + 1]
        yield finding("c-076", passage.where, words=words, what=THINGS[key])


def to_notes(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield c-076 for each mark of a note with which no passage begins."""
    for passage in passages:
        for match in MARK.finditer(passage.text) if passage.kind == "paragraph" else ():
            mark = match[0]
            if not any(is_note(mark, other.text) for other in passages):
                words = passage.text[max(0, match.start() - ROOM) : match.end()].split()
                yield finding("c-076", passage.where, words=" ".join(words[-2:]), what="a note")


def is_note(mark: str, text: str) -> bool:
    """Tell whether a text is the note of a mark, or holds it: “[1] By its own count”."""
    number = mark.strip("[]").replace("¹", "1")
    return any(
        line.lstrip().startswith((mark, f"{number}.", f"{number})", f"{number} ", f"[{number}]"))
        for line in text.splitlines()
    )


def is_in_rows(document: Document) -> bool:
    """Tell whether a document has rows of a table that are printed as facts, days or names."""
    return isinstance(document, Sheet) and any(section.facts or not section.blocks for section in document.sections)
