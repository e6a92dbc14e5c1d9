"""brand.toml: who speaks, and how it looks. A brand is data: it never runs code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from presskit import gate
from presskit.fonts import is_font
from presskit.model import Brand, BrandFace, Cmyk, PressColour
from presskit.settings.fields import Colour, Contacts, Settings, Website, folder_of, mean, problem, read_paper
from presskit.settings.source import settings_from
from presskit.settings.toml import read_toml

LOGO_ENDINGS = (".svg", ".png", ".jpg", ".jpeg")
FONT_ENDINGS = (".ttf", ".otf")

# Each style's weight (CSS) and slope.
STYLES = {
    "light": (300, False),
    "light_italic": (300, True),
    "regular": (400, False),
    "italic": (400, True),
    "semibold": (600, False),
    "semibold_italic": (600, True),
    "bold": (700, False),
    "bold_italic": (700, True),
}


def find_file(value: Path, info: ValidationInfo, endings: tuple[str, ...]) -> Path:
    """Return the path of a file of the brand. It must stand in the brand's folder and be of a kind presskit reads."""
    folder = folder_of(info)
    path = folder / value
    refused = gate.refusal(path)
    if not gate.is_named_inside(path, folder):
        hint = "Copy the file into the brand's folder and name it from there."
        raise problem("outside", f"“{value}” is outside the brand's folder", hint)
    if path.suffix.lower() not in endings:
        hint = f"Save it as one of these: {', '.join(endings)}."
        raise problem("wrong_kind", f"presskit cannot use “{value}” here", hint)
    if refused and refused.code == "s-001":
        raise problem("missing_file", str(value))
    if refused:
        raise problem("refused", refused.message.rstrip("."), refused.hint)
    return path


def find_logo(value: Path, info: ValidationInfo) -> Path:
    """Return the path of a logo."""
    return find_file(value, info, LOGO_ENDINGS)


def find_font(value: Path, info: ValidationInfo) -> Path:
    """Return the path of a typeface's file."""
    path = find_file(value, info, FONT_ENDINGS)
    if not is_font(path):
        hint = "Copy the typeface's file once more, or take the line out."
        raise problem("no_typeface", f"“{value}” holds no typeface, or none with Latin letters", hint)
    return path


LogoFile = Annotated[Path, AfterValidator(find_logo)]
FontFile = Annotated[Path, AfterValidator(find_font)]


class FaceSettings(Settings):
    """The files of one typeface, by style; the upright of normal weight is needed, the others are optional."""

    regular: FontFile = Field(examples=['"fonts/Tern-Regular.ttf"'])
    italic: FontFile | None = Field(default=None, examples=['"fonts/Tern-Italic.ttf"'])
    bold: FontFile | None = Field(default=None, examples=['"fonts/Tern-Bold.ttf"'])
    bold_italic: FontFile | None = Field(default=None, examples=['"fonts/Tern-BoldItalic.ttf"'])
    semibold: FontFile | None = Field(default=None, examples=['"fonts/Tern-SemiBold.ttf"'])
    semibold_italic: FontFile | None = Field(default=None, examples=['"fonts/Tern-SemiBoldItalic.ttf"'])
    light: FontFile | None = Field(default=None, examples=['"fonts/Tern-Light.ttf"'])
    light_italic: FontFile | None = Field(default=None, examples=['"fonts/Tern-LightItalic.ttf"'])

    def faces(self, role: Literal["serif", "sans"]) -> tuple[BrandFace, ...]:
        """Return the faces named, each with its weight and slope."""
        named = ((style, getattr(self, style)) for style in STYLES)
        return tuple(BrandFace(role, *STYLES[style], path) for style, path in named if path)


class FontSettings(Settings):
    """The brand's own typefaces: one for reading, one for headings, labels and figures."""

    serif: FaceSettings | None = Field(default=None, examples=['{regular = "fonts/Tern.ttf"}'])
    sans: FaceSettings | None = Field(default=None, examples=['{regular = "fonts/Gull.ttf"}'])


