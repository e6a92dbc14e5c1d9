from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from presskit import libraries
from presskit.errors import ExitCode, SystemLibraryError
from presskit.libraries import LIBRARIES, Library
from tests.conftest import ROOT
from tests.support.writing import brand, release, write_kit

ABSENT = Library(
    "Nowhere",
    linux="libnowhere-1.0.so.0",
    macos="nowhere-1.0",
    windows="libnowhere-1.0-0.dll",
    debian="libnowhere-1.0-0",
    brew="nowhere",
    msys2="mingw-w64-ucrt-x86_64-nowhere",
)
TABLE = Path(libraries.__file__)


def test_this_machine_has_every_library() -> None:
    assert libraries.missing() == ()
    libraries.require()


def test_a_missing_library_is_found_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (*LIBRARIES, ABSENT))
    assert libraries.missing() == (ABSENT,)


def test_require_names_each_library_its_package_and_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    other = ABSENT._replace(name="Nothing", linux="libnothing.so", debian="libnothing0")
    monkeypatch.setattr(libraries, "LIBRARIES", (ABSENT, other))
    with pytest.raises(SystemLibraryError) as caught:
        libraries.require()
    problems = caught.value.problems
    assert [problem.code for problem in problems] == ["b-006", "b-006"]
    assert "Nowhere" in problems[0].message
    assert "libnowhere-1.0-0" in problems[0].hint
    assert all("sudo apt-get install libnowhere-1.0-0 libnothing0" in problem.hint for problem in problems)


def test_the_script_agrees_with_the_exit_code_of_the_command() -> None:
    assert libraries.MISSING == ExitCode.SYSTEM_LIBRARY


def test_as_a_script_it_needs_nothing_of_presskit_and_is_silent_when_all_is_there() -> None:
    done = subprocess.run([sys.executable, "-I", "-S", TABLE], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_as_a_script_it_prints_package_and_library(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(libraries, "LIBRARIES", (ABSENT,))
    assert libraries.main() == ExitCode.SYSTEM_LIBRARY
    assert capsys.readouterr().out == "libnowhere-1.0-0\tNowhere\n"


def test_on_macos_the_package_is_homebrews_and_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert libraries.packages(LIBRARIES) == ("pango", "harfbuzz")


def test_on_macos_homebrews_folders_are_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(os, "environ", {})
    seen = []
    monkeypatch.setattr(libraries, "find_library", lambda name: seen.append((name, dict(os.environ))))
    assert libraries.missing() == LIBRARIES
    assert [name for name, _ in seen] == ["pango-1.0", "pangoft2-1.0", "harfbuzz-subset"]
    assert all("/opt/homebrew/lib" in environ["DYLD_FALLBACK_LIBRARY_PATH"].split(":") for _, environ in seen)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for Windows; return the folders that its loader is told to search."""
    told: list[str] = []
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "add_dll_directory", told.append, raising=False)
    return told


def test_on_windows_msys2s_folders_are_searched(
    windows: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WEASYPRINT_DLL_DIRECTORIES", f"{tmp_path};{tmp_path / 'gone'}")
    asked: list[str] = []
    monkeypatch.setattr(libraries.ctypes, "CDLL", asked.append)
    assert libraries.missing() == ()
    assert windows == [str(tmp_path)]
    assert asked == ["libpango-1.0-0.dll", "libpangoft2-1.0-0.dll", "libharfbuzz-subset-0.dll"]


def test_on_windows_the_command_is_msys2s(windows: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "LIBRARIES", (ABSENT,))
    with pytest.raises(SystemLibraryError) as caught:
        libraries.require()
    [problem] = caught.value.problems
    assert problem.hint.endswith(
        "“MSYS2 UCRT64” of the start menu (from msys2.org), type pacman -S mingw-w64-ucrt-x86_64-nowhere"
    )
    assert windows == []


NO_PANGO = """
import sys
from presskit import libraries
from presskit.__main__ import main

sys.modules["weasyprint"] = None
libraries.LIBRARIES = [one._replace(linux="gone", macos="gone", windows="gone") for one in libraries.LIBRARIES]
main()
"""


@pytest.mark.parametrize(("name", "code"), [("kit.txt", 0), ("kit.html", 0), ("kit.pdf", ExitCode.SYSTEM_LIBRARY)])
def test_only_what_shows_pages_needs_the_libraries(tmp_path: Path, name: str, code: int) -> None:
    kit = write_kit(tmp_path / "kit", {"releases/a.md": release(), "brand/brand.toml": brand()})
    words = [sys.executable, "-c", NO_PANGO, "build", kit, "-o", tmp_path / name]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == code, done.stderr
    assert (tmp_path / name).exists() == (code == 0)
    assert ("Pango" in done.stderr) == (code != 0)
