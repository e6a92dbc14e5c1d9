"""What a person changes in the window is written where they would have written it, and read by the next build."""

from __future__ import annotations

import email
import email.policy
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.noting import notes
from presskit.noting.notes import Noted
from presskit.preview.desk import Desk
from presskit.preview.framing import compose_frame
from presskit.preview.serving import served
from presskit.preview.window import Window
from tests.preview.test_door import Caller
from tests.support.writing import NIGHT_FERRY, brand, photo, release, write_kit

Answer = dict[str, Any]
TURNING = "Follow us on the quay"


@dataclass
class Window_:
    """A kit, the desk it lies on, and who asks its window."""

    kit: Path
    desk: Desk
    caller: Caller
    news: threading.Event

    def things(self) -> Answer:
        return self.get("things.json")

    def get(self, path: str) -> Any:
        status, _, body = self.caller.ask(path)
        assert status == 200, body
        return json.loads(body)

    def post(self, path: str, **asked: object) -> Answer:
        status, body = self.raw(path, json.dumps(asked).encode())
        assert status == 200, body
        return json.loads(body)  # type: ignore[no-any-return]

    def raw(self, path: str, body: bytes) -> tuple[int, bytes]:
        return self.caller.post(path, body)

    def made(self, path: str, **asked: object) -> Answer:
        """Post, and wait until the kit was made again."""
        self.news.clear()
        answer = self.post(path, **asked)
        assert answer["state"] == "written", answer
        assert self.news.wait(60)
        return answer

    def text(self, name: str) -> Answer:
        return next(one for one in self.things()["texts"] if one["name"] == name)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window_]:
    """Return a window on a kit with a text of each kind, a photo, a list, and a Word file that nobody described."""
    folder = tmp_path_factory.mktemp("corrections")
    night = NIGHT_FERRY.removeprefix("FOR IMMEDIATE RELEASE\n\n").replace(
        "- two decks", f"{TURNING}: facebook.com/quay\n\n- two decks"
    )
    files = {
        "kit/kit.toml": '# Ours\ntitle = "Nine piers"  # for now\nbrand = "../brand"\n',
        "kit/releases/day.md": release("The day boat", 1),
        "kit/releases/night.txt": night,
        "brand/brand.toml": brand(),
    }
    write_kit(folder, files)
    word = Document()
    for line in ("The ferry in numbers", "Nine piers, one bell.", "It has two decks, and they are green."):
        word.add_paragraph(line)
    word.save(str(folder / "kit/releases/Numbers.docx"))
    photo(folder / "kit/photos/quay.jpg")
    with Engine() as engine:
        desk, news = Desk(BuildOrder((folder / "kit",)), engine), threading.Event()
        with served(Window(desk, compose_frame())) as address:
            made = desk.shown.number

            def tell() -> None:
                nonlocal made
                if desk.shown.number != made:
                    made = desk.shown.number
                    news.set()

            with desk.heard_by(tell):
                making = threading.Thread(target=desk.run)
                making.start()
                assert news.wait(120)
                yield Window_(folder / "kit", desk, Caller(address), news)
                desk.close()
                making.join()


def test_what_was_recognised_is_told_with_its_page(window: Window_) -> None:
    night = window.text("releases/night.txt")
    assert night["values"]["headline"] == "The night ferry sails again"
    assert night["values"]["subhead"] == "Nine years after the storm"
    assert night["contacts"][0]["name"] == "Nell Farrow"
    assert night["quotes"][0]["speaker"].startswith("Nell Farrow")
    assert "charity" in night["values"]["boilerplate"]
    assert night["page"] > 1
    assert window.things()["photos"][0]["number"] == 1


def test_a_release_taken_for_a_factsheet_is_corrected(window: Window_) -> None:
    taken = window.text("releases/Numbers.docx")
    assert (taken["kind"], taken["file"]) == ("release", "kit.toml")
    asked = {"thing": "text", "name": taken["name"], "seen": taken["seen"], "what": "kind"}
    window.made("note", **asked, values={"kind": "factsheet"})
    assert window.text("releases/Numbers.docx")["kind"] == "factsheet"
    assert '[files."Numbers.docx"]\nkind = "factsheet"' in (window.kit / "kit.toml").read_text()
    assert 'title = "Nine piers"  # for now' in (window.kit / "kit.toml").read_text()
    window.made("undo")
    assert window.text("releases/Numbers.docx")["kind"] == "release"


