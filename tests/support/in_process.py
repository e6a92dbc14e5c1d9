"""Workers that do their tasks at once, in the test's own process: a build without the second it takes to start them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from presskit import importing, reporting, unpacking
from presskit.comparing import reprinting, sides
from presskit.errors import PresskitError, StoppedError
from presskit.judging import inspection, proof
from presskit.mailing import audience, copying, enclosing, filing
from presskit.making import build, outputs
from presskit.working.workers import Outcome, Task


class InProcess:
    """Stands in for presskit.working.workers.Workers where no test is about processes.

    stops: the name of a function; a task that calls it is not done but reported as stopped.
    """

    stops = ""

    def __init__(self, *_: object, **__: object) -> None: ...

    def __enter__(self) -> InProcess:
        return self

    def __exit__(self, *_: object) -> None: ...

    def load_ahead(self, task: Task) -> None: ...

    def run(
        self, tasks: Sequence[Task], done: Callable[[int], None] = lambda number: None, **_: object
    ) -> tuple[Outcome, ...]:
        outcomes = [Outcome() for _ in tasks]
        for index, task in enumerate(tasks):
            outcomes[index] = self._outcome(task)
            done(index)
            if outcomes[index].stopped:
                break
        return tuple(outcomes)

    def _outcome(self, task: Task) -> Outcome:
        given = [each for one in task.arguments for each in (one if isinstance(one, tuple) else (one,))]
        if any(str(each).endswith(f":{self.stops}") for each in (task.function, *given) if self.stops):
            return Outcome(stopped="it took longer than 60 seconds")
        try:
            return Outcome(value=task.do())
        except PresskitError as error:
            return Outcome(error=error)
        except StoppedError as error:
            return Outcome(stopped=str(error))


def work_in_process(patch: pytest.MonkeyPatch) -> None:
    """Let every command work in this process; for small kits, whose pages take less time than processes to start."""
    modules = (build, importing, inspection, outputs, proof, reporting, unpacking)
    for module in (*modules, reprinting, sides, audience, copying, enclosing, filing):
        patch.setattr(module, "Workers", InProcess)
    patch.setenv("FONTCONFIG_FILE", "")  # what a build sets is undone with it
