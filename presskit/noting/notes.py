"""A change to a settings file, from the wish to the file: held against what stands there, checked, written, kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from presskit import gate
from presskit.errors import OutputError, SettingsError, SourceError
from presskit.findings import Where, finding
from presskit.limits import FILE_BYTES, SETTINGS_BYTES
from presskit.noting.changes import Change, Changes
from presskit.noting.tables import plain
from presskit.settings import read_front_matter
from presskit.writing import files

State = Literal["written", "changed meanwhile", "nothing"]


@dataclass(frozen=True)
class Noted:
    """What became of a wish. seen: the digest of the file as it is now. what: the change in words."""

    state: State
    file: Path | None = None
    seen: str = ""
    what: str = ""


def seen_of(file: Path) -> str:
    """Return the digest of a file's content; "" where there is none. Raises SourceError where it may not be opened."""
    return _digest(gate.bytes_of(file)) if gate.is_there(file) else ""


def write(file: Path, edit: Callable[[str], str], seen: str | None, what: str, changes: Changes) -> Noted:
    """Write a settings file, or the settings at the top of a text, as `edit` makes it of its words.

    seen: the digest of the file when somebody made up their mind; where it is another now, nothing is written. None
    writes all the same. Raises SettingsError where the file cannot be read, or what is wished could not be.
    """
    before = _words(file)
    now = "" if before is None else _digest(before.encode())  # of the very words that are edited
    if seen not in (None, now):
        return Noted("changed meanwhile", file, now, what)
    _require_form(before or "", file)
    text = edit(before or "")
    if text == (before or ""):
        return Noted("nothing", file, now, what)
    _require_sound(text, file)
    after = _digest(text.encode())
    changes.keep(Change(file, what, before, after))
    try:
        files.write(gate.require_file(file) if before is not None else file, text.encode())
    except OutputError:  # nothing is to be undone
        changes.forget_last()
        raise
    return Noted("written", file, after, what)


def take_back(changes: Changes, *, anyway: bool = False) -> Noted:
    """Undo the last change, unless its file was changed since. Raises SourceError where it may not be opened."""
    last = changes.last()
    if last is None:
        return Noted("nothing")
    if not gate.is_inside(last.file):
        raise SourceError(finding("s-019", Where(last.file), name=last.file.name, target=last.file))
    if seen_of(last.file) != last.after and not anyway:
        return Noted("changed meanwhile", last.file, seen_of(last.file), last.what)
    if last.before is None:
        gate.real(last.file).unlink(missing_ok=True)
    else:
        files.write(gate.real(last.file), last.before.encode())
    changes.forget_last()
    return Noted("written", last.file, seen_of(last.file), last.what)


def _words(file: Path) -> str | None:
    """Return what stands in a file; None where it is not there. Raises SettingsError for what is no UTF-8."""
    if not gate.is_there(file):
        return None
    try:
        return gate.bytes_of(file, SETTINGS_BYTES if file.suffix == ".toml" else FILE_BYTES).decode()
    except UnicodeDecodeError:
        hint = "Open it in a text editor and save it with the encoding UTF-8."
        raise SettingsError(finding("t-002", Where(file), problem="it is not saved as UTF-8 text", hint=hint)) from None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _require_form(text: str, file: Path) -> None:
    """Raise SettingsError where a file cannot be read at all: nobody can write into it."""
    if file.suffix != ".toml":
        return
    from presskit.settings.toml import toml_of  # noqa: PLC0415  what checks settings loads when there are some

    if problems := toml_of(plain(text), file).problems:
        raise SettingsError(*problems)


def _require_sound(text: str, file: Path) -> None:
    if file.suffix != ".toml":
        read_front_matter(text, file)
        return
    from presskit.settings.proposed import require_sound  # noqa: PLC0415

    require_sound(plain(text), file)
