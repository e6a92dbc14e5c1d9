"""The libraries of the operating system that make pages, and the packages that bring them.

Why a file of its own that imports nothing of presskit when run: `./kit` asks it with the system's bare Python, before
there is a .venv, and the command asks it before WeasyPrint is imported, whose own error names files that exist nowhere.
GLib, HarfBuzz and Fontconfig are not in the table: the packages below depend on them.
"""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes.util import find_library
from pathlib import Path
from typing import NamedTuple

MISSING = 5  # presskit.errors.ExitCode.SYSTEM_LIBRARY, which a bare Python cannot import

# Where MSYS2 puts Pango on Windows, as WeasyPrint's documentation says. WeasyPrint searches them itself later.
WINDOWS_FOLDERS = (r"C:\msys64\ucrt64\bin", r"C:\msys64\mingw64\bin")
WINDOWS_VARIABLE = "WEASYPRINT_DLL_DIRECTORIES"

# Homebrew's two homes, then what macOS searches when the variable is not set (dyld's manual page).
MACOS_FOLDERS = ("/opt/homebrew/lib", "/usr/local/lib", "/usr/lib")


class Library(NamedTuple):
    """A shared library: its name for people, how each system's loader knows it, and who packages it."""

    name: str
    linux: str
    macos: str
    windows: str
    debian: str
    brew: str
    msys2: str

    @property
    def package(self) -> str:
        """Return the package of this system's package manager."""
        return {"darwin": self.brew, "win32": self.msys2}.get(sys.platform, self.debian)


LIBRARIES = (
    Library(
        "Pango",
        linux="libpango-1.0.so.0",
        macos="pango-1.0",
        windows="libpango-1.0-0.dll",
        debian="libpango-1.0-0",
        brew="pango",
        msys2="mingw-w64-ucrt-x86_64-pango",
    ),
    Library(
        "PangoFT2",
        linux="libpangoft2-1.0.so.0",
        macos="pangoft2-1.0",
        windows="libpangoft2-1.0-0.dll",
        debian="libpangoft2-1.0-0",
        brew="pango",
        msys2="mingw-w64-ucrt-x86_64-pango",
    ),
    # WeasyPrint 70 can do without, and then the same pages give other bytes on each run.
    Library(
        "HarfBuzz-subset",
        linux="libharfbuzz-subset.so.0",
        macos="harfbuzz-subset",
        windows="libharfbuzz-subset-0.dll",
        debian="libharfbuzz-subset0",
        brew="harfbuzz",
        msys2="mingw-w64-ucrt-x86_64-harfbuzz",
    ),
)


def missing() -> tuple[Library, ...]:
    """Return the libraries that this system's loader does not find."""
    if sys.platform == "win32":
        _search_msys2()
    if sys.platform == "darwin":
        _search_homebrew()
    return tuple(library for library in LIBRARIES if not _loads(library))


def packages(libraries: tuple[Library, ...]) -> tuple[str, ...]:
    """Return the packages that bring the libraries, each once."""
    return tuple(dict.fromkeys(library.package for library in libraries))


def require() -> None:
    """Raise SystemLibraryError with one problem for each missing library; call it before WeasyPrint is imported."""
    lost = missing()
    if not lost:
        return
    from presskit.errors import SystemLibraryError
    from presskit.findings import finding

    command = f"{_manager()} {' '.join(packages(lost))}"
    raise SystemLibraryError(
        *(finding("b-006", library=item.name, package=item.package, command=command) for item in lost)
    )


def _manager() -> str:
    """Return how this system's package manager is called."""
    if sys.platform == "win32":
        return "in the window “MSYS2 UCRT64” of the start menu (from msys2.org), type pacman -S"
    return "brew install" if sys.platform == "darwin" else "sudo apt-get install"


def _loads(library: Library) -> bool:
    """Tell whether the loader finds the library, asked in the way WeasyPrint asks later."""
    if sys.platform == "win32":
        path: str | None = library.windows
    else:
        path = find_library(library.macos) if sys.platform == "darwin" else library.linux
    if path is None:
        return False
    try:
        ctypes.CDLL(path)
    except OSError:
        return False
    return True


def _search_homebrew() -> None:
    """Let find_library, and with it WeasyPrint, see Homebrew's folders.

    Why: only Homebrew's own Python knows them. Python reads the variable at each search, and workers inherit it.
    """
    os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", ":".join(MACOS_FOLDERS))


def _search_msys2() -> None:
    """Let the loader see MSYS2's folders: Python searches no folder of PATH for libraries (os.add_dll_directory)."""
    for folder in os.environ.get(WINDOWS_VARIABLE, ";".join(WINDOWS_FOLDERS)).split(";"):
        if Path(folder).is_dir():
            os.add_dll_directory(folder)  # type: ignore[attr-defined, unused-ignore]


def main() -> int:
    """Print the package of each missing library, a tab, and the library's name; return the exit code."""
    lost = missing()
    sys.stdout.writelines(f"{library.package}\t{library.name}\n" for library in lost)
    return MISSING if lost else 0


if __name__ == "__main__":
    sys.exit(main())
