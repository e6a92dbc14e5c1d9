"""The folder of drafts: named for people, never mixed with what others put there."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from presskit import gate
from presskit.errors import OutputError, PresskitError
from presskit.reading.lists.people import Recipient
from presskit.writing.mails.drafts import draft_name, require_folder, write_folder


@pytest.fixture(autouse=True)
def _open(tmp_path: Path) -> Iterator[None]:
    with gate.opened(tmp_path):
        yield


@pytest.mark.parametrize(
    ("person", "name"),
    [
        (Recipient(14, "d@x.example", "Chloé", "Dupont", "Le Monde"), "014-dupont-le-monde.eml"),
        (Recipient(3, "salma@sabah.example", "سلمى", "العلوي", "الصباح"), "003-salma-sabah-example.eml"),
        (Recipient(2, "a@x.example", "", "../../etc/passwd", 'CON: "x"'), "002-etc-passwd-con-x.eml"),
        (Recipient(2, "a@x.example", "", "M" * 200, ""), f"002-{'m' * 60}.eml"),
    ],
)
def test_names_are_safe_and_sort_like_the_list(person: Recipient, name: str) -> None:
    assert draft_name(person) == name


def written(folder: Path, *drafts: str, record: Path | None = None) -> Path:
    made = [*((name, b"x") for name in drafts), ("index.html", b"page"), ("mail-merge.xlsx", b"table")]
    return write_folder(folder, made, record, lambda place: place.name.encode())


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_drafts_stand_beside_those_of_earlier_runs(tmp_path: Path) -> None:
    wanted = tmp_path / "new" / "drafts"
    for name, place in {"002-ada.eml": "drafts", "003-bo.eml": "drafts-2", "004-cy.eml": "drafts-3"}.items():
        require_folder(wanted, ())
        assert written(wanted, name) == wanted.with_name(place)
        assert names_in(wanted.with_name(place)) == [name, "index.html", "mail-merge.xlsx"]
    assert names_in(tmp_path / "new") == ["drafts", "drafts-2", "drafts-3"]
    assert names_in(wanted)[0] == "002-ada.eml"


def test_an_empty_folder_is_left_to_who_made_it(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts/.DS_Store").touch()
    require_folder(tmp_path / "drafts", ())
    assert written(tmp_path / "drafts", "002-ada.eml") == tmp_path / "drafts-2"


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_text("mine")
    with pytest.raises(OutputError, match=r"holds holiday\.jpg, which presskit did not write"):
        require_folder(tmp_path, ())


def test_what_comes_under_a_name_again_is_added(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "drafts", [("drafts.mbox", b"one"), ("drafts.mbox", b"two")], None, lambda _: b"")
    assert (folder / "drafts.mbox").read_bytes() == b"onetwo"


def test_the_record_is_told_where_the_drafts_are(tmp_path: Path) -> None:
    record = tmp_path / "record.csv"
    for place in ("drafts", "drafts-2"):
        written(tmp_path / "drafts", "002-ada.eml", record=record)
        assert record.read_text() == place


def test_a_run_that_fails_changes_nothing(tmp_path: Path) -> None:
    record = tmp_path / "record.csv"
    record.write_text("before")

    def full() -> Iterator[tuple[str, bytes]]:
        yield "003-bo.eml", b"x"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OutputError, match="the disk is full"):
        write_folder(tmp_path / "drafts", full(), record, lambda _: b"after")
    assert (names_in(tmp_path), record.read_text()) == (["record.csv"], "before")


@pytest.mark.parametrize("before", [None, "before"])
def test_drafts_that_find_no_place_leave_the_record_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    record = tmp_path / "record.csv"
    if before:
        record.write_text(before)

    def refused(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OutputError, match="the disk can only be read"):
        written(tmp_path / "drafts", "002-ada.eml", record=record)
    assert (record.read_text() if record.exists() else None) == before
    assert not (tmp_path / "drafts").exists()


def test_a_record_that_cannot_be_written_leaves_no_drafts(tmp_path: Path) -> None:
    record = tmp_path / "record.csv"
    record.mkdir()
    with pytest.raises(PresskitError):
        written(tmp_path / "drafts", "002-ada.eml", record=record)
    assert names_in(tmp_path) == ["record.csv"]


def test_a_link_to_a_folder_stays_one_and_drafts_stand_beside_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "drafts")
    written(tmp_path / "link", "002-ada.eml")
    written(tmp_path / "link", "003-bo.eml")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "drafts/002-ada.eml").is_file()
    assert (tmp_path / "drafts-2/003-bo.eml").is_file()
