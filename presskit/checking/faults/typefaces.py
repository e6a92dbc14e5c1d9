"""The typefaces of a PDF: each must be one that is known, and inside the file."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from presskit.checking.marks.values import each, inner, words
from presskit.checking.page_numbers import in_short
from presskit.findings import Finding, Where, finding
from presskit.fonts import by_pdf_name, shipped_faces

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

MOST_NAMED = 6
BOUND = "/PresskitBound"  # a page of others, bound in behind a kit's (presskit.linking.binding.bound)


def check_typefaces(reader: PdfReader, known: Collection[str] | None) -> tuple[Finding, ...]:
    """Return faces that are not `known` or not embedded, each on its first page.

    known: empty stands for presskit's own; None for any, in a file of another program.
    """
    own = known or by_pdf_name(shipped_faces())
    found = _faces(reader)
    return (
        *(_say("p-001", name, page) for name, (page, _) in found.items() if known is not None and name not in own),
        *faces_outside(reader, "p-002"),
    )


def has_typefaces(reader: PdfReader) -> bool:
    """Tell whether any page is set in a typeface: without one there are no words on it, only pictures of them."""
    return bool(_faces(reader))


def faces_outside(reader: PdfReader, code: str) -> Iterator[Finding]:
    """Yield, as the code, which faces are not embedded: all in one sentence, at their first pages."""
    outside = {name.replace("-", " "): page for name, (page, is_inside) in _faces(reader).items() if not is_inside}
    if outside:
        first, *others = sorted({*outside.values()})
        names = in_short([*outside], MOST_NAMED)
        faces = f"The typefaces {names} are" if len(outside) > 1 else f"The typeface {names} is"
        yield finding(code, Where(page=first, others=tuple(others)), faces=faces)


def _faces(reader: PdfReader) -> dict[str, tuple[int, bool]]:
    """Return by name the first page of each face, and whether it is embedded everywhere; those of others are theirs."""
    found: dict[str, tuple[int, bool]] = {}
    seen: set[int] = set()
    for number, page in enumerate(reader.pages, start=1):
        for font in _fonts(page, seen) if BOUND not in page else ():
            name = _face_name(font)
            first, is_inside = found.get(name, (number, True))
            found[name] = first, is_inside and _is_inside(font)
    return found


def _say(code: str, name: str, page: int) -> Finding:
    return finding(code, Where(page=page), name=name.replace("-", " "))


def _fonts(page: DictionaryObject, seen: set[int]) -> Iterator[DictionaryObject]:
    """Yield the fonts of a page, and of the pictures and lines drawn on it as pieces of their own (form XObjects).

    seen: the pieces and lists of pieces that were looked at: each is once, however many name it, and in what circles.
    """
    waiting = [page]
    while waiting:
        resources = inner(waiting.pop(), "/Resources")
        drawn = inner(resources, "/XObject")
        if id(resources) not in seen:
            yield from each(resources, "/Font")
        if not drawn or id(drawn) in seen:
            continue
        seen |= {id(resources), id(drawn)}
        for form in each(resources, "/XObject"):
            if form.get("/Subtype") == "/Form" and id(form) not in seen:
                seen.add(id(form))
                waiting.append(form)


def _face_name(font: DictionaryObject) -> str:
    """Return a face's name without the six letters that mark a subset (ISO 32000-1, 9.6.4)."""
    return re.sub(r"^/(?:[A-Z]{6}\+)?", "", words(font, "/BaseFont") or "/?")


def _is_inside(font: DictionaryObject) -> bool:
    """Tell whether a font's file is embedded; a Type 3 font's letters are drawings and always are."""
    holders = each(font, "/DescendantFonts") or (font,)
    files = (key for holder in holders for key in inner(holder, "/FontDescriptor") if key.startswith("/FontFile"))
    return font.get("/Subtype") == "/Type3" or any(files)
