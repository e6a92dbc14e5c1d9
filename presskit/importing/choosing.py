"""Which posts of a blog are imported: those that a person names, by day, category or number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from presskit.reading.formats.exports import Post


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
