"""Drafts for a list in the kit: who gets what, which rows are wrong, and what `presskit mail --to` would write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from presskit import mailing
from presskit.errors import UsageError
from presskit.mailing.orders import MailOrder
from presskit.mailing.photos import photo_called
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from presskit.preview.drafts import Drafts
from presskit.preview.framing import compose_frame
from presskit.preview.kit_shown import KitShown
from presskit.preview.serving import served
from presskit.preview.states import Shown
from presskit.preview.window import Window
from presskit.writing.archive import photos_of
from tests.preview.test_door import Caller
from tests.support.writing import brand, photo, release, write_kit

LIST = """name,outlet,email,language
Nell Farrow,The Larkin Post,nell@post.example,en
Ivo Marsh,Radio Quay,ivo at quay,en
Bea Tarn,The Larkin Post,NELL@post.example,en
"""
WORDS = """["quay.jpg"]
caption = "The quay of Saltmarsh at noon."
credit = "Ada Thorn"
alt = "A quay"

["bell.jpg"]
caption = "The bell of the night boat."
credit = "Ada Thorn"
alt = "A bell"
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("drafts")
    texts = {"releases/day.md": release("The day boat", 1), "brand/brand.toml": brand()}
    write_kit(folder, {**texts, "kit.toml": 'title = "Nine piers"\n', "journalists.csv": LIST})
    for name in ("quay.jpg", "bell.jpg"):
        photo(folder / "photos" / name)
    (folder / "photos/photos.toml").write_text(WORDS)
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


@pytest.mark.parametrize("called", ["2", "QUAY.jpg"])
def test_a_photo_is_mailed_as_the_command_mails_it(desk: Desk, tmp_path: Path, called: str) -> None:
    """The window's bytes are the command's; a second draft takes another name, and nobody's file is written over."""
    known = desk.shown.known
    assert known
    names = [one.path.name for one in photos_of(known.kit)]
    number = int(called) if called.isdecimal() else names.index("quay.jpg") + 1
    for name in (names[number - 1].replace(".jpg", ".eml"), names[number - 1].replace(".jpg", "-2.eml")):
        mailed = mailing.make_drafts(MailOrder(desk.order, tmp_path / "sent", photo=called))
        assert (mailed.drafts, mailed.begin, mailed.record) == ((name,), name, None)
        with served(Window(desk, compose_frame())) as address:
            assert Caller(address).ask(f"mail/1/{number}")[2] == (tmp_path / "sent" / name).read_bytes()


@pytest.mark.parametrize("called", ["0", "3", "", "pier.jpg"])
def test_a_photo_that_is_none_is_told_with_those_that_are(desk: Desk, called: str) -> None:
    known = desk.shown.known
    assert known
    with pytest.raises(UsageError, match="names none of the kit's photos") as told:
        photo_called(known.kit, called)
    assert "quay.jpg" in told.value.problems[0].hint


def test_a_draft_is_shown_as_it_will_look(desk: Desk) -> None:
    drafts, folder = Drafts(desk), desk.order.sources[0]
    drafts.write(folder / "journalists.csv")
    draft = drafts.draft(1)
    assert draft is not None
    assert "nell@post.example" in draft["to"]
    assert "The day boat" in draft["text"]
    assert draft["attached"].endswith(".pdf, bell.jpg")
    assert drafts.draft(2) is None


def test_a_list_that_nobody_can_read_tells_why(desk: Desk) -> None:
    bad = desk.order.sources[0] / "journalists.csv"
    good = bad.read_text()
    bad.write_text("name\nNell\n")
    told = Drafts(desk).read(bad)
    bad.write_text(good)
    assert told["people"] == []
    assert codes(told)
