"""Where on a saved web page the text stands, among navigation, comments and the footer.

trafilatura finds the text, and only the place of what it found is used; the page's own elements are kept.
Why: measured, its own output loses a quarter of the items of lists and a tenth of the links, and takes a headline in
<h2> for the page's title.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from lxml.html import HtmlElement

from presskit.reading.cues.marks import find_date_line
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.markup import HEADINGS, collapse

# The blog's own data about a post, which stand with the text and are none of it.
# So does what stands in the place of a film or a map until somebody agrees to cookies.
POST_DATA = re.compile(
    r"\b(?:post-?meta\w*|entry-(?:meta|footer)|post-footer|author-(?:box|bio|info|card|profile)|about-(?:the-)?author|(?:\w+-)*consent(?:-\w+)*|gdpr\w*|cookie\w*)\b",
    re.IGNORECASE,
)
# What a post is filed under, and who put it there.
FILED = re.compile(
    r"\b(?:(?:\w+-)?cat(?:egor(?:y|ies))?(?:-\w+)*|(?:post-)?tags?|(?:post-)?author|byline)\b", re.IGNORECASE
)
HEADLINES = ("h1", "h2", "h3")
SEPARATOR = re.compile(r"\s+[|–—·»:-]+\s+")
DATE_CHARACTERS, TITLE_WORDS = 60, 3
MOST = 0.85  # of the words found stand in the element that holds the text
STAMP_WORDS = 2
ANCHOR_WORDS = 4  # fewer words stand by chance in the navigation as well
ASIDE = {"nav", "aside", "footer", "form"}
FURNITURE = re.compile(
    r"\b(?:nav(?:bar|igation)?|menu|side-?bar|footer|share\w*|sharing|social|related|comments?|respond|breadcrumbs?"
    r"|widgets?|cookies?|newsletter|subscribe|pagination|adverts?|promo)\b",
    re.IGNORECASE,
)


def find_text(elements: Sequence[HtmlElement], page: str, title: str) -> set[int]:
    """Return the places of the elements that are the text; `title` is the page's, which names the headline."""
    anchors = find_anchors(elements, page)
    if not anchors:
        return without_site(main_elements(elements), elements, title)
    holder = holder_of([elements[place] for place in anchors])
    inside = [place for place, element in enumerate(elements) if holder in ancestors(element)]
    first, last = min(anchors), max(anchors)
    kept = {
        place
        for place in inside
        if not (place > first and is_aside(elements[place], holder, POST_DATA))
        and (
            place in anchors
            or not (is_aside(elements[place], holder) or (not first < place < last and is_linked(elements[place])))
        )
    }
    kept |= {place for place in inside if first < place < last and is_boxed(elements[place], holder)}
    return without_site(kept | find_head(elements, holder, title, min(kept)), elements, title)


def is_boxed(element: HtmlElement, holder: HtmlElement) -> bool:
    """Tell whether an element stands in a fact box: set aside within the text, with a title, and leading nowhere."""
    box = next((node for node in ancestors(element) if node.tag == "aside"), None)
    if box is None or holder not in ancestors(box) or box.find(".//a") is not None:
        return False
    is_titled = any(True for _ in box.iter(*HEADINGS - {"h1"}, "b", "strong"))
    return is_titled and not FURNITURE.search(names_of(box)) and not is_aside(box.getparent(), holder)


def without_site(kept: set[int], elements: Sequence[HtmlElement], title: str) -> set[int]:
    """Return the places without the website's name: of two headings that are parts of the title, the upper one."""
    parts = [words_of(part) for part in SEPARATOR.split(title)]
    headings = {place: words_of(elements[place].text_content()) for place in kept if elements[place].tag in HEADLINES}
    named = {place: words for place, words in headings.items() if words in parts}
    headline = named[max(named)] if named else []
    return kept - {place for place, words in named.items() if words != headline}


def find_anchors(elements: Sequence[HtmlElement], page: str) -> set[int]:
    """Return the places of the elements whose words trafilatura found."""
    import trafilatura  # noqa: PLC0415  (slow to import, and most kits hold no web page)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(page, output_format="txt", include_comments=False, include_tables=True)
    words = f" {' '.join(words_of(found or ''))} "
    return {place for place, element in enumerate(elements) if is_found(element, words)}


def words_of(text: str) -> list[str]:
    """Return a text's words in small letters."""
    return re.findall(r"\w+", text.lower())


def is_found(element: HtmlElement, words: str) -> bool:
    """Tell whether half of an element's words stand in what was found, in whole lines."""
    lines = [words_of(line.text_content()) for line in element.iter("li", "tr")] or [words_of(element.text_content())]
    known = sum(len(line) for line in lines if line and f" {' '.join(line)} " in words)
    return known >= ANCHOR_WORDS and known * 2 >= sum(map(len, lines))


def ancestors(element: HtmlElement) -> list[HtmlElement]:
    """Return the elements around an element, the nearest first."""
    return list(element.iterancestors())


