"""Files that are dropped on the window take their places, and nobody's file is lost, written over or read elsewhere."""

from __future__ import annotations

import http.client
import io
import json
import socket
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import quote

import pytest
from PIL import Image

from presskit import gate, unpacking
from presskit.judging import inspection
from presskit.limits import DROPPED_BYTES, Limit
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.model import Brand, Kit
from presskit.noting.changes import Changes
from presskit.noting.notes import take_back
from presskit.preview.desk import Desk
from presskit.preview.framing import compose_frame
from presskit.preview.kit_shown import KitShown
from presskit.preview.serving import served
from presskit.preview.taking_in import files as asked
from presskit.preview.taking_in import receiving
from presskit.preview.taking_in.filing import REMEMBERED
from presskit.preview.window import Window
from presskit.settings.doors import read_brand, read_kit_settings
from presskit.sorting.choosing import Sorted
from presskit.sorting.folders import ingredients_in, list_folder
from presskit.sorting.logos import colour_of_word
from tests.preview.test_door import Caller
from tests.support.in_process import InProcess
from tests.support.word_files import png, word
from tests.support.writing import PARAGRAPH, release, write_kit

DAY = release("The day boat", 1).encode()
FACTS = b"# The company in figures\n\n## Key figures\n\n| 9 | islands |\n| 4 | boats |\n"


@dataclass
class Shop:
    """A window, whoever asks it, the folder in which a new kit is made, and what is known of its files."""

    caller: Caller
    window: Window
    home: Path

    @property
    def kit(self) -> Path:
        assert self.window.rooms.filing.kit
        return self.window.rooms.filing.kit

    def post(self, path: str, body: bytes = b"", method: str = "POST") -> Any:
        """Ask as the window's own page does; the status where it is not 200."""
        connection = http.client.HTTPConnection(self.caller.host, timeout=20)
        connection.request(method, self.caller.path + path, body, {"Origin": self.caller.own()})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return json.loads(data) if answer.status == 200 else answer.status

    def drop(self, files: dict[str, bytes], choices: str = "") -> Any:
        """Drop files as the page does, and say what is to become of those whose name is taken."""
        number = self.post("drop")["drop"]
        problems = [
            problem
            for name, data in files.items()
            for problem in self.post(f"drop/{number}?way={quote(name)}", data, "PUT")["problems"]
        ]
        done = self.post(f"sort/{number}")
        if "asks" in done and choices:
            done = self.post(f"place/{number}", choices.encode())
        return {**done, "problems": [*problems, *done["problems"]]}

    def list(self) -> Any:
        return json.loads(self.caller.ask("files.json")[2])

    def number_of(self, place: str) -> tuple[int, int]:
        """Return the version of the list, and the number of a file in it."""
        listed = self.list()
        return listed["version"], [one["place"] for one in listed["files"]].index(place)

    def names(self) -> list[str]:
        return sorted(path.relative_to(self.kit).as_posix() for path in self.kit.rglob("*") if path.is_file())


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """Return a window that begins a new kit; nothing is built."""
    for module in (inspection, unpacking):
        monkeypatch.setattr(module, "Workers", InProcess)
    home = tmp_path / "home"
    home.mkdir()
    with Engine() as engine:
        desk = Desk(BuildOrder((home,)), engine, home=home)
        window = Window(desk, compose_frame())
        window.rooms.filing.day = date(2026, 5, 12)
        with served(window) as address:
            yield Shop(Caller(address), window, home)
        window.rooms.filing.close()


