"""What a PDF carries besides its pages, and whoever sends it may have forgotten: remarks, files, scripts, layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from presskit.checking.faults.makers import is_made_here
from presskit.checking.marks.values import each, inner, words
from presskit.checking.page_numbers import in_short
from presskit.findings import Finding, Where, finding

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject

REMARKS = frozenset(
    ("/Text", "/FreeText", "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Caret", "/Stamp", "/Ink")
)
RUNNING = frozenset(("/JavaScript", "/Launch"))
MOST_NAMED = 3


def left_inside(reader: PdfReader) -> Iterator[Finding]:
    """Yield remarks, attached files, scripts and layers that are switched off."""
    yield from _remarks(reader)
    if names := _attached(reader):
        yield finding("p-050", names=_quoted(names))
    if _runs(reader):
        yield finding("p-051")
    if hidden := [words(layer, "/Name") or "?" for layer in _hidden_layers(reader)]:
        yield finding("p-052", names=_quoted(hidden))


def _quoted(names: list[str]) -> str:
    return in_short([f"“{name}”" for name in dict.fromkeys(names)], MOST_NAMED)


def _remarks(reader: PdfReader) -> Iterator[Finding]:
    found = [
        (number, words(remark, "/Contents") or words(remark, "/Subtype")[1:])
        for number, page in enumerate(reader.pages, start=1)
        for remark in each(page, "/Annots")
        if words(remark, "/Subtype") in REMARKS
    ]
    if found:
        first, *others = dict.fromkeys(number for number, _ in found)
        yield finding("p-049", Where(page=first, others=tuple(others)), words=_quoted([text for _, text in found]))


def _attached(reader: PdfReader) -> list[str]:
    """Return the names of the files inside a PDF; presskit attaches only what it says."""
    if is_made_here(reader):
        return []
    listed = [_file_name(file) for file in _named(reader, "/EmbeddedFiles")]
    pinned = (
        _file_name(inner(remark, "/FS"))
        for page in reader.pages
        for remark in each(page, "/Annots")
        if words(remark, "/Subtype") == "/FileAttachment"
    )
    return [*listed, *pinned]


def _file_name(file: DictionaryObject) -> str:
    return words(file, "/UF") or words(file, "/F") or "?"


def _runs(reader: PdfReader) -> bool:
    """Tell whether opening the file, or a page of it, or a click on one, runs a program."""
    root = reader.root_object
    links = (inner(remark, "/A") for page in reader.pages for remark in each(page, "/Annots"))
    actions = (
        inner(root, "/OpenAction"),
        *each(root, "/AA"),
        *links,
        *(x for page in reader.pages for x in each(page, "/AA")),
    )
    return bool(_named(reader, "/JavaScript")) or any(words(action, "/S") in RUNNING for action in actions)


def _named(reader: PdfReader, kind: str) -> list[DictionaryObject]:
    """Return what stands in one of a PDF's lists of names (a name tree, ISO 32000-1, 7.9.6), each node read once."""
    level, found = [inner(inner(reader.root_object, "/Names"), kind)], []
    seen: set[int] = set()
    while level:
        fresh = [node for node in {id(node): node for node in level}.values() if id(node) not in seen]
        seen.update(map(id, fresh))
        found += [thing for node in fresh for thing in each(node, "/Names")]
        level = [kid for node in fresh for kid in each(node, "/Kids")]
    return found


def _hidden_layers(reader: PdfReader) -> tuple[DictionaryObject, ...]:
    """Return the layers that are off when the file is opened."""
    layers = inner(reader.root_object, "/OCProperties")
    shown = inner(layers, "/D")
    if words(shown, "/BaseState") == "/OFF":
        on = [words(layer, "/Name") for layer in each(shown, "/ON")]
        return tuple(layer for layer in each(layers, "/OCGs") if words(layer, "/Name") not in on)
    return each(shown, "/OFF")
