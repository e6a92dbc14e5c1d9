"""What stands in a web page's text and cannot be printed: films, frames, drawings, formulas: listed and told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml.html import HtmlElement

from presskit.findings import Finding, Where, finding
from presskit.model import Removed
from presskit.reading.markup import collapse

FILM, FRAME, SOUND = "A film", "A frame with another page", "A sound"
KINDS = {
    "video": FILM,
    "audio": SOUND,
    "iframe": FRAME,
    "embed": FRAME,
    "object": FRAME,
    "svg": "A drawing",
    "canvas": "A drawing",
    "math": "A formula",
}
TEXTS = ("article", "main")
UNREAD = "in a web page's drawing, film or frame, which presskit does not read"


def find_unread(
    root: HtmlElement, path: Path, lines_before: int, *, is_site: bool
) -> Iterator[tuple[Removed, Finding]]:
    """Yield what cannot be printed of a page's text: its words, or its address, and the finding that tells of it.

    Of a website's page only what stands in its article: all around are icons, and frames of others.
    """
    for node in root.iter(*KINDS):
        words = words_of(node)
        around = [each.tag for each in node.iterancestors()]
        if words and not KINDS.keys() & set(around) and (not is_site or any(tag in TEXTS for tag in around)):
            line = lines_before + (node.sourceline or 1)
            what = f"{KINDS[str(node.tag)]} of the page is"
            told = finding("c-028", Where(path, line), what=what, reason="its kind cannot be printed")
            yield Removed(line, words, UNREAD), told


def words_of(node: HtmlElement) -> str:
    """Return an element's words, else the address of what it shows; nothing for a drawing without words: an icon."""
    if node.tag == "svg":
        return collapse(" ".join(text.text_content() for text in node.iter("text")))
    words = collapse(node.text_content())
    inside = (each.get("src") or each.get("data") or "" for each in node.iter("video", "audio", "source", "iframe"))
    address = node.get("src") or node.get("data") or next(filter(None, inside), "")
    return " ".join(filter(None, (words, address)))
