"""Opening a source of any format: its settings, its blocks, and what is left in it by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from presskit.errors import SourceError
from presskit.findings import Finding, Where, finding
from presskit.model import Block
from presskit.reading.blocks import SourceText
from presskit.reading.leftovers import find_placeholders, take_out_tags
from presskit.reading.markdown import read_markdown
from presskit.reading.text import load_text, read_text
from presskit.settings import FrontMatter, read_front_matter

FORMATS = {".txt": read_text, ".text": read_text, ".md": read_markdown, ".markdown": read_markdown}
PICTURE = re.compile(r'<img\b[^>]*?\bsrc="([^"]*)"')
FLATTENED_CHARACTERS = 1500
PRINTED_SETTINGS = ("headline", "subhead", "name", "role", "intro")


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
    whole = load_text(path)
    settings, text, before = read_front_matter(whole, path)
    text, removed, findings = take_out_tags(text, path, before)
    source = reader(text, before)
    lines = [line for line in text.split("\n") if line.strip()]
    if max(map(len, lines), default=0) > max(FLATTENED_CHARACTERS, 0.8 * sum(map(len, lines))):
        findings = [*findings, finding("c-013", Where(path))]
    findings = [*findings, *find_unfilled_settings(settings, whole.split("\n")[:before], path)]
    return OpenedSource(settings, SourceText(source.blocks, source.empty, (*source.removed, *removed)), tuple(findings))


def find_unfilled_settings(settings: FrontMatter, lines: list[str], path: Path) -> Iterator[Finding]:
    """Yield the words still to be filled in among the settings at the top of a file, each with its line."""
    for key in PRINTED_SETTINGS:
        words = getattr(settings, key) or ""
        line = next((number for number, line in enumerate(lines, start=1) if words in line), None)
        yield from find_placeholders(words, line, path)


def find_leftovers(blocks: Iterable[Block], path: Path) -> Iterator[Finding]:
    """Yield what is still to be filled in, and pictures that are not there."""
    for block in blocks:
        yield from find_placeholders(block.text, block.line, path)
        for name in PICTURE.findall(block.html):
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
