"""The standing text about the organisation, in a file of its own."""

from __future__ import annotations

from pathlib import Path

from presskit.kinds import plain
from presskit.model import Block, Removed
from presskit.reading.anatomy.lines import keeping, sweep_ended
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading

# What press offices call such a text among themselves; above it, “About us” is for readers.
TRADE_WORDS = ("boilerplate", "boiler plate", "company boilerplate", "boilerplate text", "abbinder")
TRADE_WORD = "what press offices call such a text"


def read_opened(
    opened: OpenedSource, path: Path, language: str, stated: Stated = NOTHING_STATED
) -> Reading[tuple[Block, ...]]:
    """Understand an opened text as the standing text about the organisation."""
    blocks, removed = sweep_ended(opened.text.blocks, keeping(opened.settings.keep))
    if len(blocks) > 1 and plain(blocks[0].text) in TRADE_WORDS:
        blocks, removed = blocks[1:], [*removed, Removed(blocks[0].line, blocks[0].text, TRADE_WORD)]
    blocks += opened.text.notes
    held = find_held(opened, stated, language, path)
    findings = (*opened.findings, *held.findings, *find_leftovers(blocks, path))
    gone = (*opened.text.removed, *removed)
    return in_lines(Reading(tuple(blocks), findings, held.embargo, gone, held.is_denied), opened.text.lines)
