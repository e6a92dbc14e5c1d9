"""Blocks as a source has them, before anyone knows what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from presskit.model import Block, BoxPlace, Planned, Removed
from presskit.reading.markup import drop_words, sanitise, text_of

HOLE = re.compile(r"(?: (?:\u00a0|&nbsp;)+|(?:\u00a0|&nbsp;)+ )(?: |\u00a0|&nbsp;)*")
SIGN = re.compile(
    r"\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION|INFO|ABSTRACT|FACTS?)\]\s*(?:<br\s*/?>\s*)*", re.IGNORECASE
)
UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True)
class SourceText:
    """A source's blocks in order, the numbers of its empty lines, and what its reader could not keep.

    notes: footnotes, for the end of the document. lines: where the reader numbered the blocks itself, the file's
    line for each of its numbers (presskit.reading.numbering). told: what the file says of itself and no page shows: its
    title, its description. posted: the day on which a web page says of itself that it was put there. planned: what the
    file says of the day on which it is to be.
    """

    blocks: tuple[Block, ...]
    empty: frozenset[int] = frozenset()
    removed: tuple[Removed, ...] = ()
    notes: tuple[Block, ...] = ()
    lines: Mapping[int, int | None] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    posted: date | None = None
    planned: Planned | None = None

    def stands_apart(self, block: Block) -> bool:
        """Tell whether an empty line stands above the block; a format without lines sets every block apart."""
        return block.line is None or block.line - 1 in self.empty or block.line == 1


def without_holes(source: SourceText) -> SourceText:
    """Return a text in which no two spaces stand side by side because one of them is a no-break space.

    What Word and web pages leave behind beside a space is drawn as a hole in the line.
    """
    blocks, notes = (tuple(map(_without_hole, part)) for part in (source.blocks, source.notes))
    return replace(source, blocks=blocks, notes=notes)


def _without_hole(block: Block) -> Block:
    if "\u00a0" not in block.text:
        return block
    return replace(block, text=HOLE.sub(" ", block.text), html=HOLE.sub(" ", block.html))


def paragraph(html: str, line: int | None) -> Block:
    """Make a paragraph of inline HTML that has been sanitised."""
    return Block("paragraph", text_of(html), html, line)


def boxed(blocks: Iterable[Block], *, begins: bool = True) -> list[Block]:
    """Return blocks as those of a box, which begins with the first of them; a box inside it stays one of its own."""
    places: list[BoxPlace] = ["begins" if begins else "goes on"]
    return [replace(block, box=block.box or ("goes on" if place else places[0])) for place, block in enumerate(blocks)]


def without_start(block: Block, text: str) -> Block:
    """Return the block less `text`, which stands at its start, and the spaces after it."""
    html = drop_words(block.html, text)
    return replace(block, text=text_of(html), html=html)


def lines_of(block: Block) -> list[Block]:
    """Return one paragraph for each line of a paragraph, as the source has its lines."""
    if block.kind != "paragraph" or "\n" not in block.html:
        return [block]
    first = block.line
    lines = [line.strip(" ") for line in lines_of_source(block.html)]
    return [
        paragraph(html, None if first is None else first + index)
        for index, line in enumerate(lines)
        if text_of(html := sanitise(line))
    ]


def lines_of_source(html: str) -> list[str]:
    """Return HTML as the lines that the source has, without the <br> that may end one."""
    return [re.sub(r"<br\s*/?>\s*$", "", line) for line in html.split("\n")]


def is_emphasised(block: Block) -> bool:
    """Tell whether all of a paragraph's words are bold or italic."""
    plain = block.html.strip()
    return block.kind == "paragraph" and bool(
        re.fullmatch(r"(<(strong|em)>)(?:(?!<(?:strong|em)>).)*</(strong|em)>[.:]?", plain, re.DOTALL)
        or re.fullmatch(r"<strong><em>[^<]*</em></strong>|<em><strong>[^<]*</strong></em>", plain)
    )


def is_sign(block: Block) -> bool:
    """Tell whether a block begins with the sign by which Markdown marks a box, such as [!NOTE]."""
    return bool(SIGN.match(block.html))


def is_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals."""
    return text.upper() == text and text.lower() != text


def words_in(text: str) -> int:
    """Count words; where a script has no spaces between them, two letters are one."""
    return len(text.split()) + len(UNSPACED.findall(text)) // 2


def join(blocks: Sequence[Block], between: str) -> str | None:
    """Join the blocks' texts; None when there is none."""
    return between.join(block.text for block in blocks) or None
