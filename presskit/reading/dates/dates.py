"""Days as people write them.

May 12, 2026 · 12 May 2026 · 12-May-2026 · 2026年5月12日
le 12 mai 2026 · 12 de mayo de 2026 · ١٢ مايو ٢٠٢٦ · 5/12/2026 · 2026-05-12

Why a table of months and not a parser of all languages: what is read must be exactly what is printed, and a
general parser also finds dates in words that are none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from presskit.reading.words import one_of, words

# One row a month: English, French, Spanish, German; Portuguese, Italian, Dutch, Polish, Swedish; then Arabic as written
# in Cairo, Rabat, Tunis and Beirut.
MONTH_ROWS = (
    "january jan janvier janv enero ene januar jänner janeiro gennaio januari stycznia يناير جانفي كانون الثاني",
    "february feb février fevrier févr fév febrero februar fevereiro febbraio februari lutego فبراير فيفري شباط",
    "march mar mars marzo märz março maart marca مارس آذار",
    "april apr avril avr abril abr aprile kwietnia أبريل إبريل ابريل أفريل نيسان",
    "may mai mayo maio maggio mei maja maj مايو ماي أيار",
    "june jun juin junio juni junho giugno czerwca يونيو يونيه جوان حزيران",
    "july jul juillet juil julio juli julho luglio lipca يوليو يوليوز يوليه جويلية تموز",
    "august aug août aout agosto ago augustus augusti sierpnia أغسطس غشت أوت آب",
    "september sept sep septembre septiembre setembro settembre września سبتمبر شتنبر أيلول",
    "october oct octobre octubre oktober okt outubro ottobre października أكتوبر اكتوبر تشرين الأول",
    "november nov novembre noviembre novembro listopada نوفمبر نونبر تشرين الثاني",
    "december dec décembre decembre déc diciembre dic dezember dez dezembro dicembre grudnia ديسمبر دجنبر كانون الأول",
)
SPLIT_NAMES = re.compile(r"(?:كانون|تشرين) \S+|\S+")
MONTHS = {name: number for number, row in enumerate(MONTH_ROWS, start=1) for name in SPLIT_NAMES.findall(row)}
WEEKDAYS = words("""
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
montag dienstag mittwoch donnerstag freitag samstag sonntag segunda-feira terça-feira quarta-feira quinta-feira
sexta-feira sábado lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag
zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela måndag tisdag onsdag torsdag fredag lördag
söndag
الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد
""")
YEAR = r"(?:19|20|١٩|٢٠)\d\d(?!\d)"
DAY = r"(?<!\d)\d{1,2}(?!\d)"
GAP = r"\s{1,9}"
BEFORE_YEAR = rf"(?:\s{{0,9}}[,،]\s{{0,9}}|{GAP})"
WEEKDAY = rf"(?:(?:{one_of(WEEKDAYS)})\b[.]?[,،]?{GAP})?"
MONTH = rf"(?:{one_of(MONTHS)})(?!\w)\.?"
MONTH_FIRST = rf"(?P<m1>{MONTH})\s{{0,9}}(?P<d1>{DAY})(?:st|nd|rd|th)?(?:{BEFORE_YEAR}(?P<y1>{YEAR}))?"
DAY_FIRST = (
    rf"(?:le{GAP}|the{GAP})?(?P<d2>{DAY})(?:st|nd|rd|th|er|º|\.)?(?:{GAP}|-)(?:(?:of|de){GAP})?(?P<m2>{MONTH})"
    rf"(?:(?:{BEFORE_YEAR}|-)(?:del?{GAP})?(?P<y2>{YEAR}))?"
)
DATE = re.compile(
    rf"(?<!\d)(?P<cjk>{YEAR}[年년]\s?\d{{1,2}}[月월]\s?\d{{1,2}}[日일])"
    rf"|(?<!\w)(?:(?P<iso>{YEAR}[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d))"
    rf"|(?:le{GAP})?{WEEKDAY}(?:(?P<mdy>{MONTH_FIRST})|(?P<dmy>{DAY_FIRST}))"
    rf"|(?P<numbers>(?P<n1>\d{{1,2}})(?P<mark>[/.-])(?P<n2>\d{{1,2}})(?P=mark)(?P<y3>{YEAR})))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text, from `start` to `end`; `date` is None where the text gives no year."""

    start: int
    end: int
    date: dt.date | None


def find_dates(text: str, region: str = "US") -> Iterator[FoundDate]:
    """Yield the dates in a text, in order; days that no calendar has are passed over."""
    for match in DATE.finditer(text):
        try:
            day = read_match(match, region)
        except ValueError:
            continue
        yield FoundDate(match.start(), match.end(), day)


def find_date(text: str, region: str = "US") -> FoundDate | None:
    """Return the first date in a text, one with a year before one without."""
    found = list(find_dates(text, region))
    return next((one for one in found if one.date), found[0] if found else None)


def is_month_first(first: int, second: int, day_first: bool | None) -> bool | None:
    """Tell which of two numbers is the month; None where both can be and nobody can tell.

    day_first: whether the text's language or country writes the day first; None where that is not known.
    """
    if first == second or first > 12:
        return False
    return True if second > 12 else None if day_first is None else not day_first


def read_match(match: re.Match[str], region: str) -> dt.date | None:
    """Return the day a match means. Raises ValueError for a day that no calendar has."""
    if written := match["iso"] or match["cjk"]:
        year, month, day = re.findall(r"\d+", written)
        return dt.date(int(year), int(month), int(day))
    if match["numbers"]:
        first, second = int(match["n1"]), int(match["n2"])
        month_first = second > 12 or (region == "US" and first <= 12 and match["mark"] != ".")
        return dt.date(int(match["y3"]), *((first, second) if month_first else (second, first)))
    name, number, year = (
        (match["m1"], match["d1"], match["y1"]) if match["mdy"] else (match["m2"], match["d2"], match["y2"])
    )
    month = MONTHS[name.lower().rstrip(".")]
    # 2000 had a 29 February: without a year every day that some year has is one.
    day_of = dt.date(int(year) if year else 2000, month, int(number))
    return day_of if year else None
