"""photos.toml: captions, credits and descriptions of the kit's photos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from pydantic import Field, ValidationError

from presskit.errors import SettingsError
from presskit.settings.fields import Settings, mean, values_of
from presskit.settings.problems import MOST_TOLD, Location, in_order, translate
from presskit.settings.said import PICTURE_ENDINGS, PhotoSettings
from presskit.settings.source import require_modest
from presskit.settings.toml import read_toml


class PhotoForm(Settings):
    """What photos.toml says about one photo; it wins over what the file itself says."""

    other_words: ClassVar[Mapping[str, str]] = {
        **mean(description="alt", photographer="creator", licence="terms", license="terms"),
        **dict.fromkeys(PICTURE_ENDINGS, 'Put the file\'s name between quotes: ["photo.jpg"]'),
    }

    caption: str | None = Field(default=None, examples=['"Ada Thorn beside the nursery tank, May 2026."'])
    credit: str | None = Field(default=None, examples=['"Photo: Ivo Marsh / Tidewick"'])
    alt: str | None = Field(default=None, examples=['"A woman in a diving suit holds a frond of kelp."'])
    terms: str | None = Field(default=None, examples=['"Free for news about the Tidewick Society."'])
    copyright: str | None = Field(default=None, examples=['"2026 Tidewick Society"'])
    creator: str | None = Field(default=None, examples=['"Ivo Marsh"'])

    def said(self) -> PhotoSettings:
        """Return what is said of the photo."""
        return PhotoSettings(**values_of(self))


def photos_said(path: Path) -> dict[str, PhotoSettings]:
    """Return what a photos.toml says, by file name. Raises SettingsError with every problem of it."""
    source = read_toml(path)
    require_modest(source)
    problems = source.problems
    settings = {}
    for location, table in photo_tables(source.data):
        try:
            settings[str(location[-1])] = PhotoForm.model_validate(table).said()
        except ValidationError as error:
            problems += translate(error, PhotoForm, source.place(location))
        if len(problems) >= MOST_TOLD:
            break
    if problems:
        raise SettingsError(*in_order(problems))
    return settings


def photo_tables(data: dict[str, object]) -> list[tuple[Location, object]]:
    """Return each photo's table with its location in the file."""
    inner = data.get("photos", {})
    outer: list[tuple[Location, object]] = [((name,), table) for name, table in data.items() if name != "photos"]
    if not isinstance(inner, dict):
        return [*outer, (("photos",), inner)]
    return outer + [(("photos", name), table) for name, table in inner.items()]
