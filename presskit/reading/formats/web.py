"""Web pages: a saved page, of which the text is found among all else, or a fragment, all of which is text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from presskit import gate
from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.names import path_at
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.bounds import require_page, require_tree
from presskit.reading.cues.captions import tells_picture
from presskit.reading.cues.junk import removed
from presskit.reading.cues.leftovers import take_out_tags
from presskit.reading.cues.marks import find_date_line
from presskit.reading.embargoes.notices import has_cue
from presskit.reading.folding import fold
from presskit.reading.formats.markdown import take_out_hidden
from presskit.reading.formats.nodes import blocks_of, is_hidden, leaves, strip_unseen, tidy
from presskit.reading.formats.office.highlights import told_of
from presskit.reading.formats.page_text import HEADLINES, day_of, find_text, is_date, is_stamp, marked_day
from presskit.reading.formats.unread import MARK, mark_unread
from presskit.reading.markup import collapse
from presskit.reading.numbering import number
from presskit.reading.pictures.images import left_out, size_of
from presskit.reading.pictures.in_texts import SMALLEST_PX, find_picture, names_in, refused_picture
from presskit.reading.reasons import SMALL, UNSAVED

# The number of a control character, which the parser would make one of: no page may hold it (HTML standard, 13.2.5.80).
CONTROL = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)|x0*(?:[0-8bcef]|1[\da-f]|7f))(?:;|(?![\da-f]))", re.IGNORECASE
)
# Elements that hold nothing, and that the parser closes only where the element around them ends (13.1.2).
EMPTY = re.compile(r"<(embed|source|track)\b[^<>]*>(?!</\1)", re.IGNORECASE)
HELD_CLASS = re.compile(r"(?:^|[\s_-])(?:embargo(?:ed)?|sperrfrist)(?:$|[\s_-])", re.IGNORECASE)
# Yellow, as programs highlight: no theme's ground.
LIT = re.compile(
    r"\bbackground(?:-color)?\s*:\s*(?:yellow|lime|aqua|#ff0\b|#ffff00|rgba?\(\s*255\s*,\s*(?:255|242|235)\s*,\s*(?:0|204|59)\b)",
    re.IGNORECASE,
)
TINY = re.compile(r"\bfont-size\s*:\s*(?:[0-3](?:\.\d+)?(?:px|pt)?|0?\.[0-2]\d*r?em)\s*(?:;|$|!)", re.IGNORECASE)
COMMENT, CALL = re.compile(r"cmnt(?:_ref)?\d+"), "cmnt_ref"
COMMENT_OF_A_PAGE, MOST_SHOWN = "a comment", 80
HINTS = ("title", "aria-label", "value", "label", "placeholder", "summary")
ASIDE = ("noscript", "dialog", "template", "button", "textarea", "option", "svg", "canvas", "object")
LINKED_DATA = "application/ld+json"
STRINGS = re.compile(r"\"((?:[^\"\\\\]|\\\\.){8,600})\"")
PAGE = re.compile(r"<(?:html|head|body|title)\b", re.IGNORECASE)
HAS_BLOCKS = re.compile(r"<(?:p|div|br|li|td|h[1-6])\b", re.IGNORECASE)
AROUND, UNSHOWN = "the web page around the text", "not shown on the web page"
UNCAPTIONED = "the caption of a picture that was not saved with the page"
# Pages that stand between a program and the page it asked for, or in the place of one that is gone.
DOORS = re.compile(
    r"pardon our interruption|just a moment|attention required|access (?:to this page )?(?:has been |is )?denied"
    r"|are you (?:a )?(?:robot|human)|(?:verify|verifying|confirm)(?: that)? you are (?:a )?human|robot check"
    r"|checking (?:if the site|your browser)|security (?:check|verification)|human verification|enable javascript"
    r"|(?:40[134]|50[0234])\b.{0,30}|page not found|request unsuccessful|un instant|vérification de sécurité",
    re.IGNORECASE,
)
POSTED = re.compile(r"\"datePublished\"\s{0,9}:\s{0,9}\"([^\"]{10,40})\"")
DOOR_WORDS, FEWEST_WORDS = 250, 8


@dataclass(frozen=True)
class Piece:
    """A block of a page, and whether it belongs to the text."""

    block: Block
    is_text: bool


def read_page(
    text: str, path: Path, lines_before: int = 0, *, is_whole: bool = False
) -> tuple[SourceText, list[Finding]]:
    """Return a page's blocks, and what is to look at; `lines_before` is how many lines of the file stand before it.

    is_whole: all of it is the text, as in a mail, and no page of a website around it.

    Raises SourceError s-013 where the page holds no text, or is not the page that was meant.
    """
    shown, programs = take_out_hidden(text, lines_before)
    require_page(shown, path)
    is_page = bool(PAGE.search(shown))
    is_site = is_page and not is_whole
    shown, tags, findings = take_out_tags(shown, path, lines_before)
    root = parse(shown if is_page or HAS_BLOCKS.search(shown) else re.sub(r"\n[ \t]*\n", "\n<p>\n", shown))
    require_tree(root, path)
    title = collapse(root.findtext(".//title") or "")
    told = tuple(told_words(root))
    posted = posted_day(root, text) if is_site else None
    marks = mark_unread(root, path, lines_before)
    comments, commented = take_out_comments(root, path, lines_before)
    unshown = [*comments, *take_out_unshown(root, lines_before)]
    findings += commented
    elements = list(leaves(tidy(root)))
    refuse_doors(elements, title, path)
    kept = find_text(elements, shown, title) if is_site else set(range(len(elements)))
    unread = {place: marks[mark] for place in sorted(kept) if (mark := elements[place].get(MARK))}
    kept -= unread.keys()
    begin = first_line(elements, kept)
    marked = [
        place
        for place in sorted(kept)
        if is_site
        and is_date(elements[place])
        and marked_day(elements[place])
        and (place < begin or is_stamp(elements[place]))
    ]
    posted = posted or next((marked_day(elements[place]) for place in marked), None)
    # What a reader sees of such a day may lack the year.
    kept -= {place for place in marked if not find_date_line(collapse(elements[place].text_content()))}
    if sum(words_in(elements[place].text_content()) for place in kept) < (FEWEST_WORDS if is_site else 1):
        raise SourceError(finding("s-013", Where(path), name=path.name, reason="it holds no text"))
    findings += highlighted_in([elements[place] for place in sorted(kept)], path)
    pieces, unprinted, warnings = with_pictures(pieces_of(elements, kept, lines_before), path)
    hidden = [] if is_site else programs
    found = divide(pieces, [*hidden, *tags, *(gone for gone, _ in unread.values()), *unshown, *unprinted])
    found = replace(found, posted=posted, told=(*told, *told_by_programs(one.text for one in programs)))
    return found, [*findings, *(one for _, one in unread.values()), *warnings]


def highlighted_in(elements: Iterable[HtmlElement], path: Path) -> Iterator[Finding]:
    """Yield c-067 and c-068 for words of the text that are highlighted, and for those that are too small to be read.

    White words are none: a page may lay them on any ground.
    """
    nodes = [node for element in elements for node in element.iter("*")]
    lit = [node for node in nodes if node.tag == "mark" or LIT.search(node.get("style") or "")]
    tiny = [node for node in nodes if TINY.search(node.get("style") or "")]
    lit_words, tiny_words = (
        [*filter(None, dict.fromkeys(collapse(node.text_content()) for node in found))] for found in (lit, tiny)
    )
    yield from told_of(lit_words, tiny_words, path)


def first_line(elements: Sequence[HtmlElement], kept: set[int]) -> int:
    """Return the place where the text begins, below its headline and its day."""
    below = (place for place in sorted(kept) if elements[place].tag not in HEADLINES and not is_date(elements[place]))
    return next(below, len(elements))


def parse(text: str) -> HtmlElement:
    """Parse a page or a fragment. It is given as bytes: the encoding that a page names is that of its file.

    Why huge_tree: without it the parser drops, without a word, what follows elements nested 256 deep. What is nested
    far deeper stops the reading, with a word (presskit.working.workers).
    """
    parser = lxml_html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=True)
    data = EMPTY.sub(r"\g<0></\1>", CONTROL.sub("\ufffd", text)).encode()
    try:
        root: HtmlElement = lxml_html.document_fromstring(data, parser=parser)
    except ParserError:  # closings and declarations alone: a page without an element is an empty one
        root = lxml_html.document_fromstring("<html></html>")
    return root


def told_words(root: HtmlElement) -> Iterator[str]:
    """Yield what a page says of itself and does not show: its title, its description, the words of its pictures."""
    yield root.findtext(".//title") or ""
    for node in root.iter("meta", "img"):
        yield from (words for key in ("content", "alt", "title") if (words := node.get(key)))
    yield from filter(holds_back, unseen_words(root))


def unseen_words(root: HtmlElement) -> Iterator[str]:
    """Yield words that a reader meets beside the text: on buttons, in hints, in boxes that open."""
    for node in root.iter():
        if isinstance(node.tag, str):
            yield from (words for key in HINTS if (words := node.get(key)))
            yield from (
                f"Embargo: {words}" for key, words in node.items() if key.startswith("data-") and "embargo" in key
            )
            if HELD_CLASS.search(node.get("class") or ""):
                yield f"Embargo: {node.text_content().strip()}"
    for node in root.iter(*ASIDE):
        yield node.text_content()


def told_by_programs(programs: Iterable[str]) -> Iterator[str]:
    """Yield the words of a page's comments, and of an embargo those of its styles and of its data for machines."""
    for code in programs:
        if code.startswith("<!--"):
            yield code
        elif code.startswith("<style") or LINKED_DATA in code:
            yield from filter(holds_back, STRINGS.findall(code))


