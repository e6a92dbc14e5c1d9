"""Which photo leads: the cover's, and the one above the first release."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from presskit.composing.documents import compose_document, kit_around
from presskit.composing.openings import leading_photos, opening_photo
from presskit.composing.setting import Setting
from presskit.model import Block, Brand, Kit, Photo, PhotoSheet, Release

TALL, WIDE, OTHER = (
    Photo(Path(f"{name}.jpg"), *size) for name, size in (("tall", (2, 3)), ("wide", (3, 2)), ("other", (3, 2)))
)


def kit_of(*photos: Photo, theme: str = "gallery", body: tuple[Block, ...] = ()) -> Kit:
    releases = tuple(Release(Path(f"{name}.md"), name, "en", headline=name, body=body) for name in ("first", "second"))
    return Kit(
        "Nine boats", Brand("Quillon Ferry"), "en", Path(), (*releases, PhotoSheet("photos", "en", photos)), theme=theme
    )


def opened(kit: Kit, number: int = 0) -> Photo | None:
    return opening_photo(Setting(kit, "en"), kit.releases[number])


def test_the_first_wide_photo_is_the_covers_and_the_next_opens_the_first_release() -> None:
    kit = kit_of(TALL, WIDE, OTHER)
    assert leading_photos(kit)[0] == WIDE
    assert opened(kit) == OTHER
    assert opened(kit, 1) is None


def test_the_covers_photo_is_not_shown_again_and_other_themes_have_no_opening() -> None:
    assert opened(kit_of(WIDE)) is None
    assert opened(kit_of()) is None
    assert opened(kit_of(WIDE, OTHER, theme="editorial")) is None


def test_neither_a_photo_of_the_text_nor_a_tall_one_opens_it(tmp_path: Path) -> None:
    Image.new("RGB", (30, 20)).save(tmp_path / "other.jpg")
    figure = Block("figure", "", '<img src="other.jpg">')
    kit = kit_of(WIDE, OTHER, TALL, body=(figure,))
    release = Release(tmp_path / "a.md", "a", "en", headline="A", body=(figure,))
    kit = Kit("Nine boats", kit.brand, "en", tmp_path, (release, *kit.documents[-1:]), theme="gallery")
    assert opened(kit) is None


@pytest.mark.parametrize("number", [0, 1])
def test_a_release_says_the_same_with_all_of_its_kit_and_with_what_it_needs(number: int) -> None:
    kit = kit_of(TALL, WIDE, OTHER)
    release = kit.releases[number]
    needed = kit_around(kit, release)
    assert compose_document(needed, release) == compose_document(kit, release)
    assert ("lead-picture" in compose_document(kit, release).html.split("</style>")[1]) == (number == 0)
