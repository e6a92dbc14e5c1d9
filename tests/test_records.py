"""Where nothing has changed, a build answers at once; whatever changes of what goes into it, it is made anew."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from presskit import records
from presskit.judging import proof
from presskit.knowing import program, states
from presskit.making import build
from presskit.making.orders import BuildOrder
from tests.conftest import Cli
from tests.support.writing import brand, photo, release, write_kit


@dataclass
class Built:
    """A kit that was built with these words, and what was said of it."""

    folder: Path
    words: tuple[str, ...]
    said: SimpleNamespace

    @property
    def output(self) -> Path:
        """What was written."""
        [output] = (path for path in (self.folder / "kit/out").iterdir() if path.suffix in (".pdf", ".zip"))
        return output


Change = Callable[[Built], object]


@pytest.fixture
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let kits that were written a moment ago count as old."""
    monkeypatch.setattr(states, "FINE_S", -3600.0)


VARIANTS = {
    "a PDF": ("build",),
    "a ZIP": ("build", "-o", "kit/out/kit.zip"),
    "for a mail": ("build", "--for", "email"),
    "checked": ("check",),
}


@pytest.fixture(scope="module")
def homes(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Built]:
    """Return a function that builds a kit as a variant says, once."""
    return cache(lambda variant: built(cli, tmp_path_factory.mktemp("records"), variant))


@pytest.fixture
def home(homes: Callable[[str], Built], request: pytest.FixtureRequest) -> Built:
    """Return a kit that was built, as a PDF where nothing else is said."""
    return homes(getattr(request, "param", "a PDF"))


def built(cli: Cli, folder: Path, variant: str) -> Built:
    """Build a kit whose brand lies elsewhere."""
    files = {
        "kit/kit.toml": 'title = "Nine piers"\nbrand = "../brand"\n',
        "kit/releases/day.md": release("The day boat"),
        "kit/factsheet.md": "# Facts\n\nPiers: 9\n",
        "brand/brand.toml": brand(),
    }
    write_kit(folder, files)
    photo(folder / "kit/photos/quay.jpg")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PRESSKIT_CACHE", str(folder / "cache"))
        patch.setattr(states, "FINE_S", -3600.0)
        command, *more = VARIANTS[variant]
        words = (command, str(folder / "kit"), *(str(folder / word) if "/" in word else word for word in more))
        said = cli(*words)
    return Built(folder, words, said)


