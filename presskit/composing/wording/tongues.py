"""In which language the words of the kit, of its brand and of its photos are spoken where they stand on a page.

They are written once, and stand on pages of every language: an English disclosure read with a French voice is noise.
"""

from __future__ import annotations

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup, escape

from presskit.composing.languages import Language, language
from presskit.composing.templating.filling import parsed
from presskit.composing.wording.directions import direction_of
from presskit.composing.wording.runs import RIGHT_TO_LEFT
from presskit.model import Kit

PASSAGES = ("p", "li", "h1", "h2", "h3", "h4", "h5", "blockquote", "figcaption", "dt", "dd", "td", "th")
SENTENCE = re.compile(r"(?:\S+\s+){3}.*[.!?…؟][»”’\"')]*\s*", re.DOTALL)  # four words or more, and its end


def tongue_of(text: str, kit: Kit) -> Language:
    """Return the language of a text of the kit's own: the kit's, unless its script is that of another one it speaks."""
    usual = language(kit.language)
    direction = direction_of(text, usual.direction)
    return next((each for each in map(language, kit.languages) if each.direction == direction), usual)


def passage(text: str | None, kit: Kit, page: Language) -> Markup:
    """Return a text of the kit's own as it stands on a page: with its language, where that is not the page's."""
    tongue = tongue_of(text or "", kit)
    if not text or tongue.code == page.code:
        return escape(text or "")
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tongue.code, tongue.direction, text)


def turn_passages(html: str, kit: Kit) -> str:
    """Return a page whose passages that run the other way than the page say so: direction, and language where known.

    A sentence of running text begins at its own side of the page. A name, a label or a caption keeps its place, and is
    one run in itself: pieces of it, each set apart, would stand in the page's order.
    """
    if not RIGHT_TO_LEFT.search(html):
        return html
    page, body = parsed(html)
    for element in body.iter(*PASSAGES):
        _turn(element, kit)
    return str(lxml_html.tostring(page, encoding="unicode", doctype="<!doctype html>"))


def _turn(element: HtmlElement, kit: Kit) -> None:
    said = next((each for each in (element, *element.iterancestors()) if each.get("dir")), element).get("dir", "ltr")
    text = element.text_content()
    own = direction_of(text, said)
    if own == said or element.get("dir") or any(each is not element for each in element.iter("p", "li", "blockquote")):
        return
    tongues = [each.code for each in map(language, kit.languages) if each.direction == own]
    meant = {"dir": own, **({"lang": tongues[0]} if len(tongues) == 1 else {})}
    if SENTENCE.fullmatch(text) and not element.get("class"):
        element.attrib.update(meant)
    elif len(element):
        run = element.makeelement("bdi", meant)
        run.text, element.text = element.text, None
        run.extend(list(element))
        element.append(run)
