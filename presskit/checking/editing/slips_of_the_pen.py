"""What nobody can have meant: days that no calendar has, hours that no clock has, words and signs that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from presskit.checking.editing.passages import Passage, passages_of
from presskit.findings import Finding, finding
from presskit.model import Kit
from presskit.reading.dates.dates import impossible_dates

# Words of which two in a row are never meant. Not here: those that a clause may begin and end with (“die die”,
# “nous nous”, “that that”, “had had”).
TWICE = re.compile(
    r"(?<![\w’'-])(?P<word>the|a|an|of|to|and|for|with|from|at|by|or|und|mit|von|für|oder|ein|eine|einen|einem|einer|le|les|du|et"
    r"|dans|avec|pour|ou|un|une|el|los|las|y|con|una|por|del)[\s\xa0]+(?P<again>(?P=word))(?![\w’'-])",
    re.IGNORECASE,
)
# “25:00 Uhr”, “9:75 am”, “13 p.m.”: beside what says that a number is an hour.
HALF = r"(?:[ap]\.m\.|[ap]m\b)"
HOUR = re.compile(
    rf"(?<![\d:.,])(?:(?:1[3-9]|2\d)(?:[:.]\d\d\s?{HALF}|\s?(?:[ap]\.m\.|pm\b))|\d{{1,2}}[:.][6-9]\d\s?(?:{HALF}|Uhr\b|h\b)"
    r"|(?:2[5-9]|[3-9]\d)[:.][0-5]\d\s?(?:Uhr|h)\b)",
    re.IGNORECASE,
)
DOUBLED = re.compile(r"\w+(?:,\s?,|;\s?;|(?<!\.)\.\.(?![./\w])|[ \xa0],(?=\s|$)| \.(?=\s|$))")
BRACKET = re.compile(r"\([^()]*")
QUOTES = {"“": "”", "«": "»"}
TOLD_WORDS = 5


def find_slips_of_the_pen(kit: Kit) -> Iterator[Finding]:
    """Yield what nobody can have meant in the texts of a kit (slips_in), and c-075 for quotations without an end."""
    for document in kit.documents:
        passages = [*passages_of(document)]
        for passage in passages:
            yield from slips_in(passage)
        yield from quotations_without_end(passages)


def slips_in(passage: Passage) -> Iterator[Finding]:
    """Yield what nobody can have meant in a passage.

    c-062: a day that no calendar has. c-063: a small word that stands twice. c-074: an hour that no clock has. c-075: a
    sign that stands twice, or whose other half is missing.
    """
    for words in impossible_dates(passage.text):
        yield finding("c-062", passage.where, words=words)
    for match in HOUR.finditer(passage.text):
        yield finding("c-074", passage.where, words=match[0].strip())
    for match in DOUBLED.finditer(passage.text):
        yield finding("c-075", passage.where, words=match[0])
    for match in BRACKET.finditer(passage.text) if passage.kind == "paragraph" else ():
        if match.end() == len(passage.text):
            yield finding("c-075", passage.where, words=_begun(match[0]))
    for match in TWICE.finditer(passage.text):
        if match["again"].islower() and not match["word"].isupper() and "\t" not in match[0]:  # “Vitamin A a day”
            yield finding("c-063", passage.where, words=match[0])


def quotations_without_end(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Yield c-075 for each paragraph in which a quotation begins and does not end.

    Where the next paragraph begins with the same mark, it goes on there. In a text with „ “ is a mark of the end.
    """
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


def _begun(words: str) -> str:
    few = words.split()
    return " ".join(few[:TOLD_WORDS]) + (" …" if len(few) > TOLD_WORDS else "")
