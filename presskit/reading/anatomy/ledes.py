"""The first paragraph of a release: its dateline is taken off, in the light of what the rest of the text says."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from presskit.model import Block, Dateline
from presskit.reading.blocks import without_start
from presskit.reading.cues.captions import is_caption
from presskit.reading.dates.dateline import AROUND, DASH, is_place, parse_dateline
from presskit.reading.dates.dates import find_date
from presskit.reading.markup import text_of

PLACE_NAME = r"((?:[^\W\d_a-z][\w.’'-]+)(?:[ \xa0](?:[^\W\d_a-z][\w.’'-]+|de|la|le|am|an|der|upon|on)){0,3})"
BEFORE_PLACES = "in|near|off|around|outside|en|à|bei|em|te|près de|cerca de"
NEAR = re.compile(rf"\b(?:{BEFORE_PLACES})[ \xa0]{PLACE_NAME}\b")
NEAR_OR_AT = re.compile(rf"\b(?:{BEFORE_PLACES}|at)[ \xa0]{PLACE_NAME}\b")
BESIDE = ("figure", "quote", "table", "list")
ENDS = ("–", "—", "―", ":")
BOLD_START = re.compile(r"<strong>([^<]{3,60})</strong>\s+(?=[^\W\d_a-z])")


def named_places(blocks: Sequence[Block], day: date | None) -> set[str]:
    """Return what the text names as places: “the bay near Port Hollow”.

    day: of a line above the text. Without one, “at” is not enough: people work at organisations.
    """
    pattern = NEAR_OR_AT if day else NEAR
    return {match[1] for block in blocks for match in pattern.finditer(block.text)}


def bold_place(block: Block) -> Dateline | None:
    """Return the dateline that only bold letters set apart from the text: “<b>PORT HOLLOW, ONTARIO</b> The bay …”."""
    match = BOLD_START.match(block.html)
    words = text_of(match[1]).strip(" .:") if match else ""
    is_loud = words == words.upper() and words != words.lower()
    return Dateline(text_of(match[1]), words) if match and is_loud and is_place(words) else None


def is_of_picture(body: Sequence[Block], place: int) -> bool:
    """Tell whether a block is a picture, or the caption below one."""
    is_below = place > 0 and body[place - 1].kind == "figure"
    return body[place].kind == "figure" or (is_below and is_caption(body[place]))


def opening_words(text: str, stated: str) -> Dateline | None:
    """Return the words of the settings' dateline where they open a text, with the dash behind them; None else."""
    words = stated.rstrip(AROUND)
    dash = DASH.match(text, len(words))
    return Dateline(text[: dash.end()].strip()) if dash and text.startswith(words) else None


def dateline_of(stated: str, region: str) -> Dateline:
    """Return the dateline that settings say: as it is printed, its place, its day. A dash is added."""
    text = stated if stated.endswith(ENDS) else f"{stated.rstrip(' ,-')} –"
    read = parse_dateline(f"{text} X", region)
    day = find_date(text, region)
    place = (text[: day.start] or text[day.end :]) if day else text
    return replace(read, text=text) if read else Dateline(text, place.strip(AROUND) or None, day.date if day else None)


def take_dateline(
    body: Sequence[Block], above: Dateline | None, region: str, known: Collection[str] = (), stated: str | None = None
) -> tuple[Dateline | None, list[Block]]:
    """Return the dateline and the body, whose first paragraph then begins with the lede's own words.

    known: what the text names as places. stated: the dateline as the settings say it, which may open the text too.
    """
    place = next((place for place in range(len(body)) if not is_of_picture(body, place)), None)
    beside = next((at for at, block in enumerate(body) if block.kind not in BESIDE), None)
    if beside and parse_dateline(body[beside].text, region, known):
        place = beside  # a quotation or a table above the headline
    dateline = None
    if place is not None and body[place].kind == "paragraph":
        own = opening_words(body[place].text, stated) if stated else None
        dateline = own or parse_dateline(body[place].text, region, known) or bold_place(body[place])
    if place is None or dateline is None:
        return above, list(body)
    lede = without_start(body[place], dateline.text)
    if above:
        text = f"{above.text}\n{dateline.text}"
        dateline = Dateline(text, dateline.place or above.place, dateline.date or above.date, dateline.source)
    # Pictures above the lede stand below it: a dateline opens the text.
    return dateline, [*([lede] if lede.text else []), *body[:place], *body[place + 1 :]]
