"""Which posts of a blog are imported: those that a person names, by day, category or number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from presskit.errors import usage_error
from presskit.reading.formats.exports import Post

EVERYTHING = ("all", "*")
RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


@dataclass(frozen=True)
class Choice:
    """What the command line says of posts: all of them, those since a day, those of a category."""

    everything: bool = False
    since: date | None = None
    category: str | None = None

    @property
    def is_made(self) -> bool:
        """Whether anything was said."""
        return self.everything or self.since is not None or self.category is not None


def chosen(posts: Sequence[Post], choice: Choice) -> tuple[Post, ...]:
    """Return the posts that a choice means: since a day, those without one are none."""
    name = " ".join((choice.category or "").split()).casefold()
    return tuple(
        post
        for post in posts
        if (choice.since is None or (post.day is not None and post.day >= choice.since))
        and (not name or name in [category.casefold() for category in post.categories])
    )


def numbered(posts: Sequence[Post], words: str) -> tuple[Post, ...]:
    """Return the posts that an answer names: “all”, “1-3, 7”, nothing. Raises UsageError where it cannot be told."""
    answer = words.strip().lower()
    if answer in EVERYTHING:
        return tuple(posts)
    places: set[int] = set()
    for part in filter(None, re.split(r"[,;\s]+(?![-–])(?<![-–]\s)", answer)):
        match = RANGE.fullmatch(part.strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= len(posts):
            hint = f"Type all, numbers from 1 to {len(posts)} such as 1-3, or nothing."
            raise usage_error(f"“{part.strip()}” names none of the posts", hint)
        places |= set(range(first - 1, last))
    return tuple(posts[place] for place in sorted(places))
