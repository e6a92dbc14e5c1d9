"""A line that runs both ways, as it is painted from its left end: the Unicode bidirectional algorithm (UAX 9).

Of one line without embeddings and isolates, which no name in a list holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

BRACKETS = {"(": ")", "[": "]", "{": "}"}
NUMBERS = ("EN", "AN")
NEUTRAL = "ON"
SEPARATED = {"ES": (["EN", "EN"],), "CS": (["EN", "EN"], ["AN", "AN"])}  # numbers that one sign parts, and holds


class Run(NamedTuple):
    """Letters that run one way; their order is the one in which they are read."""

    text: str
    is_right_to_left: bool


def runs_of(line: str, *, right_to_left: bool) -> list[Run]:
    """Return a line's runs from left to right. right_to_left: how the line as a whole runs."""
    base = "R" if right_to_left else "L"
    kinds = _neutral(line, _weak(line, base), base)
    levels = [_level(kind, base) for kind in kinds]
    runs = [(level, "".join(letter for letter, _ in group)) for level, group in _groups(line, levels)]
    for least in range(max(levels, default=0), 0, -1):
        runs = _turned(runs, least)
    return [Run(text, level % 2 == 1) for level, text in runs]


def _weak(line: str, base: str) -> list[str]:
    """Return what each letter is: L, R, a number, or neutral (rules W1 to W7)."""
    kinds: list[str] = []
    strong = base
    for letter in line:
        kind = unicodedata.bidirectional(letter)
        if kind == "NSM":
            kind = kinds[-1] if kinds else NEUTRAL
        elif kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN":
            kind = {"AL": "AN", "L": "L"}.get(strong, kind)
        kinds.append("R" if kind == "AL" else kind)
    for place, kind in enumerate(kinds):
        around = [*kinds[max(place - 1, 0) : place], *kinds[place + 1 : place + 2]]
        if around in SEPARATED.get(kind, ()):
            kinds[place] = around[0]
        elif kind == "ET" and "EN" in around:
            kinds[place] = "EN"
    return [kind if kind in ("L", "R", *NUMBERS) else NEUTRAL for kind in kinds]


def _neutral(line: str, kinds: list[str], base: str) -> list[str]:
    """Return the same with no neutral left: pairs of brackets first, then what stands between (rules N0 to N2)."""
    for first, last in _pairs(line, kinds):
        inside = {_direction(kind) for kind in kinds[first + 1 : last]} - {NEUTRAL}
        before = next((_direction(kind) for kind in reversed(kinds[:first]) if kind != NEUTRAL), base)
        if inside:
            kinds[first] = kinds[last] = base if base in inside or before == base else before
    place = 0
    for kind, group in groupby([*kinds]):
        end = place + len([*group])
        if kind == NEUTRAL:
            before = _direction(kinds[place - 1]) if place else base
            behind = _direction(kinds[end]) if end < len(kinds) else base
            kinds[place:end] = [before if before == behind else base] * (end - place)
        place = end
    return kinds


def _pairs(line: str, kinds: Sequence[str]) -> list[tuple[int, int]]:
    """Return where brackets open and close that belong together, in the order in which they open."""
    waiting: list[int] = []
    pairs = []
    for place, letter in enumerate(line):
        if kinds[place] == NEUTRAL and letter in BRACKETS:
            waiting.append(place)
        match = next(
            (index for index in reversed(range(len(waiting))) if BRACKETS[line[waiting[index]]] == letter), None
        )
        if match is not None:
            pairs.append((waiting[match], place))
            del waiting[match:]
    return sorted(pairs)


def _direction(kind: str) -> str:
    return "R" if kind in NUMBERS else kind


def _level(kind: str, base: str) -> int:
    if base == "L":
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def _groups(line: str, levels: Sequence[int]) -> Iterator[tuple[int, Iterator[tuple[str, int]]]]:
    return groupby(zip(line, levels, strict=True), key=lambda pair: pair[1])


def _turned(runs: list[tuple[int, str]], least: int) -> list[tuple[int, str]]:
    """Return runs with each row of those at a level or above turned round (rule L2)."""
    turned: list[tuple[int, str]] = []
    for is_high, row in groupby(runs, key=lambda run: run[0] >= least):
        piece = [*row]
        turned += piece[::-1] if is_high else piece
    return turned
