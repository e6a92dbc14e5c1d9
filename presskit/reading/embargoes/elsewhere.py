"""Notices in languages whose days and hours presskit does not read: that a text is held back, and nothing more.

Why at all: “Får publiceras först den 12 maj” passed over is an embargo broken. Told as unclear, it is one line for
whoever can read it. A word of oil or arms beside the cue makes it news, as in the languages that are read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from presskit import gate
from presskit.reading.embargoes.judging import Verdict
from presskit.reading.embargoes.words import anywhere, one_of, written
from presskit.resources import notices_file

LISTS = ("held", "news", "none")
UNSPACED = r"[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u4e00-\u9fff]"  # Thai, Korean as it is folded, Japanese, Chinese
FEW_WORDS = 6  # before a cue, for a line to be about itself: “This release is embargoed until” in any language
# Behind a cue that opens its line: “до 12 мая”, “til den 12. mai”, or nothing at all.
GOES_ON = re.compile(r"\W*(?:(?:[^\W\d_]+\W*){0,2}?\d|$)")
PARTED = re.compile(r"[:|()\[\]【】「」*]|\s[–—-]\s|[–—]")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Language:
    """A language's words: what holds a text back, what makes it news, and what says that there is nothing."""

    name: str
    held: re.Pattern[str]
    news: re.Pattern[str]
    none: re.Pattern[str]


@cache
def rows() -> tuple[Mapping[str, Any], ...]:
    """Return the words of every such language, as they stand in their file."""
    return tuple(tomllib.loads(gate.text_of(notices_file())).values())


@cache
def languages() -> tuple[Language, ...]:
    """Return the words of every such language, as patterns."""
    made = ((pattern_of(row[key], is_spaced="unspaced" not in row) for key in LISTS) for row in rows())
    return tuple(Language(row["name"], *patterns) for row, patterns in zip(rows(), made, strict=True))


def pattern_of(phrases: list[str], *, is_spaced: bool) -> re.Pattern[str]:
    """Return the pattern of phrases: of whole words, where a language sets spaces between them."""
    if is_spaced or not phrases:
        return one_of(phrases)
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(written, ordered)))


@cache
def any_held() -> re.Pattern[str]:
    """Return the pattern of what may be a cue of these languages; what is none of any is soon known.

    Why two parts with one look each: it is asked of every line of every text, letter by letter.
    """
    spaced, unspaced = (
        "|".join(f"(?:{written(phrase)})" for row in rows() if ("unspaced" in row) is how for phrase in row["held"])
        for how in (False, True)
    )
    return re.compile(rf"(?<!\w)(?:{spaced})|(?={UNSPACED})(?:{unspaced})")


def without_denials(lower: str) -> str:
    """Return folded words without those that say there is no embargo, or name another one; the length stays."""
    for one in languages():
        lower = one.none.sub(lambda match: " " * len(match[0]), lower)
    return lower


def read_elsewhere(lower: str) -> tuple[Verdict, str]:
    """Tell what a sentence is in one of these languages, and in which; `lower`: it, folded, in small letters."""
    if not any_held().search(lower):
        return Verdict.NEWS, ""
    cues = [(cue, one) for one in languages() for cue in one.held.finditer(lower)]
    cues.sort(key=lambda found: -len(found[0][0]))  # the longest shows best which language it is
    found = [(judge(lower, cue, one), one.name) for cue, one in cues]
    sure = (item for verdict in (Verdict.NOTICE, Verdict.UNSURE) for item in found if item[0] is verdict)
    return next(sure, (Verdict.NEWS, ""))


def judge(lower: str, cue: re.Match[str], one: Language) -> Verdict:
    """Judge one cue: by what stands before it, by a figure in its sentence, by how much of its line it is."""
    before, behind = len(WORD.findall(lower[: cue.start()])), lower[cue.end() :]
    if anywhere("embargo").fullmatch(cue[0]):  # a word of the languages that are read: they know its news
        is_news = before or anywhere("past").search(lower) or anywhere("news").search(lower)
        is_alone = any(WORD.findall(part) == [cue[0]] for part in PARTED.split(lower))
        return Verdict.NOTICE if is_alone or not (is_news or not GOES_ON.match(behind)) else Verdict.NEWS
    if not before and GOES_ON.match(behind):
        return Verdict.NOTICE
    if one.news.search(lower):
        return Verdict.NEWS
    if re.search(r"\d", lower):
        return Verdict.NOTICE if before <= FEW_WORDS else Verdict.UNSURE
    letters = [len("".join(WORD.findall(part))) for part in PARTED.split(lower) if cue[0].strip() in part]
    return Verdict.NOTICE if any(len(cue[0]) * 2 >= length for length in letters) else Verdict.NEWS
