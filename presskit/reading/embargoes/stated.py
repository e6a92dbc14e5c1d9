"""What kit.toml says of a text's embargo, before the text is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

NONE = re.compile(r"\W*(?:none|no|nil)\W*", re.IGNORECASE)


@dataclass(frozen=True)
class Stated:
    """What kit.toml says of a file. `embargo`: its words. `country`: the region it sets, None where it sets none."""

    embargo: str | None = None
    country: str | None = None


NOTHING_STATED = Stated()


def says_none(words: str | None) -> bool:
    """Tell whether a setting says that there is no embargo."""
    return bool(words and NONE.fullmatch(words))
