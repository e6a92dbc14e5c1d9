"""The settings at the top of a file: YAML between two lines of three hyphens.

Every value is read as the text that stands there (YAML's own types turn “no” into false and a time into
another zone). Keys presskit does not know are passed over: files from Jekyll and Hugo hold many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, ValidationError

from presskit.errors import SettingsError
from presskit.findings import Finding, Where, finding
from presskit.settings.fields import ContactSettings, Day, Language, Settings
from presskit.settings.problems import Location, translate, unreadable

FENCE = re.compile(r"---[ \t]*\r?")
CLOSING_FENCE = re.compile(r"(---|\.\.\.)[ \t]*\r?")
KEY_LINE = re.compile(r"""(["']?)[^\W\d][\w-]*\1[ \t]*:(\s|$)""")
LEADING_COMMENT = re.compile(r"\s*<!--.*?-->\s*?\n(?=---)", re.DOTALL)
CURLY_VALUE = re.compile(r"\s*(?:-\s+)?([\w-]+)\s*:\s*([“”„‘’])")
NOTHING = ("~", "null")

# What blogs and people write for the five words.
STATUS_WORDS = {
    "for immediate release": "immediate",
    "under embargo": "embargo",
    "embargoed": "embargo",
    "correction": "corrected",
    "update": "updated",
    "publish": None,
    "published": None,
}


def read_status(value: object) -> object:
    """Accept “For immediate release” for “immediate”; a blog's “published” says nothing about a release."""
    if not isinstance(value, str):
        return value
    word = value.strip().strip(":.").lower()
    return STATUS_WORDS.get(word, word)


class FrontMatter(Settings):
    """The settings at the top of a release, a factsheet or a biography; all optional."""

    model_config = ConfigDict(extra="ignore")

    headline: str | None = Field(
        default=None, validation_alias=AliasChoices("headline", "title"), examples=['headline: "Reef returns"']
    )
    subhead: str | None = Field(
        default=None,
        validation_alias=AliasChoices("subhead", "subtitle"),
        examples=['subhead: "Divers count 40 species"'],
    )
    date: Day | None = Field(default=None, examples=["date: 2026-05-12"])
    status: Annotated[
        Literal["immediate", "embargo", "corrected", "updated", "withdrawn"] | None, BeforeValidator(read_status)
    ] = Field(default=None, examples=["status: immediate"])
    embargo: str | None = Field(default=None, examples=["embargo: 2026-05-12 09:00 America/New_York"])
    language: Language | None = Field(
        default=None, validation_alias=AliasChoices("language", "lang"), examples=["language: fr"]
    )
    slug: str | None = Field(default=None, examples=["slug: reef-returns"])
    pull: str | None = Field(default=None, examples=['pull: "We had given this reef up."'])
    contacts: list[ContactSettings] = Field(default=[], examples=["contacts: [{name: Ada Thorn, phone: 202 555 0143}]"])
    boilerplate: str | None = Field(default=None, examples=['boilerplate: "The Kelp Trust replants the coast."'])
    name: str | None = Field(default=None, examples=["name: Ada Thorn"])
    role: str | None = Field(default=None, examples=["role: Head of research"])
    intro: str | None = Field(default=None, examples=['intro: "Counts what grows back."'])
    portrait: str | None = Field(default=None, examples=["portrait: thorn.jpg"])


def read_front_matter(text: str, file: Path) -> tuple[FrontMatter, str, int]:
    """Return the settings at the top of `text`, the text after them, and how many source lines stand before it.

    Without settings: empty ones, the whole text (less a byte order mark) and 0. `file` names the source in
    problems. Raises SettingsError with every problem of the settings.
    """
    text = text.removeprefix("\ufeff")
    comment = LEADING_COMMENT.match(text)
    first = comment[0].count("\n") if comment else 0
    lines = text.split("\n")
    if not opens(lines[first:]):
        return FrontMatter(), text, 0
    last = next((i for i in range(first + 1, len(lines)) if CLOSING_FENCE.fullmatch(lines[i])), None)
    if last is None:
        hint = "Put a line of three hyphens (---) below the last setting."
        raise SettingsError(unreadable(file, "the settings at the top of the file have no end", hint, first + 1))
    source = "\n".join(line.removesuffix("\r") for line in lines[first + 1 : last])
    return read_yaml(source, file, first + 1), "\n".join(lines[last + 1 :]), last + 1


def opens(lines: list[str]) -> bool:
    """Tell whether settings begin here: three hyphens, then a key. A rule above a text is no settings."""
    if not FENCE.fullmatch(lines[0]):
        return False
    words = (line for line in lines[1:] if line.strip() and not line.lstrip().startswith("#"))
    below = next(words, "")
    return bool(KEY_LINE.match(below) or CLOSING_FENCE.fullmatch(below))


def read_yaml(source: str, file: Path, lines_before: int) -> FrontMatter:
    """Read the settings between the two lines of hyphens."""
    loader = yaml.BaseLoader(source)
    try:
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else {}
    except RecursionError:
        hint = "Keep the settings to one line each."
        raise SettingsError(unreadable(file, "the settings are nested too deeply", hint)) from None
    except yaml.YAMLError as error:
        raise SettingsError(*explain(error, source, file, lines_before)) from None
    finally:
        loader.dispose()
    lines = {place: line + lines_before for place, line in key_lines(node)}
    try:
        return FrontMatter.model_validate(without_nothing(data))
    except ValidationError as error:
        raise SettingsError(*translate(error, FrontMatter, Where(file), lines)) from None


def without_nothing(data: object) -> object:
    """Write keys in small letters, and take out those whose value is YAML's word for nothing."""
    if not isinstance(data, dict):
        return data
    return {str(key).lower(): value for key, value in data.items() if value not in NOTHING}


def key_lines(node: yaml.Node | None, place: Location = ()) -> Iterator[tuple[Location, int]]:
    """Yield the place of each key and its line, counted from 1. Three levels are all that settings have."""
    if len(place) > 3:
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            there = (*place, str(key.value).lower())
            yield there, key.start_mark.line + 1
            yield from key_lines(value, there)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*place, index), item.start_mark.line + 1
            yield from key_lines(item, (*place, index))


