"""A change is written only where nobody changed the file meanwhile and presskit can read it, and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import Context
from functools import partial
from pathlib import Path

import pytest

from presskit import gate
from presskit.errors import OutputError, SettingsError, SourceError
from presskit.findings import finding
from presskit.noting.changes import MOST_KEPT, Change, Changes
from presskit.noting.notes import Noted, seen_of, take_back, write
from presskit.noting.tables import Value, with_values
from presskit.noting.tops import with_settings
from presskit.writing import files


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("PRESSKIT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "kit").mkdir()
    with gate.opened(tmp_path / "kit"):
        yield tmp_path / "kit"


def note(file: Path, seen: str | None, table: tuple[str, ...] = (), /, **values: Value) -> Noted:
    return write(file, partial(with_values, table=table, values=values), seen, "a change", Changes(file.parent))


def test_the_first_word_makes_the_file_and_undoing_takes_it_away(kit: Path) -> None:
    file = kit / "kit.toml"
    assert note(file, "", title="Nine piers").state == "written"
    assert file.read_text() == 'title = "Nine piers"\n'
    assert take_back(Changes(kit)).state == "written"
    assert not file.exists()
    assert take_back(Changes(kit)).state == "nothing"


def test_changes_are_undone_one_by_one_by_whoever_comes_later(kit: Path) -> None:
    file = kit / "kit.toml"
    file.write_bytes(b'title = "A" # ours\r\n')
    seen = seen_of(file)
    for title in "BCD":
        seen = note(file, seen, title=title).seen
    for title in "CBA":
        assert take_back(Changes(kit)).state == "written"
        assert file.read_bytes() == f'title = "{title}" # ours\r\n'.encode()
    assert list(kit.iterdir()) == [file]


def test_a_change_that_could_not_be_written_is_none_to_undo(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, written = kit / "kit.toml", files.write

    def full(path: Path, data: bytes) -> None:
        if path.name == file.name:  # what was there before is kept elsewhere
            raise OutputError(finding("b-004", path=path, reason="the disk is full", hint="Make room."))
        written(path, data)

    seen = note(file, "", title="A").seen
    with monkeypatch.context() as patch:
        patch.setattr(files, "write", full)
        with pytest.raises(OutputError):
            note(file, seen, title="B")
    assert take_back(Changes(kit)).state == "written"
    assert not file.exists()


def test_a_file_that_somebody_changed_meanwhile_is_asked_about(kit: Path) -> None:
    file = kit / "kit.toml"
    seen = note(file, "", title="A").seen
    file.write_text('title = "Theirs"\n')
    asked = note(file, seen, title="Ours")
    assert (asked.state, file.read_text()) == ("changed meanwhile", 'title = "Theirs"\n')
    assert take_back(Changes(kit)).state == "changed meanwhile"
    assert file.read_text() == 'title = "Theirs"\n'
    assert note(file, asked.seen, title="Ours").state == "written"
    assert note(file, None, title="Ours, too").state == "written"
    assert take_back(Changes(kit), anyway=True).state == "written"


@pytest.mark.parametrize(
    ("name", "table", "values"),
    [
        ("kit.toml", (), {"theme": "loud"}),
        ("kit.toml", (), {"date": "05/12/2026"}),
        ("kit.toml", (), {"contacts": [{"phone": "1"}]}),
        ("kit.toml", ("files", "a.docx"), {"kind": "novel"}),
        ("brand.toml", (), {"brand": "blue"}),
        ("brand.toml", (), {"logo": "../secret.svg"}),
        ("photos.toml", ("a.jpg",), {"focus": "left right"}),
    ],
)
def test_what_presskit_could_not_read_is_not_written(
    kit: Path, name: str, table: tuple[str, ...], values: dict[str, Value]
) -> None:
    with pytest.raises(SettingsError):
        note(kit / name, "", table, **values)
    assert not (kit / name).exists()
    assert Changes(kit).last() is None


def test_a_file_that_nobody_can_read_is_not_written_into(kit: Path) -> None:
    for broken in ("title = “A”\n".encode(), b"title = 'A\n", "title = 'Ä'".encode("latin-1")):
        (kit / "kit.toml").write_bytes(broken)
        with pytest.raises(SettingsError):
            note(kit / "kit.toml", None, event="B")
        assert (kit / "kit.toml").read_bytes() == broken


def test_settings_of_a_text_that_could_not_be_read_are_not_written(kit: Path) -> None:
    text = kit / "day.md"
    text.write_text("The day boat\n")
    with pytest.raises(SettingsError):
        write(text, partial(with_settings, values={"kind": "novel"}), None, "kind", Changes(kit))
    assert text.read_text() == "The day boat\n"


def test_no_link_leads_out_of_the_kit(kit: Path) -> None:
    secret = kit.parent / "kit.toml"
    secret.write_text("title = 'x'\n")
    (kit / "kit.toml").symlink_to(secret)
    Changes(kit).keep(Change(secret, "a change", "title = 'z'\n", ""))

    def try_both() -> None:
        with gate.opened(kit):
            with pytest.raises(SourceError):
                note(kit / "kit.toml", None, title="Y")
            with pytest.raises(SourceError):
                take_back(Changes(kit), anyway=True)

    Context().run(try_both)
    assert secret.read_text() == "title = 'x'\n"


def test_only_so_many_changes_are_kept(kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("presskit.noting.changes.MOST_KEPT", 3)
    for number in range(5):
        Changes(kit).keep(Change(kit / "kit.toml", str(number), None, ""))
    assert len(list(Changes(kit).folder.iterdir())) == 3 < MOST_KEPT
    last = Changes(kit).last()
    assert last
    assert last.what == "4"
