"""The end of a release: contacts, the text about the organisation, the end mark, notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from presskit.model import Block, Contact
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.cues.abouts import heads_about, is_about, is_nature, is_short_subject, is_standing
from presskit.reading.cues.contact_words import FIELD, OFFICE
from presskit.reading.cues.contacts import (
    contact_in_sentence,
    is_contact_line,
    items_of,
    label_end,
    merge,
    read_contacts,
)
from presskit.reading.cues.junk_words import pattern
from presskit.reading.cues.marks import BARE_END, RULE, find_date_line, is_end_mark, read_status
from presskit.reading.cues.people import is_name

# What is told to editors is no news, also where no end mark stands above it.
TO_EDITORS = (
    r"notes?\s+(?:to|for)\s+(?:the\s+)?(?:editors?|journalists?)(?:\s+and\s+(?:publishers?|producers?|journalists?))?|editors?[’']?s?\s+notes?"
    r"|notes?\s+(?:aux|à\s+la|à\s+l['’]attention\s+des?)\s+(?:rédactions?|rédacteurs?|éditeurs?|journalistes?)"
    r"|(?:hinweise?|anmerkung(?:en)?)\s+(?:für|an)\s+(?:die\s+)?redaktion(?:en)?|redaktionelle\s+hinweise"
    r"|notas?\s+(?:para|a)\s+(?:la\s+redacción|los\s+editores)|notas?\s+d(?:el|e\s+la)\s+(?:editor|redacción)"
    r"|not[ae]\s+(?:per\s+(?:la|i|gli)|alla|ai|agli)\s+(?:redazione|redattori|editori|giornalisti)"
    r"|no(?:o)?t(?:en)?\s+(?:voor|aan)\s+de\s+(?:redacties?|pers)"
    r"|notas?\s+(?:(?:para\s+)?[ao]s?|à|aos|para)\s+(?:redação|editores|redações)"
    r"|ملاحظ(?:ة|ات)\s+(?:لل|إلى\s+ال)محرر(?:ين)?"
)
NOTES = re.compile(rf"\W*(?:{TO_EDITORS}|notes?|background(?:\s+(?:information|notes?))?)\W*", re.IGNORECASE)
EDITORS = re.compile(rf"\W*(?:{TO_EDITORS})\W*", re.IGNORECASE)
MAX_LINE_WORDS, LETTERHEAD_WORDS = 12, 6
NEWS_WORDS = 12  # of a paragraph that is no line of a contact, an address or a note
TEXT_WORDS = 8  # of a paragraph with which the text goes on below a rule
FEWEST_ABOVE = 2  # blocks above a bare “Ende”
MOST_LINES = 20  # of a contact before its first address or number; else each of ten thousand labels reads to the end


@dataclass
class Parts:
    """A release's blocks, sorted out. `marked` is the text of the end mark."""

    body: list[Block] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    boilerplate: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    end_mark: Block | None = None


def is_label(block: Block) -> bool:
    """Tell whether a block begins a contact's lines."""
    return block.kind in ("paragraph", "heading") and label_end(block.text) is not None


def is_certain(block: Block) -> bool:
    """Tell whether a block surely belongs to the release and not to the web page around it."""
    is_status = bool(read_status(block.text)) and not pattern("menu").fullmatch(block.text.strip())
    return is_status or is_label(block) or is_end_mark(block.text) or is_about(block)


def take_contacts(
    source: SourceText, blocks: Sequence[Block], region: str, before: int
) -> tuple[list[Block], list[Contact]]:
    """Return the blocks without the contacts' lines, and the contacts.

    before: the place of the first paragraph; above it lines with an address or a number are a contact without a label.
    """
    taken: set[int] = set()
    contacts: list[Contact] = []
    end = next(
        (place for place, block in enumerate(blocks) if place >= before and is_end_mark(block.text)), len(blocks)
    )
    for place, block in enumerate(blocks):
        if place in taken:
            continue
        if is_label(block):
            run = labelled_run(source, blocks, place, region)
            run = letterhead(source, blocks, run, before) + run
        elif (said := read_status(block.text)) and said.status == "embargo":
            continue
        elif place < before and block.kind == "paragraph" and is_contact_line(block.text, region):
            run = [at for at in unlabelled_run(source, blocks, place, region, before) if at not in taken]
        elif place >= before and is_signature(block, region):
            run = [place]
        elif place >= before and begins_contact(block, region):
            run = run_below(blocks, place, region)
            run = run if place > end or closes(blocks, run) else []
        else:
            continue
        found = read_contacts([line for at in run for line in as_lines(blocks[at])], region)
        if any(contact.name or contact.email or contact.phone for contact in found):
            taken.update(run)
            contacts += found
    rest = [block for place, block in enumerate(blocks) if place not in taken]
    if not contacts:
        contacts = [contact for block in rest if (contact := contact_in_sentence(block, region))]
    return rest, list(merge(contacts))


