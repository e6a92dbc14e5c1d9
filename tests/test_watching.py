"""A kit that is watched is what a build of it gives, after each save; and nothing that is saved is missed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextvars import Context
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from presskit import fonts, whole
from presskit.errors import RenderingError, SourceError
from presskit.making import build, warm, watching
from presskit.making.orders import BuildOrder
from presskit.making.watching import Built, state_of, watch
from presskit.terminal.saves import watched
from tests.support.in_process import work_in_process
from tests.support.word_files import word
from tests.support.writing import brand, photo, release, write_kit

DAY = "releases/day.md"
MOMENT = datetime(2026, 5, 12, 9, 5, tzinfo=UTC)


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a kit of two releases whose brand lies elsewhere."""
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    work_in_process(monkeypatch)
    files = {
        "kit/kit.toml": 'title = "Nine piers"\nbrand = "../brand"\n',
        f"kit/{DAY}": release("The day boat", 1),
        "kit/releases/night.md": release("The night boat", 1),
        "brand/brand.toml": brand(),
    }
    write_kit(tmp_path, files)
    return tmp_path / "kit"


@pytest.fixture
def builds(kit: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Iterator[Built]]:
    """Return the builds of the kit, each of which only writes a file; the first is done."""

    def made(order: BuildOrder, *_: object) -> tuple[SimpleNamespace, Path]:
        path = order.output or kit / "out/kit.pdf"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(os.urandom(9))
        return SimpleNamespace(places=(str(kit), str(kit.parent / "brand")), written=(path,)), path

    monkeypatch.setattr(build, "build", made)
    every = watch(BuildOrder((kit,)), warm.Engine())
    assert next(every).made
    yield every
    every.close()  # type: ignore[attr-defined]


def save(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def renamed(path: Path) -> None:
    """Save as many editors do: a new file takes the old one's place."""
    new = path.with_name(".saving")
    new.write_text(path.read_text(encoding="utf-8").replace("bread", "seeds"), encoding="utf-8")
    new.replace(path)


SAVES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "a word": (lambda kit: save(kit / DAY, "bread", "seeds"), {DAY}),
    "a file renamed into its place": (lambda kit: renamed(kit / DAY), {DAY}),
    "a file that is gone": (lambda kit: (kit / DAY).unlink(), {DAY}),
    "a new photo": (lambda kit: photo(kit / "photos/quay.jpg"), {"photos", "photos/quay.jpg"}),
    "the brand, elsewhere": (
        lambda kit: save(kit.parent / "brand/brand.toml", "1911", "1912"),
        {"../brand/brand.toml"},
    ),
    "ten files at once": (
        lambda kit: [(kit / f"releases/{number}.md").write_text(release(f"Boat {number}")) for number in range(10)],
        {f"releases/{number}.md" for number in range(10)},
    ),
}


@pytest.mark.parametrize(("change", "names"), SAVES.values(), ids=SAVES)
def test_what_is_saved_is_told(
    kit: Path, builds: Iterator[Built], change: Callable[[Path], object], names: set[str]
) -> None:
    change(kit)
    built = next(builds)
    assert {os.path.relpath(path, kit) for path in built.changed} - {"releases/.saving"} == names


def test_after_a_save_the_file_is_what_a_build_gives(kit: Path) -> None:
    engine = warm.Engine()
    every, nothing_open = watch(BuildOrder((kit,)), engine), Context()
    first = nothing_open.run(next, every)
    assert first.made
    assert set(first.made.laid_out) >= {"The day boat", "The night boat"}
    save(kit / DAY, "bread", "seeds")
    second = nothing_open.run(next, every)
    assert second.made
    assert second.made.laid_out == ("The day boat",)
    save(kit / "kit.toml", "title =", "title")
    third = nothing_open.run(next, every)
    assert third.error
    assert third.error.problems[0].code == "t-002"
    lines, verdict = watched(third, kit, "Ready to send", MOMENT)
    assert lines[0] == "09:05:00  kit.toml · Nothing was made; what was there stays:"
    assert "kit.toml, line 1" in lines[1]
    save(kit / "kit.toml", "title", "title =")
    last = nothing_open.run(next, every)
    assert last.path
    [line] = watched(last, kit, verdict, MOMENT)[0]
    assert "kit.toml · made again: nothing" in line
    assert "kit/out/" in line.replace(os.sep, "/")
    _, cold = build.build(BuildOrder((kit,), kit.parent / "cold.pdf", use_cache=False))
    assert last.path.read_bytes() == cold.read_bytes()


