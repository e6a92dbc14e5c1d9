"""The list of typefaces that workers may use: presskit's own, nothing of the machine's.

Importable without the page engine: the parent process writes the list before it starts any worker.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from presskit import workers
from presskit.rendering.cache import Cache
from presskit.resources import shipped


def use_own_typefaces(cache: Cache) -> None:
    """Write the fontconfig file and name it to all processes started from now on.

    No rule for synthetic faces stands in it: a gap in an italic is filled upright, never with a slanted copy.
    The brand's own faces are named by each page (@font-face).
    """
    folders = (cache.folder / "fontconfig").as_posix(), shipped("assets/fonts").as_posix()
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><cachedir>{escape(folders[0])}</cachedir><dir>{escape(folders[1])}</dir></fontconfig>\n"
    )
    path = Cache(cache.folder, reuse=False).keep("fonts.conf", text.encode())
    os.environ["FONTCONFIG_FILE"] = str(path)


def start_engine() -> None:
    """Name the typefaces and start the process that all work will come from."""
    use_own_typefaces(Cache(default_cache_folder()))
    workers.start_server()


def default_cache_folder() -> Path:
    """Return the folder for finished work: PRESSKIT_CACHE, else where the system keeps caches.

    Where that cannot be written, as on a machine that is set up for guests: a folder that goes with the program.
    """
    folder = _usual_cache_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    return _passing_folder()


@cache
def _passing_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="presskit-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _usual_cache_folder() -> Path:
    named = os.environ.get("PRESSKIT_CACHE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "presskit/cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "presskit"
