"""What tasks answered is taken for the answer as long as all that it came of is the same, and no longer."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import time
from collections.abc import Callable
from contextvars import Context
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from presskit import gate
from presskit.errors import SourceError
from presskit.knowing import program, states
from presskit.knowing.states import state_of
from presskit.making.build import make_kit, read_kit
from presskit.making.orders import BuildOrder, MadeKit
from presskit.model import Block, Photo
from presskit.rendering.answers import ANSWERED, Answers, Unkept, frozen, thawed
from presskit.rendering.cache import Cache, Kept
from presskit.resources import CHECKOUT
from presskit.sorting.sources import find_sources
from presskit.working.workers import Task, Workers
from tests.support.writing import brand, photo, release, write_kit

TAKE = "tests.rendering.test_answers:counted"


def counted(folder: Path, name: str = "a.txt") -> tuple[str, ...]:
    """Do what a task may: list a folder, look for a file, read one, follow a link."""
    listed = gate.files_in(folder) if gate.is_folder(folder) else ()
    texts = [gate.text_of(path) for path in listed if gate.is_file(path)]
    return (name, *texts, str(gate.is_there(folder / "b.txt")), gate.real(folder / "link").name)


def refused(folder: Path) -> None:
    raise SourceError(gate.refusal(folder / "none.txt") or ())  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files that were written a moment ago count as old."""
    monkeypatch.setattr(states, "FINE_S", 0.0)


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "kit"
    write_kit(folder, {"a.txt": "bread", "others/c.txt": "c", "target/d.txt": "d", "else/e.txt": "e"})
    (folder / "link").symlink_to("target")
    return folder


def asked(kit: Path, tasks: Task | None = None, *, opened: Path | None = None, reuse: bool = True) -> bool:
    """Tell whether a task is answered by what is kept; else do it and keep its answer."""
    task = tasks or Task(TAKE, (kit,), is_kept=True)
    answers = Answers(Cache(kit.parent / "cache", reuse))
    with gate.opened(opened or kit):
        begun = time.time()
        [found] = answers.find([task])
        with gate.noted() as paths:
            value = task.do()
        answers.keep([(task, value, paths)], begun)
    assert found is None or found.value == value
    return found is not None


def test_the_same_question_of_the_same_files_is_answered(kit: Path) -> None:
    assert [asked(kit) for _ in range(3)] == [False, True, True]


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word": lambda kit: (kit / "a.txt").write_text("seeds"),
    "a new file": lambda kit: (kit / "new.txt").write_text(""),
    "a file that was looked for": lambda kit: (kit / "b.txt").write_text(""),
    "a file that is gone": lambda kit: (kit / "a.txt").unlink(),
    "a file's name": lambda kit: (kit / "a.txt").rename(kit / "z.txt"),
    "a file that is a link": lambda kit: moved(kit / "a.txt", kit / "else/a.txt"),
    "where a link leads": lambda kit: [(kit / "link").unlink(), (kit / "link").symlink_to("else")],
    "the answer's own bytes": lambda kit: [flipped(path) for path in kit.parent.glob(f"cache/*/*{ANSWERED}")],
    "the paths' own bytes": lambda kit: [flipped(path) for path in kit.parent.glob("cache/*/*.ask")],
}  # fmt: skip


def moved(path: Path, place: Path) -> None:
    path.rename(place)
    path.symlink_to(place)


