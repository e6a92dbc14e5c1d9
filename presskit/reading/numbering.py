"""Numbers for the blocks of sources without lines that mean anything: Word files and web pages.

Why: the anatomy finder tells order and distance by line numbers, as plain text has them. A Word file has none, and a
web page may hold all its text on one line. So its blocks are numbered as if each stood on lines of its own, and at the
end of reading the file's own lines (None for Word) take the place of these numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from presskit.model import Block

T = TypeVar("T")
FIRST = 1_000_000_000  # above the lines of any file: such a number is never taken for one
LINE_FIELDS = ("line", "headline_line")


@dataclass
class Numbered:
    """Numbered blocks, the numbers left empty between them, and which line of the file each number stands for."""

    blocks: list[Block] = field(default_factory=list)
    empty: set[int] = field(default_factory=set)
    lines: dict[int, int | None] = field(default_factory=dict)


def number(blocks: Iterable[Block | None]) -> Numbered:
    """Give blocks numbers in their order; None is an empty line. Each line of a paragraph takes a number."""
    done = Numbered(empty={FIRST})
    at = FIRST + 1
    for block in blocks:
        if block is None:
            done.empty.add(at)
            at += 1
            continue
        taken = block.html.count("\n") + 1 if block.kind == "paragraph" else 1
        done.lines |= dict.fromkeys(range(at, at + taken), block.line)
        done.blocks.append(replace(block, line=at))
        at += taken
    return done


def in_lines(value: T, lines: Mapping[int, int | None]) -> T:
    """Return a reading, or anything in it, with the file's lines in place of the numbers."""
    if not lines:
        return value
    if isinstance(value, tuple):
        return type(value)(in_lines(item, lines) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changes: dict[str, Any] = {}
    for one in fields(value):
        old = getattr(value, one.name)
        changes[one.name] = lines.get(old, old) if one.name in LINE_FIELDS else in_lines(old, lines)
    return replace(value, **changes)
