"""What mail programs keep and understand of HTML, as a few rules; each is broken by a mail that some program spoils."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

# Not known, or taken out, by Outlook for Windows, Gmail or both.
UNKNOWN_TAGS = {
    *("bdi", "bdo", "style", "script", "link", "img", "svg", "picture", "video", "audio", "iframe", "object", "form"),
    *("input", "button", "details", "dialog", "section", "article", "header", "footer", "main", "nav", "figure"),
}
UNKNOWN_STYLES = {
    *("display", "position", "float", "flex", "grid", "transform", "direction", "unicode-bidi", "writing-mode"),
    *("margin-inline-start", "margin-inline-end", "padding-inline-start", "padding-inline-end", "text-align-last"),
    *("border-inline-start", "border-inline-end", "inset", "gap"),
}
UNKNOWN_VALUES = re.compile(r"var\(|calc\(|url\(|!important|:\s*(?:start|end)\b|\b(?:rem|ch|vw|vh)\b")
LATIN_OR_ARABIC = re.compile(r"[A-Za-z\u0600-\u06ff]")
MOST_BYTES = 102_000  # Gmail shows no more of a mail


def broken_rules(page: str) -> list[str]:
    """Return a line for each rule that a mail's HTML breaks."""
    root = html.document_fromstring(page)
    return [*_of_elements(root), *_of_direction(root), *(["too long"] if len(page.encode()) > MOST_BYTES else [])]


def _of_elements(root: HtmlElement) -> Iterator[str]:
    for element in root.iter("*"):
        if element.tag in UNKNOWN_TAGS:
            yield f"<{element.tag}>"
        if element.get("dir") not in (None, "ltr", "rtl"):
            yield f"<{element.tag} dir={element.get('dir')}>"
        yield from (f"{name}=" for name in ("class", "id", "onclick", "background") if element.get(name) is not None)
        style = element.get("style", "")
        names = {part.partition(":")[0].strip() for part in style.split(";")}
        yield from (f"style {name}" for name in sorted(names & UNKNOWN_STYLES))
        yield from (f"value {found}" for found in UNKNOWN_VALUES.findall(style))


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
