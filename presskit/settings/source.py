"""A settings file as it is read: its data, the line of each key, and where it breaks its own form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from presskit.errors import SettingsError
from presskit.findings import Finding
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


def settings_from(source: Source, model: type[Model], folder: Path | None = None) -> Model:
    """Return the settings a file holds; file names in it are looked up from `folder`.

    Raises SettingsError with every problem of the file, in the order of its lines.
    """
    problems = source.problems
    try:
        settings = model.model_validate(source.data, context={"folder": folder})
    except ValidationError as error:
        problems += translate(error, model, source.place())
    if problems:
        raise SettingsError(*in_order(problems))
    return settings
