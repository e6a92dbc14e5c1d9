"""A document of sections, of whatever kind: title, lead, and sections that are told by their shape."""

from __future__ import annotations

from pathlib import Path

from presskit.kinds import invites, labels_in, named_kind, plain
from presskit.model import Section, Sheet
from presskit.reading.anatomy.changes import misplaced
from presskit.reading.anatomy.lines import keeping, sweep_ended
from presskit.reading.documents.captions import sections_with_captions
from presskit.reading.documents.tops import find_label, find_top, topic_of
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading
from presskit.reading.sections.making import find_sections
from presskit.reading.sections.occasions import with_occasion
from presskit.reading.sections.pieces import find_pieces
from presskit.reading.sections.rows import open_rows, rows_in
from presskit.reading.sections.said import open_said
from presskit.reading.slugs import slugify
from presskit.resources import primary

LONG_LABEL = 5  # letters; what is shorter may be an abbreviation


def read_opened(opened: OpenedSource, path: Path, language: str, stated: Stated = NOTHING_STATED) -> Reading[Sheet]:
    """Understand an opened text as a document of sections; a factsheet where nothing says of which kind."""
    settings, kind = opened.settings, opened.settings.kind or "factsheet"
    language = settings.language or language
    lines = [line for block in opened.text.blocks for part in open_said(block) for line in open_rows(part)]
    swept, removed = sweep_ended(lines, keeping(settings.keep, lambda block: bool(rows_in(block))))
    label, blocks = find_label(swept, kind)
    title, lead, rest = find_top(blocks, opened, kind)
    notes = [Section("text", blocks=opened.text.notes)] if opened.text.notes else []
    sections = find_sections(find_pieces(rest, opened.text, kind, topic_of(title, kind)), language)
    sheet = Sheet(
        source=path,
        slug=slugify(settings.slug or path.stem),
        language=language,
        kind=kind,
        label=settings.label or (_in_small_letters(label.text, kind, language) if label else None),
        title=settings.headline or (_in_small_letters(title.text, kind, language) if title else None),
        lead=settings.subhead or (lead.text if lead else None),
        sections=sections_with_captions((*sections, *notes), path),
        removed=(*opened.text.removed, *removed),
    )
    held = find_held(opened, stated, language, path)
    left = find_leftovers(opened.text.blocks, path)
    sheet, told = with_occasion(sheet, Place(language, stated.country)) if invites(kind) else (sheet, ())
    findings = (*opened.findings, *held.findings, *misplaced(settings, path), *left, *told)
    return in_lines(Reading(sheet, findings, held.embargo, is_denied=held.is_denied), opened.text.lines)


def _in_small_letters(label: str, kind: str, language: str) -> str:
    """Return what a text says that it is as a page's labels are written, where it is all in capitals; “FAQ” stays."""
    own = labels_in(primary(language)).get(kind, "")
    if not label.isupper() or len(label) < LONG_LABEL or named_kind(label) != kind:
        return label
    return own if plain(own) == plain(label) else label.capitalize()
