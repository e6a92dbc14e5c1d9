"""A settings file as it is read: its data, the line of each key, and where it breaks its own form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from presskit.errors import SettingsError
from presskit.findings import Finding
from presskit.limits import CONTACTS, SETTING_CHARACTERS, SETTING_DEPTH, SETTING_DIGITS, SETTING_ENTRIES, Limit
from presskit.settings.fields import Settings
from presskit.settings.problems import Location, Place, in_order, translate

Model = TypeVar("Model", bound=Settings)


@dataclass(frozen=True)
class Source:
    """A settings file. `lines`: the line (from 1) of each key by its location. `sign` stands between key and value."""

    file: Path
    data: Any
    lines: Mapping[Location, int]
    problems: tuple[Finding, ...] = ()
    sign: str = " = "

    def place(self, location: Location = ()) -> Place:
        """Return a place in this file, for naming problems."""
        return Place(self.file, self.lines, self.sign, location)


def settings_from(source: Source, model: type[Model], folder: Path | None = None, beside: Path | None = None) -> Model:
    """Return the settings a file holds; file names in it are looked up from `folder`, a brand also from `beside`.

    Raises SettingsError with every problem of the file, in the order of its lines; SourceError s-018 for one that
    no kit needs so large.
    """
    require_modest(source)
    problems, context = source.problems, {"folder": folder, "beside": beside, "sign": source.sign}
    try:
        settings = model.model_validate(source.data, context=context)
    except ValidationError as error:
        problems += translate(error, model, source.place())
    if problems:
        raise SettingsError(*in_order(problems))
    return settings


def require_modest(source: Source) -> None:
    """Raise SourceError s-018, with its line, where a setting is longer or deeper or has more entries than any kit's.

    Why before anything looks at them: what is wrong with a value is said with the value.
    """
    for location, limit, found in _measured((), source.data):
        if found > limit.most:
            limit.require(found, source.place(location).where)


def _measured(location: Location, value: Any) -> Iterator[tuple[Location, Limit, int]]:
    """Yield for each value below a place which limit holds for it, and how much it has of that."""
    yield location, SETTING_DEPTH, len(location)
    if len(location) > SETTING_DEPTH.most:
        return
    if isinstance(value, str):
        yield location, SETTING_CHARACTERS, len(value)
    elif isinstance(value, int):
        yield location, SETTING_DIGITS, value.bit_length() // 3  # a digit takes more than three bits
    elif isinstance(value, list | dict):
        yield location, CONTACTS if location[-1:] == ("contacts",) else SETTING_ENTRIES, len(value)
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _measured((*location, key), inner)
