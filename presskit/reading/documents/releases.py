"""A release: its file, its settings, its anatomy, and what there is to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, islice
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.limits import TITLE_CHARACTERS
from presskit.model import Block, Release
from presskit.reading.anatomy.release import Origin, find_release
from presskit.reading.cues.addresses import find_impossible
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.documents.captions import with_captions
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading
from presskit.settings import FrontMatter

FIRST_PARAGRAPH_WORDS = 15  # fewer stand behind a place and a day in a programme or a timeline
QUOTED_WORDS = 8


def look_at(release: Release) -> Iterator[Finding]:
    """Yield what a release lacks."""
    if not release.headline:
        yield finding("c-001", Where(release.source))
    if not release.date:
        yield finding("c-002", Where(release.source))


def read_opened(
    opened: OpenedSource, path: Path, language: str, region: str, stated: Stated = NOTHING_STATED
) -> Reading[Release]:
    """Understand an opened text as a press release, or as another kind that is written as one."""
    reading = find_release(opened, Origin(path, language, region), stated)
    release = replace(reading.document, kind=opened.settings.kind or "release", label=opened.settings.label)
    body, notes = (with_captions(blocks, path) for blocks in (release.body, release.notes))
    release = replace(release, body=body, notes=notes)
    TITLE_CHARACTERS.require(len(release.headline or ""), Where(path))
    printed = heads_of(release, opened.settings) + release.body + release.boilerplate + release.notes
    printed += contact_blocks(release, opened.text.blocks)
    is_told = any(one.code == "c-035" for one in reading.findings)
    lacking = [one for one in look_at(release) if not (is_told and one.code == "c-002")]
    removed = {one.text for one in release.removed}
    kept = [block for block in opened.text.blocks if block.text not in removed]
    found = (*find_leftovers(printed, path), *find_impossible(kept, path, region))
    findings = (
        *opened.findings,
        *lacking,
        *reading.findings,
        *found,
        *find_second(release, opened.text.blocks, region),
    )
    return in_lines(Reading(release, findings, is_denied=reading.is_denied), opened.text.lines)


def find_second(release: Release, blocks: Sequence[Block], region: str) -> Iterator[Finding]:
    """Yield c-061 where another text begins below the first: a dateline that a whole first sentence follows."""
    if not release.dateline:
        return
    own = release.dateline.text
    for block in islice(dropwhile(lambda block: own not in block.text, blocks), 1, None):
        second = parse_dateline(block.text, region) if block.kind == "paragraph" else None
        if second and second.place and second.date and len(block.text.split()) >= FIRST_PARAGRAPH_WORDS:
            words = " ".join(block.text.split()[:QUOTED_WORDS])
            yield finding("c-061", Where(release.source, block.line), words=words)
            return


def contact_blocks(release: Release, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the source's blocks in which contacts stand, each once: brackets around a name are not the name's."""
    lines = [contact.line for contact in release.contacts if contact.line]
    above = ([block for block in blocks if block.line and block.line <= line] for line in lines)
    return tuple({found[-1].line: found[-1] for found in above if found}.values())


def heads_of(release: Release, settings: FrontMatter) -> tuple[Block, ...]:
    """Return headline, subhead, dateline and status line as blocks, without those that the settings say."""
    dateline = release.dateline.text if release.dateline else None
    headline, subhead = not settings.headline and release.headline, not settings.subhead and release.subhead
    texts = (headline, subhead, dateline, release.status_text)
    return tuple(Block("paragraph", text, "", release.headline_line) for text in texts if text)
