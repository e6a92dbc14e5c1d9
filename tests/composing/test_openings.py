"""Which photo leads: the cover's, and the one above the first release."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from presskit.composing.documents import compose_document, kit_around
from presskit.composing.frame import compose_cover
from presskit.composing.look.setting import Setting
from presskit.composing.pictures.openings import leading_photos, opening_photo
from presskit.model import Biography, Block, Brand, Kit, People, Photo, PhotoSheet, Purpose, Release

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
    assert ("lead-picture" in compose_document(kit, release).html.rsplit("</style>", 1)[1]) == (number == 0)


def test_the_photo_chosen_for_the_cover_stands_there() -> None:
    kit = replace(kit_of(TALL, WIDE, OTHER), cover="tall.jpg")
    assert leading_photos(kit)[0] == TALL
    assert opened(kit) == WIDE


@pytest.mark.parametrize(
    ("focus", "place"),
    [(None, (50, 33)), ("left top", (0, 0)), ("bottom", (50, 100)), ("right", (100, 33)), ("middle center", (50, 50))],
)
def test_what_is_kept_of_a_photo_is_what_its_focus_says(focus: str | None, place: tuple[int, int]) -> None:
    cover = compose_cover(kit_of(replace(WIDE, focus=focus), theme="editorial")).html.rsplit("</style>", 1)[1]
    assert replace(WIDE, focus=focus).place == place
    assert "object-position:{}% {}%".format(*place) in cover


@pytest.mark.parametrize(("terms", "is_whole"), [(None, False), ("No cropping.", True)])
def test_portraits_that_share_a_page_are_cropped_as_others_are(terms: str | None, is_whole: bool) -> None:
    tall = Photo(Path("ona.jpg"), 200, 800, terms=terms)
    people = tuple(Biography(Path(f"{name}.md"), name, "en", name, portrait=tall) for name in ("Ona", "Bo"))
    kit = replace(kit_of(), documents=people)
    page = compose_document(kit, People("people", "en", people)).html.rsplit("</style>", 1)[1]
    boxes = re.findall(r'style="width:([\d.]+)pt;height:([\d.]+)pt;object-position:50% 33%"', page)
    assert len(boxes) == len(people)
    assert all((round(float(high) / float(wide), 2) == 4) == is_whole for wide, high in boxes)


@pytest.mark.parametrize("code", ["en", "fr", "ar"])
def test_a_cover_without_a_photo_says_what_it_is_in_large_letters(code: str) -> None:
    def size_pt(kit: Kit) -> float:
        [size] = re.findall(r'class="what"(?: style="font-size:([\d.]+)pt)?', compose_cover(kit).html)
        return float(size or 31)

    plain = replace(kit_of(theme="editorial"), language=code)
    coded = replace(plain, download="https://quay.example/kit")
    assert size_pt(plain) > size_pt(coded) > 40
    assert size_pt(replace(coded, purpose="print")) <= 31
    assert size_pt(replace(kit_of(WIDE, theme="editorial"), language=code)) <= 31


@pytest.mark.parametrize("purpose", ["screen", "booklet"])
def test_institutional_frames_a_photo_that_was_chosen_and_no_other(purpose: Purpose) -> None:
    kit = replace(kit_of(TALL, WIDE, theme="institutional"), purpose=purpose)
    bare, framed = compose_cover(kit), compose_cover(replace(kit, cover="wide.jpg"))
    assert (bare.pictures, [each.path.name for each in framed.pictures]) == ((), ["wide.jpg"])
    assert 'class="turn"' in bare.html
    assert 'class="turn"' not in framed.html
    # The words end above the picture: the title has less room, and the foot stands higher.
    field_pt, foot_pt = (float(re.findall(rf"{name}:([\d.]+)pt", framed.html)[-1]) for name in ("field", "bottom"))
    assert foot_pt > framed.pictures[0].height_pt
    assert field_pt > framed.pictures[0].height_pt + 36
