"""Checks of the kit as a whole; what can be seen in one source alone is found while reading it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from presskit import gate
from presskit.checking.brands import check_brand
from presskit.checking.editing import edit
from presskit.checking.page_numbers import in_short
from presskit.composing.documents import factsheets_of
from presskit.composing.look.setting import Setting
from presskit.composing.wording.mentions import factsheet_mention
from presskit.findings import Finding, Where, finding
from presskit.model import Biography, Brand, Kit, Photo, PhotoSheet
from presskit.reading.cues.leftovers import find_placeholders
from presskit.reading.cues.slips import find_slips

NAMED = 4  # photos, of which all are meant


def check_content(kit: Kit) -> tuple[Finding, ...]:
    """Return what is missing or unclear in a kit."""
    own = (*_contacts(kit), *_boilerplate(kit), *_factsheets(kit), *_placeholders(kit), *_colours(kit))
    return (*own, *_photo_files(kit), *check_brand(kit), *edit(kit))


def _contacts(kit: Kit) -> Iterator[Finding]:
    if not kit.contacts:
        yield finding("c-003")


def _boilerplate(kit: Kit) -> Iterator[Finding]:
    if not kit.boilerplates and not (kit.correction and kit.correction.status == "withdrawn"):
        yield finding("c-004")


def _factsheets(kit: Kit) -> Iterator[Finding]:
    """Find "see our factsheet" where there is none: the reader is sent nowhere."""
    if factsheets_of(kit):
        return
    for release in kit.releases:
        mention = factsheet_mention(release.body)
        if mention:
            block, words = mention
            yield finding("c-005", Where(release.source, block.line), words=words)


def _placeholders(kit: Kit) -> Iterator[Finding]:
    """Find words still to be filled in, in every settings file that gives words to the page."""
    said = (kit.title, kit.event, kit.summary, *(word for one in kit.contacts for word in one.words))
    yield from _left_in(kit.folder / "kit.toml", said)
    if kit.brand.folder:
        yield from _left_in(kit.brand.folder / "brand.toml", _brand_words(kit.brand))
    for photo in _photos(kit):
        words = (photo.caption, photo.credit, photo.alt, photo.terms)
        yield from _left_in(photo.path.parent / "photos.toml", words)


def _left_in(file: Path, texts: Sequence[str | None]) -> Iterator[Finding]:
    """Yield placeholders and slips of texts that stand in `file`; what stands in a source is found while reading it.

    Why looked for first: the file of 300 photos would be read for each of their words.
    """
    for words in (words for text in texts if text for words in text.splitlines()):
        if _slips(words, None, file) and (line := line_of(file, re.escape(words))):
            yield from _slips(words, line, file)


def _slips(words: str, line: int | None, file: Path) -> list[Finding]:
    return [*find_placeholders(words, line, file), *find_slips(words, line, file)]


def line_of(file: Path, pattern: str) -> int | None:
    """Return the first line of a settings file that matches, counted from 1; None where there is none, or no file."""
    lines = gate.text_of(file).splitlines() if gate.is_file(file) else []
    return next((number for number, line in enumerate(lines, start=1) if re.search(pattern, line)), None)


def _brand_words(brand: Brand) -> tuple[str | None, ...]:
    own = (brand.name, brand.short_name, brand.address, brand.web, *brand.social, brand.boilerplate, brand.disclosure)
    return (*own, *(word for contact in brand.contacts for word in contact.words))


def _photo_files(kit: Kit) -> Iterator[Finding]:
    """Find what photos' files say to the press officer: what editors are told, and a record that a copy cannot keep."""
    told: dict[str, list[Photo]] = {}
    for photo in _photos(kit):
        if photo.instructions:
            told.setdefault(photo.instructions, []).append(photo)
    for words, photos in told.items():
        yield finding("p-040", Where(photos[0].path), names=_names(photos), words=words)
    recorded = [photo for photo in _photos(kit) if photo.has_credentials]
    if recorded:
        yield finding("p-041", Where(recorded[0].path), names=_names(recorded))


def _names(photos: Sequence[Photo]) -> str:
    """Return the names of photos, the first few of many."""
    return in_short(list(dict.fromkeys(photo.name for photo in photos)), NAMED)


def _photos(kit: Kit) -> Iterator[Photo]:
    for document in kit.documents:
        if isinstance(document, PhotoSheet):
            yield from document.photos
        elif isinstance(document, Biography) and document.portrait:
            yield document.portrait


def _colours(kit: Kit) -> Iterator[Finding]:
    """Find colours that are not printed as the brand says: too pale for text (WCAG 2.2, 1.4.3), or two that are one."""
    brand = kit.brand
    palette = Setting(kit, kit.language).palette
    if palette.brand_text != brand.brand:
        yield finding("c-017", _key(brand, "brand"), key="brand", colour=brand.brand, darker=palette.brand_text)
    if brand.ink and palette.ink != brand.ink:
        yield finding("c-017", _key(brand, "ink"), key="ink", colour=brand.ink, darker=palette.ink)
    if brand.accent and palette.accent != brand.accent:
        yield finding("c-020", _key(brand, "accent"), accent=brand.accent, brand=brand.brand, other=palette.accent)


def _key(brand: Brand, key: str) -> Where:
    file = brand.folder / "brand.toml" if brand.folder else None
    return Where(file, line_of(file, rf"^\s*{key}\s*=") if file else None)
