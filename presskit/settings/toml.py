"""Reading a TOML file whole: what it says, the line of each key, and every place where it does not follow the form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from presskit.findings import Finding, Where, finding
from presskit.settings.problems import Location, unreadable

STRAIGHT_TEXT_OR_COMMENT = re.compile(r""""(?:\\.|[^"\\])*"|'[^']*'|#.*""")
CURLY = re.compile("[“”„‟‘’‚]")
DOUBLE_CURLY = re.compile("[“”„‟]")
SINGLE_CURLY = re.compile("‘|’(?!\\w)")
KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
TABLE = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?")
LONG_QUOTES = re.compile(r'"""|' + "'''")
LINE_OF_ERROR = re.compile(r"\(at line (\d+)")
MAXIMUM_PROBLEMS = 20


@dataclass(frozen=True)
class TomlSource:
    """A TOML file: its data, the line (from 1) of each key by its place, and where it breaks the form."""

    data: dict[str, Any]
    lines: dict[Location, int]
    problems: tuple[Finding, ...] = ()


def read_toml(file: Path) -> TomlSource:
    """Read `file`. Lines that break the form become problems and are left out, so that the rest is still checked."""
    try:
        text = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        hint = "Open it in a text editor and save it with the encoding UTF-8."
        return TomlSource({}, {}, (unreadable(file, "it is not saved as UTF-8 text", hint),))
    except OSError as error:
        words = error.strerror or "it cannot be opened"
        return TomlSource({}, {}, (unreadable(file, words, "Check that it is a file you may open."),))
    lines, problems = straighten(text.split("\n"), file)
    data, further = parse(lines, file)
    return TomlSource(data, dict(key_lines(lines)), (*problems, *further))


def straighten(lines: list[str], file: Path) -> tuple[list[str], list[Finding]]:
    """Replace curly quotes that stand for straight ones, and name each line that has them."""
    problems, straight, key = [], list(lines), "The text"
    for index in lines_outside_long_text(lines):
        line = lines[index]
        if match := KEY.match(line):
            key = match[1]
        curly = CURLY.search(STRAIGHT_TEXT_OR_COMMENT.sub("", line))
        if curly:
            problems.append(finding("t-003", Where(file, index + 1), key=key, quote=curly[0]))
            straight[index] = DOUBLE_CURLY.sub('"', line) if DOUBLE_CURLY.search(line) else SINGLE_CURLY.sub("'", line)
    return straight, problems


def lines_outside_long_text(lines: list[str]) -> Iterator[int]:
    """Yield the index of each line that does not begin inside text between three quotes."""
    closing = ""
    for index, line in enumerate(lines):
        rest = line
        if closing:
            _, found, rest = line.partition(closing)
            if not found:
                continue
        else:
            yield index
        closing = unclosed_long_quotes(rest)


def unclosed_long_quotes(line: str) -> str:
    """Return the three quotes that `line` opens and does not close, else nothing."""
    while opening := LONG_QUOTES.search(line):
        _, found, line = line[opening.end() :].partition(opening[0])
        if not found:
            return opening[0]
    return ""


def parse(lines: list[str], file: Path) -> tuple[dict[str, Any], list[Finding]]:
    """Parse the lines; a line that breaks the form is reported and left out, up to a limit.

    Why: tomllib stops at its first problem, and a person wants to hear of all of them at once.
    """
    lines, problems = list(lines), list[Finding]()
    while len(problems) < MAXIMUM_PROBLEMS:
        try:
            return tomllib.loads("\n".join(lines)), problems
        except tomllib.TOMLDecodeError as error:
            number = line_of_error(str(error), lines)
            line = lines[number - 1] if number else ""
            problems.append(unreadable(file, *explain(str(error), line), number))
            if not number or not KEY.match(line.replace(":", "=", 1)):
                break
            lines[number - 1] = ""
    return {}, problems


def line_of_error(message: str, lines: list[str]) -> int | None:
    """Return the line tomllib names; for an unfinished end, the last line that is not empty."""
    if match := LINE_OF_ERROR.search(message):
        return int(match[1])
    return next((index for index in range(len(lines), 0, -1) if lines[index - 1].strip()), None)


def explain(message: str, line: str) -> tuple[str, str]:
    """Return in plain words what is wrong with a line of TOML, and what to do."""
    key, _, value = (part.strip() for part in line.partition("="))
    if "Invalid value" in message and value:
        return f"“{value}” does not stand between quotes", f'Write: {key} = "{value}"'
    if "Expected '='" in message or "Invalid statement" in message:
        return f'“{line.strip()}” is not of the form: word = "text"', "Write the word, =, and the text between quotes."
    if "Cannot overwrite" in message or "Cannot declare" in message:
        return f"“{key.strip('[]')}” stands twice", "Keep one of the two and remove the other."
    if "Unescaped" in message:
        return "the text holds a backslash (\\)", "Use / between folders."
    if "Unterminated" in message or "Illegal character" in message or 'Expected "\'"' in message:
        return "a quotation mark is missing", "Close the text with the quotation mark that opens it."
    if "Unclosed" in message:
        return "a closing bracket is missing", "Close the list with ]."
    return (
        f"“{line.strip()}” holds something that does not belong there",
        f'Write one setting on each line: {key or "title"} = "text"',
    )


def key_lines(lines: list[str]) -> Iterator[tuple[Location, int]]:
    """Yield the place of each table and key, and its line counted from 1."""
    table: Location = ()
    count: dict[Location, int] = {}
    for index in lines_outside_long_text(lines):
        if header := TABLE.fullmatch(lines[index]):
            table = locate(key_parts(header[2]), count)
            if header[1] == "[[":
                count[table] = count.get(table, -1) + 1
                table = (*table, count[table])
            yield table, index + 1
        elif key := KEY.match(lines[index]):
            yield (*table, *key_parts(key[1])), index + 1


def locate(parts: Location, count: dict[Location, int]) -> Location:
    """Put the number of the table that is open now behind each name of a list of tables, save the last."""
    place: Location = ()
    for part in parts:
        place = (*place, count[place], part) if place in count else (*place, part)
    return place


def key_parts(key: str) -> Location:
    """Split a TOML key at its dots: photos."a.jpg" has two parts. The parser itself knows how."""
    try:
        inner: Any = tomllib.loads(f"{key} = 0")
    except tomllib.TOMLDecodeError:
        return (key,)
    parts: Location = ()
    while isinstance(inner, dict):
        (name, inner), *_ = inner.items()
        parts = (*parts, name)
    return parts
