"""Colour: tints derived from two or three brand colours, each pair of text and ground proved readable.

Colours are "#rrggbb". Contrast is WCAG 2.2's: relative luminance of the lighter plus 0.05 over that of the darker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

WHITE = "#ffffff"
BLACK = "#000000"
NEARLY_BLACK = "#14181d"
SEEN = 1.4  # a rule on paper: below this it is hardly seen
TOLD_APART = 1.25  # two fields side by side: below this their border is hardly seen
PALE = 0.5  # relative luminance above which a tint of a colour is next to white
READABLE = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum), level AA


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue, 0 to 255, of "#rrggbb" or "#rgb"."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return `colour` with `share` (0 to 1) of `other` mixed in, channel by channel in sRGB."""
    mixed = (round(one + (two - one) * share) for one, two in zip(channels(colour), channels(other), strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def readable(colour: str, ground: str, ratio: float = READABLE) -> str:
    """Return `colour`, moved towards black or white just so far that it reads on `ground`.

    Why pure black: on every colour black or white reaches 4.5 : 1, a softer black does not.
    """
    towards = max((BLACK, WHITE), key=lambda end: contrast(end, ground))
    for percent in range(0, 101, 2):
        moved = mix(colour, towards, percent / 100)
        if contrast(moved, ground) >= ratio:
            return moved
    return towards


@dataclass(frozen=True)
class Palette:
    """Every colour a page uses, by the role it plays.

    brand, accent: fields. brand_text, accent_text: the same as text on paper. on_…: text on a field.
    soft_on_brand: second text on the brand's field. muted: captions and labels. rule: hairlines. tint: a pale band.
    ornament: the accent as a rule on paper. soft_rule: the brand as a drawn line.
    paper: the inside pages, ground: cover and closing page without a field.
    """

    brand: str
    brand_text: str
    on_brand: str
    soft_on_brand: str
    rule_on_brand: str
    accent: str
    on_accent: str
    accent_on_brand: str
    ink: str
    muted: str
    rule: str
    tint: str
    ornament: str
    soft_rule: str
    paper: str = WHITE
    ground: str = WHITE


def on_white(palette: Palette) -> Palette:
    """Return a palette for office printers, which leave the edge white and often print grey: no word on a field.

    What stands on a field elsewhere stands on white here, in colours that read on it; fields become rules. Grey made of
    a colour is never lighter than the colour seen (sums of encoded channels against their relative luminance), so what
    reads on white in colour reads in grey.
    """
    return replace(
        palette,
        brand=palette.brand if contrast(palette.brand, WHITE) >= SEEN else palette.brand_text,
        accent=palette.ornament,
        on_brand=palette.brand_text,
        soft_on_brand=palette.muted,
        rule_on_brand=palette.rule,
        on_accent=palette.ink,
        accent_on_brand=palette.brand_text,
        tint=WHITE,
    )


def _text_on(field: str, ink: str) -> str:
    """Return ink where it reads on a field, else white where that does, else whichever can be made to."""
    return next((colour for colour in (ink, WHITE) if contrast(colour, field) >= READABLE), readable(ink, field))


def derive(
    brand: str, accent: str | None = None, ink: str | None = None, paper: str = WHITE, ground: str = WHITE
) -> Palette:
    """Derive the palette from a brand's colours, for a theme's paper and its ground, which is no lighter than paper.

    An accent that can hardly be told from the brand's colour is replaced by a tint of it,
    or by the ink where the brand itself is pale.

    Text in a pale brand's colour is set in ink: darkened, yellow would be mud, and white a grey.
    Why 7 : 1 for ink: running text is read for minutes. Large type on the brand's field needs 3 : 1 (WCAG 1.4.3).
    """
    ink = readable(ink or mix(NEARLY_BLACK, brand, 0.12), ground, 7.0)
    brand_text = ink if luminance(brand) > PALE else readable(brand, ground)
    on_brand = WHITE if contrast(brand, WHITE) >= READABLE else readable(ink, brand)
    if accent is None or contrast(accent, brand) < TOLD_APART:
        accent = mix(brand, WHITE, 0.72) if luminance(brand) < PALE else ink
    return Palette(
        brand=brand,
        brand_text=brand_text,
        on_brand=on_brand,
        soft_on_brand=readable(mix(on_brand, brand, 0.25), brand, 5.0),
        rule_on_brand=mix(on_brand, brand, 0.55),
        accent=accent,
        on_accent=_text_on(accent, ink),
        accent_on_brand=accent if contrast(accent, brand) >= READABLE else on_brand,
        ink=ink,
        muted=readable(mix(ink, paper, 0.35), ground, 5.5),
        rule=mix(ink, paper, 0.78),
        tint=mix(paper, brand, 0.06),
        ornament=accent if contrast(accent, ground) >= SEEN else brand_text,
        soft_rule=mix(brand_text, ground, 0.72),
        paper=paper,
        ground=ground,
    )
