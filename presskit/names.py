"""Names as any system may hold them: as people read them, as other systems take them, as addresses hold them.

A name may be bytes that are no text, hold line ends, or characters that a terminal obeys and that turn words around;
it comes from strangers, so what stands in it must neither stop a build nor forge a line. Honest names, in any script,
stay as they are.
"""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TypeVar
from urllib.parse import quote, unquote

Thing = TypeVar("Thing")
LINE_ENDS = re.compile(r"[\t-\r\x1c-\x1e\x85\u2028\u2029]+")
# What a terminal obeys, what turns the words that follow around, and what is half a character or none: bytes of a name
# that are no UTF-8 stand in Python as such halves. Tabs and line ends are for each function to judge.
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
BREAKS = re.compile(r"\r\n|[\v\f\r\x85\u2028\u2029]")
# What no XML holds, and so no Word file, page or photo; and the controls of old terminals.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
HALVES = re.compile(r"[\ud800-\udfff]")
REFUSED = re.compile(r'[<>:"/\\|?*]')  # by Windows
JOINERS = "\u200c\u200d"  # which words of Persian and many emoji need; all else that is not seen is left out
HIDING = re.compile(rf"^[\s.~{JOINERS}-]+")  # begins what is hidden, or an option of a command
DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)", re.IGNORECASE)  # Windows'
LONG_QUOTE = re.compile("(“[^”]{100})[^”]+(?=”)")  # shows which words are meant
MOST_SHOWN = 1000  # characters of one name, or of what else stands in a message
MOST_BYTES = 200  # systems take 255; numbers and words such as -web come behind
SUFFIX = re.compile(r"\.\w{1,10}$")
TYPED = re.compile(r"[\w./\\:~+,@%-]+")  # a name that can be typed as it is
RUN = re.compile(r"[\"$`!]")  # what a shell reads between double quotes


def brief(words: object) -> str:
    """Return words as one line as `shown` does; what nobody would read to its end, or that they quote so, cut off."""
    line = LONG_QUOTE.sub(r"\1 …", shown(words))
    return line if len(line) <= MOST_SHOWN else f"{line[: MOST_SHOWN - 1]}…"


def spoken(text: str) -> str:
    """Return a text of several lines for a terminal: nothing in it is obeyed but tabs and line feeds."""
    return OBEYED.sub("?", text)


def encodable(text: str, encoding: str | None) -> str:
    """Return a text in which what an output cannot hold is "?"."""
    encoding = encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


def legible(text: str) -> str:
    """Return words of which every output can hold each character; what none holds becomes U+FFFD, which is told.

    Other programs' signs for a line's end become line feeds.
    """
    return UNWRITABLE.sub("\ufffd", BREAKS.sub("\n", text))


def whole(text: str) -> str:
    """Return a text of which every character can be encoded; half a character becomes U+FFFD."""
    return HALVES.sub("\ufffd", text)


def shown(name: object) -> str:
    """Return a name, or other words, as one line for people: nothing in it is obeyed, or can end the line."""
    return spoken(LINE_ENDS.sub(" ", str(name)))


def quoted(word: str) -> str:
    """Return a word of a command between quotes where it needs them; nothing in it is run by the shell."""
    if TYPED.fullmatch(word):
        return word
    return shlex.quote(word) if RUN.search(word) else f'"{word}"'


def portable(name: str) -> str:
    """Return a name without folders as every system takes it for a file's: never empty, at most 200 bytes of UTF-8."""
    plain = _seen(REFUSED.sub("_", OBEYED.sub("_", LINE_ENDS.sub(" ", name))), but=JOINERS)
    plain = HIDING.sub("", unicodedata.normalize("NFC", plain)).rstrip(f". {JOINERS}")
    plain = f"file-{plain}" if DEVICE.match(plain) else plain
    suffix = found[0] if (found := SUFFIX.search(plain)) else ""
    stem = plain.removesuffix(suffix).encode()[: MOST_BYTES - len(suffix.encode())].decode(errors="ignore")
    return f"{stem.rstrip('. ')}{suffix}" if stem else f"file{suffix}"


def unique(stem: str, suffix: str, taken: set[str]) -> str:
    """Return the name, with a number where it is taken; remember it.

    Names that differ in capitals, in how accents are written, or in what is not seen count as one.
    """
    name = next(name for name in _numbered(stem, suffix) if as_one(name) not in taken)
    taken.add(as_one(name))
    return name


def as_one(name: str) -> str:
    """Return what is the same for names that differ in capitals, in how accents are written, or in what is not seen."""
    return _seen(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()))


def as_one_file(name: str) -> str:
    """Return what is the same for names that are one on some computers: a Mac's disk, or Windows'."""
    return _seen(unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold()))


def named(name: str, things: Mapping[str, Thing]) -> Thing | None:
    """Return the thing of that name, however its accents are written: a Mac writes them otherwise than people type."""
    composed = unicodedata.normalize("NFC", name)
    others = (thing for other, thing in things.items() if unicodedata.normalize("NFC", other) == composed)
    return things[name] if name in things else next(others, None)


def address(name: str) -> str:
    """Return a file's name or path as a relative address (RFC 3986), byte for byte as the system holds it."""
    return quote(name.encode(errors="surrogateescape"))


def path_at(address: str) -> str:
    """Return the path that stands behind a relative address: what `address` was given."""
    return unquote(address, errors="surrogateescape")


def _numbered(stem: str, suffix: str) -> Iterator[str]:
    yield f"{stem}{suffix}"
    count = 2
    while True:
        yield f"{stem}-{count}{suffix}"
        count += 1


def _seen(name: str, but: str = "") -> str:
    return "".join(sign for sign in name if unicodedata.category(sign) != "Cf" or sign in but)
