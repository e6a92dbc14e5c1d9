"""The words an editor reads for in each language, from assets/editing and assets/dates: one file is one language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from presskit import gate
from presskit.reading.dates.names import BETWEEN, languages
from presskit.reading.embargoes.words import written
from presskit.resources import editing_files, primary


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """One language's words. `code` is the language, `lists` its file; a list that it has not is empty."""

    code: str
    lists: Mapping[str, Any]

    def phrases(self, key: str) -> list[str]:
        """Return the phrases of a list, as its file writes them."""
        return list(self.lists.get(key, ()))

    def pattern(self, key: str) -> str:
        """Return the regular expression of a list, to be set into another; it matches nothing where there is none."""
        return alone(self.phrases(key))

    def find(self, key: str, folded: str) -> re.Match[str] | None:
        """Return the first words of a list in a folded text in small letters."""
        return compiled(self, key).search(folded)


@cache
def compiled(words: Vocabulary, key: str) -> re.Pattern[str]:
    """Return the pattern of a list: most lists of most languages are never asked for."""
    return re.compile(words.pattern(key))


@cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """Return every language's words by its code."""
    files = {file.stem: tomllib.loads(gate.text_of(file)) for file in editing_files()}
    return {code: Vocabulary(code, with_days(lists, languages().get(code, {}))) for code, lists in files.items()}


def with_days(lists: Mapping[str, Any], days: Mapping[str, list[str]]) -> Mapping[str, Any]:
    """Return a language's words with its days of the week; beside a month's name a number counts nothing."""
    named = [names.partition(BETWEEN)[0] for names in days.get("months", ())]
    return {**days, **lists, "anything": [*lists.get("anything", ()), *named]}


def vocabulary_of(language: str) -> Vocabulary:
    """Return the words of a text's language; none at all of a language that has no file."""
    return vocabularies().get(primary(language)) or Vocabulary(primary(language), {})


@cache
def weekday_names(language: str) -> tuple[str, tuple[re.Pattern[str], ...]]:
    """Return the regular expression of any day of the week, and the pattern of each from Monday on.

    Whole names in every language: a release quotes others. Short ones are other words elsewhere, and count in the
    text's own language only.
    """
    rows: list[list[str]] = [[] for _ in range(7)]
    for one in vocabularies().values():
        lists = ["weekdays", "short_weekdays"] if one.code == language else ["weekdays"]
        for day, names in ((day, names) for key in lists for day, names in enumerate(one.phrases(key))):
            rows[day].append(names)
    return any_of(name for row in rows for name in row).pattern, tuple(any_of(row) for row in rows)


def any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of any of the names, without the bounds of a word; “|” divides two forms of one."""
    return re.compile(alternation(form for name in names for form in name.split("|")))


def alone(phrases: Iterable[str]) -> str:
    """Return the regular expression of any of the phrases as whole words."""
    return rf"(?<!\w){alternation(phrases)}(?!\w)"


def alternation(phrases: Iterable[str]) -> str:
    """Return the regular expression of any of the phrases, the longest first; of none, one that matches nothing."""
    forms = {written(phrase) for phrase in phrases}
    return rf"(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form))) or '(?!)'})"
