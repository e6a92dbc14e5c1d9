"""The settings at the top of a text, with other values in them; every other line of the file stays as it is."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

import yaml

from presskit.noting.tables import BOM, Value, clean, plain, with_values
from presskit.settings.doors import top_of
from presskit.settings.yaml import Loader

OTHER_WORDS = {"headline": "title", "subhead": "subtitle", "language": "lang"}


def can_hold(text: str) -> bool:
    """Tell whether the settings at a text's top can be written line by line, or there are none yet."""
    top = top_of(text.removeprefix(BOM))
    if top is None or top.is_toml:
        return top is None or top.last is not None
    if top.last is None:
        return False
    return _is_in_lines("\n".join(_lines(text)[top.first + 1 : top.last]))


@lru_cache(maxsize=1024)  # the window asks it of every text of a kit after each save, and one text has changed
def _is_in_lines(settings: str) -> bool:
    try:
        node = Loader(settings).get_single_node()
    except yaml.YAMLError:
        return False
    return node is None or (isinstance(node, yaml.MappingNode) and not node.flow_style)


def with_settings(text: str, values: Mapping[str, Value]) -> str:
    """Return a text with other settings at its top; None takes one out. Settings that are not there yet are begun."""
    values = {word: clean(value) for word, value in values.items()}
    bom, ends = BOM if text.startswith(BOM) else "", "\r\n" if "\r\n" in text else "\n"
    lines, top = _lines(text), top_of(text.removeprefix(BOM))
    if top is None:
        written = _edited([], values)
        lines = [*(["---", *written, "---", ""] if written else []), *lines]
    else:
        block = lines[top.first + 1 : top.last]
        lines[top.first + 1 : top.last] = _in_toml(block, values) if top.is_toml else _edited(block, values)
    return bom + ends.join(lines)


def _lines(text: str) -> list[str]:
    return plain(text).split("\n")


def _in_toml(block: list[str], values: Mapping[str, Value]) -> list[str]:
    known = "\n".join(block)
    return with_values(f"{known}\n", (), {_as_written(key, block): value for key, value in values.items()}).split("\n")[
        :-1
    ]


def _as_written(key: str, block: Iterable[str]) -> str:
    other = OTHER_WORDS.get(key)
    return (
        other if other and any(line.startswith(f"{other} ") or line.startswith(f"{other}=") for line in block) else key
    )


def _edited(block: list[str], values: Mapping[str, Value]) -> list[str]:
    """Return lines of YAML with other values; a comment behind one that is replaced stays."""
    lines = [*block]
    for key, value in values.items():
        spans = _spans(lines)
        name = key if key in spans or OTHER_WORDS.get(key) not in spans else OTHER_WORDS[key]
        first, end, comment, word = spans.get(name, (len(lines), len(lines), "", name))
        lines[first:end] = [f"{word}: {_yaml(value)}{comment}"] if value not in (None, "") and value != [] else []
    return lines


def _spans(lines: list[str]) -> dict[str, tuple[int, int, str, str]]:
    """Return for each word in small letters its first line, the one behind its last, a comment, the word itself."""
    node = _node(lines)
    spans = {}
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        first, last = key.start_mark.line, value.end_mark.line
        end = max(last + 1 if value.end_mark.column else last, first + 1)
        while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        rest = lines[last][value.end_mark.column :] if value.end_mark.column and last < len(lines) else ""
        spans[key.value.lower()] = (first, end, rest if rest.lstrip().startswith("#") else "", key.value)
    return spans


def _node(lines: list[str]) -> yaml.Node | None:
    return Loader("\n".join(lines)).get_single_node()


def _yaml(value: Value) -> str:
    """Return a value on one line of YAML: of text what JSON writes, which is YAML as well."""
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value, ensure_ascii=False)