def test_a_headline_is_corrected_at_the_top_of_its_text(window: Window_) -> None:
    day = window.text("releases/day.md")
    asked = {"thing": "text", "name": day["name"], "seen": day["seen"]}
    window.made("note", **asked, values={"headline": "The day boat: “twice”", "date": "2026-06-01"})
    known = window.text("releases/day.md")
    assert (known["values"]["headline"], known["values"]["date"]) == ("The day boat: “twice”", "2026-06-01")
    assert "date: 2026-06-01" in (window.kit / "releases/day.md").read_text()


def test_a_line_that_was_left_out_is_put_back(window: Window_) -> None:
    night = window.text("releases/night.txt")
    left = next(one["text"] for one in night["removed"] if TURNING in one["text"])
    window.made("note", thing="text", name=night["name"], seen=night["seen"], values={"keep": [left]})
    known = window.text("releases/night.txt")
    assert left not in [one["text"] for one in known["removed"]]
    assert known["keep"] == [left]


def test_a_finding_is_accepted_by_somebody_with_a_name(window: Window_) -> None:
    things, shown = window.things(), window.desk.shown
    place = next(number for number, item in enumerate(shown.found, 1) if "accept" in things["acts"][str(number)])
    words = shown.found[place - 1].message
    window.made(f"accept/{shown.number}/{place}", who="Ada Thorn", seen=things["kit"]["seen"])
    assert words not in [item.message for item in window.desk.shown.found]
    assert window.things()["who"] == "Ada Thorn"
    window.made("undo")
    assert words in [item.message for item in window.desk.shown.found]


def test_what_forbids_sending_cannot_be_accepted(window: Window_) -> None:
    things, shown = window.things(), window.desk.shown
    others = [number for number in range(1, len(shown.found) + 1) if "accept" not in things["acts"][str(number)]]
    for place in others:
        assert window.raw(f"accept/{shown.number}/{place}", b'{"who": "Ada"}')[0] == 400
    assert window.raw(f"accept/{shown.number}/1", b'{"who": " "}')[0] == 400


def test_words_that_presskit_cannot_read_are_refused_with_the_reason(window: Window_) -> None:
    brand_ = window.things()["brand"]
    told = window.post("note", thing="brand", seen=brand_["seen"], values={"brand": "blue"})
    assert told["state"] == "refused"
    assert "blue" in told["problems"][0]


def test_a_later_save_over_an_earlier_one_is_asked_about(window: Window_) -> None:
    kit = window.things()["kit"]
    window.made("note", thing="kit", seen=kit["seen"], values={"event": "Opening"})
    told = window.post("note", thing="kit", seen=kit["seen"], values={"event": "Closing"})
    assert told["state"] == "changed meanwhile"
    assert window.things()["kit"]["values"]["event"] == "Opening"


def test_an_embargo_is_set_across_a_change_of_clocks(window: Window_) -> None:
    spring = window.get("embargo.json?day=2027-03-28&hour=02:30&zone=Europe/Paris")
    assert (spring["sentence"], spring["problem"][:11]) == ("", "There is no")
    autumn = window.get("embargo.json?day=2027-10-31&hour=02:30&zone=Europe/Paris")
    assert "comes twice" in autumn["problem"]
    said = window.get("embargo.json?day=2027-03-29&hour=09:00&zone=Europe/Paris")
    words = "Monday, March 29, 2027, 9:00 a.m. in Paris; 3:00 a.m. in New York; 8:00 a.m. in London; 4:00 p.m. in Tokyo"
    assert said["sentence"] == words
    window.made("note", thing="kit", seen=window.things()["kit"]["seen"], values={"embargo": said["written"]})
    assert window.desk.shown.known is not None
    embargo = window.desk.shown.known.kit.embargo
    assert embargo is not None
    assert embargo.until.isoformat() == "2027-03-29T09:00:00+02:00"
    assert window.things()["kit"]["embargo"]["words"] == words
    window.made("undo")


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*.*") if "out" not in path.parts}


