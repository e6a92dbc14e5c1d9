"""Lines that stand around a headline and are none: status, kind of document, date, place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from presskit.model import Block, Dateline, Status
from presskit.reading.blocks import without_start, words_in
from presskit.reading.cues.marks import find_date_line, is_title_label, read_status
from presskit.reading.dates.dateline import MONTH_ONLY, parse_dateline
from presskit.reading.dates.dates import find_dates
from presskit.reading.dates.places import KNOWN_CITIES
from presskit.reading.embargoes.embargo import is_moment_only
from presskit.reading.markup import escape

PLACE_LABEL = re.compile(
    r"(?:location|place|city|town|lieu|ville|ort|lugar|ciudad|luogo|plaats|local|miejsce|المكان|المدينة)\s*:\s*(?=\S)",
    re.IGNORECASE,
)

# The number under which an office files the text.
FILED = re.compile(
    r"(?:(?:our|unser|n/)\s*)?(?:ref(?:erence|\.)?|réf(?:érence|\.)?|az\.?|aktenzeichen|zeichen|referencia|riferimento)"
    r"\s*(?:no\.?|nr\.?|n°)?\s*:\s*\S{1,40}(?:\s\S{1,10})?",
    re.IGNORECASE,
)


@dataclass
class Head:
    """What stands above the first paragraph. `labels`: the lines printed above the headline, as they are.

    named: words such as “Title:”, which say what follows and are not printed. told: what they say to be the subhead.
    """

    status: Status | None = None
    labels: list[Block] = field(default_factory=list)
    date: date | None = None
    dateline: Dateline | None = None
    headline: list[Block] = field(default_factory=list)
    subhead: list[Block] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    letterhead: list[Block] = field(default_factory=list)
    named: list[Block] = field(default_factory=list)
    told: list[Block] = field(default_factory=list)


def take_label(head: Head, block: Block, region: str, has_title: bool) -> Block | None:
    """Note a status line or a line with a date; return what is left of the block, or None when nothing is."""
    if block.kind not in ("paragraph", "heading"):
        return block
    above = read_status(head.labels[-1].text) if head.labels else None
    if above and above.status == "embargo" and is_moment_only(block.text):
        head.labels.append(block)
        return None
    if status := read_status(block.text):
        return take_status(head, block, status.status, status.length, region)
    if day := find_date_line(block.text, region):
        head.date = head.date or day
        if has_title and not head.dateline:
            head.dateline = Dateline(block.text, None, day)
        else:
            head.labels.append(block)
        return None
    if remainder := take_leading_date(head, block, region):
        return remainder
    dateline = parse_dateline(block.text, region)
    if dateline and dateline.text == block.text.strip() and not head.dateline:
        head.date, head.dateline = dateline.date or head.date, dateline
        return None
    if block.text.strip(" .:–—-").lower() in KNOWN_CITIES and has_title:
        head.dateline = join_place(head.dateline, block, block.text.strip(" .:–—-"))
        return None
    if place := PLACE_LABEL.match(block.text):
        head.dateline = join_place(head.dateline, block, block.text[place.end() :].strip())
        return None
    if MONTH_ONLY.fullmatch(block.text.strip()) or FILED.fullmatch(block.text.strip()):
        head.labels.append(block)
        return None
    return block


def take_status(head: Head, block: Block, status: Status | None, length: int, region: str) -> Block | None:
    """Note a status line, its date."""
    label = block.text[:length].rstrip()
    head.status = head.status or status
    (head.named if is_title_label(label) else head.labels).append(Block("paragraph", label, escape(label), block.line))
    if status != "embargo":
        words = re.split(r"(?i)release|immédiate|inmediata|[:–—|]", label)
        head.date = head.date or next((day for word in words if (day := find_date_line(word, region))), None)
    rest = without_start(block, label) if length < len(block.text) else None
    return (take_leading_date(head, rest, region) or rest) if rest else None


def take_leading_date(head: Head, block: Block, region: str) -> Block | None:
    """Take the date off a line such as “May 12, 2026 Reef returns to the bay”, and return the rest."""
    days = list(find_dates(block.text, region))
    found = days[0] if days and not days[0].start else None
    if not found or not found.date:
        return None
    rest = block.text[found.end :].lstrip(" |–—-\xa0")
    is_period = len(days) > 1 and days[1].start == len(block.text) - len(rest)  # from one day to the other
    if is_period or words_in(rest) < 4 or not rest[0].isupper():
        return None
    head.date = head.date or found.date
    label = block.text[: len(block.text) - len(rest)].rstrip()
    head.labels.append(Block("paragraph", label, label, block.line))
    return without_start(block, label)


def join_place(dateline: Dateline | None, block: Block, place: str) -> Dateline:
    """Make the dateline of a place on a line of its own, and of the date on the line above, if any."""
    if dateline is None:
        return Dateline(block.text, place)
    return Dateline(f"{dateline.text}\n{block.text}", place, dateline.date)
