"""What went out is kept as it was, with its day, whatever becomes of the kit afterwards."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from presskit import gate
from presskit.writing import sent
from tests.conftest import Cli
from tests.support.writing import brand, release, write_kit

MAY, JUNE = "2026-05-12", "2026-06-01"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Return a kit with a file in “out”."""
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand(), "out/kit.txt": "one"})
    (kit / "out/notes.docx").write_bytes(b"mine")
    return kit


def held(kit: Path) -> list[sent.Sent]:
    with gate.opened(kit):
        return list(sent.read(kit))


def test_the_very_file_is_kept_and_can_only_be_read(cli: Cli, kit: Path) -> None:
    done = cli("sent", kit, kit / "out/kit.txt", "--on", MAY)
    assert done.code == 0, done.err
    assert f"sent/{MAY}/kit.txt" in done.out
    kept = kit / "sent" / MAY / "kit.txt"
    assert kept.read_bytes() == b"one"
    assert kept.stat().st_mode & 0o222 == 0
    [one] = held(kit)
    assert (one.day, one.name, one.size_bytes) == (date(2026, 5, 12), f"{MAY}/kit.txt", 3)
    assert one.sha256 == "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"


def test_without_a_day_it_is_today(cli: Cli, kit: Path) -> None:
    assert cli("sent", kit, kit / "out/kit.txt").code == 0
    assert [one.day for one in held(kit)] == [date.today()]


def test_a_second_file_of_a_name_stands_beside_the_first(cli: Cli, kit: Path) -> None:
    for words in ("one", "two", "two"):
        (kit / "out/kit.txt").write_text(words, encoding="utf-8")
        assert cli("sent", kit, kit / "out/kit.txt", "--on", MAY).code == 0
    assert [one.name for one in held(kit)] == [f"{MAY}/kit.txt", f"{MAY}/kit-2.txt"]
    assert (kit / "sent" / MAY / "kit.txt").read_text(encoding="utf-8") == "one"


def test_the_record_grows_and_outlives_a_spreadsheet(cli: Cli, kit: Path) -> None:
    assert cli("sent", kit, kit / "out/kit.txt", "--on", MAY).code == 0
    record = kit / "sent/sent.csv"
    record.write_text(record.read_text(encoding="utf-8-sig").replace(",", ";") + "a row;of mine\n", encoding="cp1252")
    (kit / "out/kit.txt").write_text("two", encoding="utf-8")
    assert cli("sent", kit, kit / "out/kit.txt", "--on", JUNE).code == 0
    assert [one.name for one in held(kit)] == [f"{MAY}/kit.txt", f"{JUNE}/kit.txt"]


def test_these_very_bytes_are_known_again(cli: Cli, kit: Path) -> None:
    for day in (MAY, JUNE):
        assert cli("sent", kit, kit / "out/kit.txt", "--on", day).code == 0
    (kit / "out/other.txt").write_text("One", encoding="utf-8")
    with gate.opened(kit):
        assert sent.days_of(kit, kit / "out/kit.txt") == (date(2026, 5, 12), date(2026, 6, 1))
        assert sent.days_of(kit, kit / "out/other.txt") == ()


def test_of_a_folder_every_file_is_kept(cli: Cli, kit: Path, tmp_path: Path) -> None:
    drafts = write_kit(tmp_path / "drafts", {"001-thorn.eml": "Dear Ada", "photos/pier.jpg": "pier", ".DS_Store": ""})
    done = cli("sent", kit, drafts, "--on", MAY)
    assert done.code == 0, done.err
    assert f"sent/{MAY}/drafts (2 files, 0.1 MB)" in done.out
    names = {f"{MAY}/drafts/001-thorn.eml", f"{MAY}/drafts/photos/pier.jpg"}
    assert {one.name for one in held(kit)} == names
    assert all((kit / "sent" / name).stat().st_mode & 0o222 == 0 for name in names)
    assert cli("sent", kit, drafts, "--on", MAY).code == 0
    assert len(held(kit)) == 2
    with gate.opened(kit, drafts):
        assert sent.days_of(kit, drafts) == (date(2026, 5, 12),)
        (drafts / "002-quill.eml").write_text("Dear Bea", encoding="utf-8")
        assert sent.days_of(kit, drafts) == ()


def test_what_can_have_gone_out_is_listed_and_asked_for(cli: Cli, kit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = cli("sent", kit)
    assert done.code == 2
    assert done.out == "1  kit.txt\n"
    assert "no file was chosen" in done.err
    monkeypatch.setattr("sys.stdin", Typed("5\n1\n"))
    done = cli("sent", kit, "--on", MAY)
    assert done.code == 0, done.err
    assert "names none of the files" in done.out + done.err
    assert [one.name for one in held(kit)] == [f"{MAY}/kit.txt"]


def test_nothing_is_kept_where_something_is_wrong(cli: Cli, kit: Path, tmp_path: Path) -> None:
    assert cli("sent", kit, kit / "out/kit.txt", tmp_path / "none.pdf").code == 3
    assert cli("sent", tmp_path / "none", kit / "out/kit.txt").code == 3
    assert cli("sent", kit, kit / "out/kit.txt", "--on", "yesterday").code == 2
    assert not (kit / "sent").exists()


def test_what_was_sent_is_no_source_of_the_kit(cli: Cli, kit: Path) -> None:
    (kit / "out/kit.txt").write_text(release("A sent release"), encoding="utf-8")
    assert cli("sent", kit, kit / "out/kit.txt", "--json").code == 0
    rows = json.loads(cli("inspect", kit, "--json").out)
    assert rows
    assert not [row for row in rows if "/kit/sent/" in row["source"]]


class Typed:
    """What a person types."""

    def __init__(self, words: str) -> None:
        self._lines = iter(words.splitlines(keepends=True))

    def isatty(self) -> bool:
        return True

    def readline(self, *_: object) -> str:
        return next(self._lines)
