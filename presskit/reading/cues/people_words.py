"""The words by which people and what they say are known, from assets/people/: one file is one language."""

from __future__ import annotations

import tomllib
from functools import cache

from presskit import gate
from presskit.resources import people_files


@cache
def known(key: str) -> frozenset[str]:
    """Return the words of a list, of all languages: a text names people and offices of any."""
    return frozenset(word for lists in vocabularies() for word in lists.get(key, ()))


@cache
def vocabularies() -> tuple[dict[str, list[str]], ...]:
    """Return the lists of each language."""
    return tuple(tomllib.loads(gate.text_of(path)) for path in people_files())
