"""The words by which files are told apart, of all languages: one file for each in assets/sorting.

Why of all at once: the folder of a French office holds an English factsheet, and an English mark says as much there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from presskit.kinds import kind_names, plain, sorting_tables

INTERNAL = ("marks", "documents", "fields", "nouns", "unpublished", "unfinished", "pending")


@dataclass(frozen=True)
class Vocabulary:
    """Words in their plain form (presskit.kinds), by what they mean; those of kinds with the longest first."""

    kinds: Mapping[str, str]
    weak: frozenset[str]
    people: frozenset[str]
    photo_lists: frozenset[str]
    folders: dict[str, str]
    last: frozenset[str]
    early: frozenset[str]
    count: frozenset[str]
    filler: frozenset[str]
    marks: frozenset[str]
    documents: frozenset[str]
    fields: frozenset[str]
    nouns: frozenset[str]
    unpublished: frozenset[str]
    unfinished: frozenset[str]
    pending: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of all languages."""
    tables = sorting_tables()

    def every(section: str, name: str) -> frozenset[str]:
        return frozenset(plain(word) for table in tables for word in table[section][name])

    def means(section: str) -> dict[str, str]:
        pairs = ((word, meaning) for table in tables for meaning, words in table[section].items() for word in words)
        return {plain(word): meaning for word, meaning in pairs}

    return Vocabulary(
        kinds={word: kind_names()[word] for word in longest_first(kind_names())},
        weak=every("weak", "words"),
        people=every("people", "names"),
        photo_lists=every("photo_lists", "names"),
        folders=means("folders"),
        **{name: every("versions", name) for name in ("last", "early", "count", "filler")},
        **{name: every("internal", name) for name in INTERNAL},
    )


def longest_first(words: Iterable[str]) -> list[str]:
    """Return words with the longest first, so that “key facts” is found before “facts”."""
    return sorted(words, key=lambda word: (-len(word), word))
