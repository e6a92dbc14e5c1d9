"""Documents become a kit: their order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from presskit.model import Brand, Document, Factsheet, Kit, Photo, Release
from presskit.reading.kit import Read, assemble
from presskit.settings import KitSettings

BRAND = Brand(name="Quillon Ferry")
OLD = Release(Path("releases/2026-03-02 Third Boat.md"), "third-boat-sails", "en", date=date(2026, 3, 2))
NEW = Release(Path("releases/nine-piers.txt"), "ferry-stops-at-nine-piers", "en", date=date(2026, 5, 12))
FACTS = Factsheet(Path("factsheet.md"), "the-ferry-in-figures", "en")
READ = Read(Path("kit"), (OLD, FACTS, NEW), (Photo(Path("photos/pier.jpg"), 600, 400),))


def slugs(kit: Kit) -> list[str]:
    return [document.slug for document in kit.documents]


def settings(*order: str) -> KitSettings:
    return KitSettings(order=list(order))


def test_without_settings_the_newest_release_comes_first_then_factsheet_and_photos() -> None:
    kit, found = assemble(READ, KitSettings(), BRAND)
    assert slugs(kit) == ["ferry-stops-at-nine-piers", "third-boat-sails", "the-ferry-in-figures", "photos"]
    assert not found


def test_order_knows_documents_by_the_names_of_their_files() -> None:
    kit, found = assemble(READ, settings("photos", "factsheet", "2026-03-02 Third Boat.md"), BRAND)
    assert slugs(kit) == ["photos", "the-ferry-in-figures", "third-boat-sails", "ferry-stops-at-nine-piers"]
    assert not found


def test_order_knows_documents_by_their_short_names() -> None:
    kit, found = assemble(READ, settings("third-boat-sails"), BRAND)
    assert slugs(kit)[0] == "third-boat-sails"
    assert not found


def test_a_name_in_order_that_no_document_has_is_found() -> None:
    _, found = assemble(READ, settings("nine-piers", "ten-piers"), BRAND)
    assert [(item.code, str(item.where)) for item in found] == [("t-004", "kit.toml")]
    assert "“ten-piers”" in found[0].message


def test_two_documents_of_one_headline_get_names_of_their_own() -> None:
    twins: tuple[Document, ...] = (NEW, NEW)
    kit, _ = assemble(Read(Path("kit"), twins), KitSettings(), BRAND)
    assert slugs(kit) == ["ferry-stops-at-nine-piers", "ferry-stops-at-nine-piers-2"]
