"""One text of a folder, taken up: opened once, told what it is, and read as that. A task for a limited worker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.findings import Where, finding
from presskit.kinds import OTHER, kinds
from presskit.model import Block, Planned, Release
from presskit.reading.anatomy.lines import unfound
from presskit.reading.blocks import SourceText
from presskit.reading.dates.orders import UNDECIDED
from presskit.reading.documents import biographies, boilerplates, releases, sheets
from presskit.reading.embargoes.embargo import first_notice
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, lines_in, open_source
from presskit.reading.pictures.in_texts import find_picture, names_in
from presskit.reading.result import Reading
from presskit.reading.spoken import name_of, nearest, spoken_in
from presskit.resources import primary
from presskit.settings import FrontMatter
from presskit.settings.where import line_of, place_of
from presskit.sorting.copies import Text, sentences_of
from presskit.sorting.evidence import Evidence, weigh
from presskit.sorting.internal import find_mark, find_unfinished, lines_of, unfinished_name
from presskit.sorting.names import kind_by_name, stem_of
from presskit.sorting.shapes import WHOLE
from presskit.sorting.taken import BY_FOLDER, BY_NAME, BY_WORDS, BY_YOU, COMMON, Taken, Wish

NO_RELEASES = ("advisory", "backgrounder", "questions")  # never printed as a release, however much they look like one
BY_NAME_ALONE = ("partners", "coverage")  # of which no text has a shape
TIDY = ("releases", "bios")  # whatever lies there was put there for presskit
FEWEST_SIGNS = 2  # of its words, that a text is what its name or its folder says


def take(
    wish: Wish, language: str | None, region: str, stated: Stated = NOTHING_STATED, among: Sequence[str] = ()
) -> Taken:
    """Open a text, tell what it is, and read it as that. Raises SourceError or SettingsError.

    language: of the kit, as somebody said it; None where nobody did. among: the languages of the kit's other texts, the
    usual one first; of these it is in one where it does not say enough to be sure.
    """
    return take_opened(wish, open_source(wish.path), language, region, stated, among)


def take_opened(  # noqa: PLR0913
    wish: Wish,
    opened: OpenedSource,
    language: str | None,
    region: str,
    stated: Stated = NOTHING_STATED,
    among: Sequence[str] = (),
) -> Taken:
    """Tell what an opened text is, and read it as that."""
    opened = with_settings(opened, wish.settings)
    words = [block.text for block in opened.text.blocks]
    said, spoken = opened.settings.language or language, spoken_in(words)
    others = (nearest(words, among) or among[0]) if among else UNDECIDED
    language = said or spoken or others
    evidence = weigh(opened.text, opened.settings, region, stem_of(wish.path))
    kind, why = kind_of(wish, evidence, stated_kind(opened.settings))
    looks_like = likeness(wish, evidence) if kind == "unknown" else None
    is_release = kind == "release" or evidence.kind == "release"
    place = Place(language, stated.country)
    text, is_release = opened.text, is_release and evidence.is_likely
    mark = find_mark(wish.path, (*text.blocks, *text.notes), text.removed, text.told, is_release=is_release)
    inside = mark.words if mark else wish.inside
    if inside and not wish.said:
        why = BY_FOLDER if not mark else BY_NAME if mark.place == "name" else BY_WORDS
        held = first_notice(lines_in(opened), place, wish.path)
        kept = text_of(wish, "internal", opened, language)
        return Taken(wish.path, "internal", why, kept, mark=inside, old=wish.old, held=held)
    reading = read_as(kind, opened, wish.path, (language, region), stated) if kind in kinds() else None
    if reading and (lost := unfound(opened.settings.keep, opened.text.blocks)):
        told = (finding("t-004", Where(wish.path), key="keep", name=f"“{words}”") for words in lost)
        reading = replace(reading, findings=(*reading.findings, *told))
    if reading and (unfinished := find_unfinished(lines_said(text)) or unfinished_name(wish.path)):
        told_of = finding("c-048", Where(wish.path, unfinished.line), words=unfinished.words)
        reading = replace(reading, findings=(*reading.findings, told_of))
    if reading and said and spoken and primary(said) != spoken:
        line = line_of(wish.path, "language", spoken)
        names = {"spoken": name_of(spoken), "said": name_of(said), "place": place_of(wish.path), "line": line}
        reading = replace(reading, findings=(*reading.findings, finding("c-073", Where(wish.path), **names)))
    release = reading.document if reading and isinstance(reading.document, Release) else None
    if reading and release and not reading.is_denied:
        dated = Planned("", release.date, release.headline_line) if release.date else None
        release = replace(release, planned=text.planned or dated)
        reading = replace(reading, document=release)
    known = replace(
        text_of(wish, kind if kind != "unknown" else looks_like or kind, opened, language),
        language=language,
        day=release.date if release else opened.settings.date,
        matter=matter_of(release) if release else None,
        is_held=bool(release and release.embargo),
    )
    pictures = pictures_in(opened.text.blocks, wish.path)
    held = None if reading else first_notice(lines_in(opened), place, wish.path)
    old = None if wish.said else wish.old
    is_doubtful = not (said or spoken)
    return Taken(wish.path, kind, why, known, reading, looks_like, None, old, pictures, held, is_doubtful)


def lines_said(text: SourceText) -> Iterator[tuple[str, int | None]]:
    """Yield each line of a text, of what stands around it, and of what the file says of itself."""
    yield from lines_of((*text.blocks, *text.notes))
    yield from ((one.text, one.line) for one in text.removed)
    yield from ((words, None) for words in text.told)


def matter_of(release: Release) -> tuple[str, ...]:
    """Return what a release is about: its headline and its text."""
    heads = (words for words in (release.headline, release.subhead) if words)
    return sentences_of((*heads, *(block.text for block in release.body)))


def pictures_in(blocks: Iterable[Block], path: Path) -> tuple[Path, ...]:
    """Return the files of the pictures that stand in a text."""
    found = (find_picture(name, path) for block in blocks for name in names_in(block))
    return tuple(gate.real(picture) for picture in found if picture)


def with_settings(opened: OpenedSource, settings: FrontMatter | None) -> OpenedSource:
    """Return an opened text with what kit.toml says of it."""
    if not settings:
        return opened
    said = {name: getattr(settings, name) for name in settings.stated}
    return replace(opened, settings=replace(opened.settings, **said))


def stated_kind(settings: FrontMatter) -> str | None:
    """Return the kind that a text's settings state; a label alone is one of its own."""
    return settings.kind or (OTHER if settings.label else None)


