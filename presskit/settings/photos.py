"""photos.toml: captions, credits and descriptions of the kit's photos."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationError

from presskit.errors import SettingsError
from presskit.model import HEIGHTS, SIDES
from presskit.settings.fields import Settings, mean, problem, values_of
from presskit.settings.problems import MOST_TOLD, Location, in_order, translate
from presskit.settings.said import PICTURE_ENDINGS, PhotoSettings
from presskit.settings.source import Source, require_modest
from presskit.settings.toml import read_toml


def read_focus(value: str | None) -> str | None:
    """Return where a photo's matter is, in small letters: one word for its side, one for its height, or both."""
    words = (value or "").lower().split()
    if len({word in SIDES for word in words}) == len(words) <= 2 and {*words} <= {*SIDES, *HEIGHTS}:
        return " ".join(words) or None
    raise problem("not_a_place", f"“{value}” is no place in a photo", 'Write, as an example, "left top".')


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
    focus: Annotated[str | None, AfterValidator(read_focus)] = Field(default=None, examples=['"left top"'])

    def said(self) -> PhotoSettings:
        """Return what is said of the photo."""
        return PhotoSettings(**values_of(self))


def photos_said(path: Path) -> dict[str, PhotoSettings]:
    """Return what a photos.toml says, by file name. Raises SettingsError with every problem of it."""
    return photos_of(read_toml(path))


def photos_of(source: Source) -> dict[str, PhotoSettings]:
    """Return what is read from a photos.toml, by file name. Raises SettingsError with every problem of it."""
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
