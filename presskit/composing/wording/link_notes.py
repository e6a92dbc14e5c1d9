"""Links on paper: the address stands in a note at the foot of the page, where the link's own words do not say it."""

from __future__ import annotations

from lxml import html as lxml_html
from lxml.html import HtmlElement

from presskit.composing.templating.filling import parsed
from presskit.composing.templating.sandbox import bare_address

SCHEMES = ("https://", "http://", "mailto:")


def with_addresses(html: str) -> str:
    """Return a page's HTML with a note behind each link whose words are not its address; once for each address.

    The note is an element of its own: the words of the text, and their order, stay as they are.
    """
    page, body = parsed(html)
    noted: list[str] = []
    for link in list(body.iter("a")):
        address = str(link.get("href", ""))
        if address.startswith(SCHEMES) and address not in noted and not _says(link, address):
            noted.append(address)
            link.addnext(_note(address, len(noted), link))
    return str(lxml_html.tostring(page, encoding="unicode", doctype="<!doctype html>")) if noted else html


def _says(link: HtmlElement, address: str) -> bool:
    return _shown(address).lower() in "".join(link.text_content().split()).lower()


def _shown(address: str) -> str:
    return bare_address(address.removeprefix("mailto:").partition("?")[0] if "mailto:" in address else address)


def _note(address: str, number: int, link: HtmlElement) -> HtmlElement:
    said = {"class": "link-address", "data-number": str(number), "data-tag": "Note", "dir": "ltr"}
    note = lxml_html.Element("span", said)
    note.text, note.tail, link.tail = _shown(address), link.tail, None
    return note
