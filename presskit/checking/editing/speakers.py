"""Quotations of which nobody can tell who said them.

Most marks hold no speech: a title, a nickname, a phrase that somebody doubts. And who speaks may stand a sentence
before or behind. So only a paragraph that is a quotation from end to end is looked at, and its neighbours are asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presskit.checking.editing.vocabulary import Vocabulary, vocabularies, vocabulary_of
from presskit.findings import Finding, Where, finding
from presskit.model import Block, Kit, Release
from presskit.reading.cues.people import is_name
from presskit.reading.cues.quotes import find_runs
from presskit.reading.folding import fold

LEAST_WORDS = 8
SHOWN_WORDS = 8
BESIDE_WORDS = 3  # that may stand beside a quotation that is alone
SENTENCES = (".", "!", "…", "—", "–", ",", "،")  # a question alone is a survey's, or a heading
CAPITALS = re.compile(r"(?:[^\W\d_a-zß-ÿ][\w.’'-]*[ \xa0]){1,3}[^\W\d_a-zß-ÿ][\w’'-]*")


def find_quotes_without_speaker(kit: Kit) -> Iterator[Finding]:
    """Yield c-042 for each quotation of a release that nobody is said to have spoken."""
    for release in kit.releases:
        yield from _of(release) if not release.is_withdrawn else ()


def _of(release: Release) -> Iterator[Finding]:
    blocks = [block for block in release.body if block.kind != "figure"]
    words = vocabulary_of(release.language)
    for place, block in enumerate(blocks):
        said = whole_quotation(block)
        if not said or is_repeated(said, block, release) or block.text in ((release.pull and release.pull.text) or ""):
            continue
        if not is_attributed(blocks, place, words):
            shown = said.split()
            told = " ".join(shown[:SHOWN_WORDS]) + (" …" if len(shown) > SHOWN_WORDS else "")
            yield finding("c-042", Where(release.source, block.line), words=told)


def whole_quotation(block: Block) -> str | None:
    """Return the words of a paragraph that is a quotation from end to end; None of any other."""
    if block.kind not in ("paragraph", "quote"):
        return None
    runs = find_runs(block.text)
    words = " ".join(run.words for run in runs)
    is_alone = len(outside(block).split()) <= BESIDE_WORDS
    is_speech = len(words.split()) >= LEAST_WORDS and words.endswith(SENTENCES)
    return words if runs and runs[0].start == 0 and is_alone and is_speech else None


def outside(block: Block) -> str:
    """Return the words of a block that stand in no quotation marks."""
    place, pieces = 0, []
    for run in find_runs(block.text):
        pieces.append(block.text[place : run.start])
        place = run.end
    return " ".join([*pieces, block.text[place:]]).strip()


def is_repeated(said: str, block: Block, release: Release) -> bool:
    """Tell whether the words stand in the text once more: they are shown large, and spoken there."""
    core = said.strip(" .,!…—–،")
    return any(core in other.text for other in release.body if other is not block)


def is_attributed(blocks: Sequence[Block], place: int, words: Vocabulary) -> bool:
    """Tell whether a quotation, or a paragraph beside it, may say who speaks; quotations in a row are one speaker's."""
    if names_somebody(outside(blocks[place]), words):
        return True
    first, last = place, place
    while first > 0 and whole_quotation(blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and whole_quotation(blocks[last]):
        last += 1
    return any(names_somebody(outside(block), words) for block in (*blocks[first:place], *blocks[place + 1 : last + 1]))


def names_somebody(text: str, words: Vocabulary) -> bool:
    """Tell whether a text may name a speaker: a verb of speech, a colon at its end, a person's name."""
    if text.rstrip().endswith(":") or re.match(r"\s*[—–―-]", text):
        return True
    spoken = [words] if words.lists.get("spoken") else [*vocabularies().values()]
    if any(one.find("spoken", fold(text).lower) for one in spoken):
        return True
    # Where letters have no capitals, any two words have the shape of a name.
    return any(is_name(match[0]) for match in CAPITALS.finditer(text) if match[0][0].isupper())
