"""Draw the README's pictures from the example kit.

Run it when the pages change, after ./kit demo:
PYTHONPATH=. .venv/bin/python docs/make_pictures.py out/example-kit.pdf
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

PICTURES = {"example-kit.png": (1, 2, 3, 7), "example-pages.png": (8, 10, 12, 13)}
FOLDER = Path(__file__).parent / "pictures"
GAP_PX = 24


def draw(pdf: Path, pages: tuple[int, ...], folder: Path) -> Image.Image:
    """Return pages side by side on light grey, each 430 pixels wide."""
    drawn = []
    for page in pages:
        stem = folder / str(page)
        command = ["pdftoppm", "-r", "144", "-f", str(page), "-l", str(page), "-singlefile", "-png", pdf, stem]
        subprocess.run(list(map(str, command)), check=True)
        with Image.open(stem.with_suffix(".png")) as picture:
            drawn.append(picture.convert("RGB").resize((430, round(430 * picture.height / picture.width)), 1))
    width = sum(picture.width for picture in drawn) + GAP_PX * (len(drawn) + 1)
    sheet = Image.new("RGB", (width, drawn[0].height + 2 * GAP_PX), "#e4e4e7")
    left = GAP_PX
    for picture in drawn:
        sheet.paste(picture, (left, GAP_PX))
        left += picture.width + GAP_PX
    return sheet.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.FLOYDSTEINBERG)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, pages in PICTURES.items():
            draw(Path(sys.argv[1]), pages, Path(folder)).save(FOLDER / name, optimize=True)


if __name__ == "__main__":
    main()