@pytest.mark.parametrize(
    "asked",
    [
        {"thing": "photo", "name": "../secret.jpg", "values": {"caption": "x"}},
        {"thing": "photo", "name": "photos/none.jpg", "values": {"caption": "x"}},
        {"thing": "text", "name": "/etc/passwd", "values": {"headline": "x"}},
        {"thing": "kit", "values": {"brand": "/etc"}},
        {"thing": "kit", "values": {"files": []}},
        {"thing": "kit", "values": {"order": [1]}},
        {"thing": "kit", "values": {"contacts": [{"name": str(one)} for one in range(60)]}},
        {"thing": "kit", "values": "title"},
        {"thing": "secret", "values": {"title": "x"}},
        {},
    ],
    ids=str,
)
def test_a_request_that_no_window_sends_does_nothing(window: Window_, asked: Answer) -> None:
    before = sorted(
        (path, path.stat().st_mtime_ns) for path in window.kit.parent.rglob("*.*") if "out" not in path.parts
    )
    assert window.raw("note", json.dumps(asked).encode())[0] == 400
    after = sorted(
        (path, path.stat().st_mtime_ns) for path in window.kit.parent.rglob("*.*") if "out" not in path.parts
    )
    assert before == after


def test_one_change_is_written_at_a_time_whoever_asks_it(window: Window_, monkeypatch: pytest.MonkeyPatch) -> None:
    alone: list[bool] = []

    def write(*_: object, **__: object) -> Noted:
        alone.append(window.desk.writing.locked())
        return Noted("nothing")

    monkeypatch.setattr(notes, "write", write)
    monkeypatch.setattr(notes, "take_back", write)
    listed = window.get("files.json")
    text = [one["place"] for one in listed["files"]].index("releases/day.md")
    window.post("note", thing="kit", values={"title": "Ten piers"})
    window.post("undo")
    window.post(f"kind/{listed['version']}/{text}/1")
    assert alone == [True, True, True]


@pytest.mark.parametrize("body", [b"[]", b"{", b"\xff", b"[" * 3000])
def test_a_body_that_is_no_wish_does_nothing(window: Window_, body: bytes) -> None:
    for path in ("note", "undo"):
        assert window.raw(path, body)[0] == 400


def test_colours_are_told_while_they_are_chosen(window: Window_) -> None:
    told = window.get("colours.json?brand=%23ffd500&accent=&ink=")
    assert told[0]["words"].startswith("1.4 : 1, too faint to read; the pages show")
    assert window.get("colours.json?brand=blue") == []


def test_a_photo_is_shown_and_handed_on_with_the_words_about_it(window: Window_) -> None:
    asked = window.things()["photos"][0]
    wish = {"thing": "photo", "name": asked["name"], "seen": asked["seen"]}
    window.made("note", **wish, values={"caption": "The quay at noon.", "credit": "Ada Thorn", "focus": "left top"})
    assert (window.kit / "photos/photos.toml").read_text().startswith('["quay.jpg"]\ncaption = "The quay at noon."')
    number = window.things()["number"]
    assert window.caller.ask(f"photo/{number}/1.jpg")[2].startswith(b"\xff\xd8")
    status, headers, data = window.caller.ask(f"press/{number}/1")
    assert (status, headers["content-disposition"]) == (200, "attachment; filename*=UTF-8''quay.jpg")
    assert b"The quay at noon." in data
    status, headers, draft = window.caller.ask(f"mail/{number}/1")
    assert (status, headers["content-disposition"]) == (200, "attachment; filename*=UTF-8''quay.eml")
    mail = email.message_from_bytes(draft, policy=email.policy.default)
    [photo] = mail.iter_attachments()
    assert photo.get_content() == data
    assert window.caller.ask(f"mail/{number}/2")[0] == window.caller.ask(f"mail/{number + 1}/1")[0] == 404
    assert window.caller.ask(f"press/{number}/2")[0] == window.caller.ask(f"photo/{number + 1}/1.jpg")[0] == 404


def test_nothing_is_written_where_the_kit_was_moved_away(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/day.md": release("The day boat", 1)})
    with Engine() as engine:
        desk = Desk(BuildOrder((kit,)), engine)
        desk.run(lambda: desk.shown.number > 0)  # once
        with served(Window(desk, compose_frame())) as address:
            window = Window_(kit, desk, Caller(address), threading.Event())
            kit.rename(tmp_path / "moved")
            note = {"thing": "kit", "name": "", "seen": None, "what": "event", "values": {"event": "Opening"}}
            for answer in (window.post("note", **note), window.post("undo")):
                assert answer["state"] == "refused"
                assert answer["problems"][0].startswith("kit cannot be written: the folder is not there any more.")
            assert not kit.exists()
