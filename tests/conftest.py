"""What all tests share: a cache of their own, the command line in this process, kits built once."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from contextvars import Context
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, settings

from presskit import gate
from presskit.__main__ import load_cli
from presskit.rendering.fontlist import use_own_typefaces
from presskit.resources import CALLED_AS
from tests.support.in_process import work_in_process

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "seventh-village"

os.environ.pop(CALLED_AS, None)  # ./kit test sets it, and help and hints would speak of ./kit

Cli = Callable[..., SimpleNamespace]

# A deadline measures the machine, and chance tries other examples each time: what passed here would fail elsewhere.
settings.register_profile(
    "presskit", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("presskit")


# Rubbish is looked for seldom: it took an eighth of the time of a build, and a quarter of that of collecting the tests.
gc.set_threshold(100_000, 50, 50)


def pytest_collection_finish() -> None:
    """Never look for rubbish among the tests themselves."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep finished work of the tests away from the user's; processes that share the tests share it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "finished"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSKIT_CACHE", str(folder))
        # The workers' server keeps the environment it is started in, whichever test starts it.
        use_own_typefaces()
        yield


@pytest.fixture(scope="session", autouse=True)
def open_gate(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Open the repository and what tests write to tests that call readers directly; the command line opens its own."""
    with gate.opened(ROOT, tmp_path_factory.getbasetemp()):
        yield


def run(*words: str | Path) -> SimpleNamespace:
    """Run the command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["presskit", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            Context().run(load_cli().main)  # nothing is open but what the command itself opens
    return SimpleNamespace(code=ended.value.code or 0, out=out.getvalue(), err=err.getvalue())


@pytest.fixture(scope="session")
def cli() -> Cli:
    """Return a function that runs the command line: .code, .out, .err.

    Its tasks are done here as well: to start workers takes more time than the pages of a small kit.
    """

    def run_at_once(*words: str | Path) -> SimpleNamespace:
        with pytest.MonkeyPatch.context() as patch:
            work_in_process(patch)
            return run(*words)

    return run_at_once


@pytest.fixture(scope="session")
def cli_with_workers() -> Cli:
    """Return the same, as it is for people: tasks are done by processes, within limits."""
    return run


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in this process: small kits need no workers."""
    work_in_process(monkeypatch)


@pytest.fixture(scope="module")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Work in this process, with one folder for finished pages: the kits of a module share most of theirs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        work_in_process(patch)
        yield


@pytest.fixture(scope="session")
def example(cli_with_workers: Cli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the PDF of the example kit."""
    path = tmp_path_factory.mktemp("example") / "example-kit.pdf"
    done = cli_with_workers("build", EXAMPLE, "-o", path)
    assert done.code == 0, done.out + done.err
    return path
