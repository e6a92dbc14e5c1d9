from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from presskit.checking import content
from presskit.checking.content import check_content
from presskit.model import Biography, Block, Brand, Contact, Kit, Photo, PhotoSheet, Release, Sheet

CAPTAIN = Contact("Ona Brill", phone="202-555-0143")
ABOUT = (Block("paragraph", "Old Harbour Ferries keeps one ferry.", "Old Harbour Ferries keeps one ferry."),)
FACTSHEET = Sheet(Path("factsheet.md"), "factsheet", "en")


def release(text: str) -> Release:
    return Release(Path("release.txt"), "release", "en", body=(Block("paragraph", text, text, 7),))


KIT = Kit(
    title="Spring at the Harbour",
    brand=Brand("Old Harbour Ferries"),
    language="en",
    folder=Path("nowhere"),
    documents=(release("The ferry sails again."),),
    contacts=(CAPTAIN,),
    boilerplates=(ABOUT,),
)


def told(kit: Kit) -> list[tuple[str, str]]:
    return [(found.code, str(found.where)) for found in check_content(kit)]


def test_a_whole_kit_has_no_findings() -> None:
    assert told(KIT) == []


def test_nobody_to_ring_and_no_word_about_the_organisation() -> None:
    assert told(replace(KIT, contacts=(), boilerplates=())) == [("c-003", ""), ("c-004", "")]


@pytest.mark.parametrize("words", ["our factsheet", "The fact sheet", "the attached fact-sheet", "this factsheet"])
def test_a_factsheet_that_is_mentioned_must_be_there(words: str) -> None:
    kit = replace(KIT, documents=(release(f"More stands in {words}."),))
    [found] = check_content(kit)
    assert (found.code, str(found.where)) == ("c-005", "release.txt, line 7")
    assert words.removeprefix("the ") in found.message
    assert told(replace(kit, documents=(*kit.documents, FACTSHEET))) == []


@pytest.mark.parametrize("words", ["a factsheet", "her factsheet", "factsheets"])
def test_a_factsheet_of_somebody_else_is_not_missed(words: str) -> None:
    assert told(replace(KIT, documents=(release(f"They sent {words} to the mayor."),))) == []


def test_words_to_fill_in_are_found_on_their_line_of_kit_toml(tmp_path: Path) -> None:
    (tmp_path / "kit.toml").write_text('# a kit\ntitle = "[Title of the kit]"\nsummary = "From [date] on"\n')
    kit = replace(KIT, folder=tmp_path, title="[Title of the kit]", summary="From [date] on")
    assert told(kit) == [("c-007", "kit.toml, line 2"), ("c-007", "kit.toml, line 3")]


def test_words_to_fill_in_are_found_in_contacts_and_brand(tmp_path: Path) -> None:
    (tmp_path / "brand.toml").write_text(
        'name = "[Name of the organisation]"\nboilerplate = """\nWe sail.\nSince [year]."""\n'
        '[[contacts]]\nname = "[Name of the contact]"\n'
    )
    brand = Brand(
        "[Name of the organisation]",
        folder=tmp_path,
        boilerplate="We sail.\nSince [year].",
        contacts=(Contact("[Name of the contact]"),),
    )
    assert told(replace(KIT, brand=brand)) == [("c-007", f"brand.toml, line {line}") for line in (1, 4, 6)]


def test_words_to_fill_in_are_found_in_the_words_about_photos(tmp_path: Path) -> None:
    (tmp_path / "photos.toml").write_text('["quay.jpg"]\ncaption = "[Caption: who, where, when]"\n')
    photo = Photo(tmp_path / "quay.jpg", 3000, 2000, caption="[Caption: who, where, when]")
    portrait = Biography(Path("ona.md"), "ona", "en", "Ona Brill", portrait=photo)
    for document in (PhotoSheet("photos", "en", (photo,)), portrait):
        assert told(replace(KIT, documents=(document,))) == [("c-007", "photos.toml, line 2")]


def test_what_stands_in_a_source_is_left_to_its_reader(tmp_path: Path) -> None:
    (tmp_path / "kit.toml").write_text('event = "First crossing"\n')
    assert told(replace(KIT, folder=tmp_path, title="[Headline of the release]")) == []


def test_pale_colours_are_told_on_their_line(tmp_path: Path) -> None:
    (tmp_path / "brand.toml").write_text('name = "Ferries"\nbrand = "#FD4"\n  ink = "#999999"\n')
    brand = Brand("Ferries", brand="#ffdd44", ink="#999999", folder=tmp_path)
    assert told(replace(KIT, brand=brand)) == [("c-017", "brand.toml, line 2"), ("c-017", "brand.toml, line 3")]


def test_an_accent_nobody_would_see_is_told() -> None:
    brand = Brand("Ferries", brand="#12355b", accent="#12365c")
    [found] = check_content(replace(KIT, brand=brand))
    assert (found.code, str(found.where)) == ("c-020", "")
    assert told(replace(KIT, brand=replace(brand, accent="#f2b33d"))) == []


def test_settings_are_read_for_words_to_fill_in_and_for_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(content, "line_of", lambda _, pattern: asked.append(pattern))
    photos = [Photo(Path(f"photos/{n}.jpg"), 3000, 2000, f"Boat {n}", "Ona Brill") for n in range(40)]
    photos.append(Photo(Path("photos/last.jpg"), 3000, 2000, "[Caption]", "Ona Brill"))
    check_content(replace(KIT, documents=(*KIT.documents, PhotoSheet("photos", "en", tuple(photos)))))
    assert asked == [r"\[Caption\]"]