@pytest.fixture(autouse=True)
def _own_cache(home: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSKIT_CACHE", str(home.folder / "cache"))


@pytest.fixture
def copied(home: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Built]:
    """Return the kit and its record, in their place, to be changed; they are put back afterwards."""
    shutil.copytree(home.folder, tmp_path / "before", symlinks=True)
    yield home
    shutil.rmtree(home.folder)
    shutil.copytree(tmp_path / "before", home.folder, symlinks=True)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a build do nothing."""

    def work(*_: object) -> None:
        raise AssertionError("there was nothing to do")

    monkeypatch.setattr(build, "build", work)
    monkeypatch.setattr(proof, "check_kit", work)


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize("home", VARIANTS, indirect=True)
def test_where_nothing_changed_the_answer_is_the_same(cli: Cli, home: Built) -> None:
    assert (home.said.code, home.said.err) == (0, "")
    again = cli(*home.words)
    assert (again.code, again.out, again.err) == (home.said.code, home.said.out, "")


def text(name: str, old: str, new: str) -> Change:
    """Replace words of a file by as many others, and let it look as old as before."""

    def change(home: Built) -> None:
        path = home.folder / name
        before = path.stat()
        assert old in path.read_text(encoding="utf-8")
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    return change


def flipped(path: Path) -> None:
    """Change one bit in the middle of a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


CHANGES: dict[str, Change] = {
    "a word of a release": text("kit/releases/day.md", "bread", "seeds"),
    "the settings": text("kit/kit.toml", "Nine", "Four"),
    "the brand, which lies elsewhere": text("brand/brand.toml", "1911", "1912"),
    "a photo's bytes": lambda home: flipped(home.folder / "kit/photos/quay.jpg"),
    "a photo's name": lambda home: (home.folder / "kit/photos/quay.jpg").rename(home.folder / "kit/photos/pier.jpg"),
    "a new file": lambda home: (home.folder / "kit/notes.odg").write_bytes(b"new"),
    "a new folder": lambda home: (home.folder / "kit/films").mkdir(),
    "a file that is gone": lambda home: (home.folder / "kit/factsheet.md").unlink(),
    "a link": lambda home: (home.folder / "kit/b.md").symlink_to("factsheet.md"),
    "the file's bytes": lambda home: flipped(home.output),
    "the file is gone": lambda home: home.output.unlink(),
    "what stands beside it": lambda home: home.output.with_suffix(".txt").write_text("x"),
    "the record's own bytes": lambda home: [flipped(path) for path in (home.folder / "cache").rglob("*") if held(path)],
}


# Of each kind: what is written down once for all (presskit.records) is tried in full on one variant, and here on all.
KINDS = ("a word of a release", "the brand, which lies elsewhere", "a photo's bytes", "a new file", "the file's bytes")
TRIED = {
    variant: [name for name in KINDS if variant != "checked" or name != "the file's bytes"]  # a check writes nothing
    for variant in VARIANTS
} | {"a PDF": [*CHANGES]}


def held(path: Path) -> bool:
    return path.is_file() and b'"exit_code"' in path.read_bytes()


@pytest.mark.parametrize(
    ("home", "change"),
    [(variant, name) for variant, names in TRIED.items() for name in names],
    indirect=["home"],
)
def test_whatever_changes_the_kit_is_made_anew(copied: Built, change: str) -> None:
    assert records.answer(copied.words)
    CHANGES[change](copied)
    assert records.answer(copied.words) is None


UNTOUCHED: dict[str, Change] = {
    "another file in out": lambda home: (home.folder / "kit/out/old.pdf").write_bytes(b"old"),
    "what was sent": lambda home: write(home.folder / "kit/sent/2026-05-12/kit.pdf"),
    "who has what": lambda home: write(home.folder / "kit/who-has-what.csv"),
    "what lies beside the kit": lambda home: write(home.folder / "other/release.md"),
    "the time of a file": lambda home: os.utime(home.folder / "kit/factsheet.md", (1, 1)),
}


def write(path: Path) -> None:
    path.parent.mkdir(parents=True) if not path.parent.exists() else None
    path.write_text("x", encoding="utf-8")


@pytest.mark.parametrize("change", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_goes_into_no_kit_changes_none(copied: Built, change: Change) -> None:
    change(copied)
    assert records.answer(copied.words)


def test_other_words_have_another_answer(home: Built, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for more in (("--paper", "a4"), ("--strict",), ("--open",), ("--no-cache",), ("--help",)):
        assert records.answer((*home.words, *more)) is None
    assert records.answer(("mail", *home.words[1:])) is None
    monkeypatch.chdir(tmp_path)
    assert records.answer(home.words) is None


def test_another_presskit_has_another_answer(home: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PRESSKIT_CALLED_AS", "./kit")
        assert records.answer(home.words) is None
    with monkeypatch.context() as patch:
        patch.setattr(program, "__version__", "0.0")
        assert records.answer(home.words) is None
    with monkeypatch.context() as patch:  # a file of its own, as after an update
        state = program._state
        patch.setattr(program, "_state", lambda path: (0, 0) if path.name == "build.py" else state(path))
        assert records.answer(home.words) is None
    assert records.answer(home.words)


@pytest.mark.usefixtures("_patient")
def test_an_answer_is_good_until_an_embargo_ends(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    until = datetime.now(UTC) + timedelta(days=3)
    settings = f'embargo = "{until:%Y-%m-%d %H:%M} UTC"\n'
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand(), "kit.toml": settings})
    words = ("build", str(kit))
    said = cli(*words)
    assert said.code == 0, said.out
    assert records.answer(words)
    monkeypatch.setattr(time, "time", lambda: until.timestamp() + 1)
    assert records.answer(words) is None


@pytest.mark.usefixtures("_patient")
def test_what_changes_while_it_is_read_is_not_recorded(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = write_kit(
        tmp_path / "kit", {"releases/a.md": release(), "releases/b.md": release("B"), "brand/brand.toml": brand()}
    )
    whole = build.build

    def disturbed(order: BuildOrder, *more: Any) -> Any:
        made = whole(order, *more)
        (kit / "releases/b.md").unlink()
        return made

    monkeypatch.setattr(build, "build", disturbed)
    words = ("build", str(kit))
    assert cli(*words).code == 0
    assert records.answer(words) is None
    monkeypatch.setattr(build, "build", whole)
    assert cli(*words).code == 0
    assert records.answer(words)


def test_a_file_that_was_saved_a_moment_ago_is_read_again(tmp_path: Path) -> None:
    """It may have been saved while it was read: the clock of some disks counts in two seconds."""
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})
    begun = records.begin(("build", str(kit)), [kit])
    (kit / "releases/a.md").write_text(release("Another"), encoding="utf-8")
    records.keep(begun, records.Done("said", 0, [kit]))
    assert records.answer(("build", str(kit))) is None


@pytest.mark.usefixtures("_patient")
def test_a_zip_is_answered_by_its_bytes(cli: Cli, tmp_path: Path) -> None:
    folder = write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})
    kit = Path(shutil.make_archive(str(tmp_path / "kit"), "zip", folder))
    words = ("build", str(kit))
    assert cli(*words).code == 0
    (tmp_path / "beside.txt").write_text("x", encoding="utf-8")
    assert records.answer(words)
    flipped(kit)
    assert records.answer(words) is None


def test_too_much_is_not_looked_through(home: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("MOST_FILES", "MOST_BYTES"):
        with monkeypatch.context() as patch:
            patch.setattr(records, limit, 1)
            assert records.answer(home.words) is None
            assert records.begin(home.words, [home.folder]) is None or limit == "MOST_BYTES"
