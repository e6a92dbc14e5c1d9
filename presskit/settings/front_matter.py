"""The settings at the top of a file: YAML between two lines of three hyphens, or TOML between two of three pluses.

Keys presskit does not know are passed over: files from Jekyll and Hugo hold many.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field

from presskit.errors import SettingsError
from presskit.findings import Where
from presskit.limits import TOP_CHARACTERS
from presskit.settings.fields import ChangeSettings, Contacts, Day, Language, Moment
from presskit.settings.problems import unreadable
from presskit.settings.source import settings_from
from presskit.settings.toml import read_top
from presskit.settings.yaml import read_yaml

FENCE = re.compile(r"---[ \t]*\r?")
TOML_FENCE = re.compile(r"\+\+\+[ \t]*\r?")
CLOSING_FENCE = re.compile(r"(---|\.\.\.)[ \t]*\r?")
KEY_LINE = re.compile(r"""(["']?)[^\W\d][\w-]*\1[ \t]*:(\s|$)""")
TOML_KEY = re.compile(r"\s*(?:[\w\"'-][\w\"'. -]*=|\[)")
LEADING_COMMENT = re.compile(r"\s*<!--.*?-->\s*?\n(?=---)", re.DOTALL)

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


class FrontMatter(ChangeSettings):
    """The settings at the top of a release, a factsheet or a biography; all optional."""

    model_config = ConfigDict(extra="ignore")

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
    contacts: Contacts = Field(default=[], examples=['[{name: Ada Thorn, phone: "202 555 0143"}]'])
    boilerplate: str | None = Field(default=None, examples=['"The Tidewick Society replants the coast."'])
    name: str | None = Field(default=None, examples=["Ada Thorn"])
    role: str | None = Field(default=None, examples=["Head of research"])
    intro: str | None = Field(default=None, examples=['"She counts what grows back."'])
    portrait: str | None = Field(default=None, examples=["thorn.jpg"])
    keep: list[str] = Field(default=[], examples=['["Follow the reef live"]'])


def read_front_matter(text: str, file: Path) -> tuple[FrontMatter, str, int]:
    """Return the settings at the top of `text`, the text after them, and how many source lines stand before it.

    Without settings: empty ones, the whole text (less a byte order mark) and 0. `file` names the source in
    problems. Raises SettingsError with every problem of the settings.
    """
    text = text.removeprefix("\ufeff")
    comment = LEADING_COMMENT.match(text)
    first = comment[0].count("\n") if comment else 0
    lines = text.split("\n")
    is_toml = opens_toml(lines)
    if not (is_toml or opens(lines[first:])):
        return FrontMatter(), text, 0
    fence = TOML_FENCE if is_toml else CLOSING_FENCE
    last = next((i for i in range(first + 1, len(lines)) if fence.fullmatch(lines[i])), None)
    if last is None:
        hint = f"Put a line of three {'pluses (+++)' if is_toml else 'hyphens (---)'} below the last setting."
        raise SettingsError(unreadable(file, "the settings at the top of the file have no end", hint, first + 1))
    source = "\n".join(line.removesuffix("\r") for line in lines[first + 1 : last])
    TOP_CHARACTERS.require(len(source), Where(file, first + 1))
    read = read_top if is_toml else read_yaml
    settings = settings_from(read(source, file, first + 1), FrontMatter)
    return settings, "\n".join(lines[last + 1 :]), last + 1


def opens_toml(lines: list[str]) -> bool:
    """Tell whether settings in TOML begin here, as Hugo writes them: three pluses, then a key."""
    below = next((line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#")), "")
    return bool(TOML_FENCE.fullmatch(lines[0]) and (TOML_KEY.match(below) or TOML_FENCE.fullmatch(below)))


def opens(lines: list[str]) -> bool:
    """Tell whether settings begin here: three hyphens, then a key. A rule above a text is no settings."""
    if not FENCE.fullmatch(lines[0]):
        return False
    words = (line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#"))
    below = next(words, "")
    return bool(KEY_LINE.match(below) or CLOSING_FENCE.fullmatch(below))
