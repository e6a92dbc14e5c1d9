"""Lines as they come out: what a person reads ends where a line of the terminal ends, and not within a word."""

from __future__ import annotations

import re
from shutil import get_terminal_size
from textwrap import wrap
from typing import TextIO

from presskit.names import encodable
from presskit.resources import called_as

FINDING = re.compile(r"( *(?:- )?)(\S.*\([a-z]-\d{3}\))")  # the line of a finding, and what stands before its words
FEWEST = 30  # columns in which words can be set
HELD = "\ue000"  # stands for a space that no line ends with


def write(text: str, stream: TextIO) -> None:
    """Print a text; what people read on a terminal is set in its width."""
    text = "\n".join(map(_set, text.split("\n"))) if stream.isatty() else text
    stream.write(encodable(text, stream.encoding) + "\n")
    stream.flush()  # a disk that is full says so here, and not when Python ends


def _set(line: str) -> str:
    """Return the line of a finding in lines of the terminal; any other as it is, since its columns say something.

    A command is not parted: copied from two lines, its first half would be run.
    """
    columns = get_terminal_size().columns - 1
    found = FINDING.fullmatch(line)
    if not found or not FEWEST <= columns < len(line):
        return line
    command = re.compile(rf"{re.escape(called_as())} [a-z]+ [^;(]*?(?=\. [A-Z]|[;,(]|\s\(|$)")
    held = command.sub(
        lambda match: match[0].rstrip().replace(" ", HELD) + match[0][len(match[0].rstrip()) :], found[2]
    )
    behind = " " * max(len(found[1]), 2)
    lines = wrap(
        held,
        columns,
        initial_indent=found[1],
        subsequent_indent=behind,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace(HELD, " ")
