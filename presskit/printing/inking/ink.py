"""Ink: shares of cyan, magenta, yellow and black, 0 to 1, and how much of it paper can take."""

from __future__ import annotations

from PIL import Image, ImageChops

from presskit.model import Cmyk

PAPER: Cmyk = (0.0, 0.0, 0.0, 0.0)
MOST_PERCENT = 400.0


def total_percent(ink: Cmyk) -> float:
    """Return the total ink of a colour, 0 to 400 percent."""
    return 100 * sum(ink)


def limited(ink: Cmyk, most_percent: float) -> Cmyk:
    """Return a colour with no more ink than that: black stays, the three colours are lessened alike.

    Why black stays: it gives the picture its depth and its drawing, and dark parts hold little colour to lose.
    """
    if total_percent(ink) <= most_percent:
        return ink
    *colours, black = ink
    share = max(0.0, most_percent / 100 - black) / sum(colours)
    cyan, magenta, yellow = (colour * share for colour in colours)
    return cyan, magenta, yellow, black


def most_percent_of(picture: Image.Image) -> float:
    """Return the total ink of the point that has most of it, to two percent, in a picture of mode CMYK."""
    cyan, magenta, yellow, black = picture.split()
    quarter = ImageChops.add(ImageChops.add(cyan, magenta, scale=2), ImageChops.add(yellow, black, scale=2), scale=2)
    most = quarter.getextrema()[1]
    assert isinstance(most, int | float)
    return 400 * most / 255


def in_words(ink: Cmyk) -> str:
    """Return a colour as designers write it: "C100 M79 Y35 K30"."""
    return " ".join(f"{letter}{round(100 * share)}" for letter, share in zip("CMYK", ink, strict=True))
