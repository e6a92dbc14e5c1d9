"""The standing text about the organisation, in a file of its own."""

from __future__ import annotations

from pathlib import Path

from presskit.model import Block
from presskit.reading.anatomy.lines import keeping, sweep_ended
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading


def read_opened(
    opened: OpenedSource, path: Path, language: str, stated: Stated = NOTHING_STATED
) -> Reading[tuple[Block, ...]]:
    """Understand an opened text as the standing text about the organisation."""
    blocks, removed = sweep_ended(opened.text.blocks, keeping(opened.settings.keep))
    blocks += opened.text.notes
    held = find_held(opened, stated, language, path)
    findings = (*opened.findings, *held.findings, *find_leftovers(blocks, path))
    gone = (*opened.text.removed, *removed)
    return in_lines(Reading(tuple(blocks), findings, held.embargo, gone, held.is_denied), opened.text.lines)
