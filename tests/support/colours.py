"""What colours a PDF holds, read with another library than the one that wrote it, object by object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, NameObject, StreamObject

NOT_INK = {"/DeviceRGB", "/RGB", "/CalRGB", "/Lab"}
SHOWS_TEXT = {b"Tj", b"TJ", b"'", b'"'}

Ink = tuple[float, ...]


@dataclass
class Scan:
    """What a scan of a page found. problems: objects of red, green and blue. text: the inks of its letters."""

    problems: list[str] = field(default_factory=list)
    text: set[Ink] = field(default_factory=set)
    seen: set[int] = field(default_factory=set)


def scan(pdf: bytes) -> dict[int, Scan]:
    """Return what each page holds, pages counted from 1."""
    reader = PdfReader(BytesIO(pdf))
    found = {}
    for number, page in enumerate(reader.pages, start=1):
        found[number] = Scan()
        scan_drawn(page, page["/Resources"], ContentStream(page.get_contents(), reader), found[number], reader)
    return found


def problems(pdf: bytes) -> list[str]:
    """Return every object that is not ink, after its page."""
    return [f"page {number}: {problem}" for number, page in scan(pdf).items() for problem in page.problems]


def text_inks(pdf: bytes) -> set[Ink]:
    """Return the inks of all letters."""
    return {ink for page in scan(pdf).values() for ink in page.text}


def scan_drawn(drawn: Any, resources: Any, content: ContentStream, found: Scan, reader: PdfReader) -> None:
    """Scan one content stream, and what it draws with."""
    group = drawn.get("/Group")
    if group is not None and "/CS" in group and is_not_ink(group["/CS"]):
        found.problems.append("a group mixed in RGB")
    scan_operators(content, resources, found)
    scan_resources(resources, found, reader)


def scan_operators(content: ContentStream, resources: Any, found: Scan) -> None:
    kept: list[Ink] = []
    ink: Ink = (0.0, 0.0, 0.0, 1.0)
    for operands, operator in content.operations:
        if operator in (b"rg", b"RG", b"INLINE IMAGE"):
            found.problems.append(f"the operator {operator.decode()}")
        elif operator in (b"cs", b"CS") and is_not_ink(operands[0], resources):
            found.problems.append(f"the colour space {operands[0]}")
        elif operator == b"q":
            kept.append(ink)
        elif operator == b"Q":
            ink = kept.pop()
        elif operator == b"k":
            ink = tuple(float(value) for value in operands)
        elif operator == b"g":
            ink = (0.0, 0.0, 0.0, 1 - float(operands[0]))
        elif operator in SHOWS_TEXT:
            found.text.add(ink)


def scan_resources(resources: Any, found: Scan, reader: PdfReader) -> None:
    for name, space in entries(resources, "/ColorSpace"):
        if is_not_ink(space):
            found.problems.append(f"the named colour space {name}")
    for name, drawn in entries(resources, "/XObject"):
        scan_object(name, drawn, found, reader)
    for name, pattern in entries(resources, "/Pattern"):
        if isinstance(pattern, StreamObject):
            scan_object(name, pattern, found, reader)
        elif is_not_ink(pattern["/Shading"]["/ColorSpace"]):
            found.problems.append(f"the gradient {name}")
    for name, shading in entries(resources, "/Shading"):
        if is_not_ink(shading["/ColorSpace"]):
            found.problems.append(f"the gradient {name}")
    for name, state in entries(resources, "/ExtGState"):
        mask = state.get("/SMask")
        if isinstance(mask, DictionaryObject):
            scan_object(f"the mask of {name}", mask["/G"], found, reader)
    for name, font in entries(resources, "/Font"):
        for _, letter in entries(font, "/CharProcs"):
            scan_stream(f"a letter of {name}", letter, font.get("/Resources", DictionaryObject()), found, reader)


def scan_object(name: str, drawn: Any, found: Scan, reader: PdfReader) -> None:
    if drawn.get("/Subtype") != "/Image":
        scan_stream(name, drawn, drawn.get("/Resources", DictionaryObject()), found, reader)
    elif "/ImageMask" not in drawn and is_not_ink(drawn["/ColorSpace"]):
        found.problems.append(f"the picture {name}")
    elif "/SMask" in drawn:
        scan_object(f"the mask of {name}", drawn["/SMask"].get_object(), found, reader)


def scan_stream(name: str, drawn: Any, resources: Any, found: Scan, reader: PdfReader) -> None:
    if id(drawn) in found.seen:
        return
    found.seen.add(id(drawn))
    before = len(found.problems)
    scan_drawn(drawn, resources.get_object(), ContentStream(drawn, reader), found, reader)
    found.problems[before:] = [f"{problem} in {name}" for problem in found.problems[before:]]


def entries(resources: Any, kind: str) -> Iterator[tuple[str, Any]]:
    for name, value in resources.get(kind, DictionaryObject()).get_object().items():
        yield name, value.get_object()


def is_not_ink(space: Any, resources: Any = None) -> bool:
    """Tell whether a colour space is described in anything but inks or grey."""
    space = space.get_object()
    if isinstance(space, NameObject):
        named = dict(entries(resources, "/ColorSpace")) if resources is not None else {}
        return is_not_ink(named[space]) if space in named else space in NOT_INK
    assert isinstance(space, ArrayObject)
    if space[0] == "/ICCBased":
        return int(space[1].get_object()["/N"]) == 3
    if space[0] in ("/Indexed", "/I", "/Pattern"):
        return len(space) > 1 and is_not_ink(space[1])
    return is_not_ink(space[2]) if space[0] in ("/Separation", "/DeviceN") else space[0] in NOT_INK
