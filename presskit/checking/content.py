"""Checks of the kit as a whole; what can be seen in one source alone is found while reading it."""

from __future__ import annotations

from collections.abc import Iterator

from presskit.composing import colour
from presskit.composing.mentions import factsheet_mention
from presskit.findings import Finding, Where, finding
from presskit.model import Factsheet, Kit


def check_content(kit: Kit) -> tuple[Finding, ...]:
    """Return what is missing or unclear in a kit."""
    return (*_contacts(kit), *_boilerplate(kit), *_factsheets(kit), *_colours(kit))


def _contacts(kit: Kit) -> Iterator[Finding]:
    if not kit.contacts:
        yield finding("c-003")


def _boilerplate(kit: Kit) -> Iterator[Finding]:
    if not kit.boilerplates:
        yield finding("c-004")


def _factsheets(kit: Kit) -> Iterator[Finding]:
    """Find "see our factsheet" where there is none: the reader is sent nowhere."""
    if any(isinstance(document, Factsheet) for document in kit.documents):
        return
    for release in kit.releases:
        mention = factsheet_mention(release.body)
        if mention:
            block, words = mention
            yield finding("c-005", Where(release.source, block.line), words=words)


def _colours(kit: Kit) -> Iterator[Finding]:
    palette = colour.derive(kit.brand.brand, kit.brand.accent, kit.brand.ink)
    file = kit.brand.folder / "brand.toml" if kit.brand.folder else None
    if palette.brand_text != kit.brand.brand:
        yield finding("c-017", Where(file), key="brand", colour=kit.brand.brand, darker=palette.brand_text)
    if kit.brand.ink and palette.ink != kit.brand.ink:
        yield finding("c-017", Where(file), key="ink", colour=kit.brand.ink, darker=palette.ink)
