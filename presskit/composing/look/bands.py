"""A band across a photo, dark or light, just so dense that every word on it is read."""

from __future__ import annotations

from dataclasses import dataclass

from presskit.composing.look.colour import WHITE, channels, contrast, luminance, mix, readable
from presskit.errors import SourceError
from presskit.model import Photo
from presskit.reading.pictures.images import opened
from presskit.reading.pictures.meant_colours import to_srgb

MEASURED_PX = 96
OUTLIERS = 0.02  # of the pixels may be lighter or darker than what is measured: a lamp, a window's edge
BRIGHT = 0.6  # relative luminance from which a photo carries a light band better than a dark one
LEAST, MOST, STEP = 70, 100, 2  # percent of the band's own colour
CLEAR = 7.0  # the contrast of text on it: what is behind is never even
SOFT = 0.18  # of the band's colour in its second text


@dataclass(frozen=True)
class Band:
    """A band: its colour, how dense it is (0 to 1), and the colours of text and second text on it.

    `behind` is the colour that it has at its worst, for the photo shines through.
    """

    colour: str
    density: float
    text: str
    soft: str
    behind: str

    @property
    def paint(self) -> str:
        """The band's colour as CSS."""
        red, green, blue = channels(self.colour)
        return f"rgba({red}, {green}, {blue}, {self.density:.2f})"


def band_over(photo: Photo, box_pt: tuple[float, float], height_pt: float, dark: str) -> Band:
    """Return the band for the lowest `height_pt` of a photo that fills a box.

    It is light where the photo is bright, else dark; its least density is that at which text reads on its worst pixel.
    A photo that cannot be opened (which is told where it is drawn) has the densest.
    """
    darkest, lightest, middle = _shades(photo, box_pt, height_pt)
    is_light = luminance(middle) >= BRIGHT
    colour, worst = (WHITE, darkest) if is_light else (dark, lightest)
    for percent in range(LEAST, MOST + 1, STEP):
        behind = mix(worst, colour, percent / 100)
        text = dark if is_light else WHITE
        if contrast(text, behind) >= CLEAR or percent == MOST:
            break
    text = readable(text, behind)
    return Band(colour, percent / 100, text, readable(mix(text, behind, SOFT), behind), behind)


def _shades(photo: Photo, box_pt: tuple[float, float], height_pt: float) -> tuple[str, str, str]:
    """Return the darkest, the lightest and the middle colour of what the band covers."""
    try:
        with opened(photo.path) as image:
            image.draft("RGB", (4 * MEASURED_PX, 4 * MEASURED_PX))
            image.thumbnail((4 * MEASURED_PX, 4 * MEASURED_PX))
            small = to_srgb(image).convert("RGB")
    except (OSError, SyntaxError, ValueError, SourceError):  # told where it is drawn
        return "#000000", WHITE, "#000000"
    part = small.crop(_covered(small.size, box_pt, height_pt, photo.place)).resize((MEASURED_PX, MEASURED_PX // 2))
    flat = part.tobytes()
    colours = sorted(("#" + flat[at : at + 3].hex() for at in range(0, len(flat), 3)), key=luminance)
    out = int(len(colours) * OUTLIERS)
    return colours[out], colours[-1 - out], colours[len(colours) // 2]


def _covered(
    size: tuple[int, int], box_pt: tuple[float, float], height_pt: float, place: tuple[int, int]
) -> tuple[int, int, int, int]:
    """Return the pixels that the lowest part of a box shows of a picture that fills it."""
    width, height = size
    scale = max(box_pt[0] / width, box_pt[1] / height)
    wide, high = box_pt[0] / scale, box_pt[1] / scale
    left, top = (width - wide) * place[0] / 100, (height - high) * place[1] / 100
    from_px = max(top, top + high - height_pt / scale)
    return round(left), round(from_px), max(round(left + wide), 1), max(round(top + high), 1)
