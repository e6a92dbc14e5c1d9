"""Printing reads aloud here: the linked kit in, the file for the print shop out.

The file holds what is printed and nothing else: no links, no tags, no outline. Single pages, in reading order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf

from presskit.composing.look.colour import WHITE, Palette
from presskit.composing.look.setting import Setting
from presskit.errors import RenderingError
from presskit.findings import Finding, Where, finding
from presskit.linking.lettering.fonts import face_name
from presskit.linking.parts import KitMetadata
from presskit.linking.resources import drawing
from presskit.model import Cmyk, Kit
from presskit.printing import exchange
from presskit.printing.boxes import draw_marks, registration_colour, set_boxes, trim_of
from presskit.printing.inking.colours import Inks
from presskit.printing.inking.convert import Conversion, convert_page
from presskit.printing.inking.ink import total_percent
from presskit.printing.inking.objects import drop
from presskit.printing.inking.profiles import Profile
from presskit.printing.inking.spaces import UnprintableError
from presskit.printing.shop_file import MOST_INK_PERCENT, ShopFile

FOR_READERS = (Name.Annots, Name.StructParents, Name.Tabs, Name.AA)


@dataclass(frozen=True)
class Printer:
    """What is known of the printer: the profile of the press, if it was given, and the most ink the paper can take."""

    profile: Profile | None = None
    most_percent: float = MOST_INK_PERCENT


def inks_of(kit: Kit, printer: Printer) -> Inks | None:
    """Return how a kit's colours are printed: the brand's as it states them, text in black ink; None without a profile.

    Why the theme's paper is not printed: a tint of one or two percent does not hold on a press; the paper is chosen.
    """
    if printer.profile is None:
        return None
    look = Setting(kit, kit.language).palette
    values = {"brand": kit.brand.brand, "accent": kit.brand.accent}
    stated = {
        str(values[colour.role]): shares(colour.cmyk)
        for colour in kit.brand.press_colours
        if colour.cmyk and values[colour.role]
    }
    inks = Inks(printer.profile, printer.most_percent, stated, _neutral(look) - set(stated), {look.paper})
    return replace(inks, overprints=_has_room(look, inks))


def _has_room(look: Palette, inks: Inks) -> bool:
    """Tell whether the fields that black text stands on and the text are together no more ink than paper can take."""
    fields = [field for field, text in ((look.brand, look.on_brand), (look.accent, look.on_accent)) if text != WHITE]
    return all(total_percent(inks.named(field)) + 100 <= inks.most_percent for field in fields)


def _neutral(look: Palette) -> set[str]:
    """Return the colours of text that are white or tinted black; on a dark field, second text is the field's tint."""
    text = {look.ink, look.muted, look.rule, look.on_brand, look.on_accent}
    return text if look.on_brand == WHITE else text | {look.soft_on_brand, look.rule_on_brand}


def shares(percent: Cmyk) -> Cmyk:
    """Return percents of ink as shares, 0 to 1."""
    cyan, magenta, yellow, black = (value / 100 for value in percent)
    return cyan, magenta, yellow, black


def print_for_shop(linked: bytes, kit: Kit, metadata: KitMetadata, printer: Printer) -> ShopFile:
    """Make the print shop's file of a kit that was composed with a bleed. Equal arguments give equal bytes.

    Raises RenderingError f-004 where a page holds a colour that cannot be turned into ink.
    """
    inks = inks_of(kit, printer)
    with Pdf.open(BytesIO(linked)) as source, Pdf.new() as pdf:
        for page in source.pages:
            drop(page.obj, *FOR_READERS)
            pdf.pages.append(page)
        trim = trim_of(pdf.pages[0])
        if inks:
            _convert(pdf, inks)
            exchange.intend(pdf, inks.profile)
        else:
            exchange.mean_srgb(pdf)
        registration = registration_colour(pdf, Name.DeviceCMYK if inks else Name.DeviceGray)
        for page in pdf.pages:
            set_boxes(page, trim, kit.bleed_pt)
            draw_marks(page, trim, kit.bleed_pt, registration)
        exchange.describe(pdf, metadata, linked + (inks.profile.data if inks else b""), is_exchange=bool(inks))
        fonts = tuple(sorted(set(_fonts(pdf))))
        return ShopFile(_saved(pdf), len(pdf.pages), trim, kit.bleed_pt, fonts, inks, tuple(_said(inks)))


def _convert(pdf: Pdf, inks: Inks) -> None:
    conversion = Conversion(pdf, inks)
    for number, page in enumerate(pdf.pages, start=1):
        try:
            convert_page(page, conversion)
        except UnprintableError as error:
            raise RenderingError(finding("f-004", Where(page=number), kind=str(error))) from None
    conversion.tidy()


def _fonts(pdf: Pdf) -> Iterator[str]:
    for _, resources in drawing(pdf):
        for _, font in resources.get(Name.Font, Dictionary()).items():
            yield face_name(font)


def _saved(pdf: Pdf) -> bytes:
    """Return the file as old presses' programs read it: no objects within streams."""
    file = BytesIO()
    pdf.save(
        file,
        force_version=exchange.VERSION,
        object_stream_mode=ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return file.getvalue()


def _said(inks: Inks | None) -> Iterator[Finding]:
    if inks is None:
        yield finding("f-002")
        return
    for name, percent in sorted(inks.reduced.items()):
        yield finding("f-003", colour=name, percent=round(percent), most=round(inks.most_percent))
