"""A release: its file, its settings, its anatomy, and what there is to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block, Release
from presskit.reading.anatomy import FLATTENED_CHARACTERS, Origin, find_release
from presskit.reading.blocks import SourceText
from presskit.reading.leftovers import find_placeholders, take_out_tags
from presskit.reading.markdown import read_markdown
from presskit.reading.result import Reading
from presskit.reading.text import load_text, read_text
from presskit.settings import FrontMatter, read_front_matter

FORMATS = {".txt": read_text, ".text": read_text, ".md": read_markdown, ".markdown": read_markdown}
RELATIVE_DAY = re.compile(r"\b(yesterday|today|tomorrow|hier|aujourd[’']hui|demain|أمس|اليوم|غدا|غداً)\b", re.IGNORECASE)


@dataclass(frozen=True)
class OpenedSource:
    """A source read into blocks: its settings, and what there is to look at so far."""

    settings: FrontMatter
    text: SourceText
    findings: tuple[Finding, ...]


def open_source(path: Path) -> OpenedSource:
    """Read a source of any format into blocks. Raises SourceError, or SettingsError for its settings."""
    reader = FORMATS.get(path.suffix.lower())
    if not path.is_file():
        raise SourceError(finding("s-001", Where(path), name=path.name))
    if reader is None:
        raise SourceError(finding("s-003", Where(path), name=path.name, suffix=path.suffix or path.name))
    settings, text, before = read_front_matter(load_text(path), path)
    text, removed, findings = take_out_tags(text, path, before)
    source = reader(text, before)
    lines = [line for line in text.split("\n") if line.strip()]
    if max(map(len, lines), default=0) > max(FLATTENED_CHARACTERS, 0.8 * sum(map(len, lines))):
        findings = [*findings, finding("c-013", Where(path))]
    return OpenedSource(settings, SourceText(source.blocks, source.empty, (*source.removed, *removed)), tuple(findings))


def find_leftovers(blocks: tuple[Block, ...], path: Path) -> Iterator[Finding]:
    """Yield what is still to be filled in, and pictures that are not there."""
    for block in blocks:
        yield from find_placeholders(block.text, block.line, path)
        for name in re.findall(r'<img\b[^>]*?\bsrc="([^"]*)"', block.html):
            if not is_there(name, path):
                yield finding("c-014", Where(path, block.line), name=name or "without a name")


def is_there(name: str, path: Path) -> bool:
    """Tell whether a picture stands beside the text. A web address never does: pages use only files of the kit."""
    if not name or re.match(r"[a-z][a-z0-9+.-]*:|//", name, re.IGNORECASE):
        return False
    try:
        return (path.parent / unquote(name)).is_file()
    except (OSError, ValueError):
        return False


def look_at(release: Release) -> Iterator[Finding]:
    """Yield what a release lacks."""
    if not release.headline:
        yield finding("c-001", Where(release.source))
    if not release.date:
        yield finding("c-002", Where(release.source))
        lede = next((block for block in release.body if block.kind == "paragraph"), None)
        if lede and (match := RELATIVE_DAY.search(lede.text)):
            yield finding("c-006", Where(release.source, lede.line), word=match[0])


def read(path: Path, language: str, region: str) -> Reading[Release]:
    """Read a press release."""
    opened = open_source(path)
    reading = find_release(opened.text, opened.settings, Origin(path, language, region))
    release = reading.document
    printed = heads_of(release) + release.body + release.boilerplate + release.notes
    findings = (*opened.findings, *look_at(release), *reading.findings, *find_leftovers(printed, path))
    return Reading(release, findings)


def heads_of(release: Release) -> tuple[Block, ...]:
    """Return headline, subhead, dateline and status line as blocks."""
    dateline = release.dateline.text if release.dateline else None
    texts = (release.headline, release.subhead, dateline, release.status_text)
    return tuple(Block("paragraph", text, "", release.headline_line) for text in texts if text)
