"""Datelines: the place, date and source that open a release's first paragraph.

House styles read (and all in between):
    Washington, DC, May 12, 2026 (KT) –      WASHINGTON--(WIRE)--(KT) –      CHICAGO, May 7, 2024 /Wire/ --
    Washington, DC (May 12, 2026) —          NEW YORK, NY (May 12, 2026)     June 1st, 2026, London, UK:
    Paris, le 12 mai 2026 –                  (Dallas, Texas) –               Cambridge, MA.  The …
    (Port Hollow, WA) The …
    (PORT HOLLOW, WA, 5/12/2026) -           Port Hollow — May 2026 —        PORT HOLLOW –  (on a line of its own)
    12/05/2026 — Paris —                     PORT HOLLOW, May 12, 2026, 9 a.m. ET –    Port Hollow (ots) –
A dash alone makes no dateline: a date, a wire's name, a state or country, or a known city must stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from presskit.model import Dateline
from presskit.reading.dates.dates import DAY, MONTH, MONTHS, WEEKDAYS, YEAR, FoundDate, find_dates, is_month_first
from presskit.reading.dates.places import AGENCIES, CONNECTORS, KNOWN_CITIES, NO_PLACES, REGIONS
from presskit.reading.words import words

# A dateline is short. What stands farther from the paragraph's start is none.
MAX_CHARACTERS = 160
DASH = re.compile(r"\s*\.?(?:[–—―]+|-{2,3})\s*|\s*\.?-\s+|\s+[-_]\s*|\s+[|/•·]\s+")
BRACKET = re.compile(r"\(([^()]{2,70})\)")
SLASHES = re.compile(r"/([A-Z][^/\n]{1,40})/")
# “[CITY, May 12, 2026]” waits to be filled in.
TO_FILL_IN = words(
    "city town place location ville lieu stadt ort ciudad lugar città luogo cidade stad miasto المدينة المكان"
)
AROUND = " ,.|/–—-"
COMMA = re.compile(r"[\s,،]+")
STOP = re.compile(r"[:.](?=\s|$)")
WORD = re.compile(r"(?:['’]s-)?[^\W\d_][\w.’'‘-]*")
ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){1,4}|[^\W\d_]{2,5}\.")
MONTH_ONLY = re.compile(rf"(?<!\w){MONTH}\s{{1,3}}(?:de\s+)?{YEAR}", re.IGNORECASE)
WHOLE_BRACKET = re.compile(r"[(\[]([^()\[\]]{4,90})[)\]]\s*(?:[–—:.-]+\s*)?")
YEAR_WORD = re.compile(r"\s?(?:r\.(?=\s)|(?:م|ه|هـ)(?!\w))")  # Polish: “of the year”; Arabic: of which era
# Days that only a dateline writes so: “12.5.26”, “2026 May 12”, “12 May ’26”.
SHORT_YEAR = re.compile(r"(?<![\w./-])(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\d./-])")
YEAR_FIRST = re.compile(rf"(?<!\w)({YEAR})\s({MONTH})\s({DAY})(?!\w)", re.IGNORECASE)
BENT_YEAR = re.compile(rf"(?<!\w)({DAY})\.?\s({MONTH})\s['’](\d\d)(?!\d)", re.IGNORECASE)
HOUR = re.compile(
    r"(?:at|um|à|alle|ore|a\s+las|às|om|kl\.?|الساعة)?\s*(?:\d{1,2}(?:[:.]\d\d|\s?h\s?(?:\d\d)?)|\d{1,2}(?=\s*(?:[ap]\.?m|Uhr|heures|horas|uur)))"
    r"(?:\s*(?:[ap]\.?m\b\.?|Uhr|heures|horas|uur|h))?(?:\s+\(?[A-Z]{2,5}\b\)?)?",
    re.IGNORECASE,
)
# What joins a place and its day, and is no part of either.
BEFORE_DAY = re.compile(
    rf"[\s,،:]+(?:(?:(?:{'|'.join(WEEKDAYS)})[.,،]*\s+)?den|في|am|le|a|à|lì|li|im|op|em|au)$|[\s,،:]+(?:{'|'.join(WEEKDAYS)})[.,،]*$",
    re.IGNORECASE,
)
BEFORE_PLACE = re.compile(r"^(?:(?:fait\s+)?à|(?:(?:dado|hecho)\s+)?en)\s+(?-i:(?=[A-ZÀ-Þ]))", re.IGNORECASE)
CASELESS = re.compile(r"[\u0590-\u08ff\u3040-\u9fff]")


@dataclass
class Opening:
    """What has been read of a dateline so far; `end` is where its last certain part ends."""

    place: str | None = None
    dates: list[date | None] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    end: int = 0


def parse_dateline(text: str, region: str = "US", known: Collection[str] = ()) -> Dateline | None:
    """Return the dateline that opens a paragraph, or None. Its `text` is the start of the paragraph, unchanged.

    text: a paragraph's text. region: decides the order of a date such as 4/5/2026. known: places, as the text names
    them elsewhere.
    """
    head = text[:MAX_CHARACTERS]
    dates = {found.start: found for found in (*months_in(head), *find_dates(head, region), *short_days(head))}
    readers = (
        place_first(head, dates, known),
        date_first(head, dates),
        bare_region(head),
        in_brackets(head, dates),
        bracketed_region(head),
    )
    for opening in readers:
        if opening and begins_sentence(text[opening.end :], opening):
            day = next((one for one in opening.dates if one), None)
            source = opening.sources[-1] if opening.sources else None
            return Dateline(text[: opening.end].strip(), opening.place, day, source)
    return None


def months_in(head: str) -> Iterator[FoundDate]:
    """Yield the months with a year and no day, such as “May 2026”: they tell a place, and no day."""
    for match in MONTH_ONLY.finditer(head):
        if not re.search(r"\d\s*$", head[: match.start()]):
            yield FoundDate(match.start(), match.end(), None)


def short_days(head: str) -> Iterator[FoundDate]:
    """Yield the days whose year is short, or stands first: “12.5.26”, “12 May ’26”, “2026 May 12”."""
    for match in SHORT_YEAR.finditer(head):
        first, second, year = int(match[1]), int(match[3]), 2000 + int(match[4])
        month_first = is_month_first(first, second, None if match[2] == "/" else True)
        if month_first is None:  # “5/4/26”: which of them is the month?
            yield FoundDate(match.start(), match.end(), None)
        else:
            yield from day_of(match, year, *((first, second) if month_first else (second, first)))
    for match in YEAR_FIRST.finditer(head):
        yield from day_of(match, int(match[1]), MONTHS[match[2].lower().rstrip(".")], int(match[3]))
    for match in BENT_YEAR.finditer(head):
        yield from day_of(match, 2000 + int(match[3]), MONTHS[match[2].lower().rstrip(".")], int(match[1]))


def day_of(match: re.Match[str], year: int, month: int, day: int) -> Iterator[FoundDate]:
    """Yield the day that a match names, unless no calendar has it."""
    with suppress(ValueError):
        yield FoundDate(match.start(), match.end(), date(year, month, day))


def in_brackets(head: str, dates: dict[int, FoundDate]) -> Opening | None:
    """Read “(Port Hollow, WA, 5/12/2026) -” and “(Port Hollow – May 12, 2026)”: place and date in one bracket."""
    match = WHOLE_BRACKET.match(head)
    found = next((dates[start] for start in sorted(dates) if match and start < match.end(1)), None)
    if not match or not found:
        return None
    before, behind = (words.strip(AROUND) for words in (head[1 : found.start], head[found.end : match.end(1)]))
    if before and behind:
        return None
    place = before or behind
    if place.lower() in TO_FILL_IN:
        return None
    return Opening(place, [found.date], [], match.end()) if is_place(place) else None


def place_first(head: str, dates: dict[int, FoundDate], known: Collection[str]) -> Opening | None:
    """Read a place, then date, source and dash in any order."""
    for start in joints(head, dates):
        place, is_bracketed = read_place(head, start)
        if place is None:
            continue
        opening = follow(head, len(place) + 2 if is_bracketed else start, dates)
        if opening.end and (place in known or is_credible(place, opening, head)):
            opening.place = place
            return opening
    return None


def joints(head: str, dates: dict[int, FoundDate]) -> list[int]:
    """List where a place may end: before the first date, bracket, slash or dash; or after the first bracket.

    Of “LONDON / PARIS, 12 May 2026” both are the place.
    """
    marks = [match.start() for pattern in (DASH, BRACKET, SLASHES) if (match := pattern.search(head))]
    days = sorted(dates)[:1]
    several = [day for day in days if " / " in head[:day] and not re.search(r"[(|–—]", head[:day])]
    first = min([*marks, *days], default=None)
    return [*several, *([] if first is None else [first])]


def read_place(head: str, start: int) -> tuple[str | None, bool]:
    """Return the place that ends at `start`, or stands in brackets at the very beginning."""
    if start == 0 and (bracket := BRACKET.match(head)):
        return (bracket[1], True) if is_place(bracket[1]) else (None, True)
    place = BEFORE_PLACE.sub("", BEFORE_DAY.sub("", head[:start].strip(" ,،:\xa0")))
    return (place, False) if is_place(place) else (None, False)


def follow(head: str, start: int, dates: dict[int, FoundDate], known: FoundDate | None = None) -> Opening:
    """Read dates, sources and dashes from `start` on; the opening ends with the last part that can end it."""
    opening = Opening()
    days = [known.date] if known else []
    sources: list[str] = []
    place = start
    while place < len(head):
        ends = False
        if found := dates.get(place):
            days.append(found.date)
            step = found.end
        elif days and (match := YEAR_WORD.match(head, place) or HOUR.match(head, place)):
            step = match.end()
        elif match := SLASHES.match(head, place):
            sources.append(match[1])
            step, ends = match.end(), True
        elif match := BRACKET.match(head, place):
            found_here = read_bracket(match[1], days, sources)
            step, ends = match.end(), found_here
        elif (match := DASH.match(head, place)) or (days and (match := STOP.match(head, place))):
            step, ends = match.end(), True
        elif match := COMMA.match(head, place):
            step = match.end()
        else:
            break
        place = step
        if ends or (days and place == len(head)):
            opening.end, opening.dates, opening.sources = place, [*days], [*sources]
    return opening


def read_bracket(words: str, days: list[date | None], sources: list[str]) -> bool:
    """Note the date and the source inside brackets; return whether there is a date."""
    found = next(find_dates(words), None)
    rest = words[: found.start] + words[found.end :] if found else words
    if found:
        days.append(found.date)
    if (source := rest.strip(" -–—,:")) and source.lower() not in REGIONS and not (found and HOUR.fullmatch(source)):
        sources.append(source)
    return found is not None


def date_first(head: str, dates: dict[int, FoundDate]) -> Opening | None:
    """Read “June 1st, 2026, London, United Kingdom:” and “12 May 2026 –”."""
    found = dates.get(0)
    if not found or begins_period(head, found, dates):
        return None
    if (bracket := BRACKET.match(head.lstrip(), found.end + 1)) and is_place(bracket[1]):
        opening = follow(head, bracket.end(), dates, found)
        return Opening(bracket[1], [found.date], opening.sources, max(opening.end, bracket.end()))
    comma = COMMA.match(head, found.end)
    start = comma.end() if comma else found.end
    behind = DASH.match(head, found.end)
    if behind and is_place(place := head[behind.end() :].strip(" .")):  # “June 2, 2026 | Port Hollow” on its own line
        return Opening(place, [found.date], [], len(head))
    if behind:  # “12/05/2026 — Paris — The …”
        start = behind.end()
    stop = next((match for match in ends_of_place(head) if match.start() >= start), None)
    if stop and is_place(place := re.sub(r"^(?:à|في)\s+", "", head[start : stop.start()].strip(" ,،"))):
        opening = follow(head, stop.start(), dates, found)
        return Opening(place, [found.date], opening.sources, max(opening.end, stop.end()))
    opening = follow(head, found.end, dates, found)
    dash = DASH.match(head, found.end)
    return Opening(None, [found.date], opening.sources, opening.end) if dash and found.date else None


def begins_period(head: str, first: FoundDate, dates: dict[int, FoundDate]) -> bool:
    """Tell whether nothing but a dash stands between two days: “3 October 2026 – 28 March 2027” is when it is open."""
    dash = DASH.match(head, first.end)
    return dash is not None and dash.end() in dates


def ends_of_place(head: str) -> Iterator[re.Match[str]]:
    """Yield the dashes and colons in order."""
    yield from re.finditer(rf"{DASH.pattern}|:(?=\s|$)", head)


def bracketed_region(head: str) -> Opening | None:
    """Read “(Port Hollow, WA) The bay”: a place with its state or country in brackets, and no dash."""
    match = WHOLE_BRACKET.match(head)
    parts = [part.strip() for part in match[1].split(",")] if match else []
    if not match or len(parts) < 2 or parts[-1].strip(".").lower() not in REGIONS or not is_place(match[1]):
        return None
    return Opening(match[1], [], [], match.end())


def bare_region(head: str) -> Opening | None:
    """Read “Cambridge, MA.  The …”: city, comma, state or country, full stop."""
    match = re.match(r"([^,.:;()–—]{2,40}),\s+([^,:;()–—]{2,24}?)\.(?=\s{1,9}\S)", head)
    if not match or match[2].lower() not in REGIONS or not is_place(match[1]):
        return None
    return Opening(f"{match[1]}, {match[2]}", [], [], match.end())


def is_place(words: str) -> bool:
    """Tell whether words can be a place: at most four parts of at most five words, each with a capital."""
    parts = [part.split() for part in re.split("[,،/]", words)]
    if not words or len(parts) > 4 or any(not part or len(part) > 5 for part in parts):
        return False
    if any(not is_place_word(word) for part in parts for word in part):
        return False
    return all(part[0].strip(".").lower() not in NO_PLACES for part in parts) and any(
        has_capital(word) or CASELESS.match(word) for word in parts[0]
    )


def is_place_word(word: str) -> bool:
    """Tell whether a word can stand in a place's name. A full stop is an abbreviation's."""
    if word == "&":
        return True
    if not WORD.fullmatch(word) or (word.endswith(".") and not ABBREVIATION.fullmatch(word)):
        return False
    return has_capital(word) or word in CONNECTORS or bool(CASELESS.match(word))


def has_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, “’s-Hertogenbosch” too."""
    return word.replace("’", "'").removeprefix("'s-")[0].isupper()


def is_credible(place: str, opening: Opening, head: str) -> bool:
    """Tell whether there is more than a dash to say that this is a place."""
    if opening.dates or SLASHES.search(head[: opening.end]):
        return True
    if any(source.lower() in AGENCIES for source in opening.sources):
        return True
    parts = [part.strip().lower() for part in place.split(",")]
    is_known = place.lower() in KNOWN_CITIES or parts[0] in KNOWN_CITIES
    if is_known or (len(parts) > 1 and parts[-1] in REGIONS):
        return True
    is_capitals = place == place.upper() and len(re.sub(r"\W", "", place)) >= 4 and not CASELESS.search(place)
    return is_capitals and (len(parts) == 1 or bool(opening.sources)) and len(place.split()) <= 3


def begins_sentence(rest: str, opening: Opening) -> bool:
    """Tell whether a sentence begins after the dateline, which may also stand on a line of its own."""
    first = rest.lstrip()[:1]
    if not first:
        return bool(opening.dates or opening.sources or opening.place)
    return not first.islower() and first not in ",;.:)"
