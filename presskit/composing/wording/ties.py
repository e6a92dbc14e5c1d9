"""Where a line never ends: what is between two words that stay together, or inside one.

A number keeps its unit, a day its month, a price its currency, a post code its halves, hours from and to their dash; in
French a space before ; : ? ! and » or after « never breaks. The last word of a paragraph, of an item or of a title
stands alone on no line where it is short. No line ends with the hyphen of an address: at a line's end readers, and
programs that copy text, take it for a parted word's. The address of a house is parted behind its commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from presskit.composing.languages import Language, Ties

Span = tuple[int, int]  # where it starts and stops in a text

SPACE = r"[ \u00a0\u2009\u202f]"
TIED = "\ue000"  # stands for a space that is tied, so that a run is one word; such characters are never printed
TIED_RUN = re.compile(rf"[^\s{TIED}]{{0,24}}{TIED}(?:\S*{TIED})?[^\s{TIED}]{{0,24}}")
SHORT = 24  # letters: a text that stands on one line nearly everywhere
SHORT_WORD, SHORT_END = 10, 20  # letters: of a last word that needs company, and of both, which any column has room for
# An e-mail address, one of a website with or without its beginning, a file's name.
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+|(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![^\s/?#.,:;!)\]”’»])\S*")
MOST_LETTERS = 45  # of a piece of an address that fits a line; a longer one parts at its hyphens
BEHIND = re.compile(r"-+[^-]+")
HELD = re.compile(r"[^-]{0,2}-+[^-]{0,2}")
RANGE = re.compile(r"(?:\d{1,4}[.:]){0,3}\d{1,9}–\d{1,9}(?:[.:]\d{1,4}){0,3}")
# A part of the address of a house: between commas, the state and its number with the town.
PART = re.compile(r"(?:^|(?<=, ))[^\s,][^,]{1,22}(?:, [A-Z]{2} \d{5}(?!\d))?(?:,|$)")


def tied(text: str, words: Language, *, ends: bool = False) -> str:
    """Return `text` as it is to be measured: spaces that never break are no-break spaces.

    ends: it ends a paragraph or a title.
    """
    marked = _marked(text, words)
    return (_with_last_tied(marked) if ends and len(text) > SHORT else marked).replace(TIED, "\u00a0")


def unparted(text: str, words: Language, *, ends: bool, held: Iterable[Span]) -> Iterator[Span]:
    """Yield where a text is never parted, in order. held: further places of it."""
    marked = _marked(text, words)
    marked = _with_last_tied(marked) if ends else marked
    runs = [run.span() for pattern in (TIED_RUN, RANGE) for run in pattern.finditer(marked)]
    yield from _united(sorted([*runs, *held]))


def parts_of_address(text: str) -> Iterator[Span]:
    """Yield the parts of the address of a house that are so short that any line has room for them."""
    return (found.span() for found in PART.finditer(text))


def pieces(text: str) -> Iterator[Span]:
    """Yield the pieces of addresses that begin with a hyphen."""
    for address in ADDRESS.finditer(text) if "-" in text else ():
        yield from (
            (address.start() + found.start(), address.start() + found.end()) for found in BEHIND.finditer(address[0])
        )


def held_hyphens(text: str) -> Iterator[Span]:
    """Yield the hyphens of addresses, each with its neighbours, so that the rest may part where it fits no line."""
    for address in ADDRESS.finditer(text) if "-" in text else ():
        for piece in re.finditer(r"[^/]+", address[0]):
            held = HELD.finditer(piece[0]) if len(piece[0]) <= MOST_LETTERS else ()
            start = address.start() + piece.start()
            yield from ((start + one.start(), start + one.end()) for one in held)


def parted_at_hyphens(word: str) -> Iterator[str]:
    """Yield the pieces into which lines may part a word behind its hyphens."""
    held = {place for span in held_hyphens(word) for place in range(*span)}
    ends = [match.end() for match in re.finditer("-", word) if match.start() not in held]
    yield from (word[start:end] for start, end in pairwise([0, *ends, len(word)]) if start < end)


def _united(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield spans, in order, those that overlap as one."""
    last: Span | None = None
    for span in spans:
        if last and span[0] < last[1]:
            last = last[0], max(last[1], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _marked(text: str, words: Language) -> str:
    marked = _tie(words.ties).sub(lambda found: TIED * len(found[0]), text)
    return _day(words.months).sub(lambda found: re.sub(SPACE, TIED, found[0]), marked)


def _with_last_tied(marked: str) -> str:
    """Return a text whose last word, where it is short, is tied to the one before it."""
    whole = marked.rstrip()
    before, space, last = whole.rpartition(" ")
    together = f"{before.rpartition(' ')[2]} {last}"
    is_tied = space and len(last) <= SHORT_WORD and len(together) <= SHORT_END
    return f"{before}{TIED}{last}{marked[len(whole) :]}" if is_tied else marked


@cache
def _day(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a day with its month: "May 12", "12 May", "1er mai", "12. Mai", "12 de mayo"."""
    months = "|".join(map(re.escape, names))
    of = rf"(?:{SPACE}de)?"
    return re.compile(
        rf"\b\d{{1,2}}(?:er|st|nd|rd|th|\.)?{of}{SPACE}(?:{months})\b|\b(?:{months}){SPACE}\d{{1,2}}(?!\d)"
    )


@cache
def _tie(ties: Ties) -> re.Pattern[str]:
    """Return what finds the spaces that never break; "9 h 00" and "12 000" are numbers too."""
    units = "|".join(map(re.escape, sorted(ties.units, key=len, reverse=True)))
    kinds = [
        rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))",
        rf"(?<=\d){SPACE}(?=(?:{units})(?!\w))",
        rf"(?<=\d{SPACE}h){SPACE}(?=\d\d)",
        rf"(?<=\b[A-Z]{{3}}){SPACE}(?=\d)",  # NOK 280
        *(rf"(?<=\d){SPACE}(?={sign})" for sign in ("×", r"px\b")),
        rf"(?<=×){SPACE}(?=\d)",
        *(rf"(?<={area}){SPACE}(?=\d[A-Z]{{2}}\b)" for area in (r"[A-Z]\d", r"[A-Z]\d[A-Z\d]")),  # AL2 7QT
        rf"(?<=,{SPACE}[A-Z]{{2}}){SPACE}(?=\d{{5}}\b)",  # , CA 95054
        *(rf"(?<=,{SPACE}\d{{{digits}}}){SPACE}(?=[^\W\d_a-z])" for digits in (4, 5)),  # , 10020 Asfar
    ]
    kinds += [rf"{SPACE}+(?=[{ties.before}])"] if ties.before else []
    kinds += [rf"(?<=[{ties.after}]){SPACE}+"] if ties.after else []
    return re.compile("|".join(kinds))
