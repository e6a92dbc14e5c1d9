"""Reading YAML settings: every value as the text that stands there, the line of each key, mistakes in plain words.

Why all text: YAML's own types turn “no” into false, and a time into another zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from presskit.errors import SettingsError
from presskit.findings import Finding, Where, finding
from presskit.settings.problems import Location, in_order, unreadable
from presskit.settings.source import Source

NOTHING = ("~", "null")
DEEPEST = 3
CURLY_VALUE = re.compile(r"\s*(?:-\s+)?([\w-]+)\s*:\s*([“”„‘’])")
SWALLOWED = re.compile(r"\s+#[^\s#].*")


class Loader(yaml.BaseLoader):
    """YAML without aliases: ten lines of them stand for more than a memory holds, and no settings need one."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Read the next value."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError(None, None, "found an alias", self.get_mark())
        return super().compose_node(parent, index)


def read_yaml(text: str, file: Path, lines_before: int) -> Source:
    """Read settings that stand in `file` after `lines_before` lines; keys in small letters.

    Raises SettingsError where the text is no YAML.
    """
    try:
        loader = Loader(text)
        node = loader.get_single_node()
        data = loader.construct_document(node) if node else None
    except RecursionError:
        hint = "Keep each setting on one line."
        raise SettingsError(unreadable(file, "the settings are nested too deeply", hint)) from None
    except yaml.YAMLError as error:
        raise SettingsError(*in_order(explain(error, text, file, lines_before))) from None
    if isinstance(data, dict):
        data = {str(key).lower(): value for key, value in data.items() if value not in NOTHING}
    lines = {location: line + lines_before for location, line in key_lines(node)}
    return Source(file, data or {}, lines, tuple(vanished(node, text, file, lines_before)), sign=": ")


def key_lines(node: yaml.Node | None, location: Location = ()) -> Iterator[tuple[Location, int]]:
    """Yield the location of each key and its line, counted from 1, no deeper than settings go."""
    if len(location) > DEEPEST:
        return
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            there = (*location, str(key.value).lower() if not location else str(key.value))
            yield there, key.start_mark.line + 1
            yield from key_lines(value, there)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*location, index), item.start_mark.line + 1
            yield from key_lines(item, (*location, index))


def vanished(node: yaml.Node | None, text: str, file: Path, lines_before: int) -> Iterator[Finding]:
    """Name what YAML would lose without a word: the first of two equal keys, and text behind “ #” as in “We are #1”."""
    if not isinstance(node, yaml.MappingNode):
        return
    source, seen = text.split("\n"), set[str]()
    for key, value in node.value:
        word = str(key.value).lower()
        where = Where(file, key.start_mark.line + 1 + lines_before)
        if word in seen:
            hint = "Keep one of the two and remove the other."
            yield finding("t-001", where, key=word, problem="this stands twice", hint=hint)
        seen.add(word)
        rest = source[value.end_mark.line][value.end_mark.column :] if value.end_mark.line < len(source) else ""
        if isinstance(value, yaml.ScalarNode) and not value.style and SWALLOWED.fullmatch(rest):
            words = f"the words from “{rest.strip()}” on would not be read"
            hint = f'Put the text between straight quotes: {word}: "{value.value}{rest}"'
            yield finding("t-001", where, key=word, problem=words, hint=hint)


def explain(error: yaml.YAMLError, text: str, file: Path, lines_before: int) -> list[Finding]:
    """Say in plain words why YAML cannot be read: values in curly quotes first, all of them."""
    curly = [
        finding("t-003", Where(file, number + lines_before), key=match[1], quote=match[2])
        for number, line in enumerate(text.split("\n"), start=1)
        if (match := CURLY_VALUE.match(line))
    ]
    if curly:
        return curly
    if isinstance(error, yaml.reader.ReaderError):
        line = text[: error.position].count("\n") + 1
        words = "the line holds a character that cannot be seen"
        return [unreadable(file, words, "Delete the line and type it again.", line + lines_before)]
    if not isinstance(error, yaml.MarkedYAMLError):
        raise error
    opened = any(word in (error.context or "") for word in ("quoted", "flow"))
    mark = error.context_mark if opened else error.problem_mark
    number = mark.line + 1 if mark else 1
    words, hint = explain_line(f"{error.context} {error.problem}", text.split("\n")[number - 1 : number])
    return [unreadable(file, words, hint, number + lines_before)]


def explain_line(problem: str, lines: list[str]) -> tuple[str, str]:
    """Return what is wrong with one line of YAML, and what to do."""
    key, _, value = (part.strip() for part in "".join(lines).partition(":"))
    quoted = f'Put the text between straight quotes: {key or "headline"}: "{value or "…"}"'
    if "mapping values" in problem:
        return f"“{value}” holds a second colon", quoted
    if "'\\t'" in problem:
        return "the line holds a tab", "Use spaces instead of the tab."
    if any(words in problem for words in ("start any token", "alias", "anchor", "block scalar")):
        return f"“{value}” begins with a character that needs quotes", quoted
    if "flow" in problem:
        return "a closing bracket is missing", "Close the list with ]"
    if "end of stream" in problem:
        return "a quotation mark is missing", "Close the text with the quotation mark that opens it."
    return "this line is not of the form “word: text”", "Write one setting on each line, and no text between them."
