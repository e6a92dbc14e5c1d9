"""A style is read once in each worker, although it stands in each document: that was a third of a document's time.

WeasyPrint 70 reads the style of each document anew, and has no place for one that is read already: sheets that are
handed to it count as the reader's own, which rank below the hints that HTML itself gives. What it made of a style stays
as it is, but for one thing: of what is wrong in a style it warns once, and here every document is to hear it.

Nor does it remember what a declaration means whose variables stand for the same words as before: it reads those words
anew for each element, which took a tenth of the time that a document is laid out in.

This module can go when WeasyPrint lets a document bring sheets of its own that are read already.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Any

from tinycss2 import serialize
from weasyprint import CSS, HTML, css
from weasyprint.css import get_child_text
from weasyprint.css.counters import CounterStyle
from weasyprint.css.tokens import Pending
from weasyprint.logger import LOGGER

from presskit.rendering.hearing import hearing

# A style that asks for files, which may be others for the next document, or defines what lies outside of its sheet.
UNSHARED = re.compile(r"@(?:import|counter-style|color-profile|layer)", re.IGNORECASE)
FACE = re.compile(r"@font-face", re.IGNORECASE)
MOST_STYLES = 16  # a kit has three, and a few lines more for its page lines

_untaught, _unread = css.find_stylesheets, Pending.solve
_read: dict[tuple[object, ...], tuple[list[CSS], list[logging.LogRecord]]] = {}
_warned: dict[int, Pending] = {}  # of what this document was warned; held, so that no number is given away meanwhile


def teach() -> None:
    """Let all documents of one worker share what was read of their styles from now on."""
    css.find_stylesheets = _find_stylesheets
    Pending._reported_error = property(_is_told, _tell)
    Pending.solve = _solve


def read_ahead(text: str) -> None:
    """Read a style that is presskit's own and asks for no file, for the documents whose page it will stand in."""
    page = HTML(string=f"<!doctype html><style>{text}</style>")
    _find_stylesheets(page.wrapper_element, page.media_type, page.url_fetcher, None, None, CounterStyle(), {})


class _Page:
    """A page of which one element is seen."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def query_all(self, *_: str) -> list[Any]:
        return [self._element]


def _find_stylesheets(page: Any, medium: str, fetcher: Any, base_url: str | None, fonts: Any, *lists: Any) -> list[CSS]:
    """Return a document's sheets.

    lists: counters, colour profiles, rules for pages, layers. The last two are lists of a sheet's own here: WeasyPrint
    gives all sheets of a document the same, and a sheet that is shared would take the rules of another document along.
    """
    counters, profiles = lists[:2]
    _warned.clear()
    elements = list(page.query_all("style"))
    texts = [get_child_text(element.etree_element) for element in elements]
    if any(page.query_all("link")) or any(UNSHARED.search(text) for text in texts):
        return list(_untaught(page, medium, fetcher, base_url, fonts, *lists))
    found = []
    for element, text in zip(elements, texts, strict=True):
        key = (fonts if FACE.search(text) else None, text, *sorted(element.etree_element.attrib.items()))
        if key in _read:
            for record in _read[key][1]:
                LOGGER.handle(record)
        else:
            records: list[logging.LogRecord] = []
            with hearing(records.append):
                one = _Page(element)
                sheets = list(_untaught(one, medium, fetcher, base_url, fonts, counters, profiles, [], []))
            if len(_read) == MOST_STYLES:
                del _read[next(iter(_read))]
            _read[key] = sheets, records
        found += _read[key][0]
    return found


def _is_told(value: Pending) -> bool:
    return id(value) in _warned


def _tell(value: Pending, told: bool) -> None:
    if told:
        _warned[id(value)] = value


def _solve(value: Pending, tokens: Sequence[Any], wanted_key: str, base_url: str | None) -> Any:
    """Return what a declaration means with its variables' words in their places; what means nothing is told anew."""
    known = vars(value).setdefault("known", {})
    key = (wanted_key, base_url, serialize(tokens))
    if key not in known:
        known[key] = _unread(value, tokens, wanted_key, base_url)
    return known[key]
