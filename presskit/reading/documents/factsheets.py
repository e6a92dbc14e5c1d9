"""A factsheet: title, lead, and sections of key figures, facts, questions or text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from presskit.model import Block, Fact, Factsheet, KeyFigure, Question, Section
from presskit.reading.anatomy.changes import misplaced
from presskit.reading.anatomy.lines import keeping, sweep
from presskit.reading.blocks import is_emphasised, lines_of, paragraph, words_in
from presskit.reading.documents.captions import sections_with_captions
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, find_held, find_leftovers
from presskit.reading.markup import inner, linkify, parse, text_in, text_of
from presskit.reading.numbering import in_lines
from presskit.reading.result import Reading
from presskit.reading.slugs import slugify

KEY_FIGURES = re.compile(
    r"\W*(?:(?:our\s+)?key\s+(?:figures|numbers)|(?:les\s+)?chiffres[\s-]cl(?:és|efs)|cifras\s+clave"
    r"|(?:wichtige\s+)?zahlen(?:\s+und\s+fakten)?|أرقام\s+رئيسية|الأرقام\s+الرئيسية|أهم\s+الأرقام)\W*",
    re.IGNORECASE,
)
# A number may follow a currency (“€2.4 million”, “MAD 300”) or a sign (“+12%”).
NUMBER = re.compile(r"(?:[A-Z]{2,3}[\s\xa0]?)?[^\w\s]{0,3}[\s\xa0]?\d")
LABELLED = re.compile(r"(?P<label>[^:\n]{1,48}?)\s*[:：][ \xa0]+(?P<value>\S.*)", re.DOTALL)
RUN_IN = re.compile(r"<strong>(?P<question>(?:(?!</?strong>).){3,300}[?؟])</strong>\s*(?P<answer>\S.*)", re.DOTALL)
TITLE_WORDS, LABEL_WORDS, HEADING_WORDS, QUESTION_WORDS = 20, 6, 8, 40
QUESTION_MARKS = ("?", "؟")


@dataclass(frozen=True)
class Piece:
    """A block of a factsheet and what it is: the kind of section it belongs to, or "heading"."""

    kind: str
    block: Block


def read_opened(opened: OpenedSource, path: Path, language: str, stated: Stated = NOTHING_STATED) -> Reading[Factsheet]:
    """Understand an opened text as a factsheet."""
    lines = [line for block in opened.text.blocks for line in open_facts(block)]
    blocks, removed = sweep(lines, keeping(opened.settings.keep, is_fact))
    title, lead, rest = find_top(blocks, opened)
    pieces = [Piece(kind_of(rest, place, opened), block) for place, block in enumerate(rest)]
    notes = [Section("text", blocks=opened.text.notes)] if opened.text.notes else []
    factsheet = Factsheet(
        source=path,
        slug=slugify(opened.settings.slug or path.stem),
        language=opened.settings.language or language,
        title=opened.settings.headline or (title.text if title else None),
        lead=opened.settings.subhead or (lead.text if lead else None),
        sections=sections_with_captions((*find_sections(pieces), *notes), path),
        removed=(*opened.text.removed, *removed),
    )
    held = find_held(opened, stated, language, path)
    left = find_leftovers(opened.text.blocks, path)
    findings = (*opened.findings, *held.findings, *misplaced(opened.settings, path), *left)
    return in_lines(Reading(factsheet, findings, held.embargo, is_denied=held.is_denied), opened.text.lines)


def open_facts(block: Block) -> list[Block]:
    """Set the lines of a paragraph apart where they are facts, or a question and its answer."""
    if match := RUN_IN.match(block.html) if block.kind == "paragraph" else None:
        question = f"<strong>{match['question']}</strong>"
        return [paragraph(question, block.line), paragraph(match["answer"], block.line)]
    lines = lines_of(block)
    return lines if len(lines) > 1 and all(is_fact(line) for line in lines) else [block]


def find_top(blocks: Sequence[Block], opened: OpenedSource) -> tuple[Block | None, Block | None, list[Block]]:
    """Return the title, the paragraph directly below it, and the rest."""
    rest = list(blocks)
    title = (
        rest[0] if rest and is_title(rest[0]) and not (opened.settings.headline and rest[0].kind != "heading") else None
    )
    if title and opened.settings.headline and title.level != 1:
        title = None
    rest = rest[1:] if title else rest
    has_lead = bool(rest) and rest[0].kind == "paragraph" and not is_fact(rest[0]) and not is_question(rest[0])
    is_below_title = bool(title or opened.settings.headline) and not (rest and is_line_heading(rest, 0, opened))
    lead = rest[0] if has_lead and is_below_title and not opened.settings.subhead else None
    return title, lead, rest[1:] if lead else rest


def is_title(block: Block) -> bool:
    """Tell whether the first block is the factsheet's title: a heading, or a short line."""
    return block.kind == "heading" or (
        block.kind == "paragraph"
        and words_in(block.text) <= TITLE_WORDS
        and not block.text.endswith(".")
        and not is_fact(block)
    )


def is_fact(block: Block) -> bool:
    """Tell whether a line reads “Label: value”."""
    match = LABELLED.fullmatch(block.text) if block.kind == "paragraph" else None
    return match is not None and words_in(match["label"]) <= LABEL_WORDS


