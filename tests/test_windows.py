"""What Windows asks of presskit, as far as it can be asked here: no POSIX module, no fork, its line ends, odd paths."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, Cli
from tests.support.verapdf import validate
from tests.support.writing import brand, figures, photo, release, write_kit

# Read by Python before anything else, in the command and in each of its workers.
SITE = """
import multiprocessing
import multiprocessing.context
import sys

ABSENT = {"resource", "fcntl", "pwd", "grp", "termios", "multiprocessing.forkserver"}


class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


for name in ABSENT:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Absent())
multiprocessing.get_all_start_methods = lambda: ["spawn"]
"""
# What is installed as presskit: "python -m" would look for modules in the folder one stands in.
COMMAND = """
from presskit.__main__ import main

if __name__ == "__main__":
    main()
"""
KIT = {
    "kit.toml": 'title = "Fête des bacs"\npaper = "a4"\n',
    "releases/a.md": release(),
    "releases/été à Noël.txt": "Ferry rests\n\nPORT QUILLON, May 13, 2026 – The ferry rests.\n\n- one\n- two\n",
    "factsheet.md": figures(3),
    "brand/brand.toml": brand(),
}


@pytest.fixture
def without_posix(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give the environment of a Python that has no POSIX module."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sitecustomize.py").write_text(SITE, encoding="utf-8")
    # Without fcntl no file is held: a command beside this one, which has fcntl, would sweep what is in the making.
    with tempfile.TemporaryDirectory() as own:
        yield os.environ | {"TMPDIR": own, "PYTHONPATH": os.pathsep.join([str(tmp_path / "site"), str(ROOT)])}


def python(environment: dict[str, str], *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["resource", "fcntl", "termios", "multiprocessing.forkserver"])
def test_the_stand_in_lacks_posix_modules(without_posix: dict[str, str], name: str) -> None:
    assert f"No module named '{name}'" in python(without_posix, "-c", f"import {name}").stderr


def test_a_kit_is_built_without_any_posix_module(without_posix: dict[str, str], tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", KIT)
    photo(kit / "photos/quay.jpg")
    done = python(without_posix, "-m", "presskit", "build", kit, "-o", tmp_path / "kit.pdf", "--no-cache")
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 press releases (" in done.stdout
    assert "1 photo." in done.stdout
    assert validate([tmp_path / "kit.pdf"]) == {tmp_path / "kit.pdf": []}


def test_a_kit_is_begun_and_read_without_any_posix_module(without_posix: dict[str, str], tmp_path: Path) -> None:
    done = python(without_posix, "-m", "presskit", "new", tmp_path / "kit", "--no-questions")
    assert (done.returncode, done.stderr) == (0, "")
    done = python(without_posix, "-m", "presskit", "inspect", tmp_path / "kit/releases/first-release.md")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("way", ["forkserver", "spawn"])
def test_no_program_in_the_folder_one_stands_in_is_run(without_posix: dict[str, str], tmp_path: Path, way: str) -> None:
    """A stranger's kit may hold an html.py; whoever stands in it and builds it must not run that."""
    kit = write_kit(tmp_path / "kit", {"a.md": release()})
    for name in ("html", "json", "select", "typing", "weasyprint", "mammoth"):
        (kit / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    (tmp_path / "presskit").write_text(COMMAND, encoding="utf-8")
    own = without_posix if way == "spawn" else without_posix | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, tmp_path / "presskit", "build", "a.md", "-o", tmp_path / "kit.pdf", "--no-cache"]
    done = subprocess.run(command, env=own, cwd=kit, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("name", ["my kit", "Dossier été — n° 1", "C:\\Users\\zoë\\kit", "50% & more #1 'new'"])
def test_a_kit_may_stand_in_any_folder(cli: Cli, tmp_path: Path, name: str) -> None:
    kit = write_kit(tmp_path / name, KIT)
    photo(kit / "photos/Quay at dusk, été.jpg")
    (kit / "photos/photos.toml").write_text('["Quay at dusk, été.jpg"]\ncredit = "x"\n', encoding="utf-8")
    done = cli("build", kit)
    assert done.code == 0, done.out + done.err
    [pdf] = (kit / "out").iterdir()
    assert str(pdf) in done.out


def test_line_ends_of_windows_change_nothing(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", KIT)
    assert cli("build", kit, "-o", tmp_path / "unix.pdf").code == 0
    for name in KIT:
        path = kit / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    done = cli("build", kit, "-o", tmp_path / "windows.pdf")
    assert done.code == 0, done.out + done.err
    assert (tmp_path / "windows.pdf").read_bytes() == (tmp_path / "unix.pdf").read_bytes()


def test_mistakes_are_on_the_same_lines_with_the_line_ends_of_windows(cli: Cli, tmp_path: Path) -> None:
    kit = write_kit(tmp_path / "kit", {**KIT, "kit.toml": 'title = "A"\ntitel = “B”\npaper = "a5"\n'})
    told = cli("build", kit).err
    (kit / "kit.toml").write_bytes((kit / "kit.toml").read_bytes().replace(b"\n", b"\r\n"))
    assert "line 2" in told
    assert cli("build", kit).err == told


# kit.cmd cannot be run here; what is tested is what breaks a batch file most often.

BATCH = (ROOT / "kit.cmd", ROOT / "templates/scaffold/Build my kit.cmd")


@pytest.mark.parametrize("path", BATCH, ids=lambda path: path.name)
def test_a_batch_file_is_ascii_with_the_line_ends_of_windows(path: Path) -> None:
    data = path.read_bytes()
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") > 10


@pytest.mark.parametrize("path", BATCH, ids=lambda path: path.name)
def test_a_batch_file_jumps_to_its_labels_and_closes_its_quotes(path: Path) -> None:
    lines = path.read_text().splitlines()
    labels = [line[1:] for line in lines if line.startswith(":") and not line.startswith("::")]
    jumps = set(re.findall(r"\bgoto (\w+)", "\n".join(lines)))
    assert len(labels) == len(set(labels))
    assert jumps <= set(labels)
    for line in lines:
        assert line.count('"') % 2 == 0, line
        outside = re.sub(r'"[^"]*"', "", line)
        if line.startswith("echo "):
            assert not re.search(r"[()|&<>^%]", re.sub(r" 1>&2$", "", outside)), line


def test_every_variable_of_a_batch_file_is_set_in_it() -> None:
    for path in BATCH:
        text = path.read_text()
        used = set(re.findall(r"%(\w+)%", text)) - {"errorlevel", "cd"}
        assert used <= set(re.findall(r'^set "(\w+)=', text, re.MULTILINE)), path


def test_kit_cmd_says_only_what_is_missing() -> None:
    """Each block begins at its label; who has Python is told of Pango alone, and who has Pango of Python alone."""
    text = (ROOT / "kit.cmd").read_text()
    python, pango = text.split("\n:no_python\n")[1].split("\n:no_pango\n")
    assert "python.org" in python
    assert "msys" not in python.replace(r"C:\msys64\ucrt64\bin\libpango", "").lower()
    assert python.rstrip().endswith("goto again")
    assert re.findall(r"^echo   (\d)\. ", pango, re.MULTILINE) == ["1", "2"]
    assert "mingw-w64-ucrt-x86_64-pango" in pango
    assert "python" not in pango.lower()
    checks = re.findall(r"^%python% -I .*(version_info|libraries)[^\n]*\n(if [^\n]*)$", text, re.MULTILINE)
    assert [end for _, end in checks][1:] == ["if errorlevel 1 goto no_python", "if errorlevel 1 goto no_pango"]


def test_kit_cmds_hints_work_in_the_folder_one_stands_in() -> None:
    text = (ROOT / "kit.cmd").read_text()
    assert 'if /i not "%cd%\\"=="%here%" set "PRESSKIT_CALLED_AS="%~f0""' in text


def test_kit_cmd_and_kit_build_the_same_example() -> None:
    [example] = (ROOT / "examples").glob("*/kit.toml")
    assert rf"examples\{example.parent.name}" in (ROOT / "kit.cmd").read_text()
