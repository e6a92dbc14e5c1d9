"""Texts that are not finished: a sentence that breaks off, a heading with nothing below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from presskit.checking.editing.vocabulary import vocabulary_of
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Block, Kit, PhotoSheet, Release, Sheet
from presskit.reading.folding import fold

FEWEST_WORDS, FEWEST_BEFORE_COMMA = 4, 6  # “Dear all,” and “Yours sincerely,” are whole
TOLD_WORDS = 5
Text = Release | Sheet | Biography
GOES_ON = ("list", "table", "quote", "figure")  # below which a sentence may go on, or that ends it


def find_torn_texts(kit: Kit) -> Iterator[Finding]:
    """Yield c-065 for paragraphs that break off, and c-066 for headings with nothing below them."""
    for document in kit.documents:
        if isinstance(document, PhotoSheet):
            continue
        for blocks, goes_on in runs_of(document):
            yield from broken_off(blocks, document, goes_on=goes_on)
            yield from empty_headings(blocks, document)


def runs_of(document: Text) -> Iterator[tuple[Sequence[Block], bool]]:
    """Yield the texts of a document that stand by themselves, and whether facts or the like follow on them."""
    match document:
        case Release() if not document.is_withdrawn:
            yield document.body, False
            yield document.notes, False
        case Biography():
            yield document.body, False
        case Sheet():
            for section, following in pairwise((*document.sections, None)):
                if section:
                    yield section.blocks, bool(following and not following.heading and not following.blocks)


def broken_off(blocks: Sequence[Block], document: Text, *, goes_on: bool = False) -> Iterator[Finding]:
    """Yield c-065 for each paragraph of a text that ends with a comma, or with a word that no sentence ends with.

    goes_on: what its last paragraph says goes on below it.
    """
    open_end = unfinished(document.language)
    for block, following in pairwise((*blocks, None)):
        if not block or block.kind not in ("paragraph", "heading"):
            continue
        if following.kind in GOES_ON if following else goes_on:
            continue
        last = fold(block.text[-60:]).lower.rstrip()
        count = len(block.text.split())
        is_open = open_end.search(last) and count >= FEWEST_WORDS
        if is_open or (last.endswith((",", "،")) and count >= FEWEST_BEFORE_COMMA):
            yield finding("c-065", Where(document.source, block.line), words=" ".join(block.text.split()[-TOLD_WORDS:]))


@cache
def unfinished(language: str) -> re.Pattern[str]:
    """Return the pattern of the words of a language with which no whole sentence ends, at the end of a text."""
    return re.compile(rf"{vocabulary_of(language).pattern('unfinished')}\Z")


def empty_headings(blocks: Sequence[Block], document: Text) -> Iterator[Finding]:
    """Yield c-066 for each heading of a text that another of its rank, or nothing, follows."""
    for block, following in pairwise((*blocks, None)):
        if block and block.kind == "heading" and (not following or is_next(block, following)):
            yield finding("c-066", Where(document.source, block.line), words=block.text)


def is_next(heading: Block, following: Block) -> bool:
    """Tell whether a block is a heading that begins what comes after a heading, and not what is below it."""
    return following.kind == "heading" and following.level <= heading.level