def holder_of(anchors: Iterable[HtmlElement]) -> HtmlElement:
    """Return the smallest element that holds most of the words found."""
    weights: Counter[HtmlElement] = Counter()
    for element in anchors:
        for holder in ancestors(element):
            weights[holder] += len(words_of(element.text_content()))
    needed = MOST * max(weights.values())
    return max((holder for holder in weights if weights[holder] >= needed), key=lambda one: len(ancestors(one)))


def is_aside(
    element: HtmlElement, holder: HtmlElement | None = None, names_of_furniture: re.Pattern[str] = FURNITURE
) -> bool:
    """Tell whether an element is furniture by the tag or the name of what stands around it, inside `holder`."""
    for node in (element, *ancestors(element)):
        if node is holder or node.tag in ("body", "html"):
            return False
        if node.tag in ASIDE or names_of_furniture.search(names_of(node)):
            return True
    return False


def names_of(node: HtmlElement) -> str:
    """Return the names by which a website's own style and programs know an element."""
    return " ".join(node.get(key) or "" for key in ("class", "id", "role")).replace("_", "-")


def is_linked(element: HtmlElement) -> bool:
    """Tell whether most of an element's words are links, as in navigation."""
    linked = sum(len(words_of(link.text_content())) for link in element.iter("a"))
    return linked * 2 > len(words_of(element.text_content()))


def main_elements(elements: Sequence[HtmlElement]) -> set[int]:
    """Return what stands in <main> or <article>, or everything that is no furniture, where nothing was found."""
    shown = {place for place, element in enumerate(elements) if not is_aside(element) and not is_linked(element)}
    tags = [{node.tag for node in ancestors(element)} for element in elements]
    return {place for place in shown if tags[place] & {"main", "article"}} or shown


def find_head(elements: Sequence[HtmlElement], holder: HtmlElement, title: str, first: int) -> set[int]:
    """Return the places of the headline above the text, of its date, and of the lines between it and the text.

    They stand in the smallest element around headline and text: what surrounds both is no furniture by its name.
    """
    place = find_headline(elements, holder, title, first)
    if place is None:
        return set()
    shared = common(elements[place], holder)
    between = {
        other for other in range(place + 1, first) if is_date(elements[other]) and not is_aside(elements[other], shared)
    }
    if shared.tag in ("body", "html"):
        shared = elements[place].getparent()
    inside = [other for other in range(first) if other != place and shared in ancestors(elements[other])]
    dates = between | {other for other in inside if is_date(elements[other])}
    beside = {
        other
        for other in inside
        if place < other
        and shared.tag not in ("body", "html")
        and not is_aside(elements[other], shared)
        and not is_aside(elements[other], shared, FILED)
        and not is_linked(elements[other])
    }
    return {place} | dates | beside


def find_headline(elements: Sequence[HtmlElement], holder: HtmlElement, title: str, first: int) -> int | None:
    """Return the place of the headline above the text.

    It is the heading nearest to the text whose words stand in the page's title; else the article's own <h1>.
    A heading far from the text that is the whole title is the name of the website, unless no other is there.
    """
    near: dict[int, int] = {}
    whole: list[int] = []
    for place, element in enumerate(elements[:first]):
        words = words_of(element.text_content())
        shared = common(element, holder)
        is_named = bool(words) and f" {' '.join(words)} " in f" {' '.join(words_of(title))} "
        is_site = words == words_of(title) and shared.tag in ("body", "html")
        is_own = element.tag == "h1" and shared.tag in ("article", "main")
        if element.tag not in HEADLINES or is_aside(element, shared):
            continue
        if (is_named and not is_site) or is_own:
            near[place] = len(ancestors(shared)) + is_named
        elif is_site and len(words) >= TITLE_WORDS:
            whole.append(place)
    return max(near, key=lambda one: (near[one], one), default=next(iter(whole), None))


def is_date(element: HtmlElement) -> bool:
    """Tell whether an element holds the day of the post: marked as one, or nothing but a date."""
    words = collapse(element.text_content())
    if not words or len(words) > DATE_CHARACTERS:
        return False
    dateline = parse_dateline(words)
    is_placed = dateline is not None and dateline.date is not None and dateline.text == words
    return is_placed or marked_day(element) is not None or find_date_line(words) is not None


def is_stamp(element: HtmlElement) -> bool:
    """Tell whether an element says hardly more than a marked day: “Posted on 12 May”."""
    marked = sum(len(words_of(time.text_content())) for time in element.iter("time"))
    return len(words_of(element.text_content())) - marked <= STAMP_WORDS


def marked_day(element: HtmlElement) -> date | None:
    """Return the day that an element is marked with (HTML standard, 4.5.14), as a machine reads it."""
    return next((day for time in element.iter("time") if (day := day_of(time.get("datetime") or ""))), None)


def day_of(words: str) -> date | None:
    """Return the day that a moment of ISO 8601 names."""
    try:
        return date.fromisoformat(words.strip()[:10])
    except ValueError:
        return None


def common(one: HtmlElement, holder: HtmlElement) -> HtmlElement:
    """Return the smallest element around both."""
    around = [holder, *ancestors(holder)]
    return next(node for node in ancestors(one) if node in around)
