"""The anatomy of a release: one finder over the blocks of every format.

The order: lines apart, furniture out, contacts out, the head above the first paragraph, the tail below, then
the lede's dateline, the pull sentence and the quotes. Settings at the top of the file win over all of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from presskit.findings import Finding, Where, finding
from presskit.model import Block, Contact, Dateline, Embargo, Release, Removed
from presskit.reading.anatomy.changes import find_correction
from presskit.reading.anatomy.doubts import find_doubts
from presskit.reading.anatomy.heads import find_lede, read_head, with_headings
from presskit.reading.anatomy.labels import Head
from presskit.reading.anatomy.ledes import dateline_of, named_places, take_dateline
from presskit.reading.anatomy.lines import keeping, open_lines, sweep
from presskit.reading.anatomy.margins import add_margins, find_around
from presskit.reading.anatomy.pulls import find_pull
from presskit.reading.anatomy.settling import WHY, same, settle
from presskit.reading.anatomy.tails import Parts, is_label, sort_out, take_contacts
from presskit.reading.blocks import SourceText, is_emphasised, join, without_start, words_in
from presskit.reading.cues.junk import PREFIX
from presskit.reading.cues.junk_words import POST
from presskit.reading.cues.marks import KIND, find_date_line, read_status
from presskit.reading.cues.quotes import find_quotes, with_attributions
from presskit.reading.dates.dateline import parse_dateline
from presskit.reading.dates.dates import find_date, find_dates
from presskit.reading.embargoes.countries import country_of
from presskit.reading.embargoes.embargo import Line, Verdict, find_embargo, report
from presskit.reading.embargoes.moment_parts import Known, Place
from presskit.reading.embargoes.moments import certain_day
from presskit.reading.embargoes.notices import label_length
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, lines_in
from presskit.reading.markup import escape, text_of
from presskit.reading.reasons import POST_NAME
from presskit.reading.result import Reading
from presskit.reading.slugs import first_slug
from presskit.settings import FrontMatter

POSTED = re.compile(
    r"\W*(?:this entry was )?(?:posted|published)(?:\s+on)?\b:?\s*(?P<day>.+?)(?:\s+(?:by|at|and is filed)\b.*)?",
    re.IGNORECASE,
)

# A blog's name for a post that holds a release; the release below it has a headline of its own.
POST_TITLE = re.compile(
    r"(?:press|news|media) release\s*[:|–—-]|communiqué(?: de presse)?\s*[:|–—-]|بيان صحفي\s*[:|–—-]", re.IGNORECASE
)


SITE = re.compile(rf"\s+(?:[|»]|::)\s+[^|»]+$|\s+[–—-]\s+{KIND.pattern}$", re.IGNORECASE)
LEAST_HEADLINE, SITE_WORDS = 3, 6
LONGEST_DATELINE = 160  # characters
OPENING_CHARACTERS, OPENING_WORDS = 60, 2  # where a day may stand that is the text's own, and the words before it


@dataclass(frozen=True)
class Origin:
    """Where a release comes from, and how its words are read."""

    file: Path
    language: str
    region: str


@dataclass
class Anatomy:
    """What was recognised in a release's blocks, before the settings have their say."""

    head: Head
    parts: Parts
    contacts: list[Contact]
    dateline: Dateline | None
    body: list[Block]
    removed: list[Removed] = field(default_factory=list)


def find_release(opened: OpenedSource, origin: Origin, stated: Stated = NOTHING_STATED) -> Reading[Release]:
    """Understand a release's blocks. `stated`: what kit.toml says of its file."""
    source, (settings, titled) = opened.text, without_notice(opened.settings)
    anatomy = recognise(source, settings, origin)
    if is_post_title(settings.headline):
        untitled = replace(settings, headline=None)
        own = recognise(source, untitled, origin)
        if any(block.kind == "heading" or is_emphasised(block) for block in own.head.headline):
            own.removed.append(Removed(None, settings.headline or "", POST_NAME))
            # With the title goes the post's day, where the release states its own.
            anatomy, settings = own, replace(untitled, date=None) if own.head.date else untitled
    settle_dateline(anatomy, settings.dateline, source, origin.region)
    head, parts = anatomy.head, anatomy.parts
    place = Place(settings.language or origin.language, stated.country or country_of(place_of(anatomy)))
    held = find_held(opened, head, stated, place, origin)
    settings = replace(settings, embargo=None) if held.is_denied else settings
    anatomy.removed += [*titled, *settle(settings, head, parts, anatomy.contacts, is_denied=held.is_denied)]
    day, undated = find_day(anatomy, held.embargo, source, place, origin)
    correction, unexplained = find_correction(settings, head.status, "The release", Where(origin.file), origin.region)
    body, pull, pull_findings = find_pull(anatomy.body, settings.pull, origin.file)
    release = Release(
        source=origin.file,
        slug=first_slug(settings.slug, settings.headline, join(head.headline, " "), origin.file.stem),
        language=settings.language or origin.language,
        headline=settings.headline or join(head.headline, " "),
        subhead=settings.subhead or join(head.subhead, "\n"),
        dateline=replace(anatomy.dateline, date=day)
        if anatomy.dateline and anatomy.dateline.date
        else anatomy.dateline,
        date=settings.date or day,
        status=head.status or ("embargo" if held.embargo else None),
        status_text=join(head.labels, "\n"),
        embargo=held.embargo,
        contacts=tuple(anatomy.contacts),
        boilerplate=tuple(parts.boilerplate),
        body=tuple(body),
        quotes=find_quotes(body),
        pull=pull,
        end_mark=parts.end_mark.text if parts.end_mark else None,
        notes=(*parts.notes, *source.notes),
        removed=tuple(sorted(anatomy.removed, key=lambda one: one.line or 0)),
        headline_line=head.headline[0].line if head.headline else None,
        correction=correction,
        doubts=tuple(find_doubts(head, settings, stated_day(anatomy), day, anatomy.contacts)),
    )
    findings = (*held.findings, *([] if settings.date else undated), *unexplained, *pull_findings)
    return Reading(release, findings, is_denied=held.is_denied)


