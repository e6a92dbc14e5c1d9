from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from presskit.model import Brand, Kit, PressColour
from presskit.printing.inking.colours import Inks
from presskit.printing.inking.profiles import Profile
from presskit.printing.order import order_text
from presskit.printing.shop_file import ShopFile

BRAND = Brand(
    "Quillon Ferry",
    brand="#12355b",
    accent="#e0a030",
    press_colours=(PressColour("brand", (100, 79, 35, 30), "534 C"), PressColour("accent", None, "Pantone 7409 C")),
)
KIT = Kit("Nine piers", BRAND, "en", Path("kit"), ())
FILE = ShopFile(b"", 9, (0, 0, 612, 792), 9, ("Pk-Sans", "Pk-Serif"), None)
A4 = ShopFile(b"", 8, (0, 0, 595.276, 841.89), 8.504, ("Pk-Sans",), None)


def lines(kit: Kit, file: ShopFile) -> dict[str, str]:
    """Return the rows of the order by their first word; a row that was broken is joined again."""
    text = order_text(kit, file, "kit.pdf").replace("\n" + " " * 16, " ")
    return {line[:16].strip(): line[16:] for line in text.splitlines() if line[16:]}


def test_the_order_tells_what_a_printer_asks() -> None:
    rows = lines(KIT, FILE)
    assert rows["Trim size"] == "US Letter, upright: 8.5 × 11 in (215.9 × 279.4 mm)"
    assert rows["Bleed"].startswith("0.125 in (3.2 mm) on all four sides")
    assert rows["Pages"].startswith("9,")
    assert rows["Sheets"] == "5 a copy, printed on both sides, the last back empty"
    assert rows["Fonts"] == "Pk-Sans, Pk-Serif; all in the file"


def test_a4_is_told_in_millimetres() -> None:
    rows = lines(replace(KIT, paper="a4"), A4)
    assert rows["Trim size"] == "A4, upright: 210 × 297 mm"
    assert rows["Bleed"].startswith("3 mm on all four sides")
    assert rows["Sheets"] == "4 a copy, printed on both sides"


def test_without_a_profile_the_order_asks_for_it() -> None:
    text = order_text(KIT, FILE, "kit.pdf")
    assert lines(KIT, FILE)["File"] == "kit.pdf, PDF 1.6, not PDF/X"
    assert "RGB (sRGB) throughout" in text
    assert "Which ICC profile is right" in text


def test_with_a_profile_it_names_the_profile_and_the_inks(profile: Profile) -> None:
    inks = Inks(profile, 280, {"#12355b": (1.0, 0.79, 0.35, 0.3)})
    file = replace(FILE, inks=inks)
    rows = lines(KIT, file)
    assert rows["File"] == "kit.pdf, PDF/X-4"
    assert "“Artifex CMYK SWOP Profile”; at most 280 % of ink in all" in rows["Colours"]
    assert "black text in black ink only, set to overprint" in rows["Colours"]
    assert "overprint" not in lines(KIT, replace(file, inks=replace(inks, overprints=False)))["Colours"]
    brand = "#12355B on the screen; C100 M79 Y35 K30 in the file, as the brand states it; to match PANTONE 534 C"
    assert rows["Brand colour"] == brand
    assert rows["Accent colour"].endswith("in the file, by the profile; to match Pantone 7409 C")
    assert "Which ICC profile" not in order_text(KIT, file, "kit.pdf")


def test_a_brand_without_names_of_inks_is_told_by_its_colours() -> None:
    rows = lines(replace(KIT, brand=replace(BRAND, press_colours=())), FILE)
    assert rows["Brand colour"] == "#12355B on the screen"
    assert "Brand colour" not in lines(replace(KIT, brand=Brand("Quillon Ferry", is_neutral=True)), FILE)


def test_no_line_is_too_long_for_a_mail() -> None:
    assert max(map(len, order_text(KIT, FILE, "kit.pdf").splitlines())) <= 80