def test_a_word_file_is_saved_in_halves_and_as_word_saves(kit: Path) -> None:
    texts, whole = kit / "releases", kit.parent / "whole.docx"
    every, nothing_open = watch(BuildOrder((kit,)), warm.Engine()), Context()
    nothing_open.run(next, every)
    paragraphs = [line for line in release("The dawn boat", 1).split("\n") if line and line[0].isupper()]
    word(whole, "The dawn boat", *paragraphs)
    data = whole.read_bytes()
    (texts / "dawn.docx").write_bytes(data[: len(data) // 2])
    half = nothing_open.run(next, every)
    assert half.error
    assert half.error.problems[0].code == "s-012"
    (texts / "dawn.docx").write_bytes(data)
    made = nothing_open.run(next, every).made
    assert made
    assert "The dawn boat" in made.laid_out
    # Word writes beside the file, moves it out of the way, and holds a file of its own as long as it is open.
    (texts / "~$dawn.docx").write_bytes(b"Ada")
    word(texts / "WRD0001.tmp", "The dusk boat", *paragraphs)
    (texts / "dawn.docx").rename(texts / "WRL0002.tmp")
    (texts / "WRD0001.tmp").rename(texts / "dawn.docx")
    (texts / "WRL0002.tmp").unlink()
    last = nothing_open.run(next, every)
    assert last.made
    assert last.path
    assert "The dusk boat" in last.made.laid_out
    _, cold = build.build(BuildOrder((kit,), kit.parent / "cold.pdf", use_cache=False))
    assert last.path.read_bytes() == cold.read_bytes()


def test_another_kit_in_its_place_is_the_kit(kit: Path) -> None:
    every, nothing_open = watch(BuildOrder((kit,)), warm.Engine()), Context()
    nothing_open.run(next, every)
    files = {"kit.toml": 'title = "Ten piers"\nbrand = "../brand"\n', "releases/dawn.md": release("The dawn boat", 1)}
    another = write_kit(kit.parent / "another", files)
    kit.rename(kit.parent / "old")
    another.rename(kit)
    made = nothing_open.run(next, every).made
    assert made
    assert [one.headline for one in made.kit.releases] == ["The dawn boat"]
    kit.rename(kit.parent / "gone")
    gone = nothing_open.run(next, every)
    assert gone.error
    assert gone.error.problems[0].code == "s-001"
    (kit.parent / "gone").rename(kit)
    back = nothing_open.run(next, every).made
    assert back
    assert back.kit.title == "Ten piers"


def test_what_is_saved_while_a_kit_is_built_is_not_missed(
    kit: Path, builds: Iterator[Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = build.build

    def disturbed(*given: Any) -> Any:
        made = whole(*given)
        monkeypatch.setattr(build, "build", whole)
        save(kit / "releases/night.md", "bread", "seeds")
        return made

    monkeypatch.setattr(build, "build", disturbed)
    save(kit / DAY, "bread", "seeds")
    assert [path.name for path in next(builds).changed] == ["day.md"]
    assert [path.name for path in next(builds).changed] == ["night.md"]


def test_where_the_system_tells_nothing_it_is_looked_at(
    kit: Path, builds: Iterator[Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on many network drives."""
    looks: list[Sequence[Path]] = []

    def deaf(*places: Path, **_: object) -> Iterator[set[str]]:
        looks.append(places)
        if len(looks) == 3:
            save(kit / DAY, "bread", "seeds")
        yield set()

    monkeypatch.setattr(watching, "alarms", deaf)
    assert [path.name for path in next(builds).changed] == ["day.md"]
    assert len(looks) == 3
    assert {path.name for path in looks[0]} == {"kit", "brand"}


@pytest.mark.usefixtures("builds")
def test_what_is_written_into_the_kit_itself_is_no_change(kit: Path) -> None:
    every = watch(BuildOrder((kit,), kit / "kit.pdf"), warm.Engine())
    assert next(every).path == kit / "kit.pdf"
    save(kit / DAY, "bread", "seeds")
    assert [path.name for path in next(every).changed] == ["day.md"]
    save(kit / DAY, "seeds", "beans")
    assert [path.name for path in next(every).changed] == ["day.md"]


def test_what_is_being_written_is_no_change(kit: Path, builds: Iterator[Built]) -> None:
    """A window writes kit.toml beside itself first; with a slow disk that is a file of the kit for a while."""
    before = state_of([kit])
    (kit / f"{whole.PREFIX}1a2b3c4d").write_text("title =")
    (kit / "releases" / f"{whole.PREFIX}5e6f").mkdir()
    (kit / "releases" / f"{whole.PREFIX}5e6f" / "a.md").write_text("title =")
    assert state_of([kit]).keys() == before.keys()
    save(kit / DAY, "bread", "seeds")
    assert [path.name for path in next(builds).changed] == ["day.md"]


def test_a_typeface_is_opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten = []
    monkeypatch.setattr(fonts, "forget", lambda: forgotten.append(1))
    with warm.Engine() as engine:
        engine.refresh([Path("kit/releases/a.md")])
        assert not forgotten
        engine.refresh([Path("brand/fonts/Gull.TTF")])
        assert forgotten


def test_it_ends_when_it_is_over(kit: Path) -> None:
    with warm.Engine() as engine:
        assert len(list(watch(BuildOrder((kit,)), engine, is_over=lambda: True))) == 1


def test_a_kit_that_is_not_there_ends_it_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is not there"):
        next(watch(BuildOrder((tmp_path / "kti",)), warm.Engine()))


def test_an_engine_ends_when_what_another_thread_makes_with_it_is_made() -> None:
    """As where the window is closed in the middle of saving: the workers ended below it."""
    told: list[str] = []
    is_asked, is_working = threading.Event(), threading.Event()

    class Asked:
        """A lock that tells when a second one waits for it."""

        lock = threading.Lock()

        def __enter__(self) -> None:
            if self.lock.locked():
                is_asked.set()
            self.lock.acquire()

        def __exit__(self, *_: object) -> None:
            self.lock.release()

    def ended() -> None:
        told.append("ended")
        is_asked.set()

    def work() -> None:
        is_working.set()
        is_asked.wait(60)
        told.append("made")

    engine = warm.Engine()
    engine._lock = Asked()  # type: ignore[assignment]
    engine._stack.callback(ended)
    making = threading.Thread(target=engine.alone, args=(work,))
    with engine:
        making.start()
        assert is_working.wait(60)
    making.join()
    assert told == ["made", "ended"]
    with pytest.raises(RenderingError, match="presskit is ending"):
        engine.run(BuildOrder(()), ())
