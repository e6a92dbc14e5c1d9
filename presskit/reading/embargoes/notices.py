"""Lines and sentences that hold a text back until a moment, among all others that speak of an embargo.

An embargo is recognised by its parts (assets/embargoes): a cue, what is held back, a moment. “Embargoed until 9 am”
at the beginning of a line, “this release is under embargo”, “not for publication before 12 May” are notices;
“the oil embargo was lifted on 12 May” is news. Where nobody can tell, the answer is that nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from presskit.reading.embargoes import elsewhere
from presskit.reading.embargoes.judging import CUES, DECORATION, HEADLINE, Verdict, judge, lead, speaks
from presskit.reading.embargoes.moment_parts import Parts, Place, has_moment, parts_of, words_besides
from presskit.reading.embargoes.words import anywhere, every, vocabularies, written
from presskit.reading.folding import fold

LONGEST_LABEL = 40  # words
LONGEST_SENTENCE, AROUND_CUE = 600, 400  # characters
SENTENCE = re.compile(r"(?<=[.!?؟])[\s\xa0]+(?=[^\W\d_]|[“\"«(])|(?<=[。！？])(?=.)")
# A full stop behind these ends no sentence: a.m., 12., Uhr MESZ u. a.
SHORTENED = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]{1,2}|(?:[^\W\d_]\.\s?){1,3}[^\W\d_]|\d{1,2}|Emb|Embg|Tues|Wed|Thurs?|Sept?|Jan|Feb|Oct|Nov|Dec)\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Notice:
    """Words that hold a text back, or may. `is_label`: they stand at the beginning of their line."""

    words: str
    is_sure: bool
    is_label: bool
    parts: Parts


@cache
def cues() -> re.Pattern[str]:
    """Return the pattern of any word that may be a notice's, in the languages that are read."""
    phrases = [phrase for key in CUES for phrase in every(key)]
    # Why one look back for all: it is asked at every letter, and most letters begin no word.
    return re.compile(rf"(?<!\w)(?:{'|'.join(f'(?:{written(phrase)})' for phrase in phrases)})(?!\w)")


def compile_cues() -> None:
    """Make the patterns that every line of every text is asked by: a twentieth of a second, which workers then have."""
    cues()
    elsewhere.any_held()


def has_cue(lower: str) -> bool:
    """Tell whether a word that may be a notice's, in any language, stands in folded words in small letters."""
    return bool(cues().search(lower) or elsewhere.any_held().search(lower))


def find_notices(text: str, place: Place) -> Iterator[Notice]:
    """Yield the notices of a text, sentence by sentence; `place`: where it comes from."""
    for line in text.split("\n"):
        if has_cue(fold(line).lower):
            for sentence in sentences(line):
                for passage in passages(sentence):
                    if notice := read_notice(passage, place):
                        yield notice


def passages(sentence: str) -> Iterator[str]:
    """Yield a sentence whole; of one without an end, such as a table's, what stands around each cue."""
    if len(sentence) <= LONGEST_SENTENCE:
        yield sentence
        return
    folded, reached = fold(sentence), 0
    found = (match.start() for words in (cues(), elsewhere.any_held()) for match in words.finditer(folded.lower))
    for cue in sorted(found):
        if cue >= reached:
            reached = cue + AROUND_CUE
            start = folded.places[max(0, cue - AROUND_CUE // 2)]
            yield sentence[start : folded.places[min(reached, len(folded.text))]]


def sentences(line: str) -> list[str]:
    """Divide a line into its sentences; abbreviations end none."""
    found = [""]
    place = 0
    for match in SENTENCE.finditer(line):
        found[-1] += line[place : match.start()]
        place = match.end()
        if SHORTENED.search(found[-1]):
            found[-1] += match[0]
        else:
            found.append("")
    found[-1] += line[place:]
    return found


@lru_cache(maxsize=4096)
def read_notice(sentence: str, place: Place = Place()) -> Notice | None:  # noqa: B008  (a constant)
    """Return the notice that a sentence or a line is; None where it is none."""
    lower = without_denials(fold(sentence).lower)
    if not has_cue(lower):
        return None
    start = len(sentence) - len(sentence.lstrip(DECORATION))
    parts = parts_of(sentence[start:], place)
    lower = without_denials(parts.text.lower)
    verdicts = [judge(lower, parts, one) for one in vocabularies() if speaks(lower, one, parts.vocabulary)]
    sure = Verdict.NOTICE in verdicts
    if not sure:
        verdict, language = elsewhere.read_elsewhere(lower)
        if verdict is not Verdict.NEWS:
            parts = parts_of(sentence[start:], Place())  # whose days in figures are open, not American
            parts.problem = f"presskit reads no days and hours in {language}"
            return Notice(sentence.strip(), verdict is Verdict.NOTICE, verdict is Verdict.NOTICE, parts)
    if not sure and Verdict.UNSURE not in verdicts:
        return None
    return Notice(sentence.strip(), sure, begins(lower) is not None, parts)


def without_denials(lower: str) -> str:
    """Return folded words without those that say there is no embargo, such as “sin embargo”; the length stays.

    Where there is no cue, none can be denied, and no language's denials are made.
    """
    if not has_cue(lower):
        return lower
    lower = elsewhere.without_denials(lower)
    return anywhere("none").sub(lambda match: " " * len(match[0]), lower)


def begins(lower: str) -> re.Match[str] | None:
    """Return the cue that a line begins with, in any language."""
    for words in vocabularies():
        place = lead(lower, words)
        for key in ("hold", "embargoed", "embargo", "release", "dated"):
            if match := words.patterns[key].match(lower, place):
                return match
    return None


@lru_cache(maxsize=4096)
def label_length(text: str) -> int | None:
    """Return how many characters of a line are a notice: all, unless a headline follows. None where it is none."""
    if len(text.split()) > LONGEST_LABEL or "\n" in text.strip():
        return None
    first, *others = sentences(text)
    notice = read_notice(first)
    if not notice or not notice.is_sure or (others and not notice.is_label):
        return None
    return headline_start(text, notice) or len(text)


def headline_start(text: str, notice: Notice) -> int | None:
    """Return where a headline begins behind a notice on the same line: “EMBARGOED UNTIL …: Reef returns”."""
    begin = len(text) - len(text.lstrip(DECORATION))
    cue = begins(notice.parts.text.lower)
    ends = [cue.end() if cue else 0, *(end for _, end in notice.parts.spans)]
    for match in HEADLINE.finditer(notice.parts.text.lower, max(ends)):
        rest = text[begin + notice.parts.text.places[match.end()] :]
        own = parts_of(rest, Place())
        lower = fold(rest).lower
        is_cue = cues().match(lower) or elsewhere.any_held().match(lower)
        if len(rest.split()) >= 3 and not has_moment(own) and not is_cue and words_besides(own):
            return begin + notice.parts.text.places[match.end()]
    return None