def begins_contact(block: Block, region: str) -> bool:
    """Tell whether a line below the text begins a contact: a name, a press office, a number named as one."""
    text = block.text.strip()
    if block.kind not in ("paragraph", "heading") or "\n" in text or not is_line(block, region):
        return False
    return is_name(text) or bool(OFFICE.fullmatch(text)) or (bool(FIELD.match(text)) and is_contact_line(text, region))


def run_below(blocks: Sequence[Block], place: int, region: str) -> list[int]:
    """Return the places of a contact's lines below the end mark; none where no address and no number follows."""
    run = [place]
    for at in range(place + 1, min(place + MOST_LINES, len(blocks))):
        is_other = NOTES.fullmatch(blocks[at].text) or is_label(blocks[at]) or blocks[at].kind == "list"
        if is_other or not is_line(blocks[at], region):
            break
        run.append(at)
    while run and not any(is_contact_line(line, region) for line in blocks[run[-1]].text.split("\n")):
        run.pop()
    return run


def closes(blocks: Sequence[Block], run: Sequence[int]) -> bool:
    """Tell whether lines end a text: nothing follows them but its end mark, notes, or what tells of a house."""
    following = next(iter(blocks[run[-1] + 1 :]), None) if run else None
    is_end = following is None or is_end_mark(following.text) or is_about(following) or is_standing(following)
    return bool(run) and (is_end or bool(following and (NOTES.fullmatch(following.text) or is_label(following))))


def is_signature(block: Block, region: str) -> bool:
    """Tell whether a line is a name with an address or a number, and nothing else."""
    if block.kind != "paragraph" or words_in(block.text) > MAX_LINE_WORDS or block.text.endswith((".", "!", "?")):
        return False
    kinds = [item.kind for item in items_of(block, region)]
    return kinds[:1] == ["name"] and bool({"email", "phone"} & set(kinds))


def letterhead(source: SourceText, blocks: Sequence[Block], run: list[int], before: int) -> list[int]:
    """Return the place of the office's name that stands right above a contact, where a headline follows below."""
    first, last = run[0], run[-1]
    if first == 0 or not last + 1 < before or source.stands_apart(blocks[first]):
        return []
    block = blocks[first - 1]
    is_office = block.kind == "paragraph" and words_in(block.text) <= LETTERHEAD_WORDS and not read_status(block.text)
    return [first - 1] if is_office and not find_date_line(block.text) else []


def as_lines(block: Block) -> list[Block]:
    """Return a list's items or a paragraph's <br> lines as lines."""
    return [Block("paragraph", line, line, block.line) for line in block.text.split("\n")]


def labelled_run(source: SourceText, blocks: Sequence[Block], start: int, region: str) -> list[int]:
    """Return the places of a labelled contact's lines: short ones, until the block is complete and a gap comes."""
    run = [start]
    rest = blocks[start].text[label_end(blocks[start].text) or 0 :]
    has_address = is_contact_line(rest, region)
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        if not has_address and place - start > MOST_LINES:
            break
        here = any(is_contact_line(line, region) for line in block.text.split("\n"))
        is_field = block.kind == "paragraph" and FIELD.match(block.text) and words_in(block.text) <= MAX_LINE_WORDS
        if not (is_field or is_line(block, region)) or (block.kind == "heading" and not is_name(block.text)):
            break
        goes_on = here or not source.stands_apart(block) or not has_address
        if not goes_on and not (is_name(block.text) and leads_to_address(blocks[place + 1 : place + 4], region)):
            break
        if not here and has_address and source.stands_apart(block) and not is_name(block.text):
            break
        run.append(place)
        has_address = has_address or here
    while len(run) > 1 and not has_address and not is_name(blocks[run[-1]].text):
        run.pop()
    return run


def leads_to_address(blocks: Sequence[Block], region: str) -> bool:
    """Tell whether one of the next lines holds an address or a number."""
    return any(is_contact_line(line, region) for block in blocks for line in block.text.split("\n"))


def is_line(block: Block, region: str) -> bool:
    """Tell whether a block may be a line of a contact: short, no sentence, and nothing else by its own right."""
    if block.kind not in ("paragraph", "heading", "list"):
        return False
    if is_end_mark(block.text) or is_about(block) or read_status(block.text) or find_date_line(block.text, region):
        return False
    lines = block.text.split("\n")
    if block.kind == "list" and not any(is_contact_line(line, region) for line in lines):
        return False
    return all(is_contact_line(line, region) or is_few_words(line) for line in lines)


def is_few_words(line: str) -> bool:
    """Tell whether a line is a name, an office or a street, and no sentence and no headline in capitals."""
    words = words_in(line)
    is_shouted = line.upper() == line and line.lower() != line and words >= 5
    return words <= MAX_LINE_WORDS and not is_shouted and not (line.endswith((".", "!", "?", "”")) and words > 5)


