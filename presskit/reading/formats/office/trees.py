"""A tree of HTML elements that a converter made of an office's file, as the blocks of a text.

Footnotes and endnotes are numbered in the text and stand at its end. Blocks are set apart as the writer did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from lxml.html import HtmlElement

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block, Removed
from presskit.reading.blocks import SourceText
from presskit.reading.formats.nodes import blocks_of, leaves, tidy
from presskit.reading.numbering import number
from presskit.reading.pictures.images import left_out
from presskit.reading.pictures.in_texts import find_picture, names_in

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# As mammoth and pandoc name a call for a note in the text, and the note itself.
NOTE_MARK, NOTE = re.compile(r"(?:foot|end)note-ref-|fnref\d"), re.compile(r"(?:foot|end)note-\d|fn\d")
LONG_WORDS = 20
INVISIBLE = " \t\r\n\xa0\u200b\ufeff"


def read_tree(
    root: HtmlElement, removed: Sequence[Removed], path: Path, told: tuple[str, ...] = ()
) -> tuple[SourceText, list[Finding]]:
    """Return the blocks of a tree, and what is to look at; `removed` is what its converter could not keep.

    told: words that no reader of the file sees (presskit.reading.blocks).

    Raises SourceError s-002 where there are no words.
    """
    tidy(with_note_marks(root))
    notes = [block for leaf in take_notes(root) for block in blocks_of(leaf, None)]
    blocks: list[Block | None] = []
    for leaf in leaves(root):
        blocks += [block if is_seen(block) else None for block in blocks_of(leaf, None)] or [None]
    blocks, unprinted = with_pictures(blocks, path)
    if not any(block and block.text.strip() for block in blocks):
        raise SourceError(finding("s-002", Where(path), name=path.name))
    done = number([*spaced(blocks), *(each for note in notes for each in (None, note))])
    end = len(done.blocks) - len(notes)
    text = SourceText(
        tuple(done.blocks[:end]), frozenset(done.empty), tuple(removed), tuple(done.blocks[end:]), done.lines, told
    )
    return text, unprinted


def is_seen(block: Block) -> bool:
    """Tell whether a block shows anything: some programs write an empty line as a space of no width."""
    return block.kind == "figure" or bool(block.text.strip(INVISIBLE))


def with_note_marks(root: HtmlElement) -> HtmlElement:
    """Make small raised figures of the footnotes' numbers in the text, and drop the links back to them."""
    for mark in [each for each in root.iter("a") if NOTE_MARK.match(each.get("id") or "")]:
        raised = mark.getparent() if mark.find("sup") is None else mark  # <sup><a>1</a></sup>, <a><sup>1</sup></a>
        figures = re.sub(r"\D", "", mark.text_content()).translate(SUPERSCRIPT)
        if raised is not None:
            for child in list(raised):
                child.drop_tree()
            raised.text = figures
            raised.drop_tag()
    for back in [each for each in root.iter("a") if NOTE_MARK.match((each.get("href") or "").lstrip("#"))]:
        back.drop_tree()
    return root


def take_notes(root: HtmlElement) -> list[HtmlElement]:
    """Take the footnotes out of the text."""
    notes = [each for each in root.iterchildren("ol") if any(NOTE.match(item.get("id") or "") for item in each)]
    for each in notes:
        each.drop_tree()
    return notes


def with_pictures(blocks: list[Block | None], path: Path) -> tuple[list[Block | None], list[Finding]]:
    """Return the blocks without the pictures that cannot be printed, and a finding for each of these."""
    kept: list[Block | None] = []
    findings = []
    for block in blocks:
        name = next(iter(names_in(block)), "") if block and block.kind == "figure" else ""
        found = find_picture(name, path)
        if found and (problem := left_out(found, Where(path))):
            findings.append(problem)
        else:
            kept.append(block)
    return kept, findings


def spaced(blocks: Sequence[Block | None]) -> list[Block | None]:
    """Set blocks apart by empty lines: where the writer did, or everywhere if paragraphs are spaced by style."""
    long = [place for place, block in enumerate(blocks) if place and block and len(block.text.split()) >= LONG_WORDS]
    by_hand = sum(blocks[place - 1] is None for place in long) * 2 >= max(len(long), 1)
    done: list[Block | None] = []
    for block in blocks:
        last = done[-1] if done else None
        if last and block and not (by_hand and last.kind == block.kind == "paragraph"):
            done.append(None)
        done.append(block)
    return done
