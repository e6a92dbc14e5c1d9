"""Which way the words of a mail run, said so that it survives sending: in each element, in signs of plain text.

Mail programs keep neither <html> nor <body>; many know no <bdi> and no dir="auto", and no program is told the direction
of plain text. What must not turn round inside words from right to left are telephone numbers and addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.languages import Language
from presskit.composing.templating.filling import parsed
from presskit.composing.wording.runs import LEFT_TO_RIGHT, RIGHT_TO_LEFT, Run, cut
from presskit.reading.cues.contacts import EXTENSION

# Marks of Unicode 1.1, which every program obeys and none shows. The isolates of 2013 (U+2066…) do the same where they
# are known; elsewhere they are boxes, and the number turns round.
LRM, RLM = "\u200e", "\u200f"
STARTS = {"ltr": "left", "rtl": "right"}
LETTER = re.compile(r"[^\W\d_]")
CLEARLY = 2  # times as many letters: a few names in another script turn no line round
PASSAGES = ["h1", "h2", "h3", "p", "li", "th", "td"]
YEAR = r"(?:1[349]|20|١[٤٩]|٢٠|۱[۳۴]|۲۰)\d\d"  # of three calendars
YEARS = rf"{YEAR}\W{{1,3}}{YEAR}(?!\d)"
DAY = r"\d{1,2}(?P<sign>[./-])\d{1,2}(?P=sign)\d{4}(?!\d)|\d{4}-\d\d-\d\d(?!\d)"
PHONE = rf"(?<![\w.])(?!{YEARS}|{DAY})\+?\(?\d(?:[ \u00a0()./-]{{0,3}}\d){{6,14}}(?!\d)(?i:{EXTENSION.pattern})?"
ADDRESS = (
    r"(?:https?://|www\.)(?:\([^\s()<>]*\)|[^\s()<>«»“”،؛؟])*(?:\([^\s()<>]*\)|[^\s()<>«»“”،؛؟.,;:!?…])"
    r"|(?<![A-Za-z0-9!#$%&'*+/=?^_{|}~.-])[A-Za-z0-9!#$%&'*+/=?^_{|}~.-]{1,64}@[^\W_](?:[\w.-]*\w)?"
)
KEPT = re.compile(f"{PHONE}|{ADDRESS}")
OTHER_WAY = re.compile(f"{KEPT.pattern}|{LEFT_TO_RIGHT.pattern}")
# Digits of Arabic, whose groups change places even where all around runs from left to right; a mark holds them.
EMBEDDED, ENDED = "\u202a", "\u202c"
GROUP_END = re.compile(r"(?<=[\u0660-\u0669])(?=[^\w]+[\u0660-\u0669])")


def direction_of(text: str, otherwise: str) -> str:
    """Return "rtl" or "ltr": `otherwise`, unless clearly more letters of a text run the other way.

    An address says nothing of the words around it.
    """
    text = KEPT.sub("", text)
    right = len(RIGHT_TO_LEFT.findall(text))
    left = len(LETTER.findall(text)) - right
    own, other = (right, left) if otherwise == "rtl" else (left, right)
    return {"rtl": "ltr", "ltr": "rtl"}[otherwise] if other > CLEARLY * own else otherwise


def directed(page: str) -> str:
    """Return a page with the direction of each passage in its own element, and what runs the other way set apart."""
    root, body = parsed(page)
    _direct(body, str(root.get("dir", "ltr")))
    for span in body.iterfind(".//span[@dir='ltr']"):
        span.text = _tied(span.text or "")
    return str(lxml_html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def passage(text: str, words: Language, style: str) -> str:
    """Return a paragraph of HTML that says its language and direction, with what runs the other way set apart."""
    element = lxml_html.Element("p", lang=words.code, dir=words.direction)
    element.set("style", f"{style}; text-align: {STARTS[words.direction]}")
    element.text = text
    _direct(element, words.direction)
    return str(lxml_html.tostring(element, encoding="unicode"))


def marked(text: str, words: Language) -> str:
    """Return a plain text with marks around telephone numbers and addresses in lines from right to left."""
    lines = text.split("\n")
    return "\n".join(_marked(line) if words.is_mirrored or RIGHT_TO_LEFT.search(line) else line for line in lines)


def _marked(line: str) -> str:
    """Mark a line; one that would begin with a number or an address is kept from running from left to right."""
    first = KEPT.search(line)
    if not first:
        return line
    begins = "" if LETTER.search(line[: first.start()]) else RLM
    return begins + KEPT.sub(lambda found: _kept(found[0]), line)


def _kept(words: str) -> str:
    tied = _tied(words)
    return f"{LRM}{words}{LRM}" if tied == words else f"{EMBEDDED}{tied}{ENDED}"


def _tied(number: str) -> str:
    return GROUP_END.sub(LRM, number)


def _direct(element: HtmlElement, around: str) -> None:
    own = _own_direction(element, around)
    for place, child in reversed([*enumerate(element)]):
        if isinstance(child.tag, str):
            _direct(child, own)
        if child.tail and own == "rtl":
            child.tail, spans = cut(child.tail, _runs(child.tail), "span")
            element[place + 1 : place + 1] = spans
    if element.text and own == "rtl":
        element.text, spans = cut(element.text, _runs(element.text), "span")
        element[0:0] = spans


def _own_direction(element: HtmlElement, around: str) -> str:
    """Return the direction of an element, and state it where it is not the one around it."""
    said = element.get("dir")
    asks = said == "auto" or (said is None and element.tag in PASSAGES and element.find(".//p") is None)
    own = direction_of(element.text_content(), around) if asks else said or around
    if asks and (own != around or said):
        element.set("dir", own)
    if own != around and element.tag != "span":
        element.set("style", "; ".join(filter(None, (element.get("style"), f"text-align: {STARTS[own]}"))))
    if element.tag == "table" and own == "rtl":
        element.set("dir", own)  # Outlook orders columns by the table's own
    return own


def _runs(text: str) -> Iterator[Run]:
    """Yield what runs from left to right in a text from right to left."""
    for run in OTHER_WAY.finditer(text):
        yield run.start(), run.end(), {"dir": "ltr"}
