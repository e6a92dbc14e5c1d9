"""The embargo of a text: every line in which one may stand is read, wherever it stands, and none is passed over.

Why so strict: a text that is embargoed and not known to be goes out to people who never agreed to wait. What is not
certain is said, and nothing is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Embargo
from presskit.reading.embargoes.countries import home_clock
from presskit.reading.embargoes.moment_parts import Known, Place, days_of, has_moment, parts_of, words_besides
from presskit.reading.embargoes.moments import Moment, UnclearEmbargo, moment_of, why_no_hour
from presskit.reading.embargoes.notices import Notice, find_notices, has_cue, read_notice, without_denials
from presskit.reading.embargoes.stated import says_none
from presskit.reading.embargoes.words import anywhere, vocabularies
from presskit.reading.folding import fold
from presskit.settings.where import line_of, place_of

HOME = Place("en", "US")
SHORT_CUE = re.compile(r"(?<![^\W_])EMB(?:G|D|GO)?(?![^\W_])")  # in capitals, in a file's name: “EMB 12 May pier.docx”
AT_ONCE_AND_LATER = "it speaks of an immediate release, and names an hour or a day on which that begins"
UNTOLD = "nobody can tell whether these words hold the text back or are its news"
JOINED_LINES = 2  # below a line that says “EMBARGOED UNTIL” the moment stands
LEAP_DAY = (2, 29)
QUOTED = 120  # characters


@dataclass(frozen=True)
class Line:
    """Words of a source, with their line where it is known."""

    words: str
    number: int | None = None


@dataclass(frozen=True)
class Verdict:
    """A source's embargo, and what is unclear about it. `is_denied`: its settings say that there is none."""

    embargo: Embargo | None = None
    findings: tuple[Finding, ...] = ()
    is_denied: bool = False


def parse_embargo(text: str, place: Place = HOME) -> Embargo:
    """Return the embargo that words such as “9 am EST, 12 January 2026” mean. Raises UnclearEmbargo."""
    until, zone = moment_of(parts_of(text, place))
    return Embargo(until, zone)


def find_embargo(
    lines: Sequence[Line], own: str | None, place: Place, file: Path, immediate: Line | None = None
) -> Verdict:
    """Return the embargo of a source, by all of its lines and by the name of its file.

    own: what its settings say of an embargo, which ends the question. immediate: the line that says the contrary.
    """
    if says_none(own):
        return Verdict(is_denied=True)
    notices = list(notices_in(lines, place))
    if named := notice_in_name(file, place, lines):
        notices.append((named, None))
    if own:
        return settle_own(own, notices, place, file)
    sure = [(notice, line) for notice, line in notices if notice.is_sure]
    year = year_in(lines, place) if notices else None
    if not sure:
        return Verdict(findings=tuple(unclear(UNTOLD, notice, line, file, year) for notice, line in notices[:1]))
    is_one = immediate is not None and immediate.words.strip() == sure[0][0].words.strip()
    verdict = settle(sure, file, year)
    # “For immediate release: 9 am EDT, May 12” is out from that moment on; past moments hold nothing back.
    if immediate and not (is_one and verdict.embargo):
        problem = AT_ONCE_AND_LATER if is_one else f"the text says “{immediate.words.strip()}” as well"
        return Verdict(findings=(unclear(problem, sure[0][0], sure[0][1], file, year),))
    return verdict


def year_in(lines: Sequence[Line], place: Place) -> int | None:
    """Return the year of the first day that a text names with one: that of a day without, in an example."""
    return next((one.day.year for line in lines for one in days_of(line.words, place) if one.day), None)


def settle_own(own: str, notices: Sequence[tuple[Notice, int | None]], place: Place, file: Path) -> Verdict:
    """Return the embargo that the settings state, where the text states no other."""
    try:
        embargo = replace(parse_embargo(own, place), source=file)
    except UnclearEmbargo as problem:
        return Verdict(findings=(report(str(problem), own, problem.known, place.language, Where(file)),))
    for notice, line in notices:
        if notice.is_sure and not agrees(notice, embargo):
            return Verdict(findings=(contradiction(own, notice, line, file),))
    return Verdict(embargo)


def settle(sure: Sequence[tuple[Notice, int | None]], file: Path, year: int | None = None) -> Verdict:
    """Return the one embargo of a text's notices; one without a moment leaves it to another."""
    embargo: Embargo | None = None
    stated = ""
    problems: list[Finding] = []
    for notice, line in sure:
        try:
            until, zone = moment_of(notice.parts)
        except UnclearEmbargo as problem:
            problems.append(unclear(str(problem), notice, line, file, year, problem.known))
            continue
        if embargo and until != embargo.until:
            return Verdict(findings=(contradiction(stated, notice, line, file),))
        embargo, stated = embargo or Embargo(until, zone, file), stated or notice.words
    if embargo is None:
        return Verdict(findings=tuple(problems[:1]))
    other = next(((notice, line) for notice, line in sure if not agrees(notice, embargo)), None)
    return Verdict(findings=(contradiction(stated, *other, file),)) if other else Verdict(embargo)


def agrees(notice: Notice, embargo: Embargo) -> bool:
    """Tell whether a notice names the embargo's moment, or none of its own: “STRICTLY EMBARGOED”."""
    try:
        return moment_of(notice.parts)[0] == embargo.until
    except UnclearEmbargo:
        days = {one.day for one in notice.parts.days if one.day}
        times = {one.time for one in notice.parts.hours if one.time}
        return days <= {embargo.until.date()} and times <= {embargo.until.time()}


