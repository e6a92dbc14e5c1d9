"""Poppler and qpdf for tests: what a reader's program makes of a PDF."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from PIL import Image


def run(tool: str, *arguments: str | Path) -> str:
    """Return what a tool prints. `./kit test` installs poppler and qpdf: without them the test fails."""
    assert shutil.which(tool), f"{tool} is not installed"
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{tool}: {done.stdout}{done.stderr}"
    return done.stdout


def text(pdf: Path) -> str:
    """Return all text of a PDF, page by page (form feeds between)."""
    return run("pdftotext", pdf, "-")


class Word(NamedTuple):
    """A word of a page and its place, in points from the page's upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(pdf: Path, page: int) -> list[Word]:
    """Return the words of a page, which is counted from 1."""
    found = re.findall(
        r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>',
        run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), pdf, "-"),
    )
    return [Word(html.unescape(text), *map(float, places)) for *places, text in found]


def read_aloud(pdf: Path) -> str:
    """Return the structure tree with its text: what a screen reader meets."""
    return run("pdfinfo", "-struct-text", pdf)


def pictures(pdf: Path, folder: Path, dpi: int = 60) -> list[Image.Image]:
    """Draw each page in grey."""
    folder.mkdir(exist_ok=True)
    run("pdftoppm", "-r", str(dpi), "-gray", pdf, folder / "page")
    return [drawn(file) for file in sorted(folder.iterdir())]


def drawn(file: Path) -> Image.Image:
    with Image.open(file) as picture:
        return picture.copy()
