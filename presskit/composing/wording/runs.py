"""Runs of characters that a page sets apart: those a line never parts, and those that read the other way.

No character is added, changed or taken away: a run is put into an element, so that copied text equals the source.
In French a space before ; : ? ! and » or after « never breaks; a number keeps its unit, a price its currency and a
post code its halves. No line ends with the hyphen of an address: at a line's end readers, and programs that copy text,
take it for a parted word's; in captions and beside the text, where columns are narrow, it begins one. On pages written
from right to left, Latin words and telephone numbers are set from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import itemgetter

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.languages import Language, Ties, language
from presskit.composing.templating.filling import parsed

Run = tuple[int, int, dict[str, str]]  # where it starts and stops in a text, and the attributes of its element
NOWRAP: Mapping[str, str] = {"style": "white-space:nowrap"}
PIECE: Mapping[str, str] = {"style": "display:inline-block"}  # a line may end before it
LONG_PARAGRAPH = 120  # letters: two lines
LANGUAGES = re.compile(r'\slang="([^"]+)"')
SPACE = r"[ \u00a0\u2009\u202f]"
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
TIED = "\ue000"  # stands for a space that is tied, so that a run is one word; such characters are never printed
MAIL = re.compile(r"[\w.+-]{1,30}@[\w-]{1,24}(?:\.[\w-]{1,16}){1,3}")
LONGEST_MAIL = 36  # letters that a telephone has room for
LONGEST_RUN = 60  # letters that a line of text has room for
LAST_SPACE = re.compile(r" (?=[^\s\ue000]{1,8}\s*$)")
TIED_RUN = re.compile(rf"[^\s{TIED}]{{0,24}}{TIED}(?:\S*{TIED})?[^\s{TIED}]{{0,24}}")
# An e-mail address, one of a website with or without its beginning, a file's name.
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![^\s/?#.,:;!)\]”’»])\S*")
MOST_LETTERS = 45  # of a piece of an address that fits a line; a longer one parts at its hyphens
BEHIND = re.compile(r"-+[^-]+")
HELD = re.compile(r"[^-]{0,2}-+[^-]{0,2}")
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
RANGE = re.compile(r"\d\s?[–—-]\s?\d")  # such as 10:30–11:15, in figures of the page's own face


def set_runs(html: str, unparted: Mapping[str, str] = NOWRAP, piece: Mapping[str, str] = PIECE) -> str:
    """Return a page's HTML with such runs in elements of their own, each text by the language it stands in.

    unparted: the attributes of a run that no line parts. piece: those of a piece of an address that begins with a
    hyphen, where a line may end before it; none where whoever shows the page knows that by itself.
    """
    spoken = [language(code) for code in dict.fromkeys(LANGUAGES.findall(html))]
    if not spoken:
        return html
    page, body = parsed(html)
    _Setter(unparted, piece).set(body, spoken[0])
    return str(lxml_html.tostring(page, encoding="unicode", doctype="<!doctype html>"))


def parted_at_hyphens(word: str) -> Iterator[str]:
    """Yield the pieces into which lines may part a word behind its hyphens."""
    held = {place for span in _held_hyphens(word) for place in range(*span)}
    ends = [match.end() for match in re.finditer("-", word) if match.start() not in held]
    yield from (word[start:end] for start, end in pairwise([0, *ends, len(word)]) if start < end)


def tied(text: str, words: Language) -> str:
    """Return `text` as it is to be measured: spaces that never break are no-break spaces."""
    return _marked(text, words.ties).replace(TIED, "\u00a0")


@dataclass(frozen=True)
class _Setter:
    """Sets the runs of a page, with the attributes of a run that is not parted, and of a piece of an address."""

    unparted: Mapping[str, str]
    piece: Mapping[str, str]

    def set(self, element: HtmlElement, words: Language, *, in_text: bool = False, is_narrow: bool = True) -> None:
        """Set the runs of an element.

        in_text: it stands in running text, where a line has room for an address. is_narrow: it may stand where there is
        none, and not in a table, whose columns are as wide as their words.
        """
        in_text = in_text or (element.tag in ("p", "li") and not element.attrib)
        is_narrow = is_narrow and not in_text and element.tag != "table"
        code = element.get("lang")
        words = language(code) if code else words
        if words.is_mirrored and element.get("dir") == "ltr":
            return  # all of it runs that way
        for place, child in reversed([*enumerate(element)]):
            if isinstance(child.tag, str) and child.tag != "style":
                self.set(child, words, in_text=in_text, is_narrow=is_narrow)
            if child.tail:
                goes_on = place + 1 < len(element)
                ends = not goes_on and _is_text(element)
                runs = self._runs(child.tail, words, goes_on=goes_on, ends=ends, is_narrow=is_narrow)
                child.tail, spans = self._cut(child.tail, runs, in_text=in_text)
                element[place + 1 : place + 1] = spans
        if element.text:
            goes_on = bool(len(element))
            ends = not goes_on and _is_text(element)
            runs = self._runs(element.text, words, goes_on=goes_on, ends=ends, is_narrow=is_narrow)
            element.text, spans = self._cut(element.text, runs, in_text=in_text)
            element[0:0] = spans

    def _cut(self, text: str, runs: Iterable[Run], *, in_text: bool) -> tuple[str, list[HtmlElement]]:
        """Return what stands before the first run, and the runs; one that reads the other way may hold others."""
        before, spans = cut(text, self._whole(text, runs) if in_text else runs)
        for span in spans:
            if span.get("dir") == "ltr" and span.text and not self.unparted.items() <= dict(span.attrib).items():
                tied_runs = _unparted(span.text, language("en").ties, ends=False, held=())
                span.text, inner = cut(span.text, ((start, end, {**self.unparted}) for start, end in tied_runs))
                span[0:0] = inner
        return before, spans

    def _whole(self, text: str, runs: Iterable[Run]) -> list[Run]:
        """Return the runs of running text with one for each mail address; those that meet are one if short."""
        mails = (found for found in MAIL.finditer(text) if len(found[0]) <= LONGEST_MAIL)
        addresses = ((found.start(), found.end(), {**self.unparted}) for found in mails)
        done: list[Run] = []
        for start, stop, attributes in sorted((*runs, *addresses), key=itemgetter(0)):
            if not done or start >= done[-1][1]:
                done.append((start, stop, attributes))
            elif max(stop, done[-1][1]) - done[-1][0] <= LONGEST_RUN:
                done[-1] = done[-1][0], max(stop, done[-1][1]), {**done[-1][2], **attributes}
        return done

    def _runs(self, text: str, words: Language, *, goes_on: bool, ends: bool, is_narrow: bool) -> Iterable[Run]:
        """Yield the runs of a text; goes_on: another element follows it; ends: it ends a paragraph."""
        if words.is_mirrored:
            return _other_way(text, self.unparted, goes_on=goes_on)
        pieces = [*_pieces(text)] if is_narrow and self.piece else []
        whole = [*_unparted(text, words.ties, ends=ends, held=() if pieces else _held_hyphens(text))]
        free = [(start, end) for start, end in pieces if not any(one < end and start < other for one, other in whole)]
        runs = [*((span, self.unparted) for span in whole), *((span, self.piece) for span in free)]
        return ((start, end, {**attributes}) for (start, end), attributes in sorted(runs, key=itemgetter(0)))


def _is_text(element: HtmlElement) -> bool:
    """Tell whether an element is a paragraph of running text: no short last word of it stands alone on a line."""
    return element.tag == "p" and not element.attrib and len(element.text_content()) > LONG_PARAGRAPH


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


def _unparted(text: str, ties: Ties, *, ends: bool, held: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where a text is never parted. ends: it ends a paragraph, whose last word stands alone on no line."""
    marked = _marked(text, ties)
    marked = LAST_SPACE.sub(TIED, marked) if ends else marked
    runs = [run.span() for run in TIED_RUN.finditer(marked)]
    yield from _united(sorted([*runs, *held]))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pieces of addresses that begin with a hyphen."""
    for address in ADDRESS.finditer(text) if "-" in text else ():
        yield from (
            (address.start() + found.start(), address.start() + found.end()) for found in BEHIND.finditer(address[0])
        )


def _held_hyphens(text: str) -> Iterator[tuple[int, int]]:
    """Yield the hyphens of addresses, each with its neighbours, so that the rest may part where it fits no line."""
    for address in ADDRESS.finditer(text) if "-" in text else ():
        for piece in re.finditer(r"[^/]+", address[0]):
            held = HELD.finditer(piece[0]) if len(piece[0]) <= MOST_LETTERS else ()
            start = address.start() + piece.start()
            yield from ((start + one.start(), start + one.end()) for one in held)


def _united(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield spans, in order, those that overlap as one."""
    last: tuple[int, int] | None = None
    for span in spans:
        if last and span[0] < last[1]:
            last = last[0], max(last[1], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


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
        *(rf"(?<=,{SPACE}\d{{{digits}}}){SPACE}(?=[^\W\d_a-z])" for digits in (4, 5)),  # , 10020 Asfar
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
    is_latin, is_range = LEFT_TO_RIGHT.search(words), RANGE.search(words)
    if not RIGHT_TO_LEFT.search(words) and (is_latin or is_range):
        start = text.index(words)
        yield start, start + len(words), {"dir": "ltr"} if is_latin else {"style": "direction:ltr"}
        return
    for run in LEFT_TO_RIGHT.finditer(text):
        if text[: run.start()].endswith(" "):
            yield run.start() - 1, run.start(), {}
        yield run.start(), run.end(), {"dir": "ltr", **(unparted if run["number"] else {})}
    if goes_on and len(text) > 1 and text.endswith(" "):
        yield len(text) - 1, len(text), {}
