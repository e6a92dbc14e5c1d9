"""Nobody but the person at this computer is let in, and nothing but the kit is shown."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from presskit.findings import finding
from presskit.making.orders import BuildOrder
from presskit.making.warm import Engine
from presskit.preview.desk import Desk
from presskit.preview.door import MOST_BODY_BYTES
from presskit.preview.framing import compose_frame
from presskit.preview.serving import ANSWERING, served
from presskit.preview.states import Shown
from presskit.preview.telling import groups_json
from presskit.preview.window import MOST_WINDOWS, Window

WORDS = "</script><script>alert(1)</script>\n<b>"


class Caller:
    """Asks the window as a program does that sends what it likes."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.host, self.path = parts.netloc, parts.path

    def ask(self, path: str = "", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Return status, headers and body of the answer; names of headers as in foreign_site."""
        sent = {"Host": self.host} | {name.replace("_", "-"): value for name, value in headers.items()}
        return self.send(path if path.startswith("/") else self.path + path, method, sent)

    def send(self, path: str, method: str, headers: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection(self.host, timeout=20)
        connection.putrequest(method, path, skip_host=True)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        got = answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        connection.close()
        return got

    def post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Post a body as the window's own page does; return status and body of the answer."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        connection.request("POST", self.path + path, body, {"Origin": self.own()})
        answer = connection.getresponse()
        got = answer.status, answer.read()
        connection.close()
        return got

    def own(self) -> str:
        return f"http://{self.host}"


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit")
    (folder / "kit.toml").write_text('title = "Nine piers"\n')
    (folder.parent / "secret.txt").write_text("nobody's business")
    return folder


@pytest.fixture(scope="module")
def caller(kit: Path) -> Iterator[Caller]:
    """Return who asks a window on a kit of which one thing is known."""
    with Engine() as engine:
        desk = Desk(BuildOrder((kit,)), engine)
        told = finding("c-003").at(kit / "kit.toml")
        found = (told, finding("c-004").at(kit.parent / "secret.txt"))
        desk.shown = Shown(1, WORDS, "check", WORDS, found, groups_json(found))
        with served(Window(desk, compose_frame())) as address:
            yield Caller(address)


def test_the_window_answers_its_own_page(caller: Caller) -> None:
    for path in ("", "state.json", "preview.css", "preview.js", "regular.ttf"):
        assert caller.ask(path)[0] == 200
        assert caller.ask(path, Origin=caller.own(), Sec_Fetch_Site="same-origin")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Host": "127.0.0.1:1"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
    ids=str,
)
@pytest.mark.parametrize("path", ["", "state.json", "preview.js", "page/1/1/900.jpg", "events"])
def test_a_foreign_page_gets_nothing(caller: Caller, path: str, headers: dict[str, str]) -> None:
    status, answered, body = caller.ask(path, **headers)
    assert (status, body) == (403, b"This window belongs to somebody else.\n")
    assert not [name for name in answered if name.startswith("access-control")]


@pytest.mark.parametrize("path", ["/", "/state.json", "/x/state.json", "//state.json", "/%00/"])
def test_without_the_key_nothing_is_answered(caller: Caller, path: str) -> None:
    assert caller.ask(path)[0] == 403
    assert caller.ask(caller.path[:-2] + "/state.json")[0] == 403


@pytest.mark.parametrize("path", ["end", "save/.txt", "open/1/1", "show"])
def test_what_does_something_is_done_for_the_window_alone(caller: Caller, path: str) -> None:
    assert caller.ask(path, "POST")[0] == 403  # a form of another page in an old browser
    assert caller.ask(path, "POST", Origin="https://evil.example")[0] == 403
    assert caller.ask(path, "GET", Origin=caller.own())[0] in (404, 405)


@pytest.mark.parametrize(
    "path",
    [
        "../kit.toml",
        "%2e%2e/kit.toml",
        "..%2fkit.toml",
        "kit.toml",
        "/etc/passwd",
        "words.toml",
        "page.html",
        "page/1/99999999999999999999/900.jpg",
        "page/1/1/901.jpg",
        "page/2/1/900.jpg",
        "page/1/-1/900.jpg",
    ],
)
def test_no_file_is_named_by_a_request(caller: Caller, path: str) -> None:
    status, _, body = caller.ask(path)
    assert status in (403, 404)
    assert b"Nine piers" not in body


@pytest.mark.parametrize("path", ["save/.exe", "save/..%2fkit.txt", "save/screen", "open/1/0", "open/1/3", "open/2/1"])
def test_only_what_the_window_offers_is_done(caller: Caller, path: str) -> None:
    assert caller.ask(path, "POST", Origin=caller.own())[0] == 404


def test_a_finding_whose_file_lies_elsewhere_opens_nothing(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []
    monkeypatch.setattr("presskit.preview.rooms.show", lambda path: bool(shown.append(path)) or True)
    assert caller.ask("open/1/2", "POST", Origin=caller.own())[2] == b'{"done":false}'
    assert shown == []
    assert caller.ask("open/1/1", "POST", Origin=caller.own())[2] == b'{"done":true}'
    assert [path.name for path in shown] == ["kit.toml"]


@pytest.mark.parametrize(
    "announced",
    [
        {"Content_Length": "5000000000"},
        {"Content_Length": str(MOST_BODY_BYTES + 1)},
        {"Transfer_Encoding": "chunked"},
    ],
    ids=str,
)
def test_a_body_that_says_too_much_is_not_waited_for(caller: Caller, announced: dict[str, str]) -> None:
    assert caller.ask("end", "POST", Origin=caller.own(), **announced)[0] == 413


def test_every_answer_has_the_strict_policy(caller: Caller) -> None:
    for path in ("", "state.json", "none", "/"):
        answered = caller.ask(path)[1]
        assert answered["content-security-policy"].startswith("default-src 'none'")
        assert "unsafe" not in answered["content-security-policy"]
        assert answered["x-content-type-options"] == "nosniff"
        assert answered["referrer-policy"] == "no-referrer"
        assert answered["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in answered


def test_no_connection_is_used_twice(caller: Caller) -> None:
    for path in ("", "state.json", "none"):
        assert caller.ask(path)[1]["connection"] == "close"


def test_words_of_a_kit_are_no_part_of_the_page(caller: Caller) -> None:
    status, answered, body = caller.ask("state.json")
    assert (status, answered["content-type"]) == (200, "application/json")
    assert json.loads(body)["title"] == WORDS
    assert b"alert(1)" not in caller.ask("")[2]
    script = caller.ask("preview.js")[2].decode()
    assert "innerHTML" not in script
    assert "insertAdjacentHTML" not in script


def test_a_hundred_windows_are_too_many_and_the_first_goes_on(caller: Caller) -> None:
    with ExitStack() as stack:
        opened = []
        for _ in range(MOST_WINDOWS):
            connection = http.client.HTTPConnection(caller.host, timeout=20)
            stack.callback(connection.close)
            connection.request("GET", f"{caller.path}events")
            opened.append(connection.getresponse())
            assert opened[-1].status == 200
        assert opened[0].readline().startswith(b'data: {"number": 1')
        assert caller.ask("events")[0] == 503
        assert caller.ask("state.json")[0] == 200


def test_nobody_beside_this_computer_can_reach_it(caller: Caller) -> None:
    assert caller.host.startswith("127.0.0.1:")


def answering() -> set[threading.Thread]:
    return {each for each in threading.enumerate() if each.name == ANSWERING}


def test_it_is_closed_by_its_button(kit: Path) -> None:
    before = answering()
    with Engine() as engine:
        desk = Desk(BuildOrder((kit,)), engine)
        with served(Window(desk, compose_frame())) as address:
            assert len(answering()) == len(before) + 1
            caller = Caller(address)
            assert caller.ask("end", "POST", Origin=caller.own(), Content_Length="0")[0] == 200
        assert desk.over.is_set()
    assert answering() == before


def test_a_window_is_left_a_while_after_the_last_was_closed(kit: Path) -> None:
    with Engine() as engine:
        window = Window(Desk(BuildOrder((kit,)), engine), "")
        assert not window.is_left(60, 1e12)
        with served(window) as address:
            connection = http.client.HTTPConnection(Caller(address).host, timeout=20)
            connection.request("GET", f"{Caller(address).path}events")
            answer = connection.getresponse()
            answer.readline()
            assert not window.is_left(60, 1e12)
            answer.close()
            connection.close()
    assert window.is_left(60, 1e12)
    assert not window.is_left(1e12, 60)


def test_places_are_told_with_their_files(caller: Caller) -> None:
    assert b'"place":"kit.toml"' in caller.ask("state.json")[2]
