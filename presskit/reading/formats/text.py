"""Plain text: a file's characters, its lines, and its lines as blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Where, finding
from presskit.limits import PAGE_BYTES, TEXT_BYTES, Limit
from presskit.model import Block
from presskit.names import legible
from presskit.reading.blocks import SourceText, paragraph
from presskit.reading.cues.columns import gather_tables, read_columns
from presskit.reading.formats.encodings import Decoded, guess
from presskit.reading.markup import collapse, escape, linkify

# A byte order mark says which of the Unicode encodings a program has used.
MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
PAGES = (".html", ".htm", ".xhtml")
# How a web page names its encoding (HTML standard, 4.2.5.4), and how far from its start.
CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^<>]*?(?:charset|encoding)\s*=\s*[\"']?([A-Za-z][\w-]{1,30})")
CHARSET_BYTES = 4096
BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*\*(?![\w*])")
LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LABEL = re.compile(r"[^\W\d_][^\s:]{0,20}(?: [^\s:]{1,20}){0,2}\s?[:：] ")  # begins each line of a list of facts
BULLET = re.compile(r"(?P<mark>[•‣▪●◦·*–—-]|(?P<number>\d{1,3})[.)])[ \t\xa0]+(?=\S)")
# A column below 60 characters breaks addresses, above 130 nothing: a line that long is a paragraph.
MIN_COLUMN, MAX_COLUMN = 60, 130
NARROW = 100  # characters: a paragraph of one line is seldom as short
ENDS = (".", "!", "?", "”")
SENTENCE_WORDS = 6  # of a line that goes on in small letters
# Lines longer than this hold paragraphs that were set apart by spaces before the breaks were lost.
FLATTENED = 600
WIDE_GAP = re.compile(r"(?:[ \t]{4,}|\t)")


def load(path: Path, limit: Limit | None = None) -> Decoded:
    """Return the file's text with "\\n" at the end of each line, and what is in doubt about its encoding.

    Raises SourceError when the file is not there (s-001), cannot be opened (s-011) or is too large (s-018), holds no
    characters (s-002) or is no text (s-004).
    """
    limit = limit or (PAGE_BYTES if path.suffix.lower() in PAGES else TEXT_BYTES)
    decoded = decode(gate.bytes_of(path, limit), path)
    text = LINE_BREAK.sub("\n", decoded.text)
    if not text.strip("\ufeff\u200b \t\n\xa0"):
        raise SourceError(finding("s-002", Where(path), name=path.name))
    if NOT_TEXT.search(text):
        raise SourceError(finding("s-004", Where(path), name=path.name))
    return replace(decoded, text=legible(text))


def decode(data: bytes, path: Path) -> Decoded:
    """Decode as the byte order mark says, else as UTF-8, else as a web page itself names it, else as is likeliest."""
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None)
    named = [found[1].decode("ascii") for found in [CHARSET.search(data, 0, CHARSET_BYTES)] if found]
    for encoding in [marked] if marked else ["utf-8", *named]:
        try:
            return Decoded(data.decode(encoding))
        except (UnicodeDecodeError, LookupError):
            continue
    guessed = None if marked else guess(data)
    if not guessed:
        raise SourceError(finding("s-004", Where(path), name=path.name))
    return guessed


def read_text(text: str, lines_before: int = 0) -> SourceText:
    """Return the text's blocks; `lines_before` is how many lines of the file stand before the text.

    Each line is a paragraph, unless the text was broken at a column: then lines are joined again. Two or
    more lines with bullets or numbers are a list.
    """
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), start=lines_before + 1)]
    empty = frozenset(number for number, line in lines if not collapse(line))
    parts = [(number, part) for number, line in read_columns(lines) for part in unflatten(line) if collapse(part)]
    blocks = gather_tables([*gather_lists(join_broken(parts, empty))])
    return SourceText(tuple(replace(block, html=collapse(block.html)) for block in blocks), empty)


def unflatten(line: str) -> list[str]:
    """Divide a very long line where wide gaps show that it was several paragraphs."""
    return WIDE_GAP.split(line) if len(line) > FLATTENED else [line]


def join_broken(lines: list[tuple[int, str]], empty: frozenset[int]) -> list[tuple[int, str]]:
    """Join lines that were broken at a column: the next line's first word would not have fitted any more."""
    column = max((len(line) for _, line in lines if " " in line), default=0)
    is_set = MIN_COLUMN <= column <= MAX_COLUMN and (column <= NARROW or is_wrapped(lines, empty, column))
    joined: list[tuple[int, str]] = []
    last = ""
    for number, line in lines:
        is_full = is_set and not fits(last, line, column) and not (LABEL.match(last) and LABEL.match(line))
        if joined and (is_full or goes_on(last, line)) and number - 1 not in empty and not BULLET.match(line):
            joined[-1] = (joined[-1][0], f"{joined[-1][1]} {line}")
        else:
            joined.append((number, line))
        last = line
    return joined


