from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from presskit import ending, whole
from tests.conftest import ROOT

# Begins a file and a folder, says so, and waits to be killed.
MAKER = """
import sys
from pathlib import Path
from presskit import whole

def wait(file):
    file.write(b"half")
    file.flush()
    with whole.folder_in(Path(sys.argv[1])) as making:
        (making / "half.eml").touch()
        print("at work", flush=True)
        sys.stdin.read()

whole.write({Path(sys.argv[1]) / "kit.zip": wait})
"""


@pytest.fixture
def at_work(tmp_path: Path) -> subprocess.Popen[str]:
    """Start a process that is in the middle of a file and of a folder in `tmp_path`."""
    command = [sys.executable, "-c", MAKER, str(tmp_path)]
    pipe = subprocess.PIPE
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment)
    assert process.stdout
    assert process.stdout.readline() == "at work\n"
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def in_the_making(folder: Path) -> int:
    return sum(path.name.startswith(whole.PREFIX) for path in folder.iterdir())


def test_what_is_in_the_making_elsewhere_is_not_swept(at_work: subprocess.Popen[str], tmp_path: Path) -> None:
    assert in_the_making(tmp_path) == 2
    whole.sweep(tmp_path)
    assert in_the_making(tmp_path) == 2
    end(at_work)


def test_what_a_killed_process_left_is_swept(at_work: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / ".presskitrc").touch()
    end(at_work)
    assert in_the_making(tmp_path) == 2
    whole.sweep(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".presskitrc"]


def test_a_sweep_follows_no_link(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").touch()
    (tmp_path / f"{whole.PREFIX}1").symlink_to(tmp_path / "mine")
    (tmp_path / f"{whole.PREFIX}2").symlink_to(tmp_path / "mine/letter.txt")
    whole.sweep(tmp_path)
    assert (tmp_path / "mine/letter.txt").exists()


def test_of_files_that_belong_together_none_takes_its_place_before_all_are_whole(tmp_path: Path) -> None:
    def full(file: IO[bytes]) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        whole.write({tmp_path / "a.pdf": b"new", tmp_path / "b.txt": full})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.pdf": b"old"}


def test_a_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        whole.write({tmp_path / "a.pdf": b"new"})
    finally:
        os.umask(mask)
    assert (tmp_path / "a.pdf").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such lock")
def test_a_folder_is_held_by_one_at_a_time(tmp_path: Path) -> None:
    def is_free() -> bool:
        descriptor = os.open(tmp_path, os.O_RDONLY)
        try:
            return whole._lock(descriptor, wait=False)
        finally:
            os.close(descriptor)

    with whole.held(tmp_path):
        assert not is_free()
    assert is_free()


def test_an_end_waits_until_all_that_belongs_together_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(ending, "_late", [])
    really = ending._end
    monkeypatch.setattr(ending, "_end", lambda number, frame: really(number, frame) if frame else ended.append(number))
    with ending.put_off():
        with ending.put_off():
            ending._late.append(15)
        assert ended == []
    assert ended == [15]
