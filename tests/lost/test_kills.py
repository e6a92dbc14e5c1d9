"""A few kills for every run of the tests; python -m tests.support.kills makes hundreds."""

from __future__ import annotations

import signal
import sys

import pytest

from tests.support.kills import ENDS, Kill, Place, is_true, kills, processes

if sys.platform != "linux":
    pytest.skip("processes are found in /proc", allow_module_level=True)

NAMES = ("kit.pdf", "drafts")
KILLS = [
    pytest.param(kill, marks=() if number % 5 == 0 else pytest.mark.slow)
    for number, kill in enumerate(kills(15, 5, NAMES))
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return Place.made(tmp_path_factory.mktemp("place"), NAMES)


@pytest.mark.parametrize("kill", KILLS, ids=lambda kill: f"{kill.name}-{kill.target}-{kill.number.name}")
def test_after_a_kill_nothing_differs_and_nothing_is_left(place: Place, kill: Kill) -> None:
    assert kill.problems(place) == []


@pytest.mark.parametrize("number", ENDS, ids=lambda number: number.name)
def test_a_command_that_is_told_to_end_says_so_in_a_sentence(place: Place, number: signal.Signals) -> None:
    before = place.put_old("kit.pdf")
    process = place.start("kit.pdf")
    assert is_true(lambda: "worker" in processes(process.pid).values(), 60)
    process.send_signal(number)
    assert process.wait(60) == ENDS[number]
    assert place.said == "Stopped. Nothing was written.\n"
    assert place.files("kit.pdf") == before
    assert is_true(lambda: not processes(process.pid), 10)
    assert place.left() == []
