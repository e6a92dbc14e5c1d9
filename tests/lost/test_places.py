"""Places that are full, gone, closed or somebody else's: nothing is lost, and a sentence says what happened."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli
from tests.support.writing import brand, release, write_kit

NAME = "kit.pdf"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    return write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})


def run(folder: Path, words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell, in which $presskit is the command, in `folder`."""
    settings = {"presskit": f"{sys.executable} -m presskit", "PYTHONPATH": str(ROOT), **environment}
    variables = {name: value for name, value in (os.environ | settings).items() if value}
    return subprocess.run(["sh", "-c", words], cwd=folder, env=variables, capture_output=True, text=True, check=False)


def built(kit: Path) -> bytes:
    """Return the kit as it is built undisturbed."""
    done = run(kit.parent, f"$presskit build kit -o {NAME}")
    assert done.returncode == 0, done.stderr
    return (kit.parent / NAME).read_bytes()


def test_a_disk_that_is_full_in_the_middle_leaves_the_old_file_and_no_half(kit: Path) -> None:
    """Files may have 40 blocks of 512 bytes: the kit has more, what is kept of its pages less."""
    whole = built(kit)
    assert len(whole) > 40 * 512
    done = run(kit.parent, f"ulimit -f 40; exec $presskit build kit -o {NAME} --paper a4")
    assert done.returncode == 7
    assert "cannot be written: the disk takes no file as large as this. Make room there" in done.stderr
    assert (kit.parent / NAME).read_bytes() == whole
    assert sorted(path.name for path in kit.parent.iterdir()) == ["kit", NAME]


def test_a_disk_that_takes_nothing_at_all_is_told(kit: Path, tmp_path: Path) -> None:
    done = run(tmp_path, f"ulimit -f 0; exec $presskit build kit -o {NAME}", PRESSKIT_CACHE=str(tmp_path / "cache"))
    assert done.returncode == 7
    assert "The folder for temporary files cannot be written: no usual place for them can be written to." in done.stderr
    assert not (tmp_path / NAME).exists()


def test_two_builds_of_one_kit_at_once_give_the_same(kit: Path, tmp_path: Path) -> None:
    whole = built(kit)
    both = f"$presskit build kit -o {NAME} & $presskit build kit -o {NAME}; one=$?; wait $! && exit $one"
    done = run(tmp_path, both, PRESSKIT_CACHE=str(tmp_path / "cache"))
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / NAME).read_bytes() == whole
    assert list((tmp_path / "cache/making").iterdir()) == []


def test_neither_a_home_nor_a_place_for_temporary_files_is_needed(kit: Path, tmp_path: Path) -> None:
    whole = built(kit)
    gone = {
        "TMPDIR": str(tmp_path / "gone"),
        "HOME": str(tmp_path / "gone"),
        "PRESSKIT_CACHE": "",
        "XDG_CACHE_HOME": "",
    }
    done = run(tmp_path, f"$presskit build kit -o {NAME}", **gone)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / NAME).read_bytes() == whole


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    done = run(tmp_path, "mkdir gone; cd gone; rmdir ../gone; exec $presskit build")
    assert done.returncode == 2
    assert done.stderr.endswith(
        "the folder you are in is not there any more. Go to another one (cd), and try again. (b-007)\n"
    )


@pytest.mark.parametrize("words", ["build kit -o kit.txt", "--help", "check kit --json"])
def test_words_that_cannot_be_written_are_told(kit: Path, words: str) -> None:
    done = run(kit.parent, f"$presskit {words} > /dev/full")
    assert done.returncode == 7
    assert done.stderr.startswith("What presskit says (standard output) cannot be written: the disk is full.")


def test_nothing_takes_the_place_of_streams_that_are_closed(kit: Path) -> None:
    done = run(kit.parent, "$presskit build kit -o kit.txt <&- >&- 2>&-")
    assert done.returncode == 0
    assert (kit.parent / "kit.txt").read_text(encoding="utf-8").startswith("Ferry stops at all nine islands")


@pytest.mark.usefixtures("in_process")
class TestOutputs:
    """What -o may name, and what becomes of what stood there."""

    def test_a_link_stays_one_and_leads_to_the_new_file(self, cli: Cli, kit: Path, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        (tmp_path / "real/kit.txt").write_text("old")
        (tmp_path / "kit.txt").symlink_to("real/kit.txt")
        assert cli("build", kit, "-o", tmp_path / "kit.txt").code == 0
        assert (tmp_path / "kit.txt").is_symlink()
        assert "Ferry stops" in (tmp_path / "real/kit.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", ["releases/kit.html", "brand/kit.pdf", "factsheet.txt", "photos/new/kit.zip"])
    def test_nothing_is_written_among_the_sources(self, cli: Cli, kit: Path, name: str) -> None:
        done = cli("build", kit, "-o", kit / name)
        assert done.code == 7
        assert "would stand among the kit's sources" in done.err
        assert not (kit / name).exists()

    @pytest.mark.parametrize("kind", ["hard link", "symbolic link"])
    def test_a_source_is_not_overwritten_under_another_name(self, cli: Cli, tmp_path: Path, kind: str) -> None:
        source = tmp_path / "a.txt"
        source.write_text(release(), encoding="utf-8")
        other = tmp_path / "b.txt"
        other.hardlink_to(source) if kind == "hard link" else other.symlink_to(source)
        done = cli("build", source, "-o", other)
        assert done.code == 7
        assert "is one of the sources" in done.err
        assert source.read_text(encoding="utf-8") == release()

    def test_a_pipe_is_not_replaced(self, cli: Cli, kit: Path, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "kit.txt")
        done = cli("build", kit, "-o", tmp_path / "kit.txt")
        assert done.code == 7
        assert "it is no ordinary file" in done.err
        assert (tmp_path / "kit.txt").is_fifo()

    def test_a_file_that_is_protected_stays(
        self, cli: Cli, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "kit.txt"
        path.write_text("mine")
        access = os.access
        monkeypatch.setattr(os, "access", lambda which, mode: (which, mode) != (path, os.W_OK) and access(which, mode))
        done = cli("build", kit, "-o", path)
        assert done.code == 7
        assert "it is protected against writing" in done.err
        assert path.read_text() == "mine"

    def test_a_folder_that_vanishes_meanwhile_is_made_again(
        self, cli: Cli, kit: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from presskit.making import build  # noqa: PLC0415

        (tmp_path / "out").mkdir()
        make = build.make_kit

        def slowly(*arguments: object) -> object:
            (tmp_path / "out").rmdir()
            return make(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(build, "make_kit", slowly)
        assert cli("build", kit, "-o", tmp_path / "out/kit.txt").code == 0
        assert (tmp_path / "out/kit.txt").is_file()
