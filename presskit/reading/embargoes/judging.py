"""Whether a sentence that speaks of an embargo holds its text back, or tells news of another one.

By three things: where the cue stands (at the beginning of a line there is nobody else of whom it could be said), what
stands beside it (a moment; this text; oil, arms, a country), and which language says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from presskit.reading.embargoes.days import whole_weekdays
from presskit.reading.embargoes.moment_parts import Parts, has_moment, words_besides
from presskit.reading.embargoes.words import Vocabulary

SHORT_LINE, NEAR_WORDS, BETWEEN_WORDS, MORE_WORDS = 15, 6, 3, 3
DECORATION = " \t\xa0*_#=~>»«<|•·–—-[]()“”\"'!:.,⚠️"
HEADLINE = re.compile(r"\s*(?:[:–—|]|-{1,2}(?=\s))\s*(?=\S)")
CUES = ("hold", "release", "dated", "immediate", "embargoed", "embargo")


class Verdict(Enum):
    """What words about an embargo are: a notice, news, or one of both."""

    NOTICE = "notice"
    UNSURE = "unsure"
    NEWS = "news"


def speaks(lower: str, one: Vocabulary, own: Vocabulary) -> bool:
    """Tell whether a language has a cue for a sentence: its own language, or one with a cue that its own lacks.

    Why: “embargo” is a word of four languages, and only one of them knows what the sentence is about.
    """
    found = {match.span() for key in CUES for match in one.patterns[key].finditer(lower)}
    return one is own or bool(found - {match.span() for key in CUES for match in own.patterns[key].finditer(lower)})


def judge(lower: str, parts: Parts, words: Vocabulary) -> Verdict:
    """Tell what a sentence is, by one language's words. `lower`: it, folded, in small letters."""
    first = lead(lower, words)
    verdicts = [
        *(judge_hold(lower, cue, first, parts, words) for cue in words.patterns["hold"].finditer(lower)),
        *(judge_release(lower, cue, first, parts, words) for cue in words.patterns["release"].finditer(lower)),
        *(judge_dated(lower, cue, first, parts) for cue in words.patterns["dated"].finditer(lower)),
        *(judge_immediate(lower, cue, first, parts, words) for cue in words.patterns["immediate"].finditer(lower)),
        *(judge_mention(lower, cue, first, parts, words) for cue in mentions(lower, words)),
    ]
    return next((one for one in (Verdict.NOTICE, Verdict.UNSURE) if one in verdicts), Verdict.NEWS)


def mentions(lower: str, words: Vocabulary) -> Iterator[re.Match[str]]:
    """Yield the words embargo and embargoed of a sentence, “under embargo” before the “embargo” in it."""
    yield from words.patterns["embargoed"].finditer(lower)
    yield from words.patterns["embargo"].finditer(lower)


def lead(lower: str, words: Vocabulary) -> int:
    """Return where a line's own words begin, behind “PRESS RELEASE –”, “Status:”, “Please note:”."""
    place = 0
    skipped = re.compile(
        rf"[\s{re.escape(DECORATION)}]*(?:{words.patterns['filler'].pattern})?[\s{re.escape(DECORATION)}]*"
    )
    while place < len(lower):
        if is_cue(lower, place, words):
            return place
        match = skipped.match(lower, place)
        if not match or match.end() == place:
            return place
        place = match.end()
    return place


def is_cue(lower: str, place: int, words: Vocabulary) -> bool:
    """Tell whether a cue begins at a place of a line."""
    return any(words.patterns[key].match(lower, place) for key in CUES)


def judge_hold(lower: str, cue: re.Match[str], first: int, parts: Parts, words: Vocabulary) -> Verdict:
    """Judge “not for publication”: a notice at the beginning of a line, beside a moment, or of “this text”."""
    before, behind = lower[: cue.start()], lower[cue.end() :]
    is_first, is_other = first == cue.start(), bool(words.find("news", lower))
    if is_first and ends_or_goes_on_with_moment(behind, words):
        return Verdict.NOTICE
    if words.find("own", before) and words.find("publication", before):
        return Verdict.NOTICE
    others = re.findall(r"[^\W\d_]+", words.patterns["filler"].sub(" ", behind))
    if is_first and not is_other and len(others) < MORE_WORDS:
        return Verdict.NOTICE
    if not has_moment(parts) or (is_other and is_about_news(behind, words)):
        return Verdict.NEWS
    if not is_other or (is_first and parts.hours):
        return Verdict.NOTICE
    return Verdict.UNSURE if is_first or parts.hours else Verdict.NEWS


