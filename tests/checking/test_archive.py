"""A ZIP read back: what is missing, changed or put in is told by name; then whether it is current and reads alike."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from presskit.checking.archive import check_archive
from presskit.checking.pdf import NO_PROMISES
from presskit.comparing.zips import compare_zip
from presskit.model import Block, Brand, Kit, Release
from presskit.writing.archive import Entry, entries, list_of
from tests.support.zips import change, zip_of

WORDS = "The ferry sails at dawn, and comes back before the gulls of the harbour have had their breakfast."
LEDE = Block("paragraph", WORDS, WORDS)


def no_page(*_: object) -> bytes:
    return b""


RELEASE = Release(Path("ferry.md"), "ferry", "en", headline="Ferry sails", body=(LEDE,))
KIT = Kit("Spring", Brand("Quillon Ferry", disclosure="The company is invented."), "en", Path("kit"), (RELEASE,))
# Texts alone: what is wrong with PDFs is another check's matter.
FILES = [file for file in entries(KIT, b"", {}, [], no_page) if file.name.endswith(".txt") and file.name != "files.txt"]
ALL = [*FILES, Entry("files.txt", list_of(KIT, FILES))]
FRESH = {file.name: file.sha256 for file in ALL}


def told(folder: Path, alter: Callable[[list[Entry]], object] = list, fresh: dict[str, str] | None = None) -> list[str]:
    found = check_archive(zip_of(ALL, folder / "kit.zip", alter), NO_PROMISES, FRESH if fresh is None else fresh)
    assert {item.where.file.name for item in found if item.where.file} <= {
        "kit.zip",
        "ferry.txt",
        "quillon-ferry-press-kit-spring.txt",
    }
    return [f"{item.code} {item.message}" for item in found]


def test_a_zip_as_it_was_packed_is_complete_and_current(tmp_path: Path) -> None:
    assert told(tmp_path) == []


def test_without_its_list_nothing_can_be_proved(tmp_path: Path) -> None:
    assert told(tmp_path, lambda files: files.pop()) == ["p-015 files.txt is not in the ZIP."]


def test_every_damage_is_told_at_once(tmp_path: Path) -> None:
    def damage(files: list[Entry]) -> None:
        change(files, "texts/ferry.txt")
        files[:] = [file for file in files if file.name != "quillon-ferry-press-kit-spring.txt"]
        files.append(Entry("__MACOSX/._ferry.txt", b""))

    assert [line[:5] for line in told(tmp_path, damage)] == ["p-015", "p-017", "p-016"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_hides_nothing(tmp_path: Path) -> None:
    [line] = told(tmp_path, lambda files: files.insert(0, Entry("texts/ferry.txt", b"Other words.")))
    assert line.startswith("p-017 texts/ferry.txt was put into the ZIP")


def test_a_file_that_cannot_be_unpacked_is_told_by_name(tmp_path: Path) -> None:
    path = zip_of(ALL, tmp_path / "kit.zip")
    with zipfile.ZipFile(path) as opened:
        place = opened.getinfo("texts/ferry.txt").header_offset
    data = bytearray(path.read_bytes())
    data[place + 60] ^= 0xFF
    path.write_bytes(data)
    [item] = check_archive(path, NO_PROMISES)
    assert (item.code, "texts/ferry.txt" in item.message) == ("p-016", True)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x05\x06 no zip"])
def test_what_is_no_zip_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "kit.zip").write_bytes(data)
    assert [item.code for item in check_archive(tmp_path / "kit.zip", NO_PROMISES)] == ["p-014"]


def test_a_zip_that_is_not_of_today_says_which_files_differ(tmp_path: Path) -> None:
    fresh = {name: total for name, total in FRESH.items() if name != "texts/ferry.txt"} | {
        "quillon-ferry-press-kit-spring.txt": "f0"
    }
    fresh |= {f"photos/full/{number}.jpg": "0f" for number in range(6)}
    assert told(tmp_path, fresh=fresh) == [
        "p-018 The ZIP is out of date. This is not as the kit gives it today: quillon-ferry-press-kit-spring.txt.",
        "p-018 The ZIP is out of date. These are in the kit today, and not in the ZIP: photos/full/0.jpg, "
        "photos/full/1.jpg, photos/full/2.jpg, photos/full/3.jpg and 2 more.",
        "p-018 The ZIP is out of date. This is in the ZIP, and no longer in the kit: texts/ferry.txt.",
    ]


def test_words_that_differ_are_found_though_the_list_is_true(tmp_path: Path) -> None:
    forged = []
    for file in FILES:
        assert isinstance(file.content, bytes)
        forged.append(replace(file, content=file.content.decode().replace("at dawn", "at noon").encode()))
    path = zip_of([*forged, Entry("files.txt", list_of(KIT, forged))], tmp_path / "kit.zip")
    stale, told = compare_zip(path, NO_PROMISES, ALL)
    assert stale.code == "p-018"
    assert "sails at noon, and" in told.message
    assert (told.code, told.where.file and told.where.file.name) == ("p-030", "quillon-ferry-press-kit-spring.txt")


def test_a_bomb_is_told_and_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zip_of(ALL, tmp_path / "kit.zip", lambda files: files.append(Entry("more.bin", bytes(9_000_000))))
    unpacked: list[str] = []
    whole = zipfile.ZipFile.open

    def watched(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str, *rest: str) -> object:
        unpacked.append(entry if isinstance(entry, str) else entry.filename)
        return whole(archive, entry, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(zipfile.ZipFile, "open", watched)
    assert [item.code for item in check_archive(path, NO_PROMISES)] == ["p-017"]
    assert "more.bin" not in unpacked
    assert "texts/ferry.txt" in unpacked


def test_a_list_that_is_a_bomb_proves_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, lambda files: change(files, "files.txt", b"0" * 9_000_000)) == [
        "p-015 files.txt is not in the ZIP."
    ]


def test_of_very_many_damages_the_first_are_told(tmp_path: Path) -> None:
    assert len(told(tmp_path, lambda files: files.extend(Entry(f"{n}.txt", b"") for n in range(400)))) == 100


def test_a_text_that_is_none_lacks_the_kits_words(tmp_path: Path) -> None:
    def damage(files: list[Entry]) -> None:
        change(files, "texts/ferry.txt", b"\xff\xfe\0")
        change(files, "files.txt", list_of(KIT, files[:-1]))

    assert any("ferry" in line for line in told(tmp_path, damage))
