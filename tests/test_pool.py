"""Workers that are killed, and what becomes of their calls. Signals are POSIX's; Windows has one way to kill."""

from __future__ import annotations

import gc
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import presskit.working.pool
from presskit import ending, gate, passing
from presskit.working.pool import DiedError, Pool
from tests.conftest import ROOT
from tests.support.kills import processes

if sys.platform != "linux":
    pytest.skip("processes are found in /proc", allow_module_level=True)

WALL_S = 120.0  # a busy machine must not end a call by the clock


@pytest.fixture(params=["forked from the command", "forked from a server"])
def pool(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    """A pool; where a system's libraries may not outlive a fork of the command, a server forks its workers."""
    monkeypatch.setattr(presskit.working.pool, "FORKS", request.param == "forked from the command")
    made = Pool(2, ())
    yield made
    made.kill()


def results(pool: Pool) -> dict[int, Any]:
    """Wait for all calls; return what came of each: a value or an error."""
    found = {}
    while pool.busy:
        found |= {key: end.error or end.value for key, end in pool.ended()}
    return found


def die_once(mark: str, number: int) -> str:
    """Kill this process when called for the first time."""
    if not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getpid(), number)
    return "made"


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_call_whose_worker_is_killed_is_made_once_more(pool: Pool, tmp_path: Path, name: str) -> None:
    pool.begin(0, die_once, (str(tmp_path / "mark"), signal.Signals[name]), WALL_S)
    pool.begin(1, abs, (-1,), WALL_S)
    assert results(pool) == {0: "made", 1: 1}


@pytest.mark.parametrize(("name", "calls"), [("SIGKILL", 2), ("SIGSEGV", 1)])
def test_a_call_that_kills_its_worker_ends(pool: Pool, tmp_path: Path, name: str, calls: int) -> None:
    pool.begin(0, _count_and_die, (str(tmp_path / "calls"), signal.Signals[name]), WALL_S)
    error = results(pool)[0]
    assert isinstance(error, DiedError)
    assert error.exitcode == -signal.Signals[name]
    assert (tmp_path / "calls").stat().st_size == calls


def _count_and_die(path: str, number: int) -> None:
    with Path(path).open("a") as file:
        file.write("x")
    os.kill(os.getpid(), number)


HOLD = """
import ctypes, sys, threading
from presskit.working.pool import Pool

def keep(name):
    ctypes.CDLL(None).prctl(15, name, 0, 0, 0)  # PR_SET_NAME, as a library names its thread
    begun.set()
    threading.Event().wait()

if sys.argv[1]:
    begun = threading.Event()
    threading.Thread(target=keep, args=(sys.argv[1].encode(),), daemon=True).start()
    begun.wait()
pool = Pool(1, ())
pool.begin(0, sys.modules["os"].getppid, (), 60.0)
[(_, ended)] = pool.ended()
print(ended.result() == sys.modules["os"].getpid())
pool.kill()
"""


