"""A finished file taken apart, so that a few of its objects can be others in each copy and all else is written once.

The pieces of a copy: the head, the same in all, with every object that is; the copy's own objects; the table of where
each object begins (a cross-reference stream, ISO 32000-1, 7.5.8). No placeholder is left, and there is one revision.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Name, ObjectStreamMode, Pdf

WIDTHS = (1, 4, 2)  # bytes of each entry: its kind, where it is, its number in an object stream
PLAIN = 1  # the kind of an object that stands in the file as it is, in no object stream
START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*\Z")


@dataclass(frozen=True)
class Base:
    """What all copies share.

    head: the file up to the first object of a copy. table: an entry for each object number. forms: the numbers of the
    objects that each copy brings, by the names under which pages draw them. about: the entries of the document
    information dictionary. catalog, own: the numbers of the root, and of the table itself.
    """

    head: bytes
    table: bytes
    forms: Mapping[str, int]
    about: Mapping[str, str]
    catalog: int
    own: int

    @property
    def size(self) -> int:
        """The first object number that is free."""
        return len(self.table) // sum(WIDTHS)


def apart(pdf: Pdf, names: Sequence[str]) -> Base:
    """Return a document's pieces. names: of the forms that pages draw and each copy brings."""
    about = {str(key)[1:]: value.unparse(resolved=True).decode("latin-1") for key, value in pdf.docinfo.items()}
    if Name.Info in pdf.trailer:
        del pdf.trailer.Info
    file = BytesIO()
    pdf.save(file, min_version="1.7", object_stream_mode=ObjectStreamMode.generate, deterministic_id=True)
    data = file.getvalue()
    with Pdf.open(BytesIO(data)) as saved:
        found = START.search(data)
        assert found  # qpdf writes it
        start = int(found[1])
        own = int(data[start:].split(None, 1)[0])
        written = saved.get_object((own, 0))
        rows = _entries(written.read_bytes(), [int(width) for width in written.W])
        forms = _forms(saved, names)
        head, rows = _kept(data, rows, {own, *forms.values()}, saved.Root.Metadata.objgen[0])
        return Base(head, b"".join(map(_row, rows)), forms, about, saved.Root.objgen[0], own)


def _forms(pdf: Pdf, names: Sequence[str]) -> dict[str, int]:
    """Return the object numbers of the forms with these names, wherever a page draws them."""
    found: dict[str, int] = {}
    for page in pdf.pages:
        for name, form in page.obj.Resources.XObject.items():
            if name[1:] in names:
                found[name[1:]] = form.objgen[0]
    return found


def _entries(data: bytes, widths: Sequence[int]) -> list[tuple[int, int, int]]:
    step = sum(widths)
    first, second = widths[0], widths[0] + widths[1]
    return [
        (
            int.from_bytes(data[at : at + first], "big"),
            int.from_bytes(data[at + first : at + second], "big"),
            int.from_bytes(data[at + second : at + step], "big"),
        )
        for at in range(0, len(data), step)
    ]


def _kept(
    data: bytes, rows: Sequence[tuple[int, int, int]], gone: Container[int], first: int
) -> tuple[bytes, list[tuple[int, int, int]]]:
    """Return the objects that stay, one behind the other, and the table of where each is.

    first: the number of the one that begins, which says who made the file: that is looked for at its edges.
    """
    plain = sorted((where, number) for number, (kind, where, _) in enumerate(rows) if kind == PLAIN)
    ends = [*(where for where, _ in plain[1:]), len(data)]
    head, moved = bytearray(data[: plain[0][0]]), list(rows)
    placed = sorted(zip(plain, ends, strict=True), key=lambda each: each[0][1] != first)
    for (where, number), end in placed:
        if number not in gone:
            moved[number] = (PLAIN, len(head), 0)
            head += data[where:end]
    return bytes(head), moved


def _row(entry: tuple[int, int, int]) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(entry, WIDTHS, strict=True))


def entries(words: Mapping[str, str]) -> bytes:
    """Return a dictionary as an object's body."""
    return f"<<{' '.join(f'/{key} {value}' for key, value in words.items())}>>".encode("latin-1")


def stream(words: Mapping[str, str], data: bytes) -> bytes:
    """Return a compressed stream as an object's body."""
    packed = zlib.compress(data, 9)
    return entries({**words, "Filter": "/FlateDecode", "Length": str(len(packed))}) + (
        b"\nstream\n" + packed + b"\nendstream"
    )


def joined(base: Base, forms: Mapping[str, bytes], others: Sequence[bytes], about: Mapping[str, str]) -> bytes:
    """Return a copy: the base with its forms, others numbered from the base's size, and what it says of itself."""
    numbered = {base.forms[name]: body for name, body in forms.items()}
    numbered |= dict(enumerate([*others, entries({**base.about, **about})], start=base.size))
    info, step = base.size + len(others), sum(WIDTHS)
    tail, table = bytearray(), bytearray(base.table)
    table += bytes(step * (len(others) + 1))
    for number, body in numbered.items():
        table[number * step : (number + 1) * step] = _row((PLAIN, len(base.head) + len(tail), 0))
        tail += _numbered(number, body)
    start = len(base.head) + len(tail)
    table[base.own * step : (base.own + 1) * step] = _row((PLAIN, start, 0))
    digest = hashlib.sha256(base.table + tail).hexdigest()[:32]
    words = {
        "Type": "/XRef",
        "Size": str(info + 1),
        "W": f"[{' '.join(map(str, WIDTHS))}]",
        "Root": f"{base.catalog} 0 R",
        "Info": f"{info} 0 R",
        "ID": f"[<{digest}> <{digest}>]",
    }
    end = b"startxref\n%d\n%%%%EOF\n" % start
    return b"".join((base.head, tail, _numbered(base.own, stream(words, bytes(table))), end))


def _numbered(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%b\nendobj\n" % (number, body)
