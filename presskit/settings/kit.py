"""kit.toml: what the kit is called, when and for what it is made, and how it is printed."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, ValidationInfo

from presskit import gate
from presskit.errors import SettingsError
from presskit.settings.fields import (
    ChangeSettings,
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
)
from presskit.settings.front_matter import FrontMatter, read_status
from presskit.settings.source import settings_from
from presskit.settings.theme import theme_names
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


def read_kind(value: object) -> object:
    """Check the kind of a document, as people write it."""
    word = " ".join(value.lower().replace("-", " ").replace("_", " ").split()) if isinstance(value, str) else value
    if isinstance(word, str) and word not in KINDS:
        raise problem("not_a_kind", f"there is no kind “{value}”", f"Write one of these: {', '.join(KINDS[:5])}.")
    return word


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
    _require_no_link(folder, kit)
    if not gate.is_there(folder / "brand.toml"):
        raise problem("missing_file", f"{value}" if not gate.is_there(folder) else f"{value}/brand.toml")
    return folder


class Acceptance(Settings):
    """One thing to look at that a person found right: the file, the whole sentence that was said of it, who."""

    file: str | None = Field(default=None, examples=['"releases/nursery-opens.md"'])
    words: str = Field(examples=['"No date was found."'])
    who: str = Field(examples=['"Ada Thorn"'])


def _require_no_link(folder: Path, kit: Path) -> None:
    """Raise SettingsError where a brand stands in the kit by its name, and is a link out of it.

    What kit.toml names outside of the kit is opened: its writer said so, and a brand is mostly there.
    """
    if gate.is_named_inside(folder, kit) and (refused := gate.leads_out(folder)):
        raise SettingsError(refused)


KINDS = (
    *("release", "factsheet", "biography", "boilerplate", "leave out"),
    *("advisory", "backgrounder", "questions", "timeline", "programme", "quotes", "statement", "product", "glossary"),
)


class FileSettings(FrontMatter):
    """What kit.toml says of one file that holds no settings itself, such as a Word file: its kind, and all the others.

    kind: what it is printed as; “leave out” keeps it out of the kit for good.
    """

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    kind: Annotated[str | None, BeforeValidator(read_kind)] = Field(default=None, examples=['"factsheet"'])


class KitSettings(ChangeSettings):
    """What kit.toml says; all optional. `brand` is the brand's folder, `embargo` the words as written."""

    other_words: ClassVar[Mapping[str, str]] = {
        **mean(name="title", lang="language", format="paper", contact="contacts", documents="order"),
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
    files: dict[str, FileSettings] = Field(default={}, examples=['{"Our numbers.docx" = {kind = "factsheet"}}'])
    accepted: list[Acceptance] = Field(default=[], examples=['[{words = "No date was found.", who = "Ada Thorn"}]'])
    summary: str | None = Field(default=None, examples=['"What is in this kit, in one sentence."'])
    region: Annotated[str, BeforeValidator(read_region)] = Field(default="US", examples=['"US"'])

    def file(self, path: Path) -> FileSettings:
        """Return what is said of a file, by its name or by its path from the kit: “releases/pier.docx”."""
        ways = [unicodedata.normalize("NFC", Path(*gate.real(path).parts[-count:]).as_posix()) for count in (1, 2, 3)]
        known = {unicodedata.normalize("NFC", name): own for name, own in self.files.items()}
        return next((known[way] for way in ways if way in known), FileSettings())


def read_kit_settings(folder: Path, beside: Path | None = None) -> KitSettings:
    """Return what kit.toml in `folder` says, with the brand's folder found; defaults when there is no kit.toml.

    A kit that names no brand has the folder “brand” inside or beside it, when that holds a brand.toml.
    beside: where the ZIP lies that the kit came in; a brand beside the kit is looked for there as well.
    Raises SettingsError with every problem of kit.toml, or where the kit's brand is a link out of it.
    """
    file = folder / "kit.toml"
    settings = settings_from(read_toml(file), KitSettings, folder, beside) if gate.is_there(file) else KitSettings()
    return settings if settings.brand else settings.model_copy(update={"brand": find_brand(folder, beside)})


def find_brand(folder: Path, beside: Path | None = None) -> Path | None:
    """Return the folder “brand” inside the kit, else beside it, else beside its ZIP, that holds a brand.toml."""
    places = (folder / "brand", gate.real(folder).parent / "brand", *([beside / "brand"] if beside else []))
    _require_no_link(places[0], folder)
    return next((place for place in places if gate.is_there(place / "brand.toml")), None)
