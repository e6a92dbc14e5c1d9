"""Sheets of paper: where blank pages stand, and how many sheets so many copies take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from presskit.printing.booklet import padded


def blanks_before(pages: Sequence[int], *, right_hand: bool, booklet: bool) -> tuple[int, ...]:
    """Return how many blank pages stand before each document of so many pages.

    right_hand: each begins on a right-hand page, which has an odd number.
    booklet: the last document ends on the booklet's back; raises RenderingError f-005 where there are too many pages.
    """
    blanks: list[int] = []
    for index in range(len(pages)):
        before = sum(pages[:index]) + sum(blanks)
        if booklet and index == len(pages) - 1:
            blanks.append(padded(before + pages[index]) - before - pages[index])
        else:
            blanks.append(before % 2 if right_hand else 0)
    return tuple(blanks)


@dataclass(frozen=True)
class Printout:
    """What goes into the printer: sheets in all, and the edge at which it turns them over."""

    copies: int
    sheets: int
    edge: str


def printout(copies: int, sides: int, *, booklet: bool) -> Printout:
    """Return the sheets for so many copies of a PDF of so many pages, printed on both sides."""
    return Printout(copies, copies * -(-sides // 2), "short" if booklet else "long")