def red() -> bytes:
    """Return a picture of one red."""
    data = io.BytesIO()
    Image.new("RGB", (200, 100), "#b81414").save(data, "PNG")
    return data.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_what_is_dropped_becomes_a_kit_in_which_nothing_waits(shop: Shop, tmp_path: Path) -> None:
    word_file = word(tmp_path / "Press Release.docx", "The day boat", f"PORT QUILLON, May 12, 2026 – {PARAGRAPH}")
    done = shop.drop(
        {
            "Press Release.docx": word_file.read_bytes(),
            "Fact Sheet.md": FACTS,
            "quay.jpg": png().getvalue(),
            "logo.png": png().getvalue(),
            "media list.csv": b"name,email\n",
        }
    )
    assert done["problems"] == []
    assert {(one["place"], one["taken_for"]) for one in done["taken"]} == {
        ("releases/Press Release.docx", "press release"),
        ("Fact Sheet.md", "factsheet"),
        ("photos/quay.jpg", "photo"),
        ("logo.png", "logo"),
        ("media list.csv", ""),
    }
    assert shop.kit == shop.home / "press-kit"
    assert not [line for line in (shop.kit / "kit.toml").read_text().splitlines() if not line.startswith("#") and line]
    assert "brand" not in [path.name for path in shop.kit.iterdir()]
    assert shop.window.rooms.filing.desk.begun.is_set()


def test_a_folder_and_a_zip_are_told_apart_as_they_lie(shop: Shop) -> None:
    shop.drop(
        {
            "Press/texts/spring.md": DAY,
            "Press/old/winter.md": release("The winter boat", 2).encode(),
            "Press/.DS_Store": b"x",
            "Press/quay.jpg": png().getvalue(),
            "Press/photos.toml": b'["quay.jpg"]\ncaption = "The quay."\n',
        }
    )
    assert {"releases/spring.md", "photos/quay.jpg", "photos/photos.toml", "old/winter.md"} <= {*shop.names()}
    assert ".DS_Store" not in shop.names()
    shop.drop({"from Anna.zip": zipped({"Anna/Fact Sheet.md": FACTS, "Anna/bios/ada.md": b"# Ada Thorn\n\nSails."})})
    assert {"Fact Sheet.md", "bios/ada.md"} <= {*shop.names()}
    assert "from Anna.zip" not in shop.names()


def test_a_kit_that_is_dropped_is_taken_as_it_is(shop: Shop) -> None:
    files = {"kit.toml": b'title = "Nine piers"\n', "releases/a.md": DAY, "brand/brand.toml": b'name = "Q"\n'}
    shop.drop({f"my-kit/{name}": data for name, data in files.items()})
    assert {name: (shop.kit / name).read_bytes() for name in shop.names()} == files


def test_one_file_that_cannot_be_read_holds_up_none_of_the_others(shop: Shop) -> None:
    done = shop.drop({"broken.docx": b"PK\x03\x04 no Word file", "Our numbers.md": FACTS, "day.md": DAY})
    assert done["problems"] == []
    assert {"broken.docx", "releases/day.md", "Our numbers.md"} <= {*shop.names()}


