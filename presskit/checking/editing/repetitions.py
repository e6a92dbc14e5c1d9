"""What stands twice in one text: a headline, a paragraph, a quotation or a sentence that was pasted again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.checking.editing.passages import SENTENCE, Passage, passages_of
from presskit.findings import Finding, finding
from presskit.model import Document, Kit, PhotoSheet
from presskit.reading.anatomy.pulls import letters

TOLD_WORDS = 8
MARKS = re.compile(r"[“”«»„\"]")
FEWEST_WORDS = 6  # fewer may be said twice with intent: “Admission is free.”
READ = ("headline", "paragraph", "list", "heading")  # what is set apart, or a row of a table, may say it again


def find_repetitions(kit: Kit) -> Iterator[Finding]:
    """Yield c-064 for each line of a text in which a sentence or its headline stands a second time."""
    for document in kit.documents:
        if not isinstance(document, PhotoSheet):  # one caption may serve a row of photos
            yield from repetitions_in(document)


def repetitions_in(document: Document) -> Iterator[Finding]:
    """Yield what a document says twice; of a passage that is repeated, its first sentence."""
    seen: set[str] = set()
    for passage in (one for one in passages_of(document) if one.kind in READ):
        again = [sentence for sentence in sentences_of(passage) if is_seen(letters(sentence), passage, seen)]
        if again:
            yield finding("c-064", passage.where, words=" ".join(MARKS.sub("", again[0]).split()[:TOLD_WORDS]))


def sentences_of(passage: Passage) -> list[str]:
    """Return the sentences of a passage; a headline is one, whatever its stops: “Sen. Brill opens the quay”."""
    if passage.kind == "headline":
        return [passage.text]
    return [sentence for line in passage.text.splitlines() for sentence in SENTENCE.split(line)]


def is_seen(words: str, passage: Passage, seen: set[str]) -> bool:
    """Tell whether words were seen before, and keep them if they are a headline, or too many to be meant twice."""
    is_again = words in seen
    if passage.kind == "headline" or len(words.split()) >= FEWEST_WORDS:
        seen.add(words)
    return is_again
