"""Words that several answers share: sizes, counts, a finding as one line, the way to call presskit."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from presskit.findings import Finding

CALLED_AS = "PRESSKIT_CALLED_AS"  # the words by which the kit scripts were called, such as ./kit
SHOWN = 5  # findings listed in a verdict; the rest is one command away


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it: "1.8 MB", never less than 0.1."""
    return f"{max(size_bytes / 1_000_000, 0.1):.1f} MB"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 page" or "3 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def line_of(item: Finding) -> str:
    """Return a finding as one line: where, what, what to do, and its code at the end."""
    place, file = str(item.where), item.where.file
    if file and place == file.name and item.message.startswith((file.name, str(file))):
        place = ""  # the sentence begins with it
    where = f"{place}: " if place else ""
    return f"{where}{item.message} {item.hint} ({item.code})"


def listed(items: Sequence[Finding]) -> list[str]:
    """Return the first findings as the items of a list, and how many more there are."""
    lines = [f"  - {line_of(item)}" for item in items[:SHOWN]]
    rest = len(items) - SHOWN
    return lines + ([f"  - and {rest} more: {called_as()} check shows all."] if rest > 0 else [])


def short(path: Path) -> str:
    """Return a path as people expect it: from the current folder where it lies below."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def called_as() -> str:
    """Return the words by which people start presskit here."""
    return os.environ.get(CALLED_AS, "presskit")
