"""“Yesterday”, “today” and “tomorrow”: days that are counted from the dateline's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache

from presskit.checking.editing.passages import Passage, passages_of
from presskit.checking.editing.vocabulary import Vocabulary, vocabulary_of
from presskit.checking.editing.weekdays import NamedDay, named_days, patterns
from presskit.findings import Finding, Where, finding
from presskit.model import Kit
from presskit.reading.folding import Folded, fold

LISTED = re.compile(r"\s?(?:[,،/–-]|\w{1,3}\s)\s?\d")  # “today, May 12 and 13”
LIST_CHARACTERS, NEXT_CHARACTERS = 30, 6
OFFSETS = {"yesterday": -1, "today": 0, "tomorrow": 1}


def find_undated_days(kit: Kit) -> Iterator[Finding]:
    """Yield c-006 for each release without a date whose first paragraph says “yesterday”."""
    for release in kit.releases:
        lede = next((block for block in release.body if block.kind == "paragraph"), None)
        if release.date or release.is_withdrawn or not lede:
            continue
        text = fold(lede.text)
        if found := next(relative_days(text, vocabulary_of(release.language)), None):
            start, end, _ = found
            word = lede.text[text.places[start] : text.places[end]].strip()
            yield finding("c-006", Where(release.source, lede.line), word=word)


def find_contradicted_days(kit: Kit) -> Iterator[Finding]:
    """Yield c-040 where the day named beside “today” is another than the dateline makes it."""
    for release in kit.releases:
        for passage in passages_of(release) if release.date else ():
            if passage.kind != "dateline" and release.date:
                yield from contradictions(passage, release.date)


def contradictions(passage: Passage, day: dt.date) -> Iterator[Finding]:
    """Yield c-040 for the relative days of a passage; those in quotations are of another day."""
    words, text = vocabulary_of(passage.language), fold(passage.text)
    found = [*relative_days(text, words)]
    dates = {one.start: one for one in named_days(text, words, day)} if found else {}
    spoken = passage.spoken if found else []
    for start, end, offset in found:
        if any(first <= text.places[start] < last for first, last in spoken):
            continue
        meant = day + dt.timedelta(offset)
        stop = end_of_other_day(text, end, meant, dates, words)
        if stop:
            quoted = passage.text[text.places[start] : text.places[stop]].strip()
            told = f"{meant.day} {meant:%B %Y}, a {meant:%A}"
            yield finding("c-040", passage.where, words=quoted, day=f"{day.day} {day:%B %Y}", meant=told)


def relative_days(text: Folded, words: Vocabulary) -> Iterator[tuple[int, int, int]]:
    """Yield the relative days of a folded text in order: start, end, and how many days from the dateline's."""
    found = [
        (match.start(), match.end(), offset)
        for key, offset in OFFSETS.items()
        for match in re.finditer(words.pattern(key), text.lower)
    ]
    behind = re.compile(rf"(?:{words.pattern('not_behind')})\s?$")
    yield from (one for one in sorted(found) if not behind.search(text.lower, max(0, one[0] - 20), one[0]))


@cache
def gaps(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may stand between a relative day and a date, and a day of the week that stands beside one alone."""
    name, between = patterns(language).name, vocabulary_of(language).pattern("between")
    gap = rf"[\s,،(–—-]{{1,3}}(?:{name}[\s,،]{{1,3}})?(?:{between}\s)?"
    alone = rf"\s(?P<day>{name})(?!\w)|\s?[(,،]\s?(?P<apart>{name})(?=\s?(?:[.,،;:)!?–—]|$))"
    return re.compile(gap), re.compile(alone)


def end_of_other_day(
    text: Folded, end: int, meant: dt.date, dates: Mapping[int, NamedDay], words: Vocabulary
) -> int | None:
    """Return where a date or a day of the week ends that stands beside a relative day and is another; else None.

    dates: those of the text, by where they start.
    """
    gap = gaps(words.code)[0].match(text.lower, end)
    beside = dates.get(gap.end()) if gap else None
    if not beside:
        return end_of_other_weekday(text, end, meant, words)
    is_listed = any(beside.end + step in dates for step in range(NEXT_CHARACTERS + 1))
    if is_listed or LISTED.match(text.lower, beside.end) or not beside.days or meant in beside.days:
        return None
    return beside.end + text.lower.startswith(")", beside.end)


def end_of_other_weekday(text: Folded, end: int, meant: dt.date, words: Vocabulary) -> int | None:
    """Return where a day of the week ends that stands alone beside a relative day and is another; else None.

    “Today, Monday to Friday” and “tomorrow, Saturday and Sunday” are lists.
    """
    names = patterns(words.code)
    found = gaps(words.code)[1].match(text.lower, end)
    if not found or names.any.search(text.lower, found.end(), found.end() + LIST_CHARACTERS):
        return None
    if names.number(found["day"] or found["apart"]) == meant.weekday():
        return None
    return found.end() + text.lower.startswith(")", found.end())
