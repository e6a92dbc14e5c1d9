"""Tables of words, written as running text."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(table: str) -> frozenset[str]:
    """Return the words of a table; “~” stands for a space inside one."""
    return frozenset(word.replace("~", " ") for word in table.split())


def one_of(names: Iterable[str]) -> str:
    """Write the alternation of a regular expression, longest names first; a space matches any run of spaces."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)
