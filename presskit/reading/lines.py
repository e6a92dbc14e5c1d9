"""Lines that mean something of their own, and furniture taken out: the first step for every kind of document."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from presskit.model import Block, Removed
from presskit.reading.blocks import lines_of, paragraph, words_in
from presskit.reading.contacts import is_contact_line
from presskit.reading.junk import find_furniture, removed, why_furniture
from presskit.reading.marks import find_date_line, is_end_mark, read_status
from presskit.reading.tails import NOTES, is_about, is_certain, is_label


def open_lines(blocks: Sequence[Block], region: str) -> list[Block]:
    """Set lines apart that mean something of their own, where a paragraph holds several lines."""
    opened: list[Block] = []
    for block in blocks:
        lines = lines_of(block)
        means = [is_structural(line, region) for line in lines]
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


def is_structural(block: Block, region: str) -> bool:
    """Tell whether a line is a mark, a label or furniture, and no part of a paragraph."""
    text = block.text
    return bool(
        read_status(text)
        or is_label(block)
        or is_end_mark(text)
        or is_about(block)
        or find_date_line(text, region)
        or why_furniture(text)
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


def sweep(blocks: Sequence[Block], is_kept: Callable[[Block], bool] = is_certain) -> tuple[list[Block], list[Removed]]:
    """Take furniture out, except blocks that surely belong to the document."""
    certain = [is_kept(block) for block in blocks]
    found = find_furniture(blocks, certain)
    kept = [block for place, block in enumerate(blocks) if place not in found]
    return kept, [line for place in sorted(found) for line in removed(blocks[place], found[place])]
