"""Faults told by their pages: what several pages of a finished file share is said once, with all of them.

Not while a kit is built: there a person accepts a fault by its words, page by page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from presskit.findings import Finding


def in_words(numbers: Sequence[int]) -> str:
    """Return "page 2" or "pages 1–3, 7"; the numbers rise."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    listed = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"


def each_once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what was found, where the same words are said of several pages once, at the first of them."""
    pages: dict[Finding, list[int]] = {}
    for item in found:
        pages.setdefault(replace(item, where=replace(item.where, page=None)), []).append(item.where.page or 0)
    return tuple(_on(item, sorted(numbers)) for item, numbers in pages.items())


def _on(item: Finding, numbers: Sequence[int]) -> Finding:
    """Return a finding at its first page; of the others its sentence tells."""
    first, *others = dict.fromkeys(numbers)
    times = f" {len(numbers)} times" if len(numbers) > 1 + len(others) else ""
    where = f" on {in_words([number for number in (first, *others) if number])}" if others else ""
    more = f" This is so{times}{where}." if times or where else ""
    return replace(item, where=replace(item.where, page=first or None), message=f"{item.message}{more}")
