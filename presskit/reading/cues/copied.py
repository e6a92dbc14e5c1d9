"""A page that was copied whole: the website's menu, and its title, which stands once more as the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.model import Block
from presskit.reading.blocks import words_in
from presskit.reading.cues.captions import is_caption
from presskit.reading.cues.junk_words import NAVIGATION, pattern
from presskit.reading.markup import text_of

FEW_WORDS, MENU_WORDS = 4, 3
LONG_WORDS = 20  # of a paragraph of some length
REPEATED = "the page's title, which stands again below"
ENDS = (".", "!", "?", "”", "»", "。", "؟", '"')
SITE = re.compile(r"\s*[|–—:·•»-]\s+\S")
WAY = re.compile(r"(?:>|/|»|›|::)\s*$")
LINK = re.compile(r"<a [^>]*>((?:(?!</a>).)*)</a>")
MENU_BAR, MENU_SPACE = re.compile(r"\s+[|·•/]\s+|\t|\s{3,}"), re.compile(r"[|·•/\s]+")


def find_menus(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the blocks of a website's menu: names of pages side by side, one of which only a menu holds."""
    found: dict[int, str] = {}
    run: list[int] = []
    for place, block in enumerate([*blocks, None]):
        if block and is_menu(block):
            run.append(place)
            continue
        lines = [line for at in run for line in entries_of(blocks[at])]
        if len(lines) > 1 and any(pattern("menu_only").fullmatch(line) for line in lines):
            found |= dict.fromkeys(run, NAVIGATION)
        run = []
    return found


def is_menu(block: Block) -> bool:
    """Tell whether a block may be a part of a menu: nothing but names of a website's pages."""
    return block.kind in ("paragraph", "list", "heading") and all(map(pattern("menu").fullmatch, entries_of(block)))


def entries_of(block: Block) -> list[str]:
    """Return what a block would hold as a menu: its lines, or the words of its links, or what bars part."""
    links = [text_of(html) for html in LINK.findall(block.html)]
    if links and MENU_SPACE.sub("", "".join(links)) == MENU_SPACE.sub("", block.text):
        return links
    return [part.strip() for line in block.text.split("\n") for part in MENU_BAR.split(line)]


def find_repeated(blocks: Sequence[Block], stays: Sequence[bool]) -> dict[int, str]:
    """Return what stands above the headline of a page that was copied whole: its title, and few words between the two.

    stays: for each block whether it says something of the release, such as a date or a contact.
    """
    first = next((place for place, block in enumerate(blocks) if words_in(block.text) >= LONG_WORDS), len(blocks))
    heads = ["" if is_caption(block) else " ".join(block.text.split()) for block in blocks[:first]]
    headings = [at for at in range(first) if blocks[at].kind == "heading"]
    places = reversed(headings or range(first))  # a text with a title that is marked as one has its headline
    headline = next((at for at in places if any(is_title_of(one, heads[at]) for one in heads[:at])), 0)
    titles = [place for place in range(headline) if is_title_of(heads[place], heads[headline])]
    between = {
        place: NAVIGATION
        for place in range(headline)
        if words_in(heads[place]) <= FEW_WORDS and not stays[place] and blocks[place].kind != "figure"
    }
    return between | dict.fromkeys(titles, REPEATED)


def is_title_of(title: str, headline: str) -> bool:
    """Tell whether a line is a headline once more: alone, before the site's name, or behind the way to the page.

    “Reef returns | Tidewick”, “News > Reef returns”.
    """
    one, other = title.casefold(), headline.casefold()
    if words_in(other) <= MENU_WORDS or other.endswith(ENDS):
        return False
    rest, way = one.removeprefix(other), one.removesuffix(other)
    return one == other or (rest != one and bool(SITE.match(rest))) or (way != one and bool(WAY.search(way)))
