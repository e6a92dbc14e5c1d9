"""The anatomy of a release: one finder over the blocks of every format.

The order: lines apart, furniture out, contacts out, the head above the first paragraph, the tail below, then
the lede's dateline, the pull sentence and the quotes. Settings at the top of the file win over all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Contact, Dateline, Embargo, Quote, Release, Removed
from presskit.reading.blocks import SourceText, join, lines_of, paragraph, without_start, words_in
from presskit.reading.contacts import is_contact_line
from presskit.reading.dateline import parse_dateline
from presskit.reading.embargo import UnclearEmbargo, parse_embargo
from presskit.reading.heads import SENTENCE_END, Head, find_lede, read_head
from presskit.reading.junk import PREFIX, find_furniture, removed, why_furniture
from presskit.reading.marks import find_date_line, is_end_mark, read_status
from presskit.reading.quotes import find_quotes
from presskit.reading.result import Reading
from presskit.reading.slugs import first_slug
from presskit.reading.tails import Parts, is_about, is_certain, is_label, sort_out, take_contacts
from presskit.settings import FrontMatter

HEADING_WORDS = 9
POSTED = re.compile(r"\W*(?:posted|published)(?:\s+on)?\b:?\s*(?P<day>.+?)(?:\s+by\b.*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Origin:
    """Where a release comes from, and how its words are read."""

    file: Path
    language: str
    region: str


def find_release(source: SourceText, settings: FrontMatter, origin: Origin) -> Reading[Release]:
    """Understand a release's blocks."""
    blocks, gone = sweep(open_lines(source.blocks, origin.region))
    gone = [*source.removed, *gone]
    lede = find_lede(blocks, origin.region)
    rest, contacts = take_contacts(source, blocks, origin.region, lede)
    lede = find_lede(rest, origin.region)
    head = read_head(source, rest[:lede], rest[lede:], origin.region)
    labels = [block.line for block in source.blocks if is_label(block)]
    parts = sort_out([*head.rest, *rest[lede:]], bool(contacts), last_line(contacts, labels))
    dateline, body = take_dateline(parts.body, head.dateline, origin.region)
    head.headline, prefix = without_prefix(head.headline)
    body, replaced = settle(head, settings, body)
    embargo, unclear = find_embargo(head, settings, origin)
    body = with_headings(source, body)
    body, pull, pull_findings = find_pull(body, settings, origin)
    release = Release(
        source=origin.file,
        slug=first_slug(settings.slug, settings.headline, join(head.headline, " "), origin.file.stem),
        language=settings.language or origin.language,
        headline=settings.headline or join(head.headline, " "),
        subhead=settings.subhead or join(head.subhead, "\n"),
        dateline=dateline,
        date=settings.date or find_day(dateline, head, embargo, gone, origin.region),
        status=settings.status or head.status or ("embargo" if settings.embargo else None),
        status_text=join(head.labels, "\n"),
        embargo=embargo,
        contacts=tuple(contact.contact() for contact in settings.contacts) or tuple(contacts),
        boilerplate=boilerplate_of(settings, parts),
        body=tuple(body),
        quotes=find_quotes(body),
        pull=pull,
        end_mark=parts.end_mark.text if parts.end_mark else None,
        notes=tuple(parts.notes),
        removed=tuple(sorted([*gone, *prefix, *replaced], key=lambda one: one.line or 0)),
        headline_line=head.headline[0].line if head.headline else None,
    )
    return Reading(release, (*unclear, *pull_findings))


def open_lines(blocks: Sequence[Block], region: str) -> list[Block]:
    """Set lines apart that mean something of their own, where a paragraph holds several lines."""
    opened: list[Block] = []
    for block in blocks:
        lines = lines_of(block)
        means = [is_structural(line, region) for line in lines]
        if len(lines) == 1 or not any(means):
            opened.append(block)
            continue
        has_address = any(is_contact_line(line.text, region) for line in lines)
        for place, line in enumerate(lines):
            is_apart = means[place] or place == 0 or means[place - 1] or has_address
            if is_apart and not (has_address and place and not any(means[:place]) and words_in(line.text) > 16):
                opened.append(line)
            else:
                last = opened.pop()
                opened.append(paragraph(f"{last.html}\n{line.html}", last.line))
    return opened


def is_structural(block: Block, region: str) -> bool:
    """Tell whether a line is a mark, a label or furniture, and no part of a paragraph."""
    text = block.text
    return bool(
        read_status(text)
        or is_label(block)
        or is_end_mark(text)
        or is_about(block)
        or find_date_line(text, region)
        or why_furniture(text)
    )


def sweep(blocks: Sequence[Block]) -> tuple[list[Block], list[Removed]]:
    """Take furniture out."""
    certain = [is_certain(block) for block in blocks]
    found = find_furniture(blocks, certain)
    kept = [block for place, block in enumerate(blocks) if place not in found]
    return kept, [line for place in sorted(found) for line in removed(blocks[place], found[place])]


def last_line(contacts: Sequence[Contact], labels: Sequence[int | None]) -> int | None:
    """Return the last line on which a contact stands."""
    lines = [line for line in (*(contact.line for contact in contacts), *labels) if line is not None]
    return max(lines, default=None)


def take_dateline(body: Sequence[Block], above: Dateline | None, region: str) -> tuple[Dateline | None, list[Block]]:
    """Return the dateline and the body, whose first paragraph then begins with the lede's own words."""
    place = next((i for i, block in enumerate(body) if block.kind == "paragraph"), None)
    dateline = parse_dateline(body[place].text, region) if place is not None else None
    if place is None or dateline is None:
        return above, list(body)
    lede = without_start(body[place], dateline.text)
    if above:
        text = f"{above.text}\n{dateline.text}"
        dateline = Dateline(text, dateline.place or above.place, dateline.date or above.date, dateline.source)
    return dateline, [*body[:place], *([lede] if lede.text else []), *body[place + 1 :]]


