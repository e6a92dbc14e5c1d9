"""A finished file taken apart, so that a few of its objects can be others in each copy and all else is written once.

The pieces of a copy: the head, the same in all, with every object that is; the copy's own objects; the table of where
each object begins (a cross-reference stream, ISO 32000-1, 7.5.8). No placeholder is left, and there is one revision.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WIDTHS = (1, 4, 2)  # bytes of each entry: its kind, where it is, its number in an object stream
PLAIN = 1  # the kind of an object that stands in the file as it is, in no object stream


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


def row(entry: tuple[int, int, int]) -> bytes:
    """Return an entry of the table."""
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
        table[number * step : (number + 1) * step] = row((PLAIN, len(base.head) + len(tail), 0))
        tail += _numbered(number, body)
    start = len(base.head) + len(tail)
    table[base.own * step : (base.own + 1) * step] = row((PLAIN, start, 0))
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
