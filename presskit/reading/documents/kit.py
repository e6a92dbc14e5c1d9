"""From documents to a kit: order, one boilerplate, one set of contacts, one embargo. Settings win over what is read."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

from presskit import gate
from presskit.findings import Finding, Where, finding
from presskit.model import (
    Block,
    Brand,
    Contact,
    Correction,
    Document,
    Embargo,
    Kit,
    PhotoSheet,
    Release,
)
from presskit.names import shown
from presskit.reading.anatomy.changes import find_correction, printed, with_correction
from presskit.reading.cues.abouts import name_in_heading
from presskit.reading.dates.ages import newest_of
from presskit.reading.dates.orders import UNDECIDED, with_country
from presskit.reading.documents.beside import find_beside
from presskit.reading.documents.differences import differing, said_in
from presskit.reading.documents.orders import in_order, photos_in_order, unknown_names
from presskit.reading.embargoes.embargo import find_embargo, lines_of_text
from presskit.reading.embargoes.moment_parts import Place
from presskit.reading.markup import linkify
from presskit.reading.result import Read
from presskit.settings import KitSettings

SOON = 200  # characters of a text about an organisation, within which its name stands
ALIKE = 0.85  # two texts about the organisation that share this much are versions of one
ORGANISATION = re.compile(
    r"^(?:The\s+)?(?P<name>[A-Z][^.,;()]{2,70}?)(?:\s+\((?P<short>[A-Z][A-Za-z]{1,9})\))?\s+(?:is|are)\s"
)


def assemble(
    read: Read, settings: KitSettings, brand: Brand, paper: str | None = None, theme: str | None = None
) -> tuple[Kit, tuple[Finding, ...]]:
    """Make the kit out of what was read; `paper` and `theme` as named on the command line, None for the settings'."""
    language = _language(settings, read)
    paper = paper or settings.paper or brand.paper or "letter"
    english = with_country(UNDECIDED, read.documents, paper)
    language = english if language == UNDECIDED else language
    spoken_so = (replace(each, language=english) if each.language == UNDECIDED else each for each in read.documents)
    photos = photos_in_order(read.photos, settings.photo_order, read.folder)
    sheet = (PhotoSheet("photos", language, photos),) if photos else ()
    documents = in_order((*_unique_slugs(spoken_so), *sheet), settings.order, language)
    releases = [document for document in documents if isinstance(document, Release)]
    boilerplates, spoken, differing = _boilerplates(read.boilerplate, brand, releases, language)
    brand = _named(brand, boilerplates)
    contacts, unpromoted = _contacts(settings, brand, releases)
    file = read.folder / "kit.toml"
    own, unclear = _embargo(settings, brand, file)
    is_held = bool(own or read.embargoes or any(release.embargo for release in releases))
    beside = find_beside(read, settings, is_held=is_held)
    contradicted = tuple(_contradictions(own, releases))
    if own:
        documents = tuple(_with_embargo(document, own) for document in documents)
        releases = [document for document in documents if isinstance(document, Release)]
    correction, unexplained = _correction(settings, file) if read.is_whole else (None, [])
    # A release alone has no cover: it says itself what is said of the kit. Any other document gets a cover that does.
    alone = len(documents) == 1 and not (read.photos or read.enclosures) and not (correction and not releases)
    if alone and releases:
        correction = releases[0].correction or correction
        documents = (with_correction(releases[0], correction),)
    kit = Kit(
        title=settings.title or _title(brand, documents, read.folder),
        brand=brand,
        language=language,
        folder=read.folder,
        documents=printed(documents, correction, alone=alone),
        alone=alone,
        event=settings.event,
        summary=settings.summary,
        cover=settings.cover,
        date=settings.date or max((release.date for release in releases if release.date), default=None),
        paper=paper,  # type: ignore[arg-type]
        theme=theme or settings.theme,
        embargo=_latest([own, *(release.embargo for release in releases), *read.embargoes, *beside.embargoes]),
        contacts=contacts,
        boilerplates=boilerplates,
        boilerplate_languages=spoken,
        download=settings.download,
        region=settings.region,
        tighten=settings.tighten,
        correction=correction,
        zones=settings.zones,
        enclosures=read.enclosures,
    )
    return kit, (
        *differing,
        *unpromoted,
        *unclear,
        *beside.findings,
        *contradicted,
        *unexplained,
        *unknown_names(documents, settings.order, file),
        *_unknown_cover(documents, settings.cover, file),
    )


