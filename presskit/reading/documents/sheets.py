"""A document of sections, of whatever kind: title, lead, and sections that are told by their shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from presskit.kinds import invites, labels_in, named_kind, plain
from presskit.model import Block, Section, Sheet
from presskit.reading.anatomy.changes import misplaced
from presskit.reading.anatomy.lines import keeping, sweep_ended
from presskit.reading.blocks import words_in
from presskit.reading.documents.captions import sections_with_captions
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading
from presskit.reading.sections.boxes import end_of_box
from presskit.reading.sections.cards import begins_card
from presskit.reading.sections.labels import is_dated, is_day, is_term
from presskit.reading.sections.making import find_sections
from presskit.reading.sections.occasions import with_occasion
from presskit.reading.sections.pieces import (
    FIGURES,
    QUESTION_MARKS,
    find_pieces,
    is_asked_or_told,
    is_line_heading,
    named_topic,
)
from presskit.reading.sections.rows import open_rows, row_of, rows_counted, rows_in
from presskit.reading.sections.said import find_said, open_said
from presskit.reading.slugs import slugify
from presskit.resources import primary

TITLE_WORDS, LINE_WORDS = 20, 8
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
    topic = topic_of(title, kind)
    sections = find_sections(find_pieces(rest, opened.text, kind, topic), language)
    sheet = Sheet(
        source=path,
        slug=slugify(settings.slug or path.stem),
        language=language,
        kind=kind,
        label=settings.label or (_in_small_letters(label.text, kind, language) if label else None),
        title=settings.headline or (_as_title(title.text, kind, language) if title else None),
        lead=settings.subhead or (lead.text if lead else None),
        sections=sections_with_captions((*sections, *notes), path),
        removed=(*opened.text.removed, *removed),
    )
    held = find_held(opened, stated, language, path)
    left = find_leftovers(opened.text.blocks, path)
    sheet, told = with_occasion(sheet, Place(language, stated.country)) if invites(kind) else (sheet, ())
    findings = (*opened.findings, *held.findings, *misplaced(settings, path), *left, *told)
    return in_lines(Reading(sheet, findings, held.embargo, is_denied=held.is_denied), opened.text.lines)


def _as_title(words: str, kind: str, language: str) -> str:
    return _in_small_letters(words, kind, language) if named_kind(words) == kind else words


def _in_small_letters(label: str, kind: str, language: str) -> str:
    """Return what a text says that it is as a page's labels are written, where it is all in capitals; “FAQ” stays."""
    own = labels_in(primary(language)).get(kind, "")
    if not label.isupper() or len(label) < LONG_LABEL:
        return label
    return own if plain(own) == plain(label) else label.capitalize()


def find_label(blocks: Sequence[Block], kind: str) -> tuple[Block | None, Sequence[Block]]:
    """Return the line that says what the document is, “MEDIA ADVISORY”, where its title follows, and the rest."""
    if len(blocks) < 2 or named_kind(blocks[0].text) != kind or not is_title(blocks[1]):
        return None, blocks
    first, title = blocks[:2]
    levels = [block.level for block in blocks if block.kind == "heading"]
    alone = 2 if title.level == first.level else 1
    is_alike = first.kind == "heading" and not (title.level >= first.level and levels.count(title.level) == alone)
    is_section = named_kind(title.text) is not None or is_asked_or_told(title) or is_said(blocks[1:], kind)
    is_section = is_section or (kind == "questions" and title.text.endswith(QUESTION_MARKS))
    is_one_of_some = is_in_rows(blocks[1:]) or is_one_of_lines(blocks[1:])
    return (None, blocks) if is_alike or is_section or is_one_of_some else (first, blocks[1:])