def ends_or_goes_on_with_moment(behind: str, words: Vocabulary) -> bool:
    """Tell whether behind a cue the line ends, a colon stands, or “until”."""
    if not re.search(r"\w", behind) or re.match(r"\s*[:–—|!(]|\s+-\s", behind):
        return True
    return bool(words.patterns["until"].match(behind.lstrip()))


def is_about_news(behind: str, words: Vocabulary) -> bool:
    """Tell whether a cue goes on with what another embargo is about: “on oil”, “against Cuba”, “für Gülle”."""
    against, news = words.patterns["against"].pattern, words.patterns["news"].pattern
    return bool(re.match(rf"\s+(?:(?:{against})\s+(?:[\w']+\s+){{0,4}}?)?{news}", behind))


def judge_release(lower: str, cue: re.Match[str], first: int, parts: Parts, words: Vocabulary) -> Verdict:
    """Judge “for release”: a notice where it opens a line, a moment follows and hardly another word."""
    if first != cue.start():
        before = lower[: cue.start()]
        is_own = words.find("own", before) and words.find("publication", before) and parts.days and parts.hours
        return Verdict.NOTICE if is_own else Verdict.NEWS
    if not has_moment(parts) or words_before_moment(lower, cue, parts) > BETWEEN_WORDS:
        return Verdict.NEWS
    after = lower[parts.spans[-1][1] :] if parts.spans else ""
    goes_on = len(re.findall(r"\w+", after)) > MORE_WORDS and not HEADLINE.match(after)
    return Verdict.NEWS if goes_on and not parts.hours else Verdict.NOTICE


def judge_dated(lower: str, cue: re.Match[str], first: int, parts: Parts) -> Verdict:
    """Judge “release: 9 am, 12 May”: a notice where it opens a line and day and hour follow."""
    is_dated = first == cue.start() and parts.days and parts.hours
    return Verdict.NOTICE if is_dated and words_before_moment(lower, cue, parts) <= BETWEEN_WORDS else Verdict.NEWS


def judge_immediate(lower: str, cue: re.Match[str], first: int, parts: Parts, words: Vocabulary) -> Verdict:
    """Judge “for immediate release”: a notice all the same where it goes on with an hour, “on 12 May” or “once …”.

    A day alone behind it is the day of the text.
    """
    behind = lower[cue.end() :]
    if first != cue.start():
        return Verdict.NEWS
    if re.match(rf"\s*{words.patterns['once'].pattern}", behind):
        return Verdict.NOTICE
    start = next((start for start, _ in parts.spans if start >= cue.end()), len(lower))
    between = whole_weekdays().sub(" ", lower[cue.end() : start])
    for key in ("from", "filler", "until"):
        between = words.patterns[key].sub(" ", between)
    if re.search(r"[^\W\d_]", between) or not (has_moment(parts) or words.find("from", behind)):
        return Verdict.NEWS
    after = lower[parts.spans[-1][1] :] if parts.spans else ""
    said = words.patterns["from"].pattern
    waits = re.match(rf"\s*{said}", behind) or re.match(rf"\W*{said}\W+\d", after)
    return Verdict.NOTICE if waits or parts.hours else Verdict.NEWS


def words_before_moment(lower: str, cue: re.Match[str], parts: Parts) -> int:
    """Count the words between a cue and the moment behind it; all of the rest where none is."""
    start = next((start for start, _ in parts.spans if start >= cue.end()), len(lower))
    return len(re.findall(r"[^\W\d_]+", lower[cue.end() : start]))


def judge_mention(lower: str, cue: re.Match[str], first: int, parts: Parts, words: Vocabulary) -> Verdict:
    """Judge the word embargo itself: of this text, of oil and arms, or of nobody knows what."""
    if is_alone(parts, words):
        return Verdict.NOTICE
    if is_own(lower, cue, words):
        return Verdict.UNSURE if words.find("news", lower) and not parts.hours else Verdict.NOTICE
    if first == cue.start() and (verdict := judge_first(lower, cue, parts, words)):
        return verdict
    if words.find("past", lower) or words.find("news", lower):
        return Verdict.UNSURE if is_exact(lower, cue, parts, words) else Verdict.NEWS
    return judge_sentence(lower, cue, parts, words)