def kind_of(wish: Wish, evidence: Evidence, stated: str | None = None) -> tuple[str, str]:
    """Return what a text is, and what says so: a person, its words where they are sure, its folder, its name.

    A name or a folder that says something else besides counts where the words agree: “press release ideas” is none. A
    shape alone makes nothing sure: questions may be prepared for nobody else to read. stated: by the text's settings.
    """
    named = kind_by_name(wish.path)
    agrees = {kind for kind, signs in evidence.counts.items() if signs >= FEWEST_SIGNS}
    if said := wish.said or stated:
        return said, BY_YOU
    if evidence.is_sure and evidence.kind and evidence.kind not in COMMON:
        return evidence.kind, BY_WORDS  # an advisory among the releases is none
    if wish.folder in COMMON and (wish.path.parent.name in TIDY or wish.path.relative_to(wish.root).parts[0] in TIDY):
        return wish.folder, BY_FOLDER
    if named.kind and (named.is_sure or (named.is_phrase and named.kind in NO_RELEASES)):
        is_own = named.kind in (*COMMON, *NO_RELEASES, *agrees) or not evidence.is_sure
        is_told = named.is_sure and named.kind in BY_NAME_ALONE
        if is_own and (named.kind in COMMON or not named.is_weak or is_told or named.kind in agrees):
            return named.kind, BY_NAME
    if evidence.is_sure and evidence.kind:
        return evidence.kind, BY_WORDS
    if wish.folder in agrees:
        return wish.folder, BY_FOLDER
    if named.kind and (named.kind in agrees or (named.is_phrase and named.kind not in COMMON)):
        return named.kind, BY_NAME
    return ("release", BY_YOU) if wish.is_alone else ("unknown", "")


def likeness(wish: Wish, evidence: Evidence) -> str | None:
    """Return what a text might be that nobody can be sure of: by its words, its name or its folder."""
    shape = next((kind for kind, signs in evidence.counts.items() if signs >= WHOLE and kind not in COMMON), None)
    guesses = (evidence.kind if evidence.is_likely else None, kind_by_name(wish.path).kind, wish.folder, shape)
    return next((guess for guess in guesses if guess in kinds()), None)


def text_of(wish: Wish, kind: str, opened: OpenedSource, language: str) -> Text:
    """Return what copies of a text are told by: its words, those of its settings too."""
    own = opened.settings
    said = (own.headline, own.subhead, own.name, own.role, own.intro, own.status, own.embargo)
    heads = (words for words in said if words)
    sentences = sentences_of((*heads, *(block.text for block in opened.text.blocks)))
    is_placed = kind in (wish.said, wish.folder)
    return Text(wish.path, kind, language, sentences, is_old=bool(wish.old), is_placed=is_placed)


def read_as(
    kind: str, opened: OpenedSource, path: Path, spoken: tuple[str, str], stated: Stated = NOTHING_STATED
) -> Reading[Any]:
    """Read an opened text as a kind of document; spoken: the language and the region of a text that states none."""
    opened = replace(opened, settings=replace(opened.settings, kind=kind))
    language, region = spoken
    match kinds()[kind].reads:
        case "release":
            return releases.read_opened(opened, path, language, region, stated)
        case "biography":
            return biographies.read_opened(opened, path, language, stated)
        case "boilerplate":
            return boilerplates.read_opened(opened, path, language, stated)
        case _:
            return sheets.read_opened(opened, path, language, stated)
