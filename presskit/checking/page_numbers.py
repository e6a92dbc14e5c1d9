"""Faults told by their pages: what several pages of a finished file share is said once, with all of them.

Not while a kit is built: there a person accepts a fault by its words, page by page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from presskit.findings import Finding, Where

MOST_ALIKE = 3


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


def in_short(names: Sequence[str], most: int) -> str:
    """Return names as a list: "a, b and c"; "a, b and 7 more" where there are more than `most`."""
    shown = [*names[:most], f"{len(names) - most} more"] if len(names) > most else [*names]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


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
    further = tuple(dict.fromkeys((*item.where.others, *others)))
    return replace(item, where=replace(item.where, page=first or None, others=further), message=f"{item.message}{more}")


def each_code_once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what `each_once` does; of more than three sentences of one code the first, and how many are like it.

    For a file of any program: forty dead links are one mistake in how it was exported.
    """
    kinds: dict[str, list[Finding]] = {}
    for item in each_once(found):
        kinds.setdefault(item.code, []).append(item)
    return tuple(item for alike in kinds.values() for item in (alike if len(alike) <= MOST_ALIKE else [_alike(alike)]))


def _alike(found: Sequence[Finding]) -> Finding:
    """Return the first of many findings, which tells of the others with their pages."""
    first, *more = found
    others = sorted({page for item in found for page in pages_of(item.where)} - {first.where.page or 0})
    where = f", on {in_words(sorted({page for item in more for page in pages_of(item.where)}))}" if others else ""
    message = f"{first.message} The same is so of {len(more)} more{where}."
    return replace(first, message=message, where=replace(first.where, others=tuple(others)))


def pages_of(where: Where) -> tuple[int, ...]:
    """Return all pages that a finding is about, in their order."""
    return tuple(sorted({where.page, *where.others})) if where.page else ()
