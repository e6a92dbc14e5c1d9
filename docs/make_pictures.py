"""Draw the pictures of the README and of the guide, from the example kit.

Run it when the pages change, after ./kit demo:
./kit build examples/seventh-village --theme institutional -o out/institutional.pdf
./kit build examples/seventh-village --theme gallery -o out/gallery.pdf
./kit build examples/seventh-village --for print -o out/print.pdf
./kit build examples/seventh-village --for shop -o out/shop.pdf
PYTHONPATH=. .venv/bin/python docs/make_pictures.py out/{example-kit,institutional,print,shop,gallery}.pdf
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from docs.play_guide import GUIDE, play, run, write_settings

# By file: pages, each with the place of its PDF among those named.
PICTURES = {
    "example-kit.png": ((1, 1), (1, 2), (1, 3), (1, 7)),
    "example-pages.png": ((1, 8), (1, 9), (1, 11), (1, 12)),
    "institutional.png": ((2, 1), (2, 3), (2, 7), (2, 9)),
    "gallery.png": ((5, 1), (5, 3), (5, 8), (5, 12)),
    "printed.png": ((3, 1), (3, 3), (4, 1), (4, 3)),
}
FOLDER = Path(__file__).parent / "pictures"
GAP_PX = 24


def draw(pages: Sequence[tuple[Path, int]], folder: Path) -> Image.Image:
    """Return pages of PDFs side by side on light grey, each 430 pixels wide."""
    drawn = []
    for pdf, page in pages:
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
    return sheet.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.FLOYDSTEINBERG)


def draw_guide(folder: Path) -> None:
    """Draw the pictures of the guide from the kit that its page “Your first kit” builds."""
    list(play(GUIDE / "3-first-kit.md", folder))
    kit = folder / "reef-week"
    draft, ready = sorted((kit / "out").glob("*.pdf"), key=lambda path: "DRAFT" not in path.name)
    draw([(draft, 1), (draft, 2)], folder).save(FOLDER / "guide-draft.png", optimize=True)
    draw([(ready, page) for page in (1, 2, 3, 4)], folder).save(FOLDER / "guide-first-kit.png", optimize=True)
    covers = []
    for colour in ("#7a1f3d", "#1d3a5c", "#f0b429"):
        write_settings(kit / "brand/brand.toml", f'brand = "{colour}"')
        run(f"$ ./kit build reef-week -o {colour[1:]}.pdf", folder)
        covers.append((folder / f"{colour[1:]}.pdf", 1))
    draw(covers, folder).save(FOLDER / "guide-brand.png", optimize=True)


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, pages in PICTURES.items():
            draw([(Path(sys.argv[pdf]), page) for pdf, page in pages], Path(folder)).save(FOLDER / name, optimize=True)
        draw_guide(Path(folder))


if __name__ == "__main__":
    main()
