"""The fonts of a PDF: what their codes stand for, and how wide their glyphs are.

Terms are those of ISO 32000-1: 9.7.4.3 widths, 9.10.3 ToUnicode.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from struct import unpack
from typing import TYPE_CHECKING, Any

from presskit.checking.marks.values import value

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

SECTIONS = re.compile(rb"beginbf(char|range)(.*?)(?:endbf|\Z)", re.DOTALL)
MOST_CODES = 2 * 0x10000  # of a font; it has no more than half of them
MOST_DIGITS = 256  # of one character's text
HEX = rb"<([0-9A-Fa-f]*)>"
CHARACTERS = re.compile(HEX + rb"\s*" + HEX)
RANGES = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\[\]]*)\])")


class PageFont:
    """Turns a font's codes into text, with its ToUnicode map where it has one."""

    def __init__(self, font: DictionaryObject) -> None:
        self._width = 2 if font.get("/Subtype") == "/Type0" else 1
        get_data = getattr(value(font, "/ToUnicode"), "get_data", None)
        self._texts = read_to_unicode(get_data()) if get_data else {}

    @property
    def told(self) -> tuple[int, list[tuple[int, str]]]:
        """All that is known of it: how many bytes a code has, and the text of each code."""
        return self._width, sorted(self._texts.items())

    def read(self, codes: bytes) -> Sequence[str]:
        """Return the text of each glyph in a string of codes."""
        if not self._texts and self._width == 1:
            return codes.decode("cp1252", "replace")
        return [self.text(code) for code in self.numbers(codes)]

    def numbers(self, codes: bytes) -> Sequence[int]:
        """Return the codes of a string, each as a number."""
        if self._width == 1:
            return codes
        whole = codes if len(codes) % 2 == 0 else codes[:-1] + b"\0" + codes[-1:]
        return unpack(f">{len(whole) // 2}H", whole)

    def text(self, code: int) -> str:
        """Return the text of a code."""
        return self._texts.get(code, "")


def read_to_unicode(cmap: bytes) -> Mapping[int, str]:
    """Return the text of each code from a ToUnicode map."""
    texts: dict[int, str] = {}
    left = MOST_CODES
    for kind, body in SECTIONS.findall(cmap):
        if kind == b"char":
            texts.update((int(code, 16), _utf16(text)) for code, text in CHARACTERS.findall(body))
            continue
        for low, high, first, listed in RANGES.findall(body):
            codes = range(int(low, 16), min(int(high, 16), 0xFFFF) + 1)[:left]
            left -= len(codes)
            if listed:
                texts.update(zip(codes, map(_utf16, re.findall(HEX, listed)), strict=False))
            elif start := _utf16(first[:MOST_DIGITS]):
                texts.update((code, start[:-1] + chr(ord(start[-1]) + code - codes[0])) for code in codes)
    return texts


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode("latin-1")).decode("utf-16-be", "replace")


@dataclass(frozen=True)
class DrawnFont:
    """A font: its codes' texts, its glyphs' widths in ems by their numbers, and the width of all others.

    digest: of all three.
    """

    page_font: PageFont
    widths: Mapping[int, float]
    other: float
    digest: bytes


@dataclass
class Fonts:
    """The fonts of a file, each read once; and how many operators of it were read (forms may draw one another)."""

    texts: dict[int, PageFont] = field(default_factory=dict)
    known: dict[int, DrawnFont] = field(default_factory=dict)
    steps: Iterator[int] = field(default_factory=count)

    def text_of(self, font: DictionaryObject) -> PageFont:
        """Return what the codes of a font stand for."""
        if id(font) not in self.texts:
            self.texts[id(font)] = PageFont(font)
        return self.texts[id(font)]

    def find(self, font: DictionaryObject) -> DrawnFont:
        """Return a font with its widths."""
        if id(font) not in self.known:
            texts, (widths, other) = self.text_of(font), _widths(font)
            digest = hashlib.sha256(repr((texts.told, sorted(widths.items()), other)).encode()).digest()
            self.known[id(font)] = DrawnFont(texts, widths, other, digest)
        return self.known[id(font)]


def _widths(font: DictionaryObject) -> tuple[dict[int, float], float]:
    """Return the widths of a composite font's glyphs in ems (9.7.4.3), and that of all that it does not name.

    No page of presskit's is set in a font of another kind: its letters count as having no width.
    """
    below: Any = value(font, "/DescendantFonts")
    if not below:
        return {}, 0.0
    listed = below[0].get_object()
    entries: Any = list(listed.get("/W", ()))
    widths: dict[int, float] = {}
    while len(entries) > 1:
        first, second = int(entries[0]), entries[1].get_object()
        if isinstance(second, list):
            widths |= {first + place: float(each) / 1000 for place, each in enumerate(second)}
            entries = entries[2:]
        else:
            widths |= dict.fromkeys(range(first, int(second) + 1), float(entries[2]) / 1000)
            entries = entries[3:]
    return widths, float(listed.get("/DW", 1000)) / 1000
