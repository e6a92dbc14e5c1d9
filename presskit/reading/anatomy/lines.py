"""Lines that mean something of their own, and furniture taken out: the first step for every kind of document."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from presskit.model import Block, Removed
from presskit.reading.anatomy.mastheads import open_tables
from presskit.reading.anatomy.tails import NOTES, is_certain, is_label
from presskit.reading.blocks import lines_of, paragraph, words_in
from presskit.reading.cues.abouts import is_about, run_in_about
from presskit.reading.cues.columns import divide_columns
from presskit.reading.cues.contacts import LINE_CHARACTERS, is_contact_line, label_end
from presskit.reading.cues.copied import ENDS, find_repeated
from presskit.reading.cues.junk import find_furniture, removed
from presskit.reading.cues.marks import find_date_line, is_end_mark, read_status
from presskit.reading.dates.dates import find_dates
from presskit.reading.markup import escape

END_WHY = "the end mark: only a release prints one"
REGION = "US"  # by which a number is read that names no country: any does to tell a contact's line
BESIDE = " \t\xa0,|"
SHOUTED = re.compile(r"\b(?:FOR )?IMMEDIATE RELEASE\b")


def open_lines(blocks: Sequence[Block], region: str) -> list[Block]:
    """Set lines apart that mean something of their own, where a paragraph holds several lines."""
    opened: list[Block] = []
    for block in divide_columns([*open_tables(blocks, region)]):
        lines = [part for line in lines_of(block) for each in run_in_about(line) for part in columns_of(each)]
        means = [line.kind == "heading" or is_structural(line, region) for line in lines]
        if len(lines) == 1 or not any(means):
            opened.append(block)
            continue
        has_address = any(is_contact_line(line.text, region) for line in lines)
        for place, line in enumerate(lines):
            is_apart = means[place] or place == 0 or means[place - 1] or has_address
            if is_apart and not (has_address and place and not any(means[:place]) and words_in(line.text) > 16):
                opened.append(line)
            else:
                last = opened.pop()
                opened.append(paragraph(f"{last.html}\n{line.html}", last.line))
    return opened


def columns_of(line: Block) -> list[Block]:
    """Set apart what stood side by side: a day before “Contact:”, “FOR IMMEDIATE RELEASE” behind a contact."""
    if line.kind != "paragraph" or len(line.text) > LINE_CHARACTERS:
        return [line]
    day = next(find_dates(line.text), None)
    shouted = SHOUTED.search(line.text)
    if day and not day.start and label_end(line.text[day.end :].strip(BESIDE)) is not None:
        place = day.end
    elif shouted and shouted.start() and is_label(line):
        place = shouted.start()
    else:
        return [line]
    return [paragraph(escape(part.strip(BESIDE)), line.line) for part in (line.text[:place], line.text[place:])]


def is_structural(block: Block, region: str) -> bool:
    """Tell whether a line is a mark or a label, and no part of a paragraph."""
    text = block.text
    return bool(
        read_status(text)
        or is_label(block)
        or is_end_mark(text)
        or is_about(block)
        or find_date_line(text, region)
        or NOTES.fullmatch(text)
    )


def keeping(keep: Sequence[str], is_kept: Callable[[Block], bool] = is_certain) -> Callable[[Block], bool]:
    """Return what tells the blocks that stay: those that surely belong, and those whose words a person wrote down.

    keep: lines as the file has them; one that ends with “…”, as `inspect` cuts long lines, is the beginning of one.
    """
    wanted = [squeezed(words) for words in keep if squeezed(words)]
    return lambda block: is_kept(block) or any(fits(block, one) for one in wanted)


def fits(block: Block, wanted: str) -> bool:
    """Tell whether a line of a block is the one wanted; both as `squeezed` gives them."""
    lines = map(squeezed, block.text.split("\n"))
    return any(line.startswith(wanted[:-1].rstrip()) if wanted.endswith("…") else line == wanted for line in lines)


def unfound(keep: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Return which lines that somebody wants to keep are none of a text's."""
    return [words for words in keep if not any(fits(block, squeezed(words)) for block in blocks)]


def squeezed(line: str) -> str:
    """Return a line in small letters without the signs around it, and with one space between words."""
    return " ".join(line.casefold().strip(" \t\xa0*_·•|").split())


def sweep(
    blocks: Sequence[Block],
    is_kept: Callable[[Block], bool],
    *,
    is_ended: bool = False,
) -> tuple[list[Block], list[Removed]]:
    """Take furniture out, except blocks that surely belong to the document.

    is_ended: of a text that is no release, which may say the same twice: its page's title stands above all matter.
    """
    certain = [is_kept(block) for block in blocks]
    says = [
        bool(read_status(block.text) or find_date_line(block.text) or is_contact_line(block.text, REGION))
        or is_end_mark(block.text)
        for block in blocks
    ]
    above = blocks[: top(blocks, is_kept)] if is_ended else blocks
    found = find_furniture(blocks, certain) | find_repeated(above, says)
    kept = [block for place, block in enumerate(blocks) if place not in found]
    return kept, [line for place in sorted(found) for line in removed(blocks[place], found[place])]


def top(blocks: Sequence[Block], is_kept: Callable[[Block], bool]) -> int:
    """Return where a text's matter begins: with a list or a table, a row, or a sentence."""
    is_line = [
        block.kind in ("paragraph", "heading", "figure") and not is_kept(block) and not block.text.endswith(ENDS)
        for block in blocks
    ]
    return is_line.index(False) if False in is_line else len(blocks)


def sweep_ended(blocks: Sequence[Block], is_kept: Callable[[Block], bool]) -> tuple[list[Block], list[Removed]]:
    """Take furniture out of a text that is no release, and the end mark below it: only releases are wired with one."""
    kept, gone = sweep(blocks, is_kept, is_ended=True)
    if kept and kept[-1].kind == "paragraph" and is_end_mark(kept[-1].text):
        gone.append(Removed(kept[-1].line, kept[-1].text, END_WHY))
        kept.pop()
    return kept, gone
