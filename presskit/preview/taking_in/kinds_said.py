"""What a person says that a file is, written where it would be typed: [files."Our numbers.docx"] kind = "factsheet"."""

from __future__ import annotations

from pathlib import Path

from presskit.kinds import LEAVE_OUT, OTHER, kinds
from presskit.noting import notes
from presskit.noting.changes import Changes
from presskit.preview.correcting import homes

AS_TOLD = ""  # by its words, its name and its folder
KINDS = (AS_TOLD, *(name for name in kinds() if name != OTHER), LEAVE_OUT)


def say_kind(kit: Path, path: Path, kind: str) -> None:
    """Write into kit.toml what a file of the kit is. kind: one of KINDS.

    Comments and order stay, and the change can be taken back. Raises SettingsError where kit.toml cannot be read.
    """
    home = homes.of_file(kit, path)
    what = f"{path.relative_to(kit).as_posix()}: {kind or 'as it is told'}"
    notes.write(home.file, home.saying({"kind": kind or None}), None, what, Changes(kit))
