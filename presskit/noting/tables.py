"""A settings file in TOML with other values in it; comments, order and line ends stay."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable

from presskit.names import legible
from presskit.settings.toml import TABLE, lines_outside_long_text

Value = str | bool | dt.date | Sequence[str] | Sequence[Mapping[str, str]] | None
BOM = "\ufeff"
EXPLAINED = re.compile(r"#[ \t]*(\w+)[ \t]*=")  # a word that a new kit's file shows, and does not say


def with_values(text: str, table: Sequence[str], values: Mapping[str, Value]) -> str:
    """Return a TOML text with other values in a table, such as ("files", "Release.docx"); () is the file itself.

    None and what is empty take a word out; a table that is left empty goes too. Raises ValueError where it is no TOML.
    """
    values = {word: clean(value) for word, value in values.items()}
    woken = text if table else _woken(text, [key for key, value in values.items() if isinstance(value, str | dt.date)])
    return _changed(woken, lambda document: _fill(document, [*table], values), text)


def with_entry(text: str, name: str, values: Mapping[str, str]) -> str:
    """Return a TOML text with one more entry in a list of tables, such as [[accepted]]."""
    return _changed(
        text, lambda document: _set(document, name, [*_plain(document.get(name, [])), clean_words(values)]), text
    )


def clean(value: Value) -> Value:
    """Return a value without what no settings hold: what nobody sees, and line ends of other systems."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, Sequence):
        return [clean_words(one) if isinstance(one, Mapping) else legible(one) for one in value]  # type: ignore[return-value]
    return value


def clean_words(entry: Mapping[str, str]) -> dict[str, str]:
    """Return a group of words, each as `clean` gives it."""
    return {word: legible(words) for word, words in entry.items()}


def values_in(text: str) -> dict[str, Any]:
    """Return what a TOML text says, as plain values. Raises ValueError where it is none."""
    return tomllib.loads(plain(text))


def plain(text: str) -> str:
    """Return a text as TOML is read: without the mark at its start, and with the line ends of Unix."""
    return text.removeprefix(BOM).replace("\r\n", "\n")


def _woken(text: str, keys: Sequence[str]) -> str:
    """Return a text in which words that a new kit's file explains, and does not say yet, stand where it does."""
    wanted, lines = {*keys} - {*values_in(text)}, text.split("\n")
    for index in lines_outside_long_text(lines):
        explained = EXPLAINED.match(lines[index])
        if TABLE.fullmatch(lines[index].rstrip("\r")):
            break
        if explained and explained[1] in wanted:
            lines[index] = f'{explained[1]} = ""'
            wanted.remove(explained[1])
    return "\n".join(lines)


def _changed(text: str, change: Callable[[Any], None], before: str) -> str:
    bom = BOM if text.startswith(BOM) else ""
    ends = "\r\n" if "\r\n" in text else "\n"
    document = tomlkit.parse(plain(text))
    change(document)
    return bom + _spaced(tomlkit.dumps(document), before.replace("\r\n", "\n")).replace("\n", ends)


def _spaced(text: str, before: str) -> str:
    """Return a text with an empty line above each table that is new, or stands below what is new."""
    known, lines = before.split("\n"), text.split("\n")
    beside = {*pairwise(known)}
    outside = {*lines_outside_long_text(lines)}
    spaced = lines[:1]
    for number, (above, line) in enumerate(pairwise(lines), start=1):
        is_close = above.strip() and not above.lstrip().startswith("#") and (above, line) not in beside
        spaced += ["", line] if number in outside and TABLE.fullmatch(line) and is_close else [line]
    return "\n".join(spaced)


def _fill(parent: Any, table: list[str], values: Mapping[str, Value]) -> None:
    if not table:
        for key, value in values.items():
            _set(parent, key, value)
        return
    name, *inner = table
    if name not in parent:
        if not any(values.values()):
            return
        is_inline = isinstance(parent, InlineTable)
        parent[name] = tomlkit.inline_table() if is_inline else tomlkit.table(is_super_table=bool(inner))
    _fill(parent[name], inner, values)
    if not parent[name]:
        del parent[name]


def _set(parent: Any, key: str, value: Value) -> None:
    """Let a table say a value; what it says already is left as it is written."""
    old = parent.get(key)
    if value in (None, "") or value == []:
        if old is not None:
            del parent[key]
    elif isinstance(value, Sequence) and not isinstance(value, str) and isinstance(value[0], Mapping):
        _set_entries(parent, key, value)
    elif old is None or old != value:
        parent[key] = _item(value)


def _set_entries(parent: Any, key: str, entries: Sequence[Any]) -> None:
    """Let a list of tables have these entries; what is said of one that stays is left as it is written."""
    old = parent.get(key)
    if not isinstance(old, AoT):
        if old is not None and _plain(old) == [*map(dict, entries)]:
            return
        parent.pop(key, None)
        parent[key] = tomlkit.aot()
        old = parent[key]
    for place, entry in enumerate(entries):
        if place == len(old):
            old.append(tomlkit.table())
        for word in {**old[place].unwrap(), **entry}:
            _set(old[place], word, entry.get(word))
    while len(old) > len(entries):
        del old[-1]


def _plain(entries: Any) -> list[dict[str, str]]:
    found = entries.unwrap() if hasattr(entries, "unwrap") else entries
    return [found] if isinstance(found, dict) else [*found]


def _item(value: Value) -> Any:
    if isinstance(value, str):
        return tomlkit.string(value, multiline="\n" in value)
    return tomlkit.item(value)
