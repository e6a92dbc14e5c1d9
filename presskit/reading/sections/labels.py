"""Labels at the start of a line: a number, a day or a year, an hour, or words before a colon."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from presskit.kinds import plain
from presskit.reading.blocks import words_in
from presskit.reading.dates.dates import DATE, NOON
from presskit.reading.dates.names import languages
from presskit.reading.folding import fold
from presskit.reading.words import words

# A number may follow a currency (“€2.4 million”, “MAD 300”) or a sign (“+12%”).
NUMBER = re.compile(r"(?:[A-Z]{2,3}[\s\xa0]?)?[^\w\s]{0,3}[\s\xa0]?\d")
LABELLED = re.compile(r"(?P<label>[^:\n]{1,48}?)\s*[:：][ \xa0]+(?P<value>\S.*)", re.DOTALL)
CUT = re.compile(r"\s*(?:[:：]|\s[–—-]|[–—])\s+|\t+\s*")
APART = re.compile(r"[\s,،.()–—/’'-]+")
LONGEST, LABEL_WORDS, COUNTED_WORDS = 48, 6, 12
YEAR = r"(?:1[0-9]|20)\d\d"
YEARS = re.compile(rf"{YEAR}s?(?:\s?[–—/-]\s?(?:{YEAR}|\d\d)s?)?")
# “1911 The lamp is lit”: a tab stood behind the year. What is counted stands in small letters.
YEAR_FIRST = re.compile(r"(?P<label>(?:1[5-9]|20)\d\d(?:\s?[–—-]\s?(?:(?:1[5-9]|20)\d\d))?)\s+(?=[^\W\d_a-zà-ÿ])")
NUMBERED = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|e|º|\.)?")
# Words that stand in a label beside a day or a year, in their plain form.
BESIDE = words(
    "c ca circa about around um vers hacia since seit depuis desde from ab until to till bis au jusqu en the le la les "
    "of de del den am im in das los today now heute heutzutage aujourd hui hoy present presente early mid late anfang "
    "mitte ende debut milieu fin principios mediados finales spring summer autumn fall winter fruhjahr fruhling sommer "
    "herbst printemps ete automne hiver primavera verano otono invierno q1 q2 q3 q4 ce bc ad and und et y "
    "منذ نحو حوالي حتى الى من اليوم في ربيع صيف خريف شتاء و عام سنة"
)
HALF = r"(?:a\.?\s?m\b\.?|p\.?m\b\.?|Uhr\b|hrs\b|noon\b|صباحًا|صباحا|مساءً|مساء|ظهرًا|ظهرا|ص\b|م\b)"
CLOCK = rf"(?:\d{{1,2}}[:.h]\d\d(?:\s?h)?(?:\s?{HALF})?|\d{{1,2}}\s?h(?:\s?\d\d)?\b|\d{{1,2}}\s?{HALF})"
JOIN = r"(?:[–—-]|to|till|until|bis|à|a|al?|إلى|حتى)"
TO = rf"\s?{JOIN}\s?"
OPENS = r"(?:(?:from|at|ab|um|von|gegen|à\spartir\sde|de|dès|vers|à|a\slas?|desde\slas?|من|الساعة|في\sالساعة)\s)?"
HOURS = re.compile(rf"{OPENS}(?:\d{{1,2}}{TO})?(?:{CLOCK}|{NOON})(?:{TO}(?:{CLOCK}|{NOON}))?", re.IGNORECASE)
# “60 boats”, “€2.4 million in fares”, “11 ha of kelp”: a number with what belongs to it, and what is counted.
GREAT = (
    r"thousand|millions?|billions?|mn|bn|tausend|millionen|milliarden|mio\.?|mrd\.?|mille|milliards?|mil|millón|millones|ألف|آلاف"
    r"|مليون|ملايين|مليار"
)
UNITS = r"%|‰|°C|°F|°|[kM]?[€$£]|[ckm]?m[²³]?|[ns]m|mi|ha|kg|g|t|l|[kMG]?Wh?|kn|h|min|hrs?|كم|كغ|م|طن|هكتار"
COUNTED = re.compile(
    r"(?P<label>(?:[A-Z]{2,3}[\s\xa0]?)?[^\w\s]{0,3}[\s\xa0]?\d[\d.,’'/–]*(?<![.,’'/–])(?:[\s\xa0\u202f]\d{3}(?!\d))*\+?"
    rf"(?:[\s\xa0\u202f]?(?:{UNITS})(?!\w))?(?:[\s\xa0\u202f](?:{GREAT})(?!\w))?)[\s\xa0]+(?P<text>[^\W\d].*)",
    re.DOTALL | re.IGNORECASE,
)
# What an advisory answers: the words by which it is known, and those that stand in some besides.
ASKED = r"who|what|when|where|why|rsvp|qui|quoi|quand|où|wer|was|wann|wo|quién(?:es)?|qué|cuándo|dónde|من|ماذا|متى|أين"
WHICH = re.compile(
    rf"\W*(?:{ASKED}|how|pourquoi|comment|warum|wie|por\squé|cómo|لماذا|كيف)\W*",
    re.IGNORECASE,
)


@cache
def _known() -> frozenset[str]:
    """Return the names of months and days of the week, of all languages, in their plain form."""
    lists = (names for table in languages().values() for rows in table.values() for names in rows)
    forms = (form.replace("(?:ال)?", article) for names in lists for form in names.split("|") for article in ("", "ال"))
    return frozenset(word for form in forms for word in plain(form).split()) | BESIDE


def is_when(text: str) -> bool:
    """Tell whether words are a day, a month with its year, a year or several, and nothing else: “since May 2011”."""
    folded = fold(text).text
    if len(text) > LONGEST or not (YEARS.search(folded) or DATE.search(text)):
        return False
    rest = YEARS.sub(" ", DATE.sub(" ", folded))
    return all(map(_is_known, filter(None, APART.split(rest))))


def _is_known(word: str) -> bool:
    return bool(NUMBERED.fullmatch(word)) or plain(word) in _known()


def is_hour(text: str) -> bool:
    """Tell whether words are an hour of the day, or from one to another, and nothing else."""
    return len(text) <= LONGEST and bool(HOURS.fullmatch(plain_figures(text.strip(" .:"))))


def plain_figures(text: str) -> str:
    """Return a text with figures as 0 to 9, each where it stood."""
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in text)


def is_question_word(text: str) -> bool:
    """Tell whether words are one of those that an advisory answers: “WHAT”, “Quand ?”."""
    return bool(WHICH.fullmatch(text))


def is_dated(text: str) -> bool:
    """Tell whether words are a day, a year or an hour."""
    return is_when(text) or is_hour(text)


def is_day(text: str) -> bool:
    """Tell whether words name a day of a programme: “Thursday”, “Friday, 4 June”."""
    named = [word for word in APART.split(YEARS.sub(" ", fold(text).text)) if word]
    return 0 < len(named) <= LABEL_WORDS and not is_hour(text) and all(map(_is_known, named))


def is_number(label: str) -> bool:
    """Tell whether a label begins with a number."""
    return NUMBER.match(label) is not None


def is_term(text: str) -> bool:
    """Tell whether words are few enough for a term that is explained."""
    return 0 < words_in(text) <= LABEL_WORDS


def split_line(text: str, is_label: Callable[[str], bool] = is_dated) -> tuple[str, int] | None:
    """Return the label at the start of a line, and where its matter begins; None where there is none.

    The longest that is such a label, else what stands before a colon.
    """
    for label, start in sorted(_cuts(text), key=lambda cut: (-len(cut[0]), -cut[1])):
        if text[start:] and is_label(label):
            return label, start
    match = LABELLED.fullmatch(text)
    return (match["label"].strip(), match.start("value")) if match and is_term(match["label"]) else None


def split_counted(text: str) -> tuple[str, int] | None:
    """Return the number that a line counts with, and where what is counted begins; None of a day or a sentence."""
    match = COUNTED.fullmatch(text)
    if not match or words_in(text) > COUNTED_WORDS or text.endswith("."):
        return None
    hours = HOURS.match(plain_figures(text))
    is_hour_first = hours is not None and not text[hours.end() : hours.end() + 1].isdecimal()  # “30.000 guests”
    is_of_time = is_hour_first or DATE.match(text) is not None or is_dated(match["label"])
    return None if is_of_time else (match["label"], match.start("text"))


def _cuts(text: str) -> Iterator[tuple[str, int]]:
    """Yield each beginning of a line that may be a label, with where the rest begins."""
    hours = HOURS.match(plain_figures(text[:LONGEST]))
    if hours and text[hours.end() : hours.end() + 1].isspace():
        yield hours[0], hours.end() + len(text[hours.end() :]) - len(text[hours.end() :].lstrip())
    year = YEAR_FIRST.match(text)
    if year:
        yield year["label"], year.end()
    for cut in CUT.finditer(text, 0, LONGEST + 4):
        yield text[: cut.start()], cut.end()
