"""What nobody can have meant: days no calendar has, hours no clock has, words twice, spans that end too soon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presskit.checking.editing.passages import Passage, passages_of
from presskit.findings import Finding, finding
from presskit.model import Kit
from presskit.reading.dates.dates import MONTH, impossible_dates

# Words of which two in a row are never meant. Not here: those that a clause may begin and end with (“die die”,
# “nous nous”, “that that”, “had had”).
TWICE = re.compile(
    r"(?<![\w’'-])(?P<word>the|a|an|of|to|and|for|with|from|at|by|or|und|mit|von|für|oder|ein|eine|einen|einem|einer|le|les|du|et"
    r"|dans|avec|pour|ou|un|une|el|los|las|y|con|una|por|del)[\s\xa0]+(?P<again>(?P=word))(?![\w’'-])",
    re.IGNORECASE,
)
# A letter in a number: “2O26”, “l2 May”, “1OO boats”. A name of a kind of thing begins with a letter: “O2”, “A10O”.
LETTERED = re.compile(
    r"(?<![\w.,/#-])(?:(?:19|2\d|20|1)[Oo]\d{1,2}|2[Oo][Oo12]\d|\d{1,3}[Oo]{2,3}|[lI]\d(?=\s(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b))(?![\w-])"
)
# “25:00 Uhr”, “9:75 am”, “13 p.m.”: beside what says that a number is an hour.
HALF = r"(?:[ap]\.m\.|[ap]m\b)"
HOUR = re.compile(
    rf"(?<![\d:.,])(?:(?:1[3-9]|2\d)(?:[:.]\d\d\s?{HALF}|\s?(?:[ap]\.m\.|pm\b))|\d{{1,2}}[:.][6-9]\d\s?(?:{HALF}|Uhr\b|h\b)"
    r"|(?:2[5-9]|[3-9]\d)[:.][0-5]\d\s?(?:Uhr|h)\b"
    r"|(?<=\bat )2[5-9]:[0-5]\d\b|(?<=\b(?:bis|von) )2[5-9]:[0-5]\d\b|(?<=\b(?:until|hasta) )2[5-9]:[0-5]\d\b"
    r"|(?<=[àa] )2[5-9]:[0-5]\d\b)",
    re.IGNORECASE,
)
# What stands in a span, or in a year of five figures; most texts hold neither, and need no pattern with all months.
HINT = re.compile(
    r"\d\s?–\s?[^\W_]|\d\.?\s(?:to|until|till|through|bis|au|al)\s|(?<!\d)(?:19|20)\d{3}(?!\d)", re.IGNORECASE
)
TO = r"\s(?:to|until|till|through|bis(?:\szum)?|au|al)\s"
BEFORE_OURS = r"(?!\s?(?:B\.?C|v\.\s?Chr|av\.\s?J|a\.\s?C|ق\.?م))"  # years of then run backwards


def find_slips_of_the_pen(kit: Kit) -> Iterator[Finding]:
    """Yield what nobody can have meant in the texts of a kit (slips_in)."""
    for document in kit.documents:
        for passage in passages_of(document):
            yield from slips_in(passage)


def slips_in(passage: Passage) -> Iterator[Finding]:
    """Yield what nobody can have meant in a passage.

    c-062: a day that no calendar has. c-063: a small word that stands twice. c-074: an hour that no clock has. c-077: a
    span that ends before it begins.
    """
    for words in impossible_dates(passage.text):
        yield finding("c-062", passage.where, words=words)
    if HINT.search(passage.text):
        for match in long_year().finditer(passage.text):
            yield finding("c-062", passage.where, words=match[0])
        for match in (match for span in spans() for match in span.finditer(passage.text)):
            if int(match["a"]) > int(match["b"]):
                yield finding("c-077", passage.where, words=match[0])
    for match in LETTERED.finditer(passage.text):
        yield finding("c-080", passage.where, words=match[0])
    for match in HOUR.finditer(passage.text):
        yield finding("c-074", passage.where, words=match[0].strip())
    for match in TWICE.finditer(passage.text):
        if match["again"].islower() and not match["word"].isupper() and "\t" not in match[0]:  # “Vitamin A a day”
            yield finding("c-063", passage.where, words=match[0])


@cache
def long_year() -> re.Pattern[str]:
    """Return the pattern of a day whose year has five figures: “May 12, 20226”."""
    return re.compile(rf"(?<!\w){MONTH}\s(?:\d{{1,2}},?\s)?(?:19|20)\d{{3}}(?![\d.,]?\d)", re.IGNORECASE)


@cache
def spans() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of spans: “2019–2015”, “from 12 to 3 May”, “May 12 to 3”."""
    year = r"1[5-9]\d\d|20\d\d"
    month_first = rf"(?<!\w)(?P<month>{MONTH})\s(?P<a>\d{{1,2}})(?:{TO}|–)(?:(?P=month)\s)?(?P<b>\d{{1,2}})"
    return (
        re.compile(rf"(?<![\d/-])(?<!\d[\s.])(?P<a>{year})\s?–\s?(?P<b>{year})(?![\d–-]){BEFORE_OURS}"),
        re.compile(
            rf"\b(?:from|vom|von|du|del)\s(?P<a>\d{{1,2}})\.?{TO}(?P<b>\d{{1,2}})\.?\s(?:de\s)?{MONTH}(?<!\.)",
            re.IGNORECASE,
        ),
        re.compile(rf"{month_first}(?=[.;)]|,?\s(?:19|20)\d\d|$)", re.IGNORECASE),
    )
