"""How a file was made, as it states itself: the options of `build`, by which it can be made again and compared.

Never a name or a path: a finished file goes to strangers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from presskit.errors import usage_error
from presskit.making.orders import BuildOrder
from presskit.model import Kit
from presskit.printing.imposition import PAGE_OF_SHEET
from presskit.printing.lengths import LEAST_BLEED_MM, MOST_BLEED_MM
from presskit.settings.themes import theme_names

SHEET_OF_PAGE = {page: sheet for sheet, page in PAGE_OF_SHEET.items()}
WORDS = {
    "for": ("purpose", ("screen", "email", "print", "booklet", "shop", "archive")),
    "paper": ("paper", ("letter", "a4")),
    "sheet": ("sheet", tuple(PAGE_OF_SHEET)),
}
NUMBERS: Mapping[str, tuple[str, type, float, float]] = {
    "mail-limit": ("mail_limit", int, 1, 1e12),  # bytes
    "bleed-mm": ("bleed_mm", float, LEAST_BLEED_MM, MOST_BLEED_MM),
    "max-ink": ("max_ink_percent", float, 0, 400),
}
RIGHT_HAND, PROFILE = "right-hand", "icc"  # stated without a value


def state(kit: Kit, order: BuildOrder) -> str:
    """Return how a kit is made by an order, in words such as "for=print paper=a4 theme=editorial right-hand"."""
    return " ".join(_words(kit, order))


def _words(kit: Kit, order: BuildOrder) -> Iterator[str]:
    yield f"for={kit.purpose}"
    yield f"sheet={SHEET_OF_PAGE[kit.paper]}" if kit.purpose == "booklet" else f"paper={kit.paper}"
    yield f"theme={kit.theme}"
    if kit.purpose == "email":
        yield f"mail-limit={order.mail_limit}"
    if kit.is_for_office and order.right_hand:
        yield RIGHT_HAND
    if kit.purpose == "shop" and order.bleed_mm:
        yield f"bleed-mm={order.bleed_mm!r}"
    if kit.purpose == "shop" and order.icc:
        yield PROFILE
        yield f"max-ink={order.max_ink_percent!r}"


def read_statement(words: str) -> Mapping[str, Any] | None:
    """Return what a file states, by the names of BuildOrder's fields; None for words that no `state` has written.

    `icc` is True where the file was made with a printer's profile, which it does not name.
    """
    said: dict[str, Any] = {}
    for word in words.split():
        key, _, text = word.partition("=")
        try:
            name, value = _field(key, text)
        except ValueError:
            return None
        said[name] = value
    return said if "purpose" in said else None


def _field(key: str, text: str) -> tuple[str, object]:
    """Return a field of BuildOrder and its value. Raises ValueError for a word that is none of ours."""
    if key in (RIGHT_HAND, PROFILE) and not text:
        return key.replace("-", "_"), True
    if key in NUMBERS:
        name, kind, least, most = NUMBERS[key]
        value = kind(text)
        if not least <= value <= most:
            raise ValueError(text)
        return name, value
    name, known = ("theme", theme_names()) if key == "theme" else WORDS.get(key, ("", ()))
    if text not in known:
        raise ValueError(text)
    return name, text


def made_as(order: BuildOrder, said: Mapping[str, Any], given: Mapping[str, Any]) -> BuildOrder:
    """Return an order that makes a file as it states; what a person gives wins.

    Raises UsageError where a printer's profile is needed, which only a person can name.
    """
    if said.get(PROFILE) and not given.get(PROFILE):
        hint = "Name the profile again: presskit check kit.pdf --against my-kit --icc printer.icc"
        raise usage_error("The file was made with a printer's profile", hint)
    return replace(order, **{**said, **given})


def as_options(order: BuildOrder) -> str:
    """Return the command that makes a PDF by an order: “build --for print --paper a4”."""
    said = {"--for": order.purpose, "--paper": order.paper, "--sheet": order.sheet, "--theme": order.theme}
    return " ".join(["build", *(f"{option} {value}" for option, value in said.items() if value)])
