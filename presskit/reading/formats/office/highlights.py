"""Words that are highlighted in Word: they are printed plain, and as a rule somebody is to look at them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from presskit.findings import Finding, Where, finding
from presskit.reading.formats.office.styles import local, value
from presskit.reading.packages import Package

MOST_WORDS, MOST_TOLD = 12, 5
PLAIN = ("none", "white", "")


def highlighted(package: Package) -> Iterator[Finding]:
    """Yield c-067 for each passage of the text that is highlighted, and for the last of many how many follow."""
    bodies = (root for root in package.parts.values() if local(root) == "document")
    passages = [words for body in bodies for line in body.iter("{*}p") for words in _passages(line)]
    for place, words in enumerate(passages[:MOST_TOLD], start=1):
        more = len(passages) - MOST_TOLD if place == MOST_TOLD else 0
        shown = " ".join(words.split()[:MOST_WORDS])
        cut = " …" if len(words.split()) > MOST_WORDS else ""
        yield finding(
            "c-067", Where(package.path), words=f"{shown}{cut}", more=f", and {more} more" if more > 0 else ""
        )


def _passages(line: etree._Element) -> Iterator[str]:
    """Yield the highlighted words of a paragraph; neighbours that are highlighted too belong together."""
    runs = [run for run in line.iter("{*}r") if next(run.iterancestors("{*}p"), None) is line]
    for is_lit, group in groupby(runs, _is_lit):
        words = "".join(text.text or "" for run in group for text in run.iter("{*}t")).strip()
        if is_lit and words:
            yield words


def _is_lit(run: etree._Element) -> bool:
    mark = run.find("{*}rPr/{*}highlight")
    return mark is not None and (value(mark, "val") or "") not in PLAIN
