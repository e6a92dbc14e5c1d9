"""What was read of a page is known again by all that the page is drawn of, when the next file is read.

Why: a kit is read back after each save, and all of its pages but one are what they were. No more is held than one file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from presskit.checking.marks.page_fonts import Fonts
from presskit.checking.marks.painting import MOST_DEEP
from presskit.checking.marks.values import inner, value

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

T = TypeVar("T")
PageReading = Callable[..., Any]  # `anew` or `once`
PLACED = ("/Matrix", "/BBox")
Held = dict[Callable[..., object], dict[bytes, object]]  # by how pages are read
_known: Held = {}  # of the file before
_read: Held = {}  # of this one


def anew(read: Callable[[PageObject, Fonts], T], page: PageObject, fonts: Fonts) -> T:
    """Return what reading a page gives."""
    return read(page, fonts)


def once(read: Callable[[PageObject, Fonts], T], page: PageObject, fonts: Fonts) -> T:
    """Return what reading a page gives, which must come of what it is drawn of alone; read once in each process."""
    digest = hashlib.sha256()
    for told in _drawing_of(page, fonts):
        digest.update(len(told).to_bytes(8) + told)
    key, held, before = digest.digest(), _read.setdefault(read, {}), _known.get(read, {})
    if key not in held:
        held[key] = before[key] if key in before else read(page, fonts)
    return held[key]  # type: ignore[return-value]


def file_read(read: Callable[[PageObject, Fonts], object]) -> None:
    """Hold what was read in this way of a file that is read to its end, and nothing of those before it."""
    _known[read] = _read.pop(read, {})


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
