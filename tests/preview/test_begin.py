"""How the window comes up: for a kit, for none yet, or not at all, where there is no browser."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview import serving
from presskit.preview.desk import Desk
from presskit.writing.scaffold import scaffold
from tests.conftest import ROOT, Cli
from tests.support.writing import brand, release, write_kit


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Any]:
    """Stand in an empty folder, and return what each window is opened for: the sources, and the home of a new kit."""
    seen: list[Any] = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(serving, "preview", lambda order, begin, home=None: seen.append((order.sources, home)))
    return seen


def test_with_nothing_given_a_new_kit_is_begun_where_one_stands(cli: Cli, called: list[Any], tmp_path: Path) -> None:
    assert cli("preview").code == 0
    assert called == [((Path(),), tmp_path)]


def test_who_stands_in_a_kit_is_shown_that(cli: Cli, called: list[Any], tmp_path: Path) -> None:
    (tmp_path / "kit.toml").touch()
    assert cli("preview").code == 0
    assert cli("preview", ".").code == 0
    assert called == [((Path(),), None)] * 2


def test_what_is_named_is_shown(cli: Cli, called: list[Any]) -> None:
    assert cli("preview", "my-kit").code == 0
    assert called == [((Path("my-kit"),), None)]


@pytest.mark.usefixtures("in_process")
def test_without_a_browser_a_double_click_builds_the_kit_and_opens_it(
    cli: Cli, called: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_kit(tmp_path, {"kit.toml": "", "releases/day.md": release("The day boat", 1), "brand/brand.toml": brand()})
    opened: list[Path] = []
    monkeypatch.setattr("presskit.terminal.streams.show_file", lambda path: bool(opened.append(path)) or True)

    def no_browser(name: str | None = None) -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", no_browser)
    done = cli("preview", ".", "--or-build")
    assert done.code == 0, done.out + done.err
    assert [path.suffix for path in opened] == [".pdf"]
    assert called == []


def test_a_bare_kit_waits_for_nothing(tmp_path: Path) -> None:
    scaffold(tmp_path / "kit", is_bare=True)
    assert sorted(path.name for path in (tmp_path / "kit").iterdir()) == [
        "Build my kit.cmd",
        "Build my kit.command",
        "kit.toml",
    ]
    lines = (tmp_path / "kit" / "kit.toml").read_text().splitlines()
    assert not [line for line in lines if line and not line.startswith("#")]


def test_a_window_on_nothing_ends_when_it_is_closed(tmp_path: Path) -> None:
    with Engine() as engine:
        desk = Desk(BuildOrder((tmp_path,)), engine, home=tmp_path)
        desk.close()
        desk.run()
    assert not [*tmp_path.iterdir()]


@pytest.fixture
def temporary() -> Iterator[Path]:
    """Return a folder for temporary files; its name is short enough for a socket in it."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="there Ctrl-C goes to all that a console holds")
def test_ctrl_c_ends_the_window_and_leaves_nothing(tmp_path: Path, temporary: Path) -> None:
    command = [sys.executable, "-m", "presskit", "preview", "--no-open"]
    cache, here = tmp_path / "cache", tmp_path / "here"
    here.mkdir()
    places = {"PYTHONPATH": str(ROOT), "TMPDIR": str(temporary), "PRESSKIT_CACHE": str(cache), "PATH": "/usr/bin"}
    pipe = subprocess.PIPE
    with (
        subprocess.Popen(command, cwd=here, env=places, stdout=pipe, stderr=pipe, text=True) as window,
        ExitStack() as stack,
    ):
        stack.callback(window.kill)
        assert window.stdout
        address = urlsplit(window.stdout.readline().split()[-1])
        connection = http.client.HTTPConnection(address.netloc, timeout=20)
        connection.request("POST", f"{address.path}drop", headers={"Origin": f"http://{address.netloc}"})
        assert connection.getresponse().status == 200
        connection.close()
        assert [*temporary.iterdir()]
        window.send_signal(signal.SIGINT)
        assert window.wait(20) == 128 + signal.SIGINT
    assert not [*temporary.iterdir()]
    assert not [*here.iterdir()]
