"""Reading a TOML file whole: what it says, the line of each key, and every place where it does not follow the form."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.errors import SettingsError, SourceError
from presskit.findings import Finding, Where, finding
from presskit.limits import KEY_PARTS, SETTINGS_BYTES, SETTINGS_LINE, SETTINGS_LINES
from presskit.settings.problems import Location, unreadable
from presskit.settings.source import Source

# The last of these passes over what a backslash stands before, so that no quotation mark begins a text twice.
STRAIGHT_TEXT_OR_COMMENT = re.compile(r"""\"{3}.*?(?:\"{3}|$)|'{3}.*?(?:'{3}|$)|"(?:\\.|[^"\\])*"|'[^']*'|#.*|\\.""")
LONG_KEY = re.compile(r"""(?<![\w"'-])[\w"'-]+(?:\s*\.\s*[\w"'-]+)+""")
CURLY = re.compile("[“”„‟‘’‚]")
DOUBLE_CURLY = re.compile("[“”„‟]")
SINGLE_CURLY = re.compile("‘|’(?!\\w)")
WORD = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
DOTTED = rf"{WORD}(?:\s*\.\s*{WORD})*"
KEY = re.compile(rf"\s*({DOTTED})\s*=")
TABLE = re.compile(rf"\s*(\[\[?)\s*({DOTTED})\s*\]\]?\s*(?:#.*)?")
LONG_QUOTES = re.compile(r'"""|' + "'''")
LINE_OF_ERROR = re.compile(r"\(at line (\d+)")
MOST_PROBLEMS = 20


def read_toml(file: Path) -> Source:
    """Read `file`. Lines that break the form become problems and are left out, so that the rest is still checked."""
    try:
        text = gate.bytes_of(file, SETTINGS_BYTES).decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        hint = "Open it in a text editor and save it with the encoding UTF-8."
        return Source(file, {}, {}, (unreadable(file, "it is not saved as UTF-8 text", hint),))
    except SourceError as error:
        return Source(file, {}, {}, tuple(error.problems))
    return toml_of(text, file)


def toml_of(text: str, file: Path) -> Source:
    """Read the words of `file`, also those that it is to have; raises and returns as read_toml does."""
    lines = text.split("\n")
    require_short(lines, file)
    try:
        return Source(file, tomllib.loads(text), key_lines(lines))
    except (ValueError, RecursionError):  # a ValueError alone is a number of thousands of digits
        straight, curly = straighten(lines, file)
        data, others = parse(straight, file, {item.where.line for item in curly})
        return Source(file, data, key_lines(straight), (*curly, *others))


def read_top(text: str, file: Path, lines_before: int) -> Source:
    """Read settings that stand at the top of `file` after `lines_before` lines; keys in small letters, days as text.

    Raises SettingsError where the text is no TOML.
    """
    lines = text.split("\n")
    require_short(lines, file)
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        line = LINE_OF_ERROR.search(str(error))
        hint = "Compare the line with the others: a text stands in straight quotation marks."
        where = lines_before + (int(line[1]) if line else 1)
        raise SettingsError(unreadable(file, "the settings at its top cannot be read", hint, where)) from None
    said = {key.lower(): str(value) if isinstance(value, dt.date | dt.time) else value for key, value in data.items()}
    placed = {location: line + lines_before for location, line in key_lines(lines).items()}
    return Source(file, said, placed)


def require_short(lines: list[str], file: Path) -> None:
    """Raise SourceError s-018 where there are too many lines, or one is too long or names a key of too many parts.

    Why: the parser takes a minute over a key of 30,000 parts.
    """
    SETTINGS_LINES.require(len(lines), Where(file))
    for number, line in enumerate(lines, start=1):
        where = Where(file, number)
        SETTINGS_LINE.require(len(line), where)
        if line.count(".") > KEY_PARTS.most:
            keys = LONG_KEY.findall(STRAIGHT_TEXT_OR_COMMENT.sub('""', line))
            KEY_PARTS.require(max((key.count(".") for key in keys), default=0), where)


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


def parse(lines: list[str], file: Path, named: set[int | None]) -> tuple[dict[str, Any], list[Finding]]:
    """Parse the lines; a line that breaks the form is reported and left out, up to a limit.

    named: lines that already have a problem. Why one by one: tomllib stops at its first problem, and a person
    wants to hear of all of them at once.
    """
    lines, problems = list(lines), list[Finding]()
    for _ in range(MOST_PROBLEMS):
        try:
            return tomllib.loads("\n".join(lines)), problems
        except RecursionError:
            return {}, [unreadable(file, "the settings are nested too deeply", "Write one setting on each line.")]
        except tomllib.TOMLDecodeError as error:
            number = line_of_error(str(error), lines)
            line = lines[number - 1]
            if number not in named:
                problems.append(unreadable(file, *explain(str(error), line), number))
            if not KEY.match(line.replace(":", "=", 1)):
                break
            lines[number - 1] = ""
        except ValueError:
            return {}, [unreadable(file, "a number has thousands of digits", "Write a shorter one.")]
    return {}, problems


def line_of_error(message: str, lines: list[str]) -> int:
    """Return the line tomllib names; where it names the end of the file, the last line that is not empty."""
    if match := LINE_OF_ERROR.search(message):
        return int(match[1])
    return max((index for index, line in enumerate(lines, start=1) if line.strip()), default=1)


def explain(message: str, line: str) -> tuple[str, str]:
    """Return in plain words what is wrong with a line of TOML, and what to do."""
    key, _, value = (part.strip() for part in line.partition("="))
    if "Expected '='" in message or "Invalid statement" in message:
        return f"“{line.strip()}” is not a setting", 'Write a word, =, and a text between quotes: title = "Our week"'
    if value and value[0] not in "\"'[{":
        return f"“{value}” does not stand between quotes", f'Write: {key} = "{value}"'
    if "Cannot overwrite" in message or "Cannot declare" in message:
        return f"“{key.strip('[]')}” stands twice", "Keep one of the two and remove the other."
    if "Unescaped" in message:
        return "the text holds a backslash (\\)", "Write / between a folder and a file."
    if "Unterminated" in message or (value[:1] in ('"', "'") and value.count(value[0]) == 1):
        return "a quotation mark is missing", "Close the text with the quotation mark that opens it."
    if "Unclosed" in message:
        return "a closing bracket is missing", "Close the list with ]"
    return f"“{line.strip()}” is more than one setting", "Write one setting on each line."


def key_lines(lines: list[str]) -> dict[Location, int]:
    """Return the line, counted from 1, of each key and each group by its location; a group's is its first."""
    found: dict[Location, int] = {}
    count: dict[Location, int] = {}
    table: Location = ()
    for index in lines_outside_long_text(lines):
        if header := TABLE.fullmatch(lines[index]):
            table = locate(key_parts(header[2]), count)
            if header[1] == "[[":
                count[table] = count.get(table, -1) + 1
                table = (*table, count[table])
            found.setdefault(table, index + 1)
        elif key := KEY.match(lines[index]):
            location = table + key_parts(key[1])
            for end in range(len(table) + 1, len(location) + 1):
                found.setdefault(location[:end], index + 1)
    return found


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
