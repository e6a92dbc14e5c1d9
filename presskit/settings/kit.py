"""kit.toml: what the kit is called, when and for what it is made, and how it is printed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, ClassVar, Literal
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationInfo

from presskit import gate
from presskit.kinds import LEAVE_OUT, plain
from presskit.settings.brand_folder import require_no_link
from presskit.settings.fields import (
    ChangeForm,
    Contacts,
    Day,
    Language,
    Moment,
    Settings,
    WebAddress,
    folder_of,
    mean,
    problem,
    read_paper,
    values_of,
)
from presskit.settings.front_matter import FrontMatterForm, kind_called, read_status
from presskit.settings.said import Acceptance, KitSettings
from presskit.settings.source import settings_from
from presskit.settings.themes import theme_names
from presskit.settings.toml import read_toml

# Words that people expect in kit.toml and that the brand's file holds.
BRAND_WORDS = (
    "accent",
    "address",
    "boilerplate",
    "color",
    "colour",
    "disclosure",
    "fonts",
    "ink",
    "logo",
    "short_name",
    "social",
    "web",
)


def read_region(value: object) -> object:
    """Check the two letters of a country (ISO 3166-1), by which telephone numbers without a code are read."""
    import phonenumbers  # noqa: PLC0415  takes 0.1 s to load, and few kits set a region

    if not isinstance(value, str):
        return value
    region = value.strip().upper()
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise problem("not_a_region", f"“{value}” is not the two letters of a country (Great Britain is GB)")
    return region


def read_kind_of_file(value: object, info: ValidationInfo) -> object:
    """Return the kind of a document, or “leave out”."""
    if not isinstance(value, str):
        return value
    return LEAVE_OUT if plain(value) == LEAVE_OUT else kind_called(value, info, LEAVE_OUT)


def read_zone(value: object) -> object:
    """Check the name of a time zone (IANA)."""
    if isinstance(value, str) and value.strip() not in available_timezones():
        raise problem(
            "not_a_zone", f"there is no time zone “{value}”", 'Write the place whose clock counts: "Asia/Tokyo".'
        )
    return value.strip() if isinstance(value, str) else value


def read_theme_name(value: object) -> object:
    """Check the name of a theme."""
    if isinstance(value, str) and value.strip().lower() not in theme_names():
        raise problem("not_a_theme", f"there is no theme “{value}”", f"Write one of these: {', '.join(theme_names())}.")
    return value.strip().lower() if isinstance(value, str) else value


def find_named_brand(value: Path, info: ValidationInfo) -> Path:
    """Return the brand's folder that kit.toml names, as a path from where the kit is."""
    kit = folder_of(info)
    path = kit / value
    beside = (info.context or {}).get("beside")
    if beside and not gate.is_there(path):
        path = Path(os.path.normpath(beside / kit.name / value))
    folder = path.parent if path.name == "brand.toml" else path
    require_no_link(folder, kit)
    if not gate.is_there(folder / "brand.toml"):
        raise problem("missing_file", f"{value}" if not gate.is_there(folder) else f"{value}/brand.toml")
    return folder


class AcceptanceForm(Settings):
    """One thing to look at that a person found right: the file, the whole sentence that was said of it, who."""

    file: str | None = Field(default=None, examples=['"releases/nursery-opens.md"'])
    words: str = Field(examples=['"No date was found."'])
    who: str = Field(examples=['"Ada Thorn"'])

    def said(self) -> Acceptance:
        """Return what was accepted, and by whom."""
        return Acceptance(**values_of(self))


class FileForm(FrontMatterForm):
    """What kit.toml says of one file that holds no settings itself, such as a Word file: its kind, and all the others.

    kind: what it is printed as; “leave out” keeps it out of the kit for good.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: Annotated[str | None, BeforeValidator(read_kind_of_file)] = Field(default=None, examples=['"factsheet"'])


class KitForm(ChangeForm):
    """What kit.toml says; all optional. `brand` is the brand's folder, `embargo` the words as written."""

    other_words: ClassVar[Mapping[str, str]] = {
        **mean(
            name="title", lang="language", format="paper", contact="contacts", documents="order", photos="photo_order"
        ),
        **dict.fromkeys(BRAND_WORDS, "Write it into brand.toml."),
    }

    title: str | None = Field(default=None, examples=['"Reef Week 2026"'])
    event: str | None = Field(default=None, examples=['"Opening of the nursery, Port Hollow"'])
    date: Day | None = Field(default=None, examples=["2026-05-12"])
    language: Language = Field(default="en", examples=['"en"'])
    paper: Annotated[Literal["letter", "a4"] | None, BeforeValidator(read_paper)] = Field(
        default=None, examples=['"a4"']
    )
    theme: Annotated[str, BeforeValidator(read_theme_name)] = Field(default="editorial", examples=['"institutional"'])
    embargo: Moment | None = Field(default=None, examples=['"2026-05-12 09:00 America/New_York"'])
    status: Annotated[Literal["corrected", "updated", "withdrawn"] | None, BeforeValidator(read_status)] = Field(
        default=None, examples=['"corrected"']
    )
    contacts: Contacts = Field(default=[], examples=['[{name = "Ada Thorn", phone = "202 555 0143"}]'])
    brand: Annotated[Path, AfterValidator(find_named_brand)] | None = Field(default=None, examples=['"../brand"'])
    download: WebAddress | None = Field(default=None, examples=['"https://tidewick.example/press"'])
    order: list[str] = Field(default=[], examples=['["nursery-opens", "factsheet"]'])
    files: dict[str, FileForm] = Field(default={}, examples=['{"Our numbers.docx" = {kind = "factsheet"}}'])
    accepted: list[AcceptanceForm] = Field(default=[], examples=['[{words = "No date was found.", who = "Ada Thorn"}]'])
    summary: str | None = Field(default=None, examples=['"What is in this kit, in one sentence."'])
    cover: str | None = Field(default=None, examples=['"quay.jpg"'])
    photo_order: list[str] = Field(default=[], examples=['["quay.jpg", "marsh.jpg"]'])
    region: Annotated[str, BeforeValidator(read_region)] = Field(default="US", examples=['"US"'])
    zones: list[Annotated[str, BeforeValidator(read_zone)]] = Field(default=[], examples=['["Europe/Paris"]'])
    tighten: bool = Field(default=True, examples=["false"])
    bind: bool | Literal["scaled"] = Field(default=False, examples=["true"])

    def said(self) -> KitSettings:
        """Return what the file says."""
        return KitSettings(**values_of(self))


def kit_said(file: Path, folder: Path, beside: Path | None) -> KitSettings:
    """Return what a kit.toml says. Raises SettingsError with every problem of it."""
    return settings_from(read_toml(file), KitForm, folder, beside).said()
