"""The texts of a kit as an editor goes through them: each with its file, its line and its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from presskit import gate
from presskit.findings import Where
from presskit.model import Biography, Block, Document, Kit, PhotoSheet, Release, Section, Sheet
from presskit.reading.cues.quotes import find_runs

MOST_CHARACTERS = 10_000
TOLD_CHARACTERS = 30  # of a text, by which its line is found
SENTENCE = re.compile(r"[.!?؟…][”\"»)]*\s+")


@dataclass(frozen=True)
class Passage:
    """A text that is printed in one piece.

    html: a block's. kind: a block's, or "headline", "dateline", "figure", "fact", "caption".
    """

    text: str
    source: Path
    line: int | None
    language: str
    kind: str = "paragraph"
    html: str = ""

    @property
    def where(self) -> Where:
        """Where a reader finds it."""
        return Where(self.source, self.line)

    @property
    def spoken(self) -> list[tuple[int, int]]:
        """Where words stand between quotation marks: they are somebody's, and of another day."""
        return [(run.start, run.end) for run in find_runs(self.text)]

    def sentence_at(self, place: int) -> str:
        """Return the sentence that holds a place of the text."""
        ends = [0, *(match.end() for match in SENTENCE.finditer(self.text)), len(self.text)]
        start = max(end for end in ends if end <= place)
        return self.text[start : min((end for end in ends if end > place), default=len(self.text))]


def passages_of(document: Document) -> Iterator[Passage]:
    """Yield the texts of a document in their order; a release that is withdrawn has none.

    Why not the longest: what is no paragraph of a person is not read as one, and would take its time.
    """
    return (passage for passage in _texts_of(document) if len(passage.text) <= MOST_CHARACTERS)


def _texts_of(document: Document) -> Iterator[Passage]:
    match document:
        case Release() if not document.is_withdrawn:
            yield from _release(document)
        case Sheet():
            yield from _sheet(document)
        case Biography():
            yield from _blocks(document.body, document)
        case PhotoSheet():
            yield from _captions(document)


def _release(release: Release) -> Iterator[Passage]:
    heads = (release.headline, release.subhead)
    for text in (text for text in heads if text):
        yield Passage(text, release.source, release.headline_line, release.language, "headline")
    if release.dateline:
        line = release.body[0].line if release.body else release.headline_line
        yield Passage(release.dateline.text, release.source, line, release.language, "dateline")
    yield from _blocks((*release.body, *release.notes), release)


def _sheet(sheet: Sheet) -> Iterator[Passage]:
    if sheet.lead:
        yield Passage(sheet.lead, sheet.source, None, sheet.language)
    for section in sheet.sections:
        yield from _section(section, sheet)


def _captions(sheet: PhotoSheet) -> Iterator[Passage]:
    for photo in sheet.photos:
        if photo.caption:
            yield Passage(photo.caption, photo.path, None, sheet.language, "caption")


def _section(section: Section, sheet: Sheet) -> Iterator[Passage]:
    source, language = sheet.source, sheet.language
    kind, between = ("figure", " ") if section.kind == "figures" else ("fact", "\t")
    for fact in section.facts:
        yield Passage(f"{fact.label}{between}{fact.text}", source, fact.line, language, kind)
    yield from _blocks([block for question in section.questions for block in question.answer], sheet)
    yield from _blocks(section.blocks, sheet)


def _blocks(blocks: Iterable[Block], document: Release | Sheet | Biography) -> Iterator[Passage]:
    for block in blocks:
        if block.kind != "figure":
            yield Passage(block.text, document.source, block.line, document.language, block.kind, block.html)


def abouts_of(kit: Kit) -> list[list[Passage]]:
    """Return the texts about organisations, as they are printed, each with its paragraphs."""
    spoken = zip(kit.boilerplates, kit.boilerplate_languages, strict=False)
    return [
        [Passage(block.text, _source_of(block, kit), block.line, language) for block in blocks]
        for blocks, language in spoken
    ]


def _source_of(block: Block, kit: Kit) -> Path:
    """Return the file in which a text about an organisation stands; the kit's folder where that is not known."""
    own = [release.source for release in kit.releases if block in release.boilerplate]
    settings = [kit.brand.folder / "brand.toml"] if kit.brand.folder else []
    files = (file for file in (*settings, kit.folder / "boilerplate.txt") if line_with(file, block.text))
    return next(iter(own), None) or next(files, kit.folder)


def line_with(file: Path, *words: str) -> int | None:
    """Return the first line of a text file that holds all words, counted from 1; None where none does."""
    if file.suffix.lower() not in (".toml", ".md", ".txt") or not gate.is_file(file):
        return None
    told = [word.strip()[:TOLD_CHARACTERS] for word in words]
    lines = enumerate(gate.text_of(file).splitlines(), start=1)
    return next((number for number, line in lines if all(word in line for word in told)), None)
