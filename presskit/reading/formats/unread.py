"""What stands in a text and cannot be printed: films, frames, drawings, formulas: listed and told.

In a web page each is made a mark, a picture without a file: so it stands where a picture of the text would, and what
belongs to the page around the text is told from it as a picture is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.reading.formats.nodes import is_hidden
from presskit.reading.formats.office.beside import cut
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
PLAYED = (FILM, FRAME, SOUND)
UNREAD = "a drawing, a film or a frame, which presskit does not read"
MARK = "data-unread"
MARKUP = re.compile(rf"<(?P<tag>{'|'.join(KINDS)})\b[^<>]*(?:/>|>(?:.*?</(?P=tag)\s*>)?)", re.IGNORECASE | re.DOTALL)
SEEN = 20  # characters of markup by which a text that prints it is known
FILMS = re.compile(r"//(?:[\w-]+\.)*(?:youtube(?:-nocookie)?|youtu|vimeo|dailymotion)\.", re.IGNORECASE)
# Frames that measure, sell or ask, and that no reader of the text would miss.
SERVICES = re.compile(
    r"doubleclick|googlesyndication|googletagmanager|adservice|recaptcha|consent|cookie|advert|[/._-]ads?[/._-]|/like\.php"
    r"|plugins/like|disqus|addthis|sharethis|about:blank|javascript:",
    re.IGNORECASE,
)
SMALLEST_FRAME_PX = 10


def mark_unread(root: HtmlElement, path: Path, lines_before: int) -> dict[str, tuple[Removed, Finding]]:
    """Put a mark in the place of what cannot be printed; return what is listed and told of each, by its mark."""
    found: dict[str, tuple[Removed, Finding]] = {}
    for node in list(root.iter(*KINDS)):
        words = words_of(node)
        if node.getparent() is None or is_beside(node) or not (words or node.tag == "canvas"):
            continue
        mark = node.makeelement("img", {MARK: str(len(found))})
        mark.sourceline, mark.tail = node.sourceline or 1, node.tail
        found[str(len(found))] = told(node, words, path, lines_before + (node.sourceline or 1))
        node.getparent().replace(node, mark)
    return found


def find_unread(text: str, blocks: Iterable[Block], path: Path, lines_before: int) -> Iterator[tuple[Removed, Finding]]:
    """Yield what is listed and told of films, frames and their like in Markdown; of none that is printed as code."""
    printed = [block.text for block in blocks]
    for match in MARKUP.finditer(text):
        node = lxml_html.fragment_fromstring(match[0], create_parent="div").find(".//*")
        is_printed = any(match[0][:SEEN] in words for words in printed)
        if node is not None and not is_printed and (words := words_of(node)) and not is_beside(node):
            yield told(node, words, path, lines_before + text.count("\n", 0, match.start()) + 1)


def told(node: HtmlElement, words: str, path: Path, line: int) -> tuple[Removed, Finding]:
    """Return what is listed of an element, and what tells of it: c-078 of what plays or opens, else c-028."""
    kind = FILM if FILMS.search(address_of(node)) else KINDS[str(node.tag).lower()]
    what = f"{kind} ({cut(words)})" if words else kind
    if kind in PLAYED:
        found = finding("c-078", Where(path, line), what=what)
    else:
        found = finding("c-028", Where(path, line), what=f"{what} is", reason="its kind cannot be printed")
    return Removed(line, words, UNREAD), found


def is_beside(node: HtmlElement) -> bool:
    """Tell whether an element is hidden, stands in another of its like, or serves the website and no reader."""
    around = list(node.iterancestors())
    sizes = [node.get(key) or "" for key in ("width", "height")]
    is_tiny = any(size.isdecimal() and int(size) < SMALLEST_FRAME_PX for size in sizes)
    if is_tiny or any(is_hidden(each) for each in (node, *around)) or any(each.tag in KINDS for each in around):
        return True
    said = " ".join(node.get(key) or "" for key in ("src", "title", "name", "id", "class", "aria-label"))
    return node.tag == "iframe" and bool(SERVICES.search(said))


def words_of(node: HtmlElement) -> str:
    """Return an element's words, and the address of what it shows; nothing for a drawing without words: an icon."""
    if node.tag == "svg":
        return collapse(" ".join(text.text_content() for text in node.iter("text")))
    words = collapse(node.get("title") or node.get("aria-label") or node.text_content())
    return " ".join(filter(None, (words, address_of(node))))


def address_of(node: HtmlElement) -> str:
    """Return the address of what an element shows, its own or that of its source."""
    inside = (each for each in node.iter("video", "audio", "source", "iframe", "embed"))
    return next(
        (words for each in (node, *inside) for key in ("src", "data-src", "data") if (words := each.get(key))), ""
    )