def _unique_slugs(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Tell documents of one short name apart by a number: links and files need names of their own."""
    taken: set[str] = {"cover", "contents", "contacts", "photos"}
    counts: dict[str, Iterator[int]] = {}
    unique: list[Document] = []
    for document in documents:
        slug, numbers = document.slug, counts.setdefault(document.slug, count(2))
        while slug in taken:
            slug = f"{document.slug}-{next(numbers)}"
        taken.add(slug)
        unique.append(replace(document, slug=slug))
    return tuple(unique)


def _language(settings: KitSettings, read: Read) -> str:
    """Return the language of cover, contents and last page: the settings', else that of most documents.

    A document that stands alone is its own cover. Of two languages with as many documents the settings' goes before.
    """
    spoken = Counter(document.language for document in read.documents)
    is_alone = len(read.documents) == 1 and not read.photos
    if not spoken or not (is_alone or "language" not in settings.stated):
        return settings.language
    return max(spoken, key=lambda code: (spoken[code], code == settings.language))


def _unknown_cover(documents: Iterable[Document], cover: str | None, file: Path) -> Iterator[Finding]:
    """Yield that the photo for the cover is none of the kit's."""
    names = {photo.name for sheet in documents if isinstance(sheet, PhotoSheet) for photo in sheet.photos}
    if cover and cover not in names:
        yield finding("t-004", Where(file), key="cover", name=f"“{cover}”")


def _boilerplates(
    own: tuple[Block, ...], brand: Brand, releases: Sequence[Release], language: str
) -> tuple[tuple[tuple[Block, ...], ...], tuple[str, ...], tuple[Finding, ...]]:
    """Return each text about an organisation once, and its language.

    The kit's file comes first, then brand.toml's, then the releases'.
    """
    kept: list[tuple[str, tuple[Block, ...]]] = []
    spoken: list[str] = []
    if own:
        kept.append(("the boilerplate file", own))
    elif brand.boilerplate:
        kept.append(("brand.toml", tuple(_paragraphs(brand.boilerplate))))
    spoken += [language for _ in kept]
    texts = {_words(blocks): source for source, blocks in kept}
    newest = newest_of(releases)
    alike: dict[str, str] = {}  # of words that differ, whose text stands for them: most releases say the same
    findings = []
    for release in releases:
        words = _words(release.boilerplate)
        if not release.boilerplate or words in texts:
            continue
        twin = alike.get(words) or next((source for text, source in texts.items() if _are_alike(text, words)), None)
        if twin is None:
            kept.append((release.source.name, release.boilerplate))
            texts[words] = release.source.name
            spoken.append(release.language)
        else:
            alike[words] = twin
            findings.append(differing(release, twin, dict(kept)[twin], newest))
    return tuple(blocks for _, blocks in kept), tuple(spoken), tuple(findings)


def _paragraphs(text: str) -> Iterable[Block]:
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        plain = re.sub(r"[ \t\r\n]+", " ", paragraph)
        yield Block("paragraph", plain, linkify(plain))


def _words(blocks: Iterable[Block]) -> str:
    return " ".join(re.findall(r"\w+", said_in(blocks).lower()))


def _are_alike(one: str, other: str) -> bool:
    matcher = difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    bounds_first = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return all(ratio() >= ALIKE for ratio in bounds_first)


def _named(brand: Brand, boilerplates: Sequence[Sequence[Block]]) -> Brand:
    """Give a brand without a name the organisation's name as its own text states it.

    "The Centre for X (CX) is …", else its heading: “About Harrow Bikes”, where the text goes on to speak of that.
    """
    if brand.name and not brand.is_neutral:
        return brand
    blocks = boilerplates[0] if boilerplates else ()
    first = next((block.text for block in blocks if block.kind == "paragraph"), "")
    if found := ORGANISATION.match(first):
        return replace(brand, name=found["name"], short_name=found["short"], is_neutral=False)
    name = name_in_heading(blocks[0].text) if blocks else ""
    is_told = name and name.casefold() in first[:SOON].casefold()
    return replace(brand, name=name, is_neutral=False) if is_told else brand


def _contacts(
    settings: KitSettings, brand: Brand, releases: Sequence[Release]
) -> tuple[tuple[Contact, ...], tuple[Finding, ...]]:
    """Return the kit's contacts: the settings', else the brand's, else the newest release's that has any.

    Why the others are only reported: whoever stood in an old release may have left, and a journalist would ring.
    """
    chosen = settings.contacts or brand.contacts
    chosen = chosen or next((release.contacts for release in releases if release.contacts), ())
    known = {contact.name.casefold() for contact in chosen}
    findings = tuple(
        finding("c-012", Where(release.source, contact.line), name=contact.name)
        for release in releases
        for contact in release.contacts
        if contact.name.casefold() not in known
    )
    return chosen, findings


def _embargo(settings: KitSettings, brand: Brand, file: Path) -> tuple[Embargo | None, tuple[Finding, ...]]:
    """Return the embargo of kit.toml, brand.toml or the name of the kit's folder, or why it is unclear."""
    place = Place(settings.language, settings.country)
    words = (settings.title, settings.event, settings.summary, brand.boilerplate, brand.disclosure)
    name = (shown(gate.real(file.parent).name),) if file.parent.name else ()
    said = lines_of_text((*(one for one in words if one), *name))
    found = find_embargo(said, settings.embargo, place, file)
    return found.embargo, found.findings


def _with_embargo(document: Document, own: Embargo) -> Document:
    """Give a release without an embargo the one of kit.toml, which is about all of the kit."""
    return replace(document, embargo=document.embargo or own) if isinstance(document, Release) else document


def _contradictions(own: Embargo | None, releases: Iterable[Release]) -> Iterator[Finding]:
    """Find releases that say otherwise than kit.toml: embargoed for longer than the whole kit, or not at all.

    A kit that is embargoed for longer than one of its releases is none: each prints its own moment.
    """
    for release in releases if own else ():
        assert own
        moments = [f"{embargo.until:%Y-%m-%d %H:%M} ({embargo.zone})" for embargo in (own, release.embargo) if embargo]
        if release.embargo and release.embargo.until > own.until:
            one, other = f"{moments[0]} in kit.toml", f"the later {moments[1]} in this release"
            yield finding("c-029", Where(release.source), one=one, other=other)
        elif not release.embargo and release.status == "immediate":
            words = release.status_text or "status: immediate"
            yield finding("c-030", Where(release.source), words=words, moment=moments[0])


def _correction(settings: KitSettings, file: Path) -> tuple[Correction | None, list[Finding]]:
    """Return what kit.toml says was changed in the kit, and what it leaves open."""
    return find_correction(settings, settings.status, "The kit", Where(file), settings.region)


def _latest(embargoes: Iterable[Embargo | None]) -> Embargo | None:
    """Return the embargo that ends last: until then the kit as a whole is not to be published."""
    return max((embargo for embargo in embargoes if embargo), key=lambda embargo: embargo.until, default=None)


def _title(brand: Brand, documents: Sequence[Document], folder: Path) -> str:
    """Name a kit that has no title: by the one document's headline, the organisation, the folder."""
    if len(documents) == 1 and isinstance(documents[0], Release) and documents[0].headline:
        return documents[0].headline
    if brand.name and (not brand.is_neutral or brand.short_name):
        return brand.name
    name = re.sub(r"[-_]+", " ", shown(gate.real(folder).name)).strip()
    return name[:1].upper() + name[1:] or brand.name
