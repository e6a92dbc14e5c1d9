"""What an office's file holds besides its text, in whatever format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit.findings import Finding, Where, finding

LOST = "lost where the file was turned into a text"
DRAWN = "in a drawing or a formula, which presskit does not read"
QUOTED = 80  # characters; enough to find the passage in the program that made the file


@dataclass(frozen=True)
class Beside:
    """The lines at the head and foot of the pages, and what is to fix before a journalist gets the file's words.

    drawn: the lines in drawings, which a converter may pass over. told: what the file says of itself: keywords, a
    watermark, comments, what is hidden. written: the lines of the text itself, of which a converter may lose some.
    """

    margins: Sequence[str] = ()
    drawn: Sequence[str] = ()
    told: Sequence[str] = ()
    findings: Sequence[Finding] = ()
    written: Sequence[str] = ()


def report(passages: Mapping[str, Sequence[tuple[str, str]]], path: Path) -> list[Finding]:
    """Return a finding for each code with passages, of which the first is quoted: its kind, its words."""
    return [
        finding(code, Where(path), kind=found[0][0], words=cut(found[0][1]), count=len(found))
        for code, found in passages.items()
        if found
    ]


def columns(line: str) -> list[str]:
    """Return what stands between the tabs of a line, where it has some."""
    parts = [words for part in line.split("\t") if (words := " ".join(part.split()))]
    return parts if len(parts) > 1 else []


def letters_of(text: str) -> str:
    """Return a text's letters and figures alone, in small letters: by them is known what a converter left out."""
    return re.sub(r"\[\d+\]|[\W_]", "", text).casefold()


def cut(words: str) -> str:
    """Return the first words of a passage."""
    return words if len(words) <= QUOTED else f"{words[:QUOTED].rsplit(' ', 1)[0]} …"
