"""The text of a page, by the numbers (MCID) under which the structure tree refers to it.

Why an own scanner: pypdf's parser makes an object of every operand and takes 20 ms a page; marks and text need a tenth.
Terms are those of ISO 32000-1: 7.8.2 content streams, 14.6 marked content, 14.9.4 ActualText.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE
from collections.abc import Iterator, Sequence
from itertools import chain
from math import nan
from typing import TYPE_CHECKING, NamedTuple

from presskit.checking.marks.page_fonts import Fonts, PageFont
from presskit.checking.marks.reading_order import in_reading_order
from presskit.checking.marks.values import inner, value

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

TOKEN = re.compile(
    rb"""(?P<image>\bID\s.*?(?:\sEI\b|\Z))              # an inline picture's bytes
    | (?P<bracket><<|>>)
    | (?P<text>\((?:[^()\\]|\\.)*\)|<[^<>]*>)      # (literal) or <hexadecimal>
    | (?P<name>/[^\s()<>\[\]{}/%]*)
    | (?P<operator>[A-Za-z'"][A-Za-z0-9*'"]*)
    | (?P<number>[-+.\d]+)
    | (?P<escape>\\.)                                 # so that no bracket behind one begins a text""",
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b"", b"\r": b""}
SAID = b"/ActualText"
Operands = Sequence[tuple[str, bytes]]  # each with its kind, as TOKEN names it
CODES = re.compile(rb"(?:<(?:[0-9A-Fa-f]{4})*>)+")


class Marked(NamedTuple):
    """The text of a piece of marked content, and how high its first and its last glyph stand, where that is stated.

    The heights are those of the text matrix (9.4.2), to be compared with each other; NaN, which equals nothing, else.
    """

    text: str = ""
    start: float = nan
    end: float = nan


def marked_texts(page: PageObject, known: Fonts | None = None) -> dict[int, Marked]:
    """Return each piece of marked content of a page by its number; artifacts have none.

    known: the fonts of the file that were read before.
    """
    known = known or Fonts()
    stream = page.get_contents()
    if stream is None:
        return {}
    resources = inner(page, "/Resources")
    listed = inner(resources, "/Font")
    fonts: dict[str, PageFont] = {}
    glyphs: dict[int, list[str]] = {}
    marks: list[_Mark] = []
    font: PageFont | None = None
    height, starts, ends = nan, dict[int, float](), dict[int, float]()
    for word, operands in operations(stream.get_data()):
        match word:
            case b"BDC" | b"BMC":
                marks.append(_mark(operands, marks[-1] if marks else _Mark(), inner(resources, "/Properties")))
                if marks[-1].said and marks[-1].number is not None:
                    glyphs.setdefault(marks[-1].number, []).append(marks[-1].said)
            case b"EMC" if marks:
                marks.pop()
            case b"Tf" if len(operands) > 1:
                name = operands[-2][1].decode("latin-1")
                if name not in fonts and name in listed:
                    fonts[name] = known.text_of(inner(listed, name))
                font = fonts.get(name)
            case b"Tm":
                height = _height(operands)
            case b"Td" | b"TD" | b"T*":
                height = nan
            case b"Tj" | b"TJ" | b"'" | b'"' if (
                font and marks and marks[-1].number is not None and not marks[-1].is_said
            ):
                number = marks[-1].number
                painted = map(font.read, shown(operands))
                glyphs.setdefault(number, []).extend(chain.from_iterable(painted))
                starts.setdefault(number, height)
                ends[number] = height
    return {
        number: Marked(in_reading_order(texts), starts.get(number, nan), ends.get(number, nan))
        for number, texts in glyphs.items()
    }


def _height(matrix: Operands) -> float:
    try:
        return float(matrix[-1][1])
    except (IndexError, ValueError):
        return nan


def operations(stream: bytes) -> Iterator[tuple[bytes, Operands]]:
    """Yield each operator of a content stream with what stands before it."""
    operands: list[tuple[str, bytes]] = []
    for token in TOKEN.finditer(stream):
        kind, word = str(token.lastgroup), token[0]
        if kind == "operator":
            yield word, operands
            operands = []
        else:
            operands.append((kind, word))


class _Mark(NamedTuple):
    """Marked content: its number, and the text that is said in place of its glyphs, by itself or by what is around."""

    number: int | None = None
    said: str = ""
    is_said: bool = False


def _mark(operands: Operands, around: _Mark, properties: DictionaryObject) -> _Mark:
    """Return the marked content that begins; without a number it belongs to what is around it."""
    words = [word for _, word in operands]
    if words[:1] == [b"/Artifact"]:
        return _Mark()
    said = _said(bytes_of(words[words.index(SAID) + 1])) if SAID in words[:-1] and not around.is_said else ""
    is_said = around.is_said or SAID in words
    if b"/MCID" in words[:-1]:
        return _Mark(int(words[words.index(b"/MCID") + 1]), said, is_said)
    number = value(inner(properties, words[-1].decode("latin-1")), "/MCID") if len(words) == 2 else None
    return _Mark(number if isinstance(number, int) else around.number, said, is_said)


def _said(text: bytes) -> str:
    """Return a text string (7.9.2.2); that of PDF's own encoding as far as it is Latin-1."""
    return text[2:].decode("utf-16-be", "replace") if text.startswith(BOM_UTF16_BE) else text.decode("latin-1")


def bytes_of(text: bytes) -> bytes:
    """Return the bytes a string stands for (7.3.4)."""
    if text[:1] == b"<":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", text)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return ESCAPE.sub(_unescape, text[1:-1])


def shown(operands: Operands) -> Sequence[bytes]:
    """Return the bytes of the strings that an operator shows; of codes of two bytes, as nearly all are, in one piece.

    Why: a kit's text is kerned, and each of its strings holds a letter or two.
    """
    texts = [word for kind, word in operands if kind == "text"]
    together = b"".join(texts)
    if CODES.fullmatch(together):
        return (bytes.fromhex(together.translate(None, b"<>").decode()),)
    return [bytes_of(text) for text in texts]


def _unescape(found: re.Match[bytes]) -> bytes:
    word = found[1]
    return bytes([int(word, 8) & 255]) if word[:1].isdigit() else ESCAPED.get(word, word)
