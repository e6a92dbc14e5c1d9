"""photos.toml: captions, credits and descriptions of the kit's photos."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError

from presskit.errors import SettingsError
from presskit.findings import Where
from presskit.settings.fields import Settings
from presskit.settings.problems import Location, translate
from presskit.settings.toml import read_toml


class PhotoSettings(Settings):
    """What photos.toml says about one photo; it wins over what the file itself says."""

    caption: str | None = Field(default=None, examples=['caption = "Ada Thorn beside the nursery tank, May 2026."'])
    credit: str | None = Field(default=None, examples=['credit = "Photo: Ivo Marsh / Kelp Trust"'])
    alt: str | None = Field(default=None, examples=['alt = "A woman in a diving suit holds a frond of kelp."'])
    terms: str | None = Field(default=None, examples=['terms = "Free for news about the Kelp Trust."'])


def read_photo_settings(path: Path) -> dict[str, PhotoSettings]:
    """Return what photos.toml says, by file name; nothing when the file is not there.

    A photo's table is [photos."file.jpg"] or ["file.jpg"]. Raises SettingsError with every problem.
    """
    if not path.exists():
        return {}
    source = read_toml(path)
    problems = list(source.problems)
    settings = {}
    for place, table in photo_tables(source.data):
        try:
            settings[str(place[-1])] = PhotoSettings.model_validate(table)
        except ValidationError as error:
            problems += translate(error, PhotoSettings, Where(path), source.lines, place)
    if problems:
        raise SettingsError(*problems)
    return settings


def photo_tables(data: dict[str, object]) -> list[tuple[Location, object]]:
    """Return each photo's table with its place in the file."""
    inner = data.get("photos", {})
    photos: list[tuple[Location, object]] = [((name,), table) for name, table in data.items() if name != "photos"]
    return photos + (
        [(("photos", name), table) for name, table in inner.items()]
        if isinstance(inner, dict)
        else [(("photos",), inner)]
    )
