"""Links inside a PDF: each must lead to one of its pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from presskit.checking.marks import values
from presskit.findings import Finding, Where, finding

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, PdfObject

SCHEME = "kit:"  # how documents link to each other before they are one file


def dead_links(reader: PdfReader) -> Iterator[Finding]:
    """Yield each link that leads to no page of the file."""
    pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
    names: set[str] | None = None
    for number, page in enumerate(reader.pages, start=1):
        for link in values.each(page, "/Annots"):
            if link.get("/Subtype") != "/Link":
                continue
            if names is None:  # once, and only for a file with links
                names = _live_names(reader, pages)
            if _is_dead(link, names, pages):
                yield finding("p-007", Where(page=number), target=_words(link))


def _live_names(reader: PdfReader, pages: Collection[int]) -> set[str]:
    """Return the named places that lie on a page of the file."""
    places = reader.named_destinations
    return {name for name, place in places.items() if getattr(place.dest_array[0], "idnum", None) in pages}


def _is_dead(link: DictionaryObject, names: Collection[str], pages: Collection[int]) -> bool:
    place, address = _target(link)
    if place is None:
        return address is None or address.startswith(SCHEME)
    if isinstance(place, list):
        return not place or getattr(place[0], "idnum", None) not in pages
    return str(place) not in names


def _target(link: DictionaryObject) -> tuple[PdfObject | None, str | None]:
    """Return where a link leads: to a place in the file, or to an address; what is neither counts as an address."""
    action = values.inner(link, "/A")
    if "/Dest" in link:
        return values.value(link, "/Dest"), None
    if action.get("/S") == "/GoTo":
        return values.value(action, "/D"), None
    return None, values.words(action, "/URI") or values.words(action, "/S") or None


def _words(link: DictionaryObject) -> str:
    """Return how to name a link to a person: by its target's name, else by its own description."""
    place, address = _target(link)
    if isinstance(place, str):
        return place
    return (address or "").removeprefix(SCHEME) or values.words(link, "/Contents") or "?"
