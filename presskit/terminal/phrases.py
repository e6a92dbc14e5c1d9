"""Words that several answers share: sizes, counts, a finding as one line, a command to type."""

from __future__ import annotations

import re
import shlex
from collections.abc import Sequence
from pathlib import Path

from presskit import gate
from presskit.findings import Finding
from presskit.names import brief
from presskit.resources import called_as

SHOWN = 5  # findings listed in a verdict; the rest is one command away
COMMAND = re.compile(r"\bpresskit(?= (?:new|import|inspect|build|mail|check|diff)\b)")  # as the catalogue writes it
PLAIN = re.compile(r"[\w./\\:~+,@%-]+")  # a name that can be typed as it is
RUN = re.compile(r"[\"$`!]")  # what a shell reads between double quotes


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it: "1.8 MB", never less than 0.1."""
    return f"{max(size_bytes / 1_000_000, 0.1):.1f} MB"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 page" or "3 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def line_of(item: Finding) -> str:
    """Return a finding as one line: where, what, what to do, and its code at the end."""
    place, file = str(item.where), item.where.file
    if file and place == brief(file.name) and item.message.startswith((place, brief(file))):
        place = ""  # the sentence begins with it
    where = f"{place}: " if place else ""
    return as_called(f"{where}{item.message} {item.hint} ({item.code})")


def as_called(words: str) -> str:
    """Return words with the commands in them as they are typed here."""
    return COMMAND.sub(lambda _: called_as(), words)


def listed(items: Sequence[Finding], check: str, most: int = SHOWN) -> list[str]:
    """Return the first findings as the items of a list, and the command (`check`) that shows the others."""
    lines = [f"  - {line_of(item)}" for item in items[:most]]
    rest = len(items) - most
    return lines + ([f"  - and {rest} more. To see all, type: {check}"] if rest > 0 else [])


def short(path: Path) -> str:
    """Return a path as people expect it: from the current folder where it lies below."""
    try:
        return str(gate.real(path).relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def typed(*words: str | Path) -> str:
    """Return a command as it is typed, names with spaces between quotes."""
    return " ".join([called_as(), *(_quoted(f"./{word}" if _is_like_an_option(word) else str(word)) for word in words)])


def _is_like_an_option(word: str | Path) -> bool:
    return isinstance(word, Path) and str(word).startswith("-")


def _quoted(word: str) -> str:
    """Return a word between quotes where it needs them; nothing in it is run by the shell it is pasted into."""
    if PLAIN.fullmatch(word):
        return word
    return shlex.quote(word) if RUN.search(word) else f'"{word}"'