def is_post_title(headline: str | None) -> bool:
    """Tell whether a file's title only names the blog's post: “Press release: Reef returns”."""
    return bool(headline and POST_TITLE.match(headline))


def recognise(source: SourceText, settings: FrontMatter, origin: Origin) -> Anatomy:
    """Divide a release's blocks into its parts."""
    blocks, removed = sweep(open_lines(source.blocks, origin.region), keeping(settings.keep))
    rest, contacts = take_contacts(source, blocks, origin.region, find_lede(blocks, origin.region))
    lede = find_lede(rest, origin.region)
    head = read_head(source, rest[:lede], rest[lede:], origin.region, settings.headline)
    labels = [block.line for block in source.blocks if is_label(block)]
    parts = sort_out([*head.rest, *rest[lede:]], bool(contacts), last_line(contacts, labels))
    known = named_places(blocks, head.date)
    dateline, body = take_dateline(parts.body, head.dateline, origin.region, known, settings.dateline)
    head.headline, prefix = without_prefix(head.headline)
    head.headline, site = without_site(head.headline)
    body = with_headings(source, with_attributions(body))
    contacts, left_out = add_margins(contacts, source.removed, origin.region)
    if not contacts:
        contacts, left_out = find_around(left_out, origin.region)
    senders = [Removed(block.line, block.text, "the sender's letterhead") for block in head.letterhead]
    senders += [Removed(block.line, block.text, "it names the part that follows") for block in head.named]
    return Anatomy(head, parts, contacts, dateline, body, [*left_out, *removed, *prefix, *site, *senders])


def settle_dateline(anatomy: Anatomy, stated: str | None, source: SourceText, region: str) -> None:
    """Put the settings' dateline in the place of the one that was recognised, and list that."""
    if not stated:
        return
    own = anatomy.dateline
    if own and not same(own.text, stated):
        anatomy.removed.append(Removed(line_of(own.text, source.blocks), own.text, WHY))
    said = dateline_of(stated, region)
    anatomy.dateline = replace(said, date=said.date or (own.date if own else None))


def last_line(contacts: Sequence[Contact], labels: Sequence[int | None]) -> int | None:
    """Return the last line on which a contact stands."""
    lines = [line for line in (*(contact.line for contact in contacts), *labels) if line is not None]
    return max(lines, default=None)


def without_prefix(headline: list[Block]) -> tuple[list[Block], list[Removed]]:
    """Take “ICYMI:” off the headline."""
    match = PREFIX.match(headline[0].text) if headline else None
    if not match or match.end() == len(headline[0].text):
        return headline, []
    words = match[0].rstrip()
    return [without_start(headline[0], words), *headline[1:]], [Removed(headline[0].line, words, "the blog's own data")]


def without_site(headline: list[Block]) -> tuple[list[Block], list[Removed]]:
    """Take off the headline the website's name behind a bar, or the kind of the document: “Reef returns | Tidewick”."""
    match = SITE.search(headline[-1].text) if headline else None
    if (
        not match
        or words_in(headline[-1].text[: match.start()]) < LEAST_HEADLINE
        or words_in(match[0]) > SITE_WORDS + 1
    ):
        return headline, []
    last, words = headline[-1], match[0].strip()
    html = last.html.removesuffix(escape(words)).rstrip()
    if text_of(html) != last.text[: match.start()].rstrip():  # it stands in markup of its own: the words stay
        return headline, []
    gone = Removed(last.line, words, "the website's name, or the kind of the document")
    return [*headline[:-1], replace(last, text=text_of(html), html=html)], [gone]


