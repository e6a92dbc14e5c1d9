"""Drafts for a list in the kit: who gets what, which rows are wrong, and what `presskit mail --to` would write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from presskit import mailing
from presskit.mailing.orders import MailOrder
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk, Shown
from presskit.preview.drafts import Drafts
from presskit.preview.kit_shown import KitShown
from presskit.preview.serving import served
from presskit.preview.window import Window, compose_frame
from tests.preview.test_door import Caller
from tests.support.writing import brand, release, write_kit

LIST = """name,outlet,email,language
Nell Farrow,The Larkin Post,nell@post.example,en
Ivo Marsh,Radio Quay,ivo at quay,en
Bea Tarn,The Larkin Post,NELL@post.example,en
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("drafts")
    texts = {"releases/day.md": release("The day boat", 1), "brand/brand.toml": brand()}
    write_kit(folder, {**texts, "kit.toml": 'title = "Nine piers"\n', "journalists.csv": LIST})
    with Engine() as engine:
        order = BuildOrder((folder,))
        made, _ = engine.build(order)
        desk = Desk(order, engine)
        desk.shown = Shown(1, known=KitShown.of(made))
        yield desk


def codes(told: dict[str, Any]) -> set[str]:
    return {one["code"] for group in told["groups"] for one in group["found"]}


def test_a_list_is_read_and_its_bad_rows_are_named(desk: Desk) -> None:
    with served(Window(desk, compose_frame())) as address:
        caller = Caller(address)
        status, body = caller.post("people/1/1", b"")
        told = json.loads(body)
        assert status == 200
        assert [one["email"] for one in told["people"]] == ["nell@post.example"]
        messages = [one["message"] for group in told["groups"] for one in group["found"]]
        assert sorted(words[:5] for words in messages) == ["Row 3", "Row 4"]
        for path in ("people/1/2", "people/2/1", "people/1/0", "drafts/1/2"):
            assert caller.post(path, b"")[0] == 404
        assert caller.ask("draft/1")[0] == 404
    assert not (desk.order.sources[0] / "who-has-what.csv").exists()


def test_drafts_are_those_that_the_command_writes(desk: Desk, tmp_path: Path) -> None:
    drafts, folder = Drafts(desk), desk.order.sources[0]
    told = drafts.write(folder / "journalists.csv")
    [name] = told["drafts"]
    [written] = folder.rglob(name)
    order = replace(desk.order, purpose="email", use_cache=False)
    (folder / "who-has-what.csv").unlink()
    result = mailing.make_drafts(MailOrder(order, tmp_path / "drafts", folder / "journalists.csv"))
    assert result.folder is not None
    assert written.read_bytes() == (result.folder / name).read_bytes()
    assert codes(told) == {item.code for item in result.findings}


def test_a_draft_is_shown_as_it_will_look(desk: Desk) -> None:
    drafts, folder = Drafts(desk), desk.order.sources[0]
    drafts.write(folder / "journalists.csv")
    draft = drafts.draft(1)
    assert draft is not None
    assert "nell@post.example" in draft["to"]
    assert "The day boat" in draft["text"]
    assert draft["attached"].endswith(".pdf")
    assert drafts.draft(2) is None


def test_a_list_that_nobody_can_read_tells_why(desk: Desk) -> None:
    bad = desk.order.sources[0] / "journalists.csv"
    good = bad.read_text()
    bad.write_text("name\nNell\n")
    told = Drafts(desk).read(bad)
    bad.write_text(good)
    assert told["people"] == []
    assert codes(told)
