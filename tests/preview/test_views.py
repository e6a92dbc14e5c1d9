"""What is looked at is by the byte what is saved, and what the command line writes; looking at it writes nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from presskit.making import build
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import OUTPUTS, Desk
from presskit.preview.framing import compose_frame
from presskit.preview.serving import served
from presskit.preview.states import Shown
from presskit.preview.views import SCREEN, Views, view_json
from presskit.preview.window import Window
from tests.preview.test_door import Caller
from tests.support.writing import brand, photo, release, write_kit


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("views")
    files = {"kit.toml": 'title = "Nine piers"\n', "releases/day.md": release("The day boat", 1)}
    write_kit(folder, {**files, "brand/brand.toml": brand()})
    photo(folder / "photos/quay.jpg")
    with Engine() as engine:
        desk = Desk(BuildOrder((folder,)), engine)
        desk.shown = Shown(1, name=folder / "out/kit.pdf")
        yield desk


def contents(desk: Desk) -> list[Path]:
    return sorted(desk.order.sources[0].rglob("*"))


@pytest.mark.parametrize("what", [SCREEN, *OUTPUTS])
def test_what_is_looked_at_is_what_is_saved(desk: Desk, what: str) -> None:
    before = contents(desk)
    view = Views(desk).look(what)
    assert contents(desk) == before
    order = desk.order if what == SCREEN else desk.order_for(what)
    made, path = desk.engine.build(order)
    assert path.read_bytes() == view.data
    assert (path.name, len(made.findings)) == (view.file, len(view.found))
    for written in made.written:
        written.unlink()


@pytest.mark.slow
@pytest.mark.parametrize("what", [SCREEN, *OUTPUTS])
def test_what_is_looked_at_is_what_the_command_writes(desk: Desk, what: str) -> None:
    order = desk.order if what == SCREEN else desk.order_for(what)
    made, path = build.build(replace(order, use_cache=False))
    assert path.read_bytes() == Views(desk).look(what).data
    for written in made.written:
        written.unlink()


def test_a_view_tells_its_pages_and_its_size(desk: Desk) -> None:
    told = view_json(Views(desk).look(SCREEN))
    assert len(told["pages"]) > 1
    assert told["extent"].startswith(f"{len(told['pages'])} pages, ")
    assert any("quay" in name for name in view_json(Views(desk).look(".zip"))["files"])
    assert "The day boat" in view_json(Views(desk).look(".txt"))["text"]


def test_another_look_and_paper_are_tried_and_not_kept(desk: Desk) -> None:
    views, before = Views(desk), contents(desk)
    usual, other = views.look(SCREEN), views.look(SCREEN, "gallery", "a4")
    assert other.data != usual.data
    assert view_json(other)["pages"][0] != view_json(usual)["pages"][0]
    assert contents(desk) == before
    assert desk.order.theme is None


def test_a_kit_that_cannot_be_made_tells_why(desk: Desk) -> None:
    settings = desk.order.sources[0] / "kit.toml"
    good = settings.read_text()
    settings.write_text("title")
    view = Views(desk).look(SCREEN)
    settings.write_text(good)
    assert (view.state, view.data) == ("not ready", b"")
    assert view.found[0].code == "t-002"


def test_only_what_the_window_offers_is_looked_at(desk: Desk) -> None:
    def post(path: str) -> tuple[int, Any]:
        status, body = caller.post(path, b"")
        return status, body

    with served(Window(desk, compose_frame())) as address:
        caller = Caller(address)
        for path in ("view/.exe", "view/..%2fkit.txt", "view/screen?theme=../x", "view/screen?paper=a0"):
            assert post(path)[0] == 404
        status, body = post("view/screen")
        number = json.loads(body)["number"]
        assert status == 200
        assert caller.ask(f"viewed/{number}/1/900.jpg")[2].startswith(b"\xff\xd8")
        for path in (f"viewed/{number}/99/900.jpg", f"viewed/{number}/1/901.jpg", f"viewed/{number + 1}/1/900.jpg"):
            assert caller.ask(path)[0] == 404
