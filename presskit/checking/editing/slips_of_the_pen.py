"""What nobody can have meant: days that no calendar has, and small words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def find_slips_of_the_pen(kit: Kit) -> Iterator[Finding]:
    """Yield c-062 for days that no calendar has, and c-063 for small words that stand twice."""
    for document in kit.documents:
        for passage in passages_of(document):
            yield from slips_in(passage)


def slips_in(passage: Passage) -> Iterator[Finding]:
    """Yield what nobody can have meant in a passage."""
    for words in impossible_dates(passage.text):
        yield finding("c-062", passage.where, words=words)
    for match in TWICE.finditer(passage.text):
        if match["again"].islower() and not match["word"].isupper() and "\t" not in match[0]:  # “Vitamin A a day”
            yield finding("c-063", passage.where, words=match[0])
