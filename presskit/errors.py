"""Exit codes, and the exceptions that stop a command. Each message says what to do next.

    PresskitError
    ├── UsageError         2   the command's words do not fit
    ├── SourceError        3   a source cannot be read
    ├── SettingsError      4   kit.toml, brand.toml or the settings at the top of a file are invalid
    ├── SystemLibraryError 5   Pango or HarfBuzz is missing
    ├── RenderingError     6   a page could not be made
    ├── OutputError        7   the output cannot be written
    └── NotReadyError      8   the kit is not ready, and not even a draft of it may be made

Why: an exception is raised only where no output can be made. Everything else is a Finding that travels with
its value (presskit.findings), so that one run reports all there is to report.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from struct import error as struct_error

from presskit.findings import Finding, finding

# A style can make whoever lays out or binds its pages fail in as many ways as their code has lines: with sizes that no
# number holds, with boxes that they do not expect where they stand. None is a mistake of presskit's, and each is told
# of the file it lies in.
BREAKDOWNS = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct_error),
)


class ExitCode(IntEnum):
    """The process exit codes of every command."""

    DONE = 0
    BUG = 1
    USAGE = 2
    SOURCE = 3
    SETTINGS = 4
    SYSTEM_LIBRARY = 5
    RENDERING = 6
    OUTPUT = 7
    NOT_READY = 8
    INTERRUPTED = 130


class PresskitError(Exception):
    """A problem that stops the command, told as one or more findings of severity error."""

    exit_code = ExitCode.BUG

    def __init__(self, *problems: Finding) -> None:
        super().__init__("\n".join(problem.message for problem in problems))
        self.problems: Sequence[Finding] = problems

    def __reduce__(self) -> tuple[type[PresskitError], tuple[Finding, ...]]:
        """Pickle by problems: an exception crosses from a worker process to the parent."""
        return (type(self), tuple(self.problems))


class UsageError(PresskitError):
    """The command was called with words that do not fit together."""

    exit_code = ExitCode.USAGE


def usage_error(problem: str, hint: str) -> UsageError:
    """Return the error for words that do not fit: `problem` is a sentence without its full stop."""
    return UsageError(finding("b-007", problem=problem, hint=hint))


class SourceError(PresskitError):
    """One or more sources cannot be read."""

    exit_code = ExitCode.SOURCE


class SettingsError(PresskitError):
    """Settings are invalid; holds every problem of every settings file read."""

    exit_code = ExitCode.SETTINGS


class SystemLibraryError(PresskitError):
    """A library of the operating system is missing."""

    exit_code = ExitCode.SYSTEM_LIBRARY


class RenderingError(PresskitError):
    """One or more documents could not be made into pages."""

    exit_code = ExitCode.RENDERING


class StoppedError(Exception):
    """What cannot be made, for a reason in words; what it is, is known where it was begun (working.workers)."""


class OutputError(PresskitError):
    """The output cannot be written."""

    exit_code = ExitCode.OUTPUT


class NotReadyError(PresskitError):
    """Something must be decided first: when a kit may be published is never guessed, not even for a draft."""

    exit_code = ExitCode.NOT_READY
