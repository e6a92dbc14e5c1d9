"""What a person says that a file is, written where it would be typed: [files."Our numbers.docx"] kind = "factsheet"."""

from __future__ import annotations

from pathlib import Path

from presskit.kinds import LEAVE_OUT, OTHER, kinds
from presskit.noting import notes
from presskit.noting.changes import Changes
from presskit.noting.tables import values_in, with_values
from presskit.sorting.plan import KIT_FILE

FILES, KIND = "files", "kind"
AS_TOLD = ""  # by its words, its name and its folder
KINDS = (AS_TOLD, *(name for name in kinds() if name != OTHER), LEAVE_OUT)


def say_kind(kit: Path, place: str, kind: str) -> None:
    """Write into kit.toml what a file is. place: from the kit. kind: one of KINDS.

    Comments and order stay, and the change can be taken back. Raises SettingsError where kit.toml cannot be read.
    """

    def edit(text: str) -> str:
        said = values_in(text).get(FILES, {})
        name = next((name for name in (place, place.rpartition("/")[2]) if name in said), place)
        return with_values(text, (FILES, name), {KIND: kind or None})

    notes.write(kit / KIT_FILE, edit, None, f"{place}: {kind or 'as it is told'}", Changes(kit))