def is_exact(lower: str, cue: re.Match[str], parts: Parts, words: Vocabulary) -> bool:
    """Tell whether “embargoed until” or “embargo ends” goes on with day, hour and zone: news seldom is that exact."""
    near = lower[max(0, cue.start() - 20) : cue.start()]
    goes_on = re.match(
        rf"\W*(?:{words.patterns['until'].pattern}|{words.patterns['lifts'].pattern}|[:–—])", lower[cue.end() :]
    )
    return bool(goes_on and parts.days and parts.hours and parts.zones and not words.find("news", near))


def judge_sentence(lower: str, cue: re.Match[str], parts: Parts, words: Vocabulary) -> Verdict:
    """Judge a sentence that names neither oil nor arms, and does not begin with the word embargo."""
    ends = bool(words.patterns["until"].search(lower, cue.end()) or words.patterns["lifts"].search(lower, cue.end()))
    of_text = bool(words.find("publication", lower) or words.find("own", lower))
    if parts.days and parts.hours and (ends or of_text):
        return Verdict.NOTICE
    if ends and has_moment(parts):
        return Verdict.NOTICE if of_text else Verdict.UNSURE
    return Verdict.UNSURE if parts.hours and len(lower.split()) <= SHORT_LINE else Verdict.NEWS


def judge_first(lower: str, cue: re.Match[str], parts: Parts, words: Vocabulary) -> Verdict | None:
    """Judge a line that begins with the word embargo; None where it goes on as any sentence."""
    behind = lower[cue.end() :]
    is_state = bool(words.patterns["embargoed"].fullmatch(cue[0]))  # “embargoed”: what, but this text?
    is_other = bool(words.find("news", lower))
    if not is_state and is_about_news(behind, words):
        return None
    if re.match(rf"\W*{words.patterns['until'].pattern}(?!\W+\d{{4}}(?!\d))", behind) or HEADLINE.match(behind):
        return Verdict.NOTICE if is_state or parts.hours or not is_other else Verdict.UNSURE
    what = words.patterns["publication"].pattern
    if is_state and re.match(rf"\W*{what}\W*(?:$|[:–—|]|{words.patterns['until'].pattern})", behind):
        return Verdict.NOTICE
    is_near = has_moment(parts) and words_before_moment(lower, cue, parts) <= NEAR_WORDS
    return Verdict.NOTICE if is_near and (parts.hours or not is_other) and not words.find("past", behind) else None


def is_own(lower: str, cue: re.Match[str], words: Vocabulary) -> bool:
    """Tell whether a sentence says of a text that it is embargoed: “this release is under embargo”."""
    before, behind = lower[max(0, cue.start() - 120) : cue.start()], lower[cue.end() : cue.end() + 60]
    own, what, against, until = (words.patterns[key].pattern for key in ("own", "publication", "against", "until"))
    if re.match(rf"\s+(?:{against})?(?:\W*\w+){{0,2}}?\W+{own}(?:\W+\w+){{0,3}}?\W+{what}", behind):
        return True  # “the embargo on this report”
    if not words.patterns["embargoed"].fullmatch(cue[0]):
        return False
    ends = not re.search(r"\w", behind) or re.match(rf"\W*(?:[.,;:)–—]|\d|{until})", behind)
    is_subject = re.search(rf"{what}(?:\W+\w+){{0,3}}\W*$", before) and ends
    return bool(is_subject or re.search(rf"{own}(?:\W+\w+){{0,4}}?\W+{what}(?:\W+\w+){{0,8}}\W*$", before))


def is_alone(parts: Parts, words: Vocabulary) -> bool:
    """Tell whether a line says nothing but that there is an embargo, and when it ends."""
    others = " ".join(words_besides(parts))
    for key in ("embargoed", "embargo", "publication", "lifts", "own"):
        others = words.patterns[key].sub(" ", others)
    return not others.strip()
