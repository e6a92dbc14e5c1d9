"""Days that are told as still to come, and are past by the text's own date: as a rule a year that was mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presskit.checking.editing.passages import Passage, passages_of
from presskit.checking.editing.vocabulary import vocabulary_of
from presskit.checking.editing.weekdays import YEAR, named_days
from presskit.findings import Finding, finding
from presskit.model import Kit, Release
from presskit.reading.folding import fold

BEFORE_CHARACTERS = 70  # of a day, in which the words stand that say so
BETWEEN_WORDS = 7  # “will open at the old pier on Monday, May 12, 2026”


def find_past_days(kit: Kit) -> Iterator[Finding]:
    """Yield c-071 for each day of a release that it tells as still to come, and that is before its own date."""
    for release in kit.releases:
        if release.date:
            for passage in passages_of(release):
                yield from overtaken(passage, release)


def overtaken(passage: Passage, release: Release) -> Iterator[Finding]:
    """Yield c-071 for the days of a passage; those in quotations, and those without a year, may be others."""
    assert release.date
    text, words = fold(passage.text), vocabulary_of(passage.language)
    announced = _announced(words.code)
    if not words.find("to_come", text.lower):
        return
    for named in named_days(text, words, release.date):
        before = announced.search(text.lower[max(0, named.start - BEFORE_CHARACTERS) : named.start])
        if not before or not YEAR.search(text.text[named.start : named.end]):
            continue
        if not named.days or any(day >= release.date for day in named.days):
            continue
        start = named.start - len(before[0])
        if not any(first <= text.places[start] < last for first, last in passage.spoken):
            quoted = passage.text[text.places[start] : text.places[named.end]].strip()
            day = f"{release.date.day} {release.date:%B %Y}"
            yield finding("c-071", passage.where, words=quoted, day=day)


@cache
def _announced(language: str) -> re.Pattern[str]:
    """Return the pattern of what stands before a day that is to come, up to the day."""
    words = vocabulary_of(language)
    between = rf"(?:\s(?!{words.pattern('of_then')})\w+[,،]?){{0,{BETWEEN_WORDS}}}"
    return re.compile(rf"{words.pattern('to_come')}{between}\s\Z")
