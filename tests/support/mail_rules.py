"""What mail programs keep and understand of HTML; each rule is broken by a mail that some program spoils.

The facts are those of caniemail.com (https://github.com/hteumeuleu/caniemail, MIT, © 2019 HTeuMeuLeu), as far as the
mails of presskit ask for them, for the programs that the guide names: Apple Mail on Mac and iPhone, Gmail in a browser
and its apps, Outlook for Windows, for Mac and on the web, Thunderbird. What is not in these tables is not used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html
from lxml.html import HtmlElement

COLOUR, PIXELS = r"#[0-9a-f]{6}", r"\d+(?:\.\d+)?(?:px)?"
FEW_PIXELS = r"[0-8](?:px)?"  # Outlook for Windows draws no thicker line
BORDER = rf"(?:0|{FEW_PIXELS} solid {COLOUR})"
BLOCKS = ("p", "div", "blockquote", "h1", "h2", "h3", "ul", "ol", "li")
CELLS = ("td", "th")


@dataclass(frozen=True)
class Style:
    """A property as all of the programs know it: the values, and the elements that may have it.

    lost: which program leaves it out all the same, and why no word and no order is lost with it.
    """

    values: str
    on: tuple[str, ...] = ()
    lost: str = ""


ROOM = Style(rf"{PIXELS}(?: {PIXELS}){{0,3}}", lost="Outlook for Windows outside of cells: less room around words")
LINE = Style(BORDER, lost="Outlook for Windows, now and then, on <p> and <div>: a line less")
STYLES = {
    "-webkit-text-size-adjust": Style("100%", ("body",), lost="all but Apple's, which would set it larger"),
    "background": Style(COLOUR),  # no picture: Outlook for Windows shows none, Gmail drops the whole style
    "border": LINE,
    "border-bottom": LINE,
    "border-left": LINE,
    "border-right": LINE,
    "border-top": LINE,
    "border-collapse": Style("collapse|separate", ("table",)),
    "color": Style(COLOUR),
    "font-family": Style(r"[\w' ,-]+"),
    "font-size": Style(r"\d+px"),  # rem: not in Outlook; em and %: not in Samsung's
    "font-style": Style("italic|normal"),
    "font-weight": Style("bold|normal"),  # numbers: rounded by Outlook for Windows, dropped by Yahoo
    "letter-spacing": Style(r"0|0\.\d+em"),  # negative ones: otherwise in Outlook for Windows
    "line-height": Style(r"\d(?:\.\d+)?"),  # em and px: odd in Outlook for Windows
    "margin": Style(  # negative: Gmail, Outlook; on <body> and <span>: Outlook for Windows
        rf"{PIXELS}(?: (?:{PIXELS}|auto)){{0,3}}", ("body", "table", *BLOCKS), lost="auto: align says it as well"
    ),
    "max-width": Style(r"\d+px", ("table",), lost="Outlook for Windows: it has a table of its own around"),
    "padding": ROOM,
    "padding-left": ROOM,
    "padding-right": ROOM,
    "text-align": Style("left|right|center"),  # start, end: not in Outlook for Windows, Yahoo
    "text-decoration": Style("underline|none"),  # one value: Outlook for Windows
    "text-transform": Style("uppercase|none"),  # lowercase: not in Outlook for Windows
    "vertical-align": Style("top|middle|bottom|baseline"),
    "width": Style("100%", ("table", *CELLS)),  # Outlook for Windows: not on <body>, <span>, <div>, <p>, <img>
}
TAGS = {
    *("html", "head", "title", "meta", "body", "table", "thead", "tbody", "tr", "caption", "br", "span", "a"),
    *("b", "strong", "i", "em", "sup", "sub", *BLOCKS, *CELLS),
}
ATTRIBUTES = {
    "style": (),
    "lang": (),
    "dir": (),  # on <a> Outlook for Windows turns what it should not
    "role": (),
    "href": ("a",),
    "align": ("td", "th", "table"),
    "width": ("table", "td"),
    "scope": ("th",),
    "colspan": CELLS,
    "rowspan": CELLS,
    "start": ("ol",),  # reversed and value: not in Gmail, Outlook
    "charset": ("meta",),
    "name": ("meta",),
    "content": ("meta",),
}
LATIN_OR_ARABIC = re.compile(r"[A-Za-z\u0600-\u06ff]")
MOST_BYTES = 102_000  # Gmail shows no more of a mail


def broken_rules(page: str) -> list[str]:
    """Return a line for each rule that a mail's HTML breaks."""
    root = html.document_fromstring(page)
    return [*_of_elements(root), *_of_direction(root), *(["too long"] if len(page.encode()) > MOST_BYTES else [])]


def _of_elements(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag not in TAGS:
            yield f"<{element.tag}>"
        for name in dict(element.attrib):
            if name not in ATTRIBUTES or (ATTRIBUTES[name] and element.tag not in ATTRIBUTES[name]):
                yield f"<{element.tag} {name}>"
        if element.get("dir") not in (None, "ltr", "rtl") or (element.tag == "a" and element.get("dir")):
            yield f"<{element.tag} dir={element.get('dir')}>"
        yield from _of_style(element)


def _of_style(element: HtmlElement) -> Iterator[str]:
    for part in filter(str.strip, element.get("style", "").split(";")):
        name, _, value = (side.strip() for side in part.partition(":"))
        style = STYLES.get(name)
        if not style:
            yield f"style {name}"
        elif style.on and element.tag not in style.on:
            yield f"<{element.tag}> {name}"
        elif not re.fullmatch(style.values, value):
            yield f"{name}: {value}"


def _of_direction(root: HtmlElement) -> Iterator[str]:
    """Whatever is seen stands in an element below <body> that says language and direction."""
    for element in root.body.iter("*"):
        text = f"{element.text or ''}" + "".join(child.tail or "" for child in element)
        above = [element, *(one for one in element.iterancestors() if one.tag not in ("body", "html"))]
        if LATIN_OR_ARABIC.search(text) and element is not root.body:
            missing = (name for name in ("lang", "dir") if all(one.get(name) is None for one in above))
            yield from (f"{text[:20]!r} without {name}" for name in missing)
        if element is root.body and text.strip():
            yield f"{text[:20]!r} in <body> alone"
