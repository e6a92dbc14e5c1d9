"""The example kit made short: a document of each kind, and texts enough for contents. Looks then take half the time."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import EXAMPLE

LEFT_OUT = ("2026-03*", "teo*", "hwl-02*", "hwl-03*")


def short_example(folder: Path) -> Path:
    """Copy the example's brand, and its kit without what stands twice in it; return the kit."""
    shutil.copytree(EXAMPLE.parent, folder, ignore=shutil.ignore_patterns(*LEFT_OUT), dirs_exist_ok=True)
    return folder / EXAMPLE.name
