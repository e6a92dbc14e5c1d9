"""What a text is, by its words: a careful editor's signs, counted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from presskit.kinds import named_kind, plain
from presskit.model import Block
from presskit.reading.anatomy.tails import is_label
from presskit.reading.blocks import SourceText, words_in
from presskit.reading.cues.abouts import is_about
from presskit.reading.cues.contacts import is_contact_line
from presskit.reading.cues.copied import find_menus
from presskit.reading.cues.marks import KIND, find_date_line, is_end_mark, read_status
from presskit.reading.cues.people import is_name, surname
from presskit.reading.cues.quotes import find_quotes
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.documents.kit import ORGANISATION
from presskit.reading.sections.labels import ASKED, LABELLED, NUMBER
from presskit.settings import FrontMatter
from presskit.sorting.shapes import agreeing, of_shapes
from presskit.sorting.taken import COMMON
from presskit.sorting.vocabulary import vocabulary

SURE, LIKELY = 5, 3
HEAD_BLOCKS, LABEL_BLOCKS, LONG_WORDS, SHORT_TEXT_WORDS = 10, 6, 20, 180
FEWEST_WORDS, SHORT_LINE_WORDS = 12, 12
PRONOUN = re.compile(r"(?:he|she|they|il|elle|er|sie|él|ella|هو|هي)\b", re.IGNORECASE)
FOUNDED = re.compile(r"\b(?:founded|established|fondée?|créée?|gegründet|fundad[ao]|تأسست?|أسست)\b", re.IGNORECASE)
FIRST_PERSON = re.compile(r"(?:I|I['’]m|I['’]ve|Je|J['’]\w+|Ich|Yo|أنا)\b")
LIFE = re.compile(
    r"\b(?:born|joined|lives|grew up|studied|graduated|holds? a|is the|has (?:been|led|worked)|career|née?|a rejoint"
    r"|diplômée?|dirige"
    r"|geboren|studierte|leitet|nació|estudió|dirige|nacida?|entró|estudia|wurde\b.{0,40}\bgeboren|ولدت?|درست?|يشغل|تشغل)\b",
    re.IGNORECASE,
)
ADVISORY = re.compile(rf"\W*(?:{ASKED})\W*(?::|$)", re.IGNORECASE)


@dataclass(frozen=True)
class Evidence:
    """What a text is by its words, and how many signs say so; the next likeliest kind has `other` signs.

    counts: the signs of every kind, also of those that only a name can make sure.
    """

    kind: str | None
    signs: int = 0
    other: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_sure(self) -> bool:
        """Whether an editor would not ask."""
        return self.signs >= SURE and self.signs - self.other >= 2

    @property
    def is_likely(self) -> bool:
        """Whether an editor would say “this looks like one”."""
        return self.signs >= LIKELY and self.signs > self.other


def weigh(source: SourceText, settings: FrontMatter, region: str, stem: str = "") -> Evidence:
    """Return what a text is by its words. stem: its file's name in plain form, which may be a person's."""
    menus = find_menus(source.blocks)
    blocks = [block for place, block in enumerate(source.blocks) if block.text.strip() and place not in menus]
    if sum(words_in(block.text) for block in blocks) < FEWEST_WORDS:
        return Evidence(None)
    signs = {
        "release": of_release(blocks, settings, region),
        "factsheet": of_factsheet(blocks),
        "biography": of_biography(blocks, settings, stem),
        "boilerplate": of_boilerplate(blocks, region),
        "advisory": of_advisory(blocks),
    }
    label = label_of(head_of(blocks))
    if label:
        # Whatever else such a text looks like, it says itself that it is no release.
        before = signs[label] if label in COMMON else max(signs.values())
        signs[label] = before + SURE
    ranked = sorted(signs.items(), key=lambda one: -one[1])
    (kind, most), (_, other) = ranked[0], ranked[1]
    # The shape of a text that is a release asks nobody, and takes time.
    shapes = of_shapes(blocks, source) if signs["release"] < SURE else {}
    told = shapes | agreeing(blocks, signs)
    counts = signs | {name: max(count, signs.get(name, 0)) for name, count in told.items()}
    return Evidence(kind if most else None, most, other, counts)


def head_of(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks above a text's first paragraph of some length: at most six."""
    long = (place for place, block in enumerate(blocks[:LABEL_BLOCKS]) if words_in(block.text) >= LONG_WORDS)
    return blocks[: next(long, LABEL_BLOCKS)]


