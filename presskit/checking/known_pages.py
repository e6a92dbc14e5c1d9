"""What was read of a page is known again by all that the page is drawn of, as long as a process lasts.

Why: a kit is read back after each save, and all of its pages but one are what they were.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from presskit.checking.page_fonts import Fonts
from presskit.checking.painting import MOST_DEEP
from presskit.checking.values import inner, value

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

T = TypeVar("T")
PageReading = Callable[..., Any]  # `anew` or `once`
MOST_PAGES = 2_000
PLACED = ("/Matrix", "/BBox")
_known: dict[bytes, object] = {}


def anew(read: Callable[[PageObject, Fonts], T], page: PageObject, fonts: Fonts) -> T:
    """Return what reading a page gives."""
    return read(page, fonts)


def once(read: Callable[[PageObject, Fonts], T], page: PageObject, fonts: Fonts) -> T:
    """Return what reading a page gives, which must come of what it is drawn of alone; read once in each process."""
    digest = hashlib.sha256(f"{read.__module__}.{read.__qualname__}\0".encode())
    for told in _drawing_of(page, fonts):
        digest.update(len(told).to_bytes(8) + told)
    key = digest.digest()
    if key not in _known:
        found = read(page, fonts)
        while len(_known) >= MOST_PAGES:
            del _known[next(iter(_known))]
        _known[key] = found
    return _known[key]  # type: ignore[return-value]


def _drawing_of(page: PageObject, fonts: Fonts) -> Iterator[bytes]:
    """Yield all that a page is drawn of, but for what its pictures show."""
    stream = page.get_contents()
    yield repr([float(edge) for edge in page.trimbox]).encode()
    yield stream.get_data() if stream is not None else b""
    yield from _resources_of(inner(page, "/Resources"), fonts, 0)


def _resources_of(resources: DictionaryObject, fonts: Fonts, depth: int) -> Iterator[bytes]:
    marks = inner(resources, "/Properties")
    yield repr([(name, value(inner(marks, name), "/MCID")) for name in marks]).encode()
    listed = inner(resources, "/Font")
    for name in listed:
        font = inner(listed, name)
        yield name.encode() + (fonts.find(font).digest if font else b"")
    states = inner(resources, "/ExtGState")
    yield repr([(name, value(inner(states, name), "/ca")) for name in states]).encode()
    drawn = inner(resources, "/XObject")
    for name in drawn if depth < MOST_DEEP else ():
        form = inner(drawn, name)
        yield name.encode()
        if form.get("/Subtype") == "/Form":
            yield repr([_numbers(form, key) for key in PLACED]).encode()
            yield form.get_data()  # type: ignore[attr-defined]
            yield from _resources_of(inner(form, "/Resources"), fonts, depth + 1)


def _numbers(form: DictionaryObject, key: str) -> list[object]:
    listed: Any = value(form, key)
    return [each.get_object() for each in listed or ()]
