"""Days of the week beside a date: “Tuesday, May 12”, “le mardi 12 mai”, “12 May 2026 (Tuesday)”."""

from __future__ import annotations

import datetime as dt
import re
from calendar import isleap
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from presskit.checking.editing.passages import Passage, passages_of
from presskit.checking.editing.vocabulary import Vocabulary, any_of, vocabularies, vocabulary_of, weekday_names
from presskit.findings import Finding, finding
from presskit.model import Kit, Release
from presskit.reading.embargoes.days import FoundDay, find_days
from presskit.reading.folding import Folded, fold

NEAR_DAYS = 120  # a date without a year is meant near the text's own day, or nobody can tell which year it is
BEFORE_CHARACTERS = 70
NUMBER, MOST_NUMBERS = re.compile(r"\d+"), 200
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class NamedDay:
    """A date in a folded text, with the days it may be: two where nobody can tell the order of its numbers."""

    start: int
    end: int
    days: tuple[dt.date, ...]


@dataclass(frozen=True)
class Beside:
    """The patterns of a day of the week before a date and behind it; `every`: it is one of a list, or any of its kind.

    name: the regular expression of any day of the week. any: that of one that stands alone.
    day: the pattern of each day of the week, from Monday on. loose: names that are other words in small letters: “sat”.
    """

    name: str
    any: re.Pattern[str]
    day: tuple[re.Pattern[str], ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    every: re.Pattern[str]
    loose: re.Pattern[str] | None

    def number(self, name: str) -> int:
        """Return which day of the week a name is, counted from Monday 0."""
        return next(number for number, pattern in enumerate(self.day) if pattern.fullmatch(name))


def find_wrong_weekdays(kit: Kit) -> Iterator[Finding]:
    """Yield c-039 for each date that has another day of the week than the text says."""
    for document in kit.documents:
        near = document.date if isinstance(document, Release) else kit.date
        for passage in passages_of(document):
            # Of a dateline whose day is not certain, that was said while reading.
            if near or passage.kind != "dateline":
                yield from misfits(passage, near)


def misfits(passage: Passage, near: dt.date | None) -> Iterator[Finding]:
    """Yield c-039 for the dates of a passage; `near`: the day of its text, by which a date without a year is read."""
    words, text = vocabulary_of(passage.language), fold(passage.text)
    beside = patterns(words.code)
    if not beside.any.search(text.lower):
        return
    for named in named_days(text, words, near):
        found = weekday_of(text, named, beside, words)
        if found and named.days and all(day.weekday() != found[0] for day in named.days):
            start, end = min(found[1], named.start), max(found[2], named.end)
            day = named.days[0]
            quoted = passage.text[text.places[start] : text.places[end]].strip()
            yield finding("c-039", passage.where, words=quoted, day=f"{day.day} {day:%B %Y}", weekday=f"{day:%A}")


@cache
def patterns(language: str) -> Beside:
    """Return the patterns of days of the week beside a date, as a language writes them."""
    name, each = weekday_names(language)
    own = vocabulary_of(language)
    between = "|".join(one.pattern("between") for one in vocabularies().values())
    every = "|".join(one.pattern("every") for one in vocabularies().values())
    return Beside(
        name,
        re.compile(rf"(?<!\w){name}(?!\w)"),
        each,
        before=re.compile(rf"(?<!\w)(?P<day>{name})\.?(?:[\s,،]{{1,3}}(?:{between}))?[\s,،]{{1,3}}$|(?<!\w)(?P<stuck>{name})\.?[,،]$"),
        behind=re.compile(rf"\s?\(\s?(?P<in>{name})\s?\)|\s?[,،]\s?(?:an?\s|une?\s)?(?P<day>{name})(?=\s?(?:[.;:)!?]|$))"),
        every=re.compile(
            rf"(?<!\w)(?:{every})\s$|(?:{name})(?:s|e[ns]?)?(?:[\s,،/–—-]+[^\W\d]{{1,8}})?[\s,،/–—-]+$"
        ),
        loose=any_of(own.phrases("short_weekdays")) if own.lists.get("capitals") else None,
    )  # fmt: skip


def weekday_of(text: Folded, named: NamedDay, beside: Beside, words: Vocabulary) -> tuple[int, int, int] | None:
    """Return the day of the week that stands beside a date alone: its number from Monday 0, its start and its end."""
    from_ = max(0, named.start - BEFORE_CHARACTERS)
    before = beside.before.search(text.lower[from_ : named.start])
    if before:
        name = before["day"] or before["stuck"]
        start = from_ + before.start()
        is_listed = beside.every.search(text.lower[max(0, start - BEFORE_CHARACTERS) : start])
        is_name = not (beside.loose and beside.loose.fullmatch(name)) or text.text[start].isupper()
        return None if is_listed or not is_name else (beside.number(name), start, start + len(name))
    behind = beside.behind.match(text.lower, named.end)
    if behind:
        return beside.number(behind["in"] or behind["day"]), *behind.span()
    return None


def named_days(text: Folded, words: Vocabulary, near: dt.date | None) -> list[NamedDay]:
    """Return the dates of a text with the days they may be; none of a text with so many numbers that it is a list."""
    if sum(1 for _ in NUMBER.finditer(text.text)) > MOST_NUMBERS:
        return []
    spans: dict[tuple[int, int], list[FoundDay]] = {}
    for day_first in (True, False):
        for one in find_days(text.lower, text.text, day_first):
            spans.setdefault((one.start, one.end), []).append(one)
    is_open = bool(words.find("other_year", text.lower))
    years = {int(year) for year in YEAR.findall(text.text)}
    named = []
    for (start, end), found in spans.items():
        meant = (one.day or (None if is_open else nearest(one.guess, years, near)) for one in found)
        is_word = words.lists.get("capitals") and not YEAR.search(text.text[start:end])
        if not (is_word and text.text[start:end].islower()):  # “12 may”, “march 4”
            named.append(NamedDay(start, end, tuple(dict.fromkeys(day for day in meant if day))))
    return named


def nearest(guess: dt.date | None, stated: Collection[int], near: dt.date | None) -> dt.date | None:
    """Return the day that a date without a year means beside the text's own; None where it may be another year's.

    stated: the years that its text names.
    """
    if not guess or not near:
        return None
    years = (near.year - 1, near.year, near.year + 1)
    days = [guess.replace(year=year) for year in years if (guess.month, guess.day) != (2, 29) or isleap(year)]
    day = min(days, key=lambda one: abs(one - near), default=None)
    if not day or abs(day - near).days > NEAR_DAYS:
        return None
    return day if set(stated) <= {day.year} else None