def test_settings_with_a_mistake_hold_up_nothing(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    done = shop.drop(
        {"more/kit.toml": b'title "Nine piers"', "more/Our numbers.md": FACTS, "more/quay.jpg": png().getvalue()}
    )
    assert done["asks"] == ["kit.toml"]
    done = shop.drop({"more/kit.toml": b'title "Nine piers"', "more/numbers.md": FACTS + b"| 3 | piers |\n"}, "s")
    assert {one["place"]: one["taken_for"] for one in done["taken"]}["numbers.md"] == "factsheet"
    assert "photos/quay.jpg" not in shop.names()


def test_a_zip_that_means_harm_is_told_and_nothing_of_it_is_taken(shop: Shop) -> None:
    done = shop.drop({"bad.zip": zipped({"../../out.md": DAY}), "day.md": DAY})
    assert "leads out of the ZIP" in done["problems"][0]
    assert [name for name in shop.names() if name.endswith(".md")] == ["releases/day.md"]
    assert not [*shop.home.parent.rglob("out.md")]


def test_a_file_of_the_same_name_is_asked_about_and_never_lost(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    other = DAY.replace(b"bread", b"seeds")
    assert shop.drop({"day.md": DAY})["taken"][0]["place"] == ""  # the same bytes are in nobody's way
    assert shop.drop({"day.md": other})["asks"] == ["releases/day.md"]
    assert (shop.kit / "releases/day.md").read_bytes() == DAY
    assert shop.drop({"day.md": other}, "s")["taken"][0]["place"] == ""
    assert shop.drop({"day.md": other}, "b")["taken"][0]["place"] == "releases/day-2.md"
    [taken] = shop.drop({"day.md": other + b"\n"}, "r")["taken"]
    assert taken["instead_of"] == "set aside/2026-05-12/day.md"
    assert (shop.kit / "set aside/2026-05-12/day.md").read_bytes() == DAY
    assert (shop.kit / "releases/day.md").read_bytes() == other + b"\n"


def test_who_says_nothing_keeps_both(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    assert shop.drop({"day.md": DAY + b"\n"}, "?")["taken"][0]["place"] == "releases/day-2.md"


def test_what_is_set_aside_is_no_part_of_the_kit(shop: Shop) -> None:
    shop.drop({"day.md": DAY, "facts.md": FACTS})
    version, number = shop.number_of("facts.md")
    assert shop.post(f"aside/{version}/{number}")["place"] == "set aside/2026-05-12/facts.md"
    assert shop.post(f"aside/{version}/{number}")["place"] is None  # the list is another one now, or the file is gone
    with gate.opened(shop.kit):
        assert "facts.md" not in [path.name for path in list_folder(shop.kit).files]
    assert "facts.md" not in [path.name for path in ingredients_in(shop.kit)]
    shop.drop({"facts.md": FACTS + b"| 3 | piers |\n"})
    version, number = shop.number_of("facts.md")
    assert shop.post(f"aside/{version}/{number}")["place"] == "set aside/2026-05-12/facts-2.md"


def test_what_is_asked_of_a_file_is_asked_of_it_when_the_list_is_another_one_meanwhile(shop: Shop) -> None:
    shop.drop({"day.md": DAY, "facts.md": FACTS})
    version, number = shop.number_of("facts.md")
    shop.drop({"about.md": b"# About us\n\nThe Quay Society is a charity.\n"})
    newer, other = shop.number_of("facts.md")
    assert (newer, other) != (version, number)
    assert shop.post(f"aside/{version}/{number}")["place"] == "set aside/2026-05-12/facts.md"
    assert "about.md" in shop.names()
    assert shop.post(f"kind/{version}/{number}/1")["done"] is False
    for count in range(REMEMBERED):
        shop.drop({f"a{count}.md": DAY + b"\n" * count})
        shop.list()
    assert shop.post(f"aside/{newer}/0")["place"] is None


def test_the_menu_writes_what_a_person_would_have_written(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    settings = shop.kit / "kit.toml"
    settings.write_text('# Ours.\ntitle = "Nine piers"  # for now\n\n[[contacts]]\nname = "Ada Thorn"\n')
    before = settings.read_text()
    version, number = shop.number_of("releases/day.md")
    names = shop.list()["names"]
    assert shop.post(f"kind/{version}/{number}/{names.index('statement')}")["done"] is True
    assert settings.read_text().startswith(before)
    assert read_kit_settings(shop.kit).files["day.md"].kind == "statement"
    assert shop.post(f"kind/{version}/{number}/0")["done"] is True
    assert settings.read_text().rstrip() == before.rstrip()
    assert shop.post(f"kind/{version + 1}/{number}/1")["done"] is False
    assert shop.post(f"kind/{version}/9/1")["done"] is False
    assert shop.post(f"kind/{version}/{number}/99") == 404


def test_a_photo_is_no_text(shop: Shop) -> None:
    shop.drop({"quay.jpg": png().getvalue(), "day.md": DAY})
    version, number = shop.number_of("photos/quay.jpg")
    assert shop.list()["files"][number]["can_be"] == ["", "leave out"]
    assert shop.post(f"kind/{version}/{number}/1")["done"] is False


def test_a_kit_toml_that_nobody_can_read_stays_as_it_is(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    (shop.kit / "kit.toml").write_bytes(b'title "Nine piers"\n')
    version, number = shop.number_of("releases/day.md")
    assert "is not a setting" in shop.post(f"kind/{version}/{number}/1")["problems"][0]
    assert (shop.kit / "kit.toml").read_bytes() == b'title "Nine piers"\n'


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("../../evil.md", "releases/evil.md"),
        ("/etc/evil.md", "releases/evil.md"),
        ("a\\..\\evil.md", "releases/a_.._evil.md"),
        ("<script>alert(1)</script>.md", "releases/script_.md"),
        ("a\nb\r\x00.md", "releases/a b _.md"),
        ("con.md", "releases/file-con.md"),
        ("\u202egnp.md", "releases/_gnp.md"),
    ],
)
def test_no_name_leads_anywhere_or_says_anything(shop: Shop, name: str, place: str) -> None:
    before = {*shop.home.parent.iterdir()}
    done = shop.drop({name: DAY})
    [taken] = done["taken"]
    assert taken["place"].rpartition("/")[2].isprintable()
    assert not {*taken["place"]} & {*'<>"\\\n'}
    assert taken["place"] == place
    assert (shop.kit / taken["place"]).read_bytes() == DAY
    assert {*shop.home.parent.iterdir()} == before
    assert [path.name for path in shop.home.iterdir()] == ["press-kit"]


def test_no_link_of_the_kit_is_written_through(shop: Shop, tmp_path: Path) -> None:
    shop.drop({"day.md": DAY})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "secret.md").write_bytes(b"nobody's business")
    (shop.kit / "photos").symlink_to(elsewhere)
    assert "leads out of the kit" in shop.drop({"quay.jpg": png().getvalue()})["problems"][0]
    (shop.kit / "releases/night.md").symlink_to(elsewhere / "secret.md")
    assert shop.drop({"night.md": DAY + b"\n"})["asks"] == ["releases/night.md"]
    shop.drop({"night.md": DAY + b"\n"}, "r")
    assert [path.name for path in elsewhere.iterdir()] == ["secret.md"]
    assert (elsewhere / "secret.md").read_bytes() == b"nobody's business"
    assert not (shop.kit / "releases/night.md").is_symlink()
    (shop.kit / "photos").unlink()
    (shop.kit / "set aside" / "2026-05-12").rename(tmp_path / "aside")
    (shop.kit / "set aside").rmdir()
    version, number = shop.number_of("releases/day.md")
    (shop.kit / "set aside").symlink_to(elsewhere)
    assert "leads out of the kit" in shop.post(f"aside/{version}/{number}")["problems"][0]
    assert (shop.kit / "releases/day.md").exists()


def test_an_upload_of_5_gb_is_refused_before_a_byte_of_it(shop: Shop) -> None:
    number = shop.post("drop")["drop"]
    headers = {"Origin": shop.caller.own(), "Content_Length": "5000000000"}
    assert shop.caller.ask(f"drop/{number}?way=big.mov", "PUT", **headers)[0] == 413
    del headers["Content_Length"]
    assert shop.caller.ask(f"drop/{number}?way=big.mov", "PUT", Transfer_Encoding="chunked", **headers)[0] == 413
    assert shop.caller.ask(f"drop/{number}?way=big.mov", "PUT", Content_Length="3")[0] == 403  # of nobody's page


def test_a_film_that_no_kit_holds_is_refused_before_a_byte_of_it(shop: Shop) -> None:
    number = shop.post("drop")["drop"]
    headers = {"Origin": shop.caller.own(), "Content_Length": "400000000"}
    status, _, body = shop.caller.ask(f"drop/{number}?way=film.mov", "PUT", **headers)
    assert status == 200
    assert "400 MB" in json.loads(body)["problems"][0]
    assert not (drop := shop.window.rooms.filing.drop(number)) or not [*drop.folder.iterdir()]


@pytest.mark.parametrize("path", ["drop", "sort/1", "answers", "state.json"])
def test_only_a_file_may_be_large(shop: Shop, path: str) -> None:
    headers = {"Origin": shop.caller.own(), "Content_Length": "100000"}
    assert shop.caller.ask(path, "POST", **headers)[0] == 413
    assert shop.caller.ask(path, "PUT", **headers)[0] == 413


def test_all_that_come_at_a_time_are_no_more_than_one_may_be(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "DROPPED_BYTES", Limit("bytes", 3_000_000))
    number = shop.post("drop")["drop"]
    assert shop.post(f"drop/{number}?way=a.mov", b"x" * 2_000_000, "PUT")["problems"] == []
    assert "3 MB" in shop.post(f"drop/{number}?way=b.mov", b"x" * 2_000_000, "PUT")["problems"][0]
    monkeypatch.setattr(receiving, "FOLDER_FILES", Limit("files", 2))
    assert "files" in shop.post(f"drop/{number}?way=c.txt", b"x", "PUT")["problems"][0]
    assert DROPPED_BYTES.most < 5_000_000_000


def test_an_upload_that_never_ends_is_ended(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "LONGEST_S", 0.2)
    number = shop.post("drop")["drop"]
    host, port = shop.caller.host.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        head = f"PUT {shop.caller.path}drop/{number}?way=slow.txt HTTP/1.1\r\nHost: {shop.caller.host}\r\n"
        line.sendall(f"{head}Origin: {shop.caller.own()}\r\nContent-Length: 1000\r\n\r\nx".encode())
        assert line.recv(100).startswith(b"HTTP/1.1 408")
    drop = shop.window.rooms.filing.drop(number)
    assert drop
    assert not [path for path in drop.folder.rglob("*") if path.is_file()]
    assert shop.caller.ask("files.json")[0] == 200


def test_a_slow_client_keeps_nobody_waiting(shop: Shop) -> None:
    host, port = shop.caller.host.split(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(b"PUT /")
        assert shop.caller.ask("state.json")[0] == 200


def test_what_is_not_placed_leaves_with_the_window(shop: Shop) -> None:
    numbers = [shop.post("drop")["drop"] for _ in range(6)]
    drops = [drop for number in numbers if (drop := shop.window.rooms.filing.drop(number))]
    assert len(drops) == 4  # whoever begins more gives up the oldest
    assert shop.post(f"sort/{numbers[0]}") == 404
    shop.window.rooms.filing.close()
    assert not [drop.folder for drop in drops if drop.folder.exists()]


def test_answers_stand_where_new_writes_them(shop: Shop) -> None:
    said = {
        "organisation": "Quay Society",
        "colour": "navy",
        "contact": "Ada Thorn",
        "country": "us",
        "web": "q.example",
    }
    assert shop.post("answers", json.dumps(said).encode()) == {"problems": [], "kit": "press-kit"}
    assert not shop.window.rooms.filing.desk.begun.is_set()  # there is nothing to show yet
    shop.drop({"day.md": DAY})
    with gate.opened(shop.kit):
        settings = read_kit_settings(shop.kit)
    assert (settings.paper, settings.region, settings.brand) == ("letter", "US", shop.kit / "brand")
    text = (shop.kit / "brand/brand.toml").read_text()
    assert 'name = "Quay Society"' in text
    assert f'brand = "{colour_of_word("navy")}"' in text
    assert '\nphone = "' not in text
    assert shop.kit.name == "press-kit"


def test_answers_can_be_taken_back_one_file_at_a_time(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    settings, brand_file = shop.kit / "kit.toml", shop.kit / "brand/brand.toml"
    before = settings.read_bytes()
    shop.post("answers", json.dumps({"organisation": "Quay Society", "country": "us"}).encode())
    shop.drop({"logo.png": red()})
    assert 'logo = "logo.png"' in brand_file.read_text()
    assert settings.read_bytes() != before
    changes = Changes(shop.kit)
    with gate.opened(shop.kit):
        told = [take_back(changes).what for _ in range(3)]
        assert take_back(changes).state == "nothing"
    assert told == ["logo: logo.png", "answers", "answers"]
    assert settings.read_bytes() == before
    assert not brand_file.exists()


def test_answers_damage_no_settings_that_nobody_can_read(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    settings = shop.kit / "kit.toml"
    settings.write_bytes('title = "Fähre"\n# paper = "a4"\n'.encode("latin-1"))
    before = settings.read_bytes()
    assert "UTF-8" in shop.post("answers", b'{"organisation": "Quay Society", "country": "us"}')["problems"][0]
    assert settings.read_bytes() == before
    assert not (shop.kit / "brand").exists()


def test_a_logo_stays_beside_a_brand_that_nobody_can_read(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    brand_file = shop.kit / "brand/brand.toml"
    brand_file.parent.mkdir()
    brand_file.write_bytes(b'name "Quay"\r\n# logo = "logo.svg"\r\n')
    assert shop.drop({"logo.png": red()})["taken"][0]["place"] == "logo.png"
    assert "logo.png" in shop.names()
    brand_file.write_bytes(b'name = "Quay"\r\nbrand = "#1d3a5c"\r\n# logo = "logo.svg"\r\n')
    assert shop.drop({"other logo.png": red()})["taken"][0]["place"] == "brand/other logo.png"
    assert brand_file.read_bytes() == b'name = "Quay"\r\nbrand = "#b81414"\r\nlogo = "other logo.png"\r\n'


def known_of(kit: Path, brand: Brand, *told: inspection.Told) -> KitShown:
    """Return a kit as the window knows it once it was made."""
    return KitShown(Kit("", brand, "en", kit, ()), Sorted(), kit, told=told)


def test_a_kit_with_a_brand_is_asked_nothing(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    desk = shop.window.rooms.filing.desk
    desk.shown = replace(desk.shown, known=known_of(shop.kit, Brand("Quay Society", folder=shop.kit / "brand")))
    assert shop.list()["isBranded"] is True
    assert shop.post("answers", b'{"organisation": "Q"}') == 404
    assert not (shop.kit / "brand").exists()


def logo_of(kit: Path) -> tuple[Path | None, str]:
    with gate.opened(kit):
        brand = read_brand(kit / "brand", "")
    return brand.logo, brand.brand


def test_a_logo_goes_to_the_brand_whichever_comes_first(shop: Shop) -> None:
    logo, said = red(), json.dumps({"organisation": "Quay Society"}).encode()
    shop.post("answers", said)
    taken = shop.drop({"Quay logo.png": logo, "day.md": DAY})["taken"]
    assert "brand/Quay logo.png" in [one["place"] for one in taken]
    assert logo_of(shop.kit) == (shop.kit / "brand/Quay logo.png", "#b81414")
    assert shop.drop({"other logo.png": png().getvalue()})["taken"][0]["place"] == "other logo.png"  # it has one


def test_a_logo_that_came_first_is_the_brands_once_there_is_one(shop: Shop) -> None:
    shop.drop({"logo.png": red(), "day.md": DAY})
    desk = shop.window.rooms.filing.desk
    told = inspection.Told(shop.kit / "logo.png", "logo.png", "logo", "", True)
    desk.shown = replace(desk.shown, known=known_of(shop.kit, Brand("", is_neutral=True), told))
    shop.post("answers", json.dumps({"organisation": "Quay Society", "colour": "navy"}).encode())
    assert logo_of(shop.kit) == (shop.kit / "brand/logo.png", colour_of_word("navy"))
    assert not (shop.kit / "logo.png").exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"organisation": "Q", "email": "ada"}, "“ada” is not an e-mail address"),
        ({"organisation": "Q", "colour": "/etc/passwd.png"}, "is no colour"),
        ({"contact": "Ada Thorn"}, "The name of the organisation is missing"),
        ({"organisation": "Q", "country": "Narnia"}, "not the two letters"),
    ],
)
def test_answers_that_cannot_be_used_are_told_and_make_nothing(shop: Shop, said: dict[str, str], words: str) -> None:
    assert words in shop.post("answers", json.dumps(said).encode())["problems"][0]
    assert not [*shop.home.iterdir()]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'"x"', b"\xff"])
def test_what_are_no_answers_is_refused(shop: Shop, body: bytes) -> None:
    assert shop.post("answers", body) == 400


def test_texts_that_were_named_alone_take_nothing_in(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "release.md").write_bytes(DAY)
    with Engine() as engine:
        desk = Desk(BuildOrder((tmp_path / "release.md",)), engine)
        window = Window(desk, "")
        with served(window) as address:
            alone = Shop(Caller(address), window, tmp_path)
            assert alone.list()["isOpen"] is False
            assert alone.post("drop") == 404
            assert alone.post("answers", b"{}") == 400


def test_a_new_kit_takes_no_others_folder(shop: Shop) -> None:
    (shop.home / "press-kit").mkdir()
    (shop.home / "press-kit" / "mine.txt").write_text("mine")
    shop.drop({"day.md": DAY})
    assert shop.kit.name == "press-kit-2"
    assert [path.name for path in (shop.home / "press-kit").iterdir()] == ["mine.txt"]


def test_a_kit_that_was_moved_away_takes_nothing_in_and_no_second_one_is_begun(shop: Shop) -> None:
    shop.drop({"day.md": DAY})
    version, number = shop.number_of("releases/day.md")
    waiting = shop.post("drop")["drop"]
    assert shop.post(f"drop/{waiting}?way=night.md", DAY, "PUT") == {"problems": []}
    kit, moved = shop.kit, shop.home / "moved"
    kit.rename(moved)
    told = shop.list()
    assert (told["isOpen"], told["isGone"], told["kit"], told["files"]) == (True, True, "press-kit", [])
    asked = (
        shop.post("drop"),
        shop.post(f"sort/{waiting}"),
        shop.post("answers", b'{"organisation": "Quillon Ferry"}'),
        shop.post(f"kind/{version}/{number}/1"),
        shop.post(f"aside/{version}/{number}"),
    )
    for answer in asked[:3]:
        assert answer["problems"][0].startswith("press-kit cannot be written: the folder is not there any more.")
    assert [path.name for path in shop.home.iterdir()] == ["moved"]
    moved.rename(kit)
    assert [one["place"] for one in shop.list()["files"]] == ["releases/day.md"]
    assert shop.drop({"night.md": DAY})["problems"] == []


def test_settings_wait_for_what_is_set_aside(cli: Callable[..., SimpleNamespace], tmp_path: Path) -> None:
    settings = {
        "kit.toml": 'photo_order = ["quay.jpg"]\n[files."Our numbers.docx"]\nkind = "factsheet"\n',
        "photos/photos.toml": '["quay.jpg"]\ncaption = "The quay."\n',
    }
    kit = write_kit(tmp_path / "kit", {"day.md": DAY, "photos/pier.png": png().read(), **settings})
    words = ("photo_order names “quay.jpg”", "files names “Our numbers.docx”", "photos.toml names quay.jpg")
    said = cli("build", kit, "-o", tmp_path / "kit.txt").err
    assert [each in said for each in words] == [True, True, False]  # settings of the kit are read first
    write_kit(kit / "set aside/2026-05-12", {"quay.jpg": b"", "Our numbers.docx": b""})
    done = cli("build", kit, "-o", tmp_path / "kit.txt")
    assert "which is not there" not in done.err + done.out
    assert (tmp_path / "kit.txt").exists()
