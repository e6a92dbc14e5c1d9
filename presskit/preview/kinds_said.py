"""What a person says that a file is, written where it would be typed: [files."Our numbers.docx"] kind = "factsheet"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from presskit import gate
from presskit.errors import OutputError
from presskit.findings import Where, finding
from presskit.kinds import LEAVE_OUT, OTHER, kinds
from presskit.limits import SETTINGS_BYTES
from presskit.sorting.plan import KIT_FILE
from presskit.writing import files

FILES, KIND = "files", "kind"
AS_TOLD = ""  # by its words, its name and its folder
KINDS = (AS_TOLD, *(name for name in kinds() if name != OTHER), LEAVE_OUT)
BOM = "\ufeff"


def say_kind(kit: Path, place: str, kind: str) -> None:
    """Write into kit.toml what a file is. place: from the kit. kind: one of KINDS.

    Comments and order stay. Raises OutputError where kit.toml is one that nobody can read.
    """
    path = kit / KIT_FILE
    try:
        text = gate.bytes_of(path, SETTINGS_BYTES).decode() if gate.is_there(path) else ""
        settings = tomlkit.parse(text.removeprefix(BOM))
    except (TOMLKitError, UnicodeDecodeError):
        reason, hint = "it holds a mistake", "Mend it first: the list of what was found names its line."
        raise OutputError(finding("b-004", Where(path), path=path.name, reason=reason, hint=hint)) from None
    _set(settings, place, kind)
    mark = BOM if text.startswith(BOM) else ""
    files.write(path, (mark + tomlkit.dumps(settings)).encode())


def _set(settings: Any, place: str, kind: str) -> None:
    said = settings.get(FILES)
    if said is None:
        said = settings[FILES] = tomlkit.table(is_super_table=True)
    name = next((name for name in (place, place.rpartition("/")[2]) if name in said), place)
    if kind:
        if name not in said:
            is_in_line = isinstance(said, tomlkit.items.InlineTable)
            said[name] = tomlkit.inline_table() if is_in_line else tomlkit.table()
        said[name][KIND] = kind
    elif name in said:
        said[name].pop(KIND, None)
        if not said[name]:
            del said[name]
    if not said:
        del settings[FILES]
