"""What is said of files that went out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presskit.terminal.phrases import count, megabytes
from presskit.writing.sent import FOLDER, RECORD, Sent


def written(files: Sequence[Path]) -> list[str]:
    """Return the files that can have gone out, with numbers to choose them by."""
    width = len(str(len(files)))
    return [f"{number:>{width}}  {path.name}" for number, path in enumerate(files, start=1)]


def sent(kit: Path, kept: Sequence[Sent]) -> list[str]:
    """Return which files are kept, and where."""
    if not kept:
        return ["Nothing was kept."]
    lines = [f"Kept, and to be read only: {kit / FOLDER / name} ({words})" for name, words in _by_place(kept).items()]
    lines += [f"  {one.name} is a DRAFT by its name." for one in kept if "-DRAFT" in one.name]
    return [*lines, f"The record is {kit / FOLDER / RECORD}"]


def _by_place(kept: Sequence[Sent]) -> dict[str, str]:
    """Return how large each file is, by its name; the files of a folder are one, and counted."""
    places: dict[str, list[int]] = {}
    for one in kept:
        places.setdefault("/".join(one.name.split("/")[:2]), []).append(one.size_bytes)
    is_folder = {"/".join(one.name.split("/")[:2]) for one in kept if one.name.count("/") > 1}
    return {
        name: f"{count(len(sizes), 'file')}, {megabytes(sum(sizes))}" if name in is_folder else megabytes(sum(sizes))
        for name, sizes in places.items()
    }


def sent_json(kept: Sequence[Sent]) -> list[dict[str, Any]]:
    """Return the same as data."""
    return [
        {"date": one.day.isoformat(), "file": one.name, "bytes": one.size_bytes, "sha256": one.sha256} for one in kept
    ]
