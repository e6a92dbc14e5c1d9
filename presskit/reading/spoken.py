"""The language that a text is written in, by its small words.

Where nobody says it, a text is read and printed in the language it is written in: its label, its dates, its hyphens and
the voice of a screen reader come of it. Where somebody says another, that is told.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from presskit import gate
from presskit.resources import language_file, primary, shipped

FEWEST_WORDS, FEWEST_FOUND = 20, 6
LEAST_SHARE = 0.06  # of all words; in running text it is a tenth to a half
LEAD = 3.0  # times as many as of any other language
MOST_CHARACTERS = 20_000
NAMES = {"ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French"}
WORD = re.compile(r"[^\W\d_]+")


def spoken_in(texts: Iterable[str]) -> str | None:
    """Return the code of the language that texts are written in, if pages can be set in it and it is beyond doubt."""
    words, found = _counted(texts)
    best, *others = sorted(found, key=lambda code: -found[code])
    is_sure = found[best] >= max(FEWEST_FOUND, LEAST_SHARE * len(words)) and found[best] >= LEAD * found[others[0]]
    return best if len(words) >= FEWEST_WORDS and is_sure and gate.is_file(language_file(best)) else None


def nearest(texts: Iterable[str], languages: Collection[str]) -> str | None:
    """Return which of some languages most small words of texts are of; None where no word, or as many, are of two."""
    found = _counted(texts)[1]
    best, *others = sorted(languages, key=lambda code: -found[code])
    return best if found[best] > max((found[code] for code in others), default=0) else None


def _counted(texts: Iterable[str]) -> tuple[list[str], dict[str, int]]:
    """Return the words of texts, and how many of them are small words of each language."""
    words = WORD.findall(" ".join(texts)[:MOST_CHARACTERS].lower())
    counts = Counter(words)
    return words, {code: sum(counts[word] for word in own) for code, own in _small_words().items()}


def name_of(code: str) -> str:
    """Return what a language is called in English; its code where that is not known."""
    return NAMES.get(primary(code), code)


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    lists = tomllib.loads(gate.text_of(shipped("assets/spoken.toml")))
    return {code: frozenset(words) for code, words in lists.items()}
