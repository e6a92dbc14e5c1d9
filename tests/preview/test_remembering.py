"""A kit that nobody changed is shown at once, as it was shown last, while it is made again."""

from __future__ import annotations

import errno
import subprocess
import sys
import time
from contextvars import Context
from pathlib import Path

import pytest

from presskit import whole
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.making.watching import Built, watch
from presskit.preview.desk import Desk
from presskit.preview.frame import frame
from presskit.preview.framing import compose_frame
from presskit.preview.remembering import remember, remembered
from presskit.preview.states import Shown
from tests.conftest import ROOT
from tests.support.writing import brand, release, write_kit


@pytest.fixture
def order(tmp_path: Path) -> BuildOrder:
    files = {"releases/ferry.md": release(), "brand/brand.toml": brand(), "photos/photos.toml": ""}
    return BuildOrder((write_kit(tmp_path / "kit", files),))


def shown_once(order: BuildOrder) -> list[Shown]:
    """Open a window, and close it when the kit is made; return the states that it showed."""
    return Context().run(_shown_once, order)  # nothing is open to it but the kit


def _shown_once(order: BuildOrder) -> list[Shown]:
    states: list[Shown] = []
    with Engine() as engine:
        desk = Desk(order, engine)
        desk.drawn.set()  # nobody is waited for

        def tell() -> None:
            states.append(desk.shown)
            if desk.shown.known:
                desk.over.set()

        with desk.heard_by(tell):
            desk.run()
    return list({state.number: state for state in states if state.number}.values())


@pytest.fixture
def left(order: BuildOrder) -> Shown:
    """Return what a window on the kit showed last, and keep it."""
    [shown] = shown_once(order)
    begun = time.time()
    with Engine() as engine:
        [built] = Context().run(lambda: [*watch(order, engine, is_over=lambda: True)])
    remember(order, built, shown, begun)
    return shown


def test_what_was_shown_last_is_there_before_the_kit_is_made(order: BuildOrder, left: Shown) -> None:
    before, made = shown_once(order)
    assert (before.known, before.pdf, before.verdict, before.found) == (None, left.pdf, left.verdict, left.found)
    assert (made.number, made.pdf, made.found) == (2, left.pdf, left.found)
    assert made.known


@pytest.mark.parametrize("changed", ["releases/ferry.md", "photos/photos.toml", "brand/brand.toml"])
def test_of_a_kit_that_changed_nothing_is_remembered(order: BuildOrder, left: Shown, changed: str) -> None:
    path = order.sources[0] / changed
    path.write_text(f"{path.read_text(encoding='utf-8')}\n", encoding="utf-8")
    assert left.pdf
    assert remembered(order) is None


def test_a_file_that_is_another_is_not_shown(order: BuildOrder, left: Shown) -> None:
    assert left.path
    left.path.write_bytes(b"%PDF-1.7")
    assert remembered(order) is None


def test_of_a_kit_that_could_not_be_made_nothing_is_kept(order: BuildOrder) -> None:
    remember(order, Built((), 0.1), Shown(1), time.time())
    assert remembered(order) is None


def test_to_show_what_is_remembered_nothing_is_loaded_that_makes_kits() -> None:
    names = ("presskit.making.build", "presskit.preview.rooms", "presskit.composing.parts", "pydantic", "jinja2", "PIL")
    asked = f"import sys, presskit.preview.serving; print([one for one in {names} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_a_full_disk_keeps_no_window_from_opening(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(whole, "write", _no_room)
    assert frame() == compose_frame()


def _no_room(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


def test_the_page_of_a_window_is_composed_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    first = frame()
    assert first == compose_frame()
    monkeypatch.setattr("presskit.preview.framing.compose_frame", lambda: "another")
    assert frame() == first
    monkeypatch.setenv("PRESSKIT_OTHER", "1")  # of what presskit is told by the environment, each is its own
    assert frame() == "another"
