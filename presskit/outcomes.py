"""What became of tasks: their values, or one error with the problems of all that failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from presskit.errors import OutputError, PresskitError, RenderingError, SettingsError, SourceError
from presskit.findings import Finding
from presskit.reading.result import Reading
from presskit.sorting.taken import Taken
from presskit.working.workers import Outcome, Task, Workers

Progress = Callable[[str, int, int], None]
# By the first letter of its code: what it is when reading a source, or its settings, or checking a file was stopped.
KINDS: Mapping[str, type[PresskitError]] = {"s": SourceError, "t": SettingsError, "p": SourceError}


def silent(stage: str, done: int, total: int) -> None:
    """Show no progress."""


def value_of(workers: Workers, task: Task, blame: Finding, meanwhile: Callable[[], object] | None = None) -> Any:
    """Do one task, and return its value. Raises its error; `blame` with the reason in it where it was stopped.

    meanwhile: what this process does while a worker is at it.
    """
    outcomes = workers.run([task], meanwhile=meanwhile)
    raise_problems(outcomes, [blame])
    return outcomes[0].value


def raise_problems(outcomes: Sequence[Outcome], blamed: Sequence[Finding]) -> None:
    """Raise one error with the problems of all tasks that failed, of the gravest kind among them."""
    problems: list[Finding] = []
    kinds: list[type[PresskitError]] = []
    for outcome, blame in zip(outcomes, blamed, strict=True):
        if outcome.error:
            # A disk that is full is no document's fault.
            is_its_own = not isinstance(outcome.error, OutputError)
            problems += [problem.at(blame.where.file) if is_its_own else problem for problem in outcome.error.problems]
            kinds.append(type(outcome.error))
        elif outcome.stopped:
            problems.append(replace(blame, message=blame.message.replace(": .", f": {outcome.stopped}.")))
            kinds.append(KINDS.get(blame.code[0], RenderingError))
    if problems:
        # What was read holds errors as well, such as a photo's: whoever mends the others wants to know of them now.
        values = (outcome.value for outcome in outcomes)
        read = (value.reading if isinstance(value, Taken) else value for value in values)
        found = (item for one in read if isinstance(one, Reading) for item in one.findings)
        problems += [item for item in found if item.severity == "error"]
        # Several documents may have met the same problem, such as a damaged logo.
        raise min(kinds, key=lambda kind: kind.exit_code)(*dict.fromkeys(problems))
