"""Runs of characters that a page sets apart: those a line never parts, and those that read the other way.

No character is added, changed or taken away: a run is put into an element, so that copied text equals the source.
Which runs a line never parts, presskit.composing.wording.ties knows; in captions and beside the text, where columns are
narrow, a line may end before the hyphen of an address. On pages written from right to left, Latin words and telephone
numbers are set from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.languages import Language, language
from presskit.composing.templating.filling import parsed
from presskit.composing.wording import ties

Run = tuple[int, int, dict[str, str]]  # where it starts and stops in a text, and the attributes of its element
NOWRAP: Mapping[str, str] = {"style": "white-space:nowrap"}
PIECE: Mapping[str, str] = {"style": "display:inline-block"}  # a line may end before it
LANGUAGES = re.compile(r'\slang="([^"]+)"')
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MAIL = re.compile(r"[\w.+-]{1,30}@[\w-]{1,24}(?:\.[\w-]{1,16}){1,3}")
LONGEST_MAIL = 36  # letters that a telephone has room for
LONGEST_RUN = 60  # letters that a line of text has room for
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
MARKED = ("a", "b", "em", "i", "strong")  # elements by which words of a line are marked
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
    is_cover = "cover" in (body.get("class") or "").split()  # whose title is as large as its words allow
    ending = ("p", "li") if is_cover else ("p", "li", "h1")
    _Setter(unparted, piece, ending if piece else ()).set(body, spoken[0])  # a browser evens last lines by itself
    return str(lxml_html.tostring(page, encoding="unicode", doctype="<!doctype html>"))


@dataclass(frozen=True)
class _Setter:
    """Sets the runs of a page, with the attributes of a run that is not parted, and of a piece of an address.

    ending: the elements whose last word stands alone on no line, as that of a fact.
    """

    unparted: Mapping[str, str]
    piece: Mapping[str, str]
    ending: tuple[str, ...]

    def set(
        self,
        element: HtmlElement,
        words: Language,
        *,
        in_text: bool = False,
        is_narrow: bool = True,
        is_ending: bool = False,
    ) -> None:
        """Set the runs of an element.

        in_text: it stands in running text, where a line has room for an address. is_narrow: it may stand where there is
        none, and not in a table, whose columns are as wide as their words. is_ending: its last word ends a paragraph.
        """
        is_ending = is_ending or self._is_ending(element)
        in_text = in_text or (element.tag in ("p", "li") and not element.attrib)
        is_narrow = is_narrow and not in_text and element.tag != "table"
        code = element.get("lang")
        words = language(code) if code else words
        if words.is_mirrored and element.get("dir") == "ltr":
            return  # all of it runs that way
        for place, child in reversed([*enumerate(element)]):
            if isinstance(child.tag, str) and child.tag != "style":
                ends = is_ending and child.tag in MARKED and child is element[-1] and not child.tail
                self.set(child, words, in_text=in_text, is_narrow=is_narrow, is_ending=ends)
            if child.tail:
                goes_on = place + 1 < len(element)
                ends = is_ending and not goes_on
                runs = self._runs(child.tail, element, words, goes_on=goes_on, ends=ends, is_narrow=is_narrow)
                child.tail, spans = self._cut(child.tail, runs, in_text=in_text)
                element[place + 1 : place + 1] = spans
        if element.text:
            goes_on = len(element) > 0
            ends = is_ending and not goes_on
            runs = self._runs(element.text, element, words, goes_on=goes_on, ends=ends, is_narrow=is_narrow)
            element.text, spans = self._cut(element.text, runs, in_text=in_text)
            element[0:0] = spans

    def _cut(self, text: str, runs: Iterable[Run], *, in_text: bool) -> tuple[str, list[HtmlElement]]:
        """Return what stands before the first run, and the runs; one that reads the other way may hold others."""
        before, spans = cut(text, self._whole(text, runs) if in_text else runs)
        for span in spans:
            if span.get("dir") == "ltr" and span.text and not self.unparted.items() <= dict(span.attrib).items():
                held = ties.held_hyphens(span.text)
                tied_runs = ties.unparted(span.text, language("en"), ends=False, held=held)
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

    def _runs(  # noqa: PLR0913
        self, text: str, element: HtmlElement, words: Language, *, goes_on: bool, ends: bool, is_narrow: bool
    ) -> Iterable[Run]:
        """Yield the runs of a text in an element; goes_on: another element follows it; ends: it ends a paragraph."""
        if words.is_mirrored:
            return _other_way(text, self.unparted, goes_on=goes_on)
        pieces = [*ties.pieces(text)] if is_narrow and self.piece else []
        held = [] if pieces else [*ties.held_hyphens(text)]
        held += ties.parts_of_address(text) if element.get("class") == "address" else []
        whole = [*ties.unparted(text, words, ends=ends, held=held)]
        free = [(start, end) for start, end in pieces if not any(one < end and start < other for one, other in whole)]
        runs = [*((span, self.unparted) for span in whole), *((span, self.piece) for span in free)]
        return ((start, end, {**attributes}) for (start, end), attributes in sorted(runs, key=itemgetter(0)))

    def _is_ending(self, element: HtmlElement) -> bool:
        """Tell whether a short last word of an element stands alone on no line."""
        if not self.ending or len(element.text_content()) <= ties.SHORT:
            return False
        table = next(element.iterancestors("table"), None) if element.tag == "td" else None
        is_fact = table is not None and "pairs" in table.get("class", "").split()
        return is_fact or element.tag in self.ending


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
