"""Signs of Markdown that its standard (CommonMark) does not know, and people write: dialects, and slips of the hand.

They are put as the standard has them, line by line, so that none is printed as it was typed; a backslash keeps a sign.
Footnotes are numbered, and stand at the end as Word's do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from presskit.model import Removed
from presskit.reading.raised import IN_PAGES

FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
SETTING = re.compile(
    r"(?<=[)\]`*_])\{(?!\{)[:.#\w][^{}\n]{0,80}\}|(?<=\S)[ \t]+\{[:.#][^{}\n]{1,80}\}[ \t]*$|^\{:[^{}\n]{1,80}\}$"
)
# What is written otherwise, and what for. A heading without a space is none of a tag (“#sea”): it has three words.
WRITTEN = (
    (re.compile(r"^(#{2,6})(?=[^\s#])|^(#)(?=[^\s#]+(?: [^\s#]+){2,}$)"), r"\1\2 "),
    (re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]{0,300}[^\s*])[ \t]+\*\*(?=\S)"), r"**\1** "),
    (re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])([^*\n]{0,300}[^\s*])[ \t]+\*\*"), r"**\1**"),
    (re.compile(r"(?<=[^\\]\])[ \t]+\((?=https?://[^\s()]+\))"), "("),
    (re.compile(r"(?<=[^\\]\]\()(?=[^\s()<>\"'][^()<>\"'\n]{0,200}\))([^()<>\"'\n]+ [^()<>\"'\n]+)(?=\))"), r"<\1>"),
    (re.compile(r"(?<=\w)~(\w{1,8})~(?!~)"), r"<sub>\1</sub>"),
    (re.compile(r"(?<![\[\\])\^(\w{1,8})\^"), r"<sup>\1</sup>"),
    (re.compile(r"(?<![=\w\\])==(?=[^\s=])([^=\n]{1,200})(?<=\S)==(?![=\w])"), r"\1"),
    (re.compile(r"(?<![+\w\\])\+\+(?=\w)([^+\n]{1,200})(?<=\w)\+\+(?![+\w])"), r"\1"),
    (re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)]) +)\[ \](?= )"), r"\1☐"),
    (re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)]) +)\[[xX]\](?= )"), r"\1☑"),
)
NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s]{1,40})\]:[ \t]*(?P<words>.*)$")
CALL = re.compile(r"(?<!\\)\[\^(?P<name>[^\]\s]{1,40})\]")
# What is left of signs in a text that was read: nobody means to print them.
LEFT = re.compile(
    r"\[\^[^\]\s]{1,40}\]|!\[[^\]\n]{0,80}\]\([^)\n]{0,80}\)?|\]\([^)\n]{1,80}\)|\*\*|~~|^#{1,6}(?=\S+ )"
    # Rows of a table without a rule below its head, boxes, lists of contents, abbreviations, formulas, faces, programs.
    r"|^\|(?=[^|\n]+\|)|\+-{2,}\+|^:{3,}|^\[TOC\]$|^\*\[[^\]\n]{1,30}\]:|\$\$|(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])"
    r"|^\[![A-Z]+\]|^import\s.{1,60}\sfrom\s|</?[A-Z][A-Za-z]*\b(?:\s+\w+=[^<>\n]{0,60})?/?>",
    re.M,
)


# Items that Markdown knows no lists of: “A. …”, “b) …”, “iv. …”.
ITEM = re.compile(r" {0,3}(?P<mark>[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})[.)][ \t]+\S")
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]


def goes_on(line: str, below: str) -> bool:
    """Tell whether an item by letter or Roman number goes on with the next one below it, as no sentence does."""
    found = [ITEM.match(each) for each in (line, below)]
    first, second = (match["mark"] if match else "" for match in found)
    if not first or not second or first.isupper() != second.isupper():
        return False
    pairs = [*pairwise(ROMAN)]
    is_next = len(first) == len(second) == 1 and ord(second) == ord(first) + 1
    return is_next or (first.lower(), second.lower()) in pairs


@dataclass(frozen=True)
class Plain:
    """Lines as the standard has them, the notes that were called in them, and what was taken out.

    notes: the lines of a list of notes, and the line of the file on which the first of them stands.
    """

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()
    notes_line: int | None = None
    removed: tuple[Removed, ...] = ()


def plain(lines: Sequence[str], lines_before: int) -> Plain:
    """Return lines of Markdown with dialects' signs as CommonMark has them; lines of code stay."""
    is_code = list(in_code(lines))
    removed = [
        Removed(lines_before + number, found[0].strip(), "a setting of Markdown")
        for number, (line, code) in enumerate(zip(lines, is_code, strict=True), start=1)
        for found in ([] if code or "`" in line else SETTING.finditer(line))
    ]
    written = [line if code else rewritten(line) for line, code in zip(lines, is_code, strict=True)]
    for place, (line, below_it) in enumerate(pairwise(written)):
        if not is_code[place] and goes_on(line, below_it):
            written[place] += "  "  # which ends a line for good
    found = {place: NOTE.match(line) for place, line in enumerate(written) if not is_code[place]}
    notes = {place: note for place, note in found.items() if note}
    if not notes:
        return Plain(tuple(written), removed=tuple(removed))
    words: dict[str, list[str]] = {}
    for place, note in notes.items():
        words[note["name"]] = [note["words"], *below(written, place)]
        for at in range(place, place + len(words[note["name"]])):
            written[at] = ""
    numbers = numbers_of(written, words)
    body = [line if code else called(line, numbers) for line, code in zip(written, is_code, strict=True)]
    ordered = sorted(words, key=lambda name: numbers[name])
    listed = [f"{numbers[name]}. {' '.join(filter(None, map(str.strip, words[name])))}" for name in ordered]
    return Plain(
        tuple(body), tuple(called(line, numbers) for line in listed), lines_before + min(notes) + 1, tuple(removed)
    )


def in_code(lines: Sequence[str]) -> Iterator[bool]:
    """Yield for each line whether it stands in a block of code."""
    inside = False
    for line in lines:
        is_fence = bool(FENCE.match(line))
        yield inside or is_fence
        inside ^= is_fence


def rewritten(line: str) -> str:
    """Return a line with its signs as the standard has them; one with code in it as it is."""
    if "`" in line:
        return line
    line = SETTING.sub("", line)
    for sign, standard in WRITTEN:
        line = sign.sub(standard, line)
    return line


def below(lines: Sequence[str], place: int) -> list[str]:
    """Return the lines that go on with a note: those further in, to the next empty line."""
    end = place + 1
    while end < len(lines) and lines[end].strip() and lines[end][:1] in " \t":
        end += 1
    return list(lines[place + 1 : end])


def numbers_of(lines: Sequence[str], notes: dict[str, list[str]]) -> dict[str, int]:
    """Give the notes numbers in the order in which they are called; those that nobody calls come last."""
    names = [call["name"] for line in lines for call in CALL.finditer(line) if call["name"] in notes]
    return {name: number for number, name in enumerate(dict.fromkeys([*names, *notes]), start=1)}


def called(line: str, numbers: dict[str, int]) -> str:
    """Return a line with small raised figures for its notes."""

    def figure(call: re.Match[str]) -> str:
        number = numbers.get(call["name"])
        return str(number).translate(IN_PAGES["sup"]) if number else call[0]

    return CALL.sub(figure, line)
