"""The numbers before Word's paragraphs, counted as Word counts them (ECMA-376, part 1, 17.9).

mammoth knows that a list is numbered, and no more. What an HTML list can say is left in the text as a mark, from which
the list is numbered afterwards; all else (“1.2”, “Article I.”, a heading's number) becomes words of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from presskit.reading.counting import MOST, label
from presskit.reading.formats.office.styles import HEADING, OFF, Styles, chain, local, value

KINDS = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
LEVELS, NO_LIST = 9, "0"
PLACE, PLAIN = re.compile(r"%([1-9])"), re.compile(r"\(?%([1-9])[.)]?")
BOOKMARK = "presskit-item-"  # mammoth makes an anchor of a bookmark
MARK = re.compile(rf"{BOOKMARK}(?P<kind>[1aAiI])-(?P<number>\d{{1,4}})")


@dataclass(frozen=True)
class Level:
    """How a level of a list counts: in which figures, from where, and what is written around them."""

    kind: str
    text: str
    start: int = 1
    restarts: bool = True
    is_legal: bool = False  # all figures in it are decimal


@dataclass
class Count:
    """How far each level of a list has come; None where it begins anew."""

    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def step(self, levels: Mapping[int, Level], place: int) -> None:
        """Count one paragraph on a level; deeper ones begin anew."""
        for above in range(place):
            self.at[above] = self.at[above] or (levels[above].start if above in levels else 1)
        last = self.at[place]
        self.at[place] = levels[place].start if last is None else last + 1
        for deeper in range(place + 1, LEVELS):
            if deeper not in levels or levels[deeper].restarts:
                self.at[deeper] = None


@dataclass(frozen=True)
class Place:
    """Which list a paragraph is in, "" or "0" for none, on which level from 0, and whether it is a heading."""

    key: str
    level: int
    is_heading: bool


@dataclass(frozen=True)
class Numbered:
    """A list of a Word file: what it is made after, its levels, and the levels that it begins anew, and where."""

    abstract: str
    levels: Mapping[int, Level]
    anew: Mapping[int, int]


def number_paragraphs(parts: Iterable[etree._Element], styles: Styles) -> None:
    """Write the number of each paragraph into it: as a mark where an HTML list can say it, else as words."""
    parts = list(parts)
    lists = read_lists([root for root in parts if local(root) == "numbering"], styles)
    counts: dict[str, Count] = {}
    begun = set()
    for paragraph in (one for root in parts if local(root) == "document" for one in root.iter("{*}p")):
        place = place_of(paragraph, styles)
        found = lists.get(place.key)
        if found is None or place.level not in found.levels or found.levels[place.level].kind == "bullet":
            continue
        count = counts.setdefault(found.abstract, Count())
        if place.key not in begun:
            begun.add(place.key)
            for level, start in found.anew.items():
                count.at[level] = start - 1
        count.step(found.levels, place.level)
        write(paragraph, place, found.levels, count)


def read_lists(roots: Sequence[etree._Element], styles: Styles) -> dict[str, Numbered]:
    """Return the lists of a Word file by their keys."""
    abstract = {value(node, "abstractNumId"): node for root in roots for node in root.iterfind("{*}abstractNum")}
    nums = {value(node, "numId") or "": node for root in roots for node in root.iterfind("{*}num")}

    def made_after(key: str | None, links: int = 0) -> str | None:
        mark = nums[key].find("{*}abstractNumId") if key in nums else None
        named = None if mark is None else value(mark)
        link = abstract[named].find("{*}numStyleLink") if named in abstract else None
        style = None if link is None else styles.get(value(link) or "")
        return made_after(style.list_key, links + 1) if style and links < LEVELS else named

    lists = {}
    for key, node in nums.items():
        base = made_after(key)
        if base in abstract:
            own = [*abstract[base].iterfind("{*}lvl"), *node.iterfind("{*}lvlOverride/{*}lvl")]
            marks = ((each, each.find("{*}startOverride")) for each in node.iterfind("{*}lvlOverride"))
            anew = {whole(value(each, "ilvl"), 0): whole(value(mark), 1) for each, mark in marks if mark is not None}
            anew = {level: start for level, start in anew.items() if 0 <= level < LEVELS}
            lists[key] = Numbered(base or "", dict(map(level_of, own)), anew)
    return lists


def level_of(node: etree._Element) -> tuple[int, Level]:
    """Return the number of a level, from 0, and how it counts."""

    def said(name: str) -> str | None:
        mark = node.find(f"{{*}}{name}")
        return None if mark is None else value(mark) or ""

    legal = node.find("{*}isLgl")
    is_legal = legal is not None and value(legal) not in OFF
    restarts = said("lvlRestart") != "0"
    return whole(value(node, "ilvl"), 0), Level(
        said("numFmt") or "decimal", said("lvlText") or "", whole(said("start"), 1), restarts, is_legal
    )


def place_of(paragraph: etree._Element, styles: Styles) -> Place:
    """Return the list of a paragraph, by its own word or its style's."""
    own, mark = paragraph.find("{*}pPr/{*}numPr"), paragraph.find("{*}pPr/{*}pStyle")
    named = [style for _, style in chain(styles, None if mark is None else value(mark))]
    by_style = next((style for style in named if style.list_key), None)
    key, level = (None, None) if own is None else (said_in(own, "numId"), said_in(own, "ilvl"))
    if key is None and by_style:
        key, level = by_style.list_key, level or by_style.list_level
    is_heading = any(HEADING.fullmatch(style.name) for style in named)
    return Place(key or "", min(whole(level, 0), LEVELS - 1), is_heading)


