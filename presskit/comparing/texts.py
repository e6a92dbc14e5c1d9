"""Texts, web pages and other files of a kit against those that it gives today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from lxml import etree
from lxml import html as lxml_html

from presskit import gate
from presskit.checking.facts import DESCRIPTION, Said
from presskit.checking.page_numbers import each_once
from presskit.checking.words import page_text
from presskit.comparing.words import compare_words
from presskit.findings import Finding, finding, has_errors

# What a page holds besides its words, by element: the attribute (None: what stands in it), and how a person calls it.
HELD: Mapping[str, tuple[str | None, str]] = {
    "a": ("href", "where a link leads"),
    "img": ("alt", DESCRIPTION),
    "meta": ("content", "what the page says of itself"),
    "script": (None, "what the page does, or tells programs"),
    "style": (None, "how the page looks"),
}
TEXTS = (".txt", ".html", ".csv")


def compare_text(path: Path, fresh: Sequence[bytes]) -> tuple[Finding, ...]:
    """Return how a text or a web page differs from the nearest of those that its kit gives; equal bytes end it."""
    data = gate.bytes_of(path)
    if data in fresh:
        return (finding("p-029", name=path.name, how="“build”"),)
    return min((differences(path.name, data, one) for one in fresh), key=len)


def differences(name: str, data: bytes, fresh: bytes) -> tuple[Finding, ...]:
    """Return how a file differs from another of its kind; at least one finding."""
    if PurePath(name).suffix.lower() not in TEXTS:
        return (finding("p-034", difference=f"The file {name} is not the kit's, but another one"),)
    found = each_once(compare_words([*_said(name, data)], [*_said(name, fresh)]))
    return found if has_errors(found) else (*found, *_beyond_words(name, data, fresh))


def _said(name: str, data: bytes) -> Iterator[Said]:
    """Yield the lines of a text; of a page also what it leads to, describes and tells."""
    is_page = PurePath(name).suffix.lower() == ".html"
    try:
        text = page_text(data) if is_page else data.decode("utf-8", "replace")
        held = [*_held(data)] if is_page else []
    except (ValueError, etree.LxmlError):  # a page that is empty, or in another encoding
        text, held = data.decode("utf-8", "replace"), []
    yield from (Said("the text", None, line.strip()) for line in text.splitlines() if line.strip())
    yield from held


def _held(page: bytes) -> Iterator[Said]:
    for element in lxml_html.document_fromstring(page.decode("utf-8")).iter(*HELD):
        attribute, kind = HELD[str(element.tag)]
        yield Said(kind, None, (element.get(attribute) if attribute else element.text) or "")


def _beyond_words(name: str, data: bytes, fresh: bytes) -> Iterator[Finding]:
    """Yield which pictures of a page are others; where there are none, that the file was saved anew."""
    olds, news = (_pictures(one) if name.lower().endswith(".html") else [] for one in (data, fresh))
    others = [told for (mark, told), (other, _) in zip(olds, news, strict=False) if mark != other]
    for told in others:
        yield finding("p-034", difference=f"The picture “{told}” is not the kit's, but another one")
    if not others:
        yield finding("p-038", name=name)


def _pictures(page: bytes) -> list[tuple[str, str]]:
    shown = lxml_html.document_fromstring(page.decode("utf-8")).iter("img")
    return [(one.get("src") or "", one.get("alt") or "") for one in shown]
