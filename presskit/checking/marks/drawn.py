"""What a page draws, as marks by which two pages are compared: its strokes, its pictures, what lies on it.

Numbers of objects, compression and the order of keys say nothing: any program that saves a file anew changes them.
Typefaces and pictures are marked apart: a page that shows another photo is not drawn otherwise.
Terms are those of ISO 32000-1: 7.8.3 resources, 8.10 forms, 12.5 annotations, 12.3.2 destinations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from presskit.checking.marks import values
from presskit.checking.marks.page_text import TOKEN
from presskit.findings import Where
from presskit.limits import PDF_STEPS

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject, PdfObject

ABOVE = {"/Parent", "/P", "/StructParent", "/StructParents", "/Pg", "/Metadata", "/PieceInfo", "/Length", "/Filter"}
ABOVE |= {"/DecodeParms", "/Tabs"}  # how it is packed, and the order in which keys jump over it
# Of a page and of a link, what is compared elsewhere.
APART = ABOVE | {"/Contents", "/Resources", "/Annots", "/Type"}
TARGET = ABOVE | {"/A", "/Dest", "/Rect"}
MOST_DEPTH = 40
CONTENT = b"/MCID"


class Shown(NamedTuple):
    """A picture on a page: a mark of what it holds, and the number of the marked content it stands in, if any."""

    mark: str
    number: int | None


class Placed(NamedTuple):
    """What lies on a page to be clicked or read, and where: a link's address, or a remark's words.

    page: where a link leads inside the file.
    """

    words: str
    is_link: bool
    corners_pt: tuple[int, ...]
    page: int | None = None


class Marks:
    """Makes marks of a file's objects; each object is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._steps = 0

    def of(self, found: PdfObject | None, depth: int = 0) -> str:
        """Return a mark that two objects share if they hold the same, wherever they stand in their files."""
        number = getattr(getattr(found, "indirect_reference", None) or found, "idnum", None)
        if number in self._known:
            return self._known[number]
        if number is not None:
            self._known[number] = "round"  # what leads back to itself
        mark = hashlib.sha256(self._content(found, depth)).hexdigest()
        if number is not None:
            self._known[number] = mark
        return mark

    def _content(self, found: PdfObject | None, depth: int) -> bytes:
        from pypdf.generic import (  # noqa: PLC0415  (slow to import)
            ArrayObject,
            DictionaryObject,
            FloatObject,
            NumberObject,
            StreamObject,
        )

        self._steps += 1
        node = found.get_object() if found is not None else None
        if depth > MOST_DEPTH or self._steps > PDF_STEPS.most:
            return b"deep"
        if isinstance(node, ArrayObject):
            return b"[" + " ".join(self.of(each, depth + 1) for each in node).encode() + b"]"
        if isinstance(node, DictionaryObject):
            kept = sorted(key for key in node if key not in ABOVE)
            body = " ".join(f"{key} {self.of(node.raw_get(key), depth + 1)}" for key in kept)
            return body.encode() + (node.get_data() if isinstance(node, StreamObject) else b"")
        if isinstance(node, (NumberObject, FloatObject)):
            return f"{float(node):g}".encode()
        return repr(node).encode()

    def of_page(self, page: PageObject, placed: tuple[Placed, ...]) -> str:
        """Return the mark of a page's strokes and measures, and of where its links lie; not of their targets."""
        resources = values.inner(page, "/Resources")
        measures = self._each(page, APART)
        places = [str(one.corners_pt) for one in placed if one.is_link]
        links = [one for one in values.each(page, "/Annots") if one.get("/Subtype") == "/Link"]
        looks = [look for link in links for look in self._each(link, TARGET)]
        said = [*measures, *places, *looks, self._strokes(_content_of(page)), *self._used(resources, 0)]
        return hashlib.sha256("\n".join(said).encode()).hexdigest()

    def _each(self, holder: DictionaryObject, apart: Collection[str]) -> list[str]:
        """Return the marks of what a page or a link holds besides what is compared elsewhere."""
        return [f"{key} {self.of(holder.raw_get(key))}" for key in sorted(holder) if key not in apart]

    def _strokes(self, content: bytes) -> str:
        return hashlib.sha256(content).hexdigest()

    def _used(self, resources: DictionaryObject, depth: int) -> Iterator[str]:
        """Yield the marks of what strokes refer to: forms whole, typefaces by name, pictures by their places alone."""
        if depth > MOST_DEPTH:
            return
        for kind in sorted(resources):
            listed = values.inner(resources, kind)
            for name in sorted(listed):
                yield f"{kind} {name} {self._resource(kind, listed, name, depth)}"

    def _resource(self, kind: str, listed: DictionaryObject, name: str, depth: int) -> str:
        used = values.inner(listed, name)
        if kind == "/Font":
            return values.words(used, "/BaseFont").rpartition("+")[2]
        if kind != "/XObject":
            return self.of(listed.raw_get(name))
        if used.get("/Subtype") == "/Image":
            return "picture"
        inner = self._used(values.inner(used, "/Resources"), depth + 1)
        look = [self.of(used.get(key)) for key in ("/BBox", "/Matrix", "/Group") if key in used]
        return hashlib.sha256("\n".join([self._strokes(_content_of(used)), *look, *inner]).encode()).hexdigest()