def fits(last: str, line: str, column: int) -> bool:
    """Tell whether a line's first word would have found room on the line above."""
    return len(last) + 1 + len(line.split(maxsplit=1)[0]) <= column


def is_wrapped(lines: Sequence[tuple[int, str]], empty: Set[int], column: int) -> bool:
    """Tell whether lines were broken at a wide column: most full ones end in the middle of a sentence."""
    full = [
        last
        for (_, last), (number, line) in pairwise(lines)
        if number - 1 not in empty and not fits(last, line, column) and not BULLET.match(line)
    ]
    return 2 * sum(line.endswith(ENDS) for line in full) < len(full)


def goes_on(last: str, line: str) -> bool:
    """Tell whether a sentence was broken at the end of a line: it goes on in small letters."""
    return (
        line[:1].islower() and len(last.split()) >= SENTENCE_WORDS and not last.endswith((".", "!", "?", ":", ";", "”"))
    )


def gather_lists(lines: list[tuple[int, str]]) -> Iterator[Block]:
    """Yield paragraphs, and runs of lines with the same kind of bullet as lists."""
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and is_item(lines[start][1], lines[end][1], end - start):
            end += 1
        if end - start > 1:
            yield list_block(lines[start:end])
        else:
            end = start + 1
            number, line = lines[start]
            yield plain_paragraph("\t".join(map(collapse, line.split("\t"))), number)
        start = end


def plain_paragraph(line: str, number: int) -> Block:
    """Make a paragraph of a line; words between two pairs of asterisks are bold, as in mails and in Markdown."""
    if not BOLD.search(line):
        return Block("paragraph", collapse(line), linkify(line), number)
    pieces = BOLD.split(line)
    html = "".join(
        f"<strong>{linkify(words)}</strong>" if place % 2 else linkify(words) for place, words in enumerate(pieces)
    )
    return paragraph(html, number)


def is_item(first: str, line: str, place: int) -> bool:
    """Tell whether `line` goes on with the list that `first` begins; `place` counts from 0."""
    begins, goes_on = BULLET.match(first), BULLET.match(line)
    if not begins or not goes_on:
        return False
    if begins["number"]:
        return goes_on["number"] is not None and int(goes_on["number"]) == int(begins["number"]) + place
    return begins["mark"] == goes_on["mark"]


def list_block(lines: list[tuple[int, str]]) -> Block:
    """Make a list of lines with bullets or numbers; the page sets bullets and numbers itself."""
    items = [collapse(BULLET.sub("", line, count=1)) for _, line in lines]
    first = BULLET.match(lines[0][1])
    number = first["number"] if first else None
    start = f' start="{escape(number)}"' if number and int(number) != 1 else ""
    tag = "ol" if number else "ul"
    html = "".join(f"<li>{linkify(item)}</li>" for item in items)
    return Block("list", "\n".join(items), f"<{tag}{start}>{html}</{tag}>", lines[0][0])
