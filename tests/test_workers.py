from __future__ import annotations

import os
import select
import signal
import sys
import threading
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.errors import SourceError
from presskit.findings import finding
from presskit.working import pool
from presskit.working.workers import Limits, Outcome, Task, Workers

LIMITS = Limits(wall_s=120, cpu_s=1, memory_bytes=1024**3)  # a busy machine must not end a task by the clock


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, LIMITS, preload=()) as pool:
        yield pool


def survives(workers: Workers, task: Task) -> tuple[str | None, object]:
    """Run a task beside a harmless one, then others; return why it was stopped, and its error."""
    beside, outcome = workers.run([Task("builtins:abs", (-1,)), task])
    after = workers.run([Task("builtins:abs", (-number,)) for number in range(4)])
    assert [beside.value, *(other.value for other in after)] == [1, 0, 1, 2, 3]
    return outcome.stopped, outcome.error


def test_a_task_that_never_ends_is_stopped_alone() -> None:
    with Workers(2, replace(LIMITS, wall_s=3), preload=()) as workers:
        assert survives(workers, Task("signal:pause", ())) == ("it took longer than 3 seconds", None)


def test_a_task_that_computes_for_too_long_is_stopped_alone(workers: Workers) -> None:
    stopped, _ = survives(workers, Task("builtins:sum", (range(10**12),)))
    assert stopped == "it computed for too long"


def test_a_task_that_eats_memory_is_stopped_alone(workers: Workers) -> None:
    assert survives(workers, Task("builtins:bytearray", (4 * 1024**3,))) == ("it needed more than 1 GB of memory", None)


def test_a_task_that_crashes_dies_alone(workers: Workers) -> None:
    stopped, _ = survives(workers, Task("os:abort", ()))
    assert stopped
    assert "broke down" in stopped


def test_a_task_that_is_nested_too_deeply_is_one_problem(workers: Workers) -> None:
    stopped, _ = survives(workers, Task("json:loads", ("[" * 100_000,)))
    assert stopped == "its elements are nested too deeply"


def test_what_has_not_begun_when_one_is_stopped_is_not_begun() -> None:
    with Workers(1, LIMITS, preload=()) as workers:
        before, stopped, after = workers.run(
            [Task("builtins:abs", (-1,)), Task("os:abort", ()), Task("builtins:abs", (-2,))]
        )
        assert (before.value, after) == (1, Outcome())
        assert stopped.stopped
        assert workers.run([Task("builtins:abs", (-2,))])[0].value == 2


def test_a_task_has_limits_of_its_own(workers: Workers) -> None:
    own = Limits(wall_s=120, cpu_s=60, memory_bytes=2 * 1024**3)
    [large] = workers.run([Task("tests.test_workers:_reserved", (3 * 1024**3 // 2,), own)])
    assert large.value == 3 * 1024**3 // 2
    assert (
        survives(workers, Task("tests.test_workers:_reserved", (3 * 1024**3 // 2,)))[0]
        == "it needed more than 1 GB of memory"
    )


def test_a_problem_comes_back_with_its_findings(workers: Workers) -> None:
    error = SourceError(finding("s-001", name="a.txt"), finding("s-002", name="b.txt"))
    _, found = survives(workers, Task("tests.test_workers:_raise", (error,)))
    assert isinstance(found, SourceError)
    assert found.problems == error.problems


def test_outcomes_come_in_the_order_of_the_tasks(workers: Workers) -> None:
    seen: list[int] = []
    outcomes = workers.run([Task("builtins:abs", (-number,)) for number in range(20)], seen.append)
    assert [outcome.value for outcome in outcomes] == list(range(20))
    assert seen == list(range(20))


def test_a_mistake_of_our_own_is_not_hidden(workers: Workers) -> None:
    with pytest.raises(ZeroDivisionError):
        workers.run([Task("builtins:divmod", (1, 0))])


def test_only_the_command_itself_hears_ctrl_c(workers: Workers) -> None:
    assert signal.getsignal(signal.SIGINT) is not signal.SIG_IGN
    [outcome] = workers.run([Task("signal:getsignal", (signal.SIGINT,))])
    assert outcome.value == signal.SIG_IGN


def _reserved(size: int) -> int:
    return len(bytearray(size))


def _raise(error: Exception) -> None:
    raise error


if sys.platform == "win32":
    pytest.skip("limits of memory and CPU are the POSIX system's", allow_module_level=True)


def has_loaded(name: str) -> tuple[bool, int]:
    return name in sys.modules, os.getpid()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere what workers need is loaded where they are started")
def test_the_rest_is_loaded_beside_tasks_and_done_by_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "is_alone", lambda: True)  # whatever tests before it have opened here
    monkeypatch.delitem(sys.modules, "imaplib", raising=False)
    asked = [Task("tests.test_workers:has_loaded", ("imaplib",))] * 3
    with Workers(2, preload=(), rest=("imaplib",)) as workers:
        before, first, after, later = (
            workers.run(asked, loads_rest=is_first) for is_first in (False, True, False, True)
        )
        assert threading.active_count() == 1  # a process of several threads is not forked
    assert {loaded for outcome in (*before, *first) for loaded, _ in [outcome.value]} == {False}
    assert {loaded for outcome in (*after, *later) for loaded, _ in [outcome.value]} == {True}
    numbers = [{outcome.value[1] for outcome in outcomes} for outcomes in (before, first, after, later)]
    assert not numbers[1] & numbers[2]
    assert numbers[2] & numbers[3]  # they stay


def test_nothing_is_loaded_where_tasks_are_known() -> None:
    class Known:
        def find(self, tasks: Sequence[Task]) -> list[Outcome | None]:
            return [Outcome(value=1, is_known=True) for _ in tasks]

        def keep(self, done: object, begun: float) -> None: ...

    with Workers(2, preload=(), rest=("imaplib",), memory=Known()) as workers:
        assert workers.run([Task("builtins:abs", (-1,))], loads_rest=True) == (Outcome(value=1, is_known=True),)
        assert not workers._pool._workers


def leave_rubbish(told: str) -> None:
    ring: set[object] = set()
    held = type("Ring", (), {"ring": ring})()
    ring.add(held)
    weakref.finalize(held, Path(told).write_bytes, b"gone")


def test_a_worker_looks_for_rubbish_while_it_has_nothing_to_do(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "told")
    heard = os.open(tmp_path / "told", os.O_RDWR | os.O_NONBLOCK)
    try:
        with Workers(1, preload=()) as workers:
            workers.run([Task("tests.test_workers:leave_rubbish", (str(tmp_path / "told"),))])
            assert select.select([heard], [], [], 30)[0]
    finally:
        os.close(heard)


def opened(path: str) -> str:
    return Path(path).read_text(encoding="utf-8")


def test_what_the_command_does_meanwhile_is_done_once_while_workers_work(tmp_path: Path) -> None:
    path, told = tmp_path / "told", []
    os.mkfifo(path)

    def tell() -> None:
        told.append(path.write_text("meanwhile", encoding="utf-8"))  # waits until somebody reads it

    with Workers(1, preload=()) as workers:
        asked = [Task("tests.test_workers:opened", (str(path),)), Task("builtins:abs", (-1,))]
        assert [outcome.value for outcome in workers.run(asked, meanwhile=tell)] == ["meanwhile", 1]
    assert len(told) == 1