@pytest.mark.parametrize(("name", "is_forked"), [("", True), ("[pango] fontcon", False)])
def test_a_process_in_which_a_library_keeps_a_thread_is_not_forked(name: str, is_forked: bool) -> None:
    done = subprocess.run([sys.executable, "-c", HOLD, name], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == [str(is_forked)]


@pytest.mark.parametrize("pool", ["forked from a server"], indirect=True)
def test_workers_of_a_server_have_the_environment_of_the_command(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    for key, said in enumerate(("once", "again")):
        monkeypatch.setenv("PRESSKIT_TOLD", said)
        pool.begin(key, os.getenv, ("PRESSKIT_TOLD",), WALL_S)
        assert results(pool) == {key: said}
        pool.kill()


def test_a_worker_that_is_killed_while_it_has_nothing_to_do_is_replaced(pool: Pool) -> None:
    pool.begin(0, os.getpid, (), WALL_S)
    first = results(pool)[0]
    os.kill(first, signal.SIGKILL)
    pool.begin(1, os.getpid, (), WALL_S)
    assert results(pool)[1] != first


def test_a_worker_that_dies_in_the_middle_of_its_answer_is_replaced(pool: Pool, tmp_path: Path) -> None:
    pool.begin(0, _die_while_answering, (str(tmp_path / "mark"),), WALL_S)
    assert len(results(pool)[0]) == 50_000_000


def _die_while_answering(mark: str) -> bytes:
    """Return more than a pipe holds; a first time, this process is killed before all of it is through."""
    if not Path(mark).exists():
        Path(mark).touch()
        signal.setitimer(signal.ITIMER_REAL, 0.05)  # its signal ends the process, wherever it is
        signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    return bytes(50_000_000)


# Python itself says so where it notices the death in time; which it does not always.
@pytest.mark.filterwarnings("ignore:resource_tracker. process died unexpectedly")
@pytest.mark.parametrize("pool", ["forked from a server"], indirect=True)
@pytest.mark.parametrize("kind", ["server", "tracker"])
def test_calls_outlive_the_processes_that_workers_come_from(pool: Pool, kind: str) -> None:
    pool.begin(0, os.getpid, (), WALL_S)
    assert results(pool)[0]
    [pid] = [pid for pid, words in children().items() if words == kind]
    pool.begin(1, time.sleep, (1.0,), WALL_S)
    os.kill(pid, signal.SIGKILL)
    pool.begin(2, abs, (-2,), WALL_S)
    assert results(pool) == {1: None, 2: 2}


def children() -> dict[int, str]:
    """Return the server and the tracker of this very process."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and (folder / "stat").exists():
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            words = (folder / "cmdline").read_text()
            if int(parent) == os.getpid() and state != "Z":
                match = re.search("forkserver|resource_tracker", words)
                found[int(folder.name)] = {"forkserver": "server", "resource_tracker": "tracker"}.get(
                    match[0] if match else "", "other"
                )
    return found


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_worker_that_is_told_to_end_undoes_nothing_of_the_command(pool: Pool, tmp_path: Path, name: str) -> None:
    before = signal.getsignal(signal.Signals[name])
    with ending.undone_by((tmp_path / "undone").touch):
        ending.listen()
        try:
            pool.begin(0, die_once, (str(tmp_path / "mark"), signal.Signals[name]), WALL_S)
            assert results(pool) == {0: "made"}
        finally:
            for number in ending.numbers():
                signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    assert signal.getsignal(signal.Signals[name]) == before
    assert not (tmp_path / "undone").exists()


def test_a_worker_may_read_only_what_its_call_brings_along(pool: Pool, tmp_path: Path) -> None:
    with gate.opened(tmp_path):
        pool.begin(0, gate.places, (), WALL_S)
        assert results(pool) == {0: ()}


def test_a_worker_that_ends_leaves_the_commands_temporary_files(pool: Pool) -> None:
    folder = passing.folder()
    pool.begin(0, gc.collect, (), WALL_S)
    assert results(pool)
    pool.kill()
    assert folder.is_dir()


def test_an_error_that_cannot_be_sent_is_told_in_words(pool: Pool) -> None:
    pool.begin(0, _raise_what_cannot_be_sent, (), WALL_S)
    error = results(pool)[0]
    assert isinstance(error, RuntimeError)
    assert "what cannot be sent" in str(error)


def _raise_what_cannot_be_sent() -> None:
    raise ValueError("what cannot be sent", lambda: None)


# A command with a worker in the middle of a library's work, which runs no Python: a call that never ends.
COMMAND = """
import sys
from presskit.working.pool import Pool

pool = Pool(1, ())
pool.begin(0, sum, (range(10**15),), 1000.0)
print("at work", flush=True)
pool.ended()
"""


def test_workers_end_with_the_command_even_in_the_middle_of_a_librarys_work(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", COMMAND]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    assert "worker" in processes(process.pid).values()
    process.kill()
    process.communicate()
    assert wait_for(lambda: not processes(process.pid))


def wait_for(condition: Any) -> bool:
    """Wait until something is true; at most half a minute."""
    until = time.monotonic() + 30
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(condition())
