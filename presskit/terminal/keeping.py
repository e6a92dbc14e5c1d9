"""What is said of finished work that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presskit.rendering.keeping import KINDS, Held
from presskit.terminal.phrases import count, megabytes

WORDS = {
    "pages": "pages of documents",
    "pictures": "pictures made ready for a page",
    "texts": "what was read of texts and photos",
    "answers": "answers where nothing changed",
}


def kept(folder: Path, every: Sequence[Held], most_bytes: int) -> list[str]:
    """Return where finished work is, how much there is of each kind, and how much there may be."""
    size = sum(one.size_bytes for one in every)
    lines = [f"Finished work is kept in {folder}"]
    lines += [f"  {count(len(every), 'file')}, {megabytes(size)} of {megabytes(most_bytes)} at most"]
    for kind in dict.fromkeys(KINDS.values()):
        own = [one for one in every if one.kind == kind]
        lines += [f"  {WORDS[kind]}: {count(len(own), 'file')}, {megabytes(sum(one.size_bytes for one in own))}"]
    return lines


def cleared(folder: Path, files: int, size_bytes: int) -> list[str]:
    """Return what was removed."""
    return [f"Removed {count(files, 'file')}, {megabytes(size_bytes)}, from {folder}"]