def flipped(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changes_it_is_asked_again(kit: Path, change: Callable[[Path], object]) -> None:
    asked(kit)
    change(kit)
    assert not asked(kit)
    assert asked(kit)


def test_what_was_changed_back_is_answered(kit: Path) -> None:
    asked(kit)
    (kit / "a.txt").write_text("seeds")
    asked(kit)
    (kit / "a.txt").write_text("bread")
    assert asked(kit, replace(Task(TAKE, (kit,), is_kept=True)))


def test_what_no_task_asked_about_changes_nothing(kit: Path) -> None:
    asked(kit)
    (kit / "others/c.txt").write_text("changed")
    assert asked(kit)


def test_other_questions_have_other_answers(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(kit)
    assert not asked(kit, Task(TAKE, (kit, "b.txt"), is_kept=True))
    assert not asked(kit, Task(TAKE, (kit,), options={"name": "c.txt"}, is_kept=True))
    nothing_open = Context()
    assert not nothing_open.run(asked, kit, opened=kit / "target")
    assert not asked(kit, reuse=False)
    with monkeypatch.context() as patch:
        patch.setenv("PRESSKIT_CALLED_AS", "./kit")  # as it is said in hints
        assert not asked(kit)
    monkeypatch.setattr(program, "__version__", "0.0")
    assert not asked(kit)


def test_what_changes_meanwhile_is_not_kept(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(states, "FINE_S", 3600.0)
    asked(kit)
    assert not asked(kit)
    monkeypatch.setattr(states, "FINE_S", 0.0)
    asked(kit)
    assert asked(kit)


# Each question that the gate answers, each thing that can become of what it is asked about.
QUESTIONS: dict[str, Callable[[Path], object]] = {
    "text_of": gate.text_of,
    "is_file": gate.is_file,
    "is_folder": gate.is_folder,
    "is_there": gate.is_there,
    "is_inside": gate.is_inside,
    "leads_out": gate.leads_out,
    "refusal": gate.refusal,
    "real": gate.real,
    "size_of": gate.size_of,
    "files_in": gate.files_in,
    "folders_in": gate.folders_in,
    "walk": lambda path: [*gate.walk(path)],
    "links_in": lambda path: [*gate.links_in(path)],
}
THINGS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: None,
    "a text": lambda path: path.write_text("a"),
    "another text": lambda path: path.write_text("b"),
    "a longer text": lambda path: path.write_text("aa"),
    "a note of iCloud's": lambda path: path.with_name(f".{path.name}.icloud").write_text(""),
    "a folder": lambda path: path.mkdir(),
    "a folder with a file": lambda path: write_kit(path, {"a.txt": ""}),
    "a folder with a folder": lambda path: (path / "a.txt").mkdir(parents=True),
    "a folder with a file further in": lambda path: write_kit(path, {"a/b.txt": ""}),
    "a folder with a link": lambda path: [path.mkdir(), (path / "a.txt").symlink_to("../other.txt")],
    "a folder with another link": lambda path: [path.mkdir(), (path / "a.txt").symlink_to("../else.txt")],
    "a folder with a note": lambda path: write_kit(path, {".a.txt.icloud": ""}),
    "a link": lambda path: path.symlink_to("other.txt"),
    "another link": lambda path: path.symlink_to("else.txt"),
    "a link to nowhere": lambda path: path.symlink_to("nowhere.txt"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a link out": lambda path: path.symlink_to("../outside.txt"),
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else lambda path: None,
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_where_the_gate_answers_otherwise_something_else_stands_there(
    tmp_path: Path, question: Callable[[Path], object]
) -> None:
    told: dict[str, str] = {}
    for thing in THINGS.values():
        shutil.rmtree(tmp_path / "kit", ignore_errors=True)
        write_kit(tmp_path, {"kit/other.txt": "o", "kit/else.txt": "else", "outside.txt": ""})
        thing(tmp_path / "kit/it")
        with gate.opened(tmp_path / "kit"), gate.noted() as paths:
            try:
                answer = repr(question(tmp_path / "kit/it"))
            except SourceError as error:
                answer = repr(error.problems)
            stands = repr([(path, state_of(Path(path))) for path in sorted(paths)])
        assert told.setdefault(stands, answer) == answer
    assert len(told) > 2


def test_what_a_name_cannot_be_is_told(tmp_path: Path) -> None:
    with gate.opened(tmp_path):
        assert state_of(tmp_path / "a\0b") == ["no name"]


VALUES = {
    "a text of a kit": Block("paragraph", "Bread", "<p>Bread</p>"),
    "a photo": Photo(Path("a.jpg"), 3, 2),
    "a day": date(2026, 1, 2),
    "moments": [datetime(2026, 1, 2, tzinfo=zone) for zone in (UTC, ZoneInfo("Asia/Tokyo"))],
    "plain values": ({"a": [1, 2.5]}, frozenset({"b"}), None, True),
}  # fmt: skip


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert thawed(frozen(value, nothing), nothing) == value


def nothing(name: str) -> Kept | None:
    return None


def test_a_file_of_the_cache_is_an_answer_while_it_is_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    kept = cache.keep("ab.pdf", b"pages")
    answer = frozen((kept, "a name"), cache.find)
    assert thawed(answer, cache.find) == (kept, "a name")
    kept.path.write_bytes(kept.path.read_bytes()[:-1])
    with pytest.raises(Unkept):
        thawed(answer, cache.find)


class Forged:
    def __init__(self, function: Callable[..., Any], *given: Any) -> None:
        self._made = function, given

    def __reduce__(self) -> Any:
        return self._made


FORGERIES = {
    "a command": Forged(os.system, "false"),
    "a process": Forged(subprocess.Popen, ["false"]),
    "an attribute": Forged(getattr, Block, "__init__"),
    "a function of presskit's": Forged(release),
    "what writes": Forged(Cache, Path("x")),
    "an error": Forged(SourceError),
}


@pytest.mark.parametrize("forged", FORGERIES.values(), ids=FORGERIES)
def test_of_a_forged_file_nothing_is_done(forged: Forged) -> None:
    with pytest.raises(Unkept):
        thawed(pickle.dumps(forged), nothing)


@pytest.mark.parametrize("data", [b"", b"\x80\x04", b"no pickle", pickle.dumps("cut")[:-2]])
def test_what_is_no_answer_is_none(data: bytes) -> None:
    with pytest.raises(Unkept):
        thawed(data, nothing)


def test_workers_do_not_begin_what_is_known(tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {"a.md": release()})
    photo(kit / "quay.jpg")
    read = "presskit.reading.documents.photos:read_folder"
    tasks = [Task(read, (kit, [kit / "quay.jpg"]), is_kept=True)]
    told: list[int] = []
    with gate.opened(kit):
        with Workers(1, preload=(), memory=Answers(Cache(tmp_path / "cache"))) as workers:
            first = workers.run(tasks, told.append)
        workers = Workers(1, preload=(), memory=Answers(Cache(tmp_path / "cache")))
        assert workers.run(tasks, told.append) == tuple(replace(one, is_known=True) for one in first)
    assert first[0].value.document[0].width_px
    assert told == [0, 0]
    assert not workers._pool._workers


SAVES: dict[str, Callable[[Path], object]] = {
    "a word": lambda kit: saved(kit / "releases/day.md", "bread", "seeds"),
    "a picture that a text shows": lambda kit: photo(kit / "releases/quay.jpg"),
    "other settings at the top": lambda kit: saved(kit / "releases/day.md", "date: 2026-05-12", "status: immediate"),
    "the kit's language": lambda kit: saved(kit / "kit.toml", '"en-GB"', '"de"'),
    "what the kit says of a file": lambda kit: saved(kit / "kit.toml", 'kind = "release"', 'kind = "statement"'),
    "the brand": lambda kit: saved(kit / "brand/brand.toml", "1911", "1912"),
    "the words of a photo": lambda kit: saved(kit / "photos/photos.toml", "Nine", "Ten"),
    "a photo": lambda kit: photo(kit / "photos/pier.jpg", (900, 600)),
    "a new photo": lambda kit: photo(kit / "photos/boat.jpg"),
    "a new text": lambda kit: (kit / "releases/dusk.md").write_text(release("The last boat"), encoding="utf-8"),
    "a text that is gone": lambda kit: (kit / "releases/dusk.md").unlink(),
}


def saved(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_kit_that_is_read_with_what_is_kept_is_what_is_read_anew(tmp_path: Path) -> None:
    files = {
        "kit.toml": 'title = "Piers"\nlanguage = "en-GB"\n[files."night.md"]\nkind = "release"\n',
        "releases/day.md": release("The day boat") + "\n![A quay](quay.jpg)\n",
        "releases/night.md": release("The night boat"),
        "photos/photos.toml": '["pier.jpg"]\ncaption = "Nine piers"\ncredit = "Us"\nalt = "Piers"\n',
        "brand/brand.toml": brand(),
    }
    kit = write_kit(tmp_path / "kit", files)
    photo(kit / "photos/pier.jpg")
    order, answers = BuildOrder((kit,)), Answers(Cache(tmp_path / "cache"))
    with gate.opened(*order.places), Workers(1, memory=answers) as kept, Workers(1) as anew:
        before = None
        for save in (lambda kit: None, *SAVES.values()):
            save(kit)
            with gate.opened():
                told = [read_kit(workers, order, find_sources(order.sources)) for workers in (kept, kept, anew)]
            assert told[0].kit == told[1].kit == told[2].kit
            assert told[0].findings == told[1].findings == told[2].findings
            assert (told[2].kit, told[2].findings) != before
            before = told[2].kit, told[2].findings


assert CHECKOUT
TYPEFACES = CHECKOUT / "assets/fonts/source-sans-pro"
OWN_TEMPLATE = """{% extends "shared/release.html" %}
{% block opening %}<p>By boat</p>{% endblock %}
"""
LOOKS: dict[str, Callable[[Path], object]] = {
    "a picture that a text shows": lambda kit: photo(kit / "releases/quay.jpg", (500, 400)),
    "the brand's style": lambda kit: saved(kit / "brand/templates/extra.css", ".3pt", ".4pt"),
    "the brand's template": lambda kit: saved(kit / "brand/templates/release.html", "By boat", "By ferry"),
    "the brand's typeface": lambda kit: shutil.copy(kit / "Other.ttf", kit / "brand/Own.ttf"),
    "the brand's logo": lambda kit: photo(kit / "brand/logo.png", (300, 100)),
}


def made(kit: Path, *, use_cache: bool = True) -> MadeKit:
    order = BuildOrder((kit,), jobs=1, use_cache=use_cache)  # one worker opens a typeface once
    with gate.opened(*order.places):
        return make_kit(order, find_sources(order.sources))


def test_pages_that_are_known_again_are_those_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    described = 'logo = "logo.png"\nfonts = {serif = {regular = "Own.ttf"}}\n' + brand()
    files = {
        "kit.toml": 'title = "Piers"\nlanguage = "en-GB"\n',
        "releases/day.md": release("The day boat") + "\n![A quay](quay.jpg)\n",
        "releases/night.md": release("The night boat"),
        "brand/brand.toml": described,
        "brand/templates/extra.css": "p { letter-spacing: .3pt }",
        "brand/templates/release.html": OWN_TEMPLATE,
    }
    kit = write_kit(tmp_path / "kit", files)
    photo(kit / "brand/logo.png")
    photo(kit / "releases/quay.jpg")
    for name, face in (("brand/Own.ttf", "Regular"), ("Other.ttf", "Light")):
        shutil.copy(next(TYPEFACES.glob(f"*-{face}.ttf")), kit / name)
    before = b""
    for save in (lambda kit: None, *LOOKS.values()):
        save(kit)
        known, anew = made(kit), made(kit, use_cache=False)
        assert known.linked.pdf == anew.linked.pdf != before
        assert known.findings == anew.findings
        assert known.laid_out
        before = anew.linked.pdf
    assert made(kit).laid_out == ()
