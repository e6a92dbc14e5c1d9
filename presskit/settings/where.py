"""Where a setting of one text is written: at its top, or in kit.toml for a file that holds none."""

from __future__ import annotations

from pathlib import Path

SETTINGS_ENDINGS = (".md", ".markdown", ".txt", ".text")  # of files that hold settings at their top


def place_of(file: Path | None) -> str:
    """Return the place in words, as a sentence goes on behind “Write”."""
    if holds_settings(file):
        return "at the top of the file, between two lines of three hyphens,"
    if not file or file.name == "kit.toml":
        return "into kit.toml"
    return f'into kit.toml [files."{file.name}"], and below it'


def line_of(file: Path | None, key: str, value: str) -> str:
    """Return the line that says it there."""
    return f"{key}: {value}" if holds_settings(file) else f'{key} = "{value}"'


def holds_settings(file: Path | None) -> bool:
    """Tell whether a file can hold settings at its top."""
    return bool(file and file.suffix.lower() in SETTINGS_ENDINGS)
