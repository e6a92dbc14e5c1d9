"""The numbers of lists: “see item B” must find an item B, on a page and in every text.

An <ol> says how its items are counted (HTML standard, 4.4.5): type, start, reversed, and the value of an item.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from presskit.reading.markup import inner

TYPES = ("1", "a", "A", "i", "I")
MOST = 9999  # above it stand no numbers of items, and Roman ones end
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x")),
    *((9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def label(number: int, kind: str) -> str:
    """Return how an item is counted: 3, c, C, iii or III; a number that letters cannot say, as a number."""
    match kind:
        case "a" | "A" if number > 0:
            letters = letters_of(number)
        case "i" | "I" if 0 < number < 4000:
            letters = roman(number)
        case _:
            return str(number)
    return letters.upper() if kind.isupper() else letters


def letters_of(number: int) -> str:
    """Return a number as letters: after z comes aa."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def roman(number: int) -> str:
    """Return a number in small Roman figures."""
    figures = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        figures += sign * times
    return figures


def kind_of(holder: HtmlElement) -> str:
    """Return how the items of an <ol> are counted."""
    said = holder.get("type") or "1"
    return said if said in TYPES else "1"


def numbered(holder: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Yield the items of an <ol>, each with its number."""
    items = list(holder.iterchildren("li"))
    step = -1 if holder.get("reversed") is not None else 1
    number = whole(holder.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = whole(item.get("value"), number)
        yield number, item
        number += step


def lines_of_items(holder: HtmlElement) -> Iterator[str]:
    """Yield the HTML of each item of a list as a line, with the number it has; those of a list inside it follow.

    The lists inside are taken out of the items.
    """
    for number, item in numbered(holder):
        nested = [*item.iterchildren("ol", "ul")]
        for each in nested:
            each.drop_tree()
        if words := inner(item):
            yield f"{label(number, kind_of(holder))}. {words}" if holder.tag == "ol" else words
        for each in nested:
            yield from lines_of_items(each)


def whole(said: str | None, otherwise: int) -> int:
    """Return the number that an attribute says, where it says one that items have."""
    plain = (said or "").strip()
    digits = plain.removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= 6
    return int(plain) if is_number and abs(int(plain)) <= MOST else otherwise


def write_numbers(holder: HtmlElement) -> None:
    """Write how an <ol> counts as every reader understands it: its kind, where it starts, and where it leaps."""
    items, kind = list(numbered(holder)), kind_of(holder)
    for name in ("type", "start", "reversed"):
        holder.attrib.pop(name, None)
    if kind != "1":
        holder.set("type", kind)
    expected = items[0][0] if items else 1
    if expected != 1:
        holder.set("start", str(expected))
    for number, item in items:
        item.attrib.pop("value", None)
        if number != expected:
            item.set("value", str(number))
        expected = number + 1
