"""Words that a file shows otherwise than they are printed: highlighted ones, and ones that nobody sees there.

All are printed plain. What is highlighted somebody is to look at, as a rule; what is white or tiny was to be hidden.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package

MOST_WORDS, MOST_TOLD = 12, 5
PLAIN = ("none", "white", "")
WHITE, TINY = "FFFFFF", 6  # half points
BEHIND = ("tbl", "txbxContent", "textbox")  # whose ground may be dark


def highlighted(package: Package) -> Iterator[Finding]:
    """Yield c-067 for each passage of a Word file that is highlighted, and c-068 for each that nobody sees there."""
    lines = [line for root in package.parts.values() if local(root) == "document" for line in root.iter("{*}p")]
    lit, unseen = ([words for line in lines for words in _passages(line, is_one)] for is_one in (_is_lit, _is_unseen))
    yield from told_of(lit, unseen, package.path)


def told_of(lit: Sequence[str], unseen: Sequence[str], path: Path) -> Iterator[Finding]:
    """Yield c-067 for passages that are highlighted, and c-068 for those that are white or too small to be seen.

    Of many the last tells how many follow.
    """
    for code, passages in (("c-067", lit), ("c-068", unseen)):
        for place, words in enumerate(passages[:MOST_TOLD], start=1):
            more = len(passages) - MOST_TOLD if place == MOST_TOLD else 0
            shown = " ".join(words.split()[:MOST_WORDS]) + (" …" if len(words.split()) > MOST_WORDS else "")
            yield finding(code, Where(path), words=shown, more=f", and {more} more" if more > 0 else "")


def _passages(line: etree._Element, is_one: Callable[[etree._Element], bool]) -> Iterator[str]:
    """Yield the words of a paragraph that are set so; neighbours that are set so too belong together."""
    runs = [run for run in line.iter("{*}r") if next(run.iterancestors("{*}p"), None) is line]
    for is_so, group in groupby(runs, is_one):
        words = "".join(text.text or "" for run in group for text in run.iter("{*}t")).strip()
        if is_so and words:
            yield words


def _is_lit(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}highlight")
    return mark is not None and (value(mark, "val") or "") not in PLAIN


def _is_unseen(run: etree._Element) -> bool:
    """Tell whether a run is white where nothing dark can stand behind it, or too small to be read."""
    colour, size = run.find("{*}rPr/{*}color"), run.find("{*}rPr/{*}sz")
    half_points = (value(size, "val") or "") if size is not None else ""
    if half_points.isdecimal() and int(half_points) <= TINY:
        return True
    is_white = colour is not None and (value(colour, "val") or "").upper() == WHITE and not value(colour, "themeColor")
    return is_white and not any(local(each) in BEHIND for each in run.iterancestors()) and not _is_shaded(run)


def _is_shaded(run: etree._Element) -> bool:
    line = next(run.iterancestors("{*}p"), None)
    looks = [run.find("{*}rPr"), None if line is None else line.find("{*}pPr")]
    return any(look.find(mark) is not None for look in looks if look is not None for mark in ("{*}shd", "{*}highlight"))
