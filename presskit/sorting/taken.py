"""What is known of a text before it is opened, and what it was taken for: plain values, to hand to workers and back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presskit.reading.result import Reading
from presskit.settings import FrontMatter
from presskit.sorting.copies import Text

COMMON = ("release", "factsheet", "biography", "boilerplate")  # of which words tell alone; others say what they are
BY_YOU, BY_FOLDER, BY_NAME = "you said so", "by its folder", "by its name"
BY_WORDS, BY_LOOK, BY_HEAD = "by its words", "by its look", "at the head of the pages"


@dataclass(frozen=True)
class Wish:
    """What is known of a text before it is opened: its kind as kit.toml says it, or as the folder it lies in says.

    old, inside: the name of a folder above it that says that what lies in it is old or unfinished, or internal.
    is_alone: a person named this very file, and it is a release unless it says otherwise. settings: what kit.toml says
    of the file, which wins over what it says itself.
    """

    path: Path
    root: Path
    said: str | None = None
    folder: str | None = None
    old: str | None = None
    inside: str | None = None
    is_alone: bool = False
    settings: FrontMatter | None = None


@dataclass(frozen=True)
class Taken:
    """A text as it was taken up: what it is, and why; its reading where it is printed. mark: what keeps it inside.

    looks_like: what it might be, where nobody can be sure. text: what copies of it are told by. old: the folder of old
    or unfinished texts it lies in. pictures: the files of those that stand in it. held: of one that is not printed, its
    words that hold something back. is_doubtful: nobody says its language, and it has too few words to tell.
    """

    path: Path
    kind: str
    why: str
    text: Text
    reading: Reading[Any] | None = None
    looks_like: str | None = None
    mark: str | None = None
    old: str | None = None
    pictures: tuple[Path, ...] = ()
    held: str | None = None
    is_doubtful: bool = False
