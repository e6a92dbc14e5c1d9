"""A writer's own footnotes: each raised figure in the text leads to its note at the end, and the note back to it.

They are told by their shape, whatever the source was: numbered notes behind a document's text, and each number raised
in the text, in order. No word or figure changes. A note is a Note in the structure tree, its number the label that
leads back (ISO 32000-1, 14.8.4.4.1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from lxml import etree
from lxml.html import HtmlElement

from presskit.model import Biography, Block, People, Printed, Release, Section, Sheet
from presskit.reading.markup import inner, parse
from presskit.reading.raised import FIGURES

RAISED = FIGURES["sup"][:10]
CALL = re.compile(f"(?<![{RAISED}])[{RAISED}]+")
IN_FIGURES = str.maketrans(RAISED, "0123456789")
UNIT = re.compile(r"(?:^|[\d\s/·])(?:[kcmdµ]?m|ft|in|yd|mi|s)$")  # m² is no call


@dataclass
class Notes:
    """What is known while a document is gone through: its short name, its notes' numbers, the next to be called."""

    slug: str
    numbers: frozenset[int]
    next: int = 1

    def address(self, what: str, number: int) -> str:
        """Return the name of a place that is the document's own: several documents stand on one web page."""
        return f"{self.slug}-{what}-{number}"


def with_footnotes(document: Printed) -> Printed:
    """Return a document whose footnotes are linked; one without footnotes as it is."""
    if isinstance(document, Release):
        body = linked((*document.body, *document.notes), document.slug)
        return replace(document, body=body[: len(document.body)], notes=body[len(document.body) :])
    if isinstance(document, Sheet):
        done = iter(linked([block for section in document.sections for block in matter_of(section)], document.slug))
        return replace(document, sections=tuple(with_matter(section, done) for section in document.sections))
    if isinstance(document, People):
        lives = (replace(one, body=linked(one.body, one.slug)) for one in document.biographies)
        return replace(document, biographies=tuple(lives))
    return replace(document, body=linked(document.body, document.slug)) if isinstance(document, Biography) else document


def matter_of(section: Section) -> Iterator[Block]:
    """Yield the matter of a section as blocks: of rows what stands behind their labels, answers, text."""
    yield from (Block("paragraph", row.text, row.html) for row in section.facts)
    for question in section.questions:
        yield from question.answer
    yield from section.blocks


def with_matter(section: Section, done: Iterator[Block]) -> Section:
    """Return a section with its matter, which comes in its order, in its places."""
    facts = tuple(replace(row, html=block.html) for row, block in zip(section.facts, done, strict=False))
    questions = tuple(replace(one, answer=tuple(islice(done, len(one.answer)))) for one in section.questions)
    return replace(section, facts=facts, questions=questions, blocks=tuple(islice(done, len(section.blocks))))


def linked(blocks: Sequence[Block], slug: str) -> tuple[Block, ...]:
    """Return as many blocks, the last of which are their notes, with notes and calls linked."""
    place = notes_place(blocks)
    notes = Notes(slug, frozenset(range(1, count(blocks[place:]) + 1)))
    text = tuple(with_calls(block, notes) for block in blocks[:place])
    if not notes.numbers or notes.next <= len(notes.numbers):
        return tuple(blocks)
    return (*text, *with_ways_back(blocks[place:], notes))


def notes_place(blocks: Sequence[Block]) -> int:
    """Return at which block the notes begin: a numbered list, or paragraphs that begin with raised figures."""
    if blocks and is_numbered(blocks[-1]):
        return len(blocks) - 1
    place = len(blocks)
    while place and blocks[place - 1].kind == "paragraph" and CALL.match(blocks[place - 1].text):
        place -= 1
    in_order = [number_of(block) for block in blocks[place:]]
    return place if in_order[:1] == [1] and all(b == a + 1 for a, b in pairwise(in_order)) else len(blocks)


def is_numbered(block: Block) -> bool:
    """Tell whether a block is a list that counts 1, 2, 3."""
    return block.kind == "list" and bool(re.match(r"\s*<ol>", block.html))


def number_of(block: Block) -> int:
    """Return the number that opens a note."""
    call = CALL.match(block.text)
    return int(call[0].translate(IN_FIGURES)) if call else 0


def count(notes: Sequence[Block]) -> int:
    """Return how many notes these blocks hold."""
    return sum(len(parse(block.html)[0].findall("li")) if is_numbered(block) else 1 for block in notes)


def with_calls(block: Block, notes: Notes) -> Block:
    """Return a block of the text with links in place of its raised figures, those that are numbers of notes."""
    if not CALL.search(block.text) or block.kind == "figure":
        return block
    box = parse(block.html)
    for node, slot in [*slots(box)]:
        link_calls(node, slot, notes)
    return replace(block, html=inner(box))


def slots(box: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield where text stands below an element, in order, but for the words of links."""
    links = 0
    for event, node in etree.iterwalk(box, events=("start", "end")):
        links += (node.tag == "a") * (1 if event == "start" else -1)
        if not links and (event == "start" or node is not box):
            yield node, "text" if event == "start" else "tail"


def link_calls(node: HtmlElement, slot: str, notes: Notes) -> None:
    """Make links of the calls in one text of an element."""
    text = getattr(node, slot) or ""
    calls: list[HtmlElement] = []
    ends = [0]
    for found in CALL.finditer(text):
        number = int(found[0].translate(IN_FIGURES))
        if number in notes.numbers and number <= notes.next and not UNIT.search(text[: found.start()]):
            before = text[ends[-1] : found.start()]
            if calls:
                calls[-1].tail = before
            else:
                setattr(node, slot, before)
            calls.append(call_of(found[0], number, notes))
            ends.append(found.end())
    holder, place = (node, 0) if slot == "text" else (node.getparent(), node.getparent().index(node) + 1)
    for shift, call in enumerate(calls):
        holder.insert(place + shift, call)
    if calls:
        calls[-1].tail = text[ends[-1] :]


def call_of(figures: str, number: int, notes: Notes) -> HtmlElement:
    """Return the link from the text to a note; the note leads back to the first."""
    call = etree.Element("span", {"data-tag": "Reference"})
    link = etree.SubElement(call, "a", {"class": "call", "href": f"#{notes.address('note', number)}"})
    if number == notes.next:
        link.set("id", notes.address("call", number))
        notes.next += 1
    link.text = figures
    return call


def with_ways_back(blocks: Sequence[Block], notes: Notes) -> Iterator[Block]:
    """Yield the notes, each a Note that leads back to the text."""
    for block in blocks:
        box = parse(block.html)
        items = box[0].findall("li") if is_numbered(block) else [box]
        first = 1 if is_numbered(block) else number_of(block)
        html = "".join(note_of(item, number, notes) for number, item in enumerate(items, start=first))
        yield replace(block, kind="list", html=f'<div class="footnotes">{html}</div>')


def note_of(item: HtmlElement, number: int, notes: Notes) -> str:
    """Return the HTML of one note: a list draws its numbers itself, and a figure that stands in the words is theirs."""
    back = f'<a href="#{notes.address("call", number)}">'
    words = inner(item)
    label = f'<span class="number" data-tag="Lbl">{back}{number}.</a></span> '
    if item.tag != "li":
        figures, words = words[: len(str(number))], words[len(str(number)) :]
        label = f"{back}{figures}</a>"
    return f'<div id="{notes.address("note", number)}" data-tag="Note">{label}{words}</div>'
