"""A text as it is written into a kit: Markdown with all its settings, its pictures beside it. Tasks for workers.

What is written is read again at once: so it is known to come back as it is, and words that would not are told.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from html import escape, unescape
from pathlib import Path
from typing import Any

from presskit import gate
from presskit.checking.blame import UNCLEAR
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Block, Dateline, Photo, Release, Removed
from presskit.names import path_at, shown
from presskit.reading.documents.photos import read_one
from presskit.reading.embargoes.stated import Stated
from presskit.reading.formats.exports import Post
from presskit.reading.formats.opening import open_text, opened_post
from presskit.reading.pictures.in_texts import SOURCE, find_picture, names_in, picture_bytes
from presskit.reading.result import Reading
from presskit.reading.slugs import slugify
from presskit.resources import primary
from presskit.settings import FrontMatter
from presskit.sorting.evidence import weigh
from presskit.sorting.names import kind_by_name
from presskit.sorting.take import read_as, take_opened
from presskit.sorting.taken import COMMON, Taken, Wish
from presskit.writing.scaffold import folder_of
from presskit.writing.sources import source_of

NO_WORDS = {
    *("source", "slug", "language", "line", "headline_line", "level", "box", "html", "kind", "quotes", "removed"),
    "planned",
}
TITLE = "the title of the blog's page"
QUOTED_WORDS = 8
ROUNDS = 3  # a text that was never Markdown may need two
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Target:
    """The kit that is written into, and how texts are read; `country`: the region, where a kit.toml sets one."""

    kit: Path
    language: str
    region: str
    country: str | None = None


@dataclass(frozen=True)
class Composed:
    """A text to be written. stem: its name without ending and number. markdown: empty where its embargo is unclear.

    pictures: name and data of each. missing: the names of those that cannot be had.
    """

    source: str
    folder: str
    stem: str
    markdown: str
    pictures: tuple[tuple[str, bytes], ...] = ()
    missing: tuple[str, ...] = ()
    removed: tuple[Removed, ...] = ()
    findings: tuple[Finding, ...] = ()


def compose(taken: Taken, portrait: Path | None, target: Target) -> Composed:
    """Return a text of a file as it is written into the kit; `portrait`: the picture found beside a biography."""
    assert taken.reading
    document = taken.reading.document
    if isinstance(document, Biography) and portrait and not document.portrait:
        document = replace(document, portrait=read_one(portrait).document)
        taken = replace(taken, reading=replace(taken.reading, document=document))
    return composed(taken, taken.path.name, target)


def compose_post(post: Post, path: Path, language: str | None, target: Target) -> Composed:
    """Return a post of the export or feed at `path` as it is written into the kit; `language`: the blog's."""
    named = path.with_name(f"{slugify(post.title)}.html")
    opened = opened_post(post, named)
    spoken = language if language and LANGUAGE.fullmatch(language) else target.language
    settings = opened.settings if post.kind == "post" else FrontMatter()
    evidence = weigh(opened.text, settings, target.region)
    says = kind_by_name(named) if post.kind == "page" else None
    told = says.kind if says and says.is_sure else evidence.kind if evidence.is_sure else None
    wish = Wish(named, path.parent, said=told if told in COMMON else "release")
    taken = take_opened(wish, opened, spoken, target.region, Stated(country=target.country))
    text = composed(taken, post.title or post.link or "a post without a title", target)
    is_untitled = taken.kind == "boilerplate" and post.title
    return replace(text, removed=(Removed(None, post.title, TITLE), *text.removed)) if is_untitled else text


def composed(taken: Taken, name: str, target: Target) -> Composed:
    """Return a text as it is written; `name`: what people call it."""
    assert taken.reading
    reading, document = taken.reading, taken.reading.document
    stem = stem_of(taken, target)
    removed = (*getattr(document, "removed", ()), *reading.removed)
    left = Composed(name, folder_of(taken.kind), stem, "", removed=removed, findings=tuple(told(taken)))
    if any(item.code in UNCLEAR for item in reading.findings):
        return left
    names, pictures, missing = pictures_of(document, taken.path, stem)
    document = with_names(document, names)
    reading = replace(reading, document=document)
    if isinstance(document, Biography) and document.portrait:
        photo = portrait_of(document.portrait, target.kit / folder_of(taken.kind), stem)
        pictures[photo[0]] = photo[1]
        face = replace(document.portrait, path=Path(photo[0]))
        reading = replace(reading, document=replace(document, portrait=face))
    markdown, again = settled(reading, taken, target.kit / folder_of(taken.kind) / f"{stem}.md", target)
    lost = lost_words(document, again)
    doubt = [finding("s-031", Where(taken.path), name=name, file=f"{stem}.md", words=lost)] if lost else []
    return replace(
        left, markdown=markdown, pictures=tuple(pictures.items()), missing=missing, findings=(*left.findings, *doubt)
    )