def above_sections(head: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks until a heading that is lower than the first, with words between them."""
    top, is_told = 0, False
    for block in head:
        is_heading = block.kind == "heading"
        if is_heading and top and is_told and block.level > top:
            return
        top, is_told = top or block.level, is_told or (bool(top) and not is_heading)
        yield block


def label_of(head: Iterable[Block]) -> str | None:
    """Return the kind that a line at the head states: “FACT SHEET”, “Biography”, “Media advisory”.

    A heading below the title and its lead is a section's, and states nothing of the text.
    """
    kinds = vocabulary().kinds
    for block in above_sections(head):
        for line in re.split(r"[\n\t]", block.text):
            words = plain(line)
            if (
                words in kinds
                and (" " in words or line.isupper() or block.kind == "heading")
                and words not in vocabulary().weak
            ):
                return kinds[words]
    return None


def of_release(blocks: Sequence[Block], settings: FrontMatter, region: str) -> int:
    """Count the signs of a press release."""
    head = [line for block in blocks[:HEAD_BLOCKS] for line in block.text.split("\n")]
    statuses = [status for line in head if (status := read_status(line))]
    datelines = [parse_dateline(block.text, region) for block in blocks[:HEAD_BLOCKS] if block.kind == "paragraph"]
    signs = 3 * any(status.status for status in statuses)
    kinds = vocabulary().kinds
    signs += 3 * any(
        KIND.fullmatch(line.strip(" :*–—-")) and kinds.get(plain(line), "release") in ("release", "statement")
        for line in head
    )
    signs += 3 * any(line and line.place and line.date for line in datelines) or 2 * any(
        line and line.place for line in datelines
    )
    signs += 3 * bool(settings.status or settings.embargo) + bool(settings.headline) + bool(settings.date)
    signs += any(find_date_line(line, region) for line in head)
    signs += any(is_end_mark(block.text) for block in blocks)
    signs += any(is_about(block) for block in blocks[2:])
    signs += any(is_label(block) for block in blocks)
    signs += any(is_contact_line(line, region) for block in blocks for line in block.text.split("\n"))
    signs += has_headline(blocks)
    signs += sum(words_in(block.text) >= LONG_WORDS for block in blocks) >= 2
    signs += any(mark in block.text for block in blocks for mark in "“«„")
    return signs + any(quote.speaker for quote in find_quotes(blocks))


def has_headline(blocks: Sequence[Block]) -> bool:
    """Tell whether a line that could be a headline stands right above the first paragraph of some length."""
    for above, block in itertools.pairwise(blocks[:HEAD_BLOCKS]):
        if block.kind == "paragraph" and words_in(block.text) >= LONG_WORDS:
            words = words_in(above.text)
            return 3 <= words <= LONG_WORDS and not above.text.rstrip().endswith((".", ":", ",", "؟", "?"))
    return False


def of_factsheet(blocks: Sequence[Block]) -> int:
    """Count the signs of a factsheet: figures in tables, labelled facts, questions, few long paragraphs."""
    rows = [row for block in blocks if block.kind in ("table", "list") for row in block.text.split("\n")]
    facts = [line for block in blocks for line in block.text.split("\n") if block.kind != "table" and is_fact(line)]
    signs = 3 * any(named_kind(block.text) == "factsheet" for block in blocks)
    signs += 2 * (sum(bool(NUMBER.match(row)) for row in rows) >= 3) + 2 * (len(facts) >= 4)
    signs += sum(block.text.rstrip().endswith(("?", "؟")) for block in blocks) >= 2
    signs += 2 * (bool(signs) and is_title_of("factsheet", blocks[0].text))
    long = sum(words_in(block.text) >= LONG_WORDS * 2 for block in blocks if block.kind == "paragraph")
    return signs + (bool(signs) and long <= 2)


def is_title_of(kind: str, text: str) -> bool:
    """Tell whether a first line begins or ends with words that such a text is called by: “The ferry at a glance”."""
    line = plain(text)
    names = (name for name, meaning in vocabulary().kinds.items() if meaning == kind)
    return words_in(line) <= SHORT_LINE_WORDS and any(f" {line} ".find(f" {name} ") >= 0 for name in names)


def is_fact(line: str) -> bool:
    """Tell whether a line is a label and its value: “Opened: 1911”."""
    return bool(LABELLED.fullmatch(line)) and words_in(line) <= LONG_WORDS and not is_contact_line(line, "US")


def of_biography(blocks: Sequence[Block], settings: FrontMatter, stem: str = "") -> int:
    """Count the signs of a biography: a name at its head, and sentences about that person."""
    first = blocks[0].text.split("\n")[0]
    name = settings.name or re.split(r"\s*[,،:|–—]\s*", first)[0]
    if not (settings.name or is_name(name)):
        return 0
    text = " ".join(block.text for block in blocks[1:4])
    opens = any(
        surname(name) in block.text[:80] or PRONOUN.match(block.text) or FIRST_PERSON.match(block.text)
        for block in blocks[1:4]
    )
    is_named = bool(stem) and plain(surname(name)) in stem.split()
    return (
        2
        + 2 * opens
        + is_named
        + bool(LIFE.search(text))
        + bool(settings.name) * 2
        + bool(settings.role or settings.portrait)
    )


def of_boilerplate(blocks: Sequence[Block], region: str) -> int:
    """Count the signs of the text about an organisation: short, in its own words, without a day or a headline."""
    words = sum(words_in(block.text) for block in blocks)
    texts = [block for block in blocks if words_in(block.text) >= LONG_WORDS // 2]
    if words > SHORT_TEXT_WORDS or not texts or len(blocks) > 5:
        return 0
    is_dated = any(find_date_line(line, region) for block in blocks for line in block.text.split("\n"))
    standing = bool(ORGANISATION.match(texts[0].text))
    return (
        0
        if is_dated
        else 3 * standing
        + 3 * is_about(blocks[0])
        + (len(texts) <= 2 and standing)
        + bool(standing and FOUNDED.search(texts[0].text))
    )


def of_advisory(blocks: Sequence[Block]) -> int:
    """Count the signs of a media advisory: “WHAT:”, “WHEN:”, “WHERE:”."""
    lines = [line for block in blocks for line in re.split(r"[\n\t]", block.text)]
    labels = {plain(found[0]) for line in lines if (found := ADVISORY.match(line))}
    return 7 if len(labels) >= 3 else 0
