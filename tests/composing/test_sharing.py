"""What shares a page, and which small kits have no page of contents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from presskit.composing.parts.sharing import has_contents, is_listed_on_cover, lone_photo, printed
from presskit.model import Biography, Block, Brand, Document, Kit, People, Photo, PhotoSheet, Release, Sheet


def person(slug: str, words: int = 60, language: str = "en") -> Biography:
    return Biography(Path(f"{slug}.md"), slug, language, slug.title(), body=(Block("paragraph", "word " * words, ""),))


def photos(number: int) -> PhotoSheet:
    return PhotoSheet("photos", "en", tuple(Photo(Path(f"{each}.jpg"), 3000, 2000) for each in range(number)))


def release(slug: str) -> Release:
    return Release(Path(f"{slug}.md"), slug, "en", headline=slug.title())


def kit(*documents: Document, alone: bool = False) -> Kit:
    return Kit("Spring", Brand("Quillon"), "en", Path(), documents, alone=alone)


def shown(*documents: Document) -> list[str]:
    """Return the short names of what is printed, those of people together in one."""
    printed_ = printed(kit(*documents))
    return [" ".join(p.slug for p in one.biographies) if isinstance(one, People) else one.slug for one in printed_]


SHEET = Sheet(Path("facts.md"), "facts", "en")


def test_short_biographies_stand_together_and_a_longer_one_keeps_its_page() -> None:
    assert shown(SHEET, person("ada"), person("ivo"), person("nell", 130), person("tom")) == [
        "facts",
        "ada ivo",
        "nell",
        "tom",
    ]


def test_each_language_has_people_of_its_own() -> None:
    assert shown(person("ada"), person("ivo"), person("lea", language="fr"), person("léo", language="fr")) == [
        "ada ivo",
        "lea léo",
    ]


def test_one_hundred_and_twenty_words_are_no_short_biography() -> None:
    intro = replace(person("ivo", 100), intro="word " * 20)
    assert shown(person("ada", 119), intro) == ["ada", "ivo"]
    assert shown(person("ada", 119), person("ivo", 119)) == ["ada ivo"]


def test_a_biography_with_a_picture_in_its_text_keeps_its_page() -> None:
    pictured = person("ivo")
    pictured = replace(pictured, body=(*pictured.body, Block("figure", "", "<img>")))
    assert shown(person("ada"), pictured, person("nell")) == ["ada", "ivo", "nell"]


def test_people_have_the_short_name_of_the_first() -> None:
    [people] = printed(kit(person("ada"), person("ivo")))
    assert people.slug == "ada"


def test_a_single_photo_needs_no_sheet_and_two_do() -> None:
    assert shown(release("a"), photos(1)) == ["a"]
    assert lone_photo(kit(release("a"), photos(1))) == photos(1).photos[0]
    assert shown(release("a"), photos(2)) == ["a", "photos"]
    assert lone_photo(kit(release("a"), photos(2))) is None


def test_a_document_alone_stays_what_it_is() -> None:
    for document in (photos(1), person("ada")):
        assert printed(kit(document, alone=True)) == (document,)
    assert lone_photo(kit(photos(1), alone=True)) is None


def test_four_documents_have_a_page_of_contents_and_fewer_are_listed_on_the_cover() -> None:
    few = kit(release("a"), SHEET, person("ada"), person("ivo"), photos(2))
    many = kit(release("a"), release("b"), SHEET, person("ada"), photos(2))
    assert (has_contents(few), is_listed_on_cover(few)) == (False, True)
    assert (has_contents(many), is_listed_on_cover(many)) == (True, False)


def test_what_lists_nothing() -> None:
    for one in (kit(), kit(release("a"), alone=True)):
        assert (has_contents(one), is_listed_on_cover(one)) == (False, False)
