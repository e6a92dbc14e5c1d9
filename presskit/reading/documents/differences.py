"""Where two texts that say the same in the main first differ."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Release
from presskit.reading.dates.ages import is_old

SHOWN_WORDS = 6  # of each side


def differing(release: Release, used: str, printed: Sequence[Block], newest: dt.date | None) -> Finding:
    """Return c-018 for a release whose text about the organisation is not the one that is printed, from `used`.

    It is only good to know of an old release: its text was right in its day.
    """
    here, there = first_difference(said_in(release.boilerplate), said_in(printed))
    told = finding("c-018", Where(release.source, release.boilerplate[0].line), used=used, here=here, there=there)
    return replace(told, severity="note") if is_old(release, newest) else told


def said_in(blocks: Iterable[Block]) -> str:
    """Return what a text says below its headings: one “About us” has none, another one is called by a name."""
    return " ".join(block.text for block in blocks if block.kind != "heading")


def first_difference(one: str, other: str) -> tuple[str, str]:
    """Return the first words that differ, of each text, and their neighbours; marks and capitals do not count."""
    ours, theirs = one.split(), other.split()
    plain = [[re.sub(r"\W+", "", word).lower() for word in words] for words in (ours, theirs)]
    matcher = difflib.SequenceMatcher(None, plain[0], plain[1], autojunk=False)
    steps = (step for step in matcher.get_opcodes() if step[0] != "equal")
    _, start, end, other_start, other_end = next(steps, ("", 0, 0, 0, 0))
    return shown(ours, start, end), shown(theirs, other_start, other_end)


def shown(words: list[str], start: int, end: int) -> str:
    """Return the words from `start` to `end` with the one before and the one behind them."""
    return " ".join(words[max(0, start - 1) : min(end, start + SHOWN_WORDS) + 1]).strip(" .,;:")