def without_notice(settings: FrontMatter) -> tuple[FrontMatter, list[Removed]]:
    """Take a label off a headline of the settings: “EMBARGOED UNTIL …: Reef returns”, “STATEMENT: Reef returns”."""
    headline = settings.headline or ""
    said = read_status(headline)
    # “Press release: Reef returns” may be a blog's title of a release with a headline of its own: see is_post_title.
    length = label_length(headline) or (said.length if said and not is_post_title(headline) else 0)
    if not length:
        return settings, []
    rest = headline[length:].strip() or None
    why = "said of the embargo" if label_length(headline) else "it names the kind of text"
    return replace(settings, headline=rest), [Removed(None, headline[:length].strip(), why)]


def place_of(anatomy: Anatomy) -> str | None:
    """Return the place of the dateline."""
    return anatomy.dateline.place if anatomy.dateline else None


def find_held(opened: OpenedSource, head: Head, stated: Stated, place: Place, origin: Origin) -> Verdict:
    """Return a release's embargo: of its settings, of kit.toml, or of the lines of its source."""
    settings = opened.settings
    own = settings.embargo or stated.embargo
    now = [line for line in lines_in(opened) if (said := read_status(line.words)) and said.status == "immediate"]
    if settings.status == "immediate":
        now = [Line("status: immediate")]
    found = find_embargo(lines_in(opened), own, place, origin.file, next(iter(now), None))
    if settings.status == "embargo" and not found.embargo and not found.findings and not found.is_denied:
        problem = report("it names no day", "status: embargo", Known(), place.language, Where(origin.file))
        return Verdict(findings=(problem,))
    return found


def stated_day(anatomy: Anatomy) -> date | None:
    """Return the day of the dateline, or of a line of its own."""
    return (anatomy.dateline and anatomy.dateline.date) or anatomy.head.date


def find_day(
    anatomy: Anatomy, embargo: Embargo | None, source: SourceText, place: Place, origin: Origin
) -> tuple[date | None, list[Finding]]:
    """Return the release's day, and what leaves it open.

    It is the day of the dateline, of a line of its own, of the embargo, of the blog's post, of the first or last words.
    """
    dated = [block.text for block in anatomy.head.labels if find_date_line(block.text, origin.region)]
    for words in (without_place(anatomy.dateline), *dated, *impossible_days(anatomy, place)):
        day, problem = certain_day(words, place)
        if problem:
            return None, [finding("c-035", Where(origin.file, line_of(words, source.blocks)), problem=problem)]
        if day:
            return day, []
    if known := stated_day(anatomy):
        return known, []
    if embargo:
        return embargo.until.date(), []
    posted = [match["day"] for one in anatomy.removed if (match := POSTED.fullmatch(one.text))]
    told = [find_date_line(words, origin.region) for words in posted]
    told += [found.date for one in anatomy.removed if one.why == POST and (found := find_date(one.text, origin.region))]
    told += [source.posted, opening_day(anatomy.body, origin.region), closing_day(anatomy, origin.region)]
    return next(filter(None, told), None), []


def without_place(dateline: Dateline | None) -> str:
    """Return a dateline's words behind its place: “Quillon-sur-Mer” names no Wednesday (“mer.”)."""
    if dateline is None:
        return ""
    place = dateline.place or ""
    return dateline.text.removeprefix(place).lstrip(" ,،\n") if place else dateline.text


def opening_day(body: Sequence[Block], region: str) -> date | None:
    """Return the day that a text names in its first words: “On 12 May 2026 the trust …”."""
    lede = next((block.text for block in body if block.kind == "paragraph"), "")
    found = next(find_dates(lede[:OPENING_CHARACTERS], region), None)
    is_first = (
        found and len(lede[: found.start].split()) <= OPENING_WORDS and not re.search(r"[.!?;:\[]", lede[: found.start])
    )
    return found.date if found and is_first else None


def closing_day(anatomy: Anatomy, region: str) -> date | None:
    """Return the day with which a text is signed: “Paris, le 12 mai 2026” as the last line of one of its parts."""
    parts = (anatomy.body, anatomy.parts.boilerplate, anatomy.parts.notes)
    last = [part[-1].text.strip() for part in parts if part and part[-1].kind == "paragraph"]
    signed = [line for text in last if (line := parse_dateline(text, region)) and line.place and line.text == text]
    return next((line.date for line in signed if line.date), None)


def impossible_days(anatomy: Anatomy, place: Place) -> list[str]:
    """Return the beginning of a text without a dateline that names a day no calendar has: “PORT HOLLOW, June 31 –”."""
    lede = next((block.text[:LONGEST_DATELINE] for block in anatomy.body if block.kind == "paragraph"), "")
    return [lede] if not anatomy.dateline and "no day of the calendar" in certain_day(lede, place)[1] else []


def line_of(words: str, blocks: Sequence[Block]) -> int | None:
    """Return the line of the block that holds words, such as a dateline's."""
    first = words.split("\n", maxsplit=1)[0]
    return next((block.line for block in blocks if first in block.text), None)