def _content_of(holder: PdfObject) -> bytes:
    """Return what a page or a form draws, unpacked."""
    get_contents = getattr(holder, "get_contents", None)
    stream = get_contents() if get_contents else holder
    get_data = getattr(stream, "get_data", None)
    return get_data().strip() if get_data else b""


def pictures_of(page: PageObject, marks: Marks) -> tuple[Shown, ...]:
    """Return the pictures of a page in the order in which they are drawn."""
    return tuple(_pictures(page, marks, None, 0, count()))


def _pictures(
    holder: DictionaryObject, marks: Marks, number: int | None, depth: int, steps: Iterator[int]
) -> Iterator[Shown]:
    if depth > MOST_DEPTH:
        return
    listed = values.inner(values.inner(holder, "/Resources"), "/XObject")
    numbers: list[int | None] = [number]
    words: list[bytes] = []
    for token in TOKEN.finditer(_content_of(holder)):
        PDF_STEPS.require(next(steps), Where())
        if token.lastgroup != "operator":
            words.append(token[0])
            continue
        if token[0] in (b"BDC", b"BMC"):
            numbers.append(_number(words, numbers[-1]))
        elif token[0] == b"EMC" and len(numbers) > 1:
            numbers.pop()
        elif token[0] == b"Do" and words:
            used = values.inner(listed, words[-1].decode("latin-1"))
            if used.get("/Subtype") == "/Image":
                yield Shown(marks.of(used), numbers[-1])
            elif used:
                yield from _pictures(used, marks, numbers[-1], depth + 1, steps)
        words.clear()


def _number(words: list[bytes], around: int | None) -> int | None:
    """Return the number of marked content that begins; without one, that of what is around it."""
    if CONTENT not in words[:-1]:
        return around
    digits = words[words.index(CONTENT) + 1]
    return int(digits) if digits.isdigit() else around


def placed_on(page: PageObject, pages: Mapping[int, int], names: Mapping[str, int]) -> tuple[Placed, ...]:
    """Return what lies on a page. pages: the number of each page's object. names: the page of each named place."""
    return tuple(_placed(one, pages, names) for one in values.each(page, "/Annots"))


def _placed(one: DictionaryObject, pages: Mapping[int, int], names: Mapping[str, int]) -> Placed:
    corners = values.value(one, "/Rect")
    corners_pt = tuple(round(float(each)) for each in corners) if isinstance(corners, list) else ()
    if one.get("/Subtype") != "/Link":
        kind = values.words(one, "/Subtype").removeprefix("/")
        return Placed(f"{kind} {values.words(one, '/Contents')}".strip(), False, corners_pt)
    action = values.inner(one, "/A")
    place = values.value(one, "/Dest") if "/Dest" in one else values.value(action, "/D")
    if place is None or action.get("/S") in ("/GoToR", "/Launch"):
        address = values.words(action, "/URI") or values.words(action, "/S") or "nowhere"
        return Placed(address, True, corners_pt)
    number = pages.get(getattr(place[0], "idnum", 0)) if isinstance(place, list) and place else names.get(str(place))
    return Placed("", True, corners_pt, number)