def is_question(block: Block) -> bool:
    """Tell whether a bold line or a heading asks a question."""
    stands_out = block.kind == "heading" or is_emphasised(block)
    return stands_out and block.text.endswith(QUESTION_MARKS) and words_in(block.text) <= QUESTION_WORDS


def is_line_heading(blocks: Sequence[Block], place: int, opened: OpenedSource) -> bool:
    """Tell whether a line without any mark is a heading: short, set apart, and something follows."""
    block = blocks[place]
    if block.kind != "paragraph" or place + 1 >= len(blocks) or is_fact(block):
        return False
    text = block.text
    is_short = words_in(text) <= HEADING_WORDS and not text.endswith((".", "!", ",", ";", "”", *QUESTION_MARKS))
    return is_short and opened.text.stands_apart(block) and not NUMBER.match(text)


def kind_of(blocks: Sequence[Block], place: int, opened: OpenedSource) -> str:
    """Return what a block is."""
    block = blocks[place]
    has_marks = any(other.kind == "heading" for other in opened.text.blocks)
    if is_question(block) or (not has_marks and is_plain_question(blocks, place)):
        return "question"
    if block.kind == "heading" or (not has_marks and is_line_heading(blocks, place, opened)):
        return "heading"
    if (block.kind == "table" and is_pairs(block)) or is_fact(block):
        return "facts"
    return "text"


def is_plain_question(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a line of a plain text is a question with its answer below."""
    block = blocks[place]
    below = blocks[place + 1] if place + 1 < len(blocks) else None
    is_asked = (
        block.kind == "paragraph" and block.text.endswith(QUESTION_MARKS) and words_in(block.text) <= QUESTION_WORDS
    )
    return is_asked and below is not None and below.kind != "heading"


def is_pairs(block: Block) -> bool:
    """Tell whether a table has two columns, no head that names them, and no merged cells."""
    is_plain = "<thead>" not in block.html and not re.search(r"<td (?:colspan|rowspan)=", block.html)
    return is_plain and all(row.count("\t") == 1 for row in block.text.split("\n"))


def find_sections(pieces: Sequence[Piece]) -> Iterator[Section]:
    """Yield the sections; a heading with more than one kind of matter below it stands over the first of them."""
    heading: Block | None = None
    place = 0
    while place < len(pieces):
        kind = pieces[place].kind
        if kind == "heading":
            if heading:
                yield Section("text", heading.text)
            heading, place = pieces[place].block, place + 1
            continue
        end = end_of_run(pieces, place)
        yield from make_sections(kind, heading, pieces[place:end])
        heading, place = None, end
    if heading:
        yield Section("text", heading.text)


def end_of_run(pieces: Sequence[Piece], start: int) -> int:
    """Return where matter of one kind ends; questions take the text below them."""
    kind = pieces[start].kind
    kinds = {kind, "text", "facts"} if kind == "question" else {kind}
    return next((place for place in range(start, len(pieces)) if pieces[place].kind not in kinds), len(pieces))


def make_sections(kind: str, heading: Block | None, pieces: Sequence[Piece]) -> Iterator[Section]:
    """Yield the section or sections that matter of one kind makes."""
    title = heading.text if heading else None
    blocks = [piece.block for piece in pieces]
    if kind == "question":
        yield Section("questions", title, questions=tuple(find_questions(pieces)))
    elif kind == "facts":
        yield from make_facts(title, [fact for block in blocks for fact in facts_in(block)])
    else:
        yield Section("text", title, blocks=tuple(blocks))


def make_facts(title: str | None, rows: Sequence[tuple[Fact, int | None]]) -> Iterator[Section]:
    """Yield figures and facts: below “Key figures” a row that begins with a number is a figure."""
    are_figures = bool(title and KEY_FIGURES.fullmatch(title))
    figures = tuple(
        KeyFigure(fact.label, fact.text, line) for fact, line in rows if are_figures and NUMBER.match(fact.label)
    )
    facts = tuple(fact for fact, _ in rows if not (are_figures and NUMBER.match(fact.label)))
    if figures:
        yield Section("figures", title, figures=figures)
    if facts:
        yield Section("facts", None if figures else title, facts=facts)


def facts_in(block: Block) -> Iterator[tuple[Fact, int | None]]:
    """Yield the facts of a table or of a line, with their lines."""
    if block.kind != "table":
        match = LABELLED.fullmatch(block.text)
        if match:
            yield Fact(match["label"].strip(), match["value"], value_html(block, match["value"])), block.line
        return
    for row in parse(block.html).iter("tr"):
        label, value = list(row)[:2]
        yield Fact(text_in(label), text_in(value), inner(value)), block.line


def value_html(block: Block, value: str) -> str:
    """Return the HTML of a value: the part after the label, with its links."""
    _, _, html = block.html.partition(":")
    html = re.sub(r"^\s*</(?:strong|em)>\s*", "", html).strip()
    return html if text_of(html) == value else linkify(value)


def find_questions(pieces: Sequence[Piece]) -> Iterator[Question]:
    """Yield the questions, each with the blocks below it."""
    places = [place for place, piece in enumerate(pieces) if piece.kind == "question"]
    for place, end in zip(places, [*places[1:], len(pieces)], strict=True):
        yield Question(pieces[place].block.text, tuple(piece.block for piece in pieces[place + 1 : end]))
