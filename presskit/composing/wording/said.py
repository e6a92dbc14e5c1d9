"""What a composed document says, block by block, without laying it out."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html
from lxml.html import HtmlElement

# As presskit.checking.blocks has it for PDF.
BLOCKS = {"li", "tr", "p", "caption", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"}
# An article is what is not read aloud: a pull quote. A picture is told, and holds no words.
UNREAD = {"head", "style", "script", "article", "svg"}
NOTE = "link-address"  # the class of an address that stands at the foot of the page


def blocks_of(html: str) -> tuple[str, ...]:
    """Return the text of a page's HTML: each paragraph, list item and table row whole, then its notes."""
    page: HtmlElement = lxml_html.document_fromstring(html)
    for label in page.xpath("//*[@data-tag='Lbl']"):
        label.drop_tree()  # a number before a note is a label, as that of a list's item: none of its words
    notes = [each for each in page.iter("span") if NOTE in (each.get("class") or "").split()]
    said = [" ".join(_text(note).split()) for note in notes]
    for note in notes:
        note.drop_tree()
    blocks = (" ".join(text.split()) for text in _blocks(page))
    return (*(block for block in blocks if block), *said)


def _blocks(element: HtmlElement) -> Iterator[str]:
    """Yield the text of the outermost blocks, and text that stands in none by itself."""
    if element.tag in BLOCKS:
        yield _text(element)
    elif element.tag not in UNREAD:
        yield element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                yield from _blocks(child)
            yield child.tail or ""


def _text(element: HtmlElement) -> str:
    """Return all text of an element; blocks inside it, cells and forced line breaks stand apart."""
    words = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNREAD:
            apart = " " if child.tag in BLOCKS | {"br", "td", "th", "div"} else ""
            words += [apart, _text(child), apart]
        words.append(child.tail or "")
    return "".join(words)
