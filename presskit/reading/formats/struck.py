"""Words that are struck through: no page shows them, and they are told like a tracked deletion.

Why not printed with their line: whoever strikes words through takes them back, and a mail, a text to paste or a page
read aloud has no line. “From 10 to 5 crowns” would say both.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.reading.blocks import SourceText
from presskit.reading.formats.elements import read_elements
from presskit.reading.formats.office.beside import cut
from presskit.reading.markup import STRUCK, inner, parse, text_in, text_of, without_empty

WHY = "struck through in the file"


def without_struck(source: SourceText, path: Path) -> tuple[SourceText, list[Finding]]:
    """Return a text without the words that are struck through, which are listed, and the finding that tells of them."""
    struck = [block for block in (*source.blocks, *source.notes) if is_struck(block)]
    gone = [Removed(block.line, words, WHY) for block in struck for words in struck_in(block)]
    if not struck:
        return source, []
    blocks, notes = (tuple(chain.from_iterable(map(unstruck, part))) for part in (source.blocks, source.notes))
    first = gone[:1]  # a line through a space alone is nothing to tell of
    told = [finding("s-036", Where(path, one.line), words=cut(one.text), count=len(gone)) for one in first]
    return replace(source, blocks=blocks, notes=notes, removed=(*source.removed, *gone)), told


def is_struck(block: Block) -> bool:
    """Tell whether words of a block are struck through."""
    return f"<{STRUCK}>" in block.html


def struck_in(block: Block) -> list[str]:
    """Return the words that are struck through in a block, passage by passage."""
    passages = (node for node in parse(block.html).iter(STRUCK) if not any(True for _ in node.iterancestors(STRUCK)))
    return [words for node in passages if (words := " ".join(text_in(node).split()))]


def unstruck(block: Block) -> list[Block]:
    """Return a block without the words struck through in it; nothing where no others are left."""
    if not is_struck(block):
        return [block]
    element = parse(block.html)
    for node in list(element.iter(STRUCK)):
        if node.getparent() is not None:
            node.drop_tree()
    html = inner(without_empty(element))
    if block.kind in ("list", "table"):
        return read_elements(html, block.line)
    return [replace(block, html=html, text=text_of(html))] if text_of(html) else []