def unlabelled_run(source: SourceText, blocks: Sequence[Block], place: int, region: str, before: int) -> list[int]:
    """Return the places of the lines around an address above the first paragraph, up to the next empty line."""
    first = last = place
    while (
        first > 0
        and place - first < 4
        and not source.stands_apart(blocks[first])
        and is_line(blocks[first - 1], region)
    ):
        first -= 1
    while (
        last + 1 < before
        and not source.stands_apart(blocks[last + 1])
        and is_contact_line(blocks[last + 1].text, region)
    ):
        last += 1
    # Above a name stands a headline or a letterhead.
    name = next((at for at in range(place, first - 1, -1) if is_name(blocks[at].text)), None)
    return list(range(first if name is None else name, last + 1))


def sort_out(blocks: Sequence[Block], has_contact: bool, contact_line: int | None) -> Parts:
    """Divide the blocks below the headline into body, end mark, text about the organisation, and notes."""
    parts = Parts()
    place = 0
    is_noted = False
    while place < len(blocks):
        block = blocks[place]
        is_end = is_end_mark(block.text) or is_bare_end(blocks, place)
        if parts.end_mark is None and is_end and not is_rule(blocks, place):
            parts.end_mark = block
            if not parts.boilerplate and len(parts.body) > 1 and is_nature(parts.body[-1]):
                parts.boilerplate.append(parts.body.pop())
        elif (
            place + 1 < len(blocks)
            and blocks[place + 1].kind in ("paragraph", "quote")
            and heads_about(block, blocks[place + 1])
        ):
            end = end_of_about(blocks, place)
            parts.boilerplate += [as_heading(block), *blocks[place + 1 : end]]
            place = end - 1
        elif (
            not parts.boilerplate
            and is_standing(block)
            and comes_after(block, parts, has_contact, contact_line)
            and (parts.end_mark or is_last_word(blocks, place))
        ):
            parts.boilerplate.append(block)
        else:
            is_noted = is_noted or bool(len(parts.body) > 1 and EDITORS.fullmatch(block.text))
            is_below = is_noted or parts.end_mark is not None
            kept = as_heading(block) if is_below and NOTES.fullmatch(block.text) else block
            (parts.notes if is_below else parts.body).append(kept)
        place += 1
    is_open = has_contact and not (parts.boilerplate or parts.end_mark or parts.notes)
    if is_open and len(parts.body) > 2 and closes_with_nature(parts.body):
        parts.boilerplate.append(parts.body.pop())
    return parts


def closes_with_nature(body: Sequence[Block]) -> bool:
    """Tell whether a text's last paragraph says what an organisation is, and goes on with no passage of the text."""
    return body[-2].kind != "heading" and is_nature(body[-1]) and is_short_subject(body[-1].text)


def is_last_word(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether a paragraph that says what an organisation is ends the text: no news goes on below it."""
    below = [block for block in blocks[place + 1 :] if block.kind in ("paragraph", "quote", "list", "table")]
    return not any(words_in(block.text) >= NEWS_WORDS and not is_standing(block) for block in below)


def is_bare_end(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether “Ende” or “Fin” ends the text: what follows it, if anything, is told to editors or of a house."""
    if place < FEWEST_ABOVE or not BARE_END.fullmatch(blocks[place].text.strip(" \xa0.–—-")):
        return False
    following = next(iter(blocks[place + 1 :]), None)
    return following is None or bool(is_about(following) or is_standing(following) or NOTES.fullmatch(following.text))


def is_rule(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether asterisks part two passages of the text, which goes on below them, and do not end it."""
    following = next((block for block in blocks[place + 1 :] if block.kind != "figure"), None)
    return bool(
        RULE.fullmatch(blocks[place].text.strip())
        and following
        and following.kind in ("paragraph", "quote", "list")
        and words_in(following.text) >= TEXT_WORDS
        and not (is_standing(following) or is_about(following) or is_label(following) or NOTES.match(following.text))
    )


def as_heading(block: Block) -> Block:
    """Return a heading's line as a heading, also where the source only makes it bold or sets it apart."""
    return block if block.kind == "heading" else replace(block, kind="heading", level=2)


def comes_after(block: Block, parts: Parts, has_contact: bool, contact_line: int | None) -> bool:
    """Tell whether a block stands after the contact or the end mark, below a body."""
    after_contact = has_contact and contact_line is not None and block.line is not None and block.line > contact_line
    return bool(parts.body) and (parts.end_mark is not None or (after_contact and len(parts.body) > 1))


def end_of_about(blocks: Sequence[Block], start: int) -> int:
    """Return where the passage below “About …” ends: at a mark, a label, another heading."""
    for place in range(start + 1, len(blocks)):
        block = blocks[place]
        if (
            is_end_mark(block.text)
            or is_label(block)
            or NOTES.fullmatch(block.text)
            or (place > start + 1 and is_about(block))
            or (place > start + 1 and place + 1 < len(blocks) and heads_about(block, blocks[place + 1]))
        ):
            return place
        if block.kind == "heading" and place > start + 1:
            return place
    return len(blocks)
