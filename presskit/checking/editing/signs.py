"""Signs of which one is too many or too few: “,,”, a bracket or a quotation that does not end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from presskit.checking.editing.passages import Passage, passages_of
from presskit.findings import Finding, finding
from presskit.model import Kit

DOUBLED = re.compile(r"\w+(?:,\s?,|;\s?;|(?<!\.)\.\.(?![./\w])|[ \xa0],(?=\s|$)| \.(?=\s|$))")
BRACKET = re.compile(r"\([^()]*")
QUOTES = {"“": "”", "«": "»"}
ENDED = re.compile(r"(?P<words>[^“”]*[^“”\d]”)[^“”]*\Z")  # behind a figure the mark may be one of inches
TOLD_WORDS = 5


def find_wrong_signs(kit: Kit) -> Iterator[Finding]:
    """Yield c-075 for signs that stand twice, and for those whose other half is missing."""
    for document in kit.documents:
        passages = [*passages_of(document)]
        for passage in passages:
            yield from signs_in(passage)
        yield from quotations_without_end(passages)


def signs_in(passage: Passage) -> Iterator[Finding]:
    """Yield c-075 for signs that stand twice in a passage, and for a bracket that does not end."""
    for match in DOUBLED.finditer(passage.text):
        yield finding("c-075", passage.where, words=match[0])
    for match in BRACKET.finditer(passage.text) if passage.kind == "paragraph" else ():
        if match.end() == len(passage.text):
            yield finding("c-075", passage.where, words=_begun(match[0]))


def quotations_without_end(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield c-075 for each paragraph in which a quotation begins and does not end.

    Where the next paragraph begins with the same mark, it goes on there. In a text with „ “ is a mark of the end. So
    for one that ends and never began, where the paragraph above has none that goes on: Swedes and Finns begin with ”.
    """
    is_open = False
    for passage, following in pairwise((*passages, None)):
        if passage is None or passage.kind != "paragraph":
            continue
        for begin, end in QUOTES.items():
            rest = passage.text.rpartition(begin)[2]
            is_begun = begin in passage.text and not any(mark in rest for mark in (end, *'“”»"'))
            is_other_way = "„" in passage.text or passage.text.count(end) >= passage.text.count(begin)
            goes_on = following is not None and following.text.lstrip().startswith((begin, end, '"'))
            if is_begun and not is_other_way and not goes_on:
                last = " ".join(passage.text.split()[-TOLD_WORDS:])
                words = _begun(begin + rest) if rest.strip() else last
                yield finding("c-075", passage.where, words=words)
        missing = ENDED.match(passage.text) if not is_open and "„" not in passage.text else None
        if missing and not any(mark in passage.text for mark in '“«"'):
            yield finding("c-075", passage.where, words=" ".join(missing["words"].split()[-TOLD_WORDS:]))
        is_open = "“" in passage.text.rpartition("”")[2]


def _begun(words: str) -> str:
    few = words.split()
    return " ".join(few[:TOLD_WORDS]) + (" …" if len(few) > TOLD_WORDS else "")