def is_one_of_lines(blocks: Sequence[Block]) -> bool:
    """Tell whether the first paragraph is one of several short lines without a gap: names of partners, for instance."""
    lines = [block for block in blocks[:2] if block.kind == "paragraph" and words_in(block.text) <= LINE_WORDS]
    numbers = [block.line for block in lines if block.line is not None]
    is_other = any(block.text.endswith((".", ":")) or row_of(block) or rows_counted(block) for block in lines)
    return len(numbers) > 1 and numbers[1] == numbers[0] + 1 and not is_other


def is_in_rows(blocks: Sequence[Block]) -> bool:
    """Tell whether a text begins with two lines that count something, or with two days: no title does."""
    if len(blocks) < 2:
        return False
    rows = [row_of(block) for block in blocks[:2]]
    return all(map(rows_counted, blocks[:2])) or all(row and is_dated(row.label) for row in rows)


def find_top(
    blocks: Sequence[Block], opened: OpenedSource, kind: str
) -> tuple[Block | None, Block | None, list[Block]]:
    """Return the title, the paragraph directly below it, and the rest."""
    settings = opened.settings
    title = find_title(blocks, settings.headline, kind)
    rest = list(blocks[1:] if title else blocks)
    is_begun = topic_of(title, kind) == FIGURES and bool(rest) and bool(rows_counted(rest[0]))
    has_lead = (
        bool(title or settings.headline) and not settings.subhead and not is_begun and is_lead(rest, opened, kind)
    )
    return (title, rest[0], rest[1:]) if has_lead else (title, None, rest)


def topic_of(title: Block | None, kind: str) -> str:
    """Return what the text below a title is about: what the title names, such as key figures, else the kind."""
    return (named_topic(title) if title else None) or kind


def find_title(blocks: Sequence[Block], headline: str | None, kind: str) -> Block | None:
    """Return the first block where it is the title; beside a headline in the settings only a heading of the top is."""
    if not blocks or not is_title(blocks[0]) or is_first_question(blocks) or end_of_box(blocks, 0) > 0:
        return None
    first = blocks[0]
    is_named = first.kind == "paragraph" and begins_card(blocks, 0, kind, 0)
    return None if is_named or (headline and first.level != 1) else first


def is_lead(blocks: Sequence[Block], opened: OpenedSource, kind: str) -> bool:
    """Tell whether what stands below a title begins with a paragraph that leads into the text, and is not all of it."""
    is_text = len(blocks) > 1 and blocks[0].kind == "paragraph" and not blocks[0].box and not is_matter(blocks, kind)
    return is_text and not is_line_heading(blocks, 0, opened.text) and not is_one_of_lines(blocks)


def is_matter(blocks: Sequence[Block], kind: str) -> bool:
    """Tell whether a text begins with what is a section's: a question, a row, words that somebody said."""
    is_explained = kind == "glossary" and row_of(blocks[0], is_term) is not None
    is_begun = len(blocks) > 1 and row_of(blocks[0]) is not None and row_of(blocks[1]) is not None
    is_card = begins_card(blocks, 0, kind, 0) or (kind == "questions" and blocks[0].text.endswith(QUESTION_MARKS))
    return is_asked_or_told(blocks[0]) or is_begun or is_said(blocks, kind) or is_explained or is_card


def is_said(blocks: Sequence[Block], kind: str) -> bool:
    """Tell whether a text of quotations begins with one."""
    return kind == "quotes" and find_said(blocks, 0, is_topic=True) is not None


def is_first_question(blocks: Sequence[Block]) -> bool:
    """Tell whether the first heading is one question among others, and no title."""
    level = blocks[0].level
    asked = [block for block in blocks if block.kind == "heading" and block.level == level and not block.box]
    return len(asked) > 1 and all(map(is_asked_or_told, asked))


def is_title(block: Block) -> bool:
    """Tell whether the first block is the document's title: a heading, or a short line."""
    is_line = block.kind == "paragraph" and words_in(block.text) <= TITLE_WORDS and not block.text.endswith(".")
    return block.kind == "heading" or (is_line and not is_asked_or_told(block) and not is_day(block.text))
