"""The list of typefaces that workers may use: presskit's own, nothing of the machine's.

Importable without the page engine: the parent process writes the list before it starts any worker.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from xml.sax.saxutils import escape

from presskit import passing, whole, workers
from presskit.rendering.cache import Cache
from presskit.resources import shipped


def use_own_typefaces() -> None:
    """Write the fontconfig file and name it to all processes started from now on.

    No rule for synthetic faces stands in it: a gap in an italic is filled upright, never with a slanted copy.
    The brand's own faces are named by each page (@font-face). What fontconfig notes about the faces is kept for this
    run only: it believes its notes whatever became of them, and to make them anew takes 20 milliseconds.
    """
    folders = (passing.folder() / "fontconfig").as_posix(), shipped("assets/fonts").as_posix()
    text = (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig><cachedir>{escape(folders[0])}</cachedir><dir>{escape(folders[1])}</dir></fontconfig>\n"
    )
    path = passing.folder() / "fonts.conf"
    try:
        whole.write({path: text.encode()}, lasting=False)
    except OSError as error:
        raise passing.refused(path.parent, error) from error
    os.environ["FONTCONFIG_FILE"] = str(path)


def start_engine() -> None:
    """Name the typefaces and start the process that all work will come from."""
    use_own_typefaces()
    Cache(default_cache_folder()).sweep()
    workers.start_server()


def default_cache_folder() -> Path:
    """Return the folder for finished work: PRESSKIT_CACHE, else where the system keeps caches.

    Where that cannot be written, as on a machine that is set up for guests: a folder that goes with the program.
    """
    with suppress(OSError, RuntimeError):  # RuntimeError: nobody knows this user's home
        folder = _usual_cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    folder = passing.folder() / "cache"
    folder.mkdir(exist_ok=True)
    return folder


def _usual_cache_folder() -> Path:
    named = os.environ.get("PRESSKIT_CACHE")
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData/Local")) / "presskit/cache"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "presskit"
