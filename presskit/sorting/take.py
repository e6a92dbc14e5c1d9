"""One text of a folder, taken up: opened once, told what it is, and read as that. A task for a limited worker."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.findings import Where, finding
from presskit.model import Block, Release
from presskit.reading.anatomy.lines import unfound
from presskit.reading.blocks import SourceText
from presskit.reading.documents import biographies, boilerplates, factsheets, releases
from presskit.reading.embargoes.stated import NOTHING_STATED, Stated
from presskit.reading.formats.opening import OpenedSource, open_source
from presskit.reading.pictures.in_texts import find_picture, names_in
from presskit.reading.result import Reading
from presskit.settings import FileSettings
from presskit.sorting.copies import Text, sentences_of
from presskit.sorting.evidence import Evidence, weigh
from presskit.sorting.internal import find_mark, find_unfinished, lines_of
from presskit.sorting.names import kind_by_name, stem_of
from presskit.sorting.taken import BY_FOLDER, BY_NAME, BY_WORDS, BY_YOU, PRINTED, Taken, Wish

NO_RELEASES = ("advisory", "backgrounder", "questions")  # never printed as a release, however much they look like one
TIDY = ("releases", "bios")  # whatever lies there was put there for presskit
FEWEST_SIGNS = 2  # of its words, that a text is what its name or its folder says


def take(wish: Wish, language: str, region: str, stated: Stated = NOTHING_STATED) -> Taken:
    """Open a text, tell what it is, and read it as that. Raises SourceError or SettingsError."""
    return take_opened(wish, open_source(wish.path), language, region, stated)


def take_opened(wish: Wish, opened: OpenedSource, language: str, region: str, stated: Stated = NOTHING_STATED) -> Taken:
    """Tell what an opened text is, and read it as that."""
    opened = with_settings(opened, wish.settings)
    evidence = weigh(opened.text, opened.settings, region, stem_of(wish.path))
    kind, why = kind_of(wish, evidence)
    looks_like = likeness(wish, evidence) if kind == "unknown" else None
    is_release = kind == "release" or evidence.kind == "release"
    text, is_release = opened.text, is_release and evidence.is_likely
    mark = find_mark(wish.path, (*text.blocks, *text.notes), text.removed, text.told, is_release=is_release)
    inside = mark.words if mark else wish.inside
    if inside and not wish.said:
        why = BY_FOLDER if not mark else BY_NAME if mark.place == "name" else BY_WORDS
        return Taken(wish.path, "internal", why, text_of(wish, "internal", opened, language), mark=inside)
    reading = READERS[kind](opened, wish.path, language, region, stated) if kind in READERS else None
    if reading and (lost := unfound(opened.settings.keep, opened.text.blocks)):
        told = (finding("t-004", Where(wish.path), key="keep", name=f"“{words}”") for words in lost)
        reading = replace(reading, findings=(*reading.findings, *told))
    if reading and (unfinished := find_unfinished(lines_said(text))):
        told_of = finding("c-048", Where(wish.path, unfinished.line), words=unfinished.words)
        reading = replace(reading, findings=(*reading.findings, told_of))
    release = reading.document if reading and isinstance(reading.document, Release) else None
    known = replace(
        text_of(wish, kind if kind != "unknown" else looks_like or kind, opened, language),
        language=opened.settings.language or language,
        day=release.date if release else opened.settings.date,
        matter=matter_of(release) if release else None,
        is_held=bool(release and release.embargo),
    )
    pictures = pictures_in(opened.text.blocks, wish.path)
    return Taken(wish.path, kind, why, known, reading, looks_like, None, None if wish.said else wish.old, pictures)


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


def with_settings(opened: OpenedSource, settings: FileSettings | None) -> OpenedSource:
    """Return an opened text with what kit.toml says of it."""
    if not settings:
        return opened
    said = {name: getattr(settings, name) for name in settings.stated - {"kind"}}
    return replace(opened, settings=replace(opened.settings, **said))


def kind_of(wish: Wish, evidence: Evidence) -> tuple[str, str]:
    """Return what a text is, and what says so: a person, its words where they are sure, its folder, its name.

    A name or a folder that says something else besides counts where the words agree: “press release ideas” is none.
    """
    named = kind_by_name(wish.path)
    if wish.said:
        return wish.said, BY_YOU
    if evidence.is_sure and evidence.kind and evidence.kind not in PRINTED:
        return evidence.kind, BY_WORDS  # an advisory among the releases is none
    if wish.folder in PRINTED and (wish.path.parent.name in TIDY or wish.path.relative_to(wish.root).parts[0] in TIDY):
        return wish.folder, BY_FOLDER
    if named.kind and (named.is_sure or (named.is_phrase and named.kind in NO_RELEASES)):
        is_other = evidence.is_sure and evidence.kind != named.kind and named.kind not in (*PRINTED, *NO_RELEASES)
        if not is_other:
            return named.kind, BY_NAME
    if evidence.is_sure and evidence.kind:
        return evidence.kind, BY_WORDS
    if wish.folder in PRINTED and evidence.counts.get(wish.folder, 0) >= FEWEST_SIGNS:
        return wish.folder, BY_FOLDER
    if named.kind and (named.kind not in PRINTED or evidence.counts.get(named.kind, 0) >= FEWEST_SIGNS):
        return named.kind, BY_NAME
    return ("release", BY_YOU) if wish.is_alone else ("unknown", "")


def likeness(wish: Wish, evidence: Evidence) -> str | None:
    """Return what a text might be that nobody can be sure of: by its words, its name or its folder."""
    named = kind_by_name(wish.path).kind
    guesses = (evidence.kind if evidence.is_likely else None, named, wish.folder if wish.folder in PRINTED else None)
    return next((guess for guess in guesses if guess in PRINTED), None)


def text_of(wish: Wish, kind: str, opened: OpenedSource, language: str) -> Text:
    """Return what copies of a text are told by: its words, those of its settings too."""
    own = opened.settings
    said = (own.headline, own.subhead, own.name, own.role, own.intro, own.status, own.embargo)
    heads = (words for words in said if words)
    sentences = sentences_of((*heads, *(block.text for block in opened.text.blocks)))
    is_placed = kind in (wish.said, wish.folder)
    return Text(wish.path, kind, language, sentences, is_old=bool(wish.old), is_placed=is_placed)


READERS: dict[str, Callable[[OpenedSource, Path, str, str, Stated], Reading[Any]]] = {
    "release": releases.read_opened,
    "factsheet": lambda opened, path, language, _, stated: factsheets.read_opened(opened, path, language, stated),
    "biography": lambda opened, path, language, _, stated: biographies.read_opened(opened, path, language, stated),
    "boilerplate": lambda opened, path, language, _, stated: boilerplates.read_opened(opened, path, language, stated),
}
