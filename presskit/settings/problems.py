"""What pydantic finds wrong, said in plain words: which key, on which line, what is wrong, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from presskit.findings import Finding, Where, finding
from presskit.settings.fields import Settings, words_of

Location = tuple[str | int, ...]
MOST_TOLD = 100

# By pydantic's name for an error. The fields' own errors (presskit.settings.fields.problem) bring their words.
PROBLEMS = {
    "string_type": "this must be text between quotes",
    "path_type": "this must be a file's name between quotes",
    "list_type": "this must be a list between [ and ]",
    "dict_type": "this must be a group of settings, not a single value",
    "model_type": "this must be a group of settings, not a single value",
    "missing": "this is missing",
    "bool_type": "this must be true or false",
    "bool_parsing": "this must be true or false",
    "int_type": "this must be a whole number",
    "int_parsing": "this must be a whole number",
    "int_from_float": "this must be a whole number",
    "float_type": "this must be a number",
    "float_parsing": "this must be a number",
    "tuple_type": "this must be a list between [ and ]",
    "greater_than": "this number is too small",
    "greater_than_equal": "this number is too small",
    "less_than_equal": "this number is too large",
    "too_short": "there is too little between [ and ]",
    "too_long": "there is too much between [ and ]",
}


@dataclass(frozen=True)
class Place:
    """A place in a settings file: a key by its location, such as ("contacts", 1, "email")."""

    file: Path
    lines: Mapping[Location, int]
    sign: str
    location: Location = ()

    def at(self, location: Location) -> Place:
        """Return the place `location` below this one."""
        return Place(self.file, self.lines, self.sign, self.location + location)

    @property
    def where(self) -> Where:
        """The file, and the line of the key, else of the nearest group around it that has one."""
        ends = range(len(self.location), 0, -1)
        line = next((self.lines[self.location[:end]] for end in ends if self.location[:end] in self.lines), None)
        return Where(self.file, line)

    @property
    def key(self) -> str:
        """The key as its line has it; of an entry of a list, the list's."""
        return next((part for part in reversed(self.location) if isinstance(part, str)), "")

    def __str__(self) -> str:
        """Name the key in words: ("contacts", 1, "email") is “contacts 2, email”."""
        words: list[str] = []
        for part in self.location:
            if isinstance(part, int):
                words[-1:] = [" ".join([*words[-1:], str(part + 1)])]
            else:
                words.append(part)
        return ", ".join(words)


def translate(error: ValidationError, model: type[Settings], place: Place) -> tuple[Finding, ...]:
    """Turn pydantic's errors about `model`, which stands at `place`, into findings: the first hundred of them."""
    items = error.errors(include_url=False)[:MOST_TOLD]
    return tuple(translate_one(item, model, place.at(item["loc"])) for item in items)


def translate_one(item: ErrorDetails, model: type[Settings], place: Place) -> Finding:
    """Turn one of pydantic's errors into a finding."""
    context = item.get("ctx", {})
    if item["type"] == "missing_file":
        return finding("t-004", place.where, key=place, name=context["words"])
    group, field = look_up(model, item["loc"])
    if item["type"] == "extra_forbidden":
        return finding(
            "t-001",
            place.where,
            key=place,
            problem="presskit does not know this word here",
            hint=suggestion(place.key, group),
        )
    words, hint = words_for(item, context)
    return finding("t-001", place.where, key=place, problem=words, hint=hint or example(place, field))


def words_for(item: ErrorDetails, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong, and what to do where the error itself knows it."""
    if "words" in context:
        return str(context["words"]), str(context["hint"])
    if item["type"] == "literal_error":
        expected = str(context["expected"]).replace("'", "")
        return f"“{item['input']}” is not a word presskit knows here", f"Write one of these: {expected}."
    return PROBLEMS.get(item["type"], "presskit cannot use what is written here"), ""


def example(place: Place, field: FieldInfo | None) -> str:
    """Show how a setting is written."""
    if not field or not field.examples:
        return "Correct it, or remove it."
    return f"Write it like this: {place.key}{place.sign}{field.examples[0]}"


def suggestion(word: str, group: type[Settings]) -> str:
    """Say which word was probably meant by one that presskit does not know: by its letters or by its meaning."""
    known, other = words_of(group), group.other_words
    close = difflib.get_close_matches(word.lower().replace("-", "_"), [*known, *other], n=1, cutoff=0.7)
    if not close:
        return f"It can be one of these: {', '.join(sorted(known))}."
    return other.get(close[0]) or f"Did you mean “{close[0]}”?"


def look_up(model: type[Settings], location: Location) -> tuple[type[Settings], FieldInfo | None]:
    """Return the group of settings that holds the last key of `location`, and that key's field where it has one."""
    group, field = model, None
    for part in location:
        if isinstance(part, str):
            group = (field and inner_group(field.annotation)) or group
            field = words_of(group).get(part)
    return group, field


def inner_group(annotation: Any) -> type[Settings] | None:
    """Return the group of settings inside a type such as list[ContactSettings] or FontSettings | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Settings) else None
    return next((found for part in get_args(annotation) if (found := inner_group(part))), None)


def in_order(problems: Iterable[Finding]) -> list[Finding]:
    """Put a file's problems in the order of its lines: the first hundred of them."""
    return sorted(problems, key=lambda item: item.where.line or 0)[:MOST_TOLD]


def unreadable(file: Path, words: str, hint: str, line: int | None = None) -> Finding:
    """Make the finding for a file that does not follow its form."""
    return finding("t-002", Where(file, line), problem=words, hint=hint)
