"""Ghostscript for tests: what a printer's program makes of a PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from PIL import Image

PROFILES = (
    "/usr/share/color/icc/ghostscript",
    "/usr/share/ghostscript/*/iccprofiles",
    "/opt/homebrew/share/ghostscript/*/iccprofiles",
    "/usr/local/share/ghostscript/*/iccprofiles",
)
WITHIN_BLEED = "-dUseBleedBox"  # marks lie outside, and have ink of every colour


def profile() -> Path:
    """Return the CMYK profile that comes with Ghostscript. `./kit test` installs it: without it the test fails."""
    found = [path for folder in PROFILES for path in Path("/").glob(f"{folder[1:]}/default_cmyk.icc")]
    if not found:
        pytest.fail("there is no default_cmyk.icc; install the package ghostscript")
    return found[0]


def run(pdf: Path, device: str, output: Path | str, *options: str) -> str:
    """Draw a PDF on one of Ghostscript's devices; return what it prints."""
    assert shutil.which("gs"), "gs is not installed; install the package ghostscript"
    words = ["gs", "-q", "-dNOPAUSE", "-dBATCH", f"-sDEVICE={device}", f"-sOutputFile={output}", *options, str(pdf)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def coverage(pdf: Path) -> list[tuple[float, ...]]:
    """Return for each page the share of its area, bleed included, on which each ink lies: C, M, Y, K."""
    lines = run(pdf, "inkcov", "-", WITHIN_BLEED).splitlines()
    return [tuple(float(word) for word in line.split()[:4]) for line in lines if "CMYK" in line]


def most_ink(pdf: Path, dpi: int = 50) -> list[float]:
    """Return for each page the total ink, in percent, of the point that has most, bleed included."""
    return [max(map(sum, inks(page))) / 2.55 for page in plates(pdf, dpi)]


def plates(pdf: Path, dpi: int, box: str = WITHIN_BLEED) -> list[Image.Image]:
    """Draw each page in inks (mode CMYK)."""
    with tempfile.TemporaryDirectory() as folder:
        run(pdf, "tiff32nc", f"{folder}/%03d.tif", f"-r{dpi}", box)
        return [_opened(path) for path in sorted(Path(folder).iterdir())]


def inks(page: Image.Image) -> dict[tuple[int, ...], int]:
    """Return how many points of a page have which inks: 255 is a full one."""
    found = page.getcolors(page.width * page.height)
    assert found
    return {ink: points for points, ink in found if isinstance(ink, tuple)}


def _opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.copy()
