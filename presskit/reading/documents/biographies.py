"""A biography: name, role, one line of introduction, the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Block, Photo, Removed
from presskit.names import shown
from presskit.reading.anatomy.changes import misplaced
from presskit.reading.anatomy.lines import keeping, sweep_ended
from presskit.reading.blocks import is_emphasised, words_in
from presskit.reading.cues.people import GENERATION, is_name
from presskit.reading.documents.captions import with_captions
from presskit.reading.documents.photos import open_printable
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading
from presskit.reading.slugs import slugify
from presskit.settings import FrontMatter

LINE_WORDS = 30
NAME_AND_ROLE = re.compile(r"(?P<name>[^,،:|–—]+?)\s*(?:[,،:|–—]|\s-\s)\s*(?P<role>.+)")


@dataclass
class Top:
    """The lines above a biography's text."""

    name: str | None = None
    role: str | None = None
    intro: str | None = None


def read_opened(opened: OpenedSource, path: Path, language: str, stated: Stated = NOTHING_STATED) -> Reading[Biography]:
    """Understand an opened text as a biography."""
    settings = opened.settings
    blocks, removed = sweep_ended(opened.text.blocks, keeping(settings.keep))
    top, body = find_top(blocks, settings.name)
    replaced = settle(top, settings, blocks)
    name = (
        settings.name or settings.headline or top.name or shown(path.stem).replace("-", " ").replace("_", " ").title()
    )
    portrait, findings = find_portrait(settings, path)
    biography = Biography(
        source=path,
        slug=slugify(settings.slug or name),
        language=settings.language or language,
        name=name,
        role=settings.role or top.role,
        intro=settings.intro or top.intro,
        body=with_captions((*body, *opened.text.notes), path),
        portrait=portrait,
        label=settings.label,
        removed=(*opened.text.removed, *removed, *replaced),
    )
    held = find_held(opened, stated, language, path)
    left = find_leftovers(opened.text.blocks, path)
    found = (*opened.findings, *held.findings, *findings, *misplaced(settings, path), *left)
    return in_lines(Reading(biography, found, held.embargo, is_denied=held.is_denied), opened.text.lines)


def find_top(blocks: Sequence[Block], known: str | None = None) -> tuple[Top, list[Block]]:
    """Return name, role and introduction, and the blocks below them.

    Where the settings give the name (`known`), only a heading of the first level, or a line with the same name, is one.
    """
    top = Top()
    rest = list(blocks)
    if rest and is_line(rest[0]) and is_name_line(rest[0], known):
        top.name, top.role = split_name(rest.pop(0).text)
    while top.name and rest and is_line(rest[0]):
        is_sentence = rest[0].text.endswith((".", "!", "…", ".”"))
        if top.role is None and not is_sentence:
            top.role = rest.pop(0).text
        elif top.intro is None and (is_emphasised(rest[0]) or not is_sentence) and rest[0].kind == "paragraph":
            top.intro = rest.pop(0).text
        else:
            break
    return top, rest


def is_name_line(block: Block, known: str | None) -> bool:
    """Tell whether a line at the top is the person's name."""
    if known is None:
        return block.kind == "heading" or is_name(first_part(block.text))
    is_short = split_name(block.text)[0] == known and not block.text.endswith((".", "!", "…"))
    return is_short or (block.kind == "heading" and block.level == 1)


def is_line(block: Block) -> bool:
    """Tell whether a block is one of the lines at the top."""
    return block.kind in ("paragraph", "heading") and words_in(block.text) <= LINE_WORDS


def first_part(text: str) -> str:
    """Return what stands before the first comma or dash."""
    match = NAME_AND_ROLE.fullmatch(text)
    return match["name"] if match else text


def split_name(text: str) -> tuple[str, str | None]:
    """Divide “Ada Thorn, Head of research”; “Ada Thorn, PhD” stays a name."""
    match = NAME_AND_ROLE.fullmatch(text)
    if not match or not is_name(match["name"]):
        return text, None
    if match["role"] and GENERATION.match(match["role"]):
        name, _, role = text.partition(match["role"].split(",")[0])
        suffix = match["role"].split(",")[0]
        return f"{name}{suffix}", role.strip(" ,") or None
    return match["name"], match["role"]


def settle(top: Top, settings: FrontMatter, blocks: Sequence[Block]) -> list[Removed]:
    """List what the settings replace: a name, a role or an introduction that reads otherwise in the text."""
    why = "the settings at the top of the file say it otherwise"
    pairs = [
        (top.name, settings.name or settings.headline),
        (top.role, settings.role),
        (top.intro, settings.intro),
    ]
    line = blocks[0].line if blocks else None
    return [Removed(line, ours, why) for ours, theirs in pairs if ours and theirs and ours != theirs]


def find_portrait(settings: FrontMatter, path: Path) -> tuple[Photo | None, list[Finding]]:
    """Return the portrait that the settings name: beside the text, or in the kit's folders of photos and bios."""
    if not settings.portrait:
        return None, []
    folders = (path.parent, path.parent.parent / "photos", path.parent.parent / "bios")
    places = [folder / settings.portrait for folder in folders if gate.is_inside(folder)]
    refusals = {place: gate.refusal(place) for place in places}
    found = next((place for place, problem in refusals.items() if not problem), None)
    if found:
        portrait, told = open_printable(found)
        return portrait, [replace(item, where=Where(path)) for item in told]
    missing = finding("c-014", name=settings.portrait)
    problem = next((problem for problem in refusals.values() if problem and problem.code != "s-001"), missing)
    return None, [replace(problem, where=Where(path))]
