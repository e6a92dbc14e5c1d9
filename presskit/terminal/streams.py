"""What goes out to the terminal, and what comes up beside it: lines, JSON, progress, errors, the finished file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from presskit import ending, gate
from presskit.errors import PresskitError
from presskit.names import shown, spoken, whole
from presskit.terminal.facts import findings_json
from presskit.terminal.guesses import with_guess
from presskit.terminal.lines import write
from presskit.terminal.phrases import line_of
from presskit.zipped import known_as

OPENER_S = 3.0
CURSOR = b"\r\x1b[K\x1b[?25h"  # shows it again, at the beginning of an empty line


def say(text: str = "", to: TextIO | None = None) -> None:
    """Print a text; characters the terminal cannot show, or would obey, become "?"."""
    write(said(text), to or sys.stdout)


def said(text: str) -> str:
    """Return a text as it is printed: nothing in it is obeyed, and files of a ZIP are called as they stand there."""
    return spoken(known_as(text))


def say_lines(lines: Iterable[str]) -> None:
    """Print each line as one, whatever names and words are in it."""
    write(said_lines(lines), sys.stdout)


def said_lines(lines: Iterable[str]) -> str:
    """Return lines as they are printed."""
    return said("\n".join(shown(line) for line in lines))


def say_json(value: object) -> None:
    """Print the one JSON value of --json on standard output."""
    write(said_json(value), sys.stdout)


def said_json(value: object) -> str:
    """Return a JSON value as it is printed, in ASCII: any program can read it.

    Bytes of a name that are no characters become U+FFFD: half a character is nothing that JSON can hold.
    """
    text = whole(json.dumps(value, ensure_ascii=False, default=str))
    return json.dumps(_known(json.loads(text)), indent=2)


def _known(value: Any) -> Any:
    """Return a JSON value in which each file of a ZIP is called as it stands there."""
    if isinstance(value, dict):
        return {key: _known(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_known(one) for one in value]
    return known_as(value) if isinstance(value, str) else value


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Give a function (stage, done, total) that moves a bar on a terminal; elsewhere it does nothing."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console  # noqa: PLC0415  (0.05 s that only a terminal needs)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn())
    bars = Progress(*columns, console=Console(stderr=True), transient=True)
    with ending.undone_by(lambda: os.write(2, CURSOR)), bars:
        tasks: dict[str, Any] = {}

        def move(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield move


def report_error(error: PresskitError, typed: Sequence[str] = (), *, as_json: bool) -> None:
    """Tell the problems that stopped a command: on standard error for people, as JSON for programs.

    typed: the command's words; a name among them that is not there may be meant for one that is.
    """
    problems = [with_guess(problem, typed) for problem in error.problems]
    if as_json:
        say_json(
            {
                "ready": False,
                "verdict": "not ready",
                "exit_code": int(error.exit_code),
                "findings": findings_json(problems),
            }
        )
    for problem in problems:
        say(line_of(problem), sys.stderr)


def show_file(path: Path) -> bool:
    """Open a file with the program this computer uses for it; tell whether that could be done."""
    if sys.platform == "win32":
        try:
            os.startfile(gate.real(path))
        except OSError:
            return False
        return True
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if not opener:
        return False
    silent = subprocess.DEVNULL
    process = subprocess.Popen([opener, gate.real(path)], stdin=silent, stdout=silent, stderr=silent)
    try:
        return process.wait(OPENER_S) == 0
    except subprocess.TimeoutExpired:
        return True  # it shows the file for as long as it runs