def notices_in(lines: Sequence[Line], place: Place) -> Iterator[tuple[Notice, int | None]]:
    """Yield the notices of all lines, each with its line; a moment on the next line belongs to the one above."""
    for index, line in enumerate(lines):
        for notice in find_notices(line.words, place):
            yield joined(notice, lines[index + 1 : index + 1 + JOINED_LINES], place), line.number


def joined(notice: Notice, below: Sequence[Line], place: Place) -> Notice:
    """Return the notice with the lines below it that hold nothing but the rest of its moment."""
    words = notice.words
    for line in below if lacks_moment(notice) else ():
        parts = parts_of(line.words, place)
        if not (parts.days or parts.hours) or words_besides(parts):
            break
        words = f"{words} {line.words}"
        whole = read_notice(words, place)
        if whole and whole.is_sure and not lacks_moment(whole):
            return whole
    return notice


def first_notice(lines: Sequence[Line], place: Place, file: Path) -> str | None:
    """Return the first words of a text, or of its file's name, that hold something back for sure; None without any."""
    sure = (notice.words for notice, _ in notices_in(lines, place) if notice.is_sure)
    named = notice_in_name(file, place, lines)
    return next(sure, named.words if named else None)


def names_moment(texts: Iterable[str], place: Place) -> bool:
    """Tell whether the notices of texts name a day, an hour or a day of the week, or one that presskit cannot read."""
    lines = lines_of_text(texts)
    return any(has_moment(notice.parts) or notice.parts.problem for notice, _ in notices_in(lines, place))


def lacks_moment(notice: Notice) -> bool:
    """Tell whether a notice names no day, or no hour."""
    return not (notice.parts.days and notice.parts.hours)


def is_moment_only(text: str) -> bool:
    """Tell whether a line holds a moment and nothing else: “9 a.m. EDT, May 12, 2027”."""
    parts = parts_of(text, HOME) if len(text) <= QUOTED else None
    return bool(parts and parts.days and parts.hours and not words_besides(parts))


def notice_in_name(file: Path, place: Place, lines: Sequence[Line]) -> Notice | None:
    """Return what the name of a file says: “2027-05-12 EMBARGO pier.docx”.

    Why a name that speaks of an embargo is no notice where the text does too: then the embargo is its news.
    """
    name = re.sub(r"_|(?<=[^\W\d])-|-(?=[^\W\d])", " ", file.stem)
    if (notice := read_notice(name, place)) and notice.is_sure:
        return notice
    if SHORT_CUE.search(name):
        return Notice(file.name, True, True, parts_of(name, place))
    lower = without_denials(fold(name).lower)
    # Every cue begins as one of all; most names hold none, and need no pattern of a single kind.
    if not has_cue(lower) or not any(anywhere(key).search(lower) for key in ("embargo", "embargoed", "hold")):
        return None
    is_news = any(one.find(key, lower) for one in vocabularies() for key in ("news", "against", "past"))
    spoken = any(
        has_cue(fold(line.words).lower) and anywhere("embargo").search(fold(line.words).lower) for line in lines
    )
    return None if is_news or spoken else Notice(file.name, True, True, parts_of("", place))


def unclear(  # noqa: PLR0913
    problem: str, notice: Notice, line: int | None, file: Path, year: int | None, known: Known | None = None
) -> Finding:
    """Report a notice whose moment is unclear. year: that of a day whose year nobody names."""
    own = notice.parts.vocabulary.code
    known = known or notice.parts.known
    if known.day and year and not known.has_year and (known.day.month, known.day.day) != LEAP_DAY:
        known = replace(known, day=known.day.replace(year=year))
    return report(problem, notice.words, known, own, Where(file, line))


def report(problem: str, words: str, known: Known, language: str, where: Where) -> Finding:
    """Report an embargo that is unclear: its words, and the two lines of which one ends the question."""
    shown = " ".join(words.split())
    shown = shown if len(shown) <= QUOTED else f"{shown[:QUOTED].rsplit(' ', 1)[0]} …"
    return finding("c-008", where, problem=problem, words=shown, **settings_lines(where.file, example(known, language)))


def example(known: Known, language: str) -> str:
    """Return a moment as settings write it, with all of it that is known."""
    own = next((one for one in vocabularies() if one.code == language), vocabularies()[0])
    day = f"{known.day:%Y-%m-%d}" if known.day else "2026-05-12"
    hour = f"{known.time:%H:%M}" if known.time else "09:00"
    zone = known.zone or home_clock(known.country) or own.lists["example_zone"]
    return f"{day} {hour} {zone}"


def settings_lines(file: Path | None, moment: str) -> dict[str, str]:
    """Return where to write that there is an embargo, or none, and the line for each."""
    lines = {"moment": line_of(file, "embargo", moment), "none": line_of(file, "embargo", "none")}
    return {"place": place_of(file), **lines}


def contradiction(stated: str, notice: Notice, line: int | None, file: Path) -> Finding:
    """Report two moments for one embargo."""
    return finding("c-029", Where(file, line), one=f"“{stated}”", other=f"“{notice.words}”")


def find_when(text: str, place: Place = HOME) -> Moment:
    """Return the day, and the hour and zone where words name them. Raises UnclearEmbargo when they name no day."""
    parts = parts_of(text, place)
    if problem := why_no_hour(parts):
        raise UnclearEmbargo(problem, parts.known)
    assert parts.day
    names = [zones[0].name for _, _, zones in parts.zones]
    hour = next((one.time for one in parts.hours), None)
    return Moment(parts.day, hour, names[0] if names and hour else None)


def lines_of_text(texts: Iterable[str]) -> list[Line]:
    """Return texts without line numbers as lines."""
    return [Line(words) for text in texts for words in text.split("\n") if words.strip()]
