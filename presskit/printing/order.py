"""The text for the order: what a print shop asks about a file, to be pasted into its form or a mail."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Iterator

from presskit.model import ColourRole, Kit, PressColour
from presskit.printing.inking.ink import in_words
from presskit.printing.lengths import in_inches, in_mm
from presskit.printing.shop import shares
from presskit.printing.shop_file import ShopFile

LABEL = 16  # letters that a line's first word takes
WIDTH = 80
PAPERS = {"letter": "US Letter", "a4": "A4"}


def order_text(kit: Kit, file: ShopFile, name: str) -> str:
    """Return the text; `name` is that of the PDF."""
    lines = [f"Print order: {kit.title}", f"For {kit.brand.name}", ""]
    for label, words in _rows(kit, file, name):
        lines += _wrapped(words, label.ljust(LABEL), " " * LABEL)
    questions = list(_questions(file))
    lines += ["", "Questions to the print shop"] if questions else []
    for question in questions:
        lines += _wrapped(question, "- ", "  ")
    return "\n".join(lines) + "\n"


def _wrapped(words: str, first: str, further: str) -> list[str]:
    """Return lines; the names of typefaces and files stay whole."""
    return textwrap.wrap(words, WIDTH, initial_indent=first, subsequent_indent=further, break_on_hyphens=False)


def _rows(kit: Kit, file: ShopFile, name: str) -> Iterator[tuple[str, str]]:
    sheets = math.ceil(file.pages / 2)
    yield "File", f"{name}, {'PDF/X-4' if file.inks else 'PDF 1.6, not PDF/X'}"
    yield "Trim size", f"{PAPERS[kit.paper]}, upright: {_size(kit, file)}"
    yield "Bleed", f"{_length(kit, file.bleed_pt)} on all four sides, with crop marks outside of it"
    yield "Pages", f"{file.pages}, as single pages in reading order"
    yield "Sheets", f"{sheets} a copy, printed on both sides" + (", the last back empty" if file.pages % 2 else "")
    yield "Colours", _colours(file)
    yield from _brand_colours(kit, file)
    yield "Fonts", f"{', '.join(file.fonts)}; all in the file"


def _length(kit: Kit, length_pt: float) -> str:
    both = (in_mm(length_pt), in_inches(length_pt))
    return both[0] if kit.paper == "a4" else f"{both[1]} ({both[0]})"


def _size(kit: Kit, file: ShopFile) -> str:
    width_pt, height_pt = file.trim[2] - file.trim[0], file.trim[3] - file.trim[1]
    in_millimetres = f"{in_mm(width_pt).removesuffix(' mm')} × {in_mm(height_pt)}"
    if kit.paper == "a4":
        return in_millimetres
    return f"{in_inches(width_pt).removesuffix(' in')} × {in_inches(height_pt)} ({in_millimetres})"


def _colours(file: ShopFile) -> str:
    if not file.inks:
        return "RGB (sRGB) throughout, to be converted for your press; black text is to be printed in black ink only"
    most = f"{file.inks.most_percent:g} %"
    black = "black text in black ink only, set to overprint" if file.inks.overprints else "black text in black ink only"
    return (
        f"Four inks on both sides (4/4, CMYK), made for “{file.inks.profile.name}”; at most {most} of ink in all; "
        f"{black}; no spot colours in the file"
    )


def _brand_colours(kit: Kit, file: ShopFile) -> Iterator[tuple[str, str]]:
    """Yield the brand's colours as they are in the file, with the Pantone names by which they can be matched."""
    stated = {colour.role: colour for colour in kit.brand.press_colours}
    values: dict[ColourRole, str | None] = {"brand": kit.brand.brand, "accent": kit.brand.accent}
    for role, value in values.items():
        if not value or (kit.brand.is_neutral and role not in stated):
            continue
        colour = stated.get(role, PressColour(role))
        words = [f"{value.upper()} on the screen"]
        if file.inks:
            source = "as the brand states it" if colour.cmyk else "by the profile"
            words.append(f"{in_words(file.inks.named(value))} in the file, {source}")
        elif colour.cmyk:
            words.append(f"{in_words(shares(colour.cmyk))} in print")
        words += [f"to match {_pantone(colour.pantone)}"] if colour.pantone else []
        yield f"{role.capitalize()} colour", "; ".join(words)


def _pantone(name: str) -> str:
    return name if "pantone" in name.lower() else f"PANTONE {name}"


def _questions(file: ShopFile) -> Iterator[str]:
    if file.inks:
        yield "Is this profile right for your press and the paper of this order? If not, please send yours."
        return
    yield (
        "Which ICC profile is right for your press and the paper of this order? Please send it (.icc): we make the "
        "file again in CMYK with it, as PDF/X-4."
    )
    yield "How much ink can the paper take in all: 300 %, or less?"
    yield "If you would rather convert the colours yourself: will black text be printed in black ink only?"
