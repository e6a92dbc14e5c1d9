"""A drawing (SVG) as a picture: what mail programs and desks open, where few of them open the drawing itself."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageStat

from presskit.composing.parts.bounds import Bounds
from presskit.composing.parts.parts import ComposedPart
from presskit.reading.pictures.in_texts import picture_bytes
from presskit.rendering.engine import render
from presskit.rendering.fetcher import Reach

SIDE_PT, PIXELS_A_PT = 400, 4  # the longer side, and how finely it is drawn
MARGIN_PX = 40
WHITE, DARK = (255, 255, 255), (28, 31, 36)
LIGHTEST = 200  # of 255: what is lighter on average, nobody sees on white
PAGE = """<!doctype html><html lang="en"><title>Logo</title><style>
@page {{ size: {side}pt {side}pt; margin: 0 }} body {{ margin: 0 }}
img {{ display: block; width: {side}pt; height: {side}pt; object-fit: contain }}
</style><img src="brand:{name}" alt=""></html>"""


def as_png(path: Path) -> bytes:
    """Return a drawing as PNG, 1,600 pixels at its longer side, on a ground that it is seen on: white, else dark.

    Why a ground: a mail program for dark screens shows a dark logo without one as nothing. Equal drawings give equal
    bytes. Raises RenderingError where it cannot be drawn, or asks for a file outside itself.
    """
    data = picture_bytes(path)
    page = PAGE.format(side=SIDE_PT, name="drawing.svg")
    part = ComposedPart("logo", "cover", "Logo", "en", page, tagged=False)
    reach = Reach(path.parent, files={path.parent / "drawing.svg": data})
    pdf = render(part, reach, 1.0, Bounds(SIDE_PT, SIDE_PT, 0, 1)).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        drawn = document[0].render(scale=PIXELS_A_PT, fill_color=(0, 0, 0, 0), maybe_alpha=True).to_pil()
    return _encoded(_grounded(drawn.convert("RGBA")))


def _grounded(drawn: Image.Image) -> Image.Image:
    """Return what is drawn, cut to its edges, on a ground."""
    ink = drawn.getchannel("A")
    box = ink.getbbox() or (0, 0, *drawn.size)
    light = ImageStat.Stat(drawn.convert("L"), mask=ink.point(lambda value: 255 if value else 0)).mean[0]
    size = (box[2] - box[0] + 2 * MARGIN_PX, box[3] - box[1] + 2 * MARGIN_PX)
    ground = Image.new("RGB", size, DARK if light > LIGHTEST else WHITE)
    cut = drawn.crop(box)
    ground.paste(cut, (MARGIN_PX, MARGIN_PX), cut)
    return ground


def _encoded(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
