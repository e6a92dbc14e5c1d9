"""The settings at the top of a file: YAML between two lines of three hyphens, or TOML between two of three pluses.

Keys presskit does not know are passed over: files from Jekyll and Hugo hold many.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, ValidationInfo

from presskit.kinds import kinds, named_kind, plain
from presskit.settings.fields import ChangeForm, Contacts, Day, Language, Moment, problem, sign_of, values_of
from presskit.settings.said import FrontMatter
from presskit.settings.source import settings_from
from presskit.settings.toml import read_top
from presskit.settings.yaml import read_yaml

# What blogs and people write for the five words.
STATUS_WORDS = {
    "for immediate release": "immediate",
    "under embargo": "embargo",
    "embargoed": "embargo",
    "correction": "corrected",
    "update": "updated",
    "withdrawal": "withdrawn",
    "publish": None,
    "published": None,
}


def read_status(value: object) -> object:
    """Accept “For immediate release” for “immediate”; a blog's “published” says nothing about a release."""
    if not isinstance(value, str):
        return value
    word = value.strip().strip(":.").lower()
    return STATUS_WORDS.get(word, word)


# What blogs write for a kind, and mean another thing by.
KINDS_OF_BLOGS = ("article", "news", "page", "post", "section")
EXAMPLE_KINDS = 5


def read_kind(value: object, info: ValidationInfo) -> object:
    """Return the kind of document that a text says it is; what blogs write there says none."""
    if not isinstance(value, str):
        return value
    return None if plain(value) in KINDS_OF_BLOGS else kind_called(value, info)


def kind_called(value: str, info: ValidationInfo, *others: str) -> str:
    """Return the name of the kind that people mean by a word, of any language. others: what may stand there besides."""
    if kind := named_kind(value):
        return kind
    some, sign = ", ".join([*[*kinds()][:EXAMPLE_KINDS], *others]), sign_of(info)
    hint = f'Write one of these: {some}; or a label of your own: label{sign}"{value}".'
    raise problem("not_a_kind", f"there is no kind “{value}”", hint)


class FrontMatterForm(ChangeForm):
    """The settings at the top of a text; all optional."""

    model_config = ConfigDict(extra="ignore")

    kind: Annotated[str | None, BeforeValidator(read_kind)] = Field(default=None, examples=["backgrounder"])
    label: str | None = Field(default=None, examples=["Curator's essay"])

    headline: str | None = Field(
        default=None, validation_alias=AliasChoices("headline", "title"), examples=['"The reef is back"']
    )
    subhead: str | None = Field(
        default=None, validation_alias=AliasChoices("subhead", "subtitle"), examples=['"Divers count 40 species"']
    )
    date: Day | None = Field(default=None, examples=["2026-05-12"])
    status: Annotated[
        Literal["immediate", "embargo", "corrected", "updated", "withdrawn"] | None, BeforeValidator(read_status)
    ] = Field(default=None, examples=["immediate"])
    embargo: Moment | None = Field(default=None, examples=["2026-05-12 09:00 America/New_York"])
    language: Language | None = Field(default=None, validation_alias=AliasChoices("language", "lang"), examples=["fr"])
    slug: str | None = Field(default=None, examples=["reef-is-back"])
    pull: str | None = Field(default=None, examples=['"We had given this reef up."'])
    dateline: str | None = Field(default=None, examples=['"PORT HOLLOW, May 12, 2026 –"'])
    contacts: Contacts = Field(default=[], examples=['[{name: Ada Thorn, phone: "202 555 0143"}]'])
    boilerplate: str | None = Field(default=None, examples=['"The Tidewick Society replants the coast."'])
    name: str | None = Field(default=None, examples=["Ada Thorn"])
    role: str | None = Field(default=None, examples=["Head of research"])
    intro: str | None = Field(default=None, examples=['"She counts what grows back."'])
    portrait: str | None = Field(default=None, examples=["thorn.jpg"])
    keep: list[str] = Field(default=[], examples=['["Follow the reef live"]'])

    def said(self) -> FrontMatter:
        """Return what the settings say."""
        return FrontMatter(**values_of(self))


def front_matter_said(source: str, file: Path, lines_before: int, *, is_toml: bool = False) -> FrontMatter:
    """Return what YAML or TOML at the top of a file says. Raises SettingsError with every problem of it."""
    read = read_top if is_toml else read_yaml
    return settings_from(read(source, file, lines_before), FrontMatterForm).said()
