"""What holds a kit back and is no text: words and names of photos and PDFs, names of folders, brand.toml."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from presskit.model import Brand, Embargo, Enclosure, Photo, Release
from presskit.reading.documents.kit import assemble
from presskit.reading.result import Read
from presskit.settings import FrontMatter, KitSettings

LINE = "EMBARGOED UNTIL 9 AM EDT, MAY 12, 2027"
BRAND = Brand(name="Quillon Ferry")
KIT = Path("kit")
TEXT = Release(KIT / "releases/pier.txt", "pier", "en")
PHOTO = Photo(KIT / "photos/pier.jpg", 600, 400)
STUDY = Enclosure(KIT / "documents/study.pdf", "study", 4)
PLAIN = Read(KIT, (TEXT,), (PHOTO,), enclosures=(STUDY,))


def held(read: Read, settings: KitSettings | None = None, brand: Brand = BRAND) -> str:
    kit, found = assemble(read, settings or KitSettings(), brand)
    return next((item.code for item in found), kit.embargo.until.isoformat() if kit.embargo else "")


@pytest.mark.parametrize(
    "photo",
    [
        replace(PHOTO, caption=f"The pier. {LINE}."),
        replace(PHOTO, instructions=LINE),
        replace(PHOTO, terms=LINE),
        replace(PHOTO, others=(LINE,)),
        replace(PHOTO, path=KIT / f"photos/{LINE}.jpg"),
        replace(PHOTO, path=KIT / f"{LINE}/pier.jpg"),
    ],
)
def test_words_and_names_of_photos_hold_the_kit_back(photo: Photo) -> None:
    assert held(replace(PLAIN, photos=(photo,))) == "2027-05-12T09:00:00-04:00"


def test_so_do_pdfs_that_go_along_and_the_brand() -> None:
    assert held(PLAIN) == ""
    assert held(replace(PLAIN, enclosures=(replace(STUDY, first_page=f"Study\n{LINE}"),))).startswith("2027-05-12")
    assert held(replace(PLAIN, enclosures=(replace(STUDY, path=KIT / "documents/EMBARGOED study.pdf"),))) == "c-008"
    assert held(PLAIN, brand=replace(BRAND, disclosure=f"{LINE}.")).startswith("2027-05-12")
    assert held(PLAIN, brand=replace(BRAND, boilerplate=f"Ferries. {LINE}.")).startswith("2027-05-12")


@pytest.mark.parametrize("name", ["EMBARGOED", "Sperrfrist Mai", "sous embargo"])
def test_the_name_of_a_folder_says_it(name: str) -> None:
    assert held(replace(PLAIN, documents=(replace(TEXT, source=KIT / name / "pier.txt"),))) == "c-008"
    assert (
        held(replace(PLAIN, folder=Path(name), documents=(replace(TEXT, source=Path(name) / "pier.txt"),))) == "c-008"
    )


def test_a_mark_without_a_moment_leaves_it_to_a_text() -> None:
    until = Embargo(datetime(2027, 5, 12, 13, tzinfo=UTC), "Etc/UTC", TEXT.source)
    text = replace(TEXT, embargo=until, source=KIT / "EMBARGOED/pier.txt")
    assert held(replace(PLAIN, documents=(text,))) == until.until.isoformat()
    later = replace(PHOTO, caption="Embargoed until 20 May 2027")
    assert held(replace(PLAIN, documents=(text,), photos=(later,))) == "c-008"


def test_settings_end_the_question() -> None:
    marked = replace(PLAIN, photos=(replace(PHOTO, caption="Embargoed"),))
    assert held(marked) == "c-008"
    assert held(marked, KitSettings(embargo="none")) == ""
    assert held(marked, KitSettings(files={"pier.jpg": FrontMatter(embargo="none")})) == ""
    assert held(marked, KitSettings(embargo="2027-05-12 09:00 America/New_York")).startswith("2027-05-12")
    assert (
        held(replace(PLAIN, photos=(replace(PHOTO, caption=LINE),)), KitSettings(embargo="2027-05-13 09:00 UTC"))
        == "c-029"
    )


@pytest.mark.parametrize(
    "words", ["Not for use in France", "No sales, no archives", "The oil embargo of 1973 emptied the pier"]
)
def test_an_agencys_terms_and_news_hold_nothing_back(words: str) -> None:
    assert held(replace(PLAIN, photos=(replace(PHOTO, instructions=words),))) == ""
