"""Words that several answers share: sizes, counts, a finding as one line, a command to type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from presskit import gate
from presskit.findings import Finding
from presskit.names import brief, quoted
from presskit.resources import called_as
from presskit.zipped import called, only_zip, within, zip_of

SHOWN = 5  # findings listed in a verdict; the rest is one command away
IN_FOLDER = re.compile(r"(?:kit|photos)\.toml|\bUnpack |^(?:Put|Copy|Write) ")  # what only a folder takes
COMMAND = re.compile(
    r"\bpresskit(?= (?:new|import|inspect|build|mail|personal|check|sent|cache|diff)\b)"
)  # as the catalogue writes it


def megabytes(size_bytes: int) -> str:
    """Return a size as people read it: "1.8 MB", never less than 0.1."""
    return f"{max(size_bytes / 1_000_000, 0.1):.1f} MB"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 page" or "3 pages"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def line_of(item: Finding) -> str:
    """Return a finding as one line: where, what, what to do, and its code at the end."""
    file = item.where.file and called(item.where.file)
    place = str(replace(item.where, file=file))
    if file and place == brief(file.name) and item.message.startswith((place, brief(file))):
        place = ""  # the sentence begins with it
    where = f"{place}: " if place else ""
    return as_called(f"{where}{item.message} {way_of(item.hint, item.where.file)} ({item.code})")


def way_of(hint: str, path: Path | None) -> str:
    """Return what to do about a file; what came in a ZIP is unpacked before anybody writes beside it."""
    archive = zip_of(path) if path else only_zip()
    if not archive or not IN_FOLDER.search(hint):
        return hint
    return f"Unpack {archive.name} first. {hint.replace(str(path), within(path or archive))}"


def unpack_first(path: Path) -> str:
    """Return what must be done before somebody writes beside a file: nothing, or to unpack the ZIP that it came in."""
    archive = zip_of(path)
    return f"unpack {archive.name} first, and " if archive else ""


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
    return " ".join([called_as(), *(quoted(f"./{word}" if _is_like_an_option(word) else str(word)) for word in words)])


def _is_like_an_option(word: str | Path) -> bool:
    return isinstance(word, Path) and str(word).startswith("-")
