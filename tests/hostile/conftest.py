"""One station for each process of the tests: hostile inputs of all tables are tried on it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from tests.hostile.trial import Station, Trials

if sys.platform != "linux":  # memory, processes and networks are measured by what Linux says of them in /proc
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    """Return the place where inputs are tried."""
    station = Station(tmp_path_factory.mktemp("station"))
    yield Trials(station, tmp_path_factory.mktemp("hostile"))
    station.end()
