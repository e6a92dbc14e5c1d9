"""Who a draft goes to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Readers:
    """The addresses a draft goes to, in small letters; nobody's where it has none. is_hidden: they stand in Bcc."""

    who: frozenset[str]
    is_hidden: bool = False
