"""What colours are turned into: ink on a page, shades of grey within a mask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, Protocol

from pikepdf import Name
from PIL import Image

from presskit.printing.inking.colours import Inks
from presskit.printing.inking.ink import most_percent_of
from presskit.printing.inking.spaces import Space

Numbers = tuple[float, ...]
BLACK = Space("gray")
MEASURED_PERCENT = 2.0  # how exactly a picture's ink is measured


class Target(Protocol):
    """One way to turn colours. space: its name in the file. fill, stroke: the operators that set a colour."""

    space: ClassVar[Name]
    fill: ClassVar[str]
    stroke: ClassVar[str]
    mode: ClassVar[Literal["CMYK", "L"]]

    @property
    def overprints(self) -> bool:
        """Whether black text is printed over what it stands on."""

    def colour(self, space: Space, values: Sequence[float]) -> Numbers:
        """Return a colour's numbers."""

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture."""

    def is_within_limit(self, picture: Image.Image) -> bool:
        """Tell whether a picture that was turned takes no more ink than allowed."""


@dataclass(frozen=True)
class OnPaper:
    """Ink."""

    inks: Inks
    space: ClassVar[Name] = Name.DeviceCMYK
    fill: ClassVar[str] = "k"
    stroke: ClassVar[str] = "K"
    mode: ClassVar[Literal["CMYK", "L"]] = "CMYK"

    @property
    def overprints(self) -> bool:
        """Whether black text is printed over what it stands on."""
        return self.inks.overprints

    def colour(self, space: Space, values: Sequence[float]) -> Numbers:
        """Return shares of ink. Grey is black ink as it is: 40 % grey is 60 % black."""
        if space.kind == "cmyk":
            cyan, magenta, yellow, black = values
            return self.inks.within_limit((cyan, magenta, yellow, black), "a colour of a drawing")
        if space.kind == "gray":
            return 0.0, 0.0, 0.0, 1.0 - values[0]
        return self.inks.colour(space.rgb(values))

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks."""
        return self.inks.picture(picture)

    def is_within_limit(self, picture: Image.Image) -> bool:
        """Tell whether no point of a picture has more ink than allowed."""
        return most_percent_of(picture) <= self.inks.most_percent - MEASURED_PERCENT


@dataclass(frozen=True)
class InMask:
    """Grey: how bright a mask is says how much of what it covers is seen (ISO 32000-1, 11.5.3)."""

    space: ClassVar[Name] = Name.DeviceGray
    fill: ClassVar[str] = "g"
    stroke: ClassVar[str] = "G"
    mode: ClassVar[Literal["CMYK", "L"]] = "L"
    overprints: ClassVar[bool] = False

    def colour(self, space: Space, values: Sequence[float]) -> Numbers:
        """Return the luminosity of a colour."""
        if space.kind == "cmyk":
            *colours, black = values
            values, space = [max(0.0, 1 - colour - black) for colour in colours], Space("rgb")
        red, green, blue = space.rgb(values)
        return (0.3 * red + 0.59 * green + 0.11 * blue,)

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in grey."""
        return picture.convert("L")

    def is_within_limit(self, picture: Image.Image) -> bool:
        """Return True: a mask takes no ink."""
        return True
