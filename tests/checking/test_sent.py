"""A file that went out is known again: on which day it was sent, what has changed since, and whether it is whole."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.conftest import Cli
from tests.support.in_process import work_in_process
from tests.support.writing import brand, release, write_kit

MAY, IN_WORDS = "2026-05-12", "May 12, 2026"
pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture(scope="module")
def built(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a kit, of which the PDF and the text beside it were sent."""
    folder = tmp_path_factory.mktemp("sent")
    texts = {"releases/a.md": release(), "brand/brand.toml": brand(), "kit.toml": "title='Ferry'\n"}
    kit, files = write_kit(folder / "kit", texts), [folder / "kit.pdf", folder / "kit.txt"]
    with pytest.MonkeyPatch.context() as patch:
        work_in_process(patch)
        assert [cli("build", kit, "-o", file).code for file in files] == [0, 0]
        assert cli("sent", kit, *files, "--on", MAY).code == 0
    return folder


@pytest.fixture
def kit(built: Path, tmp_path: Path) -> Path:
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "kit"


def change(path: Path, old: str, new: str) -> None:
    path.chmod(0o644)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["kit.pdf", "kit.txt"])
def test_a_file_says_on_which_day_it_was_sent_before_what_has_changed_since(
    cli: Cli, kit: Path, tmp_path: Path, name: str
) -> None:
    files = (tmp_path / name, kit / "sent" / MAY / name)
    for file in files:
        same = cli("check", file, "--against", kit)
        assert same.code == 0, same.out
        assert f"This is what was sent on {IN_WORDS}; since then: nothing has changed." in same.out.splitlines()[0]
    change(kit / "releases/a.md", "in every weather but fog", "in every weather but hail")
    for file in files:
        done = cli("check", file, "--against", kit)
        assert done.code == 8
        first, *rest = done.out.splitlines()
        assert f"This is what was sent on {IN_WORDS}; since then: what is told here." in first
        assert rest[0] == "To fix:"
        assert "hail" in "".join(rest)
        assert "p-042" not in "".join(rest)


def test_what_could_not_be_compared_has_not_stayed_the_same(cli: Cli, kit: Path, tmp_path: Path) -> None:
    with pikepdf.open(tmp_path / "kit.pdf") as pdf:
        del pdf.docinfo["/PresskitMade"]
        pdf.save(tmp_path / "silent.pdf")
    assert cli("sent", kit, tmp_path / "silent.pdf", "--on", MAY).code == 0
    done = cli("check", tmp_path / "silent.pdf", "--against", kit)
    assert f"This is what was sent on {IN_WORDS}; since then: what is told here." in done.out
    assert "nothing has changed" not in done.out


def test_a_file_that_was_not_sent_says_nothing_of_it(cli: Cli, kit: Path, tmp_path: Path) -> None:
    change(kit / "releases/a.md", "in every weather but fog", "in every weather but hail")
    assert cli("build", kit, "-o", tmp_path / "new.pdf").code == 0
    done = cli("check", tmp_path / "new.pdf", "--against", kit)
    assert done.code == 0
    assert "sent on" not in done.out


@pytest.mark.parametrize("name", ["kit.pdf", "kit.txt", "", ".."])
def test_what_lies_among_what_was_sent_says_so_and_how_to_go_on(cli: Cli, kit: Path, name: str) -> None:
    place = kit / "sent" / (MAY if name != ".." else "") / (name if name != ".." else "")
    done = cli("check", place)
    assert done.code == 0, done.out
    assert f"This is what was sent on {IN_WORDS}." in done.out
    assert done.out.splitlines()[-1] == "No fault found."
    command = shlex.split(done.out.partition("type: presskit ")[2].partition(" (p-043)")[0])
    assert Path(command[1]) == place or Path(command[1]).is_relative_to(place)
    again = cli(*command)
    assert again.code == 0, again.out + again.err
    assert "nothing has changed" in again.out


@pytest.mark.parametrize("name", ["kit.pdf", "kit.txt"])
def test_a_copy_that_was_changed_is_told(cli: Cli, kit: Path, name: str) -> None:
    copy = kit / "sent" / MAY / name
    copy.chmod(0o644)
    copy.write_bytes(copy.read_bytes() + b"\n")
    for words in ((copy,), (copy, "--against", kit), (kit / "sent",)):
        done = cli("check", *words)
        assert done.code == 8, done.out
        assert f"{name} is not what was sent on {IN_WORDS}" in done.out
        assert "This is what was sent" not in done.out


def test_a_copy_that_is_gone_and_one_that_nobody_sent_are_told(cli: Cli, kit: Path) -> None:
    folder = kit / "sent" / MAY
    (folder / "kit.pdf").rename(folder / "moved.pdf")
    done = cli("check", kit / "sent")
    assert done.code == 8
    assert f"kit.pdf, which was sent on {IN_WORDS}, is no longer among what was sent" in done.out
    assert "moved.pdf lies among what was sent, and the record says nothing of it" in done.out


def test_a_row_that_names_a_file_elsewhere_says_nothing_of_it(cli: Cli, kit: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch()
    record = kit / "sent/sent.csv"
    rows = [
        f"{MAY},{name},1,{'0' * 64}" for name in ("../../secret.txt", "../../none.txt", str(tmp_path / "secret.txt"))
    ]
    record.write_text(record.read_text(encoding="utf-8-sig") + "\n".join(rows) + "\n", encoding="utf-8")
    done = cli("check", kit / "sent")
    assert done.code == 0, done.out + done.err
    assert "secret" not in done.out + done.err
    assert "none" not in done.out + done.err


def test_a_folder_that_is_a_link_is_no_kits(cli: Cli, kit: Path, tmp_path: Path) -> None:
    (kit / "sent").rename(tmp_path / "private")
    (kit / "sent").symlink_to(tmp_path / "private")
    assert "sent on" not in cli("check", kit / "sent" / MAY / "kit.pdf").out


def test_a_record_that_leads_elsewhere_opens_nothing(cli: Cli, kit: Path, tmp_path: Path) -> None:
    record = kit / "sent/sent.csv"
    record.rename(tmp_path / "elsewhere.csv")
    record.symlink_to(tmp_path / "elsewhere.csv")
    assert "sent on" not in cli("check", kit / "sent" / MAY / "kit.pdf").out
