"""The screen's colours become ink: one colour at a time, or a picture.

Black, grey and white are printed with black ink alone, whatever they are used for: text of four inks that do not meet
exactly is blurred. All other colours go through the printer's profile, relative to the paper's white and with the
blackest black of the screen on the blackest of the press (relative colorimetric with black point compensation, as
image editors do by default), unless the brand states its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

from PIL import Image, ImageCms, ImageFilter

from presskit.model import Cmyk
from presskit.printing.inking.ink import PAPER, limited, total_percent
from presskit.printing.inking.profiles import Profile, srgb

Rgb = tuple[float, float, float]

NEUTRAL = 0.02  # largest difference of red, green and blue in what is meant as grey
GRID = 33  # colours along each edge of the table by which pictures are converted
SPARE_PERCENT = 8.0  # what rounding and the losses of JPEG may add to a picture
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
COMPENSATED = ImageCms.Flags.BLACKPOINTCOMPENSATION


@dataclass(frozen=True)
class Inks:
    """How the colours of one kit are printed.

    stated: the brand's colours, "#rrggbb", in shares of ink. neutral: colours that are set in black ink although they
    are not quite grey, such as text that is tinted with the brand's colour. unprinted: the colour of the paper itself.
    overprints: whether black text is printed over what it stands on. reduced: colours met so far that would take more
    ink than allowed.
    """

    profile: Profile
    most_percent: float
    stated: Mapping[str, Cmyk] = field(default_factory=dict)
    neutral: Collection[str] = ()
    unprinted: Collection[str] = ()
    overprints: bool = True
    reduced: dict[str, float] = field(default_factory=dict)
    known: dict[str, Cmyk] = field(default_factory=dict)

    def colour(self, rgb: Rgb) -> Cmyk:
        """Return the inks for a colour of the screen, each in whole percents."""
        red, green, blue = (round(255 * min(max(value, 0.0), 1.0)) for value in rgb)
        name = f"#{red:02x}{green:02x}{blue:02x}"
        if name not in self.known:
            self.known[name] = self.within_limit(self._converted(name, (red, green, blue)), name)
        return self.known[name]

    def named(self, name: str) -> Cmyk:
        """Return the inks for a colour as styles write it, "#rrggbb"."""
        red, green, blue = (int(name[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return self.colour((red, green, blue))

    def within_limit(self, ink: Cmyk, name: str) -> Cmyk:
        """Return a colour with as much ink as is allowed, and remember one that had more."""
        if total_percent(ink) > self.most_percent:
            self.reduced[name] = total_percent(ink)
        return limited(ink, self.most_percent)

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture of the screen in inks (mode CMYK)."""
        return picture.convert("RGB").filter(self._table)

    def _converted(self, name: str, rgb: tuple[int, int, int]) -> Cmyk:
        if name in self.unprinted:
            return PAPER
        if name in self.neutral or max(rgb) - min(rgb) <= 255 * NEUTRAL:
            return (0.0, 0.0, 0.0, self._black(rgb))
        if name in self.stated:
            return self.stated[name]
        pixel = Image.new("RGB", (1, 1), rgb)
        cyan, magenta, yellow, black = (round(value / 255, 2) for value in self._to_ink(pixel).tobytes())
        return cyan, magenta, yellow, black

    def _black(self, rgb: tuple[int, int, int]) -> float:
        """Return the share of black ink that looks as light on paper as a colour does on the screen."""
        if min(rgb) == 255:
            return 0.0
        lightness = _lightness(Image.new("RGB", (1, 1), rgb), srgb())[0]
        return min(range(101), key=lambda percent: abs(self._greys[percent] - lightness)) / 100

    @cached_property
    def _greys(self) -> bytes:
        """The lightness of black ink from 0 to 100 percent."""
        shades = [channel for percent in range(101) for channel in (0, 0, 0, round(2.55 * percent))]
        return _lightness(Image.frombytes("CMYK", (101, 1), bytes(shades)), self.profile)

    def _to_ink(self, picture: Image.Image) -> Image.Image:
        transform = ImageCms.ImageCmsTransform(
            srgb().opened, self.profile.opened, "RGB", "CMYK", RELATIVE, flags=COMPENSATED
        )
        return transform.apply(picture)

    @cached_property
    def _table(self) -> ImageFilter.Color3DLUT:
        """A table of colours and their inks, between which pictures find theirs.

        Why a table: a mixture of colours that are within the limit is within it too, so no pixel need be looked at.
        """
        steps = [round(255 * step / (GRID - 1)) for step in range(GRID)]
        nodes = bytes(value for blue, green, red in product(steps, repeat=3) for value in (red, green, blue))
        inks = self._to_ink(Image.frombytes("RGB", (GRID * GRID, GRID), nodes)).tobytes()
        most_percent = self.most_percent - SPARE_PERCENT
        table = [
            share
            for at in range(0, len(inks), 4)
            for share in limited(
                (inks[at] / 255, inks[at + 1] / 255, inks[at + 2] / 255, inks[at + 3] / 255), most_percent
            )
        ]
        return ImageFilter.Color3DLUT(GRID, table, channels=4, target_mode="CMYK")


def _lightness(picture: Image.Image, profile: Profile) -> bytes:
    """Return the lightness of each pixel, 0 to 255 for CIE L* 0 to 100."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    transform = ImageCms.ImageCmsTransform(profile.opened, lab, picture.mode, "LAB", RELATIVE)
    return transform.apply(picture).tobytes()[::3]
