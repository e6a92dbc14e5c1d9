"""HTML inside blocks: what is let through, and how its text is read and cut.

The one place where markup is made safe: every `html` field of the model has passed through `sanitise`.
"""

from __future__ import annotations

import html
import re

import nh3
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.reading.raised import raise_figures, raised

STRUCK = "s"  # around words that are struck through, until presskit.reading.formats.struck takes them out
INLINE = {"a", "em", "strong", "code", "sub", "sup", "br", "cite", "q", "img", STRUCK}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
MATTER = {
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "th",
    "td",
    "caption",
    "p",
    "blockquote",
    "pre",
    *HEADINGS,
}
# Boxes set blocks apart and mean nothing themselves.
BOXES = {"div", "section", "article", "main", "header", "footer", "aside", "figure", "figcaption", "dl", "dt", "dd"}
BOXES |= {"details", "summary", "fieldset", "legend"}
SPANS = {"colspan", "rowspan"}
NUMBERS = {"type", "start", "reversed"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "title"}, "ol": NUMBERS, "li": {"value"}, "td": SPANS, "th": SPANS}
LINKS = {"https", "http", "mailto", "tel"}
# The words inside these are none of the text; presskit.reading.formats.markdown reports them.
SILENT = {"script", "style", "template", "iframe", "object", "svg", "math"}
KNOWN = set(nh3.ALLOWED_TAGS) | INLINE | MATTER | BOXES | SILENT | {"b", "i", "u", "font", "form", "button", "input"}
# Why a limit: what is nested deeper than any text needs is lost by the parser, or exhausts the programs after it.
MAX_DEPTH = 40
TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)")
NAMES = {"b": "strong", "i": "em", "del": STRUCK, "strike": STRUCK}
RENAMED = re.compile(rf"<(/?)({'|'.join(NAMES)})(?=[\s>])", re.IGNORECASE)
QUOTATION = re.compile(r"<(/?)q>")
QUOTATION_MARKS = (("“", "”"), ("‘", "’"))  # which every second quotation inside another one has
BREAK = re.compile(r"\s*<br\s*/?>\s*")
SPACES = re.compile(r"[ \t\n\r\f]+")
ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?P<web>https?://[^\s<>“”\"]{1,2000}[^\s<>“”\".,;:!?)\]’'])"
)


def collapse(text: str) -> str:
    """Make one space of each run of ordinary spaces and line ends, as HTML does; no-break spaces stay."""
    return SPACES.sub(" ", text).strip(" ")


def escape(text: str) -> str:
    """Escape text for the inside of an element or of an attribute."""
    return html.escape(text, quote=False).replace('"', "&quot;")


def linkify(text: str) -> str:
    """Return plain text as HTML whose e-mail and web addresses are links."""
    parts = []
    start = 0
    for match in ADDRESS.finditer(text):
        address = f"mailto:{match['mail']}" if match["mail"] else match["web"]
        parts.append(html.escape(text[start : match.start()], quote=False))
        parts.append(f'<a href="{escape(address)}">{html.escape(match[0], quote=False)}</a>')
        start = match.end()
    return "".join(parts) + html.escape(text[start:], quote=False)


def sanitise(markup: str, boxes: bool = False) -> str:
    """Return markup that holds only the tags, attributes and links that are let through, well formed.

    A “tag” that HTML does not know, such as <INSERT LINK HERE>, is text: it is escaped and stays readable.
    """
    known = TAG.sub(lambda tag: tag[0] if tag[2].lower() in KNOWN else f"&lt;{tag[1]}{tag[2]}", markup)
    clean = nh3.clean(
        RENAMED.sub(lambda tag: f"<{tag[1]}{NAMES[tag[2].lower()]}", known),
        tags=INLINE | MATTER | (BOXES if boxes else set()),
        attributes=ATTRIBUTES,
        url_schemes=LINKS,
        link_rel=None,
        clean_content_tags=SILENT,
    )
    return raise_figures(quoted(clean if depth_of(clean) <= MAX_DEPTH else nh3.clean(clean, tags=set())))


def quoted(markup: str) -> str:
    """Return sanitised markup with quotation marks in place of <q>: a browser draws them, and no text has them."""
    depth = 0

    def mark(tag: re.Match[str]) -> str:
        nonlocal depth
        depth -= bool(tag[1])
        pair = QUOTATION_MARKS[depth % 2]
        depth += not tag[1]
        return pair[bool(tag[1])]

    return QUOTATION.sub(mark, markup) if "<q>" in markup else markup


def depth_of(markup: str) -> int:
    """Count how deep the elements of well-formed markup stand inside one another."""
    deepest = depth = 0
    for tag in TAG.finditer(markup):
        if tag[2].lower() not in ("br", "img"):
            depth += -1 if tag[1] else 1
            deepest = max(deepest, depth)
    return deepest


def parse(markup: str) -> HtmlElement:
    """Parse sanitised markup; the returned <div> holds it."""
    element: HtmlElement = lxml_html.fragment_fromstring(markup, create_parent="div")
    return element


def inner(element: HtmlElement) -> str:
    """Return the HTML inside an element."""
    parts = [html.escape(element.text or "", quote=False)]
    parts += [lxml_html.tostring(child, encoding="unicode") for child in element]
    return "".join(parts).strip(" \n\t")


def text_of(markup: str) -> str:
    """Return the text a reader copies from inline markup; each <br> is a line feed."""
    return text_in(parse(markup)) if "<" in markup or "&" in markup else collapse(markup)


def text_in(element: HtmlElement) -> str:
    """Return an element's text; each <br> is a line feed, figures above or below the line are characters so set."""
    pieces = [element.text or ""]
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node is not element:
            start = "\0" if node.tag == "br" else raised(node.text or "", str(node.tag))
            pieces.append(start if event == "start" else node.tail or "")
    return "\n".join(collapse(line) for line in "".join(pieces).split("\0")).strip("\n")


def drop_words(markup: str, words: str) -> str:
    """Cut `words` from the start of the markup's text, and elements left empty.

    Why: a dateline opens the lede's paragraph, often inside <strong>, and is printed on its own. Spaces are
    not counted: they are collapsed across elements.
    """
    element = parse(markup)
    left = len("".join(words.split()))
    for event, node in list(etree.iterwalk(element, events=("start", "end"))):
        slot = "text" if event == "start" else "tail"
        if slot == "tail" and node is element:
            break
        text = getattr(node, slot) or ""
        while text and (left or text[0].isspace()):
            left -= not text[0].isspace()
            text = text[1:]
        setattr(node, slot, text)
        if text:
            break
    return inner(without_empty(element))


def without_empty(element: HtmlElement) -> HtmlElement:
    """Take out inline elements that hold neither text nor a picture."""
    empty = [
        node
        for node in element.iter("a", "em", "strong", "code", "sub", "sup", "cite")
        if not node.text_content().strip() and node.find(".//img") is None
    ]
    for node in empty:
        node.drop_tag()
    return element