def explain(error: yaml.YAMLError, source: str, file: Path, lines_before: int) -> list[Finding]:
    """Say in plain words why YAML cannot be read: values in curly quotes first, all of them."""
    curly = [
        finding("t-003", Where(file, number + lines_before), key=match[1], quote=match[2])
        for number, line in enumerate(source.split("\n"), start=1)
        if (match := CURLY_VALUE.match(line))
    ]
    if curly:
        return curly
    if isinstance(error, yaml.reader.ReaderError):
        line = source[: error.position].count("\n") + 1
        return [unreadable(file, "a character nobody can see", "Type the line again.", line + lines_before)]
    mark = getattr(error, "problem_mark", None)
    number = mark.line + 1 if mark else 1
    words, hint = explain_line(str(getattr(error, "problem", "")), source.split("\n")[number - 1 : number])
    return [unreadable(file, words, hint, number + lines_before)]


def explain_line(problem: str, lines: list[str]) -> tuple[str, str]:
    """Return what is wrong with one line of YAML, and what to do."""
    key, _, value = (lines[0] if lines else "").partition(":")
    quoted = f'Put the text between straight quotes: {key.strip() or "headline"}: "{value.strip() or "…"}"'
    if "mapping values" in problem:
        return f"“{value.strip()}” holds a second colon", quoted
    if "'\\t'" in problem:
        return "the line holds a tab", "Use spaces instead of the tab."
    if "cannot start any token" in problem or "alias" in problem:
        return f"“{value.strip()}” begins with a character that needs quotes", quoted
    if "end of stream" in problem:
        return "a quotation mark is missing", "Close the text with the quotation mark that opens it."
    return "this line does not follow the form “word: text”", quoted
