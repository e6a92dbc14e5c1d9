"""The list of typefaces that workers may use: presskit's own, nothing of the machine's.

Importable without the page engine: the parent process writes the list before it starts any worker.
"""

from __future__ import annotations

import os
from xml.sax.saxutils import escape

from presskit import passing, whole
from presskit.rendering import keeping
from presskit.rendering.cache import Cache, default_cache_folder
from presskit.resources import shipped
from presskit.working import workers


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
    """Name the typefaces and start the process that all work will come from, where there is one (not on Linux)."""
    use_own_typefaces()
    Cache(default_cache_folder()).sweep()
    keeping.look_after(default_cache_folder())
    workers.start_server()