def holds_back(words: str) -> bool:
    """Tell whether words may speak of an embargo: of all others beside the text, none says anything about it."""
    return has_cue(fold(words).lower)


def posted_day(root: HtmlElement, page: str) -> date | None:
    """Return the day on which a page says that its text was published (schema.org, Open Graph, HTML 4.5.14)."""
    stated = [
        node.get("content") or node.get("datetime") or "" for node in root.iter("meta", "time") if is_posting(node)
    ]
    stated += [found[1] for found in [POSTED.search(page)] if found]  # in its script of linked data
    return next((day for words in stated if (day := day_of(words))), None)


def is_posting(node: HtmlElement) -> bool:
    """Tell whether an element states when the page's text was published."""
    names = {
        node.get("property"),
        node.get("itemprop"),
        node.get("name"),
        "pubdate" if node.get("pubdate") is not None else "",
    }
    return (
        bool(names & {"datePublished", "article:published_time", "pubdate"})
        or "published" in (node.get("class") or "").split()
    )


def take_out_comments(root: HtmlElement, path: Path, lines_before: int) -> tuple[list[Removed], list[Finding]]:
    """Take out colleagues' comments, as Google Docs writes them into a web page: calls in the text, words below it."""
    links = [link for link in root.iter("a") if COMMENT.fullmatch(link.get("id") or "")]
    gone = []
    for link in links:
        if (link.get("id") or "").startswith(CALL):
            parent = link.getparent()
            (parent if parent is not None and parent.tag == "sup" else link).drop_tree()
            continue
        holder = next(link.iterancestors("p", "div", "li"), link)
        words = collapse(holder.text_content())
        gone.append(Removed(lines_before + (holder.sourceline or 1), words, COMMENT_OF_A_PAGE))
        holder.drop_tree()
    told = [finding("c-025", Where(path), count=len(gone), kind="", words=gone[0].text[:MOST_SHOWN])] if gone else []
    return gone, told