def told(taken: Taken) -> Iterator[Finding]:
    """Yield what there is to say of a text: pictures that are missing are told by their names."""
    assert taken.reading
    yield from (item.at(taken.path) for item in taken.reading.findings if item.code not in ("c-014", "c-028"))


def stem_of(taken: Taken, target: Target) -> str:
    """Return the name of a text in the kit: of its day and headline, its person, its kind and language."""
    assert taken.reading
    document = taken.reading.document
    if isinstance(document, Release):
        return "-".join(filter(None, (document.date.isoformat() if document.date else "", document.slug)))
    stem = slugify(document.name) if isinstance(document, Biography) else taken.kind
    spoken = primary(taken.text.language)
    return stem if spoken == primary(target.language) else f"{stem}-{spoken}"


def pictures_of(document: Any, path: Path, stem: str) -> tuple[dict[str, str], dict[str, bytes], tuple[str, ...]]:
    """Return the new name of each picture in a text, the pictures by these names, and the names of missing ones.

    A name holds a digest of its picture: it stays the same whenever the text is imported again, and is nobody else's.
    """
    names: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    called = dict.fromkeys(name for block in blocks_in(document) for name in names_in(block))
    for name in called:
        found = find_picture(name, path)
        if found:
            data = picture_bytes(found)
            digest = hashlib.sha256(data).hexdigest()[:8]
            names[name] = f"{stem}-picture-{digest}{found.suffix.lower()}"
            pictures[names[name]] = data
    return names, pictures, tuple(shown(path_at(name)) for name in called if name not in names)


def portrait_of(photo: Photo, folder: Path, stem: str) -> tuple[str, bytes]:
    """Return name and data of a portrait: named as its text; with a digest where another picture has that name."""
    data = gate.bytes_of(photo.path)
    name, suffix = f"{stem}{photo.path.suffix.lower()}", photo.path.suffix.lower()
    is_other = gate.is_there(folder / name) and not is_same(folder / name, data)
    return (f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}{suffix}" if is_other else name), data


def is_same(path: Path, data: bytes) -> bool:
    """Tell whether a file holds just these bytes."""
    return gate.is_file(path) and gate.size_of(path) == len(data) and gate.bytes_of(path) == data


def blocks_in(value: Any) -> Iterator[Block]:
    """Yield the blocks in a document, in their order."""
    if isinstance(value, Block):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from blocks_in(item)
    elif is_dataclass(value):
        for one in fields(value):
            yield from blocks_in(getattr(value, one.name))


def with_names(value: Any, names: dict[str, str]) -> Any:
    """Return a document whose text calls its pictures by their new names."""
    if isinstance(value, Block):
        html = SOURCE.sub(lambda found: renamed(found, names), value.html)
        return replace(value, html=html)
    if isinstance(value, tuple):
        return tuple(with_names(item, names) for item in value)
    if not names or not is_dataclass(value) or isinstance(value, type):
        return value
    return replace(value, **{one.name: with_names(getattr(value, one.name), names) for one in fields(value)})


def renamed(found: re.Match[str], names: dict[str, str]) -> str:
    """Return the start of an <img> with its picture's new name."""
    name = unescape(found[1])
    return found[0].replace(f'src="{found[1]}"', f'src="{escape(names.get(name, name))}"')


def settled(reading: Reading[Any], taken: Taken, path: Path, target: Target) -> tuple[str, Any]:
    """Return a document as Markdown, and as it is read again: until what is written of that is the same Markdown."""
    markdown, again = source_of(reading, taken.text.language), reading
    for _ in range(ROUNDS):
        opened = open_text(path, markdown, "markdown")
        again = read_as(taken.kind, opened, path, (target.language, target.region), Stated(country=target.country))
        if isinstance(reading.document, Biography):  # its portrait is not written yet
            again = replace(again, document=replace(again.document, portrait=reading.document.portrait))
        written = source_of(again, taken.text.language)
        if written == markdown:
            break
        markdown = written
    return markdown, again.document


def lost_words(document: Any, again: Any) -> str:
    """Return the first words of a document that are not read again out of what is written of it."""
    before, after = words_of(document), words_of(again)
    lost = Counter(before) - Counter(after)
    return " ".join([word for word in before if word in lost][:QUOTED_WORDS])


def words_of(value: Any) -> list[str]:
    """Return the words of a document, with its dates and the end of its embargo."""
    if isinstance(value, tuple):
        return [word for item in value for word in words_of(item)]
    if isinstance(value, Photo | Path):
        return []
    if isinstance(value, Dateline):  # its day is the release's
        value = value.text
    if is_dataclass(value):
        known = (one.name for one in fields(value) if one.name not in NO_WORDS)
        return [word for name in known for word in words_of(getattr(value, name))]
    return [] if value is None else re.findall(r"\w+", str(value))
