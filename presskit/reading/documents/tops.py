"""What stands at the top of a document of sections: the line that says what it is, its title, what leads into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presskit.kinds import named_kind
from presskit.model import Block
from presskit.reading.blocks import words_in
from presskit.reading.formats.opening import OpenedSource
from presskit.reading.sections.boxes import end_of_box
from presskit.reading.sections.cards import begins_card
from presskit.reading.sections.labels import is_dated, is_day, is_term
from presskit.reading.sections.pieces import FIGURES, QUESTION_MARKS, is_asked_or_told, is_line_heading, named_topic
from presskit.reading.sections.rows import row_of, rows_counted
from presskit.reading.sections.said import find_said

TITLE_WORDS, LINE_WORDS = 20, 8
KIND_FIRST = re.compile(r"(?P<kind>[^:\n]{3,40}?)[\s\xa0]*(?::|[\s\xa0][–—-])[\s\xa0]+\S")


def find_label(blocks: Sequence[Block], kind: str) -> tuple[Block | None, Sequence[Block]]:
    """Return the line that says what the document is, “MEDIA ADVISORY”, where its title follows, and the rest."""
    if len(blocks) < 2 or named_kind(blocks[0].text) != kind or not is_title(blocks[1]):
        return None, blocks
    first, title = blocks[:2]
    levels = [block.level for block in blocks if block.kind == "heading"]
    alone = 2 if title.level == first.level else 1
    is_alike = first.kind == "heading" and not (title.level >= first.level and levels.count(title.level) == alone)
    is_section = named_kind(title.text) is not None or is_asked_or_told(title) or is_uttered(blocks[1:], kind)
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
    topic = topic_of(title, kind)
    has_lead = bool(title or settings.headline) and not settings.subhead and is_lead(rest, opened, topic)
    return (title, rest[0], rest[1:]) if has_lead else (title, None, rest)


def topic_of(title: Block | None, kind: str) -> str:
    """Return what the text below a title is about: what the title names, such as key figures, else the kind."""
    return (named_topic(title) if title else None) or kind


def find_title(blocks: Sequence[Block], headline: str | None, kind: str) -> Block | None:
    """Return the first block where it is the title; beside a headline in the settings only a heading of the top is."""
    if blocks and not headline and says_kind(blocks[0], kind):
        return blocks[0]
    if not blocks or not is_title(blocks[0]) or is_first_question(blocks) or end_of_box(blocks, 0) > 0:
        return None
    first = blocks[0]
    is_named = first.kind == "paragraph" and begins_card(blocks, 0, kind, 0)
    return None if is_named or (headline and first.level != 1) else first


def says_kind(block: Block, kind: str) -> bool:
    """Tell whether a line says what the text is, and then of what: “Fact sheet: the ninth pier”."""
    found = KIND_FIRST.match(block.text) if words_in(block.text) <= TITLE_WORDS else None
    return bool(found and block.kind in ("heading", "paragraph") and named_kind(found["kind"]) == kind)


def is_lead(blocks: Sequence[Block], opened: OpenedSource, topic: str) -> bool:
    """Tell whether what stands below a title begins with a paragraph that leads into the text, and is not all of it."""
    is_text = len(blocks) > 1 and blocks[0].kind == "paragraph" and not blocks[0].box and not is_matter(blocks, topic)
    return is_text and not is_line_heading(blocks, 0, opened.text) and not is_one_of_lines(blocks)


def is_matter(blocks: Sequence[Block], topic: str) -> bool:
    """Tell whether a text begins with what is a section's: a row, a card, what its topic makes of a line."""
    is_begun = len(blocks) > 1 and row_of(blocks[0]) is not None and row_of(blocks[1]) is not None
    is_row = is_begun or (topic == "glossary" and row_of(blocks[0], is_term) is not None)
    is_row = is_row or (topic == FIGURES and bool(rows_counted(blocks[0])))
    return is_asked_or_told(blocks[0]) or is_row or is_uttered(blocks, topic) or begins_card(blocks, 0, topic, 0)


def is_uttered(blocks: Sequence[Block], topic: str) -> bool:
    """Tell whether a text of quotations begins with one, or a text of questions with one."""
    is_said = topic == "quotes" and find_said(blocks, 0, is_topic=True) is not None
    return is_said or (topic == "questions" and blocks[0].text.endswith(QUESTION_MARKS))


def is_first_question(blocks: Sequence[Block]) -> bool:
    """Tell whether the first heading is one question among others, and no title."""
    level = blocks[0].level
    asked = [block for block in blocks if block.kind == "heading" and block.level == level and not block.box]
    return len(asked) > 1 and all(map(is_asked_or_told, asked))


def is_title(block: Block) -> bool:
    """Tell whether the first block is the document's title: a heading, or a short line."""
    is_line = block.kind == "paragraph" and words_in(block.text) <= TITLE_WORDS and not block.text.endswith(".")
    return block.kind == "heading" or (is_line and not is_asked_or_told(block) and not is_day(block.text))
