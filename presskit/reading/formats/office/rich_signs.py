"""Signs of Rich Text that pandoc misreads: letters of symbol fonts, breaks of pages, entries of an index."""

from __future__ import annotations

import re
from collections.abc import Iterator

from presskit.reading.formats.office.richtext import as_unicode
from presskit.reading.formats.office.signs import sign_of

FONT = re.compile(
    rb"\{\\f(\d{1,5})(?:\\(?!f\d)[a-z*]+-?\d*|\s)*\\fcharset2(?!\d)[^;{}]*?(?:\{[^{}]*\})*\s?([A-Za-z][\w ]*?);"
)
PIECE = re.compile(
    rb"(?P<open>\{)|(?P<close>\})|\\f(?P<font>\d{1,5})(?!\d) ?|\\u(?P<unicode>-?\d{1,5}) ?(?:\\'[0-9a-f]{2}|\?)?"
    rb"|\\'(?P<byte>[0-9a-f]{2})|(?P<word>\\[a-z]{1,32}-?\d{0,10} ?|\\[^a-z])|(?P<plain>[^\\{}\r\n])|[\r\n]+",
    re.IGNORECASE,
)
BREAK = re.compile(rb"\\(?:page|column|sect)(?![a-z]) ?")
# Words for an index or a list of contents stand hidden in the text.
ENTRY = re.compile(rb"\{\s*(?:\\\*\s*)?\\(?:xe|tcn?)(?![a-z])[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")


def with_signs(data: bytes) -> bytes:
    """Return the file with signs of symbol fonts as Unicode, each break of a page as one of paragraphs, no entries."""
    plain = BREAK.sub(rb"\\par ", ENTRY.sub(b"", data))
    fonts = {number: name.decode("ascii", "replace").strip() for number, name in FONT.findall(plain)}
    return b"".join(spelled(plain, fonts)) if fonts else plain


def spelled(data: bytes, fonts: dict[bytes, str]) -> Iterator[bytes]:
    """Yield the file piece by piece, letters in one of the symbol fonts as what they show. fonts: names by number."""
    stack: list[str] = []
    font, is_table, end = "", 0, 0
    for found in PIECE.finditer(data):
        yield data[end : found.start()]
        end, kind = found.end(), found.lastgroup
        if kind == "open":
            stack.append(font)
        elif kind == "close":
            font = stack.pop() if stack else ""
            is_table = is_table if len(stack) >= is_table else 0
        elif kind == "font":
            font = fonts.get(found["font"], "")
        elif kind == "word" and found["word"].strip() in (rb"\fonttbl", rb"\plain"):
            font, is_table = "", is_table or (len(stack) if found["word"].strip() == rb"\fonttbl" else 0)
        shown = "" if is_table or not font else sign_of(font, code_of(found))
        yield as_unicode(shown) if shown and shown <= "\uffff" else found[0]  # pandoc reads no further ones
    yield data[end:]


def code_of(found: re.Match[bytes]) -> int:
    """Return the number of the letter that a piece of the file is; 0 for all that is none."""
    match found.lastgroup:
        case "unicode":
            return int(found["unicode"]) % 0x10000
        case "byte":
            return int(found["byte"], 16)
        case "plain":
            return found["plain"][0]
        case _:
            return 0
