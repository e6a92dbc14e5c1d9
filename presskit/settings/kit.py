"""kit.toml: what the kit is called, when and for what it is made, and how it is printed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, ValidationInfo

from presskit.errors import SettingsError
from presskit.findings import Where
from presskit.settings.fields import ContactSettings, Day, Language, Settings, WebAddress, problem, read_paper
from presskit.settings.problems import translate
from presskit.settings.toml import read_toml


def read_region(value: object) -> object:
    """Check the two letters of a country (ISO 3166-1), by which telephone numbers without a code are read."""
    import phonenumbers  # noqa: PLC0415  takes 0.1 s to load, and few kits set a region

    if not isinstance(value, str):
        return value
    region = value.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise problem("not_a_region", f"“{value}” is not the two letters of a country (Great Britain is GB)")
    return region


def find_named_brand(value: Path, info: ValidationInfo) -> Path:
    """Return the brand's folder that kit.toml names, as a path from where the kit is."""
    path: Path = (info.context or {}).get("folder", Path()) / value
    folder = path.parent if path.name == "brand.toml" else path
    if not (folder / "brand.toml").is_file():
        raise problem("missing_file", f"{value}" if not folder.is_dir() else f"{value}/brand.toml")
    return folder


class KitSettings(Settings):
    """What kit.toml says; all optional. `brand` is the brand's folder, `embargo` the words as written."""

    title: str | None = Field(default=None, examples=['title = "Kelp Week 2026"'])
    event: str | None = Field(default=None, examples=['event = "Opening of the nursery, Port Hollow"'])
    date: Day | None = Field(default=None, examples=["date = 2026-05-12"])
    language: Language = Field(default="en", examples=['language = "en"'])
    paper: Annotated[Literal["letter", "a4"] | None, BeforeValidator(read_paper)] = Field(
        default=None, examples=['paper = "a4"']
    )
    theme: Literal["editorial"] = Field(default="editorial", examples=['theme = "editorial"'])
    embargo: str | None = Field(default=None, examples=['embargo = "2026-05-12 09:00 America/New_York"'])
    contacts: list[ContactSettings] = Field(default=[], examples=['[[contacts]], and below it: name = "Ada Thorn"'])
    brand: Annotated[Path, AfterValidator(find_named_brand)] | None = Field(
        default=None, examples=['brand = "../brand"']
    )
    download: WebAddress | None = Field(default=None, examples=['download = "https://kelp.example/press"'])
    order: list[str] = Field(default=[], examples=['order = ["nursery-opens", "factsheet"]'])
    summary: str | None = Field(default=None, examples=['summary = "What is in this kit, in one sentence."'])
    region: Annotated[str, BeforeValidator(read_region)] = Field(default="US", examples=['region = "US"'])


def read_kit_settings(folder: Path) -> KitSettings:
    """Return what kit.toml in `folder` says, with the brand's folder found; defaults when there is no kit.toml.

    A kit that names no brand has the folder “brand” inside or beside it, when that holds a brand.toml.
    Raises SettingsError with every problem of kit.toml.
    """
    settings = read_kit_file(folder / "kit.toml")
    return settings if settings.brand else settings.model_copy(update={"brand": find_brand(folder)})


def read_kit_file(file: Path) -> KitSettings:
    """Read kit.toml, or give the defaults when there is none."""
    if not file.exists():
        return KitSettings()
    source = read_toml(file)
    problems = list(source.problems)
    try:
        settings = KitSettings.model_validate(source.data, context={"folder": file.parent})
    except ValidationError as error:
        problems += translate(error, KitSettings, Where(file), source.lines)
    if problems:
        raise SettingsError(*problems)
    return settings


def find_brand(folder: Path) -> Path | None:
    """Return the folder “brand” inside the kit, else beside it, that holds a brand.toml."""
    beside = folder.resolve().parent / "brand"
    return next((place for place in (folder / "brand", beside) if (place / "brand.toml").is_file()), None)