def without_prefix(headline: list[Block]) -> tuple[list[Block], list[Removed]]:
    """Take “ICYMI:” off the headline."""
    match = PREFIX.match(headline[0].text) if headline else None
    if not match or match.end() == len(headline[0].text):
        return headline, []
    words = match[0].rstrip()
    return [without_start(headline[0], words), *headline[1:]], [Removed(headline[0].line, words, "the blog's own data")]


def settle(head: Head, settings: FrontMatter, body: list[Block]) -> tuple[list[Block], list[Removed]]:
    """Let the settings win: a recognised headline or subhead that is another one is listed as not printed."""
    replaced = []
    for ours, theirs in ((head.headline, settings.headline), (head.subhead, settings.subhead)):
        if theirs and ours and not same(join(ours, " ") or "", theirs):
            why = "the settings at the top of the file say it otherwise"
            replaced += [Removed(block.line, block.text, why) for block in ours]
    return body, replaced


def same(one: str, other: str) -> bool:
    """Tell whether two texts have the same words."""
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())


def find_embargo(head: Head, settings: FrontMatter, origin: Origin) -> tuple[Embargo | None, list[Finding]]:
    """Return the embargo, or what is unclear about it."""
    text = settings.embargo or head.embargo_text
    if not text and settings.status == "embargo":
        return None, [finding("c-008", Where(origin.file), problem="it names no day")]
    if not text:
        return None, []
    try:
        return parse_embargo(text, origin.region), []
    except UnclearEmbargo as error:
        line = None if settings.embargo else head.embargo_line
        return None, [finding("c-008", Where(origin.file, line), problem=str(error))]


def find_day(
    dateline: Dateline | None, head: Head, embargo: Embargo | None, gone: Sequence[Removed], region: str
) -> date | None:
    """Return the release's day: of the dateline, of a line of its own, of the embargo, or of the blog's post."""
    if (dateline and dateline.date) or head.date:
        return (dateline.date if dateline else None) or head.date
    if embargo:
        return embargo.until.date()
    posted = [match["day"] for one in gone if (match := POSTED.fullmatch(one.text))]
    return next((day for words in posted if (day := find_date_line(words, region))), None)


def boilerplate_of(settings: FrontMatter, parts: Parts) -> tuple[Block, ...]:
    """Return the text about the organisation, set or recognised."""
    if settings.boilerplate is None:
        return tuple(parts.boilerplate)
    return tuple(paragraph(text, None) for text in settings.boilerplate.split("\n\n"))


def with_headings(source: SourceText, body: Sequence[Block]) -> list[Block]:
    """Make headings of short lines that stand apart above a paragraph, in sources without marks for them."""
    if any(block.kind == "heading" for block in body):
        return list(body)
    return [
        replace(block, kind="heading", level=2) if is_heading(source, body, place) else block
        for place, block in enumerate(body)
    ]


def is_heading(source: SourceText, body: Sequence[Block], place: int) -> bool:
    """Tell whether a line between paragraphs is a heading."""
    block = body[place]
    if block.kind != "paragraph" or place in (0, len(body) - 1) or words_in(block.text) > HEADING_WORDS:
        return False
    text, following = block.text, body[place + 1]
    if (
        not source.stands_apart(block)
        or text.endswith((*SENTENCE_END, ".", "!", ",", ";", ":", "”", '"'))
        or text.startswith(("“", '"'))
    ):
        return False
    return (
        following.kind in ("paragraph", "list", "table") and words_in(following.text) >= 15 and not text[:1].islower()
    )


def find_pull(
    body: Sequence[Block], settings: FrontMatter, origin: Origin
) -> tuple[list[Block], Quote | None, list[Finding]]:
    """Return the sentence to show large: as set, or a quotation set apart that repeats a sentence of the body."""
    if settings.pull:
        return set_pull(settings.pull.strip('“”"«» '), body, origin)
    for place, block in enumerate(body):
        others = [*body[:place], *body[place + 1 :]]
        if block.kind == "quote" and (quote := find_quotes([block])) and stands_in(quote[0].text, others):
            text = quote[0].text
            return others, Quote(text, quote[0].speaker or speaker_of(text, others), block.line), []
    return list(body), None, []


def set_pull(text: str, body: Sequence[Block], origin: Origin) -> tuple[list[Block], Quote | None, list[Finding]]:
    """Return the sentence that the settings name, if it stands in the body; a quotation set apart that repeats it goes."""
    rest = [block for block in body if not (block.kind == "quote" and letters(block.text) == letters(text))]
    if stands_in(text, rest):
        return rest, Quote(text, speaker_of(text, rest)), []
    if stands_in(text, body):
        return list(body), Quote(text, speaker_of(text, body)), []
    return list(body), None, [finding("c-016", Where(origin.file), words=text)]


def letters(text: str) -> str:
    """Return a text's letters and digits, to compare sentences whatever their marks and spaces."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def stands_in(text: str, body: Sequence[Block]) -> bool:
    """Tell whether a sentence stands in one of the paragraphs."""
    return any(letters(text) in letters(block.text) for block in body if block.kind in ("paragraph", "quote", "list"))


def speaker_of(text: str, body: Sequence[Block]) -> str | None:
    """Return who says the sentence."""
    return next((quote.speaker for quote in find_quotes(body) if letters(text) in letters(quote.text)), None)
