"""Runs of characters that a page sets apart: those a line never parts, and those that read the other way.

No character is added, changed or taken away: a run is put into an element, so that copied text equals the source.
In French a space before ; : ? ! and » or after « never breaks; a number keeps its unit, a price its currency and a
post code its halves; on pages that are
written from right to left, Latin words and telephone numbers are set from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.filling import parsed
from presskit.composing.languages import Language, Ties, language

Run = tuple[int, int, dict[str, str]]  # where it starts and stops in a text, and the attributes of its element
NOWRAP: Mapping[str, str] = {"style": "white-space:nowrap"}
LANGUAGES = re.compile(r'\slang="([^"]+)"')
SPACE = r"[ \u00a0\u2009\u202f]"
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TIED = "\ue000"  # stands for a space that is tied, so that a run is one word; such characters are never printed
TIED_RUN = re.compile(rf"[^\s{TIED}]{{0,24}}{TIED}(?:\S*{TIED})?[^\s{TIED}]{{0,24}}")
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
BESIDE = f"{LATIN}0-9@#&+"
# Years from and to, a telephone number, one in groups, width and height.
NUMBER = (
    r"(?P<number>(?<!\d)\d{4}[-–]\d{2,4}(?!\d)|\+\d[\d\u00a0 ().-]{5,}\d|\(?\d{2,4}\)?(?:[\u00a0 .-]\d{2,4}){2,}"
    r"|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d[\d.,]*[\u00a0 ]?×[\u00a0 ]?\d[\d.,]*)"
)
# Latin words with what stands between them, from a letter to a letter or digit.
WORDS = rf"[@#]?\d*[{LATIN}](?:[{BESIDE}/_~=?%.:’'-]|[\u00a0 ,]{{1,2}}(?=[{BESIDE}])(?!\d+ ×))*(?<=[{LATIN}0-9+#/%])"
LEFT_TO_RIGHT = re.compile(f"{NUMBER}|{WORDS}")


def set_runs(html: str, unparted: Mapping[str, str] = NOWRAP) -> str:
    """Return a page's HTML with such runs in elements of their own, each text by the language it stands in.

    unparted: the attributes of a run that no line parts.
    """
    spoken = [language(code) for code in dict.fromkeys(LANGUAGES.findall(html))]
    if not spoken:
        return html
    page, body = parsed(html)
    _Setter(unparted).set(body, spoken[0])
    return str(lxml_html.tostring(page, encoding="unicode", doctype="<!doctype html>"))


def tied(text: str, words: Language) -> str:
    """Return `text` as it is to be measured: spaces that never break are no-break spaces."""
    return _marked(text, words.ties).replace(TIED, "\u00a0")


@dataclass(frozen=True)
class _Setter:
    """Sets the runs of a page. unparted: the attributes of one that is not parted."""

    unparted: Mapping[str, str]

    def set(self, element: HtmlElement, words: Language) -> None:
        code = element.get("lang")
        words = language(code) if code else words
        if words.is_mirrored and element.get("dir") == "ltr":
            return  # all of it runs that way
        for place, child in reversed([*enumerate(element)]):
            if isinstance(child.tag, str) and child.tag != "style":
                self.set(child, words)
            if child.tail:
                child.tail, spans = cut(child.tail, self._runs(child.tail, words, goes_on=place + 1 < len(element)))
                element[place + 1 : place + 1] = spans
        if element.text:
            element.text, spans = cut(element.text, self._runs(element.text, words, goes_on=bool(len(element))))
            element[0:0] = spans

    def _runs(self, text: str, words: Language, *, goes_on: bool) -> Iterator[Run]:
        """Yield the runs of a text; goes_on: another element follows it."""
        if words.is_mirrored:
            return _other_way(text, self.unparted, goes_on=goes_on)
        return ((run.start(), run.end(), {**self.unparted}) for run in TIED_RUN.finditer(_marked(text, words.ties)))


def cut(text: str, runs: Iterable[Run], tag: str = "bdi") -> tuple[str, list[HtmlElement]]:
    """Return what stands before the first run, and each run as an element with what follows it as its tail.

    tag: on a page an element that no theme has a rule for.
    """
    spans: list[HtmlElement] = []
    before, end = "", 0
    for start, stop, style in runs:
        gap = text[end:start]
        if spans:
            spans[-1].tail = gap
        else:
            before = gap
        span = lxml_html.Element(tag, style)
        span.text = text[start:stop]
        spans.append(span)
        end = stop
    if not spans:
        return text, []
    spans[-1].tail = text[end:]
    return before, spans


def _marked(text: str, ties: Ties) -> str:
    return _tie(ties).sub(lambda found: TIED * len(found[0]), text)


@cache
def _tie(ties: Ties) -> re.Pattern[str]:
    """Return what finds the spaces that never break; "9 h 00" and "12 000" are numbers too."""
    units = "|".join(map(re.escape, sorted(ties.units, key=len, reverse=True)))
    kinds = [
        rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))",
        rf"(?<=\d){SPACE}(?=(?:{units})(?!\w))",
        rf"(?<=\d{SPACE}h){SPACE}(?=\d\d)",
        rf"(?<=\b[A-Z]{{3}}){SPACE}(?=\d)",  # NOK 280
        *(rf"(?<=\d){SPACE}(?={sign})" for sign in ("×", r"px\b")),
        rf"(?<=×){SPACE}(?=\d)",
        *(rf"(?<={area}){SPACE}(?=\d[A-Z]{{2}}\b)" for area in (r"[A-Z]\d", r"[A-Z]\d[A-Z\d]")),  # AL2 7QT
        rf"(?<=,{SPACE}[A-Z]{{2}}){SPACE}(?=\d{{5}}\b)",  # , CA 95054
    ]
    kinds += [rf"{SPACE}+(?=[{ties.before}])"] if ties.before else []
    kinds += [rf"(?<=[{ties.after}]){SPACE}+"] if ties.after else []
    return re.compile("|".join(kinds))


def _other_way(text: str, unparted: Mapping[str, str], *, goes_on: bool) -> Iterator[Run]:
    """Yield the runs from left to right; a text with no letter of the page's script is one, its full stop included.

    A space before an element is one as well: WeasyPrint 70 breaks a text from right to left after its first word where
    all of it but its last space fits the line.
    """
    words = text.strip()
    if not RIGHT_TO_LEFT.search(words) and LEFT_TO_RIGHT.search(words):
        start = text.index(words)
        yield start, start + len(words), {"dir": "ltr"}
        return
    for run in LEFT_TO_RIGHT.finditer(text):
        if text[: run.start()].endswith(" "):
            yield run.start() - 1, run.start(), {}
        yield run.start(), run.end(), {"dir": "ltr", **(unparted if run["number"] else {})}
    if goes_on and len(text) > 1 and text.endswith(" "):
        yield len(text) - 1, len(text), {}