def read_cmyk(value: object) -> object:
    """Turn [100, 80, 0, 30] or “C100 M80 Y0 K30” into four numbers of percent."""
    shares = [float(word) for word in re.findall(r"\d+(?:\.\d+)?", value)] if isinstance(value, str) else value
    if not isinstance(shares, list) or len(shares) != 4 or not all(map(_is_percent, shares)):
        raise problem("not_cmyk", "this is not four numbers from 0 to 100, of cyan, magenta, yellow and black")
    return tuple(shares)


def _is_percent(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 100


Inks = Annotated[Cmyk, BeforeValidator(read_cmyk)]


class CmykSettings(Settings):
    """The brand's colours in percent of the four inks, as its designer gave them."""

    other_words = mean(color="brand", colour="brand")

    brand: Inks | None = Field(default=None, examples=["[100, 79, 35, 30]"])
    accent: Inks | None = Field(default=None, examples=["[10, 40, 90, 0]"])


class PantoneSettings(Settings):
    """The names of the brand's colours in the Pantone system."""

    other_words = mean(color="brand", colour="brand")

    brand: str | None = Field(default=None, examples=['"PANTONE 534 C"'])
    accent: str | None = Field(default=None, examples=['"PANTONE 7409 C"'])


class BrandSettings(Settings):
    """What brand.toml says; all optional."""

    other_words = mean(
        color="brand",
        colour="brand",
        title="name",
        website="web",
        about="boilerplate",
        contact="contacts",
        font="fonts",
    )

    name: str | None = Field(default=None, examples=['"The Tidewick Society"'])
    short_name: str | None = Field(default=None, examples=['"Tidewick"'])
    brand: Colour = Field(default=Brand.brand, examples=['"#12355B"'])
    accent: Colour | None = Field(default=None, examples=['"#E0A030"'])
    ink: Colour | None = Field(default=None, examples=['"#1A1A1A"'])
    cmyk: CmykSettings = Field(default=CmykSettings(), examples=["{brand = [100, 79, 35, 30]}"])
    pantone: PantoneSettings = Field(default=PantoneSettings(), examples=['{brand = "PANTONE 534 C"}'])
    logo: LogoFile | None = Field(default=None, examples=['"logo.svg"'])
    logo_reversed: LogoFile | None = Field(default=None, examples=['"logo-white.svg"'])
    fonts: FontSettings = Field(default=FontSettings(), examples=['{sans = {regular = "fonts/Gull.ttf"}}'])
    paper: Annotated[Literal["letter", "a4"] | None, BeforeValidator(read_paper)] = Field(
        default=None, examples=['"a4"']
    )
    address: str | None = Field(default=None, examples=['"4 Quay Street, Port Hollow"'])
    web: Website | None = Field(default=None, examples=['"https://tidewick.example"'])
    social: list[Website] = Field(default=[], examples=['["https://social.example/@tidewick"]'])
    boilerplate: str | None = Field(default=None, examples=['"The Tidewick Society replants the coast."'])
    contacts: Contacts = Field(default=[], examples=['[{name = "Ada Thorn", phone = "202 555 0143"}]'])
    disclosure: str | None = Field(default=None, examples=['"Paid for by the Tidewick Society."'])


def brand_said(folder: Path, fallback_name: str) -> Brand:
    """Return the brand that brand.toml in `folder` describes. Raises SettingsError with every problem of it."""
    settings = settings_from(read_toml(folder / "brand.toml"), BrandSettings, folder)
    values = settings.model_dump(exclude={"name", "fonts", "social", "contacts", "cmyk", "pantone"})
    serif, sans = settings.fonts.serif, settings.fonts.sans
    return Brand(
        name=settings.name or fallback_name,
        folder=folder,
        social=tuple(settings.social),
        contacts=tuple(contact.said() for contact in settings.contacts),
        faces=(serif.faces("serif") if serif else ()) + (sans.faces("sans") if sans else ()),
        press_colours=_press_colours(settings),
        **values,
    )


def _press_colours(settings: BrandSettings) -> tuple[PressColour, ...]:
    cmyk, pantone = settings.cmyk, settings.pantone
    colours = (
        PressColour("brand", cmyk.brand, pantone.brand),
        PressColour("accent", cmyk.accent, pantone.accent),
    )
    return tuple(colour for colour in colours if colour.cmyk or colour.pantone)