def said_in(properties: etree._Element, name: str) -> str | None:
    """Return the value of a property."""
    mark = properties.find(f"{{*}}{name}")
    return None if mark is None else value(mark)


def write(paragraph: etree._Element, place: Place, levels: Mapping[int, Level], count: Count) -> None:
    """Write a paragraph's number into it, and which list it is in where an HTML list can say so."""
    level, space = levels[place.level], f"{{{etree.QName(paragraph).namespace}}}"
    properties = paragraph.find("{*}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{space}pPr")
        paragraph.insert(0, properties)
    for old in properties.findall("{*}numPr"):
        properties.remove(old)
    number, plain = count.at[place.level] or 0, PLAIN.fullmatch(level.text)
    is_plain = plain is not None and plain[1] == str(place.level + 1) and level.kind in KINDS and number <= MOST
    is_item = is_plain and not place.is_heading
    numbers = etree.SubElement(properties, f"{space}numPr")
    etree.SubElement(numbers, f"{space}ilvl").set(f"{space}val", str(place.level))
    etree.SubElement(numbers, f"{space}numId").set(f"{space}val", place.key if is_item else NO_LIST)
    if is_item:
        mark = paragraph.makeelement(f"{space}bookmarkStart")
        mark.set(f"{space}name", f"{BOOKMARK}{KINDS[level.kind]}-{number}")
        paragraph.insert(paragraph.index(properties) + 1, mark)
        return
    if words := words_of(level, levels, count):
        run = paragraph.makeelement(f"{space}r")
        etree.SubElement(run, f"{space}t").text = f"{words} "
        run[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        paragraph.insert(paragraph.index(properties) + 1, run)


def words_of(level: Level, levels: Mapping[int, Level], count: Count) -> str:
    """Return what Word writes before a paragraph: “1.2”, “Article I.”."""

    def figure(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        kind = "decimal" if level.is_legal else levels[place].kind if place in levels else "decimal"
        return label(count.at[place] or 0, KINDS.get(kind, "1"))

    return "" if level.kind == "none" else PLACE.sub(figure, level.text).strip()


def whole(said: str | None, otherwise: int) -> int:
    """Return the number that a file says, where it says one that lists have."""
    return int(said) if said and said.isascii() and said.isdigit() and len(said) <= 4 else otherwise


def number_items(root: HtmlElement) -> None:
    """Give the items of lists the numbers that the marks in them say; where the figures change, another list begins."""
    for holder in list(root.iter("ol")):
        kind = None
        for item in list(holder.iterchildren("li")):
            marks = (MARK.fullmatch(node.get("id") or "") for node in item.iterchildren("a"))
            mark = next(filter(None, marks), None)
            if not mark:
                continue
            item.set("value", mark["number"])
            if kind not in (None, mark["kind"]):
                rest = holder.makeelement("ol")
                rest.extend([item, *item.itersiblings()])
                holder.addnext(rest)
                holder = rest  # noqa: PLW2901
            kind = mark["kind"]
            holder.set("type", kind)
    for node in [node for node in root.iter("a") if MARK.fullmatch(node.get("id") or "")]:
        node.drop_tag()