def take_out_unshown(root: HtmlElement, lines_before: int) -> list[Removed]:
    """Take out what the page itself hides, and list its words."""
    strip_unseen(root)
    gone = []
    for node in [node for node in root.iter() if is_hidden(node)]:
        if words := collapse(node.text_content()):
            gone.append(Removed(lines_before + (node.sourceline or 1), words, UNSHOWN))
        if node.getparent() is not None:
            node.drop_tree()
    return gone


def refuse_doors(elements: Iterable[HtmlElement], title: str, path: Path) -> None:
    """Refuse a page that only asks whether a person is reading, or says that the page is gone."""
    texts = [collapse(element.text_content()) for element in elements]
    if sum(map(words_in, texts)) > DOOR_WORDS:
        return
    sign = next((words for words in (title, *texts[:3]) if DOORS.match(words)), None)
    if sign:
        raise SourceError(finding("s-013", Where(path), name=path.name, reason=f"it only says “{sign[:80]}”"))


def pieces_of(elements: Iterable[HtmlElement], kept: set[int], lines_before: int) -> list[Piece]:
    """Return the blocks of a page's elements with the lines they stand on."""
    return [
        Piece(block, place in kept)
        for place, element in enumerate(elements)
        for block in blocks_of(element, lines_before + (element.sourceline or 1))
    ]


def with_pictures(pieces: Iterable[Piece], path: Path) -> tuple[list[Piece], list[Removed], list[Finding]]:
    """Keep the pictures of the text that were saved beside the page, and are more than icons."""
    kept, gone, missing = [], [], 0
    refused: list[Finding] = []
    is_gone = False  # whether the picture right above, or the one whose caption stands there, is not shown
    for piece in pieces:
        block = piece.block
        if block.kind != "figure":
            is_gone = is_gone and piece.is_text and tells_picture(block)
            if is_gone:
                gone.append(Removed(block.line, block.text, UNCAPTIONED))
            else:
                kept.append(piece)
            continue
        is_gone = False
        name = next(iter(names_in(block)), "")
        found = find_picture(name, path)
        is_beside = gate.is_named_inside(path.parent / path_at(name), path.parent)  # others are the website's own
        size = size_of(found) if found and is_beside else None
        if not piece.is_text:
            continue
        if size and min(size) >= SMALLEST_PX:
            kept.append(piece)
        elif size:
            gone.append(Removed(block.line, block.text or name, SMALL))
        elif is_beside and (problem := refused_picture(name, path)):
            refused.append(replace(problem, where=Where(path, block.line)))
        elif found and is_beside and (problem := left_out(found, Where(path, block.line))):
            refused.append(problem)
        else:
            missing += 1
            is_gone = True
            gone.append(Removed(block.line, name or block.text, UNSAVED))
    if not missing:
        return kept, gone, refused
    what = "A picture of the page is" if missing == 1 else f"{missing} pictures of the page are"
    return (
        kept,
        gone,
        [*refused, finding("c-028", Where(path), what=what, reason="the page was saved without pictures")],
    )


def divide(pieces: list[Piece], gone: Iterable[Removed]) -> SourceText:
    """Return the blocks of the text, and the lines around it as removed."""
    done = number(each for piece in pieces for each in (None, piece.block))
    numbered = list(zip(done.blocks, pieces, strict=True))
    around = [line for block, piece in numbered if not piece.is_text for line in removed(block, AROUND)]
    blocks = tuple(block for block, piece in numbered if piece.is_text)
    return SourceText(blocks, frozenset(done.empty), (*gone, *around), (), done.lines)
