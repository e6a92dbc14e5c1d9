"""Markdown: CommonMark with tables, as blocks with the lines they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from lxml.html import HtmlElement
from markdown_it import MarkdownIt
from markdown_it.token import Token

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.reading.blocks import SourceText, boxed, paragraph
from presskit.reading.cues.marks import END_MARK
from presskit.reading.cues.slips import WRITTEN
from presskit.reading.dates.dates import MONTH
from presskit.reading.formats.elements import captions, figure, pictures_in, read_elements
from presskit.reading.formats.markdown_signs import LEFT, plain
from presskit.reading.formats.tables import widen_tables
from presskit.reading.markup import collapse, escape, inner, parse, sanitise, text_of

HIDDEN_START = re.compile(r"<!--|<(?P<tag>script|style|template)\b", re.IGNORECASE)
ASIDE = re.compile(r"</?aside\b", re.IGNORECASE)  # an empty line ends HTML, and not the box that it opened
BOLD = re.compile(r"(\*{1,3})(?=[^\s*]).*(?<=[^\s*])\1")
# “12. Mai 2026” begins with a day, and is no list that begins with 12; so in an item of a list.
DAY_OF_MONTH = re.compile(rf"^( {{0,3}}(?:[-*+] +)?\d{{1,2}})\.(?=\s{MONTH})", re.IGNORECASE)
QUOTED = 40  # characters; enough to find the passage
# Each of these opens what one block of ours is made of, and is closed by its “_close”.
WHOLE = {"bullet_list_open", "ordered_list_open", "table_open", "blockquote_open"}


def read_markdown(text: str, lines_before: int = 0) -> SourceText:
    """Return the text's blocks; `lines_before` is how many lines of the file stand before the text."""
    shown, removed = take_out_hidden(text, lines_before)
    signs = plain(shown.split("\n"), lines_before)
    lines = widen_tables([DAY_OF_MONTH.sub(r"\1\\.", keep_end_mark(line)) for line in signs.lines])
    empty = frozenset(number for number, line in enumerate(lines, start=lines_before + 1) if not collapse(line))
    reader = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    tokens = reader.parse("\n".join(lines))
    blocks = tuple(read_tokens(reader, tokens, lines_before))
    listed = read_tokens(reader, reader.parse("\n".join(signs.notes)), 0)
    notes = tuple(replace(block, line=signs.notes_line) for block in listed)
    return SourceText(blocks, empty, (*removed, *signs.removed), notes)


def find_left_signs(blocks: Iterable[Block], path: Path) -> Iterator[Finding]:
    """Report signs of Markdown that nothing could be made of: they are printed as they were typed."""
    for block in blocks:
        addresses = [range(*found.span()) for found in WRITTEN.finditer(block.text)]
        signs = LEFT.finditer(block.text)
        left = next((one for one in signs if not any(one.start() in address for address in addresses)), None)
        if left and any(map(str.isalnum, block.text)):  # asterisks alone are a rule
            words = block.text[left.start() : left.start() + QUOTED].split("\n")[0]
            yield finding("s-037", Where(path, block.line), words=words)


def take_out_hidden(text: str, lines_before: int) -> tuple[str, tuple[Removed, ...]]:
    """Take out comments and scripts, which no reader of the page sees; the lines keep their numbers."""
    removed: list[Removed] = []
    kept: list[str] = []
    place, line = 0, lines_before + 1
    while match := HIDDEN_START.search(text, place):
        end = end_of_hidden(text, match)
        if end is None:
            break
        line += text.count("\n", place, match.start())
        words = text[match.start() : end]
        why = "a web page's program" if match["tag"] else "a comment, hidden in the source"
        removed.append(Removed(line, collapse(words), why))
        kept += [text[place : match.start()], "\n" * words.count("\n")]
        place, line = end, line + words.count("\n")
    return "".join([*kept, text[place:]]), tuple(removed)


def end_of_hidden(text: str, start: re.Match[str]) -> int | None:
    """Return where a comment or a script ends, or None when it is never closed."""
    mark = f"</{start['tag']}" if start["tag"] else "-->"
    found = re.compile(mark, re.IGNORECASE).search(text, start.end())
    close = text.find(">", found.start()) if found else -1
    return close + 1 if close >= 0 else None


def keep_end_mark(line: str) -> str:
    """Escape an end mark, so that “###” is no empty heading and “- 30 -” no list; “**-ENDS-**” is bold."""
    mark = line.strip()
    is_sign = END_MARK.fullmatch(mark) and mark[0] in "#-*+" and not BOLD.fullmatch(mark)
    return f"\\{mark}" if is_sign else line


def read_tokens(reader: MarkdownIt, tokens: Sequence[Token], lines_before: int) -> Iterator[Block]:
    """Yield the blocks that the parser's tokens make."""
    place, box = 0, ""
    while place < len(tokens):
        token = tokens[place]
        end = closing(tokens, place) if token.type in WHOLE else place
        blocks = [*read_token(reader, tokens[place : end + 1], tokens[max(place - 1, 0)], lines_before)]
        yield from boxed(blocks, begins=box == "begins") if box else blocks
        box = "goes on" if box and blocks else box
        for mark in ASIDE.findall(token.content) if token.type == "html_block" else ():
            box = "" if mark.startswith("</") else "goes on" if blocks else "begins"
        place = end + 1


def read_token(reader: MarkdownIt, tokens: Sequence[Token], opener: Token, lines_before: int) -> Iterator[Block]:
    """Yield the blocks that the first of the tokens makes, which the others close; opener: the one before it."""
    token = tokens[0]
    line = lines_before + token.map[0] + 1 if token.map else None
    if token.type in WHOLE:
        yield from read_elements(reader.renderer.render(tokens, reader.options, {}), line)
    elif token.type == "inline":
        yield from inline_blocks(reader.renderer.render([token], reader.options, {}), opener, line)
    elif token.type in ("fence", "code_block"):
        words = [escape(words.strip()) for words in token.content.split("\n") if words.strip()]
        first = line if line is None or token.type == "code_block" else line + 1
        yield paragraph("<br>\n".join(words), first)
    elif token.type == "html_block":
        yield from read_elements(token.content, line)


def closing(tokens: Sequence[Token], place: int) -> int:
    """Return where the token that opens at `place` is closed."""
    kind = tokens[place].type.replace("_open", "_close")
    return next(
        i for i in range(place, len(tokens)) if tokens[i].type == kind and tokens[i].level == tokens[place].level
    )


def inline_blocks(markup: str, opener: Token, line: int | None) -> Iterator[Block]:
    """Yield a heading or a paragraph; pictures at its start stand above it as figures, all others below it."""
    element = parse(sanitise(markup))
    pictures = pictures_in(element)
    first = [img for img, _ in pictures if not is_behind_words(img)]
    for img, _ in pictures:
        img.drop_tree()
    html = inner(element)
    for img, address in pictures[: len(first)]:
        yield from pictured(img, line, address)
    if text_of(html):
        if opener.type == "heading_open":
            yield Block("heading", text_of(html), html, line, int(opener.tag[1]))
        else:
            yield paragraph(html, line)
    for img, address in pictures[len(first) :]:
        yield from pictured(img, line, address)


def is_behind_words(image: HtmlElement) -> bool:
    """Tell whether words stand before a picture."""
    return any(map(collapse, image.xpath("preceding::text()")))


def pictured(image: HtmlElement, line: int | None, address: str | None) -> Iterator[Block]:
    """Yield a picture, and its title as the caption below it."""
    yield figure(image, line, address)
    if title := collapse(image.get("title") or ""):
        yield from captions([paragraph(escape(title), line)])
