"""What pydantic finds wrong, said in plain words: which key, on which line, what is wrong, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from presskit.findings import Finding, Where, finding
from presskit.settings.fields import Settings, second_names

Location = tuple[str | int, ...]
Lines = Mapping[Location, int]

PROBLEMS = {
    "string_type": "this must be text between quotes",
    "list_type": "this must be a list between [ and ]",
    "dict_type": "this must be a group of settings, not a single value",
    "model_type": "this must be a group of settings, not a single value",
    "missing": "this is missing",
}

# Words people write for ours. A synonym counts only where its target is a key.
SYNONYMS = {
    "color": "brand",
    "colour": "brand",
    "title": "name",
    "name": "title",
    "mail": "email",
    "telephone": "phone",
    "mobile": "after_hours",
    "website": "web",
    "about": "boilerplate",
    "description": "alt",
    "photographer": "credit",
    "copyright": "credit",
    "lang": "language",
    "format": "paper",
    "documents": "order",
    "link": "download",
    "contact": "contacts",
    "font": "fonts",
}
PICTURE_ENDINGS = {"jpg", "jpeg", "png", "tif", "tiff", "webp", "heic"}


def translate(
    error: ValidationError, model: type[Settings], where: Where, lines: Lines, prefix: Location = ()
) -> list[Finding]:
    """Turn pydantic's errors about `model` into findings.

    prefix: where the model stands in the file. lines: the line of each key of the file, by its location.
    """
    return [translate_one(item, model, where, lines, prefix) for item in error.errors(include_url=False)]


def translate_one(item: ErrorDetails, model: type[Settings], where: Where, lines: Lines, prefix: Location) -> Finding:
    """Turn one of pydantic's errors into a finding."""
    place = prefix + item["loc"]
    there = Where(where.file, line_of(place, lines))
    key = name_of(place)
    context = item.get("ctx", {})
    if item["type"] == "missing_file":
        return finding("t-004", there, key=key, name=context["words"])
    group, field = look_up(model, item["loc"])
    if item["type"] == "extra_forbidden":
        return unknown_word(str(place[-1]), key, group, there)
    words, hint = words_for(item, context)
    return finding("t-001", there, key=key, problem=words, hint=hint or example_hint(field))


def words_for(item: ErrorDetails, context: Mapping[str, Any]) -> tuple[str, str]:
    """Return what is wrong, and what to do where the error itself knows it."""
    if "words" in context:
        return str(context["words"]), str(context["hint"])
    if item["type"] == "literal_error":
        return f"“{item['input']}” is not a word presskit knows here", f"Write one of these: {context['expected']}."
    return PROBLEMS[item["type"]], ""


def example_hint(field: FieldInfo | None) -> str:
    """Show how a setting is written."""
    return f"Write it like this: {field.examples[0]}" if field and field.examples else "Correct it, or remove it."


def unknown_word(word: str, key: str, group: type[Settings], where: Where) -> Finding:
    """Say that a key is unknown, and which one was probably meant."""
    if word.lower() in PICTURE_ENDINGS:
        hint = f'Put the file name between quotes: ["photo.{word}"]'
    elif meant := nearest(word, group.words()):
        hint = f"Did you mean “{meant}”?"
    else:
        hint = f"It can be one of these: {', '.join(sorted(group.words()))}."
    return finding("t-001", where, key=key, problem="presskit does not know this word here", hint=hint)


def nearest(word: str, known: set[str]) -> str | None:
    """Return the known word that `word` was probably meant to be: by its letters, or by its meaning."""
    meanings = {synonym: target for synonym, target in SYNONYMS.items() if target in known and synonym not in known}
    candidates = difflib.get_close_matches(word.lower().replace("-", "_"), [*known, *meanings], n=1, cutoff=0.7)
    return meanings.get(candidates[0], candidates[0]) if candidates else None


def look_up(model: type[Settings], place: Location) -> tuple[type[Settings], FieldInfo | None]:
    """Return the group of settings that holds the last key of `place`, and that key's field where it has one."""
    group: type[Settings] = model
    field: FieldInfo | None = None
    for part in place:
        if isinstance(part, int):
            continue
        group = inner_group(field.annotation) or group if field else group
        field = next((f for n, f in group.model_fields.items() if part in (n, *second_names(f))), None)
    return group, field


def inner_group(annotation: Any) -> type[Settings] | None:
    """Return the group of settings inside a type such as list[ContactSettings] or FontSettings | None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation if issubclass(annotation, Settings) else None
    return next((found for part in get_args(annotation) if (found := inner_group(part))), None)


def line_of(place: Location, lines: Lines) -> int | None:
    """Return the line of a key, else of the nearest group around it that has one."""
    return next((lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in lines), None)


def name_of(place: Location) -> str:
    """Name a key in words: ("contacts", 1, "email") is “contacts 2, email”."""
    words: list[str] = []
    for part in place:
        if isinstance(part, int):
            words[-1:] = [f"{words[-1]} {part + 1}" if words else str(part + 1)]
        else:
            words.append(part)
    return ", ".join(words)


def unreadable(file: Path, words: str, hint: str, line: int | None = None) -> Finding:
    """Make the finding for a file that does not follow its form."""
    return finding("t-002", Where(file, line), problem=words, hint=hint)
