"""The folder of drafts: named for people, never mixed with what others put there."""

from __future__ import annotations

import csv
import io
from contextvars import Context
from pathlib import Path

import pytest

from presskit import gate
from presskit.errors import OutputError
from presskit.reading.lists.people import Recipient
from presskit.writing.drafts import draft_name, earlier_rows, require_folder, sent_list, write_folder

ROW = ("002-ada.eml", "Thorn", "Ada", "ada@x.example", "Times", "", "", "", "Ferry", "2026-05-12", "kit.pdf", "ab12")


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


def test_no_cell_is_a_formula_and_all_come_back_as_they_were(tmp_path: Path) -> None:
    row = ("002.eml", "=cmd|x", "+1", "a@x.example", "@SUM(1)", "", "-", "", "", "", "", "")
    table = sent_list([row])
    cells = next(csv.reader(io.StringIO(table.decode("utf-8-sig").split("\r\n", 1)[1])))
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    (tmp_path / "sent-list.csv").write_bytes(table)
    assert earlier_rows(tmp_path) == [list(row)]


def test_another_list_holds_no_earlier_drafts(tmp_path: Path) -> None:
    (tmp_path / "sent-list.csv").write_text("name,e-mail\nAda,a@x.example\n")
    assert earlier_rows(tmp_path) == []
    assert earlier_rows(tmp_path / "list.csv") == []


def written(folder: Path, *drafts: str, rows: tuple[tuple[str, ...], ...] = (ROW,)) -> list[str]:
    write_folder(folder, [*((name, b"x") for name in drafts), ("index.html", b""), ("sent-list.csv", sent_list(rows))])
    return sorted(path.name for path in folder.iterdir())


def test_drafts_of_an_earlier_run_make_way(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "drafts"
    assert written(folder, "002-ada.eml", "kit.pdf") == ["002-ada.eml", "index.html", "kit.pdf", "sent-list.csv"]
    require_folder(folder, ())
    assert written(folder, "003-bo.eml", rows=()) == ["003-bo.eml", "index.html", "sent-list.csv"]


@pytest.mark.parametrize("name", ["holiday.jpg", "notes.eml"])
def test_what_presskit_did_not_write_is_not_touched(tmp_path: Path, name: str) -> None:
    written(tmp_path, "002-ada.eml", "kit.pdf")
    (tmp_path / name).write_text("mine")
    with pytest.raises(OutputError, match=f"holds {name}, which presskit did not write"):
        require_folder(tmp_path, ())


def test_a_table_that_names_files_elsewhere_takes_none_away(tmp_path: Path) -> None:
    outside = tmp_path / "letter.eml"
    outside.write_text("mine")
    row = ("../letter.eml", *ROW[1:10], "../letter.eml", "")
    written(tmp_path / "drafts", rows=(row,))
    written(tmp_path / "drafts", rows=())
    assert outside.read_text() == "mine"


def test_a_run_that_fails_changes_nothing(tmp_path: Path) -> None:
    before = written(tmp_path, "002-ada.eml", "kit.pdf")

    def full() -> object:
        yield "003-bo.eml", b"x"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="the disk is full"):
        write_folder(tmp_path, full())  # type: ignore[arg-type]
    assert sorted(path.name for path in tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "cp1252"), ("\t", "utf-16"), (",", "utf-8")], ids=["Europe", "Unicode", "plain"]
)
def test_a_table_saved_by_a_spreadsheet_is_still_the_table(tmp_path: Path, delimiter: str, encoding: str) -> None:
    written(tmp_path, "002-ada.eml", "kit.pdf", rows=((*ROW[:4], "Café", *ROW[5:]),))
    table = tmp_path / "sent-list.csv"
    table.write_bytes(table.read_text("utf-8-sig").replace(",", delimiter).encode(encoding))
    require_folder(tmp_path, ())
    assert earlier_rows(tmp_path) == [[*ROW[:4], "Café", *ROW[5:]]]


def test_a_column_put_into_the_table_moves_no_other(tmp_path: Path) -> None:
    written(tmp_path, "002-ada.eml")
    table = tmp_path / "sent-list.csv"
    table.write_text("".join(f"mine,{line}\n" for line in table.read_text("utf-8-sig").splitlines()))
    assert earlier_rows(tmp_path) == [list(ROW)]


@pytest.mark.parametrize("data", [b"", b"\0\xff" * 99, b'draft,file\n"never closed,'], ids=["empty", "bytes", "quote"])
def test_a_damaged_table_says_nothing_and_takes_nothing_away(tmp_path: Path, data: bytes) -> None:
    written(tmp_path, "002-ada.eml")
    (tmp_path / "sent-list.csv").write_bytes(data)
    assert earlier_rows(tmp_path) == []
    with pytest.raises(OutputError, match=r"holds 002-ada\.eml"):
        require_folder(tmp_path, ())


def test_a_table_takes_no_file_away_that_is_no_draft(tmp_path: Path) -> None:
    (tmp_path / "003-bo.eml").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    written(tmp_path, rows=(("003-bo.eml", *ROW[1:10], "notes.txt", ""),))
    written(tmp_path, rows=())
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert (tmp_path / "003-bo.eml").is_dir()


def test_a_draft_with_a_long_name_makes_way_too(tmp_path: Path) -> None:
    name = f"{'n' * 170}.eml"
    written(tmp_path, name, rows=((name, *ROW[1:]),))
    require_folder(tmp_path, ())


def test_what_somebody_puts_there_meanwhile_moves_along(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    written(folder, "002-ada.eml")

    def slowly() -> object:
        yield "003-bo.eml", b"x"
        (folder / "notes.txt").write_text("mine")
        yield "sent-list.csv", sent_list(())

    write_folder(folder, slowly())  # type: ignore[arg-type]
    assert sorted(path.name for path in folder.iterdir()) == ["003-bo.eml", "notes.txt", "sent-list.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["drafts"]


def test_a_folder_that_somebody_is_in_is_not_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="you are in it"):
        require_folder(Path(), ())


def test_a_link_to_the_folder_stays_one(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "drafts")
    written(tmp_path / "link", "002-ada.eml")
    written(tmp_path / "link", "003-bo.eml")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "drafts/003-bo.eml").is_file()
    assert not (tmp_path / "drafts/002-ada.eml").exists()


def test_drafts_of_an_earlier_run_make_way_whatever_may_be_read(tmp_path: Path) -> None:
    """Only the folder itself is open when drafts are written, as the command opens it."""

    def write_with_the_folder_open() -> None:
        with gate.opened(tmp_path / "drafts"):
            assert written(tmp_path / "drafts", "003-bo.eml", rows=()) == ["003-bo.eml", "index.html", "sent-list.csv"]

    written(tmp_path / "drafts", "002-ada.eml")
    Context().run(write_with_the_folder_open)
