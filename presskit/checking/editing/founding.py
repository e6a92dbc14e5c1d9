"""The year in which the organisation began, where the kit names two: in its factsheet and in the text about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.checking.editing.passages import SENTENCE, Passage, abouts_of, passages_of
from presskit.checking.editing.vocabulary import vocabulary_of
from presskit.composing.documents import factsheets_of
from presskit.findings import Finding, finding
from presskit.model import Kit
from presskit.reading.folding import fold

YEAR = re.compile(r"(?<![\d.,/-])(?:1[5-9]|20)\d\d(?![\d.,/-]*\d)")
NEAR = 40  # characters between the word and the year: “founded on the island of Larkin in 1911”


@dataclass(frozen=True)
class Beginning:
    """A year in which something began, and the words that say so: “founded in 1911”."""

    year: str
    words: str
    passage: Passage


def find_differing_founding(kit: Kit) -> Iterator[Finding]:
    """Yield c-044 where the organisation began in one year by its factsheet, and in another by the text about it.

    Not of releases: they tell of others that were founded, by the organisation itself too.
    """
    facts = [year for sheet in factsheets_of(kit) for passage in passages_of(sheet) for year in years_in(passage)]
    said = [year for passages in abouts_of(kit)[:1] for passage in passages for year in years_in(passage)]
    for first in facts[:1]:
        for one in said:
            if one.year != first.year:
                where = first.passage.where
                yield finding("c-044", one.passage.where, words=one.words, other=first.words, place=str(where))


def years_in(passage: Passage) -> Iterator[Beginning]:
    """Yield the years of a passage in which something began: of a sentence that names one year alone."""
    for sentence in SENTENCE.split(passage.text) if passage.kind != "table" else ():
        text = fold(sentence)
        word = vocabulary_of(passage.language).find("founded", text.lower)
        years = [*YEAR.finditer(text.lower)] if word else []
        if word and len(years) == 1 and _between(word, years[0]) <= NEAR:
            start, end = min(word.start(), years[0].start()), max(word.end(), years[0].end())
            yield Beginning(years[0][0], " ".join(sentence[text.places[start] : text.places[end]].split()), passage)


def _between(one: re.Match[str], other: re.Match[str]) -> int:
    return max(one.start(), other.start()) - min(one.end(), other.end())
