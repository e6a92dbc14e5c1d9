"""Documents become a kit: their order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from presskit.model import Block, Brand, Document, Kit, Photo, PhotoSheet, Release, Sheet
from presskit.reading.documents import kit as kits
from presskit.reading.documents.kit import assemble
from presskit.reading.result import Read
from presskit.settings import KitSettings

BRAND = Brand(name="Quillon Ferry")
OLD = Release(Path("releases/2026-03-02 Third Boat.md"), "third-boat-sails", "en", date=date(2026, 3, 2))
NEW = Release(Path("releases/nine-piers.txt"), "ferry-stops-at-nine-piers", "en", date=date(2026, 5, 12))
FACTS = Sheet(Path("factsheet.md"), "the-ferry-in-figures", "en")
PHOTO = Photo(Path("photos/pier.jpg"), 600, 400)
READ = Read(Path("kit"), (OLD, FACTS, NEW), (Photo(Path("photos/pier.jpg"), 600, 400),))


def slugs(kit: Kit) -> list[str]:
    return [document.slug for document in kit.documents]


def settings(*order: str) -> KitSettings:
    return KitSettings(order=order)


def test_without_settings_the_newest_release_comes_first_then_factsheet_and_photos() -> None:
    kit, found = assemble(READ, KitSettings(), BRAND)
    assert slugs(kit) == ["ferry-stops-at-nine-piers", "third-boat-sails", "the-ferry-in-figures", "photos"]
    assert not found


@pytest.mark.parametrize(
    ("languages", "language"),
    [
        (("fr", "fr", "en"), "fr"),
        (("fr", "en"), "en"),  # as many of each: that of the settings
        (("de", "fr", "de", "fr"), "de"),
        (("es",), "es"),
    ],
)
def test_a_kit_speaks_as_most_of_its_documents_do(languages: tuple[str, ...], language: str) -> None:
    documents = tuple(replace(NEW, slug=f"a{place}", language=code) for place, code in enumerate(languages))
    assert assemble(Read(Path("kit"), documents), KitSettings(), BRAND)[0].language.partition("-")[0] == language
    stated = KitSettings(language="ar", stated=frozenset({"language"}))
    assert assemble(Read(Path("kit"), documents, (PHOTO,)), stated, BRAND)[0].language == "ar"


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


def about(number: int) -> Release:
    text = f"The Quillon Ferry Company is a company of ferrymen founded in 1911. It sails to {number % 3 + 7} islands."
    return replace(
        NEW, source=Path(f"{number:03d}.md"), slug=f"n-{number}", boilerplate=(Block("paragraph", text, text),)
    )


@pytest.mark.parametrize("count", [6, 60])
def test_texts_about_the_organisation_are_compared_once_however_many_releases_have_them(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[tuple[str, str]] = []
    are_alike = kits._are_alike
    monkeypatch.setattr(kits, "_are_alike", lambda *texts: compared.append(texts) or are_alike(*texts))
    releases = tuple(about(number) for number in range(count))
    kit, findings = assemble(Read(Path("kit"), releases), KitSettings(), BRAND)
    assert [blocks[0].text[-10:] for blocks in kit.boilerplates] == ["7 islands."]
    told = [finding.where.file for finding in findings if finding.code == "c-018"]
    assert told == [release.source for number, release in enumerate(releases) if number % 3]
    assert len(compared) == 2


def test_many_documents_of_one_headline_are_counted_through() -> None:
    kit, _ = assemble(Read(Path("kit"), (NEW,) * 300), KitSettings(), BRAND)
    assert slugs(kit)[1:] == [f"ferry-stops-at-nine-piers-{number}" for number in range(2, 301)]


def test_photos_stand_in_the_order_of_their_names_in_kit_toml() -> None:
    paths = ("photos/a.jpg", "photos/b.jpg", "photos/Café.jpg", "more/b.jpg")
    photos = tuple(Photo(Path("kit", path), 600, 400) for path in paths)
    order = ("CAFE\u0301.JPG", "more/b.jpg", "gone.jpg")
    kit, found = assemble(Read(Path("kit"), (NEW,), photos), KitSettings(photo_order=order), BRAND)
    [sheet] = [one for one in kit.documents if isinstance(one, PhotoSheet)]
    assert [one.path.as_posix() for one in sheet.photos] == [f"kit/{paths[place]}" for place in (2, 3, 0, 1)]
    assert found == ()


def test_a_photo_for_the_cover_that_is_none_of_the_kits_is_found() -> None:
    kit, found = assemble(READ, KitSettings(cover="pier.jpg"), BRAND)
    assert (kit.cover, found) == ("pier.jpg", ())
    _, found = assemble(READ, KitSettings(cover="quay.jpg"), BRAND)
    assert [(item.code, str(item.where)) for item in found] == [("t-004", "kit.toml")]
    assert "quay.jpg" in found[0].message


def test_a_brand_without_a_name_has_the_one_of_its_own_text() -> None:
    text = "The Quillon Ferry Company (QFC) is a company of ferrymen founded in 1911."
    read = Read(Path("kit"), (replace(NEW, boilerplate=(Block("paragraph", text, text),)),))
    kit, _ = assemble(read, KitSettings(), Brand(name="", brand="#123456"))
    assert (kit.brand.name, kit.brand.brand) == ("Quillon Ferry Company", "#123456")
    assert assemble(read, KitSettings(), BRAND)[0].brand.name == "Quillon Ferry"


@pytest.mark.parametrize(
    ("heading", "text", "name"),
    [
        ("About Quillon Ferry", "Quillon Ferry keeps nine boats.", "Quillon Ferry"),
        ("Über die Fährgesellschaft", "Die Fährgesellschaft hält neun Boote.", "Fährgesellschaft"),
        ("About Larkin", "Nine boats carry whoever comes.", ""),
        ("About us", "We keep nine boats.", ""),
    ],
)
def test_a_brand_without_a_name_has_that_of_the_heading_of_its_text(heading: str, text: str, name: str) -> None:
    about = (Block("heading", heading, heading, level=2), Block("paragraph", text, text))
    read = Read(Path("kit"), (replace(NEW, boilerplate=about), replace(OLD, boilerplate=about)))
    kit, _ = assemble(read, KitSettings(), Brand(name="", is_neutral=True))
    assert (kit.brand.name, kit.brand.is_neutral) == (name, not name)
    assert kit.title == (name or "Kit")


@pytest.mark.parametrize(
    ("folder", "title"),
    [("Harrow Bikes Launch", "Harrow Bikes Launch"), ("open-day_2027", "Open day 2027"), ("NASA kit", "NASA kit")],
)
def test_a_kit_without_a_title_is_called_as_its_folder_is(folder: str, title: str) -> None:
    kit, _ = assemble(Read(Path(folder), (NEW, OLD)), KitSettings(), Brand(name="", is_neutral=True))
    assert kit.title == title


@pytest.mark.parametrize(("words", "codes"), [("", []), ("It sails by night. ", ["c-018"])])
def test_texts_about_the_organisation_are_compared_below_their_headings(words: str, codes: list[str]) -> None:
    text = "The ferry sails to nine islands in every weather but fog, and takes books, bread and bicycles for nothing."
    own = (Block("paragraph", text, text),)
    theirs = (
        Block("heading", "About the Ferry", "About the Ferry", 1, 3),
        Block("paragraph", words + text, words + text),
    )
    read = Read(Path("kit"), (replace(NEW, boilerplate=theirs),), boilerplate=own)
    kit, findings = assemble(read, KitSettings(), BRAND)
    assert [item.code for item in findings if item.code == "c-018"] == codes
    assert kit.boilerplates[0] == own
